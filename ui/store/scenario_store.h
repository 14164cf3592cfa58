// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/advice/sweep.h"
#include "ui/store/background_reader.h"
#include "ui/store/known_limits.h"
#include "ui/store/snapshot.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vram::ui {

/// Holds the one Scenario. Every edit goes through `edit()`; the answer is computed at once and `changed` is emitted
/// exactly once, and not at all when nothing changed. The only place in `ui/` that calls the core's report.
class ScenarioStore : public QObject {
    Q_OBJECT

public:
    /// `reader` opens models by path or address, in a thread of its own; by default files of this machine.
    explicit ScenarioStore(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr,
                           std::shared_ptr<ModelReader> reader = nullptr);

    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }
    [[nodiscard]] const std::shared_ptr<const Catalog>& sharedCatalog() const { return m_catalog; }
    [[nodiscard]] const Scenario& scenario() const { return m_snapshot.scenario; }
    [[nodiscard]] const Snapshot& snapshot() const { return m_snapshot; }

    /// Replaces the scenario (open, reset, drag).
    void setScenario(Scenario scenario);
    /// Applies `change` to a copy and sets it.
    void edit(const std::function<void(Scenario&)>& change);
    /// Focuses a row of the snapshot (an index into its rows).
    void setFocusedRow(std::size_t row);
    /// Only rows with this verdict are shown; nullopt shows all.
    void setVerdictFilter(std::optional<Verdict> filter);
    /// What the rows of the snapshot can still hold, once all of it is found: an order by a limit goes by it from now
    /// on. `changed` is emitted where that moves a row. Until then rows keep the order that they had.
    void setLimits(const std::vector<RowLimits>& limits);
    [[nodiscard]] std::optional<Verdict> verdictFilter() const { return m_filter; }
    /// Rows before filtering, in view order, for the chips' counts and for exports.
    [[nodiscard]] const std::vector<Row>& allRows() const { return m_allRows; }
    /// The snapshot with every row, whatever the filter hides.
    [[nodiscard]] Snapshot unfilteredSnapshot() const;
    /// Models that are named by a path or an address.
    [[nodiscard]] BackgroundReader& models() const { return *m_models; }
    [[nodiscard]] const std::shared_ptr<BackgroundReader>& sharedModels() const { return m_models; }
    /// Gives the scenario the value of a row of the snapshot, as one edit; false where it is the scenario's own, or
    /// where the rows are cards.
    bool useRow(std::size_t row);
    /// From what the values of an axis follow; good until the next change.
    [[nodiscard]] AxisQuestion axisQuestion() const;
    /// The cards compared: the scenario's view rows, else the cards of its machine, else the defaults.
    [[nodiscard]] std::vector<GpuChoice> shownChoices() const;
    /// The cards compared when the scenario names none.
    [[nodiscard]] static std::vector<GpuChoice> defaultRows();

signals:
    void changed(const vram::ui::Snapshot& snapshot);

private:
    void recompute();
    /// `before`: the rows of the last question.
    void orderRows(const std::vector<Row>& before);
    void addCardRows(const std::vector<GpuChoice>& choices);
    void addValueRows(const std::vector<GpuChoice>& choices);
    [[nodiscard]] std::size_t focusedIndex() const;
    /// On which values are compared: the scenario's machine, else the card that has the focus, else the first one.
    [[nodiscard]] MachineChoice valueMachine(const std::vector<GpuChoice>& choices) const;
    [[nodiscard]] bool isFocused(const Row& row) const;
    void applyView();
    /// The machines of the rows; looked up again only when rows, RAM or margin changed.
    const std::vector<Result<Machine>>& rowMachines(const std::vector<GpuChoice>& choices);

    void modelRead(const QString& path);

    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<BackgroundReader> m_models;
    Resolver m_resolver;
    Sweeper m_sweeper; ///< where values are compared: their memory is none of the scenario's question
    Snapshot m_snapshot;
    std::vector<Row> m_allRows;
    KnownLimits m_limits;
    std::optional<Verdict> m_filter;
    GpuChoice m_focused;                     ///< survives sorting, filtering and edits
    bool m_ownFocused = true;                ///< the user's own machine comes before m_focused, where it is a row
    std::optional<AxisValue> m_focusedValue; ///< the same of values; absent: the scenario's own, wherever it moves
    std::vector<GpuChoice> m_machineChoices;
    MachineChoice m_machineBase;
    std::vector<Result<Machine>> m_machines;
};

} // namespace vram::ui
