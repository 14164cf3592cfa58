// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/store/snapshot.h"

namespace vram::ui {

/// The question in one line: "Qwen3 14B · Q4_K_M · 8,192 tokens · batch 1 · KV f16 · llama.cpp". Without an answer
/// (`snapshot.resolved` absent) the names as the scenario has them.
[[nodiscard]] QString scenarioLine(const Snapshot& snapshot);

/// What the present question is called as a row of others: "Qwen3 14B · Q4_K_M · 8,192 tokens".
[[nodiscard]] QString scenarioName(const Snapshot& snapshot);

/// What a row is called: its card, or the value that it is of ("QLoRA"); the user's own machine is marked so.
[[nodiscard]] QString rowTitle(const Row& row);

/// The same of cards as the catalogue has their names: "2× GeForce RTX 4090 + GeForce RTX 3090".
[[nodiscard]] QString wholeName(const Row& row);

/// What the compared rows have in common; of tasks "Llama 3.1 8B · 8,192 tokens · batch 1".
[[nodiscard]] QString sharedLine(const Snapshot& snapshot);

/// What a value's row does not share with the others beside the value: of a task "NF4 · Transformers". Empty for a
/// card's row, and where there is nothing.
[[nodiscard]] QString rowSettings(const Row& row);

/// The machine of a row, of one kind of card or several: "2× RTX 4090 24 GB", "RTX 4090 + RTX 3090".
[[nodiscard]] QString machineLabel(const Row& row);

} // namespace vram::ui
