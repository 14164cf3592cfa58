// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/report/report.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"
#include "ui/text/speed_text.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace vram::ui {

/// What the band says about the focused row.
struct BandText {
    Verdict verdict = Verdict::Unknown;
    QString word;     ///< "Fits"
    QString row;      ///< "RTX 4090 24 GB"; empty: no row
    QString headroom; ///< "3.1 GiB left", "2.4 GiB short"
    QString need;     ///< "needs 20.5 GiB (20.1–20.9)"
    QString scenario; ///< model, format, context ...
    QStringList notes;
    QString facts;        ///< of the model; shown where there are no notes
    QString speed;        ///< "52 tok/s (45–60)"
    QString speedDetails; ///< what limits it, time to the first token, all users together
    std::vector<TargetText> targets;
};

[[nodiscard]] BandText bandText(const Snapshot& snapshot, bool filtered, ByteUnit unit = ByteUnit::GiB);

constexpr std::size_t kVerdicts = 5;
/// Rows by verdict; a row that could not be answered counts as unknown.
[[nodiscard]] std::array<int, kVerdicts> verdictCounts(const std::vector<Row>& rows);
/// Of the rows that do not fit those that would be refused whatever their size.
[[nodiscard]] int unsupportedCount(const std::vector<Row>& rows);
/// "6 fit", with the plural forms of the language; `unsupported` of `count` rows are refused whatever their size.
[[nodiscard]] QString chipLabel(Verdict verdict, int count, int unsupported = 0);

} // namespace vram::ui
