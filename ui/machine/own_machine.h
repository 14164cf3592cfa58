// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include "core/hardware/detected_machine.h"
#include "ui/machine/assumption.h"
#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

#include <functional>
#include <vector>

namespace vram::ui {

/// The user's own machine: edits of it, each one edit of the question that the settings remember, and what of it is
/// assumed.
class OwnMachine : public QObject {
    Q_OBJECT

public:
    OwnMachine(ScenarioStore& store, Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] const MachineChoice& choice() const { return m_store.scenario().machine; }
    [[nodiscard]] const Catalog& catalog() const { return m_store.catalog(); }
    [[nodiscard]] ScenarioStore& store() const { return m_store; }
    /// Memory and links; the rows stay as they are.
    void edit(const std::function<void(MachineChoice&)>& change);
    /// Its cards: the machine becomes a row, in front of the others, where it was none.
    void setCards(std::vector<GpuChoice> cards);
    /// All that was found; what was not stays, and a card that the catalogue does not have is left out.
    void take(const DetectedMachine& detected);
    [[nodiscard]] std::vector<Assumption> assumptions() const;
    /// Sentences about those that the answer rests on; empty where the machine is no row.
    [[nodiscard]] QStringList assumptionTexts() const;

    /// The remembered machine without what makes no sense here, such as cards that this catalogue lacks, and the rows
    /// that go with it (none: the usual).
    [[nodiscard]] static MachineChoice remembered(const Settings& settings, const Catalog& catalog);
    [[nodiscard]] static std::vector<GpuChoice> rowsWith(const MachineChoice& machine);

private:
    void set(MachineChoice machine, bool asRow);
    ScenarioStore& m_store;
    Settings& m_settings;
    Guess m_guess;
};

/// Cards of one kind together, in the order of the first of each.
[[nodiscard]] std::vector<GpuChoice> together(const std::vector<GpuChoice>& cards);
/// Whether the instance is a machine of whole cards.
[[nodiscard]] bool hasWholeCards(const CloudInstance& instance);

} // namespace vram::ui
