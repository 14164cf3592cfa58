// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/cache.h"
#include "core/memory/device_work.h"
#include "core/memory/runtime_constants.h"

#include <algorithm>
#include <variant>

namespace vram {

namespace {

constexpr std::int64_t kHalf = 2; // bytes of a 16-bit value

/// Elements of the largest matrix that this device multiplies with: a feed-forward matrix, an expert's or the head.
std::int64_t largestMatrix(const WorkQuestion& question, const Widths& widths) {
    const Architecture& architecture = *question.resolved.model.architecture;
    const std::int64_t expert = widths.usedExperts > 0 ? widths.experts / widths.usedExperts : 0;
    const std::int64_t widest =
        std::max({widths.feedForward, widths.sharedExperts, expert, widths.query, widths.attentionOut});
    const std::int64_t head = question.device.output ? architecture.vocabSize : 0;
    return saturatingMultiply(widths.hidden, std::max(widest, head));
}

/// 16-bit keys and values of the widest layer for the whole cache: what a quantized cache is turned into.
std::int64_t layerCacheCopy(const Resolved& resolved) {
    std::int64_t widest = 0;
    for (const Block& block : resolved.model.architecture->blocks) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            widest = std::max(widest, grouped->keyWidth() + grouped->valueWidth());
        }
    }
    const std::int64_t tokens = roundUp(saturatingMultiply(resolved.scenario.context, resolved.scenario.batch),
                                        known(Known::ExLlamaPage).count());
    return saturatingMultiply(tokens, widest * kHalf);
}

/// ExLlamaV2 takes its work space once, for the neediest kind of module: the feed-forward's state and two inner values
/// with a matrix turned into 16 bits, or the head's matrix alone.
void addFixedSpace(StepWork& step, const WorkQuestion& question, const Widths& widths, std::int64_t chunk) {
    const std::int64_t limit = known(Known::ExLlama2DequantLimit).count();
    const std::int64_t expert = widths.usedExperts > 0 ? widths.experts / widths.usedExperts : 0;
    const std::int64_t inner = std::max({widths.feedForward, expert, widths.hidden});
    const std::int64_t matrix = kHalf * std::min(saturatingMultiply(widths.hidden, inner), limit);
    const std::int64_t values = saturatingMultiply(chunk * kHalf, widths.hidden + 2 * inner);
    const std::int64_t head =
        question.device.output
            ? kHalf *
                  std::min(saturatingMultiply(widths.hidden, question.resolved.model.architecture->vocabSize), limit)
            : 0;
    if (head > saturatingAdd(values, matrix)) {
        step.block = 0;
        step.weightCopy = head;
    } else {
        step.block = values;
        step.weightCopy = matrix;
    }
    // Hidden state, queries, keys and values of the attention come on top, from PyTorch's allocator.
    step.block =
        saturatingAdd(step.block, saturatingMultiply(chunk * kHalf, widths.hidden + widths.query + 2 * widths.key));
    step.experts = 0;
    step.base = known(Known::ExLlama2Reserve).bytes(static_cast<double>(kMiB.count()));
}

} // namespace

DeviceWork exLlamaWork(const WorkQuestion& question) {
    const Resolved& resolved = question.resolved;
    const Scenario& scenario = resolved.scenario;
    const Widths widths = widthsOf(*resolved.model.architecture);
    const std::int64_t chunk =
        std::min(scenario.runtime.chunkedPrefillSize.value_or(known(Known::ExLlamaChunk).count()), scenario.context);
    DeviceWork work;
    addProcess(work, question);
    addBlock(work.step, question, chunk);
    if (resolved.format.container == Container::Exl2) {
        addFixedSpace(work.step, question, widths, chunk);
        work.step.low = 0.9;
        if (resolved.keyFormat.quantized) {
            work.step.cacheCopy = layerCacheCopy(resolved);
        }
    } else {
        work.step.weightCopy = saturatingMultiply(kHalf, largestMatrix(question, widths));
    }
    if (question.device.output) {
        work.step.rows = known(Known::ExLlama3OutputRows).count();
        work.step.logits = saturatingMultiply(work.step.rows * 4, resolved.model.architecture->vocabSize);
    }
    return work;
}

} // namespace vram
