// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/figures.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace vram::accuracy {

namespace {

using Range = FigureRow::Range;

constexpr double kMibBytes = 1048576.0;
constexpr double kGibBytes = 1073741824.0;
constexpr double kPrintedMib = 0.0101; // sources print 0.01 MiB, sums of two of them
constexpr double kPrintedGib = 0.00501;

Range in(const ByteRange& bytes, double unit) {
    return {static_cast<double>(bytes.low.count()) / unit, static_cast<double>(bytes.typical.count()) / unit,
            static_cast<double>(bytes.high.count()) / unit};
}

/// An exact size, or one that has a range already.
template <typename Size>
ByteRange rangeOf(const Size& size) {
    if constexpr (std::is_same_v<Size, Bytes>) {
        return ByteRange::exact(size);
    } else {
        return size;
    }
}

ByteRange partOrNothing(const PartSizes& parts, MemoryPart part) { return parts.get(part).value_or(ByteRange{}); }

ByteRange cacheOf(const PartSizes& parts) {
    return partOrNothing(parts, MemoryPart::KvCache) + partOrNothing(parts, MemoryPart::RecurrentState);
}

/// What the sources of whole runs count: everything but the driver's own share.
ByteRange withoutOverhead(const PartSizes& parts) {
    ByteRange sum = partOrNothing(parts, MemoryPart::Weights) + cacheOf(parts);
    sum += partOrNothing(parts, MemoryPart::Activations);
    return sum;
}

const PartSizes& firstDevice(const Report& report) {
    static const PartSizes kNone;
    return report.devices.empty() ? kNone : report.devices.front().parts;
}

/// The allocator's peak on the first card of a training run.
ByteRange trainingPeak(const Report& report) {
    ByteRange sum;
    for (const MemoryPart part : {MemoryPart::Weights, MemoryPart::Activations, MemoryPart::Gradients,
                                  MemoryPart::Optimizer, MemoryPart::Adapter}) {
        sum += partOrNothing(firstDevice(report), part);
    }
    return sum;
}
bool hasKnownSettings(const Json& measured, const Report&) { return measured.value("settings_known", false); }

/// What is left after a run: its libraries may keep part of the working memory.
ByteRange resident(const Report& report) {
    ByteRange range = partOrNothing(report.memory, MemoryPart::Weights) + cacheOf(report.memory);
    range.high += partOrNothing(report.memory, MemoryPart::Activations).high;
    return range;
}

ByteRange onDevices(const Report& report, MemoryPart part) {
    ByteRange sum;
    for (const DeviceReport& device : report.devices) {
        sum += partOrNothing(device.parts, part);
    }
    return sum;
}

ByteRange onHost(const Report& report, MemoryPart part) {
    return report.host ? partOrNothing(report.host->parts, part) : ByteRange{};
}

double number(const Json& measured, const char* key) {
    const auto found = measured.find(key);
    return found != measured.end() && found->is_number() ? found->get<double>() : 0;
}

template <typename... Keys>
double sumOf(const Json& measured, Keys... keys) {
    return (number(measured, keys) + ...);
}

bool always(const Json&, const Report&) { return true; }
bool hasFile(const Json& measured, const Report& report) {
    return measured.contains("published_file_bytes") && report.fileBytes.has_value();
}
bool allOnCard(const Json&, const Report& report) { return report.gpuLayers >= report.layersTotal; }
bool partlyOnCard(const Json&, const Report& report) { return report.gpuLayers < report.layersTotal; }
bool hasPeak(const Json& measured, const Report&) { return measured.contains("allocator_peak_gib"); }
/// The first card of a pipeline has no sampler, so that its peak is another than the last one's.
bool hasSampler(const Json&, const Report& report) {
    return report.devices.front().parts.typical(MemoryPart::Activations) ==
           report.devices.back().parts.typical(MemoryPart::Activations);
}
bool isStage(const Json& measured, const Report& report) { return !hasSampler(measured, report); }
bool hasResident(const Json& measured, const Report&) { return measured.contains("resident_gib"); }

double tensorBytes(const Json& m) { return number(m, "tensor_bytes"); }
double weightsMib(const Json& m) { return number(m, "weights_mib"); }
double cacheMib(const Json& m) { return sumOf(m, "kv_mib", "rs_mib"); }
double cpuCompute(const Json& m) { return sumOf(m, "compute_mib", "output_mib"); }
double cpuTotal(const Json& m) { return sumOf(m, "weights_mib", "kv_mib", "rs_mib", "compute_mib", "output_mib"); }
double cardCompute(const Json& m) { return number(m, "gpu_compute_mib"); }
double hostCompute(const Json& m) { return sumOf(m, "host_compute_mib", "output_mib"); }
double cardTotal(const Json& m) {
    return sumOf(m, "weights_mib", "kv_mib", "rs_mib", "gpu_compute_mib", "host_compute_mib", "output_mib");
}

Range tensors(const Json&, const Report& report) { return in(ByteRange::exact(report.tensorBytes), 1); }
Range weights(const Json&, const Report& report) {
    return in(partOrNothing(report.memory, MemoryPart::Weights), kMibBytes);
}
Range cache(const Json&, const Report& report) { return in(cacheOf(report.memory), kMibBytes); }
Range hostActivations(const Json&, const Report& report) {
    return in(onHost(report, MemoryPart::Activations), kMibBytes);
}
Range cardActivations(const Json&, const Report& report) {
    return in(onDevices(report, MemoryPart::Activations), kMibBytes);
}
Range total(const Json&, const Report& report) { return in(withoutOverhead(report.memory), kMibBytes); }

bool hasSpeed(const Json& measured, const Report& report) {
    return measured.contains("decode_tok_s") && report.speed.has_value();
}
bool hasPrefill(const Json& measured, const Report& report) {
    return measured.contains("prefill_tok_s") && report.speed && report.speed->prefill;
}
double decodeTokens(const Json& m) { return number(m, "decode_tok_s"); }
double prefillTokens(const Json& m) { return number(m, "prefill_tok_s"); }
Range decodeSpeed(const Json&, const Report& report) {
    const SpeedRange& range = report.speed->decode;
    return {range.low, range.typical, range.high};
}
Range prefillSpeed(const Json&, const Report& report) {
    const SpeedRange& range = *report.speed->prefill;
    return {range.low, range.typical, range.high};
}

const Goal kExact{.exact = 1.0};
const Goal kPlanned{.p95 = 0.02, .worst = 0.15};
const Goal kPartial{.p95 = 0.10};
const Goal kTotal{.p95 = 0.005, .worst = 0.02};

const std::array kFigures{
    FigureRow{"gguf.tensor_bytes",
              "gguf_sizes",
              "GGUF: bytes of all tensors",
              0,
              always,
              tensorBytes,
              tensors,
              {.exact = 0.95, .worst = 0.001}},
    FigureRow{"gguf.file_bytes",
              "gguf_sizes",
              "GGUF: published files with their header",
              0,
              hasFile,
              [](const Json& m) { return number(m, "published_file_bytes"); },
              [](const Json&, const Report& report) { return in(rangeOf(*report.fileBytes), 1); },
              {}},
    FigureRow{"llamacpp_cpu.weights",
              "llamacpp_cpu",
              "llama.cpp, CPU: weights",
              kPrintedMib,
              always,
              weightsMib,
              weights,
              {}},
    FigureRow{"llamacpp_cpu.kv", "llamacpp_cpu", "llama.cpp, CPU: KV cache and state", kPrintedMib, always, cacheMib,
              cache, kExact},
    FigureRow{"llamacpp_cpu.compute", "llamacpp_cpu", "llama.cpp, CPU: compute and output buffers", kPrintedMib, always,
              cpuCompute, hostActivations, kPlanned},
    FigureRow{"llamacpp_cpu.total", "llamacpp_cpu", "llama.cpp, CPU: total", kPrintedMib, always, cpuTotal, total,
              kTotal},
    FigureRow{"llamacpp_full.weights",
              "llamacpp_cuda",
              "llama.cpp, all on the card: weights",
              kPrintedMib,
              allOnCard,
              weightsMib,
              weights,
              {}},
    FigureRow{"llamacpp_full.kv", "llamacpp_cuda", "llama.cpp, all on the card: KV cache and state", kPrintedMib,
              allOnCard, cacheMib, cache, kExact},
    FigureRow{"llamacpp_full.compute", "llamacpp_cuda", "llama.cpp, all on the card: compute buffer", kPrintedMib,
              allOnCard, cardCompute, cardActivations, kPlanned},
    FigureRow{"llamacpp_full.host",
              "llamacpp_cuda",
              "llama.cpp, all on the card: host buffers",
              kPrintedMib,
              allOnCard,
              hostCompute,
              hostActivations,
              {}},
    FigureRow{"llamacpp_full.total", "llamacpp_cuda", "llama.cpp, all on the card: total", kPrintedMib, allOnCard,
              cardTotal, total, kTotal},
    FigureRow{"llamacpp_partial.weights",
              "llamacpp_cuda",
              "llama.cpp, partial offload: weights",
              kPrintedMib,
              partlyOnCard,
              weightsMib,
              weights,
              {}},
    FigureRow{"llamacpp_partial.kv", "llamacpp_cuda", "llama.cpp, partial offload: KV cache and state", kPrintedMib,
              partlyOnCard, cacheMib, cache, kExact},
    FigureRow{"llamacpp_partial.compute", "llamacpp_cuda", "llama.cpp, partial offload: compute buffer", kPrintedMib,
              partlyOnCard, cardCompute, cardActivations, kPartial},
    FigureRow{"llamacpp_partial.host",
              "llamacpp_cuda",
              "llama.cpp, partial offload: host buffers",
              kPrintedMib,
              partlyOnCard,
              hostCompute,
              hostActivations,
              {}},
    FigureRow{"llamacpp_partial.total", "llamacpp_cuda", "llama.cpp, partial offload: total", kPrintedMib, partlyOnCard,
              cardTotal, total, kTotal},
    FigureRow{"transformers.peak",
              "transformers_inference",
              "Transformers: peak of the allocator",
              kPrintedGib,
              hasPeak,
              [](const Json& m) { return number(m, "allocator_peak_gib"); },
              [](const Json&, const Report& report) { return in(withoutOverhead(report.memory), kGibBytes); },
              {}},
    FigureRow{"transformers.resident",
              "transformers_inference",
              "Transformers: weights and cache at the end",
              0.0006,
              hasResident,
              [](const Json& m) { return number(m, "resident_gib"); },
              [](const Json&, const Report& report) { return in(resident(report), kGibBytes); },
              {}},
    FigureRow{"transformers.all",
              "transformers_inference",
              "Transformers: both together",
              kPrintedGib,
              always,
              [](const Json& m) { return sumOf(m, "allocator_peak_gib", "resident_gib"); },
              [](const Json& m, const Report& report) {
                  const bool peak = m.contains("allocator_peak_gib");
                  return in(peak ? withoutOverhead(report.memory) : resident(report), kGibBytes);
              },
              {.mean = 0.015, .p95 = 0.05}},
    FigureRow{"vllm.weights",
              "vllm",
              "vLLM: weights of a rank",
              kPrintedGib,
              always,
              [](const Json& m) { return number(m, "weights_gib"); },
              [](const Json&, const Report& report) {
                  return in(partOrNothing(firstDevice(report), MemoryPart::Weights), kGibBytes);
              },
              {}},
    FigureRow{"vllm.activations",
              "vllm",
              "vLLM: activation peak with the sampler",
              kPrintedGib,
              hasSampler,
              [](const Json& m) { return number(m, "activation_peak_gib"); },
              [](const Json&, const Report& report) {
                  return in(partOrNothing(firstDevice(report), MemoryPart::Activations), kGibBytes);
              },
              {}},
    FigureRow{"vllm.stage",
              "vllm",
              "vLLM: activation peak of a first stage",
              kPrintedGib,
              isStage,
              [](const Json& m) { return number(m, "activation_peak_gib"); },
              [](const Json&, const Report& report) {
                  return in(partOrNothing(firstDevice(report), MemoryPart::Activations), kGibBytes);
              },
              {}},
    FigureRow{"vllm.non_torch",
              "vllm",
              "vLLM: outside PyTorch",
              kPrintedGib,
              always,
              [](const Json& m) { return number(m, "non_torch_gib"); },
              [](const Json&, const Report& report) {
                  return in(partOrNothing(firstDevice(report), MemoryPart::Overhead), kGibBytes);
              },
              {},
              true},
    FigureRow{"vllm.overhead",
              "vllm",
              "vLLM: outside PyTorch and CUDA graphs",
              2 * kPrintedGib,
              always,
              [](const Json& m) { return sumOf(m, "non_torch_gib", "cuda_graph_gib"); },
              [](const Json&, const Report& report) {
                  return in(partOrNothing(firstDevice(report), MemoryPart::Overhead), kGibBytes);
              },
              {}},
    FigureRow{"vllm.all_but_kv",
              "vllm",
              "vLLM: everything but the cache",
              2 * kPrintedGib,
              always,
              [](const Json& m) { return sumOf(m, "total_non_kv_gib", "cuda_graph_gib"); },
              [](const Json&, const Report& report) {
                  const PartSizes& device = firstDevice(report);
                  return in(partOrNothing(device, MemoryPart::Weights) +
                                partOrNothing(device, MemoryPart::Activations) +
                                partOrNothing(device, MemoryPart::Overhead),
                            kGibBytes);
              },
              {}},
    FigureRow{"vllm.kv_tokens",
              "vllm",
              "vLLM: tokens of the pool",
              0.5,
              always,
              [](const Json& m) { return number(m, "kv_cache_tokens"); },
              [](const Json&, const Report& report) {
                  const bool pool = !report.devices.empty() && report.devices.front().kvPool;
                  const double tokens = pool ? static_cast<double>(report.devices.front().kvPool->tokens) : 0;
                  return Range{tokens, tokens, tokens};
              },
              {.median = 0.03, .worst = 0.10}},
    FigureRow{"training.peak",
              "training",
              "training: peak of the allocator",
              kPrintedGib,
              hasPeak,
              [](const Json& m) { return number(m, "allocator_peak_gib"); },
              [](const Json&, const Report& report) { return in(trainingPeak(report), kGibBytes); },
              {.mean = 0.05, .worst = 0.20}},
    FigureRow{"training.bounds",
              "training_bounds",
              "training: need of the longest sequence that fits a card",
              0,
              always,
              [](const Json& m) { return number(m, "longest_that_fits_a_card_of_gb"); },
              [](const Json&, const Report& report) { return in(report.needTotal, kGibBytes); },
              {}},
    FigureRow{"training_published.known",
              "training_published",
              "training, published rows with their settings",
              kPrintedGib,
              hasKnownSettings,
              [](const Json& m) { return number(m, "allocator_peak_gib"); },
              [](const Json&, const Report& report) { return in(trainingPeak(report), kGibBytes); },
              {}},
    FigureRow{"training_published.all",
              "training_published",
              "training, all published rows",
              kPrintedGib,
              hasPeak,
              [](const Json& m) { return number(m, "allocator_peak_gib"); },
              [](const Json&, const Report& report) { return in(trainingPeak(report), kGibBytes); },
              {}},
    FigureRow{"speed.decode",
              "speed",
              "speed: decode, tokens a second",
              0,
              hasSpeed,
              decodeTokens,
              decodeSpeed,
              {.within30 = 0.80}},
    FigureRow{"speed.prefill",
              "speed",
              "speed: prefill, tokens a second",
              0,
              hasPrefill,
              prefillTokens,
              prefillSpeed,
              {.within30 = 0.80}},
    FigureRow{"speed_community.decode",
              "speed_community",
              "community speed: decode, tokens a second",
              0,
              hasSpeed,
              decodeTokens,
              decodeSpeed,
              {}},
    FigureRow{"speed_community.prefill",
              "speed_community",
              "community speed: prefill, tokens a second",
              0,
              hasPrefill,
              prefillTokens,
              prefillSpeed,
              {}},
};

constexpr std::array kFiles{
    FileRow{"gguf_sizes", ""},
    FileRow{"llamacpp_cpu", ""},
    FileRow{"llamacpp_cuda", ""},
    FileRow{"transformers_inference", ""},
    FileRow{"vllm", ""},
    FileRow{"training", ""},
    FileRow{"training_bounds", ""},
    FileRow{"training_published", ""},
    FileRow{"speed", ""},
    FileRow{"speed_community", ""},
};

} // namespace

