// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/device_work.h"
#include "core/memory/pools.h"
#include "core/memory/runtime_constants.h"

#include <algorithm>

namespace vram {

DeviceWork tensorRtWork(const WorkQuestion& question) {
    const Resolved& resolved = question.resolved;
    const RuntimeChoice& options = resolved.scenario.runtime;
    const std::int64_t tokens = options.maxBatchedTokens.value_or(known(Known::TensorRtTokens).count());
    DeviceWork work;
    addProcess(work, question);
    addBlock(work.step, question, tokens);
    if (question.device.output) {
        // The largest batch that the start-up run tries: one logit row a sequence, the vocabulary divided over ranks.
        work.step.rows = std::min(tokens, options.maxSequences.value_or(known(Known::TensorRtSequences).count()));
        const std::int64_t columns = divideUp(resolved.model.architecture->vocabSize, question.layout.tensorRanks);
        work.step.logits =
            saturatingMultiply(saturatingMultiply(work.step.rows, columns), known(Known::TensorRtLogit).count());
    }
    if (options.cudaGraphs.value_or(true)) {
        work.graphs = known(Known::TensorRtGraphs).bytes(static_cast<double>(kGiB.count()));
    }
    return work;
}

std::optional<KvPool> tensorRtPool(const Resolved& resolved, const Demand& demand, const Layout&,
                                   std::size_t /*device*/, const PartSizes& parts, const Gpu&, Bytes usable) {
    const Bytes taken = parts.typical(MemoryPart::Weights) + parts.typical(MemoryPart::Activations) +
                        parts.typical(MemoryPart::Overhead) + parts.typical(MemoryPart::RecurrentState);
    const double share =
        resolved.scenario.runtime.freeGpuMemoryFraction.value_or(known(Known::TensorRtFreeShare).typical);
    const Bytes left = usable > taken ? usable - taken : Bytes{};
    const KvPool::Terms terms{usable,
                              share,
                              true,
                              parts.typical(MemoryPart::Weights),
                              parts.typical(MemoryPart::Activations),
                              parts.typical(MemoryPart::Overhead),
                              parts.typical(MemoryPart::RecurrentState)};
    return pagedPool(resolved, demand, parts, Bytes::fromDouble(static_cast<double>(left.count()) * share), terms);
}

} // namespace vram
