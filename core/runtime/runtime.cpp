// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runtime.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vram {

namespace {

/// Cards that an engine can use; an empty architecture list is every card of the vendor but the excluded ones.
struct CardRule {
    Engine engine;
    Vendor vendor;
    std::array<std::string_view, 12> only;
    std::array<std::string_view, 2> except;
};

// Sources: the projects' own lists of supported hardware: llama.cpp README "Supported backends" (CUDA, HIP, Vulkan,
// SYCL, Metal, CANN, MUSA); vLLM "Installation: GPU" (compute capability 7.0 and newer; MI200 and newer, Radeon RX 7900
// and newer; Intel data centre and Arc; hardware plug-ins for Gaudi, Ascend, MetaX, Cambricon); PyTorch's ROCm, XPU
// and MPS builds for Transformers; SGLang "Hardware platforms" (compute capability 7.5 and newer, MI300 and newer, Arc
// B and Data Center Max, Ascend); TensorRT-LLM "Support matrix" (Ampere and newer); MLX's Metal and CUDA back ends
// (CUDA: 7.5 and newer); ExLlamaV2's CUDA and ROCm builds.
constexpr std::array kCardRules{
    CardRule{Engine::LlamaCpp, Vendor::Nvidia, {}, {}},
    CardRule{Engine::LlamaCpp, Vendor::Amd, {}, {}},
    CardRule{Engine::LlamaCpp, Vendor::Intel, {}, {"Gaudi"}},
    CardRule{Engine::LlamaCpp, Vendor::Apple, {}, {}},
    CardRule{Engine::LlamaCpp, Vendor::Other, {"Da Vinci", "MUSA Chunxiao", "MUSA Quyuan", "DCU (CDNA-derived)"}, {}},
    CardRule{Engine::Vllm, Vendor::Nvidia, {}, {"Pascal"}},
    CardRule{Engine::Vllm, Vendor::Amd, {"CDNA 2", "CDNA 3", "CDNA 4", "RDNA 3", "RDNA 3.5", "RDNA 4"}, {}},
    CardRule{Engine::Vllm, Vendor::Intel, {}, {}},
    CardRule{Engine::Vllm, Vendor::Other, {"Da Vinci", "XCORE", "MLUarch03"}, {}},
    CardRule{Engine::Transformers, Vendor::Nvidia, {}, {}},
    CardRule{Engine::Transformers, Vendor::Amd, {}, {"RDNA 1"}},
    CardRule{Engine::Transformers, Vendor::Intel, {}, {}},
    CardRule{Engine::Transformers, Vendor::Apple, {}, {}},
    CardRule{Engine::Transformers, Vendor::Other, {}, {}},
    CardRule{Engine::Sglang, Vendor::Nvidia, {}, {"Pascal", "Volta"}},
    CardRule{Engine::Sglang, Vendor::Amd, {"CDNA 3", "CDNA 4"}, {}},
    CardRule{Engine::Sglang, Vendor::Intel, {"Battlemage (Xe2)", "Ponte Vecchio (Xe-HPC)"}, {}},
    CardRule{Engine::Sglang, Vendor::Other, {"Da Vinci"}, {}},
    CardRule{Engine::TensorRtLlm, Vendor::Nvidia, {"Ampere", "Ada", "Hopper", "Blackwell", "Blackwell Ultra"}, {}},
    CardRule{Engine::Mlx, Vendor::Apple, {}, {}},
    CardRule{Engine::Mlx, Vendor::Nvidia, {}, {"Pascal", "Volta"}},
    CardRule{Engine::ExLlama, Vendor::Nvidia, {}, {"Pascal"}},
    CardRule{Engine::ExLlama, Vendor::Amd, {}, {"RDNA 1"}},
};

bool cardMatches(const CardRule& rule, const Gpu& gpu) {
    const auto is = [&](std::string_view name) { return !name.empty() && gpu.architecture == name; };
    if (std::ranges::any_of(rule.except, is)) {
        return false;
    }
    return rule.only.front().empty() || std::ranges::any_of(rule.only, is);
}

enum class Need : std::uint8_t { Bf16, Fp8, AmpereOrOther, TuringOrOther, NotApple, AmpereOnly, Fp4, Never };

/// What a family of formats asks of the card under an engine; no row: nothing.
struct FormatRule {
    Engine engine;
    std::string_view family; ///< a format id, or a `WeightFormat::family`
    Need need;
};

// Sources: vLLM "Supported hardware for quantization kernels" and its bfloat16 check (compute capability 8.0);
// Transformers' quantizer documentation (fine-grained FP8 needs 8.9; bitsandbytes and AWQ kernels have no Metal build);
// SGLang "Quantization" (FP8 weights without FP8 units go through Marlin kernels from 8.0 on); TensorRT-LLM
// "Quantization" support matrix; ExLlamaV3's kernels (8.0 and newer, no ROCm build yet).
constexpr std::array kFormatRules{
    FormatRule{Engine::Vllm, "BF16", Need::Bf16},
    FormatRule{Engine::Vllm, "GPTQ", Need::TuringOrOther},
    FormatRule{Engine::Vllm, "AWQ", Need::TuringOrOther},
    FormatRule{Engine::Vllm, "FP8", Need::TuringOrOther},
    FormatRule{Engine::Vllm, "MXFP4", Need::AmpereOrOther},
    FormatRule{Engine::Vllm, "NVFP4", Need::AmpereOrOther},
    FormatRule{Engine::Vllm, "INT8", Need::TuringOrOther},
    FormatRule{Engine::Transformers, "FP8", Need::Fp8},
    FormatRule{Engine::Transformers, "MXFP4", Need::TuringOrOther},
    FormatRule{Engine::Transformers, "bitsandbytes", Need::NotApple},
    FormatRule{Engine::Transformers, "AWQ", Need::NotApple},
    FormatRule{Engine::Transformers, "GPTQ", Need::NotApple},
    FormatRule{Engine::Sglang, "BF16", Need::Bf16},
    FormatRule{Engine::Sglang, "FP8", Need::AmpereOrOther},
    FormatRule{Engine::Sglang, "MXFP4", Need::AmpereOrOther},
    FormatRule{Engine::Sglang, "NVFP4", Need::Fp4},
    FormatRule{Engine::Sglang, "HQQ", Need::Never},
    FormatRule{Engine::Sglang, "AQLM", Need::Never},
    FormatRule{Engine::TensorRtLlm, "FP8", Need::Fp8},
    FormatRule{Engine::TensorRtLlm, "NVFP4", Need::Fp4},
    FormatRule{Engine::TensorRtLlm, "MXFP4", Need::Fp8},
    FormatRule{Engine::TensorRtLlm, "bitsandbytes", Need::Never},
    FormatRule{Engine::TensorRtLlm, "HQQ", Need::Never},
    FormatRule{Engine::TensorRtLlm, "AQLM", Need::Never},
    FormatRule{Engine::TensorRtLlm, "torchao", Need::Never},
    FormatRule{Engine::TensorRtLlm, "AutoRound", Need::Never},
    FormatRule{Engine::ExLlama, "EXL3", Need::AmpereOnly},
};

bool meets(Need need, const Gpu& gpu) {
    const bool turing = gpu.architecture.starts_with("Turing");
    const bool beforeTuring = gpu.architecture == "Pascal" || gpu.architecture == "Volta";
    switch (need) {
    case Need::Bf16:
        return gpu.bf16;
    case Need::Fp8:
        return gpu.fp8;
    case Need::AmpereOrOther:
        return gpu.vendor != Vendor::Nvidia || (!turing && !beforeTuring);
    case Need::TuringOrOther:
        return gpu.vendor != Vendor::Nvidia || !beforeTuring;
    case Need::NotApple:
        return gpu.vendor != Vendor::Apple;
    case Need::AmpereOnly:
        return gpu.vendor == Vendor::Nvidia && !turing && !beforeTuring;
    case Need::Fp4:
        return gpu.fp4;
    case Need::Never:
        return false;
    }
    return true;
}

constexpr Bytes mib(std::int64_t count) { return kMiB * count; }

// A process's context on a card. NVIDIA under llama.cpp: 0.45 GiB on an RTX 4090, 0.75 GiB on an RTX PRO 6000
// Blackwell; ROCm about 0.4 GiB (docs/measurements.md). Metal and SYCL: no measurement, a wide range. PyTorch's context
// holds its own kernels' code too. vLLM's share is its "non-torch" figure, given per rank by the engine itself.
constexpr std::array kOverheads{
    OverheadEntry{Engine::LlamaCpp,
                  Vendor::Nvidia,
                  {mib(350), mib(480), mib(770)},
                  "RTX 4090 and RTX PRO 6000 Blackwell, measured"},
    OverheadEntry{Engine::LlamaCpp, Vendor::Amd, {mib(250), mib(410), mib(600)}, "ROCm, measured"},
    OverheadEntry{Engine::LlamaCpp, Vendor::Intel, {mib(100), mib(300), mib(600)}, "assumption: no measurement"},
    OverheadEntry{Engine::LlamaCpp, Vendor::Apple, {mib(20), mib(100), mib(300)}, "assumption: no measurement"},
    OverheadEntry{Engine::LlamaCpp, Vendor::Other, {mib(200), mib(450), mib(800)}, "assumption: no measurement"},
    OverheadEntry{Engine::Vllm, Vendor::Nvidia, {mib(246), mib(256), mib(471)}, "vLLM 0.19 logs on H100, one GPU"},
    OverheadEntry{Engine::Vllm, Vendor::Amd, {mib(246), mib(500), mib(1024)}, "assumption: as NVIDIA, wider"},
    OverheadEntry{Engine::Vllm, Vendor::Intel, {mib(246), mib(500), mib(1024)}, "assumption: as NVIDIA, wider"},
    OverheadEntry{Engine::Vllm, Vendor::Other, {mib(246), mib(500), mib(1024)}, "assumption: as NVIDIA, wider"},
    OverheadEntry{
        Engine::Transformers, Vendor::Nvidia, {mib(350), mib(520), mib(800)}, "CUDA context with PyTorch's kernels"},
    OverheadEntry{Engine::Transformers, Vendor::Amd, {mib(250), mib(500), mib(900)}, "assumption: as NVIDIA, wider"},
    OverheadEntry{Engine::Transformers, Vendor::Intel, {mib(100), mib(400), mib(800)}, "assumption: no measurement"},
    OverheadEntry{Engine::Transformers, Vendor::Apple, {mib(20), mib(150), mib(400)}, "assumption: no measurement"},
    OverheadEntry{Engine::Transformers, Vendor::Other, {mib(200), mib(500), mib(900)}, "assumption: no measurement"},
    OverheadEntry{Engine::Sglang, Vendor::Nvidia, {mib(300), mib(600), mib(1024)}, "assumption: as vLLM, wider"},
    OverheadEntry{Engine::Sglang, Vendor::Amd, {mib(300), mib(700), mib(1200)}, "assumption: as vLLM, wider"},
    OverheadEntry{Engine::Sglang, Vendor::Intel, {mib(300), mib(700), mib(1200)}, "assumption: as vLLM, wider"},
    OverheadEntry{Engine::Sglang, Vendor::Other, {mib(300), mib(700), mib(1200)}, "assumption: as vLLM, wider"},
    OverheadEntry{Engine::TensorRtLlm, Vendor::Nvidia, {mib(500), mib(900), mib(1500)}, "assumption: no measurement"},
    OverheadEntry{Engine::Mlx, Vendor::Apple, {mib(30), mib(120), mib(400)}, "assumption: no measurement"},
    OverheadEntry{Engine::Mlx, Vendor::Nvidia, {mib(350), mib(500), mib(900)}, "assumption: no measurement"},
    OverheadEntry{
        Engine::ExLlama, Vendor::Nvidia, {mib(350), mib(520), mib(800)}, "CUDA context with PyTorch's kernels"},
    OverheadEntry{Engine::ExLlama, Vendor::Amd, {mib(250), mib(500), mib(900)}, "assumption: as NVIDIA, wider"},
};

} // namespace

Support supports(const RuntimeProfile& runtime, const Gpu& gpu, const WeightFormat& format) {
    const bool card = std::ranges::any_of(kCardRules, [&](const CardRule& rule) {
        return rule.engine == runtime.engine && rule.vendor == gpu.vendor && cardMatches(rule, gpu);
    });
    if (!card) {
        return Support::NoRuntime;
    }
    const bool formatRuns =
        loadsFormat(runtime, format) && std::ranges::all_of(kFormatRules, [&](const FormatRule& rule) {
            const bool concerns =
                rule.engine == runtime.engine && (rule.family == format.id || rule.family == format.family);
            return !concerns || meets(rule.need, gpu);
        });
    return formatRuns ? Support::Yes : Support::NoFormat;
}

const OverheadEntry& contextOverhead(Engine engine, Vendor vendor) {
    const auto found = std::ranges::find_if(
        kOverheads, [&](const OverheadEntry& row) { return row.engine == engine && row.vendor == vendor; });
    return found == kOverheads.end() ? kOverheads.front() : *found;
}

} // namespace vram
