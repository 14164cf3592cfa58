// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/scenario_text.h"

#include "core/advice/runtime_switch.h"
#include "core/catalog/training_table.h"
#include "ui/store/row_machine.h"
#include "ui/text/axis_text.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <variant>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QString kvTypes(const Snapshot& snapshot) {
    QString key = shownText(snapshot.scenario.kvCache.k);
    QString value = shownText(snapshot.scenario.kvCache.v);
    if (snapshot.resolved) {
        key = shownText(snapshot.resolved->keyFormat.id);
        value = shownText(snapshot.resolved->valueFormat.id);
    }
    return key == value ? key : QString(key + u'/' + value);
}

/// What is loaded beside the model.
QStringList extrasOf(const ResolvedExtras& extras, const ExtrasChoice& asked) {
    QStringList items;
    if (extras.draft) {
        //: a smaller model for speculative decoding: "draft model Qwen3 0.6B"
        items += QCoreApplication::translate("Scenario", "draft model %1").arg(modelLabel(extras.draft->model));
    }
    if (!extras.loraTargets.empty() && asked.lora) {
        items += QCoreApplication::translate("Scenario", "LoRA rank %1").arg(formatTokens(asked.lora->rank));
    }
    if (extras.vision) {
        items += QCoreApplication::translate("Scenario", "with vision part");
    }
    return items;
}

/// "BF16", "FP16 mixed".
QString precisionName(const std::string& precision) {
    constexpr QLatin1StringView kMixed("-mixed");
    QString name = shownText(precision);
    if (!name.endsWith(kMixed)) {
        return name.toUpper();
    }
    name.chop(kMixed.size());
    //: mixed precision: "BF16 mixed"
    return QCoreApplication::translate("Scenario", "%1 mixed").arg(name.toUpper());
}

QString modelWord(const Snapshot& snapshot) {
    return snapshot.resolved ? modelLabel(snapshot.resolved->model) : modelSourceName(snapshot.scenario.model);
}

/// `resolved` may be null.
QString weightsWord(const Scenario& scenario, const Resolved* resolved) {
    if (scenario.task == Task::Full) { // its weights are in the types of the precision
        return precisionName(scenario.training.precision);
    }
    return shownText(resolved != nullptr ? resolved->format.id : scenario.weights);
}

/// `resolved` may be null.
QString runtimeWord(const Scenario& scenario, const Resolved* resolved) {
    if (resolved == nullptr || resolved->runtime == nullptr) {
        return shownText(scenario.runtime.name);
    }
    const std::string_view name = resolved->runtime->name;
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// The question's items but those that the rows differ in.
QStringList itemsOf(const Snapshot& snapshot, ScenarioItems omitted) {
    const Scenario& scenario = snapshot.scenario;
    const Resolved* const resolved = snapshot.resolved ? &*snapshot.resolved : nullptr;
    const bool trains = scenario.task != Task::Inference && !omitted.testFlag(ScenarioItem::Task);
    QStringList items;
    const auto add = [&items, omitted](ScenarioItem item, const QString& text) {
        if (!omitted.testFlag(item) && !text.isEmpty()) {
            items += text;
        }
    };
    add(ScenarioItem::Model, modelWord(snapshot));
    add(ScenarioItem::Weights, weightsWord(scenario, resolved));
    if (trains) {
        items += taskName(scenario.task);
    }
    add(ScenarioItem::Context,
        QCoreApplication::translate("Scenario", "%1 tokens").arg(formatTokens(scenario.context)));
    add(ScenarioItem::Batch, (trains ? QCoreApplication::translate("Scenario", "micro-batch %1")
                                     : QCoreApplication::translate("Scenario", "batch %1"))
                                 .arg(formatTokens(scenario.batch)));
    if (trains) {
        const OptimizerRow* const optimizer = findOptimizer(scenario.training.optimizer);
        if (scenario.task != Task::Full) {
            items +=
                QCoreApplication::translate("Scenario", "LoRA rank %1").arg(formatTokens(scenario.training.loraRank));
        }
        items += optimizer == nullptr
                     ? shownText(scenario.training.optimizer)
                     : QString::fromUtf8(optimizer->name.data(), static_cast<qsizetype>(optimizer->name.size()));
    } else if (const QString kv = kvTypes(snapshot); !kv.isEmpty()) {
        add(ScenarioItem::KvCache, QCoreApplication::translate("Scenario", "KV %1").arg(kv));
    }
    add(ScenarioItem::Runtime, runtimeWord(scenario, resolved));
    if (resolved != nullptr && resolved->extras && !omitted.testFlag(ScenarioItem::Extras)) {
        items += extrasOf(*resolved->extras, scenario.extras);
    }
    return items;
}

} // namespace

