// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vram {

/// What a rule's figure counts. Gigabytes are 10^9 bytes, as articles count a model.
enum class RuleUnit : std::uint8_t { BytesPerParameter, Gigabytes, Times, Share };

/// A rule of thumb as articles have it: one figure (low == high) or a range.
struct RuleFigure {
    std::string_view id;
    RuleUnit unit{};
    double low = 0;
    double high = 0;
};

/// Every figure of a rule that the program knows, and the only place that has them (docs/rules.md).
constexpr std::array kRuleFigures{
    RuleFigure{"bytes-fp32", RuleUnit::BytesPerParameter, 4, 4},
    RuleFigure{"bytes-fp16", RuleUnit::BytesPerParameter, 2, 2},
    RuleFigure{"bytes-int8", RuleUnit::BytesPerParameter, 1, 1},
    RuleFigure{"bytes-int4", RuleUnit::BytesPerParameter, 0.5, 0.5},
    RuleFigure{"weights-7b-fp16", RuleUnit::Gigabytes, 14, 14},
    RuleFigure{"weights-13b-fp16", RuleUnit::Gigabytes, 26, 26},
    RuleFigure{"weights-7b-int4", RuleUnit::Gigabytes, 3.5, 3.5},
    RuleFigure{"activations-weights", RuleUnit::Share, 0.1, 0.3}, ///< and temporaries, of the weights
    RuleFigure{"inference", RuleUnit::Times, 1.3, 1.3},           ///< the weights: usual context, moderate concurrency
    RuleFigure{"int4-long", RuleUnit::Times, 1.5, 1.5},           ///< the weights: INT4 with a longer context
    RuleFigure{"long-context", RuleUnit::Times, 1.5, 1.5},        ///< what a short context needs: 32K and more
    RuleFigure{"sequences", RuleUnit::Times, 8, 8},               ///< the cache of one: as many times as sequences
    RuleFigure{"lora-inference", RuleUnit::Times, 2, 3},          ///< inference: LoRA and QLoRA
    RuleFigure{"parts-weights", RuleUnit::Times, 3, 8},     ///< the weights: activations, gradients, optimizer states
    RuleFigure{"full-inference", RuleUnit::Times, 6, 10},   ///< inference: full training with Adam
    RuleFigure{"optimizer-weights", RuleUnit::Times, 3, 4}, ///< the weights in 16 bits: Adam's states alone
    RuleFigure{"margin", RuleUnit::Share, 0.2, 0.3},        ///< on top of the need, of a service that must not fail
};
[[nodiscard]] constexpr const RuleFigure& ruleFigure(std::string_view id) {
    for (const RuleFigure& figure : kRuleFigures) {
        if (figure.id == id) {
            return figure;
        }
    }
    return kRuleFigures.front(); // ids are written in code; a test asks for each
}

/// Bytes of the model as inference would hold it: what rules multiply.
[[nodiscard]] double inferenceWeights(const Resolved& resolved);

/// The rule for a question of inference beside its answer.
struct InferenceRule {
    std::array<std::string_view, 2>
        rules;         ///< ids of kRuleFigures whose factors are multiplied; the second may be empty
    double factor = 1; ///< of the weights
    Bytes weights;
    Bytes byRule;
};
/// Which rule the question meets: weights x 1.3; x 1.5 with 4 bits a weight and more than 8K of context; a further
/// x 1.5 from 32K on. Nothing for training, for more sequences than "moderate" and for a model without a size.
[[nodiscard]] std::optional<InferenceRule> inferenceRule(const Resolved& resolved);

} // namespace vram
