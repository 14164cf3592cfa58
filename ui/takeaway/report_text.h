// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "core/catalog/catalog.h"
#include "ui/takeaway/report_document.h"

namespace vram::ui {

/// With tables, as GitHub and most editors show them; every text that comes from elsewhere is escaped.
[[nodiscard]] QByteArray reportMarkdown(const ReportDocument& document);

/// RFC 4180 with a byte order mark, without which spreadsheets take UTF-8 for something else. One line a row. A text
/// that a spreadsheet would run as a formula gets an apostrophe in front; negative figures stay numbers.
[[nodiscard]] QByteArray reportCsv(const ReportTable& raw);

/// The scenario and the report of every row (docs/takeaway.md).
[[nodiscard]] QByteArray reportJson(const Snapshot& snapshot, const Catalog& catalog, const ReportOptions& options);

} // namespace vram::ui
