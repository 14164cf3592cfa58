// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/detected_machine.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// A populated place for memory: a module, or a soldered chip.
struct MemoryModule {
    std::string generation;         ///< "DDR5"; empty: not told
    std::int64_t megatransfers = 0; ///< that it runs at, else that it could; 0: not told
    std::int64_t dataBits = 0;      ///< width without error correction; 0: not told
    std::string place;              ///< "DIMM_A1"
    std::string bank;               ///< "P0 CHANNEL A"
    friend bool operator==(const MemoryModule&, const MemoryModule&) = default;
};

/// /sys/firmware/dmi/tables/DMI: the structures of type 17 (SMBIOS 3.7, section 7.18). Bytes that end early end the
/// list.
[[nodiscard]] std::vector<MemoryModule> readDmiModules(std::span<const unsigned char> table);
/// /run/udev/data/+dmi:id, where systemd 248 and later keep the same for everyone: E:MEMORY_DEVICE_<n>_<what>=...
[[nodiscard]] std::vector<MemoryModule> readUdevModules(std::string_view text);

/// Adds type and channels. Channels are told by the places' names, or by the width where chips are soldered; where
/// neither does, they stay unknown.
void describeMemory(const std::vector<MemoryModule>& modules, DetectedMachine& machine);

} // namespace vram
