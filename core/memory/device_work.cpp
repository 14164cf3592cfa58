// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/device_work.h"

#include "core/memory/cache.h"
#include "core/memory/ranks.h"
#include "core/memory/runtime_constants.h"

#include <algorithm>
#include <array>
#include <variant>

namespace vram {

namespace {

using WorkFunction = DeviceWork (*)(const WorkQuestion&);
constexpr std::array<WorkFunction, kEngines> kByEngine{nullptr,       nullptr,  nullptr,      &sglangWork,
                                                       &tensorRtWork, &mlxWork, &exLlamaWork, nullptr};
static_assert(static_cast<std::size_t>(Engine::Sglang) == 3 && static_cast<std::size_t>(Engine::ExLlama) == 6);

double real(std::int64_t value) { return static_cast<double>(value); }

/// The token embedding stays in RAM under ExLlama; a tied head is quantized apart, at the head's bits.
void placeExLlamaWeights(const Resolved& resolved, const Demand& demand, const Layout::Device& device, Bytes& weights) {
    constexpr double kStoredBits = 16;
    weights = demand.weights(device.first, device.end);
    if (device.output) {
        weights += demand.outputLayer + demand.other;
        if (resolved.model.architecture->tiedEmbeddings) {
            const double bits = resolved.format.headBits.value_or(kStoredBits);
            weights += Bytes::fromDouble(real(demand.tokenEmbedding.count()) * bits / kStoredBits);
        }
    }
}

} // namespace

ByteRange StepWork::bytes() const {
    const double terms =
        real(saturatingAdd(saturatingAdd(saturatingAdd(block, experts), saturatingAdd(logits, weightCopy)), cacheCopy));
    const ByteRange range =
        ByteRange{Bytes::fromDouble(terms * low), Bytes::fromDouble(terms), Bytes::fromDouble(terms * high)} + base;
    return {range.low, range.typical, std::max({range.high, heldBack, range.typical})};
}

void addBlock(StepWork& step, const WorkQuestion& question, std::int64_t tokens) {
    const Widths widths = widthsOf(*question.resolved.model.architecture);
    const std::int64_t ranks = question.layout.tensorRanks;
    const std::int64_t valueSize = question.resolved.format.id == "F32" ? 4 : 2;
    const std::int64_t feedForward = divideUp(std::max(widths.feedForward, widths.sharedExperts), ranks);
    step.tokens = tokens;
    const std::int64_t bytes = saturatingMultiply(tokens, valueSize);
    step.block = saturatingMultiply(bytes, known(Known::StepFeedForwards).count() * feedForward +
                                               known(Known::StepResiduals).count() * widths.hidden);
    if (widths.usedExperts > 0) {
        const std::int64_t expert = divideUp(widths.experts / widths.usedExperts, ranks);
        step.experts = saturatingMultiply(bytes, widths.usedExperts * (std::max(2 * expert, widths.hidden) + expert));
    }
    step.low = known(Known::StepRange).low;
    step.high = known(Known::StepRange).high;
}

void addProcess(DeviceWork& work, const WorkQuestion& question) {
    const OverheadEntry& entry = contextOverhead(question.resolved.runtime->engine, question.card.vendor);
    work.process = entry.context;
    work.processSource = entry.source;
    if (question.layout.tensorRanks > 1) {
        const KnownValue& tensor = known(Known::TensorNonTorch);
        work.process = tensor.bytes(real(kGiB.count()));
        work.processSource = tensor.source;
    }
}

bool hasDeviceWork(Engine engine) { return kByEngine.at(static_cast<std::size_t>(engine)) != nullptr; }

DeviceWork deviceWork(const Resolved& resolved, const Layout& layout, std::size_t device, const Gpu& card) {
    const WorkFunction function = kByEngine.at(static_cast<std::size_t>(resolved.runtime->engine));
    return function == nullptr ? DeviceWork{} : function({resolved, layout, layout.devices.at(device), card});
}

Loads checkpointLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                      std::span<const Gpu* const> cards) {
    const bool exLlama = resolved.runtime->engine == Engine::ExLlama;
    const std::int64_t ranks = layout.tensorRanks;
    const std::int64_t kvRanks = cacheRanks(*resolved.model.architecture, ranks);
    Loads loads;
    loads.devices.reserve(layout.devices.size());
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        Bytes weights;
        if (exLlama) {
            placeExLlamaWeights(resolved, demand, device, weights);
        } else {
            weights = checkpointWeights(resolved, demand, device);
        }
        PartSizes parts;
        parts.set(MemoryPart::Weights, demand.weightRange(rankWeights(*resolved.model.architecture, layout, weights,
                                                                      demand.experts(device.first, device.end))));
        if (demand.cacheKnown) {
            parts.set(MemoryPart::KvCache, ByteRange::exact(rankShare(demand.kv(device.first, device.end), kvRanks)));
            parts.set(MemoryPart::RecurrentState,
                      ByteRange::exact(rankShare(demand.recurrent(device.first, device.end), ranks)));
        }
        const DeviceWork work = deviceWork(resolved, layout, i, *cards[i]);
        parts.set(MemoryPart::Activations, work.step.bytes());
        parts.set(MemoryPart::Overhead, work.overhead());
        loads.devices.push_back(parts);
    }
    if (exLlama && !layout.devices.empty()) {
        loads.host.set(MemoryPart::Weights, demand.weightRange(demand.tokenEmbedding));
    }
    return loads;
}

} // namespace vram
