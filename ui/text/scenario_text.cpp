// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/scenario_text.h"

#include "core/catalog/training_table.h"
#include "ui/store/row_machine.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <variant>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

struct SourceName {
    QString operator()(const CatalogName& source) const { return shownText(source.name); }
    QString operator()(const ModelFile& source) const {
        return shownText(QFileInfo(QString::fromStdString(source.path)).fileName());
    }
    QString operator()(const ModelConfig&) const { return u"config.json"_s; }
    QString operator()(const ModelSize& source) const {
        ResolvedModel generic;
        generic.parameters = source.parameters;
        return modelLabel(generic);
    }
};

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
    return snapshot.resolved ? modelLabel(snapshot.resolved->model) : std::visit(SourceName{}, snapshot.scenario.model);
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

} // namespace

QString scenarioLine(const Snapshot& snapshot) {
    const Scenario& scenario = snapshot.scenario;
    QStringList items;
    items += modelWord(snapshot);
    items += weightsWord(scenario, snapshot.resolved ? &*snapshot.resolved : nullptr);
    const bool trains = scenario.task != Task::Inference;
    if (trains) {
        items += taskName(scenario.task);
    }
    items += QCoreApplication::translate("Scenario", "%1 tokens").arg(formatTokens(scenario.context));
    items += (trains ? QCoreApplication::translate("Scenario", "micro-batch %1")
                     : QCoreApplication::translate("Scenario", "batch %1"))
                 .arg(formatTokens(scenario.batch));
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
        items += QCoreApplication::translate("Scenario", "KV %1").arg(kv);
    }
    items += runtimeWord(scenario, snapshot.resolved ? &*snapshot.resolved : nullptr);
    if (snapshot.resolved && snapshot.resolved->extras) {
        items += extrasOf(*snapshot.resolved->extras, scenario.extras);
    }
    return items.join(u" · "_s);
}

QString rowTitle(const Row& row) {
    if (row.task) {
        return taskName(*row.task);
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
    return QStringList{
        modelWord(snapshot),
        QCoreApplication::translate("Scenario", "%1 tokens").arg(formatTokens(snapshot.scenario.context)),
        QCoreApplication::translate("Scenario", "batch %1").arg(formatTokens(snapshot.scenario.batch))}
        .join(u" · "_s);
}

QString taskSettings(const Row& row) {
    if (row.question == nullptr) {
        return {};
    }
    return weightsWord(row.question->scenario, row.question.get()) + u" · "_s +
           runtimeWord(row.question->scenario, row.question.get());
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
