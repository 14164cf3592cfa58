// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/placement/placement.h"

#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// A way to see on the machine whether the estimate holds; the front ends word it by `code`. Arguments are commands,
/// lines of a log, and figures as text.
struct CheckStep {
    std::string_view code; ///< a literal, such as "check-nvidia-smi"
    std::vector<std::string> arguments;
    friend bool operator==(const CheckStep&, const CheckStep&) = default;
};

/// First the tool that shows the cards' memory and what it should show, then what the runtime itself says of it.
/// `resolved` as it was placed. Nothing for training.
///
/// Codes and their arguments:
/// - "check-nvidia-smi", "check-rocm-smi", "check-xpu-smi": 0 the command
/// - "check-activity-monitor": 0 the program's name there
/// - "check-card": 0 its number, or "first-last" of equal ones; 1 its name; 2, 3 least and most MiB
/// - "check-ram": 0, 1 least and most MiB of the process
/// - "check-layers": 0 a line of the log
/// - "check-verbosity": 0 the option that makes the log say it
/// - "check-line": 0 how a line of the log begins; 1 the figure that is expected in it
/// - "check-sum": 0 how lines of the log begin; 1 the MiB that they add up to
/// - "check-ollama": 0 the command; 1 what PROCESSOR shows; 2 the context
/// - "check-torch": 0 the expression; 1, 2 least and most MiB
[[nodiscard]] std::vector<CheckStep> checkStepsFor(const Resolved& resolved, const Placement& placement);

/// The same with the placement that report() finds.
[[nodiscard]] std::vector<CheckStep> checkStepsFor(const Resolved& resolved);

} // namespace vram
