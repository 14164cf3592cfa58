// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace vram::ui {

/// A ring around the control that has the focus, in every window of the application, from the first Tab or shortcut
/// on: who uses the mouse alone never sees it. A control with a property of kOwnFocusMark paints its own mark.
class FocusRing : public QObject {
    Q_OBJECT

public:
    static constexpr const char* kOwnFocusMark = "ownFocusMark";

    /// Once for the application; the application owns it.
    static void install();
    [[nodiscard]] static bool isWanted(const QWidget* widget);

private:
    explicit FocusRing(QObject* parent);
    void follow(QWidget* widget);
    void drop();
    QPointer<QFocusFrame> m_frame;
};

} // namespace vram::ui
