// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/checkpoint_description.h"

#include "core/catalog/json_reader.h"
#include "core/source/layer_builder.h"
#include "core/source/safetensors/payload.h"
#include "core/source/safetensors/tensor_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace vram {

namespace {

/// Bytes and parameters of the tensors, summed by place.
struct Sum {
    Bytes bytes;
    std::int64_t parameters = 0;
    void add(Bytes more, std::int64_t moreParameters) {
        bytes += more;
        parameters = saturatingAdd(parameters, moreParameters);
    }
};

struct Sums {
    std::vector<Sum> layers;
    std::vector<Bytes> layerExperts;
    Sum tokenEmbedding;
    Sum output;
    Sum outputMatrix; ///< part of output
    Sum vision;
    Sum nextToken;
    std::set<std::int64_t> nextTokenLayers;
    std::string nextTokenName; ///< of the first tensor
    Sum other;
    std::array<std::int64_t, kPayloadSchemes> schemes{}; ///< parameters by how they are stored
    std::array<std::int64_t, kPayloadSchemes> schemeBits{};
    std::array<Bytes, static_cast<std::size_t>(SafetensorsType::Unknown) + 1> types; ///< of plain tensors
    std::vector<std::string> bitsAssumed;                                            ///< the first such tensor
    std::int64_t vocabSize = 0;
    std::int64_t hiddenSize = 0;
};

constexpr std::size_t index(PayloadScheme scheme) { return static_cast<std::size_t>(scheme); }

class Summer {
public:
    /// `layers`: of the configuration; 0: not known.
    Summer(const Checkpoint& checkpoint, std::int64_t layers)
        : m_checkpoint(checkpoint),
          m_payloads(checkpoint.tensors, readStatedPacking(checkpoint.configuration)),
          m_layers(layers) {
        m_sums.layers.resize(static_cast<std::size_t>(layers));
        m_sums.layerExperts.resize(static_cast<std::size_t>(layers));
    }

    [[nodiscard]] Result<Sums> sum() {
        findNextTokenLayers();
        for (const SafetensorsTensor& tensor : m_checkpoint.tensors) {
            const TensorName name = readTensorName(tensor);
            if (name.layer >= kMostLayers) {
                return Error{ErrorCode::OutOfRange,
                             abbreviate(tensor.name, 200),
                             {std::to_string(name.layer), "0", std::to_string(kMostLayers - 1)}};
            }
            add(tensor, name);
        }
        return std::move(m_sums);
    }

private:
    /// Layers of the main list that predict a further token, by their own parts.
    void findNextTokenLayers() {
        for (const SafetensorsTensor& tensor : m_checkpoint.tensors) {
            const TensorName name = readTensorName(tensor);
            const bool inMainList =
                name.place == TensorPlace::NextToken && name.layer >= 0 && tensor.name.find("mtp") == std::string::npos;
            if (inMainList) {
                m_nextToken.insert(name.layer);
            }
        }
    }

    [[nodiscard]] bool isNextToken(const TensorName& name) const {
        if (name.place != TensorPlace::Layer) {
            return name.place == TensorPlace::NextToken;
        }
        return (m_layers > 0 && name.layer >= m_layers) || m_nextToken.contains(name.layer);
    }

