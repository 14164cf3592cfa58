// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/rule_case.h"

#include "core/report/rule_figures.h"

#include <string>
#include <utility>

namespace vram {

Scenario scenarioOf(const RuleCase& conditions) {
    Scenario scenario;
    scenario.model = CatalogName{std::string(conditions.model)};
    scenario.weights = conditions.weights;
    scenario.task = conditions.task;
    scenario.context = conditions.context;
    scenario.batch = conditions.batch;
    scenario.runtime.name = conditions.runtime.empty() ? usualRuntime(conditions.task) : conditions.runtime;
    scenario.training.optimizer = conditions.optimizer;
    scenario.training.precision = conditions.precision;
    scenario.training.sharding = conditions.sharding;
    scenario.machine.gpus = {{std::string(conditions.card), conditions.cards}};
    scenario.view.rows = scenario.machine.gpus;
    return scenario;
}

RuleTerms ruleTerms(const Resolved& resolved, const Report& report) {
    const auto part = [&report](MemoryPart each) { return static_cast<double>(report.need.typical(each).count()); };
    RuleTerms terms;
    terms.parameters = static_cast<double>(resolved.model.parameters);
    terms.tensors = inferenceWeights(resolved);
    terms.weights = part(MemoryPart::Weights);
    terms.cache = part(MemoryPart::KvCache) + part(MemoryPart::RecurrentState);
    terms.activations = part(MemoryPart::Activations);
    terms.overhead = part(MemoryPart::Overhead);
    terms.gradients = part(MemoryPart::Gradients);
    terms.optimizer = part(MemoryPart::Optimizer);
    terms.adapter = part(MemoryPart::Adapter);
    if (terms.total() > 0) {
        terms.highOfTypical = static_cast<double>(report.needTotal.high.count()) / terms.total();
    }
    terms.marginShare = resolved.machine.marginPercent / 100;
    terms.reserved = static_cast<double>((report.capacity - report.usable).count());
    return terms;
}

std::optional<RuleAnswer> askRule(Resolver& resolver, const Scenario& scenario) {
    Result<Resolved> resolved = resolver.resolve(scenario);
    if (!resolved) {
        return std::nullopt;
    }
    Result<Report> answer = report(*resolved);
    if (!answer || answer->needTotal.typical.count() <= 0) {
        return std::nullopt;
    }
    const RuleTerms terms = ruleTerms(*resolved, *answer);
    return RuleAnswer{std::move(resolved).value(), std::move(answer).value(), terms};
}

} // namespace vram
