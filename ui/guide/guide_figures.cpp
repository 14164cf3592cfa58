// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guide_figures.h"

#include "core/advice/examples.h"
#include "core/advice/steps.h"
#include "core/advice/sweep.h"
#include "core/advice/task_question.h"
#include "core/report/report.h"
#include "ui/steps/amount.h"
#include "ui/steps/steps_words.h"
#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

using Figures = QMap<QString, QString>;

/// What a section is computed from.
struct Source {
    Resolver& resolver;
    const Snapshot& snapshot;
    ByteUnit unit;
};

struct Answered {
    Scenario scenario;
    Resolved question;
    Report report;
};

std::optional<Answered> answered(Resolver& resolver, Scenario scenario) {
    Result<Resolved> resolved = resolver.resolve(scenario);
    if (!resolved) {
        return std::nullopt;
    }
    Result<Report> answer = report(*resolved);
    if (!answer || !isSized(*answer)) {
        return std::nullopt;
    }
    return Answered{std::move(scenario), std::move(resolved).value(), std::move(answer).value()};
}

QString figure(const char* text) { return QCoreApplication::translate("Guide", text); }

QString speedOf(const Report& report) {
    const std::optional<SpeedRange> speed = leadingSpeed(report);
    return speed ? formatSpeed(speed->typical) : figure(QT_TRANSLATE_NOOP("Guide", "too slow to be of use"));
}

QString partsOf(const PartSizes& parts, ByteUnit unit) {
    QStringList words;
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        const auto part = static_cast<MemoryPart>(i);
        if (const Bytes bytes = parts.typical(part); bytes > Bytes{}) {
            words += partLabel(part) + u' ' + formatBytes(bytes, unit);
        }
    }
    return QLocale().createSeparatedList(words);
}

/// The present question where it is one of running a model and has figures; else that of the first start.
Answered inferenceNow(const Source& source) {
    const Snapshot& snapshot = source.snapshot;
    if (snapshot.resolved && snapshot.scenario.task == Task::Inference) {
        Scenario scenario = snapshot.scenario;
        if (scenario.machine.gpus.empty() && !snapshot.rows.empty() && hasCards(snapshot.rows[snapshot.focusedRow]) &&
            !isMachineRow(snapshot.rows[snapshot.focusedRow].choice)) {
            scenario.machine.gpus = {snapshot.rows[snapshot.focusedRow].choice};
        }
        if (std::optional<Answered> now = answered(source.resolver, std::move(scenario));
            now && now->report.kvBytesPerToken.value_or(Bytes{}) > Bytes{}) {
            return *std::move(now);
        }
    }
    Scenario first;
    first.machine.gpus = {{"GeForce RTX 4090", 1}};
    return answered(source.resolver, first).value_or(Answered{});
}

/// Many cores with little memory against few with more.
Figures memoryFirst(const Source& source) {
    constexpr std::array kCards{"GeForce RTX 3070 Ti", "GeForce RTX 3060 12GB"};
    Figures figures;
    Scenario scenario;
    scenario.context = 4096;
    const Catalog& catalog = *source.resolver.catalog();
    for (std::size_t i = 0; i < kCards.size(); ++i) {
        scenario.machine.gpus = {{kCards[i], 1}};
        const std::optional<Answered> card = answered(source.resolver, scenario);
        const Gpu* const gpu = catalog.findGpu(kCards[i]);
        if (!card || gpu == nullptr) {
            return {};
        }
        const QString name = i == 0 ? u"few"_s : u"many"_s; // of memory
        figures.insert(name + u"_card"_s, rowLabel({kCards[i], 1}, &card->report));
        figures.insert(name + u"_cores"_s, formatTokens(gpu->shaderCores.value_or(0)));
        figures.insert(name + u"_verdict"_s, verdictLabel(card->report));
        figures.insert(name + u"_speed"_s, speedOf(card->report));
        figures.insert(u"first_model"_s, modelLabel(card->question.model));
        figures.insert(u"first_format"_s, shownText(scenario.weights));
    }
    return figures;
}

Figures inMemory(const Source& source) {
    const Answered now = inferenceNow(source);
    Snapshot asked;
    asked.scenario = now.scenario;
    asked.resolved = now.question;
    QString line = scenarioLine(asked);
    line.remove(0, line.indexOf(u"·"_s) + 1); // behind the model's name
    return {{u"now_model"_s, modelLabel(now.question.model)},
            {u"now_settings"_s, line.trimmed()},
            {u"now_parts"_s, partsOf(now.report.need, source.unit)},
            {u"now_total"_s, formatBytes(now.report.needTotal.typical, source.unit)}};
}

Figures kvCache(const Source& source) {
    const Answered now = inferenceNow(source);
    Scenario scenario = now.scenario;
    scenario.context *= 2;
    const std::optional<Answered> twice = answered(source.resolver, scenario);
    if (!twice) {
        return {};
    }
    return {{u"kv_model"_s, modelLabel(now.question.model)},
            {u"kv_per_token"_s, formatBytes(now.report.kvBytesPerToken.value_or(Bytes{}), source.unit)},
            {u"kv_context"_s, formatTokens(now.scenario.context)},
            {u"kv_now"_s, formatBytes(now.report.need.typical(MemoryPart::KvCache), source.unit)},
            {u"kv_double"_s, formatBytes(twice->report.need.typical(MemoryPart::KvCache), source.unit)}};
}

