// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/engines.h"
#include "core/memory/llamacpp_buffers.h"

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

PartSizes layerParts(const Demand& demand, std::int64_t first, std::int64_t end) {
    PartSizes parts;
    parts.set(MemoryPart::Weights, demand.weightRange(demand.weights(first, end)));
    if (demand.cacheKnown) {
        parts.set(MemoryPart::KvCache, ByteRange::exact(demand.kv(first, end)));
        parts.set(MemoryPart::RecurrentState, ByteRange::exact(demand.recurrent(first, end)));
    }
    return parts;
}

} // namespace

Loads llamaCppLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                    std::span<const Gpu* const> cards) {
    const Architecture& architecture = *resolved.model.architecture;
    const LlamaCppBuffers::Sizes buffers = demand.llamaCpp->of(layout);
    Loads loads;
    loads.devices.reserve(layout.devices.size());
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        PartSizes parts = layerParts(demand, device.first, device.end);
        if (device.output) {
            // The output layer of a tied model is a second copy of the token embedding, which itself stays in RAM.
            const Bytes output = demand.outputLayer + (architecture.ggufTied() ? demand.tokenEmbedding : Bytes{});
            parts.add(MemoryPart::Weights, demand.weightRange(output));
        }
        parts.set(MemoryPart::Activations, bufferOn(cards[i]->vendor, buffers.devices[i]));
        parts.set(MemoryPart::Overhead, contextOverhead(Engine::LlamaCpp, cards[i]->vendor).context);
        loads.devices.push_back(parts);
    }
    loads.host = layerParts(demand, 0, layout.cpuEnd);
    loads.host.add(MemoryPart::Weights, demand.weightRange(demand.tokenEmbedding + demand.other));
    if (layout.cpuOutput) {
        loads.host.add(MemoryPart::Weights, demand.weightRange(demand.outputLayer));
    }
    const std::int64_t output = saturatingMultiply(4 * architecture.ggufRows(), resolved.scenario.batch);
    loads.host.set(MemoryPart::Activations, buffers.host + ByteRange::exact(Bytes{output}));
    return loads;
}

} // namespace vram
