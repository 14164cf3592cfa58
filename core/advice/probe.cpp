// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/probe.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace vram {

namespace {

void put(Scenario& scenario, Setting setting, std::int64_t value) {
    switch (setting) {
    case Setting::Context:
        scenario.context = value;
        break;
    case Setting::Batch:
        scenario.batch = value;
        break;
    case Setting::Rank:
        scenario.training.loraRank = value;
        break;
    case Setting::Size:
        scenario.model = ModelSize{value};
        break;
    case Setting::GpuLayers:
        scenario.placement.gpuLayers = value;
        break;
    }
}

} // namespace

Scenario withSetting(Scenario scenario, Setting setting, std::int64_t value) {
    put(scenario, setting, value);
    return scenario;
}

Probe::Probe(Resolver& resolver, Scenario scenario, Machine machine)
    : m_resolver(resolver),
      m_scenario(std::move(scenario)),
      m_machine(std::move(machine)) {
    if (Result<Resolved> resolved = m_resolver.resolve(m_scenario)) {
        m_now = std::move(resolved).value();
        m_now->machine = m_machine;
    }
}

Result<Report> Probe::ask(Setting setting, std::int64_t value) {
    // A draft model or layers of prediction are looked up by context and batch as well.
    if (!m_now || m_now->extras != nullptr || setting == Setting::Size) {
        return resolveAndAsk(withSetting(m_scenario, setting, value));
    }
    Scenario& asked = m_now->scenario;
    const auto before = std::tuple(asked.context, asked.batch, asked.training.loraRank, asked.placement.gpuLayers);
    put(asked, setting, value);
    Result<Report> answer = report(*m_now);
    std::tie(asked.context, asked.batch, asked.training.loraRank, asked.placement.gpuLayers) = before;
    return answer;
}

Result<Report> Probe::askWeights(const std::string& format) {
    Scenario asked = m_scenario;
    asked.weights = format;
    return resolveAndAsk(asked);
}

Result<Report> Probe::resolveAndAsk(const Scenario& scenario) {
    Result<Resolved> resolved = m_resolver.resolve(scenario);
    if (!resolved) {
        return resolved.error();
    }
    Resolved question = std::move(resolved).value();
    question.machine = m_machine;
    return report(question);
}

Verdict verdictOf(const Result<Report>& answer) {
    if (answer) {
        return answer->verdict;
    }
    return answer.error().code == ErrorCode::Overflow ? Verdict::No : Verdict::Unknown;
}

bool reaches(const Result<Report>& answer, Reach reach, std::int64_t sequences) {
    const Verdict verdict = verdictOf(answer);
    if (verdict == Verdict::Fits) {
        return true;
    }
    return reach == Reach::Whole && verdict == Verdict::Tight &&
           std::ranges::all_of(answer->devices, [sequences](const DeviceReport& device) {
               return !device.kvPool || device.kvPool->requests >= sequences;
           });
}

} // namespace vram
