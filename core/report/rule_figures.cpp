// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/rule_figures.h"

namespace vram {

namespace {

// What the rules leave vague: readings that this program takes for it.
constexpr std::int64_t kModerateSequences = 4;
constexpr std::int64_t kUsualContext = 8192;
constexpr std::int64_t kLongContext = 32'768;

} // namespace

double inferenceWeights(const Resolved& resolved) {
    return resolved.scenario.task == Task::Full ? 2.0 * static_cast<double>(resolved.model.parameters)
                                                : static_cast<double>(resolved.weights->total.typical.count());
}

std::optional<InferenceRule> inferenceRule(const Resolved& resolved) {
    const Scenario& scenario = resolved.scenario;
    const double weights = inferenceWeights(resolved);
    if (scenario.task != Task::Inference || scenario.batch > kModerateSequences || weights <= 0) {
        return std::nullopt;
    }
    const bool fourBits = resolved.format.quantizes() && resolved.format.fileBits == 4;
    InferenceRule rule;
    rule.rules[0] = fourBits && scenario.context > kUsualContext ? "int4-long" : "inference";
    rule.factor = ruleFigure(rule.rules[0]).high;
    if (scenario.context >= kLongContext) {
        rule.rules[1] = "long-context";
        rule.factor *= ruleFigure(rule.rules[1]).high;
    }
    rule.weights = Bytes::fromDouble(weights);
    rule.byRule = Bytes::fromDouble(weights * rule.factor);
    return rule;
}

} // namespace vram
