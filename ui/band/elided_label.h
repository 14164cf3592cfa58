// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace vram::ui {

/// One line of text that never asks for more room than there is: what does not fit is elided, and then the whole
/// text is the tooltip. Its height is that of the font, with or without text, so that a layout does not jump.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    /// Shown instead of the text's own where set: the lines that one line cannot hold.
    void setFullText(const QString& text);
    void setColour(const QColor& colour);
    void setAlignment(Qt::Alignment alignment);
    /// False: the line claims the width of its text and is elided last.
    void setElidable(bool elidable);
    [[nodiscard]] bool isElided() const;
    /// What the tooltip says now; empty: all of the text can be read.
    [[nodiscard]] QString toolTipText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QString m_fullText;
    QColor m_colour;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    bool m_elidable = true;
};

} // namespace vram::ui