bool Goal::metBy(const Statistics& statistics) const {
    return (!exact || statistics.exact >= *exact) && (!median || statistics.median <= *median) &&
           (!mean || statistics.mean <= *mean) && (!p95 || statistics.p95 <= *p95) &&
           (!worst || statistics.worst <= *worst) && (!within30 || statistics.within30 >= *within30);
}

std::span<const FigureRow> figureRows() { return kFigures; }

const FigureRow* findFigure(std::string_view id) {
    const auto* const found =
        std::find_if(kFigures.begin(), kFigures.end(), [id](const FigureRow& row) { return row.id == id; });
    return found == kFigures.end() ? nullptr : found;
}

std::span<const FileRow> fileRows() { return kFiles; }

std::size_t AnsweredFile::refused() const {
    return static_cast<std::size_t>(
        std::count_if(answers.begin(), answers.end(), [](const Result<Report>& answer) { return !answer.ok(); }));
}

std::vector<Sample> samplesOf(const FigureRow& figure, const AnsweredFile& file) {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < file.cases.size(); ++i) {
        const MeasuredCase& item = file.cases[i];
        if (!file.answers[i] || !figure.applies(item.measured, *file.answers[i])) {
            continue;
        }
        const Range answered = figure.answered(item.measured, *file.answers[i]);
        samples.push_back({item.id, item.model, item.family, figure.measured(item.measured), answered.low,
                           answered.typical, answered.high});
    }
    return samples;
}

} // namespace vram::accuracy
