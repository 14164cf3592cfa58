// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include "core/catalog/catalog.h"
#include "ui/machine/assumption.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vram::ui {

struct BandText;

/// Today, or the day that SOURCE_DATE_EPOCH says, so that the same question gives the same file.
[[nodiscard]] QDate reportDate();

/// How a report is made. Words and numbers follow the application's language at that moment.
struct ReportOptions {
    ByteUnit unit = ByteUnit::GiB;
    bool patterns = false; ///< lines over the colours of the chart
    QDate date = reportDate();
    QString version; ///< of the program; empty: this one's
    Guess guess;     ///< what of the machine nobody said
};

struct ReportFact {
    QString label;
    QString value;
};

struct ReportTable {
    QStringList headers;
    QList<bool> numbers; ///< by column: right-aligned
    QList<QStringList> rows;
    std::optional<std::size_t> focused; ///< the row that the verdict is of
};

/// Everything that a report says, worded, whatever it is written as. Text is plain: each writer escapes it.
struct ReportDocument {
    QString language;     ///< BCP 47
    QString title;        ///< "GPU memory of Qwen3 14B"
    QString scenario;     ///< the question in one line
    QString verdict;      ///< "RTX 4090 24 GB: Fits"
    QString answer;       ///< need, what is left, speed
    QStringList remarks;  ///< about the focused row
    QString made;         ///< program, date, date of the catalogue
    QString questionHead; ///< headings of the parts
    QString rowsHead;
    QString assumptionsHead;
    QString commandHead;
    QString linkHead;
    QList<ReportFact> question;
    ReportTable table;
    QString tableNote; ///< the unit of the table
    QStringList assumptions;
    QString command; ///< how to run the focused row; empty: no way
    QString link;    ///< of the scenario; empty: too long for one
};

/// `snapshot` with all rows; facts of the cards from `catalog`.
[[nodiscard]] ReportDocument reportDocument(const Snapshot& snapshot, const Catalog& catalog,
                                            const ReportOptions& options);

/// "RTX 4090 24 GB: Fits", and what the row needs, what is left, how fast it is.
[[nodiscard]] QString verdictLine(const BandText& band);
[[nodiscard]] QString answerLine(const BandText& band);

/// The command without the folder of the model's file; empty where the folder cannot be taken out.
[[nodiscard]] QString shareableCommand(const Report& report, const Scenario& scenario);

/// The program's version as an option has it, or its own.
[[nodiscard]] QString versionOf(const ReportOptions& options);

} // namespace vram::ui