QString scenarioLine(const Snapshot& snapshot) { return itemsOf(snapshot, {}).join(u" · "_s); }

QString scenarioName(const Snapshot& snapshot) {
    return itemsOf(snapshot, ScenarioItem::Batch | ScenarioItem::KvCache | ScenarioItem::Runtime | ScenarioItem::Extras)
        .join(u" · "_s);
}

QString rowTitle(const Row& row) {
    if (row.value) {
        return valueTitle(*row.value, row.question.get());
    }
    return isMachineRow(row.choice)
               //: the row that is the user's own machine: "Mine: RTX 4090 + RTX 3090"
               ? QCoreApplication::translate("Row", "Mine: %1").arg(machineLabel(row))
               : machineLabel(row);
}

QString wholeName(const Row& row) {
    if (!isMachineRow(row.choice)) {
        return shownText(row.choice.name);
    }
    QStringList cards;
    for (const GpuChoice& card : row.cards) {
        const QString name = shownText(card.name);
        cards += card.count == 1 ? name
                                 //: several equal cards: count, name
                                 : QCoreApplication::translate("Row", "%1× %2").arg(formatTokens(card.count), name);
    }
    return cards.isEmpty() ? rowTitle(row) : cards.join(u" + "_s);
}

QString sharedLine(const Snapshot& snapshot) {
    return itemsOf(snapshot, itemsOfAxis(snapshot.scenario.view.axis)).join(u" · "_s);
}

namespace {

/// By what its value is; `row` has a question.
struct SettingsOf {
    const Row& row;
    const Resolved& question;

    [[nodiscard]] QString weights() const { return weightsWord(question.scenario, &question); }
    [[nodiscard]] QString runtime() const { return runtimeWord(question.scenario, &question); }

    QString operator()(const GpuChoice&) const { return {}; }
    QString operator()(Task) const { return weights() + u" · "_s + runtime(); }
    QString operator()(const WeightsValue&) const {
        const double bits = bitsPerWeight(question.format);
        return bits > 0
                   ? QCoreApplication::translate("Axis", "%1 bits per weight").arg(QLocale().toString(bits, 'f', 1))
                   : QString();
    }
    QString operator()(const ContextValue&) const { return {}; }
    QString operator()(const BatchValue&) const { return {}; }
    QString operator()(const KvCacheChoice&) const {
        const bool known = row.report.ok() && row.report->kvBytesPerToken;
        return known
                   ? QCoreApplication::translate("Axis", "%1 per token").arg(formatBytes(*row.report->kvBytesPerToken))
                   : QString();
    }
    QString operator()(const RuntimeValue&) const { return weights(); }
    QString operator()(const ModelSource&) const {
        return QCoreApplication::translate("Axis", "%1 parameters").arg(formatParameters(question.model.parameters));
    }
    QString operator()(const SavedScenario&) const { return runtime() + u" · "_s + machineLabel(row); }
};

} // namespace

QString rowSettings(const Row& row) {
    return row.question == nullptr || !row.value ? QString() : std::visit(SettingsOf{row, *row.question}, *row.value);
}

QString machineLabel(const Row& row) {
    const Report* const report = row.report.ok() ? &row.report.value() : nullptr;
    std::vector<GpuChoice> cards = row.cards;
    if (row.question != nullptr) {
        for (const MachineGpu& gpu : row.question->machine.gpus) {
            cards.push_back({gpu.gpu.name, gpu.count});
        }
    } else if (!isMachineRow(row.choice)) {
        cards.push_back(row.choice);
    }
    if (cards.size() <= 1) {
        return rowLabel(cards.empty() ? GpuChoice{std::string(kCpuRow), 1} : cards.front(), report);
    }
    QStringList names;
    for (const GpuChoice& card : cards) {
        names += rowLabel(card);
    }
    return names.join(u" + "_s);
}

} // namespace vram::ui
