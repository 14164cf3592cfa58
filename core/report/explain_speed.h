// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"
#include "core/speed/speed.h"

#include <optional>

namespace vram {

/// What a question's steps are made of, placed as report() places it.
struct SpeedReasons {
    SpeedTerms decode;                 ///< one token of every sequence, at the first tokens of the context
    std::optional<SpeedTerms> prefill; ///< the prompt of one sequence
};

/// Nothing where report() knows no speed.
[[nodiscard]] std::optional<SpeedReasons> explainSpeed(const Resolved& resolved);

} // namespace vram
