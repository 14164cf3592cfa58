// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>

#include <functional>

class QLineEdit;
class QSplitter;
class QWidget;

namespace vram::ui {

/// What assistive technology is told of a widget of which Qt knows neither role nor text. `name` is asked when somebody
/// listens, so that a text that changes at every step of a slider sends no event for each.
void speakAs(QWidget& widget, QAccessible::Role role, std::function<QString()> name = {});

/// Names a control. A list says its entry as its name on Linux and takes its name from a label: it gets a hidden one
/// unless a label points at it already.
void nameControl(QWidget& control, const QString& name);

/// Names the button within a line that empties it; Qt leaves it without a name.
void nameClearButton(const QLineEdit& line);

/// "&Context" and "上下文長度(&C)" without their mnemonics.
[[nodiscard]] QString withoutMnemonic(const QString& label);

/// Makes the panes children in the order that they are seen in; a splitter keeps them in reverse.
void readInOrder(QSplitter& splitter);

} // namespace vram::ui
