// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/detected_machine.h"

#include <filesystem>
#include <vector>

namespace vram::detect {

/// The cards of `sys`/class/drm whose drivers tell of memory there: amdgpu, xe, Intel's own i915.
struct SysfsGpus {
    std::vector<DetectedGpu> gpus;
    std::vector<MachineTrouble> troubles;
    bool nvidia = false; ///< there is a card of NVIDIA's, which tells nothing here
};
[[nodiscard]] SysfsGpus readSysfsGpus(const std::filesystem::path& sys);

} // namespace vram::detect
