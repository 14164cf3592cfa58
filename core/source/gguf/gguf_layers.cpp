// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_layers.h"

#include "core/model/limits.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

namespace vram {

const GgufTensor* GgufLayer::find(std::string_view suffix) const {
    const auto found = std::ranges::find(m_tensors, suffix, &Named::suffix);
    return found == m_tensors.end() ? nullptr : found->tensor;
}

std::int64_t GgufLayer::dimension(std::string_view suffix, std::size_t index) const {
    const GgufTensor* const tensor = find(suffix);
    return tensor == nullptr ? 0 : tensor->dimensions.at(index);
}

std::int64_t GgufLayer::elements() const {
    std::int64_t sum = 0;
    for (const Named& named : m_tensors) {
        sum = saturatingAdd(sum, ggufElements(*named.tensor));
    }
    return sum;
}

Bytes GgufLayer::bytes() const {
    Bytes sum;
    for (const Named& named : m_tensors) {
        sum += named.tensor->bytes;
    }
    return sum;
}

bool GgufLayer::hasShapeOf(const GgufLayer& other) const {
    return std::ranges::equal(m_tensors, other.m_tensors, [](const Named& a, const Named& b) {
        return a.suffix == b.suffix && a.tensor->dimensions == b.tensor->dimensions;
    });
}

namespace {

/// "blk.12.attn_q.weight": 12 and "attn_q.weight"; nothing outside the blocks.
struct BlockName {
    std::int64_t layer = 0;
    std::string_view suffix;
};
std::optional<BlockName> blockNameOf(std::string_view name) {
    constexpr std::string_view kBlock = "blk.";
    if (!name.starts_with(kBlock)) {
        return std::nullopt;
    }
    BlockName result;
    const char* const end = name.data() + name.size();
    const auto [after, failure] = std::from_chars(name.data() + kBlock.size(), end, result.layer);
    if (failure != std::errc{} || after == end || *after != '.' || result.layer < 0) {
        return std::nullopt;
    }
    result.suffix = name.substr(static_cast<std::size_t>(after - name.data()) + 1);
    return result;
}

} // namespace

GgufLayers ggufLayers(std::span<const GgufFile> files, std::int64_t blocks) {
    GgufLayers layers;
    layers.blocks.resize(static_cast<std::size_t>(blocks));
    for (const GgufFile& file : files) {
        for (const GgufTensor& tensor : file.tensors) {
            const std::optional<BlockName> name = blockNameOf(tensor.name);
            if (!name) {
                layers.outside.add(tensor.name, tensor);
            } else if (name->layer < blocks) {
                layers.blocks[static_cast<std::size_t>(name->layer)].add(name->suffix, tensor);
            } else {
                layers.beyond.add(name->suffix, tensor);
            }
        }
    }
    return layers;
}

std::int64_t countGgufBlocks(std::span<const GgufFile> files) {
    std::int64_t count = 0;
    for (const GgufFile& file : files) {
        for (const GgufTensor& tensor : file.tensors) {
            const std::optional<BlockName> name = blockNameOf(tensor.name);
            count = name ? std::max(count, name->layer + 1) : count;
        }
    }
    return std::min(count, kMostLayers);
}

std::int64_t ggufElements(const GgufTensor& tensor) {
    std::int64_t elements = 1;
    for (const std::int64_t dimension : tensor.dimensions) {
        elements = saturatingMultiply(elements, dimension);
    }
    return elements;
}

} // namespace vram
