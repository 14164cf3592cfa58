// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "core/catalog/catalog.h"
#include "ui/takeaway/report_document.h"

#include <cstdint>
#include <optional>

namespace vram::ui {

/// What a report can be written as: the file's ending decides.
enum class ReportKind : std::uint8_t { Pdf, Html, Markdown, Csv, Json, Svg, Png };

/// nullopt: the ending is none of them.
[[nodiscard]] std::optional<ReportKind> reportKind(const QString& path);
[[nodiscard]] QStringList reportEndings(); ///< "pdf", "html" ...
/// For a file dialog: "PDF document (*.pdf)", one for each kind.
[[nodiscard]] QStringList reportFilters();

/// Empty where nothing could be made. `snapshot` with all rows.
[[nodiscard]] QByteArray reportBytes(ReportKind kind, const Snapshot& snapshot, const Catalog& catalog,
                                     const ReportOptions& options);

/// Writes whole or not at all. False: `why` has the reason in the user's language.
[[nodiscard]] bool writeReport(const QString& path, const Snapshot& snapshot, const Catalog& catalog,
                               const ReportOptions& options, QString* why);

} // namespace vram::ui
