// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/steps/steps_page.h"

class QButtonGroup;
class QLabel;
class QTableWidget;

namespace vram::ui {

/// Step 2: the least quality of the weights, and what they take in each format.
class QualityPage : public StepsPage {
    Q_OBJECT

public:
    explicit QualityPage(QWidget* parent = nullptr);
    void setView(const StepsView& view) override;
    void retranslate() override;
    [[nodiscard]] QWidget* firstControl() const override;

private:
    void showFormats(const StepsView& view);
    QLabel* m_heading;
    QWidget* m_choices;
    QButtonGroup* m_qualities;
    QLabel* m_details;
    QTableWidget* m_table;
    bool m_trains = false;
};

} // namespace vram::ui
