// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/next_token_use.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vram {

namespace {

/// GGUF names of the architectures that llama.cpp drafts with since --spec-type draft-mtp.
constexpr std::array<std::string_view, 8> kLlamaCpp{"qwen35",    "qwen35moe", "qwen3next", "glm4moe",
                                                    "deepseek2", "glm-dsa",   "mimo2",     "step35"};
// --spec-draft-n-max of llama.cpp (common/arg.cpp), --speculative-num-steps as SGLang chooses it for such layers; vLLM
// and TensorRT-LLM draft one token a layer (num_nextn_predict_layers).
constexpr std::int64_t kLlamaCppTokens = 3;
constexpr std::int64_t kSglangTokens = 3;

} // namespace

bool canDraftItself(const RuntimeProfile& runtime, const ResolvedModel& model) {
    if (model.architecture->nextTokenLayers == 0) {
        return false;
    }
    switch (runtime.engine) {
    case Engine::Vllm:
    case Engine::Sglang:
    case Engine::TensorRtLlm:
        return true;
    case Engine::LlamaCpp:
        return runtime.name == "llama.cpp" && std::ranges::find(kLlamaCpp, model.ggufArchitecture) != kLlamaCpp.end();
    default:
        return false;
    }
}

NextTokenUse nextTokenUse(const Resolved& resolved) {
    const ExtrasChoice& extras = resolved.scenario.extras;
    if (!extras.mtp) {
        return NextTokenUse::NotAsked;
    }
    if (resolved.model.architecture->nextTokenLayers == 0) {
        return NextTokenUse::NoLayers;
    }
    if (!canDraftItself(*resolved.runtime, resolved.model)) {
        return NextTokenUse::NoRuntime;
    }
    return extras.draft ? NextTokenUse::DraftInstead : NextTokenUse::Used;
}

std::int64_t draftedTokens(const Resolved& resolved) {
    const Engine engine = resolved.runtime->engine;
    const std::int64_t standard = engine == Engine::LlamaCpp ? kLlamaCppTokens
                                  : engine == Engine::Sglang ? kSglangTokens
                                                             : resolved.model.architecture->nextTokenLayers;
    return resolved.scenario.extras.mtpTokens.value_or(standard);
}

} // namespace vram
