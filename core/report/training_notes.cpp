// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/training_notes.h"

#include "core/memory/training.h"
#include "core/report/rule_figures.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace vram {

namespace {

std::string tenths(double value) {
    std::array<char, 32> text{};
    const bool whole = std::abs(value - std::round(value)) < 0.05;
    const int length = std::snprintf(text.data(), text.size(), whole ? "%.0f" : "%.1f", value);
    return {text.data(), static_cast<std::size_t>(length)};
}

double typical(const Report& report, MemoryPart part) { return static_cast<double>(report.need.typical(part).count()); }

TrainingRule besideRule(std::string_view id, double figure) {
    const RuleFigure& rule = ruleFigure(id);
    return {rule.id, figure, rule.low, rule.high};
}

} // namespace

std::pair<Support, const Gpu*> trainingSupport(const Resolved& resolved, const Cards& cards) {
    const RuntimeProfile& trainer = *findRuntime("Transformers");
    for (const Gpu* gpu : cards.gpus) {
        const Support support = supports(trainer, *gpu, resolved.format);
        if (support != Support::Yes) {
            return {support, gpu};
        }
    }
    const bool quantized = resolved.format.quantizes();
    if (!loadsFormat(trainer, resolved.format) || (resolved.scenario.task == Task::Full && quantized)) {
        return {Support::NoFormat, nullptr};
    }
    return {cards.empty() ? Support::NoRuntime : Support::Yes, nullptr};
}

std::vector<TrainingRule> trainingRules(const Resolved& resolved, const Report& report) {
    const double weights = inferenceWeights(resolved);
    if (weights <= 0 || resolved.training == nullptr) {
        return {};
    }
    const double total = static_cast<double>(report.needTotal.typical.count());
    const double inference = weights * ruleFigure("inference").high;
    if (resolved.scenario.task != Task::Full) {
        return {besideRule("lora-inference", total / inference)};
    }
    const double parts = typical(report, MemoryPart::Activations) + typical(report, MemoryPart::Gradients) +
                         typical(report, MemoryPart::Optimizer);
    return {besideRule("full-inference", total / inference), besideRule("parts-weights", parts / weights)};
}

void addTrainingNotes(Report& report, const Resolved& resolved, const Demand& demand, const Cards& cards) {
    if (resolved.training == nullptr) {
        return;
    }
    const TrainingChoice& choice = resolved.scenario.training;
    const ParallelDegrees degrees = parallelDegrees(resolved, static_cast<std::int64_t>(cards.gpus.size()));
    if (!degrees.divides && !cards.empty()) {
        const std::int64_t product = choice.tensorParallel * choice.contextParallel * choice.pipelineParallel;
        report.notes.push_back({"parallel-degrees", {std::to_string(product), std::to_string(cards.gpus.size())}});
        report.verdict = Verdict::No;
    }
    if (degrees.divides && degrees.pipeline > 1 && !report.devices.empty()) {
        std::int64_t worst = 0;
        Bytes most;
        for (std::size_t i = 0; i < report.devices.size(); ++i) {
            if (report.devices[i].total.high > most) {
                most = report.devices[i].total.high;
                worst = degrees.stageOf(static_cast<std::int64_t>(i), static_cast<std::int64_t>(report.devices.size()));
            }
        }
        report.notes.push_back({"worst-stage", {std::to_string(worst + 1), std::to_string(degrees.pipeline)}});
    }
    if (choice.method != "sft" && choice.method != "pretrain") {
        report.notes.push_back({"training-low-confidence", {choice.method}});
    }
    if (!cards.empty() && report.host && report.host->total.typical.count() > 0) {
        report.notes.push_back({"training-offload", {std::to_string(report.host->total.typical.count())}});
    }
    if (cards.gpus.size() < 2 && demand.training != nullptr) {
        for (const TrainingRule& rule : trainingRules(resolved, report)) {
            report.notes.push_back(
                {"training-rule", {std::string(rule.id), tenths(rule.figure), tenths(rule.low), tenths(rule.high)}});
        }
    }
}

} // namespace vram