    void add(const SafetensorsTensor& tensor, const TensorName& name) {
        const Payload payload = m_payloads.read(tensor, name);
        if (payload.scheme == PayloadScheme::Plain) {
            m_sums.types.at(static_cast<std::size_t>(tensor.type)) += tensor.bytes;
        }
        std::int64_t& schemeSum = m_sums.schemes.at(index(payload.scheme));
        schemeSum = saturatingAdd(schemeSum, payload.parameters);
        if (payload.bits > 0) {
            m_sums.schemeBits.at(index(payload.scheme)) = payload.bits;
        }
        if (payload.bitsAssumed && m_sums.bitsAssumed.empty()) {
            m_sums.bitsAssumed.push_back(abbreviate(tensor.name, 200));
        }
        if (isNextToken(name)) {
            m_sums.nextToken.add(tensor.bytes, payload.parameters);
            m_sums.nextTokenLayers.insert(name.layer);
            if (m_sums.nextTokenName.empty()) {
                m_sums.nextTokenName = abbreviate(tensor.name, 200);
            }
            return;
        }
        switch (name.place) {
        case TensorPlace::TokenEmbedding:
            m_sums.tokenEmbedding.add(tensor.bytes, payload.parameters);
            if (tensor.dimensionCount == 2 && payload.parameters > 0 && m_sums.vocabSize == 0) {
                m_sums.vocabSize = tensor.dimensions[0];
                m_sums.hiddenSize = m_sums.vocabSize > 0 ? payload.parameters / m_sums.vocabSize : 0;
            }
            return;
        case TensorPlace::Output:
            m_sums.output.add(tensor.bytes, payload.parameters);
            if (name.matrix) {
                m_sums.outputMatrix.add(tensor.bytes, payload.parameters);
            }
            return;
        case TensorPlace::Layer:
            addToLayer(tensor, name, payload.parameters);
            return;
        case TensorPlace::Vision:
            m_sums.vision.add(tensor.bytes, payload.parameters);
            return;
        case TensorPlace::NextToken:
        case TensorPlace::Other:
            break;
        }
        m_sums.other.add(tensor.bytes, payload.parameters);
    }

    void addToLayer(const SafetensorsTensor& tensor, const TensorName& name, std::int64_t parameters) {
        const auto layer = static_cast<std::size_t>(name.layer);
        if (layer >= m_sums.layers.size()) {
            m_sums.layers.resize(layer + 1);
            m_sums.layerExperts.resize(layer + 1);
        }
        m_sums.layers[layer].add(tensor.bytes, parameters);
        if (name.expert) {
            m_sums.layerExperts[layer] += tensor.bytes;
        }
    }

