// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/gguf_mix.h"

#include <algorithm>
#include <initializer_list>

namespace vram {

namespace {

/// A set of mixes as bits.
constexpr std::uint64_t only(std::initializer_list<GgufMix> mixes) {
    std::uint64_t bits = 0;
    for (const GgufMix mix : mixes) {
        bits |= std::uint64_t{1} << static_cast<unsigned>(mix);
    }
    return bits;
}

using enum GgufMix;
constexpr std::uint64_t kAll = ~std::uint64_t{0};
constexpr std::uint64_t kTiny = only({IQ1_S, IQ1_M, IQ2_XXS, IQ2_XS, IQ2_S, IQ2_M}); ///< need an importance matrix
constexpr std::uint64_t kTinyLarge = only({IQ2_S, IQ2_M});
constexpr std::uint64_t kMx = only({MXFP4_MOE});

enum class When : std::uint8_t {
    Always,
    // of the model
    Gqa4,           ///< at least four query heads a KV head
    Gqa4OrExperts4, ///< or at least four experts
    EightExperts,   ///< exactly eight: Mixtral
    NotEightExperts,
    // of the tensor's place
    FirstTwo,
    FirstFour,
    FirstSixteenth, ///< of the layers
    FirstEighth,
    MiddleThreeQuarters,
    MoreBits, ///< first and last eighth, every third between
    EightExpertsMoreBits,
    Slices, ///< experts, and the heads of split latent projections
};

/// The first generation of Falcon has rules of its own.
enum class Family : std::uint8_t { Any, Falcon, NotFalcon };

/// Whether a rule is for quantizing with an importance matrix.
enum class Matrix : std::uint8_t { Any, With, Without };

} // namespace

enum class GgufTypeSelector::Slot : std::uint8_t {
    Output,
    Embedding,
    Value,
    FusedQkv, ///< only where it has rules of its own; else Value
    Key,
    Query,
    AttentionOutput,
    Down,
    Gate,
    Up,
    Other
};

struct GgufTypeSelector::Rule {
    Slot slot;
    std::uint64_t mixes;
    When when;
    GgmlType type;
    Family family = Family::Any;
    Matrix matrix = Matrix::Any;
};

namespace {

/// Fused queries, keys and values, two plain matrices without biases, rotary positions: nothing else that a GGUF can
/// hold is built so.
bool isFalcon(const Architecture& architecture) {
    return architecture.positions == PositionKind::Rotary && !architecture.blocks.empty() &&
           std::all_of(architecture.blocks.begin(), architecture.blocks.end(), [](const Block& block) {
               const auto* attention = std::get_if<GroupedAttention>(&block.attention);
               const auto* dense = std::get_if<DenseFeedForward>(&block.feedForward);
               return attention != nullptr && attention->fusedQkv && !attention->qkvBias && dense != nullptr &&
                      !dense->gated && !dense->bias;
           });
}

constexpr bool moreBits(std::int64_t index, std::int64_t count) {
    return index < count / 8 || index >= 7 * count / 8 || (index - count / 8) % 3 == 2;
}

} // namespace

// The first rule that holds decides; none: the base type. After llama.cpp src/llama-quant.cpp (llama_tensor_get_type),
// MIT licence, as of 2026-09.
struct GgufTypeSelector::Counted {
    using enum Slot;
    using enum Family;
    static constexpr Matrix kWith = Matrix::With;
    static constexpr Matrix kWithout = Matrix::Without;
    using T = GgmlType;
    static constexpr std::array kRules{
        // Output matrix, or the embedding where it is tied. (Columns that are no multiple of the base type's block
        // give Q8_0 before any of these.)
        Rule{Output, kMx | only({Q8_0}), When::Always, T::Q8_0},
        Rule{Output, kAll, When::Always, T::Q8_0, Falcon},
        Rule{Output, kTiny | only({IQ3_XXS}), When::Always, T::Q5_K},
        Rule{Output, kAll, When::Always, T::Q6_K},

        Rule{Embedding, kMx, When::Always, T::Q8_0},
        Rule{Embedding, only({IQ1_S, IQ1_M, IQ2_XXS, IQ2_XS}), When::Always, T::Q2_K},
        Rule{Embedding, kTinyLarge | only({IQ3_XXS}), When::Always, T::IQ3_S},
        Rule{Embedding, only({TQ1_0, TQ2_0, Q2_0}), When::Always, T::Q4_K},

        Rule{Value, kMx, When::Slices, T::MXFP4},
        Rule{Value, kMx, When::Always, T::Q8_0},
        Rule{Value, kTiny, When::Gqa4OrExperts4, T::Q4_K},
        Rule{Value, kTinyLarge, When::Always, T::IQ3_S},
        Rule{Value, kTiny, When::Always, T::Q2_K},
        Rule{Value, kAll, When::EightExperts, T::Q8_0},
        Rule{Value, only({Q2_K, Q2_K_S, IQ3_XXS, IQ3_XS, IQ3_S}), When::Gqa4, T::Q4_K},
        Rule{Value, only({Q2_K}), When::Always, T::Q3_K},
        Rule{Value, only({IQ3_XXS}), When::Always, T::IQ3_S, Any, kWithout},
        Rule{Value, only({IQ3_M}), When::Always, T::Q4_K},
        Rule{Value, only({Q3_K_M}), When::FirstTwo, T::Q5_K},
        Rule{Value, only({Q3_K_M}), When::Always, T::Q4_K},
        Rule{Value, only({Q3_K_L}), When::Always, T::Q5_K},
        Rule{Value, only({IQ4_NL, IQ4_XS}), When::Gqa4, T::Q5_K},
        Rule{Value, only({Q4_K_M, Q5_K_M}), When::MoreBits, T::Q6_K},
        Rule{Value, only({Q4_K_S}), When::FirstFour, T::Q5_K},

        // Files made before fused matrices counted as values.
        Rule{FusedQkv, kMx, When::Always, T::Q8_0},
        Rule{FusedQkv, only({Q3_K_M, Q3_K_L, IQ3_M}), When::Always, T::Q4_K},
        Rule{FusedQkv, only({Q4_K_M}), When::Always, T::Q5_K},
        Rule{FusedQkv, only({Q5_K_M}), When::Always, T::Q6_K},

        Rule{Key, kMx, When::Slices, T::MXFP4},
        Rule{Key, kMx, When::Always, T::Q8_0},
        Rule{Key, kTiny, When::EightExperts, T::Q4_K},
        Rule{Key, ~kTiny, When::EightExperts, T::Q8_0},
        Rule{Key, only({IQ3_XS}), When::Always, T::IQ3_XXS},
        Rule{Key, only({IQ3_XXS}), When::Always, T::IQ2_S},

        Rule{Query, kMx, When::Slices, T::MXFP4},
        Rule{Query, kMx, When::Always, T::Q8_0},
        Rule{Query, only({IQ3_XS}), When::Always, T::IQ3_XXS},
        Rule{Query, only({IQ3_XXS}), When::Always, T::IQ2_S},

        Rule{AttentionOutput, kMx, When::Always, T::Q8_0},
        Rule{AttentionOutput, kTiny, When::EightExperts, T::Q5_K},
        Rule{AttentionOutput, only({IQ1_S, IQ1_M}), When::Always, T::IQ2_XXS},
        Rule{AttentionOutput, kTinyLarge, When::Always, T::IQ3_S},
        Rule{AttentionOutput, only({Q3_K_L}), When::Always, T::Q4_K, Falcon},
        Rule{AttentionOutput,
             only({Q2_K, IQ3_XS, IQ3_XXS, Q3_K_S, Q3_K_M, IQ4_NL, Q4_K_S, Q4_K_M, IQ3_S, IQ3_M, IQ4_XS}),
             When::EightExperts, T::Q5_K, NotFalcon},
        Rule{AttentionOutput, only({Q2_K}), When::Always, T::Q3_K, NotFalcon},
        Rule{AttentionOutput, only({IQ3_XXS}), When::Always, T::IQ3_S, NotFalcon},
        Rule{AttentionOutput, only({Q3_K_M, IQ3_M}), When::Always, T::Q4_K, NotFalcon},
        Rule{AttentionOutput, only({Q3_K_L}), When::NotEightExperts, T::Q5_K, NotFalcon},

        Rule{Down, kMx, When::Slices, T::MXFP4},
        Rule{Down, kMx, When::Always, T::Q8_0},
        Rule{Down, kTinyLarge, When::FirstEighth, T::IQ3_S},
        Rule{Down, kTiny, When::FirstEighth, T::Q2_K},
        Rule{Down, only({Q2_K_S, IQ3_M}), When::FirstEighth, T::Q4_K},
        Rule{Down, only({Q2_K}), When::Always, T::Q3_K},
        Rule{Down, only({IQ3_XXS}), When::FirstEighth, T::Q4_K, Any, kWithout},
        Rule{Down, only({IQ3_XXS}), When::Always, T::Q3_K, Any, kWithout},
        Rule{Down, only({Q3_K_M}), When::FirstSixteenth, T::Q5_K},
        Rule{Down, only({Q3_K_M}), When::MoreBits, T::Q4_K, Falcon},
        Rule{Down, only({Q3_K_M}), When::Always, T::Q4_K, NotFalcon},
        Rule{Down, only({IQ3_M}), When::EightExpertsMoreBits, T::Q4_K},
        Rule{Down, only({Q3_K_L}), When::Always, T::Q4_K, Falcon},
        Rule{Down, only({Q3_K_L}), When::Always, T::Q5_K},
        Rule{Down, only({Q4_K_M}), When::FirstSixteenth, T::Q6_K, Falcon},
        Rule{Down, only({Q4_K_M}), When::MoreBits, T::Q5_K, Falcon},
        Rule{Down, only({Q4_K_M}), When::MoreBits, T::Q6_K, NotFalcon},
        Rule{Down, only({Q5_K_M}), When::MoreBits, T::Q6_K},
        Rule{Down, only({Q4_K_S}), When::FirstEighth, T::Q5_K, NotFalcon},
        Rule{Down, only({IQ4_NL, IQ4_XS}), When::FirstEighth, T::Q5_K, Any, kWithout},
        Rule{Down, only({Q4_0}), When::FirstEighth, T::Q4_1, Any, kWith},
        Rule{Down, only({Q5_0}), When::FirstEighth, T::Q5_1, Any, kWith},

        Rule{Gate, kMx, When::Slices, T::MXFP4},
        Rule{Gate, kMx, When::Always, T::Q8_0},
        Rule{Gate, only({IQ3_XS}), When::MiddleThreeQuarters, T::IQ3_XXS},

        Rule{Up, kMx, When::Slices, T::MXFP4},
        Rule{Up, kMx, When::Always, T::Q8_0},
        Rule{Up, only({IQ3_XS}), When::MiddleThreeQuarters, T::IQ3_XXS},

        Rule{Other, kMx, When::Slices, T::MXFP4},
        Rule{Other, kMx, When::Always, T::Q8_0},
    };
};

GgufTypeSelector::Slot GgufTypeSelector::slotOf(TensorRole role) const {
    switch (role) {
    case TensorRole::Output:
        return Slot::Output;
    case TensorRole::TokenEmbedding:
    case TensorRole::PerLayerEmbedding:
        return m_tied ? Slot::Output : Slot::Embedding;
    case TensorRole::AttentionV:
        return Slot::Value;
    case TensorRole::AttentionQkv:
        return m_choice.ownQkvRules ? Slot::FusedQkv : Slot::Value;
    case TensorRole::AttentionK:
        return Slot::Key;
    case TensorRole::AttentionQ:
        return Slot::Query;
    case TensorRole::AttentionOutput:
        return Slot::AttentionOutput;
    case TensorRole::FeedForwardDown:
    case TensorRole::ExpertDown:
    case TensorRole::SharedDown:
        return Slot::Down;
    case TensorRole::FeedForwardGate:
    case TensorRole::ExpertGate:
    case TensorRole::SharedGate:
        return Slot::Gate;
    case TensorRole::FeedForwardUp:
    case TensorRole::FeedForwardGateUp: // a fused matrix goes by the name ffn_up
    case TensorRole::ExpertUp:
    case TensorRole::SharedUp:
        return Slot::Up;
    default:
        return Slot::Other;
    }
}

GgufTypeSelector::GgufTypeSelector(const Architecture& architecture, const std::vector<Tensor>& inventory, GgufMix mix,
                                   QuantizerChoice choice)
    : m_mix(mix),
      m_base(baseType(mix)),
      m_choice(choice),
      m_layers(architecture.layerCount()),
      m_tied(true) {
    for (const Tensor& tensor : inventory) {
        m_tied = m_tied && tensor.role != TensorRole::Output;
        m_values += tensor.role == TensorRole::AttentionV || tensor.role == TensorRole::AttentionQkv ? 1 : 0;
    }
    for (const Block& block : architecture.blocks) {
        if (const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward)) {
            m_experts = std::max(m_experts, experts->experts);
            // gpt-oss, the architecture with biases on its experts, is published with MXFP4 experts; llama.cpp's
            // converter keeps them and its quantizer cannot requantize them.
            m_keepsMxfp4Experts = m_keepsMxfp4Experts || experts->expertBias;
        }
    }
    // hparams.n_gqa() is that of layer 0. Gated delta nets give one head count for all layers; the other hybrids' files
    // give a list with 0 for layers without attention.
    for (std::int64_t layer = 0; layer < m_layers && m_groupSize == 0; ++layer) {
        const Block& block = architecture.layer(layer);
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            m_groupSize = grouped->kvHeads > 0 ? grouped->heads / grouped->kvHeads : 0;
            m_is70B = m_layers == 80 && m_experts == 0 && m_groupSize > 1 && !block.recurrent;
            break;
        }
        if (const auto* latent = std::get_if<LatentAttention>(&block.attention)) {
            m_groupSize = latent->heads; // written as one KV head
            break;
        }
        if (block.recurrent && block.recurrent->kind != RecurrentKind::GatedDeltaNet) {
            break;
        }
    }
    const bool falcon = isFalcon(architecture);
    m_is70B = m_is70B && !falcon; // its loader names the types by layers: 7B and 40B, no other
    for (const Rule& rule : Counted::kRules) {
        const bool applies = (rule.mixes >> static_cast<unsigned>(mix) & 1U) != 0 &&
                             (rule.family == Family::Any || (rule.family == Family::Falcon) == falcon) &&
                             (rule.matrix == Matrix::Any || (rule.matrix == Matrix::With) == choice.importanceMatrix);
        const bool holdsForModel = rule.when == When::Gqa4              ? m_groupSize >= 4
                                   : rule.when == When::Gqa4OrExperts4  ? m_groupSize >= 4 || m_experts >= 4
                                   : rule.when == When::EightExperts    ? m_experts == 8
                                   : rule.when == When::NotEightExperts ? m_experts != 8
                                                                        : true;
        if (applies && holdsForModel) {
            m_rules[static_cast<std::size_t>(rule.slot)].push_back(&rule);
        }
    }
}

