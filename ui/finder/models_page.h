// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/finder/finder_worker.h"
#include "ui/store/scenario_store.h"
#include "ui/text/format.h"

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace vram::ui {

class FilterPane;
class FoundModels;
class FoundOrder;

/// "What can this machine run?" The models of the catalogue for a machine, live as question and conditions change.
class ModelsPage : public QWidget {
    Q_OBJECT

public:
    ModelsPage(ScenarioStore& store, FinderWorker& worker, QWidget* parent = nullptr);
    void setByteUnit(ByteUnit unit);
    void retranslate();
    /// Asks as soon as nothing has changed for a moment.
    void askSoon();

private:
    enum MachineKind { Own, Focused, Picked };
    void build();
    void ask();
    void show(const std::shared_ptr<const ModelsFound>& found);
    void fail(const Error& error);
    void use();
    void updateButton();
    /// The scenario with the chosen machine.
    [[nodiscard]] Scenario question() const;
    [[nodiscard]] QString ownMachine() const;
    [[nodiscard]] GpuChoice focusedCard() const;
    void updateMachines();

    ScenarioStore& m_store;
    FinderWorker& m_worker;
    FilterPane* m_filters;
    FoundModels* m_models;
    FoundOrder* m_order;
    QLabel* m_machineLabel;
    QComboBox* m_machine;
    QComboBox* m_gpu;
    QSpinBox* m_count;
    QLabel* m_summary;
    QTableView* m_view;
    QPushButton* m_use;
    QTimer m_rest;
    std::shared_ptr<const ModelsFound> m_found;
    std::optional<Error> m_error;
    bool m_fitted = false; ///< columns are as wide as a whole answer
};

} // namespace vram::ui
