// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_model.h"

#include "core/model/inventory.h"
#include "core/model/limits.h"
#include "core/source/gguf/gguf_blocks.h"
#include "core/source/gguf/gguf_keys.h"
#include "core/source/gguf/gguf_layers.h"
#include "core/source/gguf/gguf_stored.h"
#include "core/source/layer_builder.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kMostTrainedContext = std::int64_t{1} << 40;
constexpr std::size_t kLongestName = 200;

/// Models without a cache that generation fills (encoders), or whose state is none of those that are sized here.
constexpr std::array<std::string_view, 18> kOtherCaches{
    "bert",     "nomic-bert", "nomic-bert-moe",   "jina-bert-v2", "jina-bert-v3", "modern-bert", "neo-bert",
    "eurobert", "t5",         "t5encoder",        "rwkv6",        "rwkv6qwen2",   "rwkv7",       "arwkv7",
    "dream",    "llada",      "wavtokenizer-dec", "deepseek4"};

/// Hybrids that are trained without positions; llama.cpp rotates them only where the file tells it to.
constexpr std::array<std::string_view, 2> kNoPositions{"granitehybrid", "jamba"};

std::string fileOf(std::size_t part) { return "part " + std::to_string(part + 1); }

/// Whether the files belong together and are all there.
std::optional<Error> checkParts(std::span<const GgufFile> parts) {
    const std::uint64_t count = parts.front().split ? parts.front().split->count : 1;
    if (parts.size() != count) {
        return Error{ErrorCode::EndsEarly, "split.count", {std::to_string(count), std::to_string(parts.size())}};
    }
    std::uint64_t tensors = 0;
    std::unordered_set<std::string_view> names;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::uint64_t index = parts[i].split ? parts[i].split->index : 0;
        if (index != i || (parts[i].split ? parts[i].split->count : 1) != count) {
            return Error{ErrorCode::Inconsistent,
                         fileOf(i) + ": split.no",
                         {"the parts of a model must be numbered in order", std::to_string(index), std::to_string(i)}};
        }
        tensors += parts[i].tensors.size();
        for (const GgufTensor& tensor : parts[i].tensors) {
            if (count > 1 && !names.insert(tensor.name).second) {
                return Error{ErrorCode::Duplicate, fileOf(i) + ": tensor " + tensor.name, {tensor.name}};
            }
        }
    }
    const std::uint64_t expected = parts.front().split ? parts.front().split->tensors : 0;
    if (expected != 0 && expected != tensors) {
        return Error{ErrorCode::Inconsistent,
                     "split.tensors.count",
                     {"the parts together must have as many tensors as the first one says", std::to_string(expected),
                      std::to_string(tensors)}};
    }
    return std::nullopt;
}

class Describer {
public:
    explicit Describer(std::span<const GgufFile> parts) : m_parts(parts), m_keys(parts.front()) {}

    Result<ModelDescription> describe() {
        const GgufFile& first = m_parts.front();
        m_hyper = readGgufHyperParameters(m_keys, first.architecture, countGgufBlocks(m_parts), embeddingColumns());
        const auto context = m_keys.integer("context_length", 0, kMostTrainedContext);
        if (m_keys.error()) {
            return *m_keys.error();
        }
        m_layers = ggufLayers(m_parts, m_hyper.layers);
        if (const std::optional<Error> error = checkWidths()) {
            return *error;
        }
        m_result.name = m_keys.text("general.name").substr(0, kLongestName);
        m_result.container = "GGUF";
        m_result.architectureName = first.architecture;
        m_result.ggufArchitecture = first.architecture;
        m_result.maxContext = context && *context > 0 ? context : std::nullopt;
        m_result.storedFormat = ggufStoredFormat(m_parts);
        m_result.layoutSource = LayoutSource::File;
        m_result.cacheKnown = true;
        if (const std::optional<Error> error = readWhole()) {
            return *error;
        }
        m_outline = m_architecture;
        if (const std::optional<Error> error = readBlocks()) {
            return *error;
        }
        judgeLayout();
        countParameters();
        if (std::max(m_result.parameters, m_counted) > kMostParameters) {
            return Error{ErrorCode::Overflow, {}, {"parameters"}};
        }
        m_result.stored = std::make_shared<const WeightSizes>(ggufStoredSizes(m_architecture, m_layers, m_parts));
        m_result.architecture = std::make_shared<const Architecture>(std::move(m_architecture));
        return std::move(m_result);
    }

private:
    void warn(std::string_view code, std::string where = {}, std::vector<std::string> arguments = {}) {
        m_result.warnings.push_back({code, std::move(where), std::move(arguments)});
    }

