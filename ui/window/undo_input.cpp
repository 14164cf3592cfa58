// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/undo_input.h"

#include "ui/store/history.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

namespace vram::ui {
namespace {

bool isStep(const QEvent& event) {
    if (event.type() != QEvent::KeyPress) {
        return event.type() == QEvent::Wheel || event.type() == QEvent::MouseButtonPress;
    }
    switch (static_cast<const QKeyEvent&>(event).key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default:
        return false;
    }
}

} // namespace

UndoInput::UndoInput(History& history, QWidget& controls) : QObject(&controls), m_history(history) {
    for (auto* slider : controls.findChildren<QAbstractSlider*>()) {
        if (qobject_cast<QScrollBar*>(slider) != nullptr) {
            continue;
        }
        connect(slider, &QAbstractSlider::sliderPressed, this, [this] { m_history.beginDrag(); });
        connect(slider, &QAbstractSlider::sliderReleased, this, [this] { m_history.endDrag(); });
        connect(slider, &QAbstractSlider::actionTriggered, this, [this, slider] { m_history.expectStepOf(slider); });
    }
    for (auto* spin : controls.findChildren<QAbstractSpinBox*>()) {
        spin->installEventFilter(this);
    }
    for (auto* list : controls.findChildren<QComboBox*>()) {
        list->installEventFilter(this);
    }
    for (auto* line : controls.findChildren<QLineEdit*>()) {
        line->installEventFilter(this);
    }
}

bool UndoInput::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto* line = qobject_cast<QLineEdit*>(watched);
        const bool ours = line != nullptr && ((key->matches(QKeySequence::Undo) && !line->isUndoAvailable()) ||
                                              (key->matches(QKeySequence::Redo) && !line->isRedoAvailable()));
        if (ours) {
            event->ignore();
            return true;
        }
    }
    if (isStep(*event) && qobject_cast<QLineEdit*>(watched) == nullptr) {
        m_history.expectStepOf(watched);
    } else if (event->type() == QEvent::KeyPress) {
        m_history.expectStepOf(nullptr);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace vram::ui
