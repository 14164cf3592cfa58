// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace vram::ui {

/// What stands beside or below the comparison: a title, buttons, and a page. Escape and the last button close it. It is
/// written when it is shown, and again with another language.
class Drawer : public QFrame {
    Q_OBJECT

public:
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void closed();

protected:
    /// Widgets are called by `name`: "whyDrawer", "whyTitle", "whyClose".
    explicit Drawer(const QString& name, QWidget* parent = nullptr);

    /// Writes the page anew; called while the drawer is shown.
    virtual void refresh() = 0;
    virtual void retranslate() = 0;

    void setTitle(const QString& title);
    void setPage(QWidget* page);
    /// A button between title and close.
    [[nodiscard]] QToolButton* addButton(const QString& name);
    /// What a screen reader calls the button that closes; its tooltip names the key.
    void setCloseName(const QString& name);

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_title;
    QToolButton* m_close;
    QHBoxLayout* m_top;
    QVBoxLayout* m_column;
};

} // namespace vram::ui
