// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/app_style.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>
#include <QStyleOptionComplex>

namespace vram::ui {

namespace {

constexpr int kRingRoom = 3; ///< pixels around the focused control
constexpr double kRound = 2; ///< corners of fields, as Fusion has them
constexpr double kRingPen = 2;
constexpr int kButtonRoom = 10; ///< pixels on both sides of a push button's text

void outline(QPainter* painter, const QRect& rect, const QColor& colour, double round) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, round > 0);
    painter->setPen(colour);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    painter->restore();
}

/// Of a field or slider; the focus shows there too, for who came with the mouse.
QColor border(const QStyleOption& option) {
    const ThemeColours& colours = themeColours(isDark(option.palette));
    return option.state.testFlag(QStyle::State_HasFocus) ? colours.focus : colours.border;
}

/// A disabled control needs no contrast.
bool isEnabled(const QStyleOption& option) { return option.state.testFlag(QStyle::State_Enabled); }

/// One half of a switch that is chosen: its palette's button has the highlight's colour.
bool isChosen(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_On) &&
           option.palette.color(QPalette::Button) == option.palette.color(QPalette::Highlight);
}

} // namespace

AppStyle::AppStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void AppStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    auto* const label = qobject_cast<QLabel*>(widget);
    // Tooltips are labels too; the chart's are made of markup (plainToolTip() is for the others).
    if (label != nullptr && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel")) {
        label->setTextFormat(Qt::PlainText);
    }
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect:
        // The ring around the control says it (FocusRing); within a list it is the cell that counts.
        if (qobject_cast<const QAbstractItemView*>(widget) != nullptr) {
            painter->save();
            painter->setPen(QPen(themeColours(isDark(option->palette)).focus, kRingPen));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(option->rect).adjusted(1, 1, -1, -1));
            painter->restore();
        }
        return;
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel:
    case PE_PanelButtonTool:
        if (isChosen(*option)) {
            // Fusion's gradient would take the contrast from the text.
            painter->fillRect(option->rect, option->palette.color(QPalette::Button));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit && isEnabled(*option)) {
        outline(painter, option->rect, border(*option), kRound);
    } else if (element == PE_IndicatorCheckBox && isEnabled(*option)) {
        outline(painter, option->rect, border(*option), 0);
    } else if (element == PE_IndicatorRadioButton && isEnabled(*option)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(border(*option));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(QRectF(option->rect).adjusted(1, 1, -0.5, -0.5));
        painter->restore();
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const {
    const auto* const button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (element == CE_ToolButtonLabel && button != nullptr && button->direction == Qt::RightToLeft &&
        button->features.testFlag(QStyleOptionToolButton::Arrow)) {
        drawMirroredArrowLabel(*button, painter, widget);
        return;
    }
    if (element != CE_FocusFrame) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(themeColours(isDark(option->palette)).focus, kRingPen));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), kRound + 1, kRound + 1);
    painter->restore();
}

void AppStyle::drawMirroredArrowLabel(const QStyleOptionToolButton& option, QPainter* painter,
                                      const QWidget* widget) const {
    // Qt mirrors the text but not the arrow, and one lies on the other.
    constexpr int kGap = 4;
    QStyleOption arrow;
    arrow.palette = option.palette;
    arrow.state = option.state;
    arrow.direction = option.direction;
    arrow.rect = QRect(option.rect.right() - option.iconSize.width(), option.rect.top(), option.iconSize.width(),
                       option.rect.height());
    proxy()->drawPrimitive(option.arrowType == Qt::DownArrow ? PE_IndicatorArrowDown : PE_IndicatorArrowLeft, &arrow,
                           painter, widget);
    const QRect words = option.rect.adjusted(0, 0, -option.iconSize.width() - kGap, 0);
    proxy()->drawItemText(painter, words, Qt::AlignRight | Qt::AlignVCenter | Qt::TextShowMnemonic, option.palette,
                          option.state.testFlag(State_Enabled), option.text, QPalette::ButtonText);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                  const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (!isEnabled(*option)) {
        return;
    }
    const auto part = [&](SubControl wanted) { return subControlRect(control, option, wanted, widget); };
    if (control == CC_Slider) {
        const QRect groove = part(SC_SliderGroove);
        const QRect handle = part(SC_SliderHandle);
        constexpr int kHalf = 3; // of the groove that Fusion draws
        const QRect line(groove.left() + 1, groove.center().y() - kHalf + 1, groove.width() - 2, 2 * kHalf);
        painter->save();
        painter->setClipRegion(QRegion(option->rect) - QRegion(handle));
        outline(painter, line, border(*option), 1);
        painter->restore();
        outline(painter, handle, border(*option), kRound);
    } else if (control == CC_ComboBox || control == CC_SpinBox) {
        outline(painter, option->rect, border(*option), kRound);
    }
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    return metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin
               ? kRingRoom
               : QProxyStyle::pixelMetric(metric, option, widget);
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                 const QWidget* widget) const {
    const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_PushButton ? usual.expandedTo({size.width() + 2 * kButtonRoom, 0}) : usual;
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                        QStyleHintReturn* returnData) const {
    return hint == SH_FocusFrame_AboveWidget ? 1 : QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace vram::ui