    [[nodiscard]] std::int64_t embeddingColumns() const {
        for (const GgufFile& part : m_parts) {
            const auto found = std::ranges::find(part.tensors, "token_embd.weight", &GgufTensor::name);
            if (found != part.tensors.end()) {
                return std::min(found->dimensions[0], kMostWidth);
            }
        }
        return 0;
    }

    /// Files can claim tensors that no memory holds: what follows from their widths must stay countable.
    [[nodiscard]] std::optional<Error> checkWidths() const {
        for (const GgufFile& file : m_parts) {
            for (const GgufTensor& tensor : file.tensors) {
                const std::int64_t widest = *std::ranges::max_element(tensor.dimensions);
                if (widest > kMostWidth) {
                    return Error{ErrorCode::OutOfRange,
                                 ggufPlace(tensor.at, tensor.name),
                                 {std::to_string(widest), "1", std::to_string(kMostWidth)}};
                }
            }
        }
        return std::nullopt;
    }

    std::optional<Error> readWhole() {
        const GgufLayer& outside = m_layers.outside;
        Architecture& a = m_architecture;
        a.hiddenSize = m_hyper.hidden;
        a.vocabSize = outside.dimension("token_embd.weight", 1);
        const std::int64_t columns = outside.dimension("token_embd.weight", 0);
        if (a.vocabSize > kMostWidth) {
            return Error{ErrorCode::TooLarge,
                         "tensor token_embd.weight",
                         {std::to_string(a.vocabSize), std::to_string(kMostWidth)}};
        }
        if (columns == 0) {
            m_hyper.missing = m_hyper.missing.empty() ? "token_embd.weight" : m_hyper.missing;
        } else if (columns != a.hiddenSize) {
            return Error{
                ErrorCode::Inconsistent,
                "tensor token_embd.weight",
                {"columns must be the embedding length", std::to_string(columns), std::to_string(a.hiddenSize)}};
        }
        a.tiedEmbeddings = !outside.has("output.weight");
        a.outputBias = outside.has("output.bias");
        a.outputNorm = outside.has("output_norm.weight");
        a.outputNormBias = outside.has("output_norm.bias");
        a.embeddingNorm = outside.has("token_embd_norm.weight");
        if (outside.has("position_embd.weight")) {
            a.positions = PositionKind::Learned;
            a.learnedPositions = outside.dimension("position_embd.weight", 1);
        } else if (std::ranges::find(kNoPositions, m_parts.front().architecture) != kNoPositions.end() &&
                   !m_keys.boolean("rope.scaling.finetuned").value_or(false)) {
            a.positions = PositionKind::None;
        }
        const bool sets = outside.has("rope_factors_long.weight");
        a.ropeFactors = outside.dimension(sets ? "rope_factors_long.weight" : "rope_freqs.weight", 0);
        a.ropeFactorSets = sets ? 2 : 0;
        if (outside.has("per_layer_token_embd.weight")) {
            a.perLayerWidth =
                outside.dimension("per_layer_token_embd.weight", 0) / std::max<std::int64_t>(m_hyper.layers, 1);
            a.perLayerVocab = outside.dimension("per_layer_token_embd.weight", 1);
        }
        a.altupInputs = outside.has("altup_proj.weight") ? outside.dimension("altup_proj.weight", 2) + 1 : 0;
        a.laurelRank = m_layers.blocks.empty() ? 0 : m_layers.blocks.front().dimension("laurel_l.weight", 1);
        return m_keys.error();
    }

