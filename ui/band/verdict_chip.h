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
    /// Rows with this verdict; `unsupported` of them are refused whatever their size.
    void setCount(int count, int unsupported = 0);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    Verdict m_verdict;
    int m_count = 0;
    int m_unsupported = 0;
};

} // namespace vram::ui
