// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/rule_figures.h"
#include "ui/text/format.h"

namespace vram::ui {

/// The rule of thumb beside the answer: "Rule of thumb: weights × 1.3 = 16.3 GiB, here 14.9 GiB."
[[nodiscard]] QString inferenceRuleText(const InferenceRule& rule, Bytes need, ByteUnit unit);

} // namespace vram::ui
