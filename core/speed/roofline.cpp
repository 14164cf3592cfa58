// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/roofline.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vram {

namespace {

constexpr double kGiga = 1e9;
constexpr double kFloatBytes = 4;
constexpr double kHalfBytes = 2;
/// llama.cpp's micro-batch and batch where the scenario names none, and the tokens from which a card multiplies by
/// weights that lie in RAM (ggml-cuda's offload_op).
constexpr std::int64_t kMicroBatch = 512;
constexpr std::int64_t kLogicalBatch = 2048;
constexpr double kStreamTokens = 32;

double of(const SpeedSpread& spread, SpeedEnd end) {
    return end == SpeedEnd::Low ? spread.low : end == SpeedEnd::High ? spread.high : 1;
}

/// Two things that happen at once: the longer one counts.
void addLonger(double& first, double seconds, double& second, double others) {
    (seconds >= others ? first : second) += std::max(seconds, others);
}

SpeedTerms& operator+=(SpeedTerms& sum, const SpeedTerms& other) {
    sum.vramBytes += other.vramBytes;
    sum.ramBytes += other.ramBytes;
    sum.pcieBytes += other.pcieBytes;
    sum.flops += other.flops;
    sum.vramSeconds += other.vramSeconds;
    sum.ramSeconds += other.ramSeconds;
    sum.pcieSeconds += other.pcieSeconds;
    sum.computeSeconds += other.computeSeconds;
    sum.latencySeconds += other.latencySeconds;
    return sum;
}

void scale(SpeedTerms& terms, double factor) {
    terms.vramSeconds *= factor;
    terms.computeSeconds *= factor;
    terms.latencySeconds *= factor;
}

void judge(SpeedTerms& terms) {
    const std::array<double, 4> seconds{terms.vramSeconds, terms.computeSeconds, terms.pcieSeconds, terms.ramSeconds};
    terms.limit = static_cast<SpeedLimit>(std::max_element(seconds.begin(), seconds.end()) - seconds.begin());
}

} // namespace

std::int64_t promptTokens(const Scenario& scenario) {
    return std::max<std::int64_t>(scenario.prompt.value_or(std::min(scenario.context, kUsualPrompt)), 1);
}

PromptWork promptWork(const Resolved& resolved, std::int64_t tokens) {
    const RuntimeChoice& choice = resolved.scenario.runtime;
    const bool chunked = resolved.runtime->engine == Engine::LlamaCpp;
    const std::int64_t chunk = chunked ? std::max<std::int64_t>(choice.ubatch.value_or(kMicroBatch), 1) : tokens;
    PromptWork prompt;
    prompt.tokens = static_cast<double>(tokens);
    const std::int64_t chunks = divideUp(tokens, chunk);
    const std::int64_t batch = std::max<std::int64_t>(choice.logicalBatch.value_or(kLogicalBatch) / chunk, 1);
    prompt.chunks = static_cast<double>(chunks);
    prompt.together = static_cast<double>(std::min(chunks, batch));
    prompt.attention = attentionFlops(*resolved.model.architecture, prompt.tokens);
    return prompt;
}

Roofline::Roofline(const Resolved& resolved, const Demand& demand, const Cards& cards, const Layout& layout)
    : m_resolved(resolved),
      m_cards(cards),
      m_layout(layout),
      m_engine(resolved.runtime->engine),
      m_ranks(static_cast<double>(layout.tensorRanks)),
      m_latency(layerLatencyFactor(resolved.runtime->engine)) {
    m_sequences = static_cast<double>(resolved.scenario.batch);
    if (resolved.format.quantizes()) {
        m_weightsPerByte = static_cast<double>(resolved.model.parameters) /
                           std::max(1.0, static_cast<double>(resolved.weights->total.typical.count()));
    }
    addDevices(demand);
    m_host += workOf(resolved, demand, 0, layout.cpuEnd, layout.cpuOutput, m_sequences).own;
    m_active = std::max(m_active + m_host.active, 1.0);
    if (layout.rowSplit && layout.rowShares.size() >= m_devices.size()) {
        cutRows();
    }
}

