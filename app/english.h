// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/detected_machine.h"
#include "core/report/check_steps.h"
#include "core/report/report.h"
#include "core/units/result.h"

#include <string>

namespace vram::cli {

// The command line's English table: a sentence for every code of the core. The window has its own, translated one.
[[nodiscard]] std::string errorSentence(const Error& error);
[[nodiscard]] std::string noteSentence(const Note& note);
[[nodiscard]] std::string checkSentence(const CheckStep& step);
[[nodiscard]] std::string troubleSentence(const MachineTrouble& trouble);

} // namespace vram::cli
