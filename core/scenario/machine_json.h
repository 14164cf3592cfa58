// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario_json.h"
#include "core/units/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace vram {

/// The scenario's "machine" (docs/schema.md); problems go to `errors`, as with all that follow.
[[nodiscard]] MachineChoice readMachine(const Json& value, const std::string& path, std::vector<Error>& errors);
[[nodiscard]] Json machineToJson(const MachineChoice& machine);

/// A list of cards with their counts.
[[nodiscard]] std::vector<GpuChoice> readGpus(const Json& list, const std::string& path, std::vector<Error>& errors);
[[nodiscard]] Json gpusToJson(const std::vector<GpuChoice>& gpus);
/// Every card is answered for by itself: a list of kinds is as long as all their cards.
void checkCount(const std::vector<GpuChoice>& gpus, std::int64_t most, const std::string& path,
                std::vector<Error>& errors);

/// What the user wants to reach, and what was seen.
[[nodiscard]] TargetChoice readTarget(const Json& value, const std::string& path, std::vector<Error>& errors);
[[nodiscard]] Json targetToJson(const TargetChoice& target);
[[nodiscard]] SeenChoice readSeen(const Json& value, const std::string& path, std::vector<Error>& errors);
[[nodiscard]] Json seenToJson(const SeenChoice& seen);

} // namespace vram
