// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/remedy.h"

#include <functional>
#include <vector>

namespace vram {

constexpr std::int64_t kContextStep = 1024;  ///< tokens; of a shorter context that is offered
constexpr std::int64_t kSequenceStep = 256;  ///< the same of a training sequence
constexpr std::int64_t kLeastWeightBits = 3; ///< nominal, as "Q3_K_S" says: below, models stop being themselves

/// What can be done about a question that `machine` does not hold on its cards with the margin free: each remedy alone
/// with the mildest value that fits (the longest context, the most sequences, the weight format of most bits, the
/// fewest layers with experts in RAM, the smallest card, the fewest cards), else the mildest that betters the verdict
/// or saves a hundredth of the need. Weights also with the best that is tight. Where no setting alone makes it fit,
/// weights and KV cache together, then those with a shorter context.
///
/// Each was asked of report(). First what fits afterwards, then what is tight, offloaded, and what does not suffice
/// alone, each in the order of RemedyKind: where the first one fits, it is the smallest change that does. Empty where
/// the question has no answer or fits. `resolver` is best not the one of a running question, whose memory it replaces.
/// A remedy that `isWanted`, where it is not empty, refuses is none: then others are looked for.
[[nodiscard]] std::vector<Remedy> remediesFor(Resolver& resolver, const Scenario& scenario, const Machine& machine,
                                              const std::function<bool(const Remedy&)>& isWanted = {});

} // namespace vram
