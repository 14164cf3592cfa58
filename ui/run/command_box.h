// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace vram::ui {

/// A text to be taken over as it is, under its heading, with a button that copies exactly this text. As high as the
/// text needs, up to a dozen lines.
class CommandBox : public QWidget {
    Q_OBJECT

public:
    static constexpr int kCopiedMilliseconds = 1500; ///< that the button says so

    explicit CommandBox(QWidget* parent = nullptr);

    void setCommand(const QString& heading, const QString& text);
    [[nodiscard]] QString text() const { return m_command; }
    [[nodiscard]] QString heading() const;
    /// Where Tab comes in and where it leaves.
    [[nodiscard]] QWidget* firstControl() const;
    [[nodiscard]] QWidget* lastControl() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void copy();
    void retranslate();
    void fitHeight();

    QLabel* m_heading;
    QToolButton* m_copy;
    QPlainTextEdit* m_text;
    QTimer m_copied; ///< runs while the button says so
    QString m_command;
};

} // namespace vram::ui
