// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_layers.h"

#include <algorithm>
#include <charconv>

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

GgufLayers ggufLayers(std::span<const GgufFile> files, std::int64_t blocks) {
    constexpr std::string_view kBlock = "blk.";
    GgufLayers layers;
    layers.blocks.resize(static_cast<std::size_t>(blocks));
    for (const GgufFile& file : files) {
        for (const GgufTensor& tensor : file.tensors) {
            const std::string_view name = tensor.name;
            std::int64_t layer = -1;
            const char* const end = name.data() + name.size();
            const auto [after, failure] =
                std::from_chars(name.data() + std::min(kBlock.size(), name.size()), end, layer);
            const bool numbered = name.starts_with(kBlock) && failure == std::errc{} && after != end && *after == '.';
            if (!numbered || layer < 0) {
                layers.outside.add(name, tensor);
                continue;
            }
            const std::string_view suffix = name.substr(static_cast<std::size_t>(after - name.data()) + 1);
            (layer < blocks ? layers.blocks[static_cast<std::size_t>(layer)] : layers.beyond).add(suffix, tensor);
        }
    }
    return layers;
}

std::int64_t ggufElements(const GgufTensor& tensor) {
    std::int64_t elements = 1;
    for (const std::int64_t dimension : tensor.dimensions) {
        elements = saturatingMultiply(elements, dimension);
    }
    return elements;
}

} // namespace vram
