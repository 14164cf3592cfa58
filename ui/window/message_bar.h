// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <cstdint>
#include <functional>

class QLabel;
class QToolButton;

namespace vram::ui {

/// A line above the content that says what went wrong or well, without stopping anything. It stays until it is closed
/// or replaced.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Information, Error };

    explicit MessageBar(QWidget* parent = nullptr);
    /// `text` is asked again after a switch of the language.
    void showMessage(Kind kind, std::function<QString()> text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void recolour();
    QLabel* m_icon;
    QLabel* m_label;
    QToolButton* m_close;
    std::function<QString()> m_text;
    Kind m_kind = Kind::Information;
};

} // namespace vram::ui
