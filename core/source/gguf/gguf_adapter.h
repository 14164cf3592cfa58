// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/gguf/gguf_file.h"

#include <cstdint>
#include <string>

namespace vram {

/// What a LoRA adapter's GGUF adds to a model.
struct GgufAdapter {
    std::int64_t rank = 0;
    std::string targets; ///< as a scenario has them: "q,v"
    bool f32 = false;    ///< its matrices are f32, not f16
};

/// From the "*.lora_a" tensors of an adapter (llama.cpp's convert_lora_to_gguf.py); Inconsistent where there are none
/// or their ranks differ.
[[nodiscard]] Result<GgufAdapter> readGgufAdapter(const GgufFile& file);

} // namespace vram
