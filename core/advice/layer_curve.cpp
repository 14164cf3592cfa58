// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/layer_curve.h"

#include "core/placement/settled.h"
#include "core/speed/speed.h"

namespace vram {

std::vector<LayerPoint> layerCurve(const Resolved& resolved) {
    const Cards cards = cardsOf(resolved.machine, resolved.scenario.placement);
    const bool byLayers = resolved.runtime->engine == Engine::LlamaCpp && resolved.training == nullptr;
    if (cards.empty() || !byLayers) {
        return {};
    }
    SettledDemands demands(resolved);
    const SettledDemands::Entry& entry = demands.on(cards);
    if (!entry.demand.cacheKnown) {
        return {};
    }
    Resolved question = *entry.question;
    std::vector<LayerPoint> points;
    const std::int64_t most = entry.demand.layers() + 1;
    points.reserve(static_cast<std::size_t>(most) + 1);
    for (std::int64_t layers = 0; layers <= most; ++layers) {
        question.scenario.placement.gpuLayers = layers;
        const Layout layout = layersLayout(entry.demand.layers(), layers, cards, question.scenario.placement);
        const Placement placement = place(question, entry.demand, question.machine, cards, layout, {});
        LayerPoint point;
        point.gpuLayers = layers;
        for (const PartSizes& device : placement.loads.devices) {
            point.vram += device.total().high;
        }
        point.ram = placement.loads.host.total().high;
        point.fits = placement.verdict != Verdict::No && placement.verdict != Verdict::Unknown;
        if (const auto speed = point.fits ? speedOf(question, entry.demand, cards, placement) : std::nullopt) {
            point.decode = speed->decode.typical;
        }
        points.push_back(point);
    }
    return points;
}

} // namespace vram
