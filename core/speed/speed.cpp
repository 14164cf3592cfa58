// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/speed.h"

#include "core/speed/speed_constants.h"
#include "core/speed/speed_work.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace vram {

namespace {

constexpr std::array<std::string_view, 4> kLimitIds{"memory bandwidth", "compute", "PCIe", "RAM bandwidth"};
constexpr double kGiga = 1e9;
constexpr double kTera = 1e12;
/// llama.cpp's micro-batch where the scenario names none, and the tokens from which a card multiplies by weights that
/// lie in RAM (ggml-cuda's offload_op).
constexpr std::int64_t kMicroBatch = 512;
constexpr double kStreamTokens = 32;

enum class End : std::uint8_t { Low, Typical, High };

double of(const SpeedSpread& spread, End end) {
    return end == End::Low ? spread.low : end == End::High ? spread.high : 1;
}

/// Seconds of a step by what they are spent on.
struct Seconds {
    std::array<double, kLimitIds.size()> by{};
    double latency = 0;

    void add(SpeedLimit limit, double seconds) { by[static_cast<std::size_t>(limit)] += seconds; }
    /// Two things that happen at once: the longer one counts.
    void addLonger(SpeedLimit first, double seconds, SpeedLimit second, double others) {
        seconds >= others ? add(first, seconds) : add(second, others);
    }
    [[nodiscard]] double total() const { return by[0] + by[1] + by[2] + by[3] + latency; }
    [[nodiscard]] SpeedLimit limit() const {
        return static_cast<SpeedLimit>(std::max_element(by.begin(), by.end()) - by.begin());
    }
};

/// Operations a second in large products; nothing where the catalogue has no throughput.
std::optional<double> flopsOf(const Gpu& gpu) {
    const SpeedClass speedClass = speedClassOf(gpu);
    const double share = speedConstants(speedClass).computeShare;
    if (gpu.fp16Tensor && speedClass != SpeedClass::Metal) {
        return gpu.fp16Tensor->value * kTera * share;
    }
    if (gpu.fp32) {
        return gpu.fp32->value * kTera * (speedClass == SpeedClass::Metal ? share : kFp32Share);
    }
    return std::nullopt;
}

/// The work of every memory, once, and the time that it takes.
class Roofline {
public:
    Roofline(const Resolved& resolved, const Demand& demand, const Cards& cards, const Layout& layout)
        : m_resolved(resolved),
          m_cards(cards),
          m_ranks(static_cast<double>(layout.tensorRanks)),
          m_tokens(static_cast<double>(resolved.scenario.batch)) {
        m_devices.reserve(layout.devices.size());
        for (const Layout::Device& device : layout.devices) {
            m_devices.push_back(workOf(resolved, demand, device.first, device.end, device.output, m_tokens));
            m_used += m_devices.back().stored > 0 ? 1 : 0;
            m_active += m_devices.back().active / m_ranks;
        }
        m_host = workOf(resolved, demand, 0, layout.cpuEnd, layout.cpuOutput, m_tokens);
        m_active = std::max(m_active + m_host.active, 1.0);
        m_latency = layerLatencyFactor(resolved.runtime->engine);
    }

    /// One token of every sequence with `depth` of the context's cache behind it.
    [[nodiscard]] Seconds decode(End end, double depth) const {
        const double flops = 2 * static_cast<double>(m_resolved.model.activeParameters) * m_tokens;
        Seconds sum;
        for (std::size_t i = 0; i < m_devices.size(); ++i) {
            const LayersWork& work = m_devices[i];
            const Gpu& gpu = *m_cards.gpus[i];
            const SpeedConstants& constants = speedConstants(speedClassOf(gpu));
            const double pace = of(constants.decode, end);
            const double bytes = (work.used + work.cache * depth + work.state) / m_ranks;
            const double memory = bytes / (gpu.bandwidth.value * kGiga * constants.bandwidthShare * pace);
            const auto throughput = flopsOf(gpu);
            const double compute = throughput ? flops * shareOf(work) / (*throughput * of(constants.prefill, end)) : 0;
            Seconds own;
            own.addLonger(SpeedLimit::MemoryBandwidth, memory, SpeedLimit::Compute, compute);
            own.latency = work.layers * constants.layerSeconds * m_latency / pace;
            join(sum, own);
        }
        addBetween(sum, 1);
        addHost(sum, end, m_host.used + m_host.cache * depth + m_host.state, flops * m_host.active / m_active, 1);
        return sum;
    }

