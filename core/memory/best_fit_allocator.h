// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace vram {

/// ggml's planner of one compute buffer (ggml-alloc.c): the smallest free gap that is large enough, the later one of
/// equals, and the open end only when no gap is. Frees merge with their neighbours. Sizes are multiples of the buffer's
/// alignment.
class BestFitAllocator {
public:
    BestFitAllocator();
    /// Offset of `size` bytes.
    std::int64_t allocate(std::int64_t size);
    void release(std::int64_t offset, std::int64_t size);
    /// Bytes that the buffer must have: the highest end of anything allocated so far.
    [[nodiscard]] std::int64_t peak() const { return m_peak; }

private:
    struct Gap {
        std::int64_t offset = 0;
        std::int64_t size = 0;
        [[nodiscard]] std::int64_t end() const { return offset + size; }
    };
    std::int64_t m_peak = 0;
    std::vector<Gap> m_gaps; ///< by offset; the last one is the open end
};

} // namespace vram
