// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/detected_machine.h"
#include "core/scenario/scenario.h"

#include <string_view>
#include <vector>

namespace vram {

// Values of DetectedChoice::pretended.
constexpr std::string_view kPretendedGpu = "gpu"; ///< a card was left out, or its kind or share is a guess
constexpr std::string_view kPretendedRam = "ram_gib";
constexpr std::string_view kPretendedRamSpeed = "ram_gb_s";
constexpr std::string_view kPretendedChannels = "ram_channels";
constexpr std::string_view kPretendedCores = "cpu_cores";
constexpr std::string_view kPretendedPcie = "pcie";

/// A machine for a scenario, and what of it this computer did not tell, so that an assumption stands in.
struct DetectedChoice {
    MachineChoice machine;
    std::vector<std::string_view> pretended;
};

/// Cards of a kind together with their count. The graphics part of a processor counts only where there is no card.
[[nodiscard]] DetectedChoice machineChoiceOf(const DetectedMachine& detected);

} // namespace vram
