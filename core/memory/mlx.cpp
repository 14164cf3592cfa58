// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/device_work.h"
#include "core/memory/runtime_constants.h"

#include <algorithm>

namespace vram {

DeviceWork mlxWork(const WorkQuestion& question) {
    const Scenario& scenario = question.resolved.scenario;
    const std::int64_t prompt = scenario.prompt.value_or(scenario.context);
    const std::int64_t step = scenario.runtime.chunkedPrefillSize.value_or(known(Known::MlxPrefillStep).count());
    DeviceWork work;
    addProcess(work, question);
    // Lazy evaluation: a prompt's steps never compute logits, only the last token's are.
    addBlock(work.step, question, saturatingMultiply(std::min(step, prompt), scenario.batch));
    work.step.base = known(Known::MlxBase).bytes(static_cast<double>(kMiB.count()));
    return work;
}

} // namespace vram