    /// A prompt of one sequence, with `attention` operations on its own tokens; nothing where a card's throughput is
    /// not known.
    [[nodiscard]] std::optional<Seconds> prefill(End end, double tokens, double chunks, double attention) const {
        const double flops = 2 * static_cast<double>(m_resolved.model.activeParameters) * tokens + attention;
        const double together = m_ranks > 1 ? 1 : std::pow(std::max(m_used, 1.0), kPipelineExponent);
        Seconds sum;
        for (std::size_t i = 0; i < m_devices.size(); ++i) {
            const LayersWork& work = m_devices[i];
            const Gpu& gpu = *m_cards.gpus[i];
            const SpeedConstants& constants = speedConstants(speedClassOf(gpu));
            const auto throughput = flopsOf(gpu);
            if (!throughput) {
                return std::nullopt;
            }
            const double pace = of(constants.prefill, end);
            const double memory =
                chunks * work.stored / m_ranks / (gpu.bandwidth.value * kGiga * constants.bandwidthShare);
            Seconds own;
            own.addLonger(SpeedLimit::Compute, flops * shareOf(work) / (*throughput * pace * together),
                          SpeedLimit::MemoryBandwidth, memory);
            own.latency = chunks * work.layers * constants.layerSeconds * m_latency;
            join(sum, own);
        }
        addBetween(sum, chunks);
        const double hostFlops = flops * m_host.active / m_active;
        if (!m_cards.empty() && m_host.stored > 0 && tokens / chunks >= kStreamTokens) {
            stream(sum, end, hostFlops, chunks);
        } else {
            addHost(sum, end, chunks * m_host.stored, hostFlops, chunks);
        }
        return sum;
    }

private:
    /// Of the operations, those of one rank of this device.
    [[nodiscard]] double shareOf(const LayersWork& work) const { return work.active / m_ranks / m_active; }

    /// Ranks of tensor parallelism work at once, so that the slowest counts; layers in turn add up.
    void join(Seconds& sum, const Seconds& own) const {
        if (m_ranks > 1) {
            sum = own.total() > sum.total() ? own : sum;
            return;
        }
        for (std::size_t i = 0; i < sum.by.size(); ++i) {
            sum.by[i] += own.by[i];
        }
        sum.latency += own.latency;
    }

    void addBetween(Seconds& sum, double steps) const {
        if (m_ranks > 1) {
            sum.latency += steps * m_devices.front().layers * kReduceSeconds;
        } else if (m_used > 1) {
            sum.latency += steps * (m_used - 1) * kHopSeconds;
        }
    }

    [[nodiscard]] double ramBytesPerSecond(End end) const {
        const SpeedConstants& constants = speedConstants(SpeedClass::Cpu);
        const double usual = end == End::Low    ? kRamGbPerSecondLow
                             : end == End::High ? kRamGbPerSecondHigh
                                                : kRamGbPerSecond;
        const double nominal = m_cards.unified ? m_cards.gpus.front()->bandwidth.value
                                               : m_resolved.scenario.machine.ramGbPerSecond.value_or(usual);
        return nominal * kGiga * constants.bandwidthShare * of(constants.decode, end);
    }

