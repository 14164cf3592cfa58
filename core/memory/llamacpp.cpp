// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/engines.h"
#include "core/memory/llamacpp_buffers.h"

#include <algorithm>
#include <cstddef>

namespace vram {

namespace {

/// The plan follows the CUDA backend (ROCm builds the same source). Other backends ask for work space of their own.
constexpr double kOtherBackends = 0.13;

ByteRange bufferOn(Vendor vendor, const ByteRange& planned) {
    if (vendor == Vendor::Nvidia || vendor == Vendor::Amd) {
        return planned;
    }
    return {Bytes::fromDouble(static_cast<double>(planned.low.count()) * (1 - kOtherBackends)), planned.typical,
            Bytes::fromDouble(static_cast<double>(planned.high.count()) * (1 + kOtherBackends))};
}

PartSizes held(const Demand& demand, Bytes weights, Bytes kv, Bytes recurrent) {
    PartSizes parts;
    parts.set(MemoryPart::Weights, demand.weightRange(weights));
    if (demand.cacheKnown) {
        parts.set(MemoryPart::KvCache, ByteRange::exact(kv));
        parts.set(MemoryPart::RecurrentState, ByteRange::exact(recurrent));
    }
    return parts;
}

/// Routed experts of these layers that lie in RAM though the layers do not.
Bytes expertsInRam(const Demand& demand, const Layout& layout, const Layout::Device& device) {
    return demand.experts(device.first, std::min(device.end, layout.cpuExperts));
}

/// What the split buffers of all cards hold together: every matrix but experts' (ggml-cuda's split buffer type takes
/// two dimensions only). Norms and biases stay with their layer; they count as matrices here.
Bytes cutByRows(const Demand& demand, const Layout& layout, Bytes output) {
    Bytes sum;
    for (const Layout::Device& device : layout.devices) {
        sum += demand.weights(device.first, device.end) - demand.experts(device.first, device.end) +
               (device.output ? output : Bytes{});
    }
    return sum;
}

} // namespace

Loads llamaCppHeld(const Resolved& resolved, const Demand& demand, const Layout& layout) {
    // The output layer of a tied model is a second copy of the token embedding, which itself stays in RAM.
    const Bytes output =
        demand.outputLayer + (resolved.model.architecture->ggufTied() ? demand.tokenEmbedding : Bytes{});
    const Bytes byRows = layout.rowSplit ? cutByRows(demand, layout, output) : Bytes{};
    Bytes experts;
    Loads loads;
    loads.devices.reserve(layout.devices.size());
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        const Bytes inRam = expertsInRam(demand, layout, device);
        experts += inRam;
        Bytes weights = demand.weights(device.first, device.end) + (device.output ? output : Bytes{});
        if (layout.rowSplit) {
            weights = demand.experts(device.first, device.end) +
                      Bytes::fromDouble(static_cast<double>(byRows.count()) * layout.rowShares[i]);
        }
        loads.devices.push_back(layout.kvInRam ? held(demand, weights - inRam, {}, {})
                                               : held(demand, weights - inRam, demand.kv(device.first, device.end),
                                                      demand.recurrent(device.first, device.end)));
    }
    const std::int64_t cached = layout.kvInRam ? demand.layers() : layout.cpuEnd;
    loads.host = held(demand, demand.weights(0, layout.cpuEnd) + experts + demand.tokenEmbedding + demand.other,
                      demand.kv(0, cached), demand.recurrent(0, cached));
    if (layout.cpuOutput) {
        loads.host.add(MemoryPart::Weights, demand.weightRange(demand.outputLayer));
    }
    return loads;
}

Loads llamaCppLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                    std::span<const Gpu* const> cards) {
    const LlamaCppBuffers::Sizes buffers = demand.llamaCpp->of(layout);
    Loads loads = llamaCppHeld(resolved, demand, layout);
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        PartSizes& parts = loads.devices[i];
        parts.set(MemoryPart::Activations, bufferOn(cards[i]->vendor, buffers.devices[i]));
        parts.set(MemoryPart::Overhead, contextOverhead(Engine::LlamaCpp, cards[i]->vendor).context);
    }
    const std::int64_t output =
        saturatingMultiply(4 * resolved.model.architecture->ggufRows(), resolved.scenario.batch);
    loads.host.set(MemoryPart::Activations, buffers.host + ByteRange::exact(Bytes{output}));
    return loads;
}

} // namespace vram
