// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/spreads.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

constexpr std::string_view kQwen = "172 published figures of 14 Qwen models, Transformers 4.38, 4.46 and 4.51";
constexpr std::string_view kLogs =
    "27 starts of 14 models, vLLM 0.19 on H100; the worst case one and a half times over";

constexpr std::string_view kStage = "one start as a pipeline, vLLM 0.19 on H100; its error one and a half times over";

constexpr std::array kSpreads{
    Spread{Engine::Transformers, MemoryPart::Activations, SpreadBase::Run, 0.011, 0.018, "transformers.all", kQwen},
    Spread{Engine::Vllm, MemoryPart::Weights, SpreadBase::Part, 0.022, 0.008, "vllm.weights", kLogs},
    Spread{Engine::Vllm, MemoryPart::Activations, SpreadBase::Part, 0.072, 0.121, "vllm.activations", kLogs},
    Spread{Engine::Vllm, MemoryPart::Activations, SpreadBase::Part, 0.0, 0.60, "vllm.stage", kStage},
    Spread{Engine::Vllm, MemoryPart::Overhead, SpreadBase::Part, 0.210, 0.225, "vllm.overhead", kLogs},
};

} // namespace

std::span<const Spread> spreads() { return kSpreads; }

const Spread& spreadOf(std::string_view figure) {
    static constexpr Spread kNone{};
    const auto* const found =
        std::find_if(kSpreads.begin(), kSpreads.end(), [figure](const Spread& row) { return row.figure == figure; });
    return found == kSpreads.end() ? kNone : *found;
}

ByteRange spreadRange(const Spread& spread, Bytes typical, Bytes base) {
    const auto size = static_cast<double>(base.count());
    return {std::max(Bytes{}, typical - Bytes::fromDouble(size * spread.below)), typical,
            typical + Bytes::fromDouble(size * spread.above)};
}

} // namespace vram
