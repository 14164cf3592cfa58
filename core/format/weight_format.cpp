// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/weight_format.h"

#include "core/format/gguf_header.h"
#include "core/format/quantized_part.h"
#include "core/format/weight_sizer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vram {

namespace {

/// How far a whole checkpoint may lie from what the average bits per weight say.
struct Spread {
    Container container;
    double low;
    double high;
    std::string_view source;
};

constexpr std::array kSpreads{
    Spread{Container::Gguf, 0.95, 1.12, "effective bits of one mix over the models whose mix is known: -4 to +11 %"},
    Spread{Container::IkGguf, 0.98, 1.15, "base type alone to the usual share of larger types (assumption)"},
    Spread{Container::Exl2, 0.98, 1.03, "the quantizer meets the average that the name gives; scales add up to 2 %"},
    Spread{Container::Exl3, 0.98, 1.03, "as for EXL2"},
    Spread{Container::BitNet, 0.95, 1.10, "assumption"},
    Spread{Container::Safetensors, 0.97, 1.08, "assumption: codebooks and scales"},
    Spread{Container::Mlx, 0.97, 1.05, "assumption"},
};

const Spread& spreadOf(Container container) {
    const auto* const found = std::find_if(kSpreads.begin(), kSpreads.end(),
                                           [container](const Spread& spread) { return spread.container == container; });
    return found == kSpreads.end() ? kSpreads.back() : *found;
}

Bytes roundedUp(double bytes) { return Bytes::fromDouble(std::ceil(bytes)); }

/// Payload and scales of a quantized matrix in a checkpoint; whole numbers wherever the layout has them.
Bytes quantizedBytes(const WeightFormat& format, const Tensor& tensor) {
    const double bits = tensor.role == TensorRole::Output   ? format.headBits.value_or(format.valueBits)
                        : tensor.role == TensorRole::Router ? format.routerBits.value_or(format.valueBits)
                                                            : format.valueBits;
    const auto elements = static_cast<double>(tensor.elements());
    const std::int64_t rows = saturatingMultiply(tensor.rows, tensor.slices);
    const std::int64_t blocks =
        saturatingMultiply(divideUp(tensor.columns, format.blockSize),
                           saturatingMultiply(divideUp(tensor.rows, format.blockRows), tensor.slices));
    const std::int64_t columns = saturatingMultiply(tensor.columns, tensor.slices);
    return roundedUp(elements * bits / 8) + roundedUp(static_cast<double>(blocks) * format.scaleBytes) +
           roundedUp(static_cast<double>(rows) * format.rowBytes) +
           roundedUp(static_cast<double>(columns) * format.columnBytes) +
           Bytes{saturatingMultiply(tensor.slices, format.tensorBytes)};
}

Bytes plainBytes(const WeightFormat& format, const Tensor& tensor) {
    return roundedUp(static_cast<double>(tensor.elements()) * format.restBytes);
}

Bytes checkpointBytes(const WeightFormat& format, const Tensor& tensor) {
    const bool plain = format.quantizedPart == QuantizedPart::Everything || !isQuantized(format, tensor);
    return plain ? plainBytes(format, tensor) : quantizedBytes(format, tensor);
}

/// A GGUF format without known rules, by its average bits.
Bytes averageBytes(const WeightFormat& format, const Tensor& tensor) {
    if (staysF32(tensor)) {
        return Bytes{saturatingMultiply(tensor.elements(), 4)};
    }
    const double bits = format.effectiveBits.value_or(format.bitsPerWeight.value_or(format.restBytes * 8));
    return roundedUp(static_cast<double>(tensor.elements()) * bits / 8);
}

/// Bytes in a GGUF, once a type is wanted for the tensor.
Bytes ggufBytes(GgmlType wanted, const Tensor& tensor) {
    const bool shaped = tensor.role != TensorRole::Remainder;
    const GgmlTypeInfo& type = ggmlTypeInfo(shaped ? storableType(wanted, tensor.columns) : wanted);
    return ggmlTensorBytes(type, tensor.columns, saturatingMultiply(tensor.rows, tensor.slices));
}

/// Adds the tensors of one model up by where runtimes put them. A model has few kinds of block and many layers, so
/// what a tensor takes is worked out once for each kind of block and each type that it gets in one.
class Totals {
public:
    explicit Totals(const Architecture& architecture)
        : m_layerBlocks(&architecture.layerBlocks),
          m_known(architecture.blocks.size()) {
        m_sizes.layers.resize(architecture.layerBlocks.size());
        m_sizes.layerExperts.resize(architecture.layerBlocks.size());
    }

