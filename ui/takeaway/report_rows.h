// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "ui/store/snapshot.h"
#include "ui/takeaway/report_document.h"
#include "ui/text/format.h"

namespace vram::ui {

/// The rows with what a page has room for: verdict, parts, totals, speed. Columns without a figure are left out;
/// memory is in `unit`, which stands beside the table and not in each cell.
[[nodiscard]] ReportTable reportTable(const Snapshot& snapshot, const Catalog& catalog, ByteUnit unit);

/// The rows with all that is known of them for a spreadsheet or a program: whole bytes, a point before decimals
/// whatever the language, units in the headers, "low" and "high" of a range in two columns.
[[nodiscard]] ReportTable rawTable(const Snapshot& snapshot, const Catalog& catalog);

} // namespace vram::ui
