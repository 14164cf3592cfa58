// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/config_reader.h"

#include "core/model/inventory.h"
#include "core/model/limits.h"
#include "core/source/config/block_reader.h"
#include "core/source/config/config_json.h"
#include "core/source/config/stored_format.h"
#include "core/source/config/towers.h"
#include "core/source/config/unknown_keys.h"
#include "core/source/layer_builder.h"
#include "core/units/bytes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMostNesting = 4; ///< of language models in multimodal ones; published files have two
constexpr std::size_t kMostName = 200;

/// The name that `architectures` or model_type give; empty: none.
std::string architectureName(const ConfigKeys& keys) {
    if (keys.has({"architectures"})) {
        const auto names = keys.texts({"architectures"});
        if (names && !names->empty()) {
            return abbreviate(names->front(), kMostName);
        }
    }
    return abbreviate(keys.text({"model_type"}).value_or(""), kMostName);
}

const Family* familyOf(const ConfigKeys& keys) {
    const Family* family = findFamily(architectureName(keys));
    return family != nullptr ? family : findFamily(keys.text({"model_type"}).value_or(""));
}

/// The language model inside a multimodal configuration, and its path; the configuration itself where it has none.
struct TextPart {
    const Json* object;
    std::string path;
    std::vector<std::pair<const Json*, std::string>> outer; ///< what it stands in, from the innermost on
};

TextPart findText(const Json& root, const std::string& path, std::vector<Error>& errors) {
    TextPart part{&root, path, {}};
    for (std::size_t depth = 0;; ++depth) {
        const ConfigKeys keys(*part.object, part.path, errors);
        static constexpr KeyNames kInner{"text_config", "language_config", "llm_config", "thinker_config"};
        const Json* inner = keys.object(kInner);
        if (inner == nullptr) {
            return part;
        }
        if (depth == kMostNesting) {
            keys.fail(ErrorCode::TooLarge, kInner, {std::to_string(depth + 1), std::to_string(kMostNesting)});
            return part;
        }
        part.outer.insert(part.outer.begin(), {part.object, part.path});
        part.path = keys.pathOf(kInner);
        part.object = inner;
    }
}

class ConfigReader {
public:
    ConfigReader(const ConfigKeys& root, const ConfigKeys& text, const Family& outer, const Family& family, bool known)
        : m_root(root),
          m_outer(outer),
          m_context{text, family, known} {}

    void read(ModelDescription& description) {
        readWhole();
        if (!failed()) {
            readLayers();
        }
        if (!failed()) {
            readExtras();
        }
        readTowers(m_root, m_outer, m_context, m_architecture);
        description.storedFormat = readStoredFormat(m_root, m_context);
        description.maxContext = maxContext();
        if (failed()) {
            return;
        }
        finish(description);
    }

private:
    [[nodiscard]] bool failed() const { return !m_context.keys.errors().empty(); }

    void readWhole() {
        ConfigContext& c = m_context;
        c.hidden = c.keys.need(kHiddenKeys, 1, kMostWidth);
        c.layers = c.keys.need(kLayerKeys, 1, kMostLayers);
        m_architecture.hiddenSize = c.hidden;
        m_architecture.vocabSize = c.number({"padded_vocab_size", "vocab_size"}, 1, kMostWidth); // ChatGLM has both
        if (m_architecture.vocabSize == 0) {
            m_architecture.vocabSize = c.keys.need({"vocab_size"}, 1, kMostWidth);
        }
        const std::int64_t rows = c.family.ggufRows;
        m_architecture.ggufVocabSize = rows > 0 && m_architecture.vocabSize > rows ? rows : 0;
        static constexpr KeyNames kTiedKeys{"tie_word_embeddings", "tie_embedding"};
        m_architecture.tiedEmbeddings =
            m_root.has(kTiedKeys) ? m_root.boolean(kTiedKeys).value_or(false) : c.flag(kTiedKeys, c.family.tied);
        m_architecture.ggufOutput = c.family.ggufOutput && m_architecture.tiedEmbeddings;
        m_architecture.outputBias = c.family.outputBias || c.flag({"lm_head_bias"}, false);
        m_architecture.outputNormBias = c.family.normBias;
    }

    void readLayers() {
        const std::vector<LayerPlan> plans = planLayers(m_context);
        std::vector<std::pair<LayerPlan, Block>> blocks; // each kind of layer is read once
        for (const LayerPlan& plan : plans) {
            if (failed()) {
                return;
            }
            auto known = std::find_if(blocks.begin(), blocks.end(), [&](const auto& b) { return b.first == plan; });
            if (known == blocks.end()) {
                blocks.emplace_back(plan, readConfigBlock(m_context, plan));
                known = blocks.end() - 1;
            }
            if (!appendLayer(m_architecture, known->second)) {
                m_context.keys.fail(ErrorCode::TooLarge, kLayerKeys,
                                    {std::to_string(blocks.size()), std::to_string(kMostBlocks)});
                return;
            }
        }
    }