    /// `type` tells apart what the same tensor of another layer may be stored as; `bytes()` is called when needed.
    template <typename BytesOf>
    void add(const Tensor& tensor, GgmlType type, BytesOf bytesOf) {
        if (tensor.layer < 0) {
            const Bytes bytes = bytesOf();
            addOutside(tensor, bytes);
            pad(bytes);
            return;
        }
        const auto layer = static_cast<std::size_t>(tensor.layer);
        if (tensor.layer != m_layer) {
            m_layer = tensor.layer;
            m_position = 0;
        }
        std::vector<Known>& known = m_known[(*m_layerBlocks)[layer]];
        if (m_position == known.size()) {
            known.push_back({type, bytesOf()});
        } else if (known[m_position].type != type) {
            known[m_position] = {type, bytesOf()};
        }
        const Bytes bytes = known[m_position++].bytes;
        m_sizes.layers[layer] += bytes;
        pad(bytes);
        if (isExpertMatrix(tensor.role) || tensor.role == TensorRole::ExpertBias) {
            m_sizes.layerExperts[layer] += bytes;
        }
    }

    /// The whole file, once every tensor is there.
    void setFile(const ByteRange& header) {
        const Bytes tensors = m_padding + sum();
        m_sizes.file = {header.low + tensors, header.typical + tensors, header.high + tensors};
    }

    [[nodiscard]] WeightSizes exact() {
        m_sizes.total = ByteRange::exact(sum());
        return std::move(m_sizes);
    }

    [[nodiscard]] WeightSizes within(const Spread& spread) {
        const Bytes typical = sum();
        const auto bytes = static_cast<double>(typical.count());
        if (m_sizes.file) {
            m_sizes.file->low = Bytes::fromDouble(static_cast<double>(m_sizes.file->low.count()) * spread.low);
            m_sizes.file->high = Bytes::fromDouble(static_cast<double>(m_sizes.file->high.count()) * spread.high);
        }
        m_sizes.total = {Bytes::fromDouble(bytes * spread.low), typical, Bytes::fromDouble(bytes * spread.high)};
        m_sizes.exact = false;
        return std::move(m_sizes);
    }

private:
    struct Known {
        GgmlType type{};
        Bytes bytes;
    };

    void pad(Bytes bytes) { m_padding += Bytes{roundUp(bytes.count(), kGgufAlignment) - bytes.count()}; }

    void addOutside(const Tensor& tensor, Bytes bytes) {
        switch (tensor.role) {
        case TensorRole::TokenEmbedding:
            m_sizes.tokenEmbedding += bytes;
            return;
        case TensorRole::Output:
        case TensorRole::OutputNorm:
        case TensorRole::OutputBias:
            m_sizes.output += bytes;
            return;
        case TensorRole::Vision:
        case TensorRole::Audio:
            m_sizes.vision += bytes;
            break;
        default:
            break;
        }
        m_sizes.other += bytes;
    }

    [[nodiscard]] Bytes sum() const {
        Bytes sum = m_sizes.tokenEmbedding + m_sizes.output + m_sizes.other;
        for (const Bytes layer : m_sizes.layers) {
            sum += layer;
        }
        return sum;
    }

    WeightSizes m_sizes;
    Bytes m_padding; ///< between the tensors of a GGUF
    const std::vector<std::uint16_t>* m_layerBlocks;
    std::vector<std::vector<Known>> m_known; ///< by kind of block and position in it
    std::int32_t m_layer = -1;
    std::size_t m_position = 0;
};

/// Collects the matrices of a GGUF by layer and finds the layers that store the same.
class StoredCollector {
public:
    explicit StoredCollector(const Architecture& architecture) {
        m_stored.layerClass.reserve(architecture.layerBlocks.size());
    }