    void addHost(Seconds& sum, End end, double bytes, double flops, double steps) const {
        const SpeedConstants& constants = speedConstants(SpeedClass::Cpu);
        const double pace = of(constants.prefill, end);
        sum.addLonger(SpeedLimit::RamBandwidth, bytes / ramBytesPerSecond(end), SpeedLimit::Compute,
                      flops / (kCpuFlops * constants.computeShare * pace));
        sum.latency += steps * m_host.layers * constants.layerSeconds / of(constants.decode, end);
    }

    /// Weights in RAM cross the link once a chunk and are multiplied on the first card.
    void stream(Seconds& sum, End end, double flops, double chunks) const {
        const Gpu& gpu = *m_cards.gpus.front();
        const double pace = of(speedConstants(speedClassOf(gpu)).prefill, end);
        const double link = m_cards.unified ? ramBytesPerSecond(end) : pcieBytesPerSecond(gpu) * kPcieShare * pace;
        sum.add(m_cards.unified ? SpeedLimit::RamBandwidth : SpeedLimit::Pcie, chunks * m_host.stored / link);
        sum.add(SpeedLimit::Compute, flops / (flopsOf(gpu).value_or(kCpuFlops) * pace));
    }

    const Resolved& m_resolved;
    const Cards& m_cards;
    double m_ranks = 1;
    double m_tokens = 1; ///< of one decode step: a sequence's each
    double m_used = 0;   ///< cards with layers
    double m_active = 0; ///< bytes of weights that one token passes through, everywhere
    double m_latency = 1;
    std::vector<LayersWork> m_devices;
    LayersWork m_host;
};

/// Tokens a second at the three ends; `seconds` gives a step's time.
template <typename StepSeconds>
SpeedRange rangeOf(double tokens, const StepSeconds& seconds) {
    return {tokens / seconds(End::Low), tokens / seconds(End::Typical), tokens / seconds(End::High)};
}

bool isKnown(const Resolved& resolved, const Cards& cards, Verdict verdict) {
    const bool holds = verdict == Verdict::Fits || verdict == Verdict::Tight || verdict == Verdict::Offload;
    return holds && resolved.scenario.task == Task::Inference && resolved.model.activeParameters > 0 &&
           std::ranges::all_of(cards.gpus, [](const Gpu* gpu) { return gpu->bandwidth.value > 0; });
}

} // namespace

std::string_view speedLimitId(SpeedLimit limit) { return kLimitIds[static_cast<std::size_t>(limit)]; }

std::optional<Speed> speedOf(const Resolved& resolved, const Demand& demand, const Cards& cards,
                             const Placement& placement) {
    if (!isKnown(resolved, cards, placement.verdict)) {
        return std::nullopt;
    }
    const Roofline roofline(resolved, demand, cards, placement.layout);
    Speed speed;
    speed.decode = rangeOf(1, [&](End end) { return roofline.decode(end, 0).total(); });
    speed.decodeFull = rangeOf(1, [&](End end) { return roofline.decode(end, 1).total(); });
    speed.limit = roofline.decode(End::Typical, 0).limit();

    const Scenario& scenario = resolved.scenario;
    const std::int64_t prompt = scenario.prompt.value_or(std::min(scenario.context, kUsualPrompt));
    const bool chunked = resolved.runtime->engine == Engine::LlamaCpp;
    const std::int64_t chunk =
        chunked ? std::max<std::int64_t>(scenario.runtime.ubatch.value_or(kMicroBatch), 1) : prompt;
    const auto tokens = static_cast<double>(std::max<std::int64_t>(prompt, 1));
    const auto chunks =
        static_cast<double>(divideUp(std::max<std::int64_t>(prompt, 1), std::max<std::int64_t>(chunk, 1)));
    const double attention = attentionFlops(*resolved.model.architecture, tokens);
    const auto prefill = [&](End end) { return roofline.prefill(end, tokens, chunks, attention); };
    if (const auto typical = prefill(End::Typical)) {
        speed.prefill = rangeOf(tokens, [&](End end) { return prefill(end).value_or(*typical).total(); });
        speed.prefillLimit = typical->limit();
    }
    return speed;
}

} // namespace vram
