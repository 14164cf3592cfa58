// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/remedy_question.h"

#include <utility>

namespace vram {

RemedyQuestion::RemedyQuestion(Resolver& resolver, const Scenario& scenario, Resolved now, Report answer)
    : m_resolver(&resolver),
      m_scenario(&scenario),
      m_now(std::move(now)),
      m_answer(std::move(answer)) {}

std::optional<RemedyQuestion> RemedyQuestion::of(Resolver& resolver, const Scenario& scenario, const Machine& machine) {
    Result<Resolved> resolved = resolver.resolve(scenario);
    if (!resolved) {
        return std::nullopt;
    }
    Resolved now = std::move(resolved).value();
    now.machine = machine;
    Result<Report> answer = report(now);
    if (!answer) {
        return std::nullopt;
    }
    return RemedyQuestion(resolver, scenario, std::move(now), std::move(answer).value());
}

std::optional<Report> RemedyQuestion::ask(const Scenario& changed, const Machine& machine) const {
    Result<Resolved> resolved = m_resolver->resolve(changed);
    if (!resolved) {
        return std::nullopt;
    }
    Resolved question = std::move(resolved).value();
    question.machine = machine;
    Result<Report> answer = report(question);
    return answer ? std::optional(std::move(answer).value()) : std::nullopt;
}

std::optional<Report> RemedyQuestion::after(const Remedy& remedy) const {
    return ask(withRemedy(*m_scenario, remedy, catalog()), withRemedy(machine(), remedy, catalog()));
}

std::optional<Report> RemedyQuestion::after(const Scenario& changed) const { return ask(changed, machine()); }

Scenario RemedyQuestion::allOnCards(Scenario changed) const {
    const RuntimeProfile* const runtime = findRuntime(changed.runtime.name);
    // Ollama leaves cards alone that it does not need, unless it is told how many layers go there.
    const bool own = m_now.machine.gpus.size() != 1 || m_now.machine.gpus.front().count != 1;
    if (runtime != nullptr && runtime->engine == Engine::LlamaCpp && !changed.placement.gpuLayers &&
        !(own && runtime->name == "Ollama")) {
        changed.placement.gpuLayers = kMostContext; // more is all
    }
    return changed;
}

Verdict RemedyQuestion::onCards(const Remedy& remedy) const {
    const std::optional<Report> then =
        ask(allOnCards(withRemedy(*m_scenario, remedy, catalog())), withRemedy(machine(), remedy, catalog()));
    return then ? then->verdict : Verdict::Unknown;
}

std::vector<Remedy> RemedyQuestion::mildest(const std::vector<Remedy>& ladder) const {
    std::vector<Remedy> found;
    for (const Remedy& step : ladder) {
        const Verdict verdict = onCards(step);
        if (verdict == Verdict::Fits) {
            found.push_back(step);
            return found;
        }
        if (verdict == Verdict::Tight && found.empty() && verdictRank(m_answer.verdict) > verdictRank(verdict)) {
            found.push_back(step);
        }
    }
    if (found.empty() && !ladder.empty()) {
        found.push_back(ladder.back());
    }
    return found;
}

std::optional<std::int64_t> RemedyQuestion::mostSteps(Remedy remedy, std::int64_t step, std::int64_t most) const {
    std::optional<std::int64_t> found;
    std::int64_t low = 1;
    std::int64_t high = most;
    while (low <= high) {
        const std::int64_t middle = low + (high - low) / 2;
        remedy.number = middle * step;
        if (fits(remedy)) {
            found = middle * step;
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    return found;
}

} // namespace vram
