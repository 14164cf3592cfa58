// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/llamacpp_graph.h"
#include "core/scenario/resolve.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace vram {

struct Layout;
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

    explicit LlamaCppBuffers(const Resolved& resolved);
    LlamaCppBuffers(const LlamaCppBuffers&) = delete; // the settings point into this object
    LlamaCppBuffers& operator=(const LlamaCppBuffers&) = delete;
    /// Not thread-safe: remembers what it has planned.
    [[nodiscard]] const Sizes& of(const Layout& layout);

private:
    struct Planned {
        std::vector<LayerPlace> layers;
        int outputBackend = 0;
        GraphBackends backends;
        Sizes sizes;
    };
    [[nodiscard]] Planned keyOf(const Layout& layout) const;
    [[nodiscard]] Sizes plan(const Planned& key) const;

    std::shared_ptr<const Architecture> m_architecture;
    std::shared_ptr<const WeightSizes> m_weights;
    StoredLayers m_noMatrices; ///< stands in for weights that are no GGUF
    GraphSettings m_settings;
    double m_spread = 0;     ///< half width of the range as a share of the figure
    bool m_countable = true; ///< false: figures beyond 64 bits
    std::vector<std::unique_ptr<const Planned>> m_planned;
};

} // namespace vram