    const Checkpoint& m_checkpoint;
    PayloadReader m_payloads;
    std::int64_t m_layers;
    std::set<std::int64_t> m_nextToken;
    Sums m_sums;
};

WeightSizes sizesOf(const Sums& sums) {
    WeightSizes sizes;
    sizes.tokenEmbedding = sums.tokenEmbedding.bytes;
    sizes.output = sums.output.bytes;
    sizes.layerExperts = sums.layerExperts;
    sizes.vision = sums.vision.bytes;
    sizes.other = sums.other.bytes + sums.vision.bytes;
    Bytes total = sizes.tokenEmbedding + sizes.output + sizes.other;
    sizes.layers.reserve(sums.layers.size());
    for (const Sum& layer : sums.layers) {
        sizes.layers.push_back(layer.bytes);
        total += layer.bytes;
    }
    sizes.total = ByteRange::exact(total);
    return sizes;
}

std::int64_t parametersOf(const Sums& sums) {
    std::int64_t all = saturatingAdd(sums.tokenEmbedding.parameters, sums.output.parameters);
    all = saturatingAdd(all, saturatingAdd(sums.vision.parameters, sums.other.parameters));
    for (const Sum& layer : sums.layers) {
        all = saturatingAdd(all, layer.parameters);
    }
    return all;
}

/// The format of most of the parameters.
std::string storedFormatOf(const Sums& sums) {
    std::size_t most = index(PayloadScheme::Auxiliary) + 1;
    for (std::size_t scheme = most; scheme < kPayloadSchemes; ++scheme) {
        most = sums.schemes.at(scheme) > sums.schemes.at(most) ? scheme : most;
    }
    if (sums.schemes.at(most) > 0) {
        return formatOf(static_cast<PayloadScheme>(most), sums.schemeBits.at(most));
    }
    struct Row {
        SafetensorsType type;
        const char* format;
    };
    constexpr std::array kRows{Row{SafetensorsType::BF16, "BF16"}, Row{SafetensorsType::F16, "F16"},
                               Row{SafetensorsType::F32, "F32"}};
    const auto bytesOf = [&](const Row& row) { return sums.types.at(static_cast<std::size_t>(row.type)); };
    const auto* const largest = std::max_element(kRows.begin(), kRows.end(),
                                                 [&](const Row& a, const Row& b) { return bytesOf(a) < bytesOf(b); });
    return bytesOf(*largest) > Bytes{} ? largest->format : "";
}

/// Only what the tensors make certain: width and vocabulary, and how many parameters each layer has. Its inventory
/// adds up to the counted parameters.
Result<Architecture> certainArchitecture(const Sums& sums) {
    Architecture architecture;
    architecture.outputNorm = false;
    std::int64_t rest = saturatingAdd(sums.output.parameters, sums.other.parameters);
    const std::int64_t embedding = saturatingMultiply(sums.hiddenSize, sums.vocabSize);
    const bool known = embedding > 0 && embedding <= sums.tokenEmbedding.parameters && sums.hiddenSize <= kMostWidth &&
                       sums.vocabSize <= kMostWidth;
    rest = saturatingAdd(rest, sums.tokenEmbedding.parameters - (known ? embedding : 0));
    architecture.tiedEmbeddings = true; // where it is not, the output matrix is part of what follows
    if (known) {
        architecture.hiddenSize = sums.hiddenSize;
        architecture.vocabSize = sums.vocabSize;
        if (sums.outputMatrix.parameters >= embedding) {
            architecture.tiedEmbeddings = false;
            rest -= embedding;
        }
    }
    architecture.extraParameters = rest;
    architecture.visionParameters = sums.vision.parameters;
    for (const Sum& layer : sums.layers) {
        Block block;
        block.norms = 0;
        block.extraParameters = layer.parameters;
        if (!appendLayer(architecture, std::move(block))) {
            return Error{
                ErrorCode::TooLarge, "layers", {std::to_string(sums.layers.size()), std::to_string(kMostBlocks)}};
        }
    }
    return architecture;
}

/// PyTorch files are never opened: their total, laid out as the configuration's weights in 16 or 32 bits.
ModelDescription describeTotal(const Checkpoint& checkpoint, ModelDescription description) {
    WeightSizes sizes;
    const Bytes total = checkpoint.tensorBytes;
    const std::int64_t parameters = description.architecture ? parameterCount(*description.architecture) : 0;
    if (parameters > 0) {
        WeightFormat format;
        format.container = Container::Safetensors;
        format.quantizedPart = QuantizedPart::Everything;
        format.restBytes = total.count() / 3 >= parameters ? 4 : 2; // nearer to four bytes a parameter than to two
        sizes = sizeWeights(*description.architecture, format, Container::Safetensors);
        description.storedFormat = !description.storedFormat.empty() ? description.storedFormat
                                   : format.restBytes > 2            ? "F32"
                                                                     : "F16";
    }
    if (sizes.total.typical <= total) {
        sizes.other += total - sizes.total.typical;
        sizes.total = ByteRange::exact(total);
    } else {
        sizes.total = {total, total, sizes.total.typical};
    }
    sizes.exact = false;
    description.stored = std::make_shared<const WeightSizes>(std::move(sizes));
    return description;
}

class Describer {
public:
    Describer(const Checkpoint& checkpoint, std::optional<ModelDescription> configured)
        : m_checkpoint(checkpoint),
          m_known(configured && configured->architecture && configured->layoutSource != LayoutSource::Unknown) {
        if (configured) {
            m_description = *std::move(configured);
        }
    }

