// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/explain.h"

#include <array>
#include <span>
#include <string_view>

namespace vram::ui {

/// A formula in words. `{id}` stands for an operand, `{result}` for the outcome; English source text, context "Why".
struct FormulaWords {
    std::string_view formula;
    const char* sentence;
};

/// Several rows of one formula: the first whose operands are all there (and neither 0 nor, for a multiplier, 1) holds.
[[nodiscard]] std::span<const FormulaWords> formulaWords();

/// What an operand is called, and what a figure that follows a rule follows; "" where there is nothing to add.
struct OperandWords {
    std::string_view operand;
    const char* name;
    const char* rule;
};
[[nodiscard]] std::span<const OperandWords> operandWords();

/// Why a part's figure is a range, by the beginning of its formula's id.
struct RangeWords {
    std::string_view formula;
    const char* sentence;
};
[[nodiscard]] std::span<const RangeWords> rangeWords();

/// "architecture", "catalogue" ... by OperandSource.
[[nodiscard]] const char* sourceWords(OperandSource source);
/// The core's own remarks on sources (English), so that they can be translated; others are shown as they are.
[[nodiscard]] std::span<const char* const> sourceRemarks();

} // namespace vram::ui