Figures quantization(const Source& source) {
    Figures figures;
    Scenario scenario;
    for (const auto& [name, weights] : {std::pair{u"large"_s, "BF16"}, std::pair{u"small"_s, "Q4_K_M"}}) {
        scenario.weights = weights;
        scenario.machine.gpus = {{"GeForce RTX 4090", 1}};
        const std::optional<Answered> answer = answered(source.resolver, scenario);
        if (!answer) {
            return {};
        }
        figures.insert(u"q_model"_s, modelLabel(answer->question.model));
        figures.insert(u"q_"_s + name, QString::fromLatin1(weights));
        figures.insert(u"q_weights_"_s + name,
                       formatBytes(answer->report.need.typical(MemoryPart::Weights), source.unit));
        figures.insert(u"q_kv_"_s + name, formatBytes(answer->report.need.typical(MemoryPart::KvCache), source.unit));
    }
    return figures;
}

Figures training(const Source& source) {
    Scenario scenario;
    scenario.model = CatalogName{"meta-llama/Llama-3.1-8B-Instruct"};
    scenario.weights = "BF16";
    scenario.context = 2048;
    scenario.machine.gpus = {{"H200", 1}};
    const Result<Machine> machine = resolveMachine(scenario.machine, *source.resolver.catalog());
    if (!machine) {
        return {};
    }
    Figures figures{{u"t_context"_s, formatTokens(scenario.context)}};
    constexpr std::array kNames{u"t_run", u"t_qlora", u"t_lora", u"t_full"};
    const std::vector<AxisValue> tasks(kComparedTasks.begin(), kComparedTasks.end());
    const std::vector<SweepRow> answers = sweep(source.resolver, scenario, tasks, *machine);
    for (std::size_t i = 0; i < std::min(answers.size(), kNames.size()); ++i) {
        if (!answers[i].report) {
            return {};
        }
        figures.insert(u"t_model"_s, shownText(answers[i].report->modelName));
        figures.insert(QString::fromUtf16(kNames[i]), formatBytes(answers[i].report->needTotal.typical, source.unit));
    }
    return figures;
}

Figures choosing(const Source& source) {
    constexpr double kDollars = 500;
    StepsQuestion question;
    question.mostPriceUsd = kDollars;
    const Result<StepsKnowledge> knowledge = stepsKnowledge(source.resolver, question);
    const StepsAnswer answer = stepsAnswer(source.resolver, question);
    if (!knowledge || !answer.recommended) {
        return {};
    }
    const StepsCandidate& best = answer.candidates[*answer.recommended];
    return {{u"s_model"_s, modelLabel(knowledge->model)},
            {u"s_context"_s, formatTokens(question.context)},
            {u"s_price"_s, formatDollars(kDollars)},
            {u"s_machine"_s, StepsWords::machine(best)},
            {u"s_weights"_s, StepsWords::weights(*knowledge, best.weights)},
            {u"s_margin"_s, formatPercent(question.machine.marginPercent / 100)},
            {u"s_need"_s, formatBytes(best.report.needTotal.typical, source.unit)}};
}

Figures offload(const Source& source) {
    const auto example = [&source](std::string_view id) {
        const auto found = std::ranges::find(examples(), id, &Example::id);
        return found == examples().end() ? std::nullopt : answered(source.resolver, exampleScenario(*found));
    };
    const std::optional<Answered> large = example("large-enough-ram");
    const std::optional<Answered> small = example("small-instead");
    if (!large || !small) {
        return {};
    }
    const GpuChoice& card = large->scenario.machine.gpus.front();
    return {{u"o_model"_s, modelLabel(large->question.model)},
            {u"o_card"_s, rowLabel(card, &large->report)},
            {u"o_layers"_s, formatTokens(large->report.gpuLayers)},
            {u"o_all"_s, formatTokens(large->report.layersTotal)},
            {u"o_speed"_s, speedOf(large->report)},
            {u"o_small"_s, modelLabel(small->question.model)},
            {u"o_small_speed"_s, speedOf(small->report)}};
}

Figures reading(const Source& source) {
    const Snapshot& snapshot = source.snapshot;
    if (snapshot.rows.empty()) {
        return {};
    }
    const Row& row = snapshot.rows[snapshot.focusedRow];
    const Report* const report = sized(row);
    Figures figures{{u"r_row"_s, rowTitle(row)}};
    if (report == nullptr) {
        figures.insert(u"r_verdict"_s, verdictLabel(Verdict::Unknown));
        return figures;
    }
    const bool lacks = report->headroom < Bytes{};
    const QString rest = formatBytes(lacks ? Bytes{} - report->headroom : report->headroom, source.unit);
    figures.insert(u"r_verdict"_s, verdictLabel(*report));
    figures.insert(u"r_need"_s, formatRange(report->needTotal, source.unit));
    figures.insert(u"r_left"_s, (lacks ? figure(QT_TRANSLATE_NOOP("Guide", "%1 are missing"))
                                       : figure(QT_TRANSLATE_NOOP("Guide", "%1 stay free")))
                                    .arg(rest));
    return figures;
}

struct SectionFigures {
    QStringView section;
    Figures (*compute)(const Source&);
};
constexpr std::array kSections{
    SectionFigures{u"memory-first", &memoryFirst}, SectionFigures{u"in-memory", &inMemory},
    SectionFigures{u"kv-cache", &kvCache},         SectionFigures{u"quantization", &quantization},
    SectionFigures{u"training", &training},        SectionFigures{u"choosing", &choosing},
    SectionFigures{u"offload", &offload},          SectionFigures{u"reading", &reading}};

} // namespace

QMap<QString, QString> guideFigures(const QString& section, Resolver& resolver, const Snapshot& snapshot,
                                    ByteUnit unit) {
    const auto* const found = std::ranges::find(kSections, QStringView(section), &SectionFigures::section);
    return found == kSections.end() ? Figures{} : found->compute({resolver, snapshot, unit});
}

} // namespace vram::ui
