// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/explain.h"
#include "ui/text/format.h"

namespace vram::ui {

/// "1.25 GiB", "307 MiB", "132 bytes": finer than the chart's figures, so that a formula can be checked by hand.
[[nodiscard]] QString fineBytes(Bytes bytes, ByteUnit unit);
/// Whether it is about what a runtime reserves rather than about a part of the need.
[[nodiscard]] bool isPool(const Explanation& explanation);
/// What the formula is about where a part has several or a phase of its own; may be empty.
[[nodiscard]] QString explanationHeading(const Explanation& explanation, bool several);
/// The formula with its numbers put in and its result.
[[nodiscard]] QString formulaText(const Explanation& explanation, ByteUnit unit);
/// The interval and why it is one; empty where the figure is exact.
[[nodiscard]] QString rangeText(const Explanation& explanation, ByteUnit unit);

[[nodiscard]] QString operandName(const Operand& operand);
[[nodiscard]] QString operandValue(const Operand& operand, ByteUnit unit);
/// "architecture", "catalogue: q8_0", "measured: vLLM 0.19 logs on H100".
[[nodiscard]] QString operandOrigin(const Operand& operand);

} // namespace vram::ui
