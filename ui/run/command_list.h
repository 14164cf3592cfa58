// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/report/command.h"

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace vram::ui {

class CommandBox;

/// The commands of one row for a shell of the user's choice.
class CommandList : public QWidget {
    Q_OBJECT

public:
    explicit CommandList(QWidget* parent = nullptr);

    /// Commands for `question`, or `sentence` instead where there are none to give.
    void setQuestion(std::optional<PlacedQuestion> question, const QString& sentence);
    void setShell(Shell shell);
    [[nodiscard]] Shell shell() const;
    [[nodiscard]] std::vector<CommandBox*> boxes() const; ///< those that are shown
    void retranslate();

signals:
    /// The user's choice.
    void shellChosen(vram::Shell shell);

private:
    void refresh();
    QComboBox* m_shell;
    QLabel* m_shellLabel;
    QWidget* m_shellRow;
    QLabel* m_sentence;
    QVBoxLayout* m_layout;
    std::vector<CommandBox*> m_boxes; ///< as many as were ever needed
    std::optional<PlacedQuestion> m_question;
    QString m_instead;
};

} // namespace vram::ui
