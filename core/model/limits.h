// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vram {

// What an architecture from outside (catalogue, model file, config.json) may have: far above any model, and small
// enough that no product of the inventory's shapes leaves 64 bits unnoticed.
constexpr std::int64_t kMostWidth = 1 << 24;
constexpr std::int64_t kMostHeads = 1 << 16;
constexpr std::int64_t kMostExperts = 1 << 16;
constexpr std::int64_t kMostLayers = 4096;
constexpr std::int64_t kMostBlocks = 1024;
constexpr std::int64_t kMostWindow = std::int64_t{1} << 40;
constexpr std::int64_t kMostParameters = std::int64_t{1} << 50;

} // namespace vram
