// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/gpu.h"
#include "core/units/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vram {

/// One row of the KV-cache format table: how a runtime family stores one cached value.
struct KvFormat {
    std::string id;           ///< lower case as scenarios name it: "f16", "q8_0", "fp8", "auto"
    std::string runtimeGroup; ///< "llama.cpp", "vLLM", "Transformers" ... (the group of the runtime table)
    std::string displayName;
    std::vector<std::string> aliases;
    std::int64_t blockValues = 1;           ///< values a block
    std::optional<std::int64_t> blockBytes; ///< bytes a block; absent: layout unknown, never sized
    std::int64_t scaleBytesPerHead = 0;     ///< per token and KV head
    bool modelType = false;                 ///< "auto": the model's own 16- or 32-bit type
    bool quantized = false;                 ///< llama.cpp: quantized V needs flash attention
    bool isDefault = false;
    std::int64_t residualTokens = 0; ///< newest tokens of a sequence that stay in 16 bits (Transformers)
    std::string note;
    std::string source;
    Confidence confidence{};

    /// Bytes of `values` cached values (whole blocks; `values` a multiple of blockValues or rounded up).
    [[nodiscard]] Bytes bytesFor(std::int64_t values) const {
        return Bytes{blockBytes.value_or(0)} * divideUp(values, blockValues);
    }
};

} // namespace vram
