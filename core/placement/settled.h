// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/placement/placement.h"

#include <memory>
#include <optional>
#include <vector>

namespace vram {

/// The question with what the runtime decides by the cards filled in (Ollama's batch); nothing where it decides
/// nothing.
[[nodiscard]] std::optional<Resolved> settledOn(const Resolved& resolved, const Cards& cards);

/// Demands of one question on many machines: one for each way in which the runtime settles it.
class SettledDemands {
public:
    /// `resolved` must outlive this object.
    explicit SettledDemands(const Resolved& resolved);
    struct Entry {
        const Resolved* question = nullptr;
        Demand demand;
    };
    /// Valid as long as this object.
    [[nodiscard]] const Entry& on(const Cards& cards);
    /// The question with one token of context, for runtimes whose cache grows; nullptr for the others.
    [[nodiscard]] const Entry* atFirstToken();

private:
    struct Settled {
        Resolved question;
        Entry entry;
    };
    [[nodiscard]] static std::unique_ptr<const Settled> settledDemand(Resolved question);

    Entry m_asked;
    std::vector<std::unique_ptr<const Settled>> m_settled;
    std::unique_ptr<const Settled> m_firstToken;
};

} // namespace vram
