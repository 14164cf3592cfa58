// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/table_copy.h"

#include "ui/table/table_column.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QStringList>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kMinus(0x2212);
/// What makes a spreadsheet take a cell for a formula, full-width forms included, or for the beginning of a quoted
/// field that swallows the cells after it.
constexpr QStringView kFormula(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20\"");

} // namespace

QString spreadsheetText(QString text, bool number) {
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

namespace {

bool isNumber(int column) { return tableColumns()[static_cast<std::size_t>(column)].number; }

/// The headers, then each row, with `field` for every cell and `line` around each row.
template <typename Field, typename Line>
QString joined(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns, Field field,
               Line line) {
    QStringList fields;
    for (const int column : columns) {
        fields += field(model.headerData(column, Qt::Horizontal).toString(), false, true);
    }
    QString text = line(fields);
    for (const int row : rows) {
        fields.clear();
        for (const int column : columns) {
            fields += field(model.index(row, column).data().toString(), isNumber(column), false);
        }
        text += line(fields);
    }
    return text;
}

} // namespace

QString tableAsText(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns) {
    return joined(
        model, rows, columns, [](const QString& text, bool number, bool) { return spreadsheetText(text, number); },
        [](const QStringList& fields) -> QString { return fields.join(u'\t') + u'\n'; });
}

QString tableAsHtml(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns) {
    const auto field = [](const QString& text, bool number, bool header) -> QString {
        const QString tag = header ? u"th"_s : u"td"_s;
        return u'<' + tag + (number ? u" align=\"right\">"_s : u">"_s) + spreadsheetText(text, number).toHtmlEscaped() +
               u"</"_s + tag + u'>';
    };
    return u"<table>"_s +
           joined(
               model, rows, columns, field,
               [](const QStringList& fields) -> QString { return u"<tr>"_s + fields.join(QString()) + u"</tr>\n"_s; }) +
           u"</table>"_s;
}

void copyFields(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns) {
    auto* const data = new QMimeData;
    data->setText(tableAsText(model, rows, columns));
    data->setHtml(tableAsHtml(model, rows, columns));
    QGuiApplication::clipboard()->setMimeData(data);
}

void copyCell(const QModelIndex& cell) {
    QGuiApplication::clipboard()->setText(spreadsheetText(cell.data().toString(), isNumber(cell.column())));
}

} // namespace vram::ui
