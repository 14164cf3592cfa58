// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"
#include "core/units/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vram {

/// A kind of system memory at its data rate.
struct MemoryType {
    std::string generation;         ///< "DDR5", "LPDDR5X"
    std::int64_t megatransfers = 0; ///< 10^6 transfers a second
    friend bool operator==(const MemoryType&, const MemoryType&) = default;
};

constexpr std::int64_t kUsualMemoryChannels = 2;  ///< of a desktop or laptop
constexpr std::int64_t kMostMemoryChannels = 128; ///< of one machine; today's largest servers have 48

/// "DDR5-5600", case and a blank for the dash allowed. Errors: UnknownValue (no such generation), OutOfRange (no data
/// rate that memory has).
[[nodiscard]] Result<MemoryType> parseMemoryType(std::string_view text);
[[nodiscard]] std::string memoryTypeText(const MemoryType& type); ///< "DDR5-5600"

/// MT/s x 8 bytes x channels of 64 bits, in 10^9 bytes a second: the peak that the modules are sold with.
[[nodiscard]] GigabytesPerSecond memoryBandwidth(const MemoryType& type, std::int64_t channels);
/// The same from text. Errors as of parseMemoryType; OutOfRange for the channels.
[[nodiscard]] Result<GigabytesPerSecond> memoryBandwidth(std::string_view type, std::int64_t channels);

/// A kind of memory that machines are sold with, to choose from.
struct UsualMemory {
    std::string_view type;
    std::int64_t channels;
};
[[nodiscard]] std::span<const UsualMemory> usualMemories();

} // namespace vram
