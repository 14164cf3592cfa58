// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QMainWindow;
class QWidget;

namespace vram::ui {

/// The controls that the guide speaks of, by the ids of its links.
class GuideTargets {
public:
    explicit GuideTargets(QMainWindow& window) : m_window(window) {}

    [[nodiscard]] static QStringList ids();
    /// Brings the control into sight, gives it the focus and marks it for a moment: opens the drawer or dialog that it
    /// stands in, or the menu of an entry. The control; nullptr where the id is unknown or nothing is there.
    QWidget* show(const QString& id) const;

private:
    [[nodiscard]] QWidget* openMenu(const QString& action) const;
    QMainWindow& m_window;
};

} // namespace vram::ui
