// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/ggml_type.h"
#include "core/model/inventory.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vram {

/// The file types of llama.cpp's quantizer ("Q4_K_M"): each a base type and rules that give some tensors another one.
/// F32, F16 and BF16 are among them: matrices in that type, the rest as in every GGUF.
enum class GgufMix : std::uint8_t {
    F32,
    F16,
    BF16,
    Q4_0,
    Q4_1,
    Q5_0,
    Q5_1,
    Q8_0,
    Q1_0,
    Q2_0,
    TQ1_0,
    TQ2_0,
    MXFP4_MOE,
    NVFP4,
    Q2_K,
    Q2_K_S,
    Q3_K_S,
    Q3_K_M,
    Q3_K_L,
    Q4_K_S,
    Q4_K_M,
    Q5_K_S,
    Q5_K_M,
    Q6_K,
    IQ1_S,
    IQ1_M,
    IQ2_XXS,
    IQ2_XS,
    IQ2_S,
    IQ2_M,
    IQ3_XXS,
    IQ3_XS,
    IQ3_S,
    IQ3_M,
    IQ4_XS,
    IQ4_NL,
};

/// By the name in the format table; nothing where there are no rules for it.
[[nodiscard]] std::optional<GgufMix> findGgufMix(std::string_view name);

/// What a quantizer was told beyond the mix (scenario key "quantizer").
struct QuantizerChoice {
    /// With an importance matrix llama.cpp keeps more matrices small (IQ3_XXS, IQ4_XS, IQ4_NL) and guards the first
    /// feed-forward layers of Q4_0 and Q5_0.
    bool importanceMatrix = false;
    /// Fused queries, keys and values go by rules of their own, as in files made before llama.cpp counted them as
    /// values (Phi-4 of January 2025).
    bool ownQkvRules = false;
    friend bool operator==(const QuantizerChoice&, const QuantizerChoice&) = default;
};

/// The type that most matrices of a mix have.
[[nodiscard]] GgmlType baseType(GgufMix mix);

/// Whether a GGUF keeps the tensor in f32 whatever its file type (vectors, routers, convolutions).
[[nodiscard]] bool staysF32(const Tensor& tensor);

/// `wanted`, or what llama.cpp takes instead for a tensor whose columns are no multiple of its block.
[[nodiscard]] GgmlType storableType(GgmlType wanted, std::int64_t columns);

/// Whether llama.cpp refuses to write the mix without an importance matrix (tensor_requires_imatrix).
[[nodiscard]] bool needsImportanceMatrix(GgufMix mix);

/// Gives each tensor of a model its type, as llama.cpp's quantizer does. Tensors must be asked for in file order: some
/// rules count them.
class GgufTypeSelector {
public:
    /// `inventory` is the model's GGUF view.
    GgufTypeSelector(const Architecture& architecture, const std::vector<Tensor>& inventory, GgufMix mix,
                     QuantizerChoice choice = {});
    /// The type that the rules want, whether or not the tensor's columns can be stored in it.
    [[nodiscard]] GgmlType wantedType(const Tensor& tensor);

private:
    enum class Slot : std::uint8_t; ///< what the rules tell apart
    struct Rule;
    struct Counted;
    static constexpr std::size_t kSlots = 11;
    [[nodiscard]] Slot slotOf(TensorRole role) const;
    [[nodiscard]] bool holds(const Rule& rule, std::int64_t index) const;
    GgmlType chosenType(const Tensor& tensor);

    GgufMix m_mix;
    GgmlType m_base;
    QuantizerChoice m_choice;
    std::int64_t m_layers = 0; ///< of the model
    std::int64_t m_values = 0; ///< tensors that count as attention values
    std::int64_t m_experts = 0;
    std::int64_t m_groupSize = 0; ///< query heads a KV head, of the first layer
    bool m_tied = false;
    bool m_is70B = false;
    bool m_keepsMxfp4Experts = false;
    std::array<std::vector<const Rule*>, kSlots> m_rules; ///< those of this mix whose model-wide conditions hold
    std::array<std::int64_t, kSlots> m_seen{};
};

} // namespace vram
