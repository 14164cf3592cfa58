// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTableWidget;

namespace vram::ui {

/// The shortcuts as the window's actions have them now.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// `window`: whose actions are listed; must outlive the dialog.
    explicit ShortcutsDialog(QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void add(const QString& command, const QStringList& keys);
    QWidget& m_window;
    QTableWidget* m_table;
};

} // namespace vram::ui
