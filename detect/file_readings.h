// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/detected_machine.h"
#include "detect/machine_sources.h"
#include "detect/text_file.h"

#include <string>
#include <vector>

namespace vram::detect {

/// What files tell, before the programs' answers.
struct FileReadings {
    DetectedMachine machine;
    bool nvidia = false;                   ///< there is a card of NVIDIA's
    std::vector<std::string> nvidiaModels; ///< names that NVIDIA's driver keeps in /proc
};
[[nodiscard]] FileReadings readFiles(const FileSources& sources);

/// Type and channels of the memory, from the firmware's table or from udev's copy of it.
void readModules(const std::string& tablePath, const FileText& table, const FileText& udev, DetectedMachine& machine);

} // namespace vram::detect
