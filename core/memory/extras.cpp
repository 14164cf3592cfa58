// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/extras.h"

#include "core/memory/engines.h"
#include "core/memory/next_token.h"
#include "core/memory/runtime_constants.h"
#include "core/model/lora_targets.h"

#include <algorithm>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kHalf = 2;
constexpr std::int64_t kSingle = 4;

std::int64_t valuesOf(const Tensor& tensor, std::int64_t rank) {
    return saturatingMultiply(saturatingMultiply(saturatingAdd(tensor.columns, tensor.rows), tensor.slices), rank);
}

void addAdapters(ExtrasDemand& demand, const Resolved& resolved) {
    const LoraChoice& lora = *resolved.scenario.extras.lora;
    const Architecture& architecture = *resolved.model.architecture;
    // llama.cpp keeps the file's type; the others hold adapters in the model's 16 bits.
    const bool single = lora.f32 && resolved.runtime->engine == Engine::LlamaCpp;
    const std::int64_t each = saturatingMultiply(single ? kSingle : kHalf, lora.count);
    std::vector<Bytes> layers(static_cast<std::size_t>(architecture.layerCount()));
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Checkpoint)) {
        if (!isLoraTarget(tensor, resolved.extras->loraTargets)) {
            continue;
        }
        const Bytes bytes{saturatingMultiply(valuesOf(tensor, lora.rank), each)};
        (tensor.layer < 0 ? demand.adapterOutside : layers.at(static_cast<std::size_t>(tensor.layer))) += bytes;
    }
    demand.adapterBefore.resize(layers.size() + 1);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        demand.adapterBefore[i + 1] = demand.adapterBefore[i] + layers[i];
    }
}

/// The draft model's layers go where the model's do, in the same proportion; all on the cards where there are any.
Layout draftLayout(const Layout& layout, std::int64_t modelLayers, std::int64_t draftLayers) {
    Layout draft = layout;
    draft.cpuEnd = 0;
    draft.cpuOutput = false;
    if (layout.tensorRanks > 1) {
        for (Layout::Device& device : draft.devices) {
            device.end = draftLayers;
        }
        return draft;
    }
    const std::int64_t onCards = modelLayers - layout.cpuEnd;
    const bool any = std::ranges::any_of(layout.devices, &Layout::Device::output);
    if (!any) {
        for (Layout::Device& device : draft.devices) {
            device = {};
        }
        draft.cpuEnd = draftLayers;
        draft.cpuOutput = true;
        return draft;
    }
    for (Layout::Device& device : draft.devices) {
        const auto scaled = [&](std::int64_t layer) {
            return onCards > 0 ? (layer - layout.cpuEnd) * draftLayers / onCards : draftLayers;
        };
        const std::int64_t first = onCards > 0 ? scaled(device.first) : (device.output ? 0 : draftLayers);
        device.first = first;
        device.end = scaled(device.end);
    }
    return draft;
}

PartSizes draftParts(const PartSizes& parts, bool ownBuffers) {
    PartSizes kept;
    for (const MemoryPart part : {MemoryPart::Weights, MemoryPart::KvCache, MemoryPart::RecurrentState}) {
        if (const auto bytes = parts.get(part)) {
            kept.set(part, *bytes);
        }
    }
    // A context of its own in llama.cpp; in PyTorch and MLX the larger model's working memory serves both.
    if (const auto work = parts.get(MemoryPart::Activations); work && ownBuffers) {
        kept.set(MemoryPart::Activations, *work);
    }
    return kept;
}

void addDraft(Loads& loads, const Resolved& resolved, const Demand& demand, const Layout& layout,
              std::span<const Gpu* const> cards) {
    const Resolved& question = *resolved.extras->draft;
    const Demand& draft = *demand.extras->draft;
    const Loads own = loadsOf(question, draft, draftLayout(layout, demand.layers(), draft.layers()), cards);
    const bool ownBuffers = resolved.runtime->engine == Engine::LlamaCpp;
    for (std::size_t i = 0; i < own.devices.size(); ++i) {
        loads.devices[i].add(draftParts(own.devices[i], ownBuffers));
    }
    loads.host.add(draftParts(own.host, ownBuffers));
}

void addAdapterLoads(Loads& loads, const ExtrasDemand& extras, const Layout& layout) {
    const auto between = [&](std::int64_t first, std::int64_t end) {
        return extras.adapterBefore[static_cast<std::size_t>(end)] -
               extras.adapterBefore[static_cast<std::size_t>(first)];
    };
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        const Bytes bytes = between(device.first, device.end) + (device.output ? extras.adapterOutside : Bytes{});
        loads.devices[i].set(MemoryPart::Adapter, ByteRange::exact(Bytes{divideUp(bytes.count(), layout.tensorRanks)}));
    }
    const Bytes host = between(0, layout.cpuEnd) + (layout.cpuOutput ? extras.adapterOutside : Bytes{});
    if (host.count() > 0) {
        loads.host.set(MemoryPart::Adapter, ByteRange::exact(host));
    }
}

} // namespace

std::int64_t adapterValues(const Architecture& architecture, const ResolvedExtras& extras, std::int64_t rank) {
    std::int64_t values = 0;
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Checkpoint)) {
        values = saturatingAdd(values, isLoraTarget(tensor, extras.loraTargets) ? valuesOf(tensor, rank) : 0);
    }
    return values;
}

std::shared_ptr<const ExtrasDemand> extrasDemandOf(const Resolved& resolved) {
    if (resolved.extras == nullptr) {
        return nullptr;
    }
    ExtrasDemand demand;
    if (resolved.scenario.extras.lora) {
        addAdapters(demand, resolved);
    }
    if (resolved.extras->draft != nullptr) {
        demand.draft = std::make_shared<const Demand>(demandOf(*resolved.extras->draft));
    }
    if (resolved.extras->nextToken != nullptr) {
        demand.nextToken = std::make_shared<const NextTokenDemand>(nextTokenDemandOf(resolved));
    }
    if (resolved.extras->vision) {
        demand.visionWeights = Bytes{saturatingMultiply(resolved.model.architecture->visionParameters, kHalf)};
        demand.visionWork = known(Known::LlamaCppVisionWork).bytes(static_cast<double>(kMiB.count()));
    }
    return std::make_shared<const ExtrasDemand>(std::move(demand));
}

Loads extrasLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                  std::span<const Gpu* const> cards) {
    Loads loads{std::vector<PartSizes>(layout.devices.size()), {}};
    if (demand.extras == nullptr) {
        return loads;
    }
    const ExtrasDemand& extras = *demand.extras;
    if (!extras.adapterBefore.empty()) {
        addAdapterLoads(loads, extras, layout);
    }
    if (extras.draft != nullptr) {
        addDraft(loads, resolved, demand, layout, cards);
    }
    if (extras.nextToken != nullptr) {
        addNextToken(loads, demand, layout, cards);
    }
    if (extras.visionWeights.count() > 0) {
        PartSizes& place = loads.devices.empty() ? loads.host : loads.devices[layout.onlyDevice.value_or(0)];
        place.add(MemoryPart::Weights, ByteRange::exact(extras.visionWeights));
        place.add(MemoryPart::Activations, extras.visionWork);
    }
    return loads;
}

} // namespace vram
