// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attention.h"
#include "core/model/recurrent.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace vram {

/// Whether projections have a bias: the family always or never has one, or a key says so (absent: as named here).
enum class BiasRule : std::uint8_t { Never, Always, KeyElseNo, KeyElseYes };

/// Of the attention's output projection.
enum class OutputBiasRule : std::uint8_t { Never, AsQkv, OwnKey };

/// What `sliding_window` means for the cache.
enum class WindowRule : std::uint8_t {
    Ignored, ///< llama.cpp keeps the whole context, and so does the catalogue
    Layers,  ///< layers that a pattern names keep the window only
};

/// A QK norm that all models of a family have, or those whose configuration says so.
enum class QkNormRule : std::uint8_t { Fixed, KeyElseNo, KeyElseYes };

/// Layout of a vision encoder with its projector, sized in towers.cpp.
enum class Tower : std::uint8_t {
    None,
    Siglip, ///< Gemma 3
    Qwen2,  ///< Qwen2.5-VL
    Qwen3,  ///< Qwen3-VL, Qwen3.5
    Pixtral,
    PixtralMerged, ///< Mistral 3: patches merged before the projector
    Llama4,
    Mllama,
    MoonVit,
    Gemma4,
};

/// What becomes of layers that keep a state instead of a cache; each reads other keys.
using StateRule = std::optional<RecurrentKind>;

/// A value of the family's configuration class that its files leave out.
struct FamilyDefault {
    std::string_view key;
    std::int64_t value;
};

/// What a configuration does not say of its family: from Transformers' modelling code, the repositories' own where
/// they have some, and llama.cpp's converter and loader.
struct Family {
    std::string_view names{}; ///< of `architectures` and `model_type`, with a blank between them
    std::string_view gguf{};  ///< llama.cpp's name of the architecture; empty: it has none
    bool wrapper = false;     ///< only puts a tower beside a language model, whose own name decides the rest
    bool tied = false;        ///< where tie_word_embeddings is absent
    bool ggufOutput = false;
    bool outputBias = false;
    bool normBias = false; ///< LayerNorms with bias: of the blocks and of the output
    std::int64_t norms = 2;
    QkNorm qkNorm = QkNorm::None;
    QkNormRule qkNormRule = QkNormRule::Fixed;
    BiasRule qkvBias = BiasRule::KeyElseNo;
    OutputBiasRule attentionOutputBias = OutputBiasRule::AsQkv;
    BiasRule feedForwardBias = BiasRule::KeyElseNo; ///< mlp_bias
    bool biasEverywhere = false;                    ///< the feed-forward follows the attention's bias
    bool gated = true;
    bool fusedQkv = false;
    bool fusedGateUp = false;
    bool innerNorm = false;
    bool sinks = false;     ///< in all layers; keys can say which
    bool headGate = false;  ///< one gate a head, unless a key says no
    bool queryGate = false; ///< a doubled query projection, unless a key says no
    WindowRule windowRule = WindowRule::Ignored;
    std::int64_t fullPeriod = 0; ///< every n-th layer has full attention where no key says which; 0: unknown
    StateRule state{};
    bool sharedExpert = false; ///< one shared expert as wide as a routed one, without a key that says so
    bool sharedGate = false;
    bool routerBias = false;
    bool expertBias = false;
    bool selectionBias = false; ///< where no key says so
    bool denseBesideExperts = false;
    bool llama3Factors = false; ///< the converter stores rope_freqs for "llama3" scaling
    std::int64_t ggufRows = 0;  ///< rows that the converter keeps where the checkpoint has more
    Tower tower = Tower::None;
    std::span<const FamilyDefault> defaults{};
};

/// nullptr where the name is not known.
[[nodiscard]] const Family* findFamily(std::string_view name);

/// The rules for a decoder of the most usual kind, for architectures that are not known.
[[nodiscard]] const Family& usualFamily();

} // namespace vram
