// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace vram::ui {

/// "3,1", "3:1", "3 1", "3/1", full-width too; empty for an empty text; nullopt where a part is no number from 0 on, or
/// where all are 0.
[[nodiscard]] std::optional<std::vector<double>> parseRatios(const QString& text);
/// As llama.cpp's -ts takes them: "3,1".
[[nodiscard]] QString formatRatios(const std::vector<double>& ratios);

} // namespace vram::ui
