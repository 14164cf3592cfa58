// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/gguf_mix.h"

#include <algorithm>
#include <initializer_list>

namespace vram {

namespace {

struct MixRow {
    GgufMix mix;
    std::string_view name;
    GgmlType base;
};

constexpr std::array kMixes{
    MixRow{GgufMix::F32, "F32", GgmlType::F32},
    MixRow{GgufMix::F16, "F16", GgmlType::F16},
    MixRow{GgufMix::BF16, "BF16", GgmlType::BF16},
    MixRow{GgufMix::Q4_0, "Q4_0", GgmlType::Q4_0},
    MixRow{GgufMix::Q4_1, "Q4_1", GgmlType::Q4_1},
    MixRow{GgufMix::Q5_0, "Q5_0", GgmlType::Q5_0},
    MixRow{GgufMix::Q5_1, "Q5_1", GgmlType::Q5_1},
    MixRow{GgufMix::Q8_0, "Q8_0", GgmlType::Q8_0},
    MixRow{GgufMix::Q1_0, "Q1_0", GgmlType::Q1_0},
    MixRow{GgufMix::Q2_0, "Q2_0", GgmlType::Q2_0},
    MixRow{GgufMix::TQ1_0, "TQ1_0", GgmlType::TQ1_0},
    MixRow{GgufMix::TQ2_0, "TQ2_0", GgmlType::TQ2_0},
    MixRow{GgufMix::MXFP4_MOE, "MXFP4_MOE", GgmlType::MXFP4},
    MixRow{GgufMix::NVFP4, "NVFP4", GgmlType::NVFP4},
    MixRow{GgufMix::Q2_K, "Q2_K", GgmlType::Q2_K},
    MixRow{GgufMix::Q2_K_S, "Q2_K_S", GgmlType::Q2_K},
    MixRow{GgufMix::Q3_K_S, "Q3_K_S", GgmlType::Q3_K},
    MixRow{GgufMix::Q3_K_M, "Q3_K_M", GgmlType::Q3_K},
    MixRow{GgufMix::Q3_K_L, "Q3_K_L", GgmlType::Q3_K},
    MixRow{GgufMix::Q4_K_S, "Q4_K_S", GgmlType::Q4_K},
    MixRow{GgufMix::Q4_K_M, "Q4_K_M", GgmlType::Q4_K},
    MixRow{GgufMix::Q5_K_S, "Q5_K_S", GgmlType::Q5_K},
    MixRow{GgufMix::Q5_K_M, "Q5_K_M", GgmlType::Q5_K},
    MixRow{GgufMix::Q6_K, "Q6_K", GgmlType::Q6_K},
    MixRow{GgufMix::IQ1_S, "IQ1_S", GgmlType::IQ1_S},
    MixRow{GgufMix::IQ1_M, "IQ1_M", GgmlType::IQ1_M},
    MixRow{GgufMix::IQ2_XXS, "IQ2_XXS", GgmlType::IQ2_XXS},
    MixRow{GgufMix::IQ2_XS, "IQ2_XS", GgmlType::IQ2_XS},
    MixRow{GgufMix::IQ2_S, "IQ2_S", GgmlType::IQ2_XS}, // as llama.cpp has it
    MixRow{GgufMix::IQ2_M, "IQ2_M", GgmlType::IQ2_S},
    MixRow{GgufMix::IQ3_XXS, "IQ3_XXS", GgmlType::IQ3_XXS},
    MixRow{GgufMix::IQ3_XS, "IQ3_XS", GgmlType::IQ3_S},
    MixRow{GgufMix::IQ3_S, "IQ3_S", GgmlType::IQ3_S},
    MixRow{GgufMix::IQ3_M, "IQ3_M", GgmlType::IQ3_S},
    MixRow{GgufMix::IQ4_XS, "IQ4_XS", GgmlType::IQ4_XS},
    MixRow{GgufMix::IQ4_NL, "IQ4_NL", GgmlType::IQ4_NL},
};

constexpr bool isIndexedByMix() {
    for (std::size_t i = 0; i < kMixes.size(); ++i) {
        if (static_cast<std::size_t>(kMixes[i].mix) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isIndexedByMix());

} // namespace

std::optional<GgufMix> findGgufMix(std::string_view name) {
    for (const MixRow& row : kMixes) {
        if (row.name == name) {
            return row.mix;
        }
    }
    return std::nullopt;
}

GgmlType baseType(GgufMix mix) { return kMixes.at(static_cast<std::size_t>(mix)).base; }

bool needsImportanceMatrix(GgufMix mix) {
    using enum GgufMix;
    constexpr std::array kNeeding{IQ1_S, IQ1_M, IQ2_XXS, IQ2_XS, IQ2_S, IQ2_M, IQ3_XXS, IQ3_XS, Q2_K_S};
    return std::find(kNeeding.begin(), kNeeding.end(), mix) != kNeeding.end();
}

bool staysF32(const Tensor& tensor) {
    switch (tensor.role) {
    case TensorRole::Router:
    case TensorRole::RouterBias:
    case TensorRole::SharedRouter:
    case TensorRole::ExpertBias:
    case TensorRole::RecurrentConv:
    case TensorRole::RecurrentSmall:
    case TensorRole::PositionEmbedding:
        return true;
    case TensorRole::Remainder:
        return false; // stands for matrices of an unknown shape
    default:
        return !tensor.isMatrix();
    }
}

GgmlType storableType(GgmlType wanted, std::int64_t columns) {
    const auto fits = [columns](const GgmlTypeInfo& type) { return columns % type.blockSize == 0; };
    const GgmlTypeInfo& type = ggmlTypeInfo(wanted);
    if (fits(type)) {
        return wanted;
    }
    return fits(ggmlTypeInfo(type.fallback)) ? type.fallback : GgmlType::F16;
}

} // namespace vram
