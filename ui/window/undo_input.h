// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace vram::ui {

class History;

/// Tells the history which changes belong together: a slider's drag, and keys or the wheel on one control. A text box
/// with nothing of its own to undo leaves the shortcut to the window. A dialog of such controls, whose keys the menu
/// does not see, undoes as the window does; controls that it gets later count as well.
class UndoInput : public QObject {
    Q_OBJECT

public:
    /// `controls`: the widget that holds them; both must outlive this object.
    UndoInput(History& history, QWidget& controls);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QWidget& controls);
    History& m_history;
};

} // namespace vram::ui
