// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace vram::ui {

constexpr std::int64_t kMostOfOneCard = 16; ///< cards of one kind that the picker offers

/// How many of a card to compare: "1", or several rows at once: "1, 2, 4".
[[nodiscard]] QString formatCounts(const std::vector<std::int64_t>& counts);
/// Ascending and without repetitions; nullopt for anything but whole numbers from 1 to `most`.
[[nodiscard]] std::optional<std::vector<std::int64_t>> parseCounts(const QString& text,
                                                                   std::int64_t most = kMostOfOneCard);

} // namespace vram::ui