    void add(const Tensor& tensor, GgmlType wanted) {
        if (!tensor.isMatrix()) {
            return;
        }
        const GgmlType type = storableType(wanted, tensor.columns);
        const StoredTensor stored{tensor.role, type, tensor.columns, tensor.rows, tensor.slices};
        if (tensor.layer >= 0) {
            if (tensor.layer != m_layer) {
                closeLayer();
                m_layer = tensor.layer;
            }
            m_current.push_back(stored);
        } else if (tensor.role == TensorRole::TokenEmbedding) {
            m_stored.tokenEmbedding = stored;
            m_stored.output = stored;
        } else if (tensor.role == TensorRole::Output) {
            m_stored.output = stored;
        }
    }

    [[nodiscard]] StoredLayers take() {
        closeLayer();
        return std::move(m_stored);
    }

private:
    void closeLayer() {
        if (m_layer < 0) {
            return;
        }
        auto& classes = m_stored.classes;
        auto found = std::find(classes.begin(), classes.end(), m_current);
        if (found == classes.end()) {
            classes.push_back(std::move(m_current));
            found = classes.end() - 1;
        }
        const auto index = static_cast<std::uint16_t>(found - classes.begin());
        // Layers without a matrix of their own would be missing: none exist, but the list must stay aligned.
        m_stored.layerClass.resize(static_cast<std::size_t>(m_layer) + 1, index);
        m_current.clear();
    }

    StoredLayers m_stored;
    std::vector<StoredTensor> m_current;
    std::int32_t m_layer = -1;
};

/// The type whose size comes nearest to a format whose rules are not known.
GgmlType nearestType(const WeightFormat& format) {
    const double bits = format.effectiveBits.value_or(format.bitsPerWeight.value_or(format.restBytes * 8));
    GgmlType nearest = GgmlType::F16;
    double distance = std::numeric_limits<double>::max();
    for (const GgmlType type : {GgmlType::Q2_K, GgmlType::Q3_K, GgmlType::Q4_K, GgmlType::Q5_K, GgmlType::Q6_K,
                                GgmlType::Q8_0, GgmlType::F16, GgmlType::F32}) {
        const GgmlTypeInfo& info = ggmlTypeInfo(type);
        const double typeBits = 8.0 * static_cast<double>(info.blockBytes) / static_cast<double>(info.blockSize);
        if (std::abs(typeBits - bits) < distance) {
            distance = std::abs(typeBits - bits);
            nearest = type;
        }
    }
    return nearest;
}

/// The tensors of a GGUF, each given to `seen` with the type that it is stored as.
template <typename Seen>
WeightSizes sizeGgufTensors(const Architecture& architecture, const std::vector<Tensor>& inventory,
                            const WeightFormat& format, Container container, QuantizerChoice quantizer,
                            const std::optional<ByteRange>& header, Seen seen) {
    Totals totals(architecture);
    const std::optional<GgufMix> mix = findGgufMix(format.ggufMix);
    if (mix) {
        GgufTypeSelector selector(architecture, inventory, *mix, quantizer);
        for (const Tensor& tensor : inventory) {
            const GgmlType type = selector.wantedType(tensor);
            totals.add(tensor, type, [&] { return ggufBytes(type, tensor); });
            seen(tensor, type);
        }
    } else {
        const GgmlType nearest = nearestType(format);
        for (const Tensor& tensor : inventory) {
            totals.add(tensor, GgmlType{}, [&] { return averageBytes(format, tensor); });
            seen(tensor, staysF32(tensor) ? GgmlType::F32 : nearest);
        }
    }
    if (header) {
        totals.setFile(*header);
    }
    return mix ? totals.exact() : totals.within(spreadOf(container));
}

WeightSizes sizeGguf(const Architecture& architecture, const WeightFormat& format, Container container,
                     QuantizerChoice quantizer) {
    const std::vector<Tensor> inventory = expandInventory(architecture, InventoryView::Gguf);
    StoredCollector collector(architecture);
    WeightSizes sizes =
        sizeGgufTensors(architecture, inventory, format, container, quantizer, ggufHeaderBytes(architecture, inventory),
                        [&collector](const Tensor& tensor, GgmlType type) { collector.add(tensor, type); });
    sizes.stored = collector.take();
    return sizes;
}

/// Whether a format's layout gives the size to the byte, rather than by an average that its name states.
bool hasExactLayout(const WeightFormat& format, Container container) {
    const bool average = container == Container::Exl2 || container == Container::Exl3 ||
                         container == Container::BitNet || format.valueBits != std::floor(format.valueBits);
    return !average;
}

WeightSizes sizeCheckpoint(const Architecture& architecture, const std::vector<Tensor>& inventory,
                           const WeightFormat& format, Container container) {
    // A format for experts on a model without any quantizes its linear layers, as such checkpoints of dense models do.
    WeightFormat effective = format;
    const bool hasExperts = std::any_of(architecture.blocks.begin(), architecture.blocks.end(), [](const Block& block) {
        return std::holds_alternative<MixtureOfExperts>(block.feedForward);
    });
    if (effective.quantizedPart == QuantizedPart::ExpertsOnly && !hasExperts) {
        effective.quantizedPart = QuantizedPart::LinearLayers;
    }
    const bool keepsAttention =
        format.keepsLatentAttention &&
        std::any_of(architecture.blocks.begin(), architecture.blocks.end(),
                    [](const Block& block) { return std::holds_alternative<LatentAttention>(block.attention); });
    Totals totals(architecture);
    for (const Tensor& tensor : inventory) {
        const bool kept = keepsAttention && isSharedAttentionMatrix(tensor.role);
        totals.add(tensor, GgmlType{},
                   [&] { return kept ? plainBytes(effective, tensor) : checkpointBytes(effective, tensor); });
    }
    return hasExactLayout(format, container) ? totals.exact() : totals.within(spreadOf(container));
}

} // namespace