    Result<ModelDescription> describe() {
        if (m_checkpoint.adapter) {
            return Error{ErrorCode::NotThisKind, {}, {"model", "a LoRA adapter"}};
        }
        if (!m_checkpoint.container.empty()) {
            m_description.container = m_checkpoint.container;
        }
        std::vector<ModelWarning>& warnings = m_description.warnings;
        warnings.insert(warnings.end(), m_checkpoint.warnings.begin(), m_checkpoint.warnings.end());
        if (m_checkpoint.tensors.empty()) {
            return describeWithoutTensors();
        }
        auto sums = Summer(m_checkpoint, m_known ? m_description.architecture->layerCount() : 0).sum();
        if (!sums) {
            return sums.error();
        }
        m_description.parameters = parametersOf(*sums);
        if (m_description.parameters > kMostParameters) {
            return Error{ErrorCode::Overflow, {}, {"parameters"}};
        }
        m_description.stored = std::make_shared<const WeightSizes>(sizesOf(*sums));
        if (m_description.storedFormat.empty()) {
            m_description.storedFormat = storedFormatOf(*sums);
        }
        warnOf(*sums);
        if (m_known) {
            compareWithConfiguration(*sums);
            return std::move(m_description);
        }
        return describeUnknown(*sums);
    }

private:
    void warn(std::string_view code, std::string where, std::vector<std::string> arguments) {
        m_description.warnings.push_back({code, std::move(where), std::move(arguments)});
    }

    void makeUnknown(Architecture architecture) {
        m_description.architecture = std::make_shared<const Architecture>(std::move(architecture));
        m_description.layoutSource = LayoutSource::Unknown;
        m_description.cacheKnown = false;
        m_description.tensorsKnown = false;
        const auto& warnings = m_description.warnings;
        if (std::none_of(warnings.begin(), warnings.end(),
                         [](const ModelWarning& warning) { return warning.code == "layout-unknown"; })) {
            warn("layout-unknown", "config.json", {});
        }
    }

    Result<ModelDescription> describeWithoutTensors() {
        if (!m_description.architecture) {
            makeUnknown({});
        }
        if (m_checkpoint.container == "PyTorch") {
            return describeTotal(m_checkpoint, std::move(m_description));
        }
        if (m_checkpoint.container == "safetensors") {
            return Error{ErrorCode::MissingKey, {}, {"tensors"}};
        }
        return std::move(m_description);
    }

    Result<ModelDescription> describeUnknown(const Sums& sums) {
        auto architecture = certainArchitecture(sums);
        if (!architecture) {
            return architecture.error();
        }
        m_description.activeParameters = m_description.parameters;
        makeUnknown(std::move(architecture).value());
        return std::move(m_description);
    }

    void warnOf(const Sums& sums) {
        if (sums.nextToken.bytes > Bytes{}) {
            warn("draft-heads", sums.nextTokenName,
                 {std::to_string(std::max<std::size_t>(sums.nextTokenLayers.size(), 1)),
                  std::to_string(sums.nextToken.bytes.count())});
        }
        if (!sums.bitsAssumed.empty()) {
            warn("bits-assumed", sums.bitsAssumed.front(), {"4"});
        }
        const auto missing = std::find_if(sums.layers.begin(), sums.layers.end(),
                                          [](const Sum& layer) { return layer.bytes == Bytes{}; });
        if (missing != sums.layers.end()) {
            const auto empty =
                std::count_if(missing, sums.layers.end(), [](const Sum& layer) { return layer.bytes == Bytes{}; });
            warn("layers-missing", "layer " + std::to_string(missing - sums.layers.begin()), {std::to_string(empty)});
        }
    }

    void compareWithConfiguration(const Sums& sums) {
        if (m_description.architecture->tiedEmbeddings) {
            // Some files hold the tied matrix all the same; loaders tie it again.
            m_description.parameters -= sums.outputMatrix.parameters;
        }
        const std::int64_t configured = parameterCount(*m_description.architecture);
        if (configured != m_description.parameters) {
            m_description.tensorsKnown = false;
            warn("parameters-differ", "config.json",
                 {std::to_string(m_description.parameters), std::to_string(configured)});
        }
    }

    const Checkpoint& m_checkpoint;
    bool m_known;
    ModelDescription m_description;
};

} // namespace

Result<ModelDescription> describeCheckpoint(const Checkpoint& checkpoint, std::optional<ModelDescription> configured) {
    return Describer(checkpoint, std::move(configured)).describe();
}

} // namespace vram
