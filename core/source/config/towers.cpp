// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/towers.h"

#include "core/model/limits.h"
#include "core/units/bytes.h"

#include <algorithm>
#include <string>

namespace vram {

namespace {

/// Sums of products that stop at the largest number instead of wrapping.
class Count {
public:
    Count& matrix(std::int64_t columns, std::int64_t rows, std::int64_t times = 1) {
        m_sum = saturatingAdd(m_sum, saturatingMultiply(saturatingMultiply(columns, rows), times));
        return *this;
    }
    Count& vector(std::int64_t columns, std::int64_t times = 1) { return matrix(columns, 1, times); }
    /// A matrix with its bias.
    Count& linear(std::int64_t columns, std::int64_t rows) { return matrix(columns, rows).vector(rows); }
    [[nodiscard]] std::int64_t sum() const { return m_sum; }

private:
    std::int64_t m_sum = 0;
};

/// What the towers have in common, in elements.
struct Shape {
    std::int64_t hidden = 0;
    std::int64_t width = 0; ///< of the feed-forward
    std::int64_t layers = 0;
    std::int64_t patch = 0;
    std::int64_t image = 0; ///< pixels a side; 0: any
    std::int64_t text = 0;  ///< width of the language model
    std::int64_t channels = 3;
    std::int64_t frames = 1; ///< per patch
    std::int64_t merge = 1;  ///< patches a side that the projector takes together
    [[nodiscard]] std::int64_t patchPixels() const { return saturatingMultiply(channels * frames, patch * patch); }
    [[nodiscard]] std::int64_t patches() const { return (image / patch) * (image / patch); }
    [[nodiscard]] std::int64_t merged() const { return saturatingMultiply(hidden, merge * merge); }
};

/// PixtralVisionConfig's values, which files leave out.
constexpr Shape kPixtral{.hidden = 1024, .width = 4096, .layers = 24, .patch = 16, .image = 1024};

Shape readShape(const ConfigKeys& keys, const Shape& defaults, std::int64_t text) {
    const auto number = [&](const KeyNames& names, std::int64_t otherwise, std::int64_t most) {
        return otherwise > 0 && !keys.has(names) ? otherwise : keys.need(names, 1, most);
    };
    Shape s;
    s.hidden = number({"hidden_size", "vt_hidden_size"}, defaults.hidden, kMostWidth);
    s.width = number({"intermediate_size", "vt_intermediate_size"}, defaults.width, kMostWidth);
    s.layers = number({"num_hidden_layers", "depth", "vt_num_hidden_layers"}, defaults.layers, kMostLayers);
    s.patch = number({"patch_size"}, defaults.patch, 65536);
    s.image = keys.whole({"image_size"}, 1, 65536).value_or(defaults.image);
    s.channels = keys.whole({"num_channels", "in_channels", "in_chans"}, 1, 64).value_or(3);
    s.frames = keys.whole({"temporal_patch_size"}, 1, 64).value_or(1);
    s.merge = keys.whole({"spatial_merge_size"}, 1, 64).value_or(1);
    s.text = text;
    return s;
}

/// A block with LayerNorms, biases and an ungated feed-forward (ViT, SigLIP, Llama 4, Qwen3-VL).
std::int64_t biasedBlock(const Shape& s) {
    return Count{}
        .matrix(s.hidden, s.hidden, 4)
        .vector(s.hidden, 8)
        .linear(s.hidden, s.width)
        .linear(s.width, s.hidden)
        .sum();
}

std::int64_t siglip(const Shape& s) {
    Count c;
    c.linear(s.patchPixels(), s.hidden).matrix(s.patches(), s.hidden).vector(biasedBlock(s), s.layers);
    return c.vector(s.hidden, 2).matrix(s.hidden, s.text).vector(s.hidden).sum(); // projection and its norm
}

std::int64_t qwen2(const Shape& s) {
    Count block;
    block.vector(s.hidden, 2).linear(s.hidden, 3 * s.hidden).linear(s.hidden, s.hidden);
    block.linear(s.hidden, s.width).linear(s.hidden, s.width).linear(s.width, s.hidden);
    Count c;
    c.matrix(s.patchPixels(), s.hidden).vector(block.sum(), s.layers).vector(s.hidden);
    return c.linear(s.merged(), s.merged()).linear(s.merged(), s.text).sum();
}

std::int64_t qwen3(const Shape& s, const ConfigKeys& keys) {
    const std::int64_t merger = Count{}.linear(s.merged(), s.merged()).linear(s.merged(), s.text).sum();
    const Json* deep = keys.list({"deepstack_visual_indexes"});
    const std::int64_t extra = deep == nullptr ? 0 : static_cast<std::int64_t>(deep->size());
    Count c;
    c.linear(s.patchPixels(), s.hidden).matrix(keys.need({"num_position_embeddings"}, 1, kMostWidth), s.hidden);
    c.vector(biasedBlock(s), s.layers).vector(s.hidden, 2).vector(merger);
    return c.vector(saturatingAdd(merger, 2 * s.merged()), extra).sum();
}

std::int64_t pixtral(const Shape& s, bool merged) {
    Count c;
    c.matrix(s.patchPixels(), s.hidden).vector(s.hidden);
    c.vector(Count{}.vector(s.hidden, 2).matrix(s.hidden, s.hidden, 4).matrix(s.hidden, s.width, 3).sum(), s.layers);
    if (merged) { // a norm, four patches to one, then two matrices without biases
        return c.vector(s.hidden).matrix(s.merged(), s.hidden).matrix(s.hidden, s.text).matrix(s.text, s.text).sum();
    }
    return c.linear(s.hidden, s.text).linear(s.text, s.text).sum();
}

std::int64_t llama4(const Shape& s, const ConfigKeys& keys) {
    const std::int64_t out = keys.need({"vision_output_dim"}, 1, kMostWidth);
    const std::int64_t in = keys.whole({"projector_input_dim"}, 1, kMostWidth).value_or(out);
    const std::int64_t shuffled = 4 * s.hidden; // pixel_shuffle_ratio 0.5
    Count c;
    c.matrix(s.patchPixels(), s.hidden).matrix(s.patches() + 1, s.hidden).vector(s.hidden);
    c.vector(biasedBlock(s), s.layers).vector(s.hidden, 4);
    return c.matrix(shuffled, in).matrix(in, out).matrix(out, s.text).sum();
}

std::int64_t mllama(const Shape& s, const ConfigKeys& keys) {
    const std::int64_t global = keys.need({"num_global_layers"}, 0, kMostLayers);
    const std::int64_t tiles = keys.need({"max_num_tiles"}, 1, 64);
    const Json* ratios = keys.list({"supported_aspect_ratios"});
    const std::int64_t tables = tiles * (1 + (ratios == nullptr ? 8 : static_cast<std::int64_t>(ratios->size())));
    const std::int64_t positions = (s.patches() + 1) * s.hidden;
    const std::int64_t block = biasedBlock(s) - 4 * s.hidden; // attention has no biases
    Count c;
    c.matrix(s.patchPixels(), s.hidden).vector(s.hidden).vector(1).vector(positions).vector(positions, tables);
    c.vector(tables * s.hidden + 1, 2).vector(s.hidden, 4);
    c.vector(block, s.layers).vector(block + 2, global);
    return c.linear(keys.need({"vision_output_dim"}, 1, kMostWidth), s.text).sum();
}

std::int64_t moonVit(Shape s, const ConfigKeys& keys) {
    s.merge = 2; // merge_kernel_size
    const std::int64_t height = keys.need({"init_pos_emb_height"}, 1, 65536);
    const std::int64_t width = keys.need({"init_pos_emb_width"}, 1, 65536);
    Count c;
    c.linear(s.patchPixels(), s.hidden).matrix(height * width, s.hidden).vector(biasedBlock(s), s.layers);
    c.vector(s.hidden, 2).vector(s.merged(), 2);
    return c.linear(s.merged(), s.merged()).linear(s.merged(), s.text).sum();
}

std::int64_t gemma4(const Shape& s, const ConfigKeys& keys) {
    const std::int64_t heads = keys.need({"num_attention_heads"}, 1, kMostHeads);
    const std::int64_t headDim = keys.need({"head_dim"}, 1, kMostWidth);
    const std::int64_t kvHeads = keys.whole({"num_key_value_heads"}, 1, kMostHeads).value_or(heads);
    Count block;
    block.matrix(s.hidden, heads * headDim, 2).matrix(s.hidden, kvHeads * headDim, 2).vector(headDim, 2);
    block.matrix(s.hidden, s.width, 3).vector(s.hidden, 4);
    Count c;
    c.matrix(s.patchPixels(), s.hidden).matrix(keys.need({"position_embedding_size"}, 1, kMostWidth), s.hidden, 2);
    c.vector(block.sum(), s.layers).matrix(s.hidden, s.text);
    return c.vector(s.hidden, keys.boolean({"standardize"}).value_or(false) ? 2 : 0).sum();
}

/// Parameters of the tower; 0 where its layout is not known.
std::int64_t towerParameters(Tower tower, const ConfigKeys& keys, const ConfigKeys& root, std::int64_t text) {
    const bool pixtralTower = tower == Tower::Pixtral || tower == Tower::PixtralMerged;
    if (tower == Tower::None || (pixtralTower && keys.text({"model_type"}).value_or("") != "pixtral")) {
        return 0; // LLaVA models have other encoders, too
    }
    Shape s = readShape(keys, pixtralTower ? kPixtral : Shape{}, text);
    if (!keys.errors().empty()) {
        return 0;
    }
    switch (tower) {
    case Tower::Siglip:
        return siglip(s);
    case Tower::Qwen2:
        return qwen2(s);
    case Tower::Qwen3:
        return qwen3(s, keys);
    case Tower::Pixtral:
        return pixtral(s, false);
    case Tower::PixtralMerged:
        s.merge = root.whole({"spatial_merge_size"}, 1, 64).value_or(2);
        return pixtral(s, true);
    case Tower::Llama4:
        return llama4(s, keys);
    case Tower::Mllama:
        return mllama(s, keys);
    case Tower::MoonVit:
        return moonVit(s, keys);
    case Tower::Gemma4:
        return gemma4(s, keys);
    case Tower::None:
        break;
    }
    return 0;
}

} // namespace

void readTowers(const ConfigKeys& root, const Family& outer, ConfigContext& context, Architecture& architecture) {
    if (const Json* vision = root.object({"vision_config"})) {
        std::vector<Error> errors;
        const ConfigKeys keys(*vision, root.pathOf({"vision_config"}), errors);
        const std::int64_t count = towerParameters(outer.tower, keys, root, context.hidden);
        // A number that is not there leaves the tower unsized; one that is wrong is an error.
        const auto wrong = std::find_if(errors.begin(), errors.end(),
                                        [](const Error& error) { return error.code != ErrorCode::MissingKey; });
        if (wrong != errors.end()) {
            root.errors().push_back(*wrong);
        } else if (count > kMostParameters) {
            root.fail(ErrorCode::Overflow, {"vision_config"}, {"parameters"});
        } else if (count > 0 && errors.empty()) {
            architecture.visionParameters = count;
        } else {
            context.warn("vision-not-sized", root.pathOf({"vision_config"}));
        }
    } else if (root.object({"visual", "vision_tower_config"}) != nullptr) {
        context.warn("vision-not-sized", root.pathOf({"visual", "vision_tower_config"}));
    }
    if (root.object({"audio_config", "audio_processor"}) != nullptr) {
        context.warn("audio-not-sized", root.pathOf({"audio_config", "audio_processor"}));
    }
}

} // namespace vram
