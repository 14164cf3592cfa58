// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/steps/steps_page.h"

#include <memory>

class QButtonGroup;
class QLabel;

namespace vram::ui {

class AmountRow;
class FieldRow;
class ModelPicker;

/// Step 1: what the model is wanted for, and which it is: one of the catalogue, or a size.
class TaskPage : public StepsPage {
    Q_OBJECT

public:
    explicit TaskPage(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);
    void setView(const StepsView& view) override;
    void retranslate() override;
    [[nodiscard]] QWidget* firstControl() const override;

private:
    void choosePurpose(Purpose purpose);
    std::shared_ptr<const Catalog> m_catalog;
    QLabel* m_heading;
    QButtonGroup* m_purposes;
    QLabel* m_details;
    ModelPicker* m_picker;
    FieldRow* m_pickerRow;
    AmountRow* m_size;
    QString m_searched; ///< words that no model of the catalogue has
    Purpose m_purpose = Purpose::Chat;
};

} // namespace vram::ui
