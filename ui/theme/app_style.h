// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionToolButton;

namespace vram::ui {

/// Fusion with outlines that stand out on both themes (Fusion's own reach hardly 2:1, and none on a dark ground), a
/// flat mark of what is chosen in a switch, a focus ring that can be seen, and labels of plain text.
class AppStyle : public QProxyStyle {
    Q_OBJECT

public:
    AppStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
    using QProxyStyle::polish;
    /// Labels show their text as it is: names come from files, and Qt takes what looks like markup for markup.
    void polish(QWidget* widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
    /// Room beside the text of a push button: Fusion has two pixels.
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* returnData = nullptr) const override;

private:
    void drawMirroredArrowLabel(const QStyleOptionToolButton& option, QPainter* painter, const QWidget* widget) const;
};

} // namespace vram::ui
