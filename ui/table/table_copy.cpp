// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/table_copy.h"

#include "ui/table/table_column.h"

#include <QAbstractItemModel>
#include <QStringList>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kMinus(0x2212);
/// What makes a spreadsheet take a cell for a formula, full-width forms included, or for the beginning of a quoted
/// field that swallows the cells after it.
constexpr QStringView kFormula(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20\"");

QString plain(QString text, bool number) {
    for (QChar& character : text) {
        // One cell is one field of one line; a no-break space would keep a spreadsheet from seeing a number.
        if (character.isSpace()) {
            character = u' ';
        }
    }
    // Spreadsheets drop the spaces before a formula.
    const QString trimmed = text.trimmed();
    const QChar first = trimmed.isEmpty() ? QChar() : trimmed.front();
    if (number && first == u'-') {
        text.replace(text.indexOf(first), 1, kMinus);
    } else if (kFormula.contains(first)) {
        text.prepend(u'\'');
    }
    return text;
}

} // namespace

QString tableAsText(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns) {
    QStringList fields;
    for (const int column : columns) {
        fields += plain(model.headerData(column, Qt::Horizontal).toString(), false);
    }
    QString text = fields.join(u'\t') + u'\n';
    for (const int row : rows) {
        fields.clear();
        for (const int column : columns) {
            const bool number = tableColumns()[static_cast<std::size_t>(column)].number;
            fields += plain(model.index(row, column).data().toString(), number);
        }
        text += fields.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace vram::ui