bool WeightFormat::storedIn(Container kind) const {
    return container == kind || std::find(alsoIn.begin(), alsoIn.end(), kind) != alsoIn.end();
}

Bytes tensorBytes(const WeightFormat& format, const Tensor& tensor) {
    if (!isGguf(format.container)) {
        return checkpointBytes(format, tensor);
    }
    const std::optional<GgufMix> mix = findGgufMix(format.ggufMix);
    if (!mix) {
        return averageBytes(format, tensor);
    }
    return ggufBytes(staysF32(tensor) ? GgmlType::F32 : baseType(*mix), tensor);
}

WeightSizes sizeWeights(const Architecture& architecture, const WeightFormat& format, Container container,
                        QuantizerChoice quantizer) {
    return isGguf(container) ? sizeGguf(architecture, format, container, quantizer)
                             : sizeCheckpoint(architecture, expandInventory(architecture, InventoryView::Checkpoint),
                                              format, container);
}

const std::vector<Tensor>& WeightSizer::inventory(InventoryView view) {
    std::optional<std::vector<Tensor>>& known = view == InventoryView::Gguf ? m_gguf : m_checkpoint;
    if (!known) {
        known = expandInventory(m_architecture, view);
    }
    return *known;
}

WeightSizes WeightSizer::sizes(const WeightFormat& format, Container container, QuantizerChoice quantizer) {
    return isGguf(container) ? sizeGgufTensors(m_architecture, inventory(InventoryView::Gguf), format, container,
                                               quantizer, std::nullopt, [](const Tensor&, GgmlType) {})
                             : sizeCheckpoint(m_architecture, inventory(InventoryView::Checkpoint), format, container);
}

WeightSizes scaledWeights(const WeightSizes& stored, std::int64_t parameters, const WeightFormat& format) {
    const double bits = format.effectiveBits.value_or(format.bitsPerWeight.value_or(format.restBytes * 8));
    const auto bytes = static_cast<double>(stored.total.typical.count());
    const double factor = bytes > 0 ? static_cast<double>(parameters) * bits / 8 / bytes : 1;
    const auto scaled = [factor](Bytes part) { return Bytes::fromDouble(static_cast<double>(part.count()) * factor); };
    WeightSizes sizes = stored;
    sizes.file.reset();
    sizes.exact = false;
    sizes.tokenEmbedding = scaled(stored.tokenEmbedding);
    sizes.output = scaled(stored.output);
    sizes.other = scaled(stored.other);
    sizes.vision = scaled(stored.vision);
    Bytes total = sizes.tokenEmbedding + sizes.output + sizes.other;
    for (std::size_t i = 0; i < stored.layers.size(); ++i) {
        sizes.layers[i] = scaled(stored.layers[i]);
        sizes.layerExperts[i] = scaled(stored.layerExperts[i]);
        total += sizes.layers[i];
    }
    const Spread spread = spreadOf(format.container);
    const auto typical = static_cast<double>(total.count());
    sizes.total = {Bytes::fromDouble(typical * spread.low), total, Bytes::fromDouble(typical * spread.high)};
    return sizes;
}

} // namespace vram
