// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/check_steps.h"

#include "core/memory/demand.h"
#include "core/report/command.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

namespace vram {

namespace {

constexpr std::size_t kMostCards = 8; // lines of that many cards; more are alike

/// The question, what lies where of the model alone (a runtime logs what is beside it apart), and the cards.
struct Checked {
    const Resolved& resolved;
    const Placement& placement;
    Cards cards;
    Demand demand;
    Loads model;
};

std::string text(std::int64_t value) { return std::to_string(value); }

std::string fixed(double value, int digits) {
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, digits).ptr;
    return std::string(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
}

/// Whole MiB, as the tools show them.
std::string mib(Bytes bytes) { return text(std::max(bytes, Bytes{}).count() / kMiB.count()); }

/// "123,456": as Python's "{:,}".
std::string grouped(std::int64_t value) {
    const std::string digits = text(value);
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            result += ',';
        }
        result += digits[i];
    }
    return result;
}

struct Tool {
    Vendor vendor;
    std::string_view code;
    std::string_view argument;
    std::string_view backend; ///< llama.cpp's name of such a card, before its number; empty: it depends on the build
};
constexpr std::array kTools{
    Tool{Vendor::Nvidia, "check-nvidia-smi", "nvidia-smi --query-gpu=memory.used --format=csv -l 1", "CUDA"},
    Tool{Vendor::Amd, "check-rocm-smi", "rocm-smi --showmeminfo vram", "ROCm"},
    Tool{Vendor::Intel, "check-xpu-smi", "xpu-smi dump -d -1 -m 18", ""},
    Tool{Vendor::Apple, "check-activity-monitor", "", "MTL"},
};

/// What Activity Monitor lists the runtime as.
std::string_view processName(const Resolved& resolved) {
    switch (resolved.runtime->engine) {
    case Engine::LlamaCpp:
        return resolved.runtime->name == "LM Studio" ? "LM Studio" : "llama-server";
    default:
        return "python";
    }
}

const Tool* toolOf(const Gpu& gpu) {
    const auto* const found = std::ranges::find(kTools, gpu.vendor, &Tool::vendor);
    return found == kTools.end() ? nullptr : found;
}

std::optional<KvPool> pool(const Checked& checked, std::size_t card) {
    return poolOf(checked.resolved, checked.demand, checked.placement.layout, card,
                  checked.placement.loads.devices[card], *checked.cards.gpus[card], checked.cards.reported[card]);
}

/// What a tool shows of a card: with a pool, all that is reserved.
ByteRange shownOn(const Checked& checked, std::size_t card) {
    const PartSizes& parts = checked.placement.loads.devices[card];
    ByteRange shown = parts.total();
    if (const auto reserved = pool(checked, card)) {
        const ByteRange cache = parts.get(MemoryPart::KvCache).value_or(ByteRange{});
        shown = {shown.low - cache.low + reserved->bytes, shown.typical - cache.typical + reserved->bytes,
                 shown.high - cache.high + reserved->bytes};
    }
    return shown;
}

void addCards(std::vector<CheckStep>& steps, const Checked& checked) {
    const std::vector<const Gpu*>& gpus = checked.cards.gpus;
    for (std::size_t first = 0; first < gpus.size();) {
        const ByteRange shown = shownOn(checked, first);
        std::size_t end = first + 1;
        while (end < gpus.size() && gpus[end]->name == gpus[first]->name && shownOn(checked, end) == shown) {
            ++end;
        }
        if (shown.high > Bytes{}) { // Ollama may leave a card alone
            std::string number = std::to_string(first);
            if (end - first > 1) {
                number.append("-").append(std::to_string(end - 1));
            }
            steps.push_back({"check-card", {std::move(number), gpus[first]->name, mib(shown.low), mib(shown.high)}});
        }
        first = end;
    }
}

void addTools(std::vector<CheckStep>& steps, const Checked& checked) {
    std::string_view last;
    for (const Gpu* const gpu : checked.cards.gpus) {
        const Tool* const tool = toolOf(*gpu);
        if (tool == nullptr || tool->code == last) {
            continue;
        }
        last = tool->code;
        steps.push_back(
            {tool->code, {std::string(tool->argument.empty() ? processName(checked.resolved) : tool->argument)}});
    }
    addCards(steps, checked);
    const ByteRange host = checked.placement.loads.host.total();
    if (host.high > Bytes{} && !checked.cards.unified) {
        steps.push_back({"check-ram", {mib(host.low), mib(host.high)}});
    }
}

