// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/store/snapshot.h"

namespace vram::ui {

/// The question in one line: "Qwen3 14B · Q4_K_M · 8,192 tokens · batch 1 · KV f16 · llama.cpp". Without an answer
/// (`snapshot.resolved` absent) the names as the scenario has them.
[[nodiscard]] QString scenarioLine(const Snapshot& snapshot);

/// What a row is called: its card, or the task that it is of ("QLoRA").
[[nodiscard]] QString rowTitle(const Row& row);

} // namespace vram::ui
