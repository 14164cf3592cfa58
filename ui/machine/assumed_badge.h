// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace vram::ui {

/// "assumed" in a frame, beside a value that nobody said; the tooltip says what it goes by.
class AssumedBadge : public QLabel {
    Q_OBJECT

public:
    /// `field` shows the value: its description for screen readers says the reason too.
    explicit AssumedBadge(QWidget* field, QWidget* parent = nullptr);
    /// Empty: the value is known, and there is no badge.
    void setReason(const QString& reason);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void recolour();
    QWidget* m_field;
};

} // namespace vram::ui
