// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/gpu.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace vram {

/// Every figure of SGLang, TensorRT-LLM, MLX and ExLlama that their own source or documentation states or that had to
/// be assumed. In the order of the table.
enum class Known : std::uint8_t {
    StepResiduals,
    StepFeedForwards,
    StepRange,
    TensorNonTorch,
    SglangMetadata,
    SglangPerPromptToken,
    SglangLeastPromptTokens,
    SglangPerGraphSequence,
    SglangPerRank,
    SglangLargeCard,
    SglangLargeCardReserve,
    SglangVisionShare,
    SglangWindowShare,
    SglangStateSlots,
    SglangLatentPage,
    SglangRequests,
    SglangLogit,
    TensorRtFreeShare,
    TensorRtBlock,
    TensorRtTokens,
    TensorRtSequences,
    TensorRtGraphs,
    TensorRtLogit,
    MlxStep,
    MlxPrefillStep,
    MlxBase,
    ExLlamaPage,
    ExLlamaChunk,
    ExLlama2DequantLimit,
    ExLlama2Reserve,
    ExLlama3WindowExtra,
    ExLlama3OutputRows,
    LlamaCppVisionWork,
};

/// A figure with its range; low == high where the source states one.
struct KnownValue {
    Known id{};
    std::string_view name; ///< stable, for documentation and tests
    double low = 0;
    double typical = 0;
    double high = 0;
    std::string_view unit;
    std::string_view source;
    Confidence confidence{};

    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(typical); }
    /// The range in bytes, where the figure counts `unit` bytes.
    [[nodiscard]] ByteRange bytes(double unitBytes) const {
        return {Bytes::fromDouble(low * unitBytes), Bytes::fromDouble(typical * unitBytes),
                Bytes::fromDouble(high * unitBytes)};
    }
};

[[nodiscard]] const KnownValue& known(Known id);
[[nodiscard]] std::span<const KnownValue> knownValues();

} // namespace vram
