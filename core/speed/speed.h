// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/placement/placement.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vram {

/// What most of a step's time goes to.
enum class SpeedLimit : std::uint8_t { MemoryBandwidth, Compute, Pcie, RamBandwidth };
[[nodiscard]] std::string_view speedLimitId(SpeedLimit limit); ///< "memory bandwidth", ...

/// Tokens a second.
struct SpeedRange {
    double low = 0;
    double typical = 0;
    double high = 0;
};

/// Tokens of a prompt whose processing is timed, where the scenario names no prompt and has room for them.
constexpr std::int64_t kUsualPrompt = 1024;

/// How fast a scenario runs, by a roofline (docs/formulas.md, "Speed"): of one sequence, so that all together get
/// `batch` times as much.
struct Speed {
    SpeedRange decode;     ///< at the first tokens of the context
    SpeedRange decodeFull; ///< at its last
    SpeedLimit limit{};
    std::optional<SpeedRange> prefill; ///< absent where the device's throughput is not known
    SpeedLimit prefillLimit{};         ///< means nothing without `prefill`
};

/// Nothing for training, and where the memory does not hold the model or is not known.
[[nodiscard]] std::optional<Speed> speedOf(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                           const Placement& placement);

} // namespace vram
