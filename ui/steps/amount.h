// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace vram::ui {

/// An amount with its unit or without: "$1500", "1,500 USD", "1.5k", "US$ 2 000", "1.2萬", "450 W", "30 tok/s", "10 %".
/// k is a thousand here: money and watts are no tokens. nullopt where it is no amount.
[[nodiscard]] std::optional<double> parseAmount(const QString& text);

/// "US$ 1,299": launch prices are in US dollars everywhere.
[[nodiscard]] QString formatDollars(double dollars);
[[nodiscard]] QString formatWatts(double watts); ///< "450 W"
/// Without a unit, with the decimals that it has: "1,500", "0.5".
[[nodiscard]] QString formatPlain(double amount);

} // namespace vram::ui
