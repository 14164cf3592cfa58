// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/tensor_names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vram {

namespace {

// The modules whose names mean the same in every family that has them.
constexpr std::array<std::string_view, 6> kLayerLists{"layers", "h", "blocks", "block", "layer", "decoder_layers"};
constexpr std::array<std::string_view, 11> kTokenEmbeddings{
    "embed_tokens", "wte",       "word_embeddings", "embed_in", "tok_embeddings", "word_embedding", "token_embedding",
    "embeddings",   "embedding", "embed",           "emb"};
constexpr std::array<std::string_view, 6> kOutputs{"lm_head", "embed_out", "output", "output_layer", "head", "unembed"};
constexpr std::array<std::string_view, 9> kFinalNorms{"norm",    "ln_f",   "final_layernorm", "final_layer_norm",
                                                      "norm_f",  "ln_out", "final_norm",      "embedding_norm",
                                                      "ln_final"};
constexpr std::array<std::string_view, 35> kTowers{"visual",
                                                   "vision_tower",
                                                   "vision_model",
                                                   "vision",
                                                   "vision_encoder",
                                                   "vision_language_adapter",
                                                   "vision_projection",
                                                   "vision_adapter",
                                                   "image_encoder",
                                                   "image_newline",
                                                   "view_seperator",
                                                   "img_projection",
                                                   "img_processor",
                                                   "vit",
                                                   "vpm",
                                                   "resampler",
                                                   "sam_model",
                                                   "qformer",
                                                   "multi_modal_projector",
                                                   "mm_projector",
                                                   "projector",
                                                   "connector",
                                                   "mlp1",
                                                   "patch_merger",
                                                   "pre_mm_projector_norm",
                                                   "embed_vision",
                                                   "embed_audio",
                                                   "audio_tower",
                                                   "audio_model",
                                                   "audio",
                                                   "audio_encoder",
                                                   "speech_encoder",
                                                   "apm",
                                                   "audio_projector",
                                                   "audio_projection_layer"};
// Inside of a layer that predicts a further token (DeepSeek-V3, GLM-4.5); elsewhere the whole part is called "mtp".
constexpr std::array<std::string_view, 4> kNextTokenParts{"eh_proj", "enorm", "hnorm", "shared_head"};
constexpr std::array<std::string_view, 4> kBuffers{"inv_freq", "masked_bias", "position_ids", "token_type_ids"};

template <std::size_t n>
bool isOneOf(std::string_view word, const std::array<std::string_view, n>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A non-negative number that fills `word`; -1: it is none.
std::int64_t numberIn(std::string_view word) {
    std::int64_t number = -1;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
    return failure == std::errc() && end == word.data() + word.size() && number >= 0 ? number : -1;
}

/// Routed experts: by their list, or as one tensor of three dimensions in a feed-forward.
bool isExpert(std::string_view inLayer, const SafetensorsTensor& tensor) {
    const bool listed = inLayer.starts_with("experts.") || inLayer.find(".experts.") != std::string_view::npos;
    const bool stacked =
        tensor.dimensionCount >= 3 && tensor.dimensions[0] > 1 &&
        (inLayer.find("moe.") != std::string_view::npos || inLayer.find("mlp.") != std::string_view::npos ||
         inLayer.find("feed_forward.") != std::string_view::npos);
    return listed || stacked;
}

/// Causal masks that old checkpoints of GPT-2 and GPT-NeoX hold beside the weights are called "bias".
bool isBuffer(const TensorName& name, const SafetensorsTensor& tensor) {
    return isOneOf(name.field, kBuffers) || (name.field == "bias" && tensor.dimensionCount == 4);
}

TensorPlace placeOutside(std::string_view module) {
    const std::string_view last = module.substr(module.rfind('.') + 1);
    // "head" and "output" name other things in the depth of a model.
    const bool shallow = std::count(module.begin(), module.end(), '.') <= 1;
    if (isOneOf(last, kTokenEmbeddings)) {
        return TensorPlace::TokenEmbedding;
    }
    return (isOneOf(last, kOutputs) && shallow) || last == "lm_head" || isOneOf(last, kFinalNorms) ? TensorPlace::Output
                                                                                                   : TensorPlace::Other;
}

} // namespace

TensorName readTensorName(const SafetensorsTensor& tensor) {
    const std::string_view whole = tensor.name;
    TensorName name;
    const std::size_t lastDot = whole.rfind('.');
    name.field = whole.substr(lastDot == std::string_view::npos ? 0 : lastDot + 1);
    name.module = whole.substr(0, lastDot == std::string_view::npos ? 0 : lastDot);
    name.buffer = isBuffer(name, tensor);
    // What a quantizer adds to a weight belongs to the weight's module: "q_proj.weight.absmax".
    std::string_view module = name.module;
    for (const std::string_view part : {".quant_state", ".weight"}) {
        module.remove_suffix(module.ends_with(part) ? part.size() : 0);
    }
    bool nextToken = false;
    bool list = false;
    std::size_t at = 0;
    while (at <= whole.size()) {
        const std::size_t end = std::min(whole.find('.', at), whole.size());
        const std::string_view word = whole.substr(at, end - at);
        at = end + 1;
        if (list) {
            name.layer = numberIn(word);
            if (name.layer >= 0) {
                break;
            }
        }
        if (isOneOf(word, kTowers)) {
            name.place = TensorPlace::Vision;
            return name;
        }
        nextToken = nextToken || word.starts_with("mtp");
        list = isOneOf(word, kLayerLists) || word.starts_with("mtp");
    }
    if (name.layer < 0) {
        name.place = nextToken ? TensorPlace::NextToken : placeOutside(module);
        name.matrix = name.place == TensorPlace::Output && !isOneOf(module.substr(module.rfind('.') + 1), kFinalNorms);
        return name;
    }
    const std::string_view inLayer = whole.substr(std::min(at, whole.size()));
    const std::string_view firstPart = inLayer.substr(0, inLayer.find('.'));
    name.expert = isExpert(inLayer, tensor);
    name.place = nextToken || isOneOf(firstPart, kNextTokenParts) ? TensorPlace::NextToken : TensorPlace::Layer;
    return name;
}

} // namespace vram
