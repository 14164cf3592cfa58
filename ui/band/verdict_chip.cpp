// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/verdict_chip.h"

#include "ui/band/band_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 9;
constexpr int kIconGap = 6;
constexpr int kVerticalPadding = 4;

} // namespace

VerdictChip::VerdictChip(Verdict verdict, QWidget* parent) : QAbstractButton(parent), m_verdict(verdict) {
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, &VerdictChip::retranslate);
    retranslate();
}

void VerdictChip::setCount(int count, int unsupported) {
    if (count != m_count || unsupported != m_unsupported) {
        m_count = count;
        m_unsupported = unsupported;
        retranslate();
    }
}

QSize VerdictChip::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    // The width of two digits is kept, so that the chips stand still while counts change.
    const int textWidth = std::max(metrics.horizontalAdvance(QAbstractButton::text()),
                                   metrics.horizontalAdvance(chipLabel(m_verdict, 10)));
    return {2 * kPadding + metrics.ascent() + kIconGap + textWidth, metrics.height() + 2 * kVerticalPadding};
}

void VerdictChip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QAbstractButton::changeEvent(event);
}

void VerdictChip::retranslate() {
    setText(chipLabel(m_verdict, m_count, m_unsupported));
    setToolTip(isChecked() ? tr("Show all rows again") : tr("Show only these rows"));
    setEnabled(m_count > 0 || isChecked());
    updateGeometry();
    update();
}

void VerdictChip::paintEvent(QPaintEvent*) {
    const bool dark = isDark(palette());
    const ThemeColours& colours = themeColours(dark);
    const QColor accent = verdictColour(m_verdict, dark);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    QColor background = colours.background;
    if (isChecked() || isDown() || underMouse()) {
        QColor tint = accent;
        tint.setAlphaF(isChecked() ? 0.22F : 0.10F);
        painter.setBrush(background);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
        background = tint;
    }
    painter.setBrush(background);
    painter.setPen(QPen(isChecked() || hasFocus() ? accent : colours.border, isChecked() || hasFocus() ? 2 : 1));
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    const int size = fontMetrics().ascent();
    const QRect place(kPadding, (height() - size) / 2, size, size);
    const QRectF icon = QStyle::visualRect(layoutDirection(), rect(), place);
    painter.setOpacity(isEnabled() ? 1 : 0.45);
    paintVerdictIcon(painter, icon, m_verdict, dark);
    painter.setOpacity(1);
    painter.setPen(isEnabled() ? colours.text : colours.mutedText);
    const QRect words(place.right() + 1 + kIconGap, 0, width(), height());
    const QRect beside = QStyle::visualRect(layoutDirection(), rect(), words);
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.setLayoutDirection(QLocale().textDirection());
    painter.drawText(beside, static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter), text());
}

} // namespace vram::ui
