// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/assumed_badge.h"

#include "ui/text/shown_text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace vram::ui {

AssumedBadge::AssumedBadge(QWidget* field, QWidget* parent) : QLabel(parent), m_field(field) {
    setObjectName(QStringLiteral("assumedBadge"));
    setAlignment(Qt::AlignCenter);
    setMargin(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true); // fields keep their widths
    setSizePolicy(policy);
    hide();
    recolour();
    retranslate();
}

void AssumedBadge::setReason(const QString& reason) {
    setToolTip(reason.isEmpty() ? QString() : plainToolTip(reason));
    m_field->setAccessibleDescription(reason);
    setVisible(!reason.isEmpty());
}

void AssumedBadge::retranslate() {
    //: badge beside a value that was neither found nor typed
    setText(tr("assumed"));
    constexpr int kPadding = 12; // the round ends
    setMinimumWidth(sizeHint().width() + kPadding);
}

void AssumedBadge::recolour() {
    QPalette colours = palette();
    const QColor wanted = verdictColour(Verdict::Tight, isDark(colours));
    if (colours.color(QPalette::WindowText) != wanted) {
        colours.setColor(QPalette::WindowText, wanted);
        setPalette(colours);
    }
}

void AssumedBadge::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
    QLabel::changeEvent(event);
}

void AssumedBadge::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::WindowText));
    constexpr double kHalf = 0.5;
    const QRectF frame = QRectF(rect()).adjusted(kHalf, kHalf, -kHalf, -kHalf);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace vram::ui
