// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/format/gguf_mix.h"
#include "core/model/gguf_names.h"
#include "core/source/gguf/gguf_file.h"
#include "gguf_writer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace vram::test {

/// The header of a GGUF as llama.cpp's converter writes it for a model of the catalogue: its keys (gguf-py,
/// constants.py) and tensors, in the types of a mix.
class GgufOfModel {
public:
    GgufOfModel(const Architecture& architecture, std::string name, GgufMix mix = GgufMix::Q4_K_M)
        : m_architecture(architecture) {
        m_file.architecture = std::move(name);
        text("general.architecture", m_file.architecture);
        addTensors(mix);
        addKeys();
    }

    [[nodiscard]] GgufFile& file() { return m_file; }
    /// What stands before the weights, byte by byte.
    [[nodiscard]] std::string header() const {
        GgufWriter writer;
        for (const GgufEntry& entry : m_file.metadata) {
            if (const auto* text = std::get_if<GgufText>(&entry.value)) {
                writer.string(entry.key, text->start);
            } else if (const auto* array = std::get_if<GgufArray>(&entry.value)) {
                std::string elements;
                for (const std::int64_t number : array->numbers) {
                    elements += GgufWriter::number(static_cast<std::uint32_t>(number));
                }
                writer.array(entry.key, static_cast<std::uint32_t>(array->type), array->count, elements);
            } else {
                writer.uint32(entry.key, static_cast<std::uint32_t>(std::get<std::uint64_t>(entry.value)));
            }
        }
        for (const GgufTensor& tensor : m_file.tensors) {
            std::vector<std::uint64_t> dimensions;
            for (const std::int64_t dimension : tensor.dimensions) {
                dimensions.push_back(static_cast<std::uint64_t>(dimension));
            }
            writer.tensor(tensor.name, dimensions, static_cast<std::uint32_t>(tensor.type->type), tensor.offset);
        }
        return writer.bytes();
    }
    /// Bytes of the weights, which a test may leave as a hole.
    [[nodiscard]] std::int64_t dataBytes() const { return m_file.fileBytes.count(); }
    void number(const std::string& suffix, std::int64_t value) {
        m_file.metadata.push_back(
            {m_file.architecture + '.' + suffix, GgufValueType::UInt32, static_cast<std::uint64_t>(value), 0});
    }
    void numbers(const std::string& suffix, std::vector<std::int64_t> values) {
        GgufArray array;
        array.type = GgufValueType::Int32;
        array.count = values.size();
        array.numbers = std::move(values);
        m_file.metadata.push_back({m_file.architecture + '.' + suffix, GgufValueType::Array, std::move(array), 0});
    }

private:
    void text(const std::string& key, const std::string& value) {
        m_file.metadata.push_back({key, GgufValueType::String, GgufText{value, value.size()}, 0});
    }

    void addTensors(GgufMix mix) {
        const std::vector<Tensor> inventory = expandInventory(m_architecture, InventoryView::Gguf);
        GgufTypeSelector selector(m_architecture, inventory, mix);
        GgufNames names(m_architecture);
        std::uint64_t offset = 0;
        for (const Tensor& tensor : inventory) {
            GgufTensor stored;
            stored.name = names.next(tensor);
            stored.type = &ggmlTypeInfo(storableType(selector.wantedType(tensor), tensor.columns));
            stored.dimensions = {tensor.columns, tensor.rows, tensor.slices, 1};
            stored.bytes = ggmlTensorBytes(*stored.type, tensor.columns, tensor.rows * tensor.slices);
            stored.offset = offset;
            offset += static_cast<std::uint64_t>(roundUp(stored.bytes.count(), 32));
            m_file.tensorBytes += stored.bytes;
            m_file.tensors.push_back(std::move(stored));
        }
        m_file.fileBytes = Bytes{static_cast<std::int64_t>(offset)};
    }

    /// One number for all layers, an array where they differ.
    template <typename Of>
    void perLayer(const std::string& suffix, Of of) {
        std::vector<std::int64_t> values;
        for (std::int64_t i = 0; i < m_architecture.layerCount(); ++i) {
            values.push_back(of(m_architecture.layer(i)));
        }
        if (std::ranges::all_of(values, [&](std::int64_t value) { return value == values.front(); })) {
            number(suffix, values.front());
        } else {
            numbers(suffix, std::move(values));
        }
    }

