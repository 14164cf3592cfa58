// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/layout.h"
#include "core/memory/llamacpp_graph.h"
#include "core/scenario/resolve.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace vram {

class LlamaCppBuffers;

/// The buffers of this question, planned once for each value of what they depend on (model, weights, context, batch,
/// cache types, runtime options) and remembered in `resolved.memo`.
[[nodiscard]] std::shared_ptr<LlamaCppBuffers> rememberedBuffers(const Resolved& resolved);

/// llama.cpp's compute buffers of one scenario on any machine, by planning its worst-case graph. A layout is reduced to
/// the layers that decide the peak, so that placements which differ only in how many alike layers lie on a card are
/// planned once.
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

    /// `plans` may be shared by questions that are asked one after another.
    explicit LlamaCppBuffers(const Resolved& resolved, std::shared_ptr<PlanStore> plans = nullptr);
    LlamaCppBuffers(const LlamaCppBuffers&) = delete; // the settings point into this object
    LlamaCppBuffers& operator=(const LlamaCppBuffers&) = delete;
    /// Not thread-safe: remembers what it has planned. The reference holds as long as this object.
    [[nodiscard]] const Sizes& of(const Layout& layout);

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
    struct Planned {
        std::vector<LayerPlace> layers;
        int outputBackend = 0;
        GraphBackends backends;
        Sizes sizes;
    };
    struct Answered {
        std::vector<Layout::Device> devices;
        bool allOnDevices = false;
        const Sizes* sizes = nullptr;
    };
    [[nodiscard]] Planned keyOf(const Layout& layout) const;
    [[nodiscard]] const Sizes& sizesOf(const Layout& layout);
    [[nodiscard]] Sizes plan(const Planned& key);
    struct Program {
        const MemoryPlan* plan = nullptr;
        std::vector<const SegmentSizes*> sizes;
    };
    [[nodiscard]] Program programOf(const Planned& key, const GraphSettings& settings,
                                    std::unique_ptr<LlamaCppSegments>& segments);

    std::shared_ptr<const Architecture> m_architecture;
    std::shared_ptr<const WeightSizes> m_weights;
    std::shared_ptr<PlanStore> m_plans;
    StoredLayers m_noMatrices; ///< stands in for weights that are no GGUF
    GraphSettings m_settings;
    GraphSettings m_unrotated; ///< the same for a file that says so
    HalfWidths m_widths;
    bool m_countable = true; ///< false: figures beyond 64 bits
    std::unique_ptr<LlamaCppSegments> m_segments;
    std::unique_ptr<LlamaCppSegments> m_unrotatedSegments;
    std::vector<std::unique_ptr<const Planned>> m_planned;
    std::vector<Answered> m_answered;
};

} // namespace vram
