// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/axis.h"

#include <string_view>
#include <vector>

namespace vram {

// What each axis compares when the scenario names nothing: few values that people choose between.
[[nodiscard]] std::vector<AxisValue> usualCardValues(const AxisQuestion& question);
/// Up to twelve that most files are in and the runtime loads, by bits; where it loads no more, all.
[[nodiscard]] std::vector<AxisValue> usualWeights(const AxisQuestion& question);
/// Doublings up to the model's limit, and the limit itself; of a very long one the longest.
[[nodiscard]] std::vector<AxisValue> usualContexts(const AxisQuestion& question);
[[nodiscard]] std::vector<AxisValue> usualBatches(const AxisQuestion& question);
/// What the runtime knows, keys and values alike; none in training, which keeps no cache.
[[nodiscard]] std::vector<AxisValue> usualTypes(const AxisQuestion& question);
/// Those that can size the task.
[[nodiscard]] std::vector<AxisValue> usualRuntimes(const AxisQuestion& question);
/// The nearest sizes of the model's own family, then of every other family the model nearest in size.
[[nodiscard]] std::vector<AxisValue> usualModels(const AxisQuestion& question);

/// Everything that the axis can be asked with, where that is a list; empty for numbers, cards and saved scenarios.
[[nodiscard]] std::vector<AxisValue> offeredValues(const AxisQuestion& question, std::string_view axis);

/// The published model that the scenario names; nullptr where it is none.
[[nodiscard]] const CatalogModel* catalogModel(const AxisQuestion& question);

} // namespace vram
