// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/buffer_family.h"
#include "core/memory/layout.h"
#include "core/scenario/resolve.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace vram {

class LlamaCppBuffers;

/// The buffers of this question, of the family in `resolved.memo` that shares all but context and batch with it.
[[nodiscard]] std::shared_ptr<LlamaCppBuffers> rememberedBuffers(const Resolved& resolved);

/// llama.cpp's compute buffers of one scenario on any machine, by planning its worst-case graph.
class LlamaCppBuffers {
public:
    struct Sizes {
        std::vector<ByteRange> devices;
        ByteRange host;
    };

    /// Of the range, as shares of the planned figure.
    struct HalfWidths {
        double below = 0;
        double above = 0;
        friend bool operator==(const HalfWidths&, const HalfWidths&) = default;
    };

    /// `family` may be shared by questions that are asked one after another; it is of this question's key.
    explicit LlamaCppBuffers(const Resolved& resolved, std::shared_ptr<BufferFamily> family = nullptr);
    LlamaCppBuffers(const LlamaCppBuffers&) = delete;
    LlamaCppBuffers& operator=(const LlamaCppBuffers&) = delete;
    /// Not thread-safe: remembers what it has planned.
    [[nodiscard]] Sizes of(const Layout& layout);
    /// Whether a graph of this question was built: not where what the family knows was enough.
    [[nodiscard]] bool built() const { return m_question.built.front() != nullptr; }

    /// A buffer at the moment when it needs most: what lies in it adds up to its size.
    struct FullestMoment {
        GraphLabel stage{}; ///< of the tensor that came last
        std::array<Bytes, kGraphLabels> held;
        Bytes cacheCopies; ///< 16-bit copies of a quantized cache
        Bytes gaps;        ///< between them, too small for what came last
    };
    /// Of device `device`; the host is the one behind the last. Nothing where figures are beyond 64 bits.
    [[nodiscard]] std::optional<FullestMoment> fullestMoment(const Layout& layout, std::size_t device);

private:
    std::shared_ptr<BufferFamily> m_family;
    BufferFamily::Question m_question;
    HalfWidths m_widths;
};

} // namespace vram
