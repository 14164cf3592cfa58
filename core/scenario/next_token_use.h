// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"

namespace vram {

/// Why a model's layers of multi-token prediction are not used, or that they are.
enum class NextTokenUse : std::uint8_t { NotAsked, Used, NoLayers, NoRuntime, DraftInstead };

/// Whether the runtime can draft with such layers of this model, asked or not. llama.cpp can for the architectures
/// whose graph it has (`graph_mtp` of src/models/).
[[nodiscard]] bool canDraftItself(const RuntimeProfile& runtime, const ResolvedModel& model);

/// A draft model that is named takes precedence: a runtime drafts in one way at a time.
[[nodiscard]] NextTokenUse nextTokenUse(const Resolved& resolved);
[[nodiscard]] inline bool draftsItself(const Resolved& resolved) {
    return nextTokenUse(resolved) == NextTokenUse::Used;
}

/// Tokens that are drafted at a time: as asked, else the runtime's default.
[[nodiscard]] std::int64_t draftedTokens(const Resolved& resolved);

} // namespace vram