    /// What stands beside the layers.
    void readExtras() {
        ConfigContext& c = m_context;
        Architecture& a = m_architecture;
        a.perLayerWidth = c.number({"hidden_size_per_layer_input"}, 0, kMostWidth);
        a.perLayerVocab = a.perLayerWidth > 0 ? c.number({"vocab_size_per_layer_input"}, 1, kMostWidth) : 0;
        a.altupInputs = c.number({"altup_num_inputs"}, 0, 64);
        a.laurelRank = c.number({"laurel_rank"}, 0, kMostWidth);
        a.hyperConnections = c.number({"hc_mult"}, 0, 64);
        constexpr std::int64_t kImageRows = 8; // of Llama 3.2 Vision's embedding, for its image token
        a.extraParameters = m_outer.tower == Tower::Mllama ? kImageRows * a.hiddenSize : 0;
        readPositions();
        readRopeFactors();
        readNextTokenLayers();
    }

    void readPositions() {
        const Family& family = m_context.family;
        constexpr std::int64_t kAlibiLayers = 40; // Baichuan 13B has ALiBi, 7B rotary positions
        const bool none = m_context.keys.text({"position_embedding_type"}).value_or("") == "nope" ||
                          (family.gguf == "baichuan" && m_context.layers == kAlibiLayers) ||
                          family.gguf == "nemotron_h" || family.gguf == "jamba";
        m_architecture.positions = none ? PositionKind::None : PositionKind::Rotary;
    }

    /// Layers that predict further tokens, where they are built like the last layer of the model.
    void readNextTokenLayers() {
        constexpr std::int64_t kMost = 16;
        constexpr std::array<std::string_view, 3> kOwnKind{"mimo2", "step35", "nemotron_h"};
        const KeyNames names{"num_nextn_predict_layers", "mtp_num_hidden_layers"};
        const std::int64_t layers = m_context.number(names, 0, kMost);
        const bool own = std::find(kOwnKind.begin(), kOwnKind.end(), m_context.family.gguf) != kOwnKind.end();
        if (layers > 0 && !own && !m_architecture.layerBlocks.empty()) {
            m_architecture.nextTokenLayers = layers;
            m_architecture.nextTokenBlock = m_architecture.layerBlocks.back();
        }
    }

    [[nodiscard]] const Json* rope() const { return m_context.keys.object({"rope_scaling", "rope_parameters"}); }

    /// Factors that llama.cpp's converter stores in a file: half the rotated width of "llama3" scaling, two sets of
    /// "longrope" (Phi-3), and those of Gemma 4's proportional rotation.
    void readRopeFactors() {
        const Family& family = m_context.family;
        const std::int64_t headDim = widestHead();
        if (family.gguf == "gemma4") {
            m_architecture.ropeFactors = headDim / 2;
            return;
        }
        const Json* scaling = rope();
        if (scaling == nullptr || family.gguf.empty()) {
            return;
        }
        const ConfigKeys keys(*scaling, m_context.keys.pathOf({"rope_scaling", "rope_parameters"}),
                              m_context.keys.errors());
        const Json* kind = keys.raw({"rope_type", "type"});
        const std::string type = kind != nullptr && kind->is_string() ? kind->get<std::string>() : std::string();
        const Json* factors = keys.raw({"long_factor"});
        if (type == "llama3" && family.llama3Factors) {
            m_architecture.ropeFactors = headDim / 2;
        } else if (factors != nullptr && factors->is_array()) {
            m_architecture.ropeFactors = std::min<std::int64_t>(static_cast<std::int64_t>(factors->size()), kMostWidth);
            m_architecture.ropeFactorSets = 2;
        }
    }

    [[nodiscard]] std::int64_t widestHead() const {
        std::int64_t width = 0;
        for (const Block& block : m_architecture.blocks) {
            const auto* grouped = std::get_if<GroupedAttention>(&block.attention);
            width = std::max(width, grouped != nullptr ? grouped->headDim : 0);
        }
        return width;
    }

    /// max_position_embeddings; what YaRN stretches the original length to, or model_max_length (Command R), where that
    /// is more.
    [[nodiscard]] std::optional<std::int64_t> maxContext() const {
        static constexpr KeyNames kContextKeys{"max_position_embeddings", "max_sequence_length", "seq_length",
                                               "n_positions", "max_seq_len"};
        const std::int64_t stated = std::max(m_context.number(kContextKeys, 1, kMostWindow),
                                             m_context.number({"model_max_length"}, 1, kMostWindow));
        double length = static_cast<double>(stated);
        if (const Json* scaling = rope()) {
            const ConfigKeys keys(*scaling, m_context.keys.pathOf({"rope_scaling", "rope_parameters"}),
                                  m_context.keys.errors());
            const Json* kind = keys.raw({"rope_type", "type"});
            if (kind != nullptr && kind->is_string() && kind->get<std::string>() == "yarn") {
                const double original =
                    keys.number({"original_max_position_embeddings"}, 1, static_cast<double>(kMostWindow)).value_or(0);
                length = std::max(length, std::floor(original * keys.number({"factor"}, 0, 1e6).value_or(0)));
            }
        }
        if (length < 1) {
            return std::nullopt;
        }
        return static_cast<std::int64_t>(std::min(length, static_cast<double>(kMostWindow)));
    }