    [[nodiscard]] bool alike(std::size_t a, std::size_t b) const {
        const GgufWindows& windows = m_hyper.windows;
        return m_hyper.heads[a] == m_hyper.heads[b] && m_hyper.kvHeads[a] == m_hyper.kvHeads[b] &&
               windows.windows[a] == windows.windows[b] && windows.reusesKv[a] == windows.reusesKv[b] &&
               m_layers.blocks[a].hasShapeOf(m_layers.blocks[b]);
    }

    std::optional<Error> readBlocks() {
        std::vector<std::size_t> examples; // the first layer of each kind
        for (std::size_t i = 0; i < m_layers.blocks.size(); ++i) {
            const auto known = std::ranges::find_if(examples, [&](std::size_t example) { return alike(i, example); });
            if (known != examples.end()) {
                m_architecture.layerBlocks.push_back(m_architecture.layerBlocks[*known]);
                continue;
            }
            examples.push_back(i);
            if (!appendLayer(m_architecture, readBlock(i))) {
                return Error{ErrorCode::TooLarge,
                             "blk." + std::to_string(i),
                             {std::to_string(examples.size()), std::to_string(kMostBlocks)}};
            }
        }
        if (m_hyper.draftLayers > 0 && !m_architecture.layerBlocks.empty()) {
            m_architecture.nextTokenLayers = m_hyper.draftLayers;
            m_architecture.nextTokenBlock = m_architecture.layerBlocks.back();
        }
        return std::nullopt;
    }

    Block readBlock(std::size_t index) {
        GgufBlock read = readGgufBlock(m_layers.blocks[index], m_hyper, static_cast<std::int64_t>(index));
        const std::string where = "blk." + std::to_string(index) + '.' + read.notUnderstood;
        if (!read.cacheKnown && m_result.cacheKnown) {
            warn("layout-unknown", where);
        } else if (read.cacheKnown && !read.notUnderstood.empty() && !m_oldLatent) {
            m_oldLatent = true;
            m_result.tensorsKnown = false;
            warn("latent-expanded", read.notUnderstood);
        }
        m_result.cacheKnown = m_result.cacheKnown && read.cacheKnown;
        const auto* experts = std::get_if<MixtureOfExperts>(&read.block.feedForward);
        if (experts != nullptr && (m_hyper.experts != experts->experts || m_hyper.usedExperts == 0) && !m_oddExperts) {
            m_oddExperts = true;
            warn("experts-disagree", m_parts.front().architecture + ".expert_count",
                 {std::to_string(m_hyper.experts), std::to_string(experts->experts)});
        }
        addRest(read.block, m_layers.blocks[index].elements(), index);
        return std::move(read.block);
    }

    /// What the block's fields do not express becomes its rest, so that the sum is the file's.
    void addRest(Block& block, std::int64_t elements, std::size_t index) {
        Architecture single = m_outline;
        single.blocks = {block};
        single.layerBlocks = {0};
        std::int64_t counted = 0;
        for (const Tensor& tensor : expandInventory(single, InventoryView::Gguf)) {
            counted = tensor.layer == 0 ? saturatingAdd(counted, tensor.elements()) : counted;
        }
        if (counted == elements) {
            return;
        }
        if (counted < elements) {
            block.extraParameters = saturatingAdd(block.extraParameters, elements - counted);
        }
        m_result.tensorsKnown = false;
        if (!m_rest) {
            m_rest = true;
            warn("tensors-not-known", "blk." + std::to_string(index),
                 {std::to_string(counted), std::to_string(elements)});
        }
    }

