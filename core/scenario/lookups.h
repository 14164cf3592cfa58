// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

// The names of a scenario, each looked up by itself; an error says what would be right.

/// The name that nobody knows, and those that it may have meant.
[[nodiscard]] std::vector<std::string> withName(const std::string& name, std::vector<std::string> nearest);
[[nodiscard]] Error unknownTargets(std::string_view where, const std::string& found);

[[nodiscard]] Result<const RuntimeProfile*> resolveRuntime(const Scenario& scenario);
/// What checkpointing means, which loss and kernels run: the scenario's words or the framework's defaults.
[[nodiscard]] Result<std::shared_ptr<const ResolvedTraining>> resolveTraining(const Scenario& scenario,
                                                                              const RuntimeProfile& runtime);
[[nodiscard]] Result<WeightFormat> resolveFormat(const Scenario& scenario, const ResolvedModel& model,
                                                 const RuntimeProfile& runtime, const Catalog& catalog);
/// `chosen` empty: the runtime's default. `key`: "k" or "v", for the error.
[[nodiscard]] Result<KvFormat> resolveKv(const std::string& chosen, std::string_view key, const RuntimeProfile& runtime,
                                         const WeightFormat& weights, const Catalog& catalog);

} // namespace vram
