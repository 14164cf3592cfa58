// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vram {

/// How far a verdict still has to hold.
enum class Reach : std::uint8_t {
    Comfortable, ///< fits, with the margin free
    Whole,       ///< tight at most: everything on the cards
};

/// A number of a question that it can be asked with other values of.
enum class Setting : std::uint8_t {
    Context,
    Batch,
    Rank,      ///< of the LoRA adapter that is trained
    Size,      ///< parameters of a generic model in the model's place
    GpuLayers, ///< llama.cpp and its front ends
};

/// The scenario with another value of one setting, as a user would write it.
[[nodiscard]] Scenario withSetting(Scenario scenario, Setting setting, std::int64_t value);

/// Asks report() the same question with other values of one setting. What only the number changes is not looked up
/// again, so that an answer costs little more than report() itself.
class Probe {
public:
    /// `resolver` must outlive the probe; it is best not the one of another question, whose memory it replaces.
    Probe(Resolver& resolver, Scenario scenario, Machine machine);

    /// Null: the question cannot be asked at all.
    [[nodiscard]] const Resolved* now() const { return m_now ? &*m_now : nullptr; }
    [[nodiscard]] const Scenario& scenario() const { return m_scenario; }
    [[nodiscard]] Resolver& resolver() const { return m_resolver; }

    [[nodiscard]] Result<Report> ask(Setting setting, std::int64_t value);
    [[nodiscard]] Result<Report> askWeights(const std::string& format);

private:
    [[nodiscard]] Result<Report> resolveAndAsk(const Scenario& scenario);
    Resolver& m_resolver;
    Scenario m_scenario;
    Machine m_machine;
    std::optional<Resolved> m_now;
};

/// What the answer says in one word; sizes beyond 64 bits are no.
[[nodiscard]] Verdict verdictOf(const Result<Report>& answer);

/// Whether everything lies on the cards, and requests do not wait for room in a pool.
[[nodiscard]] bool reaches(const Result<Report>& answer, Reach reach, std::int64_t sequences);

} // namespace vram
