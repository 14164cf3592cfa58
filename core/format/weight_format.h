// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/ggml_type.h"
#include "core/format/gguf_mix.h"
#include "core/hardware/gpu.h"
#include "core/model/inventory.h"
#include "core/units/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// How the weights of a format are stored; runtimes list the containers that they load.
enum class Container : std::uint8_t { Gguf, Safetensors, Exl2, Exl3, Mlx, BitNet, IkGguf };
[[nodiscard]] constexpr bool isGguf(Container container) {
    return container == Container::Gguf || container == Container::IkGguf;
}

/// Which tensors of a checkpoint a format quantizes; the others stay in `restBytes` a value.
enum class QuantizedPart : std::uint8_t {
    Everything,   ///< F32, F16, BF16: one type throughout
    GgufMix,      ///< GGUF: types by role; vectors and small tensors stay f32
    LinearLayers, ///< GPTQ, AWQ, NF4, INT8, FP8: linear layers of the blocks; embedding and head stay 16-bit
    ExpertsOnly,  ///< MXFP4 checkpoints of gpt-oss, INT4 QAT of Kimi: routed experts only
    AllMatrices,  ///< MLX: embedding, head and routers too, where the columns are whole blocks
};

/// One row of the format table. A quantized matrix takes its payload (valueBits an element) plus scaleBytes for each
/// block of blockSize columns x blockRows rows, plus rowBytes a row and columnBytes a column.
struct WeightFormat {
    std::string id;          ///< short id: "Q4_K_M", "GPTQ-Int4"
    std::string displayName; ///< "GPTQ 4-bit g128"
    std::string family;
    std::vector<std::string> aliases;
    Container container{};
    std::vector<Container> alsoIn; ///< further containers that store it alike (F16: safetensors)
    std::string ggufEquivalent;    ///< id of the same format in a GGUF (MXFP4: MXFP4_MOE); empty: none
    QuantizedPart quantizedPart{};
    std::optional<double> bitsPerWeight; ///< of the quantized tensors, block overhead included, exact
    std::optional<double> effectiveBits; ///< typical over a whole file (mixes), with its source
    std::string effectiveBitsSource;
    std::int64_t blockSize = 1;            ///< weights a block
    double bytesPerBlock = 0;              ///< 0: not by blocks
    double valueBits = 0;                  ///< payload bits a weight, without scales (not for GGUF mixes)
    double scaleBytes = 0;                 ///< scales and zero points of one block
    std::int64_t blockRows = 1;            ///< rows a block (FP8: 128 x 128)
    double rowBytes = 0;                   ///< scales per output row
    double columnBytes = 0;                ///< per input column (GPTQ: g_idx)
    std::int64_t tensorBytes = 0;          ///< per matrix, one of each expert (tables, global scales)
    bool keepsLatentAttention = false;     ///< matrices of latent attention stay 16-bit (NVFP4)
    std::optional<double> headBits;        ///< bits of the output matrix where they differ (EXL2, EXL3)
    std::optional<double> routerBits;      ///< of routers where they differ (MLX)
    std::string ggufMix;                   ///< name of llama.cpp's mix of tensor types; empty: not known
    double restBytes = 2;                  ///< bytes a value of what is not quantized
    std::int64_t fileBits = 0;             ///< nominal bits (4 for Q4_K_M), for ordering and filters
    bool offered = true;                   ///< false: block types that are no file format, unsizable mixes
    bool tiedHeadSeparate = false;         ///< loaders hold a tied head separately (FP8)
    std::string requires_;                 ///< "bf16", "fp8", "fp4": hardware need; empty: none
    std::optional<double> perplexityDelta; ///< against the unquantized model; on perplexityModel, by perplexitySource
    std::string perplexityModel;
    std::string perplexitySource;
    std::string qualityNote;
    std::string source;
    Confidence confidence{};
    /// Whether any tensor takes less than a whole value.
    [[nodiscard]] bool quantizes() const { return quantizedPart != QuantizedPart::Everything; }
    /// Whether a file of `kind` can hold the format.
    [[nodiscard]] bool storedIn(Container kind) const;
};

/// One matrix as a GGUF stores it.
struct StoredTensor {
    TensorRole role{};
    GgmlType type{};
    std::int64_t columns = 0;
    std::int64_t rows = 1;
    std::int64_t slices = 1;
    friend bool operator==(const StoredTensor&, const StoredTensor&) = default;
};

/// Matrices of a GGUF layer by layer. Layers that store the same share a class.
struct StoredLayers {
    std::vector<std::vector<StoredTensor>> classes; ///< matrices in file order
    std::vector<std::uint16_t> layerClass;          ///< index into `classes`; empty: not a GGUF
    StoredTensor tokenEmbedding;
    StoredTensor output; ///< of a tied model: the token embedding
    friend bool operator==(const StoredLayers&, const StoredLayers&) = default;
};

/// Sum over an inventory, split where runtimes place things differently.
struct WeightSizes {
    ByteRange total;                 ///< tensors only
    std::optional<ByteRange> file;   ///< of a GGUF: header, tensors and their padding
    Bytes tokenEmbedding;            ///< part of total
    Bytes output;                    ///< output matrix, norm and bias; the tied output is not counted here
    std::vector<Bytes> layers;       ///< per block
    std::vector<Bytes> layerExperts; ///< routed-expert matrices of each block (part of `layers`)
    Bytes other;                     ///< rope factors, position table, vision ... (part of total)
    Bytes vision;                    ///< vision and audio towers (part of other; Checkpoint view only)
    bool exact = true;               ///< false: by effective bits per weight
    StoredLayers stored;             ///< what working buffers of llama.cpp depend on; GGUF only
};

/// Bytes of one tensor stored in `format`.
[[nodiscard]] Bytes tensorBytes(const WeightFormat& format, const Tensor& tensor);

/// Bytes of the whole model in `format`, as stored in `container`: the GGUF view of the inventory for Container::Gguf
/// and IkGguf, else the Checkpoint view (F16 and BF16 exist in both, so the container is the runtime's choice).
[[nodiscard]] WeightSizes sizeWeights(const Architecture& architecture, const WeightFormat& format, Container container,
                                      QuantizerChoice quantizer = {});
/// The same in the format's own container.
[[nodiscard]] inline WeightSizes sizeWeights(const Architecture& architecture, const WeightFormat& format) {
    return sizeWeights(architecture, format, format.container);
}

/// What a model with `stored` weights, whose tensors are not all understood, would take in `format`: every part by the
/// format's average bits a parameter, so it is never exact.
[[nodiscard]] WeightSizes scaledWeights(const WeightSizes& stored, std::int64_t parameters, const WeightFormat& format);

} // namespace vram