void addLine(std::vector<CheckStep>& steps, std::string begin, std::string rest) {
    steps.push_back({"check-line", {std::move(begin), std::move(rest)}});
}

/// A buffer of one kind on one device; nothing where there is none. Caches of layers with and without a window are
/// lines of their own, so that they are added up.
void addBuffer(std::vector<CheckStep>& steps, const std::string& device, std::string_view kind, Bytes bytes, bool sum) {
    if (bytes <= Bytes{}) {
        return;
    }
    std::string begin = device + " " + std::string(kind) + " buffer size";
    if (sum) {
        steps.push_back({"check-sum", {std::move(begin), fixed(bytes.toMiB(), 2)}});
    } else {
        addLine(steps, std::move(begin), fixed(bytes.toMiB(), 2) + " MiB");
    }
}

/// Lines of src/llama-model.cpp, llama-kv-cache.cpp, llama-memory-recurrent.cpp and llama-context.cpp.
void addLlamaCpp(std::vector<CheckStep>& steps, const Checked& checked) {
    const std::string_view name = checked.resolved.runtime->name;
    if (name == "llama.cpp" || name == "text-generation-webui") {
        steps.push_back({"check-verbosity", {"-lv 4"}}); // libllama's own lines are "trace" to common/log.cpp
    }
    if (!checked.cards.empty()) {
        const std::string placed = text(checked.placement.gpuLayers) + "/" + text(checked.demand.layers() + 1);
        steps.push_back({"check-layers", {std::string("offloaded ").append(placed).append(" layers to GPU")}});
    }
    for (std::size_t i = 0; i < std::min(checked.model.devices.size(), kMostCards); ++i) {
        const Tool* const tool = toolOf(*checked.cards.gpus[i]);
        if (tool == nullptr || tool->backend.empty()) {
            continue;
        }
        const PartSizes& parts = checked.model.devices[i];
        const std::string device = std::string(tool->backend) + std::to_string(i);
        // Rows lie in a buffer of another name, a Mac's weights in the mapped file.
        if (!checked.placement.layout.rowSplit && !checked.cards.unified) {
            addBuffer(steps, device, "model", parts.typical(MemoryPart::Weights), false);
        }
        addBuffer(steps, device, "KV", parts.typical(MemoryPart::KvCache), true);
        addBuffer(steps, device, "RS", parts.typical(MemoryPart::RecurrentState), true);
        addBuffer(steps, device, "compute", parts.typical(MemoryPart::Activations), false);
    }
    addBuffer(steps, "CPU", "KV", checked.model.host.typical(MemoryPart::KvCache), true);
    addBuffer(steps, "CPU", "RS", checked.model.host.typical(MemoryPart::RecurrentState), true);
}

/// cmd/cmd.go (ListRunningHandler).
void addOllama(std::vector<CheckStep>& steps, const Checked& checked) {
    Bytes cards;
    for (const PartSizes& device : checked.placement.loads.devices) {
        cards += device.total().typical;
    }
    const Bytes host = checked.placement.layout.allOnDevices() ? Bytes{} : checked.placement.loads.host.total().typical;
    const double percent = 100.0 * host.toMiB() / std::max((cards + host).toMiB(), 1.0);
    const std::string inRam = fixed(percent, 0);
    const std::string processor = cards <= Bytes{}  ? "100% CPU"
                                  : host <= Bytes{} ? "100% GPU"
                                                    : inRam + "%/" + fixed(100.0 - percent, 0) + "% CPU/GPU";
    steps.push_back({"check-ollama", {"ollama ps", processor, text(checked.resolved.scenario.context)}});
}

/// Tokens that the fullest card's pool holds: every card needs its part of each.
std::optional<std::int64_t> poolTokens(const Checked& checked) {
    std::optional<std::int64_t> tokens;
    for (std::size_t i = 0; i < checked.cards.gpus.size(); ++i) {
        if (const auto reserved = pool(checked, i)) {
            tokens = std::min(tokens.value_or(std::numeric_limits<std::int64_t>::max()), reserved->tokens);
        }
    }
    return tokens;
}

std::string firstWeights(const Checked& checked) {
    return checked.model.devices.empty() ? std::string{}
                                         : fixed(checked.model.devices.front().typical(MemoryPart::Weights).toGiB(), 2);
}

