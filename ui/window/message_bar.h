// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

class QLabel;
class QToolButton;

namespace vram::ui {

/// A line above the content that says what went wrong or well, without stopping anything. It stays until it is closed
/// or, what an action of the user came to, replaced.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Information, Error };

    explicit MessageBar(QWidget* parent = nullptr);
    using Text = std::function<QString()>; ///< asked again after a switch of the language

    /// What the user's latest action came to, in place of the one before.
    void showMessage(Kind kind, Text text);
    /// What came of itself, such as a file that could not be written: stays beside the others until it is closed.
    void addMessage(Kind kind, Text text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const; ///< the worst of those shown
    /// The latest action went well and needs no words.
    void dismissAnswer();
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void recolour();
    QLabel* m_icon;
    QLabel* m_label;
    QToolButton* m_close;
    void open();
    struct Message {
        Kind kind;
        Text text;
        bool answer; ///< to an action of the user
    };
    std::vector<Message> m_messages;
};

} // namespace vram::ui
