// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "core/report/report.h"

namespace vram::ui {

/// A checkable pill with the verdict's icon and a count; checked, it filters the rows.
class VerdictChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit VerdictChip(Verdict verdict, QWidget* parent = nullptr);

    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    Verdict m_verdict;
    int m_count = 0;
};

} // namespace vram::ui
