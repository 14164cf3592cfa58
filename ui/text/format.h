// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/units/bytes.h"

#include <cstdint>
#include <optional>

namespace vram::ui {

/// Which unit the user wants to see; numbers follow QLocale() (the language's), a no-break space before the unit.
enum class ByteUnit : std::uint8_t { GiB, GB };

/// "20.5 GiB", "512 MiB", "12 KiB"; one decimal below 100. Never "1,024 MiB": what would round to it is "1.0 GiB".
[[nodiscard]] QString formatBytes(Bytes bytes, ByteUnit unit = ByteUnit::GiB);
/// "20.1–20.9 GiB"; one figure when both ends read the same, two units when they differ ("900 MiB–1.1 GiB").
[[nodiscard]] QString formatRange(const ByteRange& range, ByteUnit unit = ByteUnit::GiB);
/// The number of `formatBytes` for a place that names the unit itself: in GiB (or GB) always, one decimal below 100.
[[nodiscard]] QString formatBytesNumber(Bytes bytes, ByteUnit unit = ByteUnit::GiB);
/// Memory as sold: "24 GB" of a card with 24 GiB, "141 GB" of one with 141 decimal gigabytes.
[[nodiscard]] QString formatCapacity(Bytes bytes);
[[nodiscard]] QString formatTokens(std::int64_t tokens);    ///< "32,768"
[[nodiscard]] QString formatParameters(std::int64_t count); ///< "14.8 B", "7.62 B", "596 M", "1.04 T"
[[nodiscard]] QString formatPercent(double fraction);       ///< 0.85: "85 %"
/// `value` in `unit` (2^30 or 10^9 bytes), for chart axes and bars.
[[nodiscard]] double inUnit(Bytes bytes, ByteUnit unit);
[[nodiscard]] QString unitName(ByteUnit unit); ///< "GiB", "GB": the same in every language

/// What people type: "32k" (= 32,768), "128K", "1m", "32 768", "8,192", "3.2萬"; full-width characters of Chinese
/// input methods and the separators of QLocale() and of English; nullopt when it is no whole count.
[[nodiscard]] std::optional<std::int64_t> parseTokens(const QString& text);
/// "7b", "0.5B", "70 B", "1.5t", "350m", "70亿", "7,5b"; a bare number below 10,000 is in billions.
[[nodiscard]] std::optional<std::int64_t> parseParameters(const QString& text);

} // namespace vram::ui