    void addKeys() {
        number("block_count", m_architecture.layerCount());
        number("embedding_length", m_architecture.hiddenSize);
        number("context_length", 32768);
        // Layers without attention have the others' heads and no KV heads, as in Granite's files.
        const GroupedAttention* example = nullptr;
        const GroupedAttention* windowed = nullptr;
        const LatentAttention* latent = nullptr;
        for (const Block& block : m_architecture.blocks) {
            if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
                (grouped->windowKind == WindowKind::Full ? example : windowed) = grouped;
            }
            latent = std::get_if<LatentAttention>(&block.attention) != nullptr
                         ? std::get_if<LatentAttention>(&block.attention)
                         : latent;
            addRecurrent(block);
            if (const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward); experts && !m_experts) {
                m_experts = true;
                number("expert_count", experts->experts);
                number("expert_used_count", experts->usedExperts);
            }
        }
        if (latent != nullptr) {
            addLatent(*latent);
        } else if (example != nullptr || windowed != nullptr) {
            addGrouped(example == nullptr ? *windowed : *example, windowed);
        }
    }

    void addLatent(const LatentAttention& a) {
        number("attention.head_count", a.heads);
        number("attention.head_count_kv", 1);
        number("attention.key_length", a.kvRank + a.ropeDim);
        number("attention.value_length", a.kvRank);
        number("attention.key_length_mla", a.nopeDim + a.ropeDim);
        number("attention.value_length_mla", a.valueDim);
        if (a.indexerHeads > 0) {
            number("attention.indexer.head_count", a.indexerHeads);
            number("attention.indexer.key_length", a.indexerDim);
        }
    }

    void addGrouped(const GroupedAttention& a, const GroupedAttention* windowed) {
        const auto grouped = [](const Block& block) { return std::get_if<GroupedAttention>(&block.attention); };
        perLayer("attention.head_count",
                 [&](const Block& block) { return grouped(block) != nullptr ? grouped(block)->heads : a.heads; });
        perLayer("attention.head_count_kv",
                 [&](const Block& block) { return grouped(block) != nullptr ? grouped(block)->kvHeads : 0; });
        number("attention.key_length", a.headDim);
        number("attention.value_length", a.valueDim);
        if (windowed == nullptr) {
            return;
        }
        number("attention.sliding_window", windowed->window);
        if (windowed->headDim != a.headDim) {
            number("attention.key_length_swa", windowed->headDim);
            number("attention.value_length_swa", windowed->valueDim);
        }
        std::vector<std::int64_t> pattern;
        std::int64_t shared = 0;
        for (std::int64_t i = 0; i < m_architecture.layerCount(); ++i) {
            const GroupedAttention* const attention = grouped(m_architecture.layer(i));
            pattern.push_back(attention != nullptr && attention->windowKind != WindowKind::Full ? 1 : 0);
            shared += attention != nullptr && attention->reusesKv ? 1 : 0;
        }
        numbers("attention.sliding_window_pattern", std::move(pattern));
        if (shared > 0) {
            number("attention.shared_kv_layers", shared);
        }
    }

    void addRecurrent(const Block& block) {
        if (!block.recurrent || m_recurrent) {
            return;
        }
        m_recurrent = true;
        const Recurrent& r = *block.recurrent;
        if (r.kind == RecurrentKind::ShortConv) {
            number("shortconv.l_cache", r.convKernel);
        } else if (r.kind == RecurrentKind::KimiDelta) {
            number("kda.head_dim", r.state);
        } else {
            number("ssm.state_size", r.state);
            number("ssm.time_step_rank", r.kind == RecurrentKind::Mamba1 ? r.rank : r.heads);
            number("ssm.group_count", r.groups);
        }
    }

    const Architecture& m_architecture;
    GgufFile m_file;
    bool m_experts = false;
    bool m_recurrent = false;
};

} // namespace vram::test
