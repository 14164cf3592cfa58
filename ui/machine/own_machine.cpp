// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/own_machine.h"

#include "ui/machine/machine_text.h"
#include "ui/store/row_machine.h"

#include <algorithm>
#include <utility>

namespace vram::ui {

namespace {

/// What was found takes the place of what there is; what was not told stays, and is a guess only if it was one.
Guess merged(const MachineChoice& now, const std::vector<std::string>& guesses, const DetectedChoice& found) {
    MachineChoice machine = now;
    const MachineChoice& known = found.machine;
    Guess guess{{}, {found.pretended.begin(), found.pretended.end()}};
    const auto keeps = [&](std::string_view field, bool isSet) {
        const bool untold = std::erase(guess.fields, field) > 0;
        if (untold && (!isSet || std::ranges::find(guesses, field) != guesses.end())) {
            guess.fields.emplace_back(field);
        }
        return untold;
    };
    if (known.gpus.empty() || now.gpus == known.gpus) {
        machine.gpus = keeps(kPretendedGpu, !now.gpus.empty()) ? now.gpus : known.gpus;
    } else {
        machine.gpus = known.gpus;
    }
    machine.ramGib = keeps(kPretendedRam, true) ? now.ramGib : known.ramGib;
    machine.pcie = keeps(kPretendedPcie, !now.pcie.empty()) ? now.pcie : known.pcie;
    if (!known.ramType.empty()) {
        machine.ramType = known.ramType;
        machine.ramGbPerSecond = known.ramGbPerSecond;
    }
    machine.ramChannels = known.ramChannels ? known.ramChannels : now.ramChannels;
    machine.cpuCores = known.cpuCores ? known.cpuCores : now.cpuCores;
    guess.machine = std::move(machine);
    return guess;
}

bool readsFromDisk(const Row& row) {
    return row.report.ok() && row.report->host && row.report->host->swapped > Bytes{};
}

} // namespace

OwnMachine::OwnMachine(ScenarioStore& store, Settings& settings, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_settings(settings),
      m_guess{settings.machine(), {}} {
    for (const QString& field : settings.pretended()) {
        m_guess.fields.push_back(field.toStdString());
    }
}

void OwnMachine::set(MachineChoice machine, bool asRow) {
    std::vector<GpuChoice> rows = m_store.shownChoices();
    const bool isNew = asRow && std::ranges::none_of(rows, &isMachineRow);
    if (isNew) {
        rows.insert(rows.begin(), {std::string(kMachineRow), 1});
    }
    m_settings.setMachine(machine);
    QStringList guessed;
    for (const std::string& field : standing(m_guess, machine)) {
        guessed += QString::fromStdString(field);
    }
    m_settings.setPretended(guessed);
    if (isNew) {
        m_settings.setRows(rows);
    }
    m_store.edit([&](Scenario& scenario) {
        scenario.machine = std::move(machine);
        if (isNew) {
            scenario.view.rows = std::move(rows);
        }
    });
}

void OwnMachine::edit(const std::function<void(MachineChoice&)>& change) {
    MachineChoice machine = choice();
    change(machine);
    set(std::move(machine), false);
}

void OwnMachine::setCards(std::vector<GpuChoice> cards) {
    MachineChoice machine = choice();
    machine.gpus = std::move(cards);
    set(std::move(machine), true);
}

void OwnMachine::take(const DetectedMachine& detected) {
    m_guess = merged(choice(), standing(m_guess, choice()), machineChoiceOf(detected));
    std::erase_if(m_guess.machine.gpus,
                  [this](const GpuChoice& gpu) { return catalog().findGpu(gpu.name) == nullptr; });
    set(m_guess.machine, true);
}

std::vector<Assumption> OwnMachine::assumptions() const { return assumptionsOf(choice(), m_guess, catalog()); }

QStringList OwnMachine::assumptionTexts() const {
    QStringList texts;
    const std::vector<Row>& rows = m_store.allRows();
    const auto own = std::ranges::find_if(rows, &isMachineRow, &Row::choice);
    if (own == rows.end()) {
        return texts;
    }
    for (const Assumption assumption : assumptions()) {
        if (assumption != Assumption::Disk || readsFromDisk(*own)) {
            texts += assumptionText(assumption);
        }
    }
    return texts;
}

MachineChoice OwnMachine::remembered(const Settings& settings, const Catalog& catalog) {
    MachineChoice machine = settings.machine();
    std::erase_if(machine.gpus, [&catalog](const GpuChoice& gpu) { return catalog.findGpu(gpu.name) == nullptr; });
    if (!resolveMachine(machine, catalog)) { // words that somebody wrote into the file
        machine.ramType.clear();
        machine.pcie.clear();
    }
    return machine;
}

std::vector<GpuChoice> OwnMachine::rowsWith(const MachineChoice& machine) {
    if (machine.gpus.empty()) {
        return {};
    }
    std::vector<GpuChoice> rows = ScenarioStore::defaultRows();
    rows.insert(rows.begin(), {std::string(kMachineRow), 1});
    return rows;
}

std::vector<GpuChoice> together(const std::vector<GpuChoice>& cards) {
    std::vector<GpuChoice> kinds;
    for (const GpuChoice& card : cards) {
        const auto kind = std::ranges::find(kinds, card.name, &GpuChoice::name);
        if (kind == kinds.end()) {
            kinds.push_back(card);
        } else {
            kind->count += card.count;
        }
    }
    return kinds;
}

bool hasWholeCards(const CloudInstance& instance) {
    return !instance.gpu.empty() && instance.gpuCount > 0 && instance.gpuShare >= 1;
}

} // namespace vram::ui
