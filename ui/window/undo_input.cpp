// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/undo_input.h"

#include "ui/store/history.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QChildEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>

namespace vram::ui {
namespace {

bool isInput(const QObject* widget) {
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr;
}

void addKeys(QWidget& window, History& history, void (History::*action)(), const QList<QKeySequence>& keys) {
    for (const QKeySequence& key : keys) {
        auto* const shortcut = new QShortcut(key, &window);
        QObject::connect(shortcut, &QShortcut::activated, &history, action);
    }
}

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
    watch(controls);
    if (controls.isWindow()) {
        addKeys(controls, m_history, &History::undo, QKeySequence::keyBindings(QKeySequence::Undo));
        addKeys(controls, m_history, &History::redo,
                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    }
}

void UndoInput::watch(QWidget& controls) {
    const bool grows = controls.window()->inherits("QDialog");
    if (grows || isInput(&controls)) {
        controls.installEventFilter(this);
    }
    for (auto* widget : controls.findChildren<QWidget*>()) {
        if (grows || isInput(widget)) {
            widget->installEventFilter(this);
        }
    }
}

bool UndoInput::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ChildPolished) {
        if (auto* const child = qobject_cast<QWidget*>(static_cast<QChildEvent*>(event)->child())) {
            watch(*child);
        }
    }
    if (!isInput(watched)) {
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // A spin box asks its line itself.
        const auto* line = qobject_cast<QAbstractSpinBox*>(watched) != nullptr ? watched->findChild<QLineEdit*>()
                                                                               : qobject_cast<QLineEdit*>(watched);
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
