// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"
#include "core/units/bytes.h"

#include <cstdint>
#include <optional>

namespace vram {

/// Whether the runtime is an Ollama that picks its batch by the card and starts llama-server (0.30 and newer).
[[nodiscard]] bool ollamaSchedules(const Resolved& resolved);

/// What Ollama's scheduler expects the model to take, before it asks llama.cpp: the file and a 16-bit cache of every
/// layer with the fewest heads of any (llm/llama_server.go). Deliberately rough, as Ollama's is.
[[nodiscard]] Bytes ollamaPrediction(const Resolved& resolved);

/// Tokens of a prompt that Ollama has llama.cpp process at once (its -b and -ub): by the context, and less where
/// `available` bytes of the cards leave no room. nullopt: not Ollama's choice.
[[nodiscard]] std::optional<std::int64_t> ollamaBatch(const Resolved& resolved, Bytes available, const Gpu& card);

/// Whether one card with `available` bytes is enough for Ollama to leave the others alone.
[[nodiscard]] bool ollamaTakesOneCard(const Resolved& resolved, Bytes available);

} // namespace vram
