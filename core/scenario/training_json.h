// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/json_reader.h"
#include "core/scenario/training_choice.h"

#include <string>
#include <vector>

namespace vram {

/// The "training" object of a scenario; problems are added to `errors`.
[[nodiscard]] TrainingChoice readTraining(const Json& value, const std::string& path, std::vector<Error>& errors);
/// What differs from the defaults.
[[nodiscard]] Json trainingToJson(const TrainingChoice& training);

} // namespace vram