void Roofline::addDevices(const Demand& demand) {
    const std::size_t count = m_layout.group > 0 ? static_cast<std::size_t>(m_layout.group) : m_layout.devices.size();
    const auto ranks = static_cast<std::size_t>(std::max<std::int64_t>(m_layout.tensorRanks, 1));
    m_devices.reserve(count);
    m_rates.reserve(count);
    for (std::size_t i = 0; i < std::min(count, m_layout.devices.size()); ++i) {
        const Layout::Device& device = m_layout.devices[i];
        const bool again = i > 0 && m_rates.back().gpu == m_cards.gpus[i];
        m_rates.push_back(again ? m_rates.back() : ratesOf(*m_cards.gpus[i]));
        const auto work =
            workOf(m_resolved, demand, device.first, device.end, device.output, m_sequences, m_layout.cpuExperts);
        LayersWork& own = m_devices.emplace_back(work.own);
        if (const Layout::Streamed& waiting = m_layout.streamed; i == 0 && waiting.any()) {
            const auto streamed =
                workOf(m_resolved, demand, waiting.first, waiting.end, waiting.output, m_sequences).own;
            m_streamedBytes = streamed.stored;
            own += streamed;
        }
        m_host += work.experts;
        m_crossings += m_layout.kvInRam ? own.blocks : work.experts.blocks;
        if (m_layout.kvInRam) {
            m_host.cache += own.cache;
            m_host.state += own.state;
            own.cache = own.state = 0;
        }
        m_active += own.active / m_ranks;
        if (i % ranks == 0) {
            m_groups.push_back({i, std::min(i + ranks, m_layout.devices.size())});
            m_stages += own.stored > 0 ? 1 : 0;
        }
    }
}

/// Every card multiplies its rows of all layers' matrices; experts and caches stay with their layer's card.
void Roofline::cutRows() {
    LayersWork all;
    for (const LayersWork& work : m_devices) {
        all += work;
    }
    m_stages = 0;
    for (std::size_t i = 0; i < m_devices.size(); ++i) {
        m_rows.push_back(all.dense(m_layout.rowShares[i]));
        m_devices[i] = m_devices[i].withoutDense();
        m_stages += m_layout.rowShares[i] > 0 ? 1 : 0;
    }
    m_layers = all.blocks;
}

Roofline::Rates Roofline::ratesOf(const Gpu& gpu) const {
    return {&gpu,
            &speedConstants(speedClassOf(gpu)),
            achievedBandwidth(gpu, m_engine),
            achievedFlops(gpu, m_engine),
            m_weightsPerByte > 0 ? expandedWeightsPerSecond(gpu, m_engine) : std::nullopt,
            m_weightsPerByte > 0 && expandsForPrompts(gpu, m_engine)};
}

SpeedTerms Roofline::decodeOn(const LayersWork& work, const Rates& rates, SpeedEnd end, double depth) const {
    const double pace = of(rates.constants->decode, end);
    SpeedTerms own;
    own.vramBytes = (work.used + work.cache * depth + work.state) / m_ranks;
    own.flops = 2 * static_cast<double>(m_resolved.model.activeParameters) * m_sequences * shareOf(work);
    double memory = own.vramBytes / rates.bandwidth;
    if (rates.expandedWeights) {
        memory = std::max(memory, work.used * m_weightsPerByte / *rates.expandedWeights);
    }
    const double compute = rates.flops ? own.flops / (*rates.flops * of(rates.constants->prefill, end)) : 0;
    addLonger(own.vramSeconds, memory / pace, own.computeSeconds, compute);
    own.latencySeconds = work.layers * rates.constants->layerSeconds * m_latency / pace;
    return own;
}

/// Ranks of tensor parallelism, and cards with rows of every matrix, work at once, so that the slowest counts; layers
/// in turn add up.
template <typename TermsOf>
SpeedTerms Roofline::onCards(const TermsOf& termsOf) const {
    const auto slower = [](const SpeedTerms& one, const SpeedTerms& other) {
        return one.total() > other.total() ? one : other;
    };
    SpeedTerms sum;
    for (const Group& group : m_groups) {
        SpeedTerms slowest;
        for (std::size_t i = group.first; i < group.end; ++i) {
            slowest = slower(slowest, termsOf(m_devices[i], m_rates[i]));
        }
        sum += slowest;
    }
    SpeedTerms rows;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        rows = slower(rows, termsOf(m_rows[i], m_rates[i]));
    }
    sum += rows;
    return sum;
}

