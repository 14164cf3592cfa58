// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/axis_text.h"

#include "core/advice/axis.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <variant>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

/// English source texts, context "Axis".
struct AxisWords {
    const char* name;
    const char* headline;
    const char* choice;
    const char* use;
    ScenarioItems differs;
};

constexpr ScenarioItems kAll{ScenarioItem::Model, ScenarioItem::Weights, ScenarioItem::Task,    ScenarioItem::Context,
                             ScenarioItem::Batch, ScenarioItem::KvCache, ScenarioItem::Runtime, ScenarioItem::Extras};

constexpr std::array<AxisWords, kAxisIds.size()> kWords{{
    {QT_TRANSLATE_NOOP("Axis", "GPU"),
     QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by graphics card"),
     QT_TRANSLATE_NOOP("Axis", "Cards to compare"),
     QT_TRANSLATE_NOOP("Axis", "Use this card"),
     {}},
    {QT_TRANSLATE_NOOP("Axis", "Task"),
     QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by task"),
     QT_TRANSLATE_NOOP("Axis", "Tasks to compare"),
     QT_TRANSLATE_NOOP("Axis", "Use this task"),
     {ScenarioItem::Weights, ScenarioItem::Task, ScenarioItem::KvCache, ScenarioItem::Runtime, ScenarioItem::Extras}},
    {QT_TRANSLATE_NOOP("Axis", "Weights"), QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by weight format"),
     QT_TRANSLATE_NOOP("Axis", "Weight formats to compare"), QT_TRANSLATE_NOOP("Axis", "Use this weight format"),
     ScenarioItem::Weights},
    {QT_TRANSLATE_NOOP("Axis", "Context"), QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by context length"),
     QT_TRANSLATE_NOOP("Axis", "Context lengths to compare"), QT_TRANSLATE_NOOP("Axis", "Use this context length"),
     ScenarioItem::Context},
    {QT_TRANSLATE_NOOP("Axis", "Batch"), QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by batch size"),
     QT_TRANSLATE_NOOP("Axis", "Batch sizes to compare"), QT_TRANSLATE_NOOP("Axis", "Use this batch size"),
     ScenarioItem::Batch},
    {QT_TRANSLATE_NOOP("Axis", "KV cache"), QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by KV cache type"),
     QT_TRANSLATE_NOOP("Axis", "KV cache types to compare"), QT_TRANSLATE_NOOP("Axis", "Use this KV cache type"),
     ScenarioItem::KvCache},
    {QT_TRANSLATE_NOOP("Axis", "Runtime"),
     QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by runtime"),
     QT_TRANSLATE_NOOP("Axis", "Runtimes to compare"),
     QT_TRANSLATE_NOOP("Axis", "Use this runtime"),
     {ScenarioItem::Weights, ScenarioItem::KvCache, ScenarioItem::Runtime}},
    {QT_TRANSLATE_NOOP("Axis", "Model"),
     QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by model"),
     QT_TRANSLATE_NOOP("Axis", "Models to compare"),
     QT_TRANSLATE_NOOP("Axis", "Use this model"),
     {ScenarioItem::Model, ScenarioItem::Extras}},
    {QT_TRANSLATE_NOOP("Axis", "Scenario"), QT_TRANSLATE_NOOP("Axis", "GPU memory needed, by scenario"),
     QT_TRANSLATE_NOOP("Axis", "Scenarios to compare"), QT_TRANSLATE_NOOP("Axis", "Use this scenario"), kAll},
}};

const AxisWords& wordsOf(std::string_view axis) {
    const auto* const known = std::ranges::find(kAxisIds, axis);
    return kWords.at(known == kAxisIds.end() ? 0 : static_cast<std::size_t>(known - kAxisIds.begin()));
}

QString axisText(const char* text) { return QCoreApplication::translate("Axis", text); }

struct Title {
    const Resolved* question;

    QString operator()(const GpuChoice& card) const { return rowLabel(card); }
    QString operator()(Task task) const { return taskName(task); }
    QString operator()(const WeightsValue& weights) const {
        if (weights.id != kAsStored) {
            return shownText(weights.id);
        }
        return question == nullptr
                   ? QCoreApplication::translate("Axis", "As stored")
                   //: a weight format that is the file's own: "Q4_K_M, as stored"
                   : QCoreApplication::translate("Axis", "%1, as stored").arg(shownText(question->format.id));
    }
    QString operator()(const ContextValue& context) const {
        return QCoreApplication::translate("Scenario", "%1 tokens").arg(formatTokens(context.tokens));
    }
    QString operator()(const BatchValue& batch) const {
        const int count = static_cast<int>(batch.sequences);
        return QCoreApplication::translate("Axis", "%n sequence(s)", nullptr, count);
    }
    QString operator()(const KvCacheChoice& types) const { return shownText(types.k) + u" / "_s + shownText(types.v); }
    QString operator()(const RuntimeValue& runtime) const { return shownText(runtime.name); }
    QString operator()(const ModelSource& source) const {
        return question == nullptr ? modelSourceName(source) : modelLabel(question->model);
    }
    QString operator()(const SavedScenario& saved) const {
        return saved.json.empty() ? QCoreApplication::translate("Axis", "This scenario") : shownText(saved.name);
    }
};

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

} // namespace

QString axisName(std::string_view axis) { return axisText(wordsOf(axis).name); }

QString axisHeadline(std::string_view axis) { return axisText(wordsOf(axis).headline); }

QString axisChoiceTitle(std::string_view axis) { return axisText(wordsOf(axis).choice); }

QString axisUseText(const AxisValue& value) { return axisText(wordsOf(axisOf(value).id).use); }

ScenarioItems itemsOfAxis(std::string_view axis) { return wordsOf(axis).differs; }

QString valueTitle(const AxisValue& value, const Resolved* question) { return std::visit(Title{question}, value); }

QString modelSourceName(const ModelSource& source) { return std::visit(SourceName{}, source); }

} // namespace vram::ui
