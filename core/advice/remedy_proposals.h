// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/remedy_question.h"

#include <vector>

namespace vram::propose {

// For each kind the values that are worth asking about; empty where it means nothing here.
using Proposals = std::vector<Remedy>;

[[nodiscard]] Proposals flashAttention(const RemedyQuestion& asked);
[[nodiscard]] Proposals promptChunk(const RemedyQuestion& asked);
[[nodiscard]] Proposals kvFormat(const RemedyQuestion& asked);
[[nodiscard]] Proposals weights(const RemedyQuestion& asked);
[[nodiscard]] Proposals sequences(const RemedyQuestion& asked);
[[nodiscard]] Proposals context(const RemedyQuestion& asked);
/// Together; asked where none of those above makes it fit.
[[nodiscard]] Proposals weightsAndKv(const RemedyQuestion& asked);
/// The same, where weights and cache together are not enough.
[[nodiscard]] Proposals weightsKvAndContext(const RemedyQuestion& asked);

[[nodiscard]] Proposals automaticPlacement(const RemedyQuestion& asked);
[[nodiscard]] Proposals expertsToRam(const RemedyQuestion& asked);
[[nodiscard]] Proposals kvInRam(const RemedyQuestion& asked);
[[nodiscard]] Proposals runtime(const RemedyQuestion& asked);
[[nodiscard]] Proposals otherCard(const RemedyQuestion& asked);
[[nodiscard]] Proposals moreCards(const RemedyQuestion& asked);

[[nodiscard]] Proposals checkpointing(const RemedyQuestion& asked);
[[nodiscard]] Proposals microBatch(const RemedyQuestion& asked);
[[nodiscard]] Proposals fusedKernels(const RemedyQuestion& asked);
[[nodiscard]] Proposals shard(const RemedyQuestion& asked);
[[nodiscard]] Proposals offloadedCheckpoints(const RemedyQuestion& asked);
[[nodiscard]] Proposals eightBitOptimizer(const RemedyQuestion& asked);
[[nodiscard]] Proposals optimizerToRam(const RemedyQuestion& asked);
[[nodiscard]] Proposals parametersToRam(const RemedyQuestion& asked);
[[nodiscard]] Proposals lora(const RemedyQuestion& asked);
[[nodiscard]] Proposals qlora(const RemedyQuestion& asked);

} // namespace vram::propose
