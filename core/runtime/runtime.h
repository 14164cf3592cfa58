// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/runtime_table.h"
#include "core/format/weight_format.h"
#include "core/hardware/gpu.h"

#include <cstdint>
#include <string_view>

namespace vram {

/// Whether a runtime can use a card.
enum class Support : std::uint8_t { Yes, NoRuntime, NoFormat };

/// Whether the runtime can use this card, and this format on this card.
[[nodiscard]] Support supports(const RuntimeProfile& runtime, const Gpu& gpu, const WeightFormat& format);

/// Driver context, non-torch memory and CUDA graphs of one process on one card: measured constants with a range.
struct OverheadEntry {
    Engine engine{};
    Vendor vendor{};
    ByteRange context; ///< driver context and libraries
    std::string_view source;
};
[[nodiscard]] const OverheadEntry& contextOverhead(Engine engine, Vendor vendor);

} // namespace vram
