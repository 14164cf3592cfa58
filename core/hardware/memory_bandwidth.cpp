// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hardware/memory_bandwidth.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace vram {

namespace {

constexpr double kChannelBytes = 8; ///< 64 bits; DDR5's two halves of 32 bits count as one channel

/// A generation and the data rates that its standard (JEDEC) and overclocked modules have, in MT/s.
struct Generation {
    std::string_view name;
    std::int64_t least;
    std::int64_t most;
};

// JESD79-2 to -5, JESD209-3 to -5; the upper end leaves room for the fastest modules that are sold overclocked.
constexpr std::array kGenerations{
    Generation{"DDR2", 400, 1200},     Generation{"DDR3", 800, 3200},    Generation{"DDR4", 1333, 5600},
    Generation{"DDR5", 3200, 12800},   Generation{"LPDDR3", 800, 2133},  Generation{"LPDDR4", 1600, 4266},
    Generation{"LPDDR4X", 1600, 4267}, Generation{"LPDDR5", 3200, 9600}, Generation{"LPDDR5X", 4267, 10700},
    Generation{"HBM2", 1000, 3200},    Generation{"HBM3", 3200, 9800},
};

// What desktops, laptops, workstations and servers are sold with, channels as their processors have them.
constexpr std::array kUsualMemories{
    UsualMemory{"DDR3-1600", 2},    UsualMemory{"DDR3-1866", 4},    UsualMemory{"DDR4-2133", 2},
    UsualMemory{"DDR4-2400", 2},    UsualMemory{"DDR4-2666", 2},    UsualMemory{"DDR4-3000", 2},
    UsualMemory{"DDR4-3200", 2},    UsualMemory{"DDR4-3600", 2},    UsualMemory{"DDR4-2666", 6},
    UsualMemory{"DDR4-2933", 6},    UsualMemory{"DDR4-3200", 8},    UsualMemory{"DDR5-4800", 2},
    UsualMemory{"DDR5-5200", 2},    UsualMemory{"DDR5-5600", 2},    UsualMemory{"DDR5-6000", 2},
    UsualMemory{"DDR5-6400", 2},    UsualMemory{"DDR5-7200", 2},    UsualMemory{"DDR5-8000", 2},
    UsualMemory{"DDR5-8400", 2},    UsualMemory{"DDR5-5200", 4},    UsualMemory{"DDR5-4800", 8},
    UsualMemory{"DDR5-5600", 8},    UsualMemory{"DDR5-6400", 8},    UsualMemory{"DDR5-4800", 12},
    UsualMemory{"DDR5-6000", 12},   UsualMemory{"DDR5-6400", 12},   UsualMemory{"LPDDR4X-4267", 2},
    UsualMemory{"LPDDR5-5500", 2},  UsualMemory{"LPDDR5-6400", 2},  UsualMemory{"LPDDR5X-7500", 2},
    UsualMemory{"LPDDR5X-8533", 2}, UsualMemory{"LPDDR5X-8000", 4}, UsualMemory{"LPDDR5X-8533", 4},
};

std::string upperCase(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

Error unknownType(std::string_view text) {
    std::vector<std::string> arguments{std::string(text)};
    for (const Generation& generation : kGenerations) {
        arguments.push_back(std::string(generation.name) + "-" + std::to_string(generation.least));
    }
    return {ErrorCode::UnknownValue, {}, std::move(arguments)};
}

std::string_view withoutBlanks(std::string_view text) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

Result<MemoryType> parseMemoryType(std::string_view text) {
    const std::string upper = upperCase(withoutBlanks(text));
    const std::size_t gap = upper.find_first_of("- ");
    const Generation* found = nullptr;
    for (const Generation& generation : kGenerations) {
        if (gap != std::string::npos && std::string_view(upper).substr(0, gap) == generation.name) {
            found = &generation;
        }
    }
    if (found == nullptr) {
        return unknownType(text);
    }
    const std::string_view rate = withoutBlanks(std::string_view(upper).substr(gap + 1));
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(rate.data(), rate.data() + rate.size(), value);
    if (error == std::errc::invalid_argument || (error == std::errc{} && end != rate.data() + rate.size())) {
        return unknownType(text);
    }
    if (error != std::errc{} || value < found->least || value > found->most) {
        return Error{
            ErrorCode::OutOfRange, {}, {std::string(rate), std::to_string(found->least), std::to_string(found->most)}};
    }
    return MemoryType{std::string(found->name), value};
}

std::string memoryTypeText(const MemoryType& type) {
    return type.generation + "-" + std::to_string(type.megatransfers);
}

GigabytesPerSecond memoryBandwidth(const MemoryType& type, std::int64_t channels) {
    return {static_cast<double>(type.megatransfers) * kChannelBytes * static_cast<double>(channels) / 1000.0};
}

Result<GigabytesPerSecond> memoryBandwidth(std::string_view type, std::int64_t channels) {
    const Result<MemoryType> parsed = parseMemoryType(type);
    if (!parsed) {
        return parsed.error();
    }
    if (channels < 1 || channels > kMostMemoryChannels) {
        return Error{ErrorCode::OutOfRange, {}, {std::to_string(channels), "1", std::to_string(kMostMemoryChannels)}};
    }
    return memoryBandwidth(*parsed, channels);
}

std::span<const UsualMemory> usualMemories() { return kUsualMemories; }

} // namespace vram