SpeedTerms Roofline::decode(SpeedEnd end, double depth) const {
    SpeedTerms sum =
        onCards([&](const LayersWork& work, const Rates& rates) { return decodeOn(work, rates, end, depth); });
    addBetween(sum, end, 1, m_sequences);
    const double flops = 2 * static_cast<double>(m_resolved.model.activeParameters) * m_sequences;
    addHost(sum, end, m_host.used + m_host.cache * depth + m_host.state, flops * m_host.active / m_active, 1);
    judge(sum);
    return sum;
}

SpeedTerms Roofline::prefillOn(const LayersWork& work, const Rates& rates, SpeedEnd end,
                               const PromptWork& prompt) const {
    const double products = 2 * static_cast<double>(m_resolved.model.activeParameters) * prompt.tokens;
    const double attention = m_layout.kvInRam ? 0 : prompt.attention;
    SpeedTerms own;
    own.flops = (products + attention) * shareOf(work);
    const double compute = (own.flops + padding(work, prompt) / m_ranks) / rates.flops.value_or(1);
    own.vramBytes = prompt.chunks * work.stored / m_ranks;
    addLonger(own.computeSeconds, compute, own.vramSeconds, own.vramBytes / rates.bandwidth);
    if (rates.expandsForPrompts) {
        const double dense = (work.stored - work.experts) / m_ranks;
        const double expanded = prompt.chunks * dense * (1 + kHalfBytes * m_weightsPerByte);
        own.vramBytes += expanded;
        own.vramSeconds += expanded / rates.bandwidth;
    }
    own.latencySeconds = prompt.chunks * work.layers * rates.constants->layerSeconds * m_latency;
    scale(own, 1 / of(rates.constants->prefill, end));
    return own;
}

std::optional<SpeedTerms> Roofline::prefill(SpeedEnd end, const PromptWork& prompt) const {
    if (!std::ranges::all_of(m_rates, [](const Rates& rates) { return rates.flops.has_value(); })) {
        return std::nullopt;
    }
    SpeedTerms sum =
        onCards([&](const LayersWork& work, const Rates& rates) { return prefillOn(work, rates, end, prompt); });
    scale(sum, pipelined(prompt));
    addBetween(sum, end, prompt.chunks, prompt.tokens);
    const double onCpu = m_layout.kvInRam ? prompt.attention : 0;
    const double products = 2 * static_cast<double>(m_resolved.model.activeParameters) * prompt.tokens;
    const double flops = (products + prompt.attention - onCpu) * m_host.active / m_active;
    if (!m_cards.empty() && m_host.stored > 0 && prompt.tokens / prompt.chunks >= kStreamTokens) {
        stream(sum, end, flops, prompt);
        addHost(sum, end, 0, onCpu, onCpu > 0 ? prompt.chunks : 0);
    } else {
        addHost(sum, end, prompt.chunks * m_host.stored, flops + onCpu, prompt.chunks);
    }
    judge(sum);
    return sum;
}

/// Operations that the empty part of experts' tiles takes the time of: a product of few tokens takes that of
/// kExpertTile more.
double Roofline::padding(const LayersWork& work, const PromptWork& prompt) const {
    if (work.expertsActive <= 0) {
        return 0;
    }
    const double chosen =
        2 * static_cast<double>(m_resolved.model.activeParameters) * prompt.tokens * work.expertsActive / m_active;
    const double tokens = prompt.tokens / prompt.chunks * work.expertsActive / work.experts; // an expert's
    return chosen * kExpertTile / tokens;
}

/// llama.cpp lets cards in turn work on different micro-batches where everything lies on them: with `together` on
/// their way, the last of p cards begins p - 1 micro-batches late.
double Roofline::pipelined(const PromptWork& prompt) const {
    if (m_stages <= 1 || !m_rows.empty() || !m_layout.complete()) {
        return 1;
    }
    const double ideal = (prompt.together + m_stages - 1) / (prompt.together * m_stages);
    return 1 - kPipelineShare * (1 - ideal);
}

