// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vram {

enum class ChangeKind : std::uint8_t { KvFormat, Context, Weights, WeightsAndKv };

/// One setting of a scenario with another value, or the two formats together.
struct Change {
    ChangeKind kind{};
    std::string id = {};     ///< of the KV or weight format
    std::string kvId = {};   ///< of the KV format where both change
    std::int64_t tokens = 0; ///< of the context
    friend bool operator==(const Change&, const Change&) = default;
};

[[nodiscard]] Scenario withChange(Scenario scenario, const Change& change);

/// Changes, one setting each, after which `machine` holds everything on its cards and keeps the margin free: the
/// largest KV cache type, the longest context (whole steps of 1,024 tokens) and the weight format of most bits that do.
/// Each was asked of report() and fits; a kind where nothing does is left out, and so are weights below three bits,
/// where models stop being themselves. Where no single setting is enough, both formats: the mildest smaller cache type
/// with the weights of most bits that fit then. `resolver` is best not the one of a running question, whose memory it
/// replaces.
[[nodiscard]] std::vector<Change> changesThatFit(Resolver& resolver, const Scenario& scenario, const Machine& machine);

} // namespace vram
