// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace vram::ui {

class GpuFilter;
class GpuTable;

/// Chooses cards, to compare or of one machine: search, filters, a check mark and a count for each card.
class GpuPicker : public QDialog {
    Q_OBJECT

public:
    enum class Purpose : std::uint8_t { Rows, Machine };
    GpuPicker(std::shared_ptr<const Catalog> catalog, const std::vector<GpuChoice>& chosen, QWidget* parent = nullptr,
              Purpose purpose = Purpose::Rows);
    /// Among rows the user's own machine may be one; where it was not chosen already, only if there is one.
    void offerMachine();
    [[nodiscard]] std::vector<GpuChoice> choices() const;
    [[nodiscard]] GpuTable& table() const { return *m_table; }

protected:
    void changeEvent(QEvent* event) override;
    /// Enter belongs to the search field, where it checks the card found, and to a focused button; it closes nothing.
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Filters {
        QLineEdit* search;
        QComboBox* vendor;
        QComboBox* gpuClass;
        QComboBox* memory;
        QCheckBox* onlyChecked;
        QCheckBox* cpu; ///< compared as well: no card at all
        QCheckBox* machine;
    };
    void build();
    void connectFilters();
    void updateSummary();
    void updateHits();
    void clearFilters();
    void toggleFound();
    void retranslate();
    Purpose m_purpose;
    GpuTable* m_table;
    GpuFilter* m_filter;
    QTableView* m_view;
    Filters m_filters{};
    QFrame* m_nothing; ///< in place of the list where nothing matches
    QLabel* m_nothingText;
    QPushButton* m_showAll;
    QLabel* m_summary;
    QDialogButtonBox* m_buttons;
};

} // namespace vram::ui
