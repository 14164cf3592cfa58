// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <utility>

namespace vram {

/// The first card that cannot train with this framework or format. Quantized parameters cannot be trained in full.
[[nodiscard]] std::pair<Support, const Gpu*> trainingSupport(const Resolved& resolved, const Cards& cards);

/// What is remarked on a training run, and "no" where the degrees of parallelism do not divide. Nothing for inference.
void addTrainingNotes(Report& report, const Resolved& resolved, const Demand& demand, const Cards& cards);

/// A rule of thumb beside the exact figure: `figure` by this program, the rule's range.
struct TrainingRule {
    std::string_view id; ///< "lora-inference", "full-inference", "parts-weights"
    double figure = 0;
    double low = 0;
    double high = 0;
    [[nodiscard]] bool agrees() const { return figure >= low && figure <= high; }
};
/// The rules that speak of this task; docs/training.md.
[[nodiscard]] std::vector<TrainingRule> trainingRules(const Resolved& resolved, const Report& report);

} // namespace vram
