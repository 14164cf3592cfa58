// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/store/snapshot.h"

namespace vram::ui {

/// The question in one line: "Qwen3 14B · Q4_K_M · 8,192 tokens · batch 1 · KV f16 · llama.cpp". Without an answer
/// (`snapshot.resolved` absent) the names as the scenario has them.
[[nodiscard]] QString scenarioLine(const Snapshot& snapshot);

} // namespace vram::ui
