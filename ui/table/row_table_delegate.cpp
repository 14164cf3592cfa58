// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/row_table_delegate.h"

#include "ui/table/row_table_model.h"
#include "ui/table/table_column.h"
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace vram::ui {

namespace {

constexpr int kMarkWidth = 4; ///< of the bar at the focused row's left end, as in the chart
constexpr int kSideRoom = 6;

} // namespace

RowTableDelegate::RowTableDelegate(QObject* parent)
    : QStyledItemDelegate(parent),
      m_verdictColumn(tableColumn("verdict").value_or(-1)) {
    setDark(false);
}

void RowTableDelegate::setDark(bool dark) {
    m_dark = dark;
    for (std::size_t i = 0; i < m_icons.size(); ++i) {
        m_icons.at(i) = verdictIconFor(static_cast<Verdict>(i), dark);
    }
}

void RowTableDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->direction == Qt::RightToLeft && QLocale().textDirection() == Qt::LeftToRight) {
        // A figure and its unit stay in the language's order where only the window is mirrored.
        constexpr QChar kIsolate(0x2066);
        constexpr QChar kEnd(0x2069);
        option->text = kIsolate + option->text + kEnd;
    }
    if (index.row() == m_focusedRow) {
        option->backgroundBrush = themeColours(m_dark).rowHighlight;
    }
    if (index.column() == m_verdictColumn) {
        const int verdict = index.data(RowTableModel::VerdictRole).toInt();
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_icons.at(static_cast<std::size_t>(verdict));
        const int size = option->fontMetrics.height() * 9 / 10;
        option->decorationSize = QSize(size, size);
        option->palette.setColor(QPalette::Text, verdictColour(static_cast<Verdict>(verdict), m_dark));
    } else if (!tableColumns()[static_cast<std::size_t>(index.column())].number && index.column() > 0) {
        option->palette.setColor(QPalette::Text, themeColours(m_dark).mutedText);
    }
}

void RowTableDelegate::paintPlain(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    const QWidget* const widget = option.widget;
    const QStyle* const style = widget != nullptr ? widget->style() : QApplication::style();
    // As QCommonStyle lays out CE_ItemViewItem.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, widget) + 1;
    QRect place = option.rect.adjusted(kSideRoom, 0, -kSideRoom, 0);
    QColor colour = option.palette.color(QPalette::Active, QPalette::Text);
    const bool number = tableColumns()[static_cast<std::size_t>(index.column())].number;
    if (index.column() == m_verdictColumn) {
        const int verdict = index.data(RowTableModel::VerdictRole).toInt();
        const int size = option.fontMetrics.height() * 9 / 10;
        const QRect sign(place.left() + margin, place.top() + (place.height() - size) / 2, size, size);
        m_icons.at(static_cast<std::size_t>(verdict)).paint(&painter, sign);
        place.setLeft(sign.right() + 1 + margin);
        colour = verdictColour(static_cast<Verdict>(verdict), m_dark);
    } else if (!number && index.column() > 0) {
        colour = themeColours(m_dark).mutedText;
    }
    place.adjust(margin, 0, -margin, 0);
    const QString text = index.data().toString();
    const QFontMetricsF metrics(option.font);
    const double width = metrics.horizontalAdvance(text);
    painter.setFont(option.font);
    painter.setPen(colour);
    const int line = static_cast<int>(std::ceil(metrics.height()));
    const int top = place.top() + place.height() / 2 - line / 2;
    const double baseline = top + metrics.ascent();
    if (width > place.width()) {
        painter.drawText(QPointF(place.left(), baseline),
                         metrics.elidedText(text, option.textElideMode, place.width()));
    } else {
        painter.drawText(QPointF(number ? place.right() + 1 - width : place.left(), baseline), text);
    }
}

void RowTableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool plain =
        (option.state & (QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver)) == 0;
    if (plain && index.row() != m_focusedRow && option.direction == Qt::LeftToRight) {
        paintPlain(*painter, option, index);
        return;
    }
    QStyleOptionViewItem inner = option;
    initStyleOption(&inner, index);
    const bool focused = index.row() == m_focusedRow;
    // The focused row shows the chart's own mark; what else is selected for copying shows as selected.
    if (focused) {
        inner.state &= ~QStyle::State_Selected;
    }
    const QWidget* const widget = option.widget;
    const QStyle* const style = widget != nullptr ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &inner, painter, widget);
    // Figures keep apart from the next column's words.
    inner.rect.adjust(kSideRoom, 0, -kSideRoom, 0);
    inner.backgroundBrush = Qt::NoBrush;
    style->drawControl(QStyle::CE_ItemViewItem, &inner, painter, widget);
    if (focused && index.column() == m_firstColumn) {
        const QRect& cell = option.rect;
        const int left = option.direction == Qt::RightToLeft ? cell.right() + 1 - kMarkWidth : cell.left();
        painter->fillRect(QRect(left, cell.top(), kMarkWidth, cell.height()),
                          option.palette.color(QPalette::Active, QPalette::Highlight));
    }
}

QSize RowTableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * kSideRoom, 0);
}

} // namespace vram::ui