    /// Whether a layer has a cache that the estimates cannot size.
    [[nodiscard]] bool hasUnsizedCache() const {
        return std::any_of(m_architecture.blocks.begin(), m_architecture.blocks.end(), [](const Block& block) {
            const auto* grouped = std::get_if<GroupedAttention>(&block.attention);
            return std::holds_alternative<CompressedAttention>(block.attention) ||
                   (grouped != nullptr && grouped->indexerHeads > 0);
        });
    }

    [[nodiscard]] std::string ggufName() const {
        const Family& family = m_context.family;
        const auto& blocks = m_architecture.blocks;
        const bool states = std::any_of(blocks.begin(), blocks.end(), [](const Block& b) { return b.recurrent; });
        const bool experts = std::any_of(blocks.begin(), blocks.end(), [](const Block& b) {
            return std::holds_alternative<MixtureOfExperts>(b.feedForward);
        });
        if (family.gguf == "granitehybrid" && !states) {
            return experts ? "granitemoe" : "granite";
        }
        return std::string(family.gguf) + (family.gguf == "nemotron_h" && experts ? "_moe" : "");
    }

    void finish(ModelDescription& description) {
        ConfigContext& c = m_context;
        if (!c.known) {
            noteUnknownKeys(c);
        }
        const std::string& name = description.architectureName;
        if (!c.unclear && parameterCount(m_architecture) > kMostParameters) {
            c.keys.fail(ErrorCode::Overflow, kHiddenKeys, {"parameters"});
            return;
        }
        description.tensorsKnown = c.known && !c.unclear;
        if (c.unclear) {
            keepCertain();
            c.warn("layout-unknown", name);
        } else {
            description.parameters = parameterCount(m_architecture);
            description.activeParameters = activeParameterCount(m_architecture);
            const bool unsized = hasUnsizedCache();
            description.cacheKnown = !unsized;
            description.layoutSource = unsized       ? LayoutSource::Unknown
                                       : c.tableUsed ? LayoutSource::Table
                                                     : LayoutSource::Config;
            description.ggufArchitecture = ggufName();
            if (unsized) {
                c.warn("layout-unknown", name);
            } else if (!c.known) {
                c.warn("architecture-not-known", name);
            } else if (c.tableUsed) {
                c.warn("layout-from-table", name);
            }
        }
        description.architecture = std::make_shared<const Architecture>(std::move(m_architecture));
        description.warnings = std::move(c.warnings);
    }

    /// Leaves the number and nothing else of the layers: what a guess said of them must not look like an answer.
    void keepCertain() {
        Block empty;
        empty.norms = 0;
        m_architecture.blocks.clear();
        m_architecture.layerBlocks.clear();
        m_architecture.ropeFactors = 0;
        m_architecture.ropeFactorSets = 0;
        for (std::int64_t layer = 0; layer < m_context.layers; ++layer) {
            static_cast<void>(appendLayer(m_architecture, empty));
        }
    }

    const ConfigKeys& m_root;
    const Family& m_outer;
    ConfigContext m_context;
    Architecture m_architecture;
};

} // namespace

bool knowsConfigArchitecture(std::string_view name) { return findFamily(name) != nullptr; }

Result<ModelDescription> describeConfig(std::string_view jsonText, const std::string& where) {
    const Result<Json> json = parseConfigJson(jsonText, where);
    if (!json) {
        return json.error();
    }
    std::vector<Error> errors;
    static_cast<void>(ObjectReader(*json, where + ": ", errors)); // notes what is no object
    if (!errors.empty()) {
        return errors.front();
    }
    const TextPart part = findText(*json, where + ": ", errors);
    const ConfigKeys root(*json, where + ": ", errors);
    ConfigKeys text(*part.object, part.path, errors);
    for (const char* inner : {"attn_config", "ffn_config"}) { // DBRX
        if (const Json* object = text.object({inner})) {
            text.alsoIn(*object, part.path.back() == ' ' ? part.path + inner : part.path + '.' + inner);
        }
    }
    const Family* outer = familyOf(root);
    const Family* inner = familyOf(text);
    const Family* family = outer != nullptr && (!outer->wrapper || inner == nullptr) ? outer : inner;
    ModelDescription description;
    description.container = "config.json";
    description.architectureName = architectureName(root).empty() ? architectureName(text) : architectureName(root);
    if (description.architectureName.empty() && errors.empty()) {
        root.fail(ErrorCode::MissingKey, {"architectures"}, {"architectures"});
    }
    if (errors.empty()) {
        ConfigReader(root, text, outer != nullptr ? *outer : usualFamily(), family != nullptr ? *family : usualFamily(),
                     family != nullptr)
            .read(description);
    }
    if (!errors.empty()) {
        return errors.front();
    }
    return description;
}

} // namespace vram
