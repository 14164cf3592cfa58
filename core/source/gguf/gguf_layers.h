// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/gguf/gguf_file.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vram {

/// The tensors of one block, or those outside the blocks, by what stands after "blk.N.".
class GgufLayer {
public:
    struct Named {
        std::string_view suffix;
        const GgufTensor* tensor = nullptr;
    };

    void add(std::string_view suffix, const GgufTensor& tensor) { m_tensors.push_back({suffix, &tensor}); }
    /// nullptr where there is none.
    [[nodiscard]] const GgufTensor* find(std::string_view suffix) const;
    [[nodiscard]] bool has(std::string_view suffix) const { return find(suffix) != nullptr; }
    /// Of a dimension (0: columns, 1: rows, 2: slices); 0 where there is no such tensor.
    [[nodiscard]] std::int64_t dimension(std::string_view suffix, std::size_t index) const;
    [[nodiscard]] const std::vector<Named>& tensors() const { return m_tensors; }
    [[nodiscard]] std::int64_t elements() const; ///< saturating
    [[nodiscard]] Bytes bytes() const;
    /// Whether the same suffixes have the same dimensions, in the same order.
    [[nodiscard]] bool hasShapeOf(const GgufLayer& other) const;

private:
    std::vector<Named> m_tensors;
};

/// All tensors of a model, which may lie in several files.
struct GgufLayers {
    std::vector<GgufLayer> blocks;
    GgufLayer outside;
    GgufLayer beyond; ///< of blocks after the last one that a plain generation runs: draft heads
};

/// `files` must outlive the result.
[[nodiscard]] GgufLayers ggufLayers(std::span<const GgufFile> files, std::int64_t blocks);

/// One more than the largest block number in the tensors' names, at most kMostLayers.
[[nodiscard]] std::int64_t countGgufBlocks(std::span<const GgufFile> files);

[[nodiscard]] std::int64_t ggufElements(const GgufTensor& tensor);

} // namespace vram
