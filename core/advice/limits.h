// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/probe.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vram {

/// The values that a limit is looked for among: whole tokens or sequences; contexts in steps of what the runtime rounds
/// to; sizes of three figures.
class Ladder {
public:
    Ladder(Setting setting, std::int64_t step) : m_setting(setting), m_step(step) {}
    [[nodiscard]] std::int64_t value(std::int64_t rung) const;
    /// The highest rung whose value is at most `value`; rungs count from 1.
    [[nodiscard]] std::int64_t rung(std::int64_t value) const;

private:
    Setting m_setting;
    std::int64_t m_step;
};

[[nodiscard]] Ladder ladderOf(Setting setting, const Resolved& question);

/// The largest value of one setting, all others as they are, for which the machine holds the question. report() was
/// asked with the value itself and holds it, and with the next one of the ladder, which does not, or is beyond the
/// range. More of a setting needs no less but for the rounding of buffers; where that would let a still larger value
/// fit again, it is not looked for.
struct Limit {
    std::int64_t value = 0;
    bool atEnd = false; ///< of the range: the next value was not asked
    friend bool operator==(const Limit&, const Limit&) = default;
};

/// Context: up to the model's own limit (where it names none, 1 Mi tokens). Batch: up to 4096 sequences; they are the
/// users at once with this context. Size: generic models. GpuLayers: the layers that the cards hold, whatever is in RAM
/// (`Comfortable` leaves the margin free); nothing where the runtime has no such choice.
[[nodiscard]] std::optional<Limit> largest(Probe& probe, Setting setting, Reach reach);

/// For each machine the format of most bits, from 3 to 16 a weight (beyond which nothing is gained), that the runtime
/// loads and the machine holds. The formats are asked one after another, all machines together.
[[nodiscard]] std::vector<std::optional<std::string>> bestWeights(Resolver& resolver, const Scenario& scenario,
                                                                  std::span<const Machine> machines, Reach reach);

} // namespace vram
