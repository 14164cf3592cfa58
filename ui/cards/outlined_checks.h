// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace vram::ui {

/// Fusion draws check boxes on a dark ground with an outline that is darker still: nobody sees them. This draws the
/// outline in the colour of quiet text.
class OutlinedChecks : public QProxyStyle {
    Q_OBJECT

public:
    OutlinedChecks();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
};

} // namespace vram::ui
