// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sides/side_subjects.h"

#include "ui/lines/line_source.h"
#include "ui/store/row_machine.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

const Row* questionRow(const QuestionRow& side, const Snapshot& snapshot) {
    const auto found = std::ranges::find_if(
        snapshot.rows, [&side](const Row& row) { return row.question != nullptr && rowTitle(row) == side.title; });
    return found == snapshot.rows.end() ? nullptr : &*found;
}

Scenario withCards(Scenario scenario, const GpuChoice& choice) {
    if (!isMachineRow(choice)) {
        scenario.machine.gpus.clear();
        if (!isCpuRow(choice)) {
            scenario.machine.gpus.push_back(choice);
        }
    }
    return scenario;
}

Scenario scenarioOfRow(const Row& row, const Snapshot& snapshot) {
    if (row.question == nullptr) {
        return withCards(snapshot.scenario, row.choice);
    }
    Scenario scenario = row.question->scenario;
    scenario.machine.gpus = cardsOf(row);
    return scenario;
}

} // namespace

std::optional<Scenario> sideScenario(const SideChoice& side, const Snapshot& snapshot) {
    std::optional<Scenario> scenario;
    if (std::holds_alternative<ChosenRow>(side)) {
        if (const Row* const row = focusedRow(snapshot)) {
            scenario = scenarioOfRow(*row, snapshot);
        }
    } else if (const auto* const cards = std::get_if<GpuChoice>(&side)) {
        scenario = withCards(snapshot.scenario, *cards);
    } else if (const auto* const named = std::get_if<QuestionRow>(&side)) {
        if (const Row* const row = questionRow(*named, snapshot)) {
            scenario = scenarioOfRow(*row, snapshot);
        }
    } else if (const auto* const saved = std::get_if<ScenarioFile>(&side)) {
        scenario = saved->scenario;
    }
    if (scenario) {
        scenario->view = {};
    }
    return scenario;
}

QString cardTitle(const Gpu& gpu) {
    static const QRegularExpression kHasMemory(u"\\d\u00A0GB\\b"_s);
    const QString name = rowLabel({gpu.name, 1});
    return name.contains(kHasMemory) ? name : QString(name + u' ' + formatCapacity(gpu.memory));
}

QString sideTitle(const SideChoice& side, const Snapshot& snapshot, const Catalog& catalog) {
    if (std::holds_alternative<ChosenRow>(side)) {
        const Row* const row = focusedRow(snapshot);
        return row != nullptr ? rowTitle(*row) : QString();
    }
    if (const auto* const cards = std::get_if<GpuChoice>(&side)) {
        const Gpu* const gpu = isMachineRow(*cards) || isCpuRow(*cards) ? nullptr : catalog.findGpu(cards->name);
        if (gpu == nullptr) {
            return rowLabel(*cards);
        }
        return cards->count == 1
                   ? cardTitle(*gpu)
                   : QCoreApplication::translate("Row", "%1× %2").arg(formatTokens(cards->count), cardTitle(*gpu));
    }
    if (const auto* const named = std::get_if<QuestionRow>(&side)) {
        return named->title;
    }
    if (const auto* const saved = std::get_if<ScenarioFile>(&side)) {
        return shownText(QFileInfo(saved->path).fileName().section(u".vram"_s, 0, 0));
    }
    return {};
}

std::vector<GpuChoice> rowsOf(const std::vector<SideChoice>& sides, const Snapshot& snapshot) {
    std::vector<GpuChoice> rows;
    const auto add = [&rows](const GpuChoice& choice) {
        if (std::ranges::find(rows, choice) == rows.end()) {
            rows.push_back(choice);
        }
    };
    for (const SideChoice& side : sides) {
        const Row* const focused = std::holds_alternative<ChosenRow>(side) ? focusedRow(snapshot) : nullptr;
        if (const auto* const cards = std::get_if<GpuChoice>(&side)) {
            add(*cards);
        } else if (focused != nullptr && focused->question == nullptr) {
            add(focused->choice);
        } else if (const std::optional<Scenario> scenario = sideScenario(side, snapshot)) {
            if (scenario->machine.gpus.empty()) {
                add({std::string(kCpuRow), 1});
            }
            std::ranges::for_each(scenario->machine.gpus, add);
        }
    }
    return rows;
}

} // namespace vram::ui
