// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/steps/steps_page.h"

class QLabel;

namespace vram::ui {

class AmountRow;

/// Step 3: context and concurrency, what is to be reached, and the margin.
class LoadPage : public StepsPage {
    Q_OBJECT

public:
    explicit LoadPage(QWidget* parent = nullptr);
    void setView(const StepsView& view) override;
    void retranslate() override;
    [[nodiscard]] QWidget* firstControl() const override;

private:
    void nameCounts();
    QLabel* m_heading;
    AmountRow* m_context;
    AmountRow* m_sequences;
    AmountRow* m_speed;
    AmountRow* m_wait;
    AmountRow* m_margin;
    bool m_trains = false;
};

} // namespace vram::ui