    void judgeLayout() {
        const std::string& architecture = m_parts.front().architecture;
        const bool causal = m_keys.boolean("attention.causal").value_or(true);
        const bool other = std::ranges::find(kOtherCaches, architecture) != kOtherCaches.end();
        if (!m_hyper.missing.empty()) {
            warn("layout-unknown", m_hyper.missing);
            m_result.cacheKnown = false;
        } else if (m_hyper.windows.unknown) {
            warn("window-unknown", architecture + ".attention.sliding_window");
            m_result.cacheKnown = false;
        } else if ((other || !causal) && m_result.cacheKnown) {
            warn("layout-unknown", architecture);
            m_result.cacheKnown = false;
        }
        const bool mixes = std::ranges::any_of(m_architecture.blocks, [](const Block& block) {
            return block.attention.index() != 0 || block.recurrent.has_value();
        });
        if (!mixes && m_result.cacheKnown) {
            warn("layout-unknown", architecture);
            m_result.cacheKnown = false;
        }
        if (!m_result.cacheKnown) {
            m_result.layoutSource = LayoutSource::Unknown;
        } else if (m_hyper.windows.fromTable) {
            m_result.layoutSource = LayoutSource::Table;
        }
        if (m_hyper.draftLayers > 0 && !m_layers.beyond.tensors().empty()) {
            warn("draft-heads", architecture + ".nextn_predict_layers",
                 {std::to_string(m_hyper.draftLayers), std::to_string(m_layers.beyond.bytes().count())});
        } else if (!m_layers.beyond.tensors().empty()) {
            warn("tensors-not-known", "blk." + std::to_string(m_hyper.layers), {"0", "1"});
        }
    }

    void countParameters() {
        std::int64_t elements = 0;
        for (const GgufLayer& layer : m_layers.blocks) {
            elements = saturatingAdd(elements, layer.elements());
        }
        for (const GgufLayer::Named& named : m_layers.outside.tensors()) {
            // Tables of rotation factors are computed from the configuration, not learned.
            const bool computed = named.suffix.starts_with("rope_f");
            elements = computed ? elements : saturatingAdd(elements, ggufElements(*named.tensor));
        }
        m_result.parameters = elements;
        m_counted = parameterCount(m_architecture);
        if (m_counted != elements) {
            if (m_counted < elements) {
                m_architecture.extraParameters = elements - m_counted;
            }
            m_result.tensorsKnown = false;
        }
        m_result.activeParameters = std::min(activeParameterCount(m_architecture), elements);
    }

    std::span<const GgufFile> m_parts;
    GgufKeys m_keys;
    GgufHyperParameters m_hyper;
    GgufLayers m_layers;
    Architecture m_architecture;
    Architecture m_outline; ///< the same without any block
    ModelDescription m_result;
    std::int64_t m_counted = 0; ///< parameters by the layout
    bool m_rest = false;        ///< each remark stands once
    bool m_oldLatent = false;
    bool m_oddExperts = false;
};

} // namespace

GgufPurpose ggufPurpose(const GgufFile& file) {
    const std::string type = GgufKeys(file).text("general.type");
    if (type == "adapter" || file.find("adapter.type") != nullptr) {
        return GgufPurpose::Adapter;
    }
    if (type == "mmproj" || file.architecture == "clip") {
        return GgufPurpose::Projector;
    }
    if (type == "imatrix" || file.find("imatrix.datasets") != nullptr) {
        return GgufPurpose::Other;
    }
    return type == "vocab" || (file.tensors.empty() && !file.split) ? GgufPurpose::Vocabulary : GgufPurpose::Model;
}

Result<ModelDescription> describeGguf(std::span<const GgufFile> parts) {
    if (parts.empty()) {
        return Error{ErrorCode::EndsEarly, "split.count", {"1", "0"}};
    }
    constexpr std::array<std::string_view, 5> kLooks{"a model", "a vision projector (mmproj)", "a LoRA adapter",
                                                     "a tokenizer alone", "an importance matrix"};
    const GgufPurpose purpose = ggufPurpose(parts.front());
    if (purpose != GgufPurpose::Model) {
        return Error{ErrorCode::NotThisKind,
                     "general.type",
                     {"model", std::string(kLooks.at(static_cast<std::size_t>(purpose)))}};
    }
    if (std::optional<Error> error = checkParts(parts)) {
        return *std::move(error);
    }
    return Describer(parts).describe();
}

} // namespace vram
