// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/loaded_tensors.h"

#include <algorithm>
#include <limits>
#include <variant>

namespace vram {

namespace {

constexpr Bytes kSegmentOfItsOwn{10 * 1024 * 1024};
constexpr std::int64_t kSegmentStep = 2 * 1024 * 1024;
constexpr Bytes kRestKept{1024 * 1024};
constexpr std::int64_t kBlockStep = 512;
constexpr std::int64_t kAnyRanks = std::numeric_limits<std::int64_t>::max();

/// Ranks that a tensor of this role can be divided over (vllm/model_executor/layers/linear.py: column- and row-parallel
/// layers are cut, key and value heads are copied once ranks outnumber them, replicated layers are whole on each rank).
std::int64_t mostRanks(TensorRole role, const Block* block) {
    switch (role) {
    case TensorRole::AttentionK:
    case TensorRole::AttentionV: {
        const auto* grouped = block != nullptr ? std::get_if<GroupedAttention>(&block->attention) : nullptr;
        return grouped != nullptr && grouped->kvHeads > 0 ? grouped->kvHeads : kAnyRanks;
    }
    case TensorRole::LatentQueryDown:
    case TensorRole::LatentKvDown:
    case TensorRole::Indexer:
    case TensorRole::Router:
    case TensorRole::SharedRouter:
        return 1;
    default:
        return kAnyRanks;
    }
}

/// Which tensors of a block lie in one: 0 none, else a group.
int mergedGroup(TensorRole role) {
    switch (role) {
    case TensorRole::AttentionQ:
    case TensorRole::AttentionK:
    case TensorRole::AttentionV:
        return 1;
    case TensorRole::FeedForwardGate:
    case TensorRole::FeedForwardUp:
        return 2;
    case TensorRole::ExpertGate:
    case TensorRole::ExpertUp:
        return 3;
    case TensorRole::SharedGate:
    case TensorRole::SharedUp:
        return 4;
    default:
        return 0;
    }
}

constexpr int kGroups = 5;

} // namespace

Bytes torchAllocated(Bytes tensor) {
    if (tensor < kSegmentOfItsOwn) {
        return Bytes{roundUp(tensor.count(), kBlockStep)};
    }
    const Bytes segment{roundUp(tensor.count(), kSegmentStep)};
    return segment - tensor <= kRestKept ? segment : Bytes{roundUp(tensor.count(), kBlockStep)};
}

LoadedTensors::LoadedTensors(const Resolved& resolved, TensorCut cut)
    : m_architecture(resolved.model.architecture),
      m_blocks(resolved.model.architecture->blocks.size()) {
    const Architecture& architecture = *m_architecture;
    const WeightFormat& format = resolved.format;
    std::vector<std::int32_t> firstLayer(architecture.blocks.size(), -1);
    std::vector<std::vector<std::size_t>> groups(architecture.blocks.size(), std::vector<std::size_t>(kGroups, 0));
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Checkpoint)) {
        if (!tensor.isMatrix() || tensor.role == TensorRole::Vision || tensor.role == TensorRole::Audio) {
            continue;
        }
        // One layer of each kind stands for all: a model has thousands of matrices, and few kinds.
        const std::size_t kind =
            tensor.layer < 0 ? 0 : architecture.layerBlocks[static_cast<std::size_t>(tensor.layer)];
        if (tensor.layer >= 0) {
            if (firstLayer[kind] >= 0 && firstLayer[kind] != tensor.layer) {
                continue;
            }
            firstLayer[kind] = tensor.layer;
        }
        const bool apart = cut == TensorCut::Modules && tensor.slices > 1;
        const Bytes all = tensorBytes(format, tensor);
        const auto plain = Bytes::fromDouble(static_cast<double>(tensor.elements()) * format.restBytes);
        const bool quantized = format.quantizedPart != QuantizedPart::Everything && format.valueBits > 0 && all < plain;
        Bytes payload =
            quantized ? Bytes::fromDouble(static_cast<double>(tensor.elements()) * format.valueBits / 8) : all;
        Bytes beside = all - payload;
        if (apart) {
            payload = Bytes{payload.count() / tensor.slices};
            beside = Bytes{beside.count() / tensor.slices};
        }
        const std::int64_t count = apart ? tensor.slices : 1;
        if (tensor.layer < 0) {
            auto& place = tensor.role == TensorRole::Output ? m_output : m_embedding;
            place.push_back({{{payload, beside, kAnyRanks}}, count});
            continue;
        }
        const Part part{payload, beside, mostRanks(tensor.role, &architecture.blocks[kind])};
        const int group = cut == TensorCut::Merged ? mergedGroup(tensor.role) : 0;
        std::size_t& known = groups[kind][static_cast<std::size_t>(group)];
        if (group > 0 && known > 0) {
            m_blocks[kind][known - 1].parts.push_back(part);
            continue;
        }
        m_blocks[kind].push_back({{part}, count});
        known = m_blocks[kind].size();
    }
}

Bytes LoadedTensors::beyondShare(const std::vector<Allocation>& allocations, std::int64_t ranks, bool rounding) {
    Bytes beyond;
    for (const Allocation& allocation : allocations) {
        Bytes even;
        Bytes payload;
        Bytes beside;
        for (const Part& part : allocation.parts) {
            const std::int64_t divisor = std::min(ranks, part.mostRanks);
            even += Bytes{(part.payload + part.beside).count() / ranks};
            payload += Bytes{part.payload.count() / divisor};
            beside += Bytes{part.beside.count() / divisor};
        }
        beyond += ((rounding ? torchAllocated(payload) : payload) + beside - even) * allocation.count;
    }
    return beyond;
}

Bytes LoadedTensors::beyondShare(const Layout::Device& device, std::int64_t ranks, bool rounding) const {
    std::vector<std::int64_t> layers(m_blocks.size(), 0);
    for (std::int64_t i = device.first; i < device.end; ++i) {
        ++layers[m_architecture->layerBlocks[static_cast<std::size_t>(i)]];
    }
    Bytes beyond;
    for (std::size_t kind = 0; kind < m_blocks.size(); ++kind) {
        if (layers[kind] > 0) {
            beyond += beyondShare(m_blocks[kind], ranks, rounding) * layers[kind];
        }
    }
    if (device.embedding) {
        beyond += beyondShare(m_embedding, ranks, rounding);
    }
    if (device.output) {
        beyond += beyondShare(m_output, ranks, rounding);
    }
    return beyond;
}

} // namespace vram
