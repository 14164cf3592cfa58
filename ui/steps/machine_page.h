// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "ui/steps/steps_page.h"

#include <memory>
#include <vector>

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace vram::ui {

class AmountRow;
class CandidateTable;
class FieldRow;
class GpuPicker;

/// Step 4: what there is, what may be bought, and which machine holds the model; where none does, what gives way.
class MachinePage : public StepsPage {
    Q_OBJECT

public:
    explicit MachinePage(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);
    void setView(const StepsView& view) override;
    void retranslate() override;
    [[nodiscard]] QWidget* firstControl() const override;
    /// The row that would be opened; nullptr where there is none.
    [[nodiscard]] const StepsCandidate* chosen() const;

signals:
    void chosenChanged();
    void openRequested();

private:
    void buildTable();
    void connectControls();
    void chooseCards();
    void showOwn(const StepsQuestion& question);
    void showAnswer(const StepsView& view);
    void showGiveWays(const StepsView& view);
    std::shared_ptr<const Catalog> m_catalog;
    QLabel* m_heading;
    QButtonGroup* m_sources;
    struct Own {
        FieldRow* row;
        QLabel* names;
        QPushButton* choose;
        AmountRow* ram;
    } m_own{};
    AmountRow* m_price;
    AmountRow* m_power;
    AmountRow* m_cards;
    QComboBox* m_class;
    FieldRow* m_classRow;
    QLabel* m_result;
    QWidget* m_ways;
    QVBoxLayout* m_wayLayout;
    QTableView* m_view;
    CandidateTable* m_table;
    QLabel* m_scope;
    QPointer<GpuPicker> m_picker;
    MachineChoice m_machine;
};

} // namespace vram::ui