/// vllm/v1/worker/gpu_model_runner.py and vllm/v1/core/kv_cache_utils.py.
void addVllm(std::vector<CheckStep>& steps, const Checked& checked) {
    addLine(steps, "Model loading took", firstWeights(checked) + " GiB");
    if (const auto tokens = poolTokens(checked)) {
        const std::int64_t context = checked.resolved.scenario.context;
        addLine(steps, "GPU KV cache size:", grouped(*tokens) + " tokens");
        addLine(steps, "Maximum concurrency for " + grouped(context) + " tokens per request:",
                fixed(static_cast<double>(*tokens) / static_cast<double>(std::max<std::int64_t>(context, 1)), 2) + "x");
    }
}

/// python/sglang/srt/model_executor/model_runner.py and managers/scheduler.py; its GB are GiB.
void addSglang(std::vector<CheckStep>& steps, const Checked& checked) {
    addLine(steps, "Load weight end.", std::string("mem usage=").append(firstWeights(checked)).append(" GB"));
    if (const auto tokens = poolTokens(checked)) {
        addLine(steps, "KV Cache is allocated.", std::string("#tokens: ").append(text(*tokens)));
    }
}

/// cpp/tensorrt_llm/batch_manager/kvCacheManager.cpp.
void addTensorRt(std::vector<CheckStep>& steps, const Checked& checked) {
    if (const auto tokens = poolTokens(checked)) {
        addLine(steps, "[MemUsageChange] Allocated",
                fixed(pool(checked, 0)->bytes.toGiB(), 2) + " GiB for max tokens in paged KV cache (" + text(*tokens) +
                    ")");
    }
}

/// Everything but the driver's context is the allocator's.
ByteRange allocated(const PartSizes& parts) {
    const ByteRange all = parts.total();
    const ByteRange outside = parts.get(MemoryPart::Overhead).value_or(ByteRange{});
    return {all.low - outside.low, all.typical - outside.typical, all.high - outside.high};
}

void addTransformers(std::vector<CheckStep>& steps, const Checked& checked) {
    for (std::size_t i = 0; i < std::min(checked.placement.loads.devices.size(), kMostCards); ++i) {
        if (checked.cards.gpus[i]->vendor == Vendor::Apple) {
            continue; // no peak is kept there
        }
        const ByteRange bytes = allocated(checked.placement.loads.devices[i]);
        steps.push_back({"check-torch",
                         {std::string("torch.cuda.max_memory_allocated(").append(std::to_string(i)).append(") / 2**20"),
                          mib(bytes.low), mib(bytes.high)}});
    }
}

/// mlx_lm/generate.py; its GB are 10^9 bytes.
void addMlx(std::vector<CheckStep>& steps, const Checked& checked) {
    if (!checked.placement.loads.devices.empty()) {
        addLine(steps,
                "Peak memory:", fixed(allocated(checked.placement.loads.devices.front()).typical.toGB(), 3) + " GB");
    }
}

using AddSteps = void (*)(std::vector<CheckStep>&, const Checked&);
constexpr std::array<AddSteps, kEngines> kByEngine{&addLlamaCpp, &addVllm, &addTransformers, &addSglang,
                                                   &addTensorRt, &addMlx,  nullptr,          nullptr};
static_assert(static_cast<std::size_t>(Engine::Mlx) == 5 && static_cast<std::size_t>(Engine::TensorRtLlm) == 4);

} // namespace

std::vector<CheckStep> checkStepsFor(const Resolved& resolved, const Placement& placement) {
    if (resolved.training != nullptr) {
        return {};
    }
    Checked checked{
        resolved, placement, cardsOf(resolved.machine, resolved.scenario.placement), demandOf(resolved), {}};
    checked.model = resolved.extras == nullptr
                        ? placement.loads
                        : modelLoads(resolved, checked.demand, placement.layout, checked.cards.gpus);
    std::vector<CheckStep> steps;
    addTools(steps, checked);
    if (resolved.runtime->name == "Ollama") {
        addOllama(steps, checked);
    } else if (const AddSteps add = kByEngine.at(static_cast<std::size_t>(resolved.runtime->engine)); add != nullptr) {
        add(steps, checked);
    }
    return steps;
}

std::vector<CheckStep> checkStepsFor(const Resolved& resolved) {
    const PlacedQuestion question = placedQuestion(resolved);
    return checkStepsFor(question.settled, question.placement);
}

} // namespace vram