bool GgufTypeSelector::holds(const Rule& rule, std::int64_t index) const {
    const std::int64_t count = rule.slot == Slot::Value ? m_values : m_layers;
    switch (rule.when) {
    case When::FirstTwo:
        return index < 2;
    case When::FirstFour:
        return index < 4;
    case When::FirstSixteenth:
        return index < count / 16;
    case When::FirstEighth:
        return index < count / 8;
    case When::MiddleThreeQuarters:
        return index >= count / 8 && index < 7 * count / 8;
    case When::MoreBits:
        return moreBits(index, count);
    case When::EightExpertsMoreBits:
        return m_experts == 8 && moreBits(index, count);
    case When::Always:
    case When::Gqa4:
    case When::Gqa4OrExperts4:
    case When::EightExperts:
    case When::NotEightExperts:
    case When::Slices:
        break;
    }
    return true;
}

GgmlType GgufTypeSelector::chosenType(const Tensor& tensor) {
    const Slot slot = slotOf(tensor.role);
    // Values are counted as they come. So are the feed-forward matrices, but models with experts take the layer's
    // number, except for the smallest mixes.
    const std::int64_t seen = m_seen[static_cast<std::size_t>(slot)]++;
    const bool tiny = (kTiny >> static_cast<unsigned>(m_mix) & 1U) != 0;
    const std::int64_t index = slot != Slot::Value && m_experts > 1 && !tiny ? tensor.layer : seen;
    GgmlType type = m_base;
    if (slot == Slot::Output && m_mix != GgufMix::MXFP4_MOE && tensor.columns % ggmlTypeInfo(m_base).blockSize != 0) {
        type = GgmlType::Q8_0;
    } else {
        for (const Rule* rule : m_rules[static_cast<std::size_t>(slot)]) {
            if (rule->when == When::Slices ? tensor.slices > 1 : holds(*rule, index)) {
                type = rule->type;
                break;
            }
        }
    }
    // 80 layers: eight heads share a value matrix, so that more bits for it cost next to nothing.
    if (slot == Slot::Value && m_is70B && !tiny && (type == GgmlType::Q3_K || type == GgmlType::Q4_K)) {
        type = GgmlType::Q5_K;
    }
    return type;
}

GgmlType GgufTypeSelector::wantedType(const Tensor& tensor) {
    if (staysF32(tensor)) {
        return GgmlType::F32;
    }
    if (tensor.role == TensorRole::Other) {
        return m_base == GgmlType::F32 ? GgmlType::F32 : GgmlType::F16;
    }
    const bool expert = tensor.role == TensorRole::ExpertGate || tensor.role == TensorRole::ExpertUp ||
                        tensor.role == TensorRole::ExpertDown;
    if (expert && m_keepsMxfp4Experts) {
        return GgmlType::MXFP4;
    }
    if (m_base == GgmlType::F32 || m_base == GgmlType::F16 || m_base == GgmlType::BF16 ||
        tensor.role == TensorRole::Remainder) {
        return m_base;
    }
    return chosenType(tensor);
}

} // namespace vram