void Roofline::addBetween(SpeedTerms& sum, SpeedEnd end, double steps, double tokens) const {
    double bytes = steps * m_streamedBytes;
    if (m_ranks > 1) {
        for (const Group& group : m_groups) {
            sum.latencySeconds += steps * m_devices[group.first].layers * kReduceSeconds;
        }
    }
    if (!m_rows.empty()) {
        // Every card's rows of a result go to the main one: with matrices about as wide as the hidden size,
        // parameters / hidden size values a token.
        const double values = static_cast<double>(m_resolved.model.activeParameters) /
                              static_cast<double>(std::max<std::int64_t>(m_resolved.model.architecture->hiddenSize, 1));
        bytes += tokens * values * kFloatBytes * (m_stages - 1) / m_stages;
        sum.latencySeconds += steps * m_layers * kMatricesPerLayer * kGatherSeconds;
    } else if (m_stages > 1) {
        sum.latencySeconds += steps * (m_stages - 1) * kHopSeconds;
    }
    if (bytes > 0) {
        sum.pcieBytes += bytes;
        sum.pcieSeconds += bytes / (linkBytesPerSecond() * of(m_rates.front().constants->prefill, end));
    }
}

double Roofline::ramBytesPerSecond(SpeedEnd end) const {
    const SpeedConstants& constants = speedConstants(SpeedClass::Cpu);
    const double usual = end == SpeedEnd::Low    ? kRamGbPerSecondLow
                         : end == SpeedEnd::High ? kRamGbPerSecondHigh
                                                 : kRamGbPerSecond;
    const Machine& machine = m_resolved.machine;
    const auto named = machine.ramGbPerSecond ? machine.ramGbPerSecond : m_resolved.scenario.machine.ramGbPerSecond;
    const double nominal = m_cards.unified ? m_cards.gpus.front()->bandwidth.value : named.value_or(usual);
    return nominal * kGiga * constants.bandwidthShare * of(constants.decode, end);
}

double Roofline::linkBytesPerSecond() const {
    const std::string& machine =
        m_resolved.machine.pcie.empty() ? m_resolved.scenario.machine.pcie : m_resolved.machine.pcie;
    return vram::linkBytesPerSecond(machine.empty() ? m_cards.gpus.front()->pcie : machine) * kPcieShare;
}

void Roofline::addHost(SpeedTerms& sum, SpeedEnd end, double bytes, double flops, double steps) const {
    const SpeedConstants& constants = speedConstants(SpeedClass::Cpu);
    const Machine& machine = m_resolved.machine;
    const auto named = machine.cpuCores ? machine.cpuCores : m_resolved.scenario.machine.cpuCores;
    const double cores = named ? static_cast<double>(*named) : kUsualCores;
    const double compute = flops / (cores * kCoreFlops * constants.computeShare * of(constants.prefill, end));
    sum.ramBytes += bytes;
    sum.flops += flops;
    addLonger(sum.ramSeconds, bytes / ramBytesPerSecond(end), sum.computeSeconds, compute);
    sum.latencySeconds +=
        steps * (m_host.layers * constants.layerSeconds / of(constants.decode, end) + m_crossings * kCrossSeconds);
}

/// Weights in RAM cross the link once a chunk and are multiplied on the first card.
void Roofline::stream(SpeedTerms& sum, SpeedEnd end, double flops, const PromptWork& prompt) const {
    const Rates& rates = m_rates.front();
    const double pace = of(rates.constants->prefill, end);
    const double bytes = prompt.chunks * m_host.stored;
    if (m_cards.unified) {
        sum.ramBytes += bytes;
        sum.ramSeconds += bytes / ramBytesPerSecond(end);
    } else {
        sum.pcieBytes += bytes;
        sum.pcieSeconds += bytes / (linkBytesPerSecond() * pace);
    }
    sum.flops += flops;
    sum.computeSeconds += (flops + padding(m_host, prompt)) / (rates.flops.value_or(kUsualCores * kCoreFlops) * pace);
}

} // namespace vram
