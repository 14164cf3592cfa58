// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rules_text.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <variant>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kNoBreakSpace(0x00A0);
constexpr QChar kEnDash(0x2013);

struct Words {
    std::string_view id;
    const char* text;
};

constexpr std::array kRules{
    Words{"bytes-fp32", QT_TRANSLATE_NOOP("Rules", "FP32: bytes per parameter")},
    Words{"bytes-fp16", QT_TRANSLATE_NOOP("Rules", "FP16 or BF16: bytes per parameter")},
    Words{"bytes-int8", QT_TRANSLATE_NOOP("Rules", "INT8: bytes per parameter")},
    Words{"bytes-int4", QT_TRANSLATE_NOOP("Rules", "INT4: bytes per parameter")},
    Words{"weights-7b-fp16", QT_TRANSLATE_NOOP("Rules", "Weights of a 7B in FP16")},
    Words{"weights-13b-fp16", QT_TRANSLATE_NOOP("Rules", "Weights of a 13B in FP16")},
    Words{"weights-7b-int4", QT_TRANSLATE_NOOP("Rules", "Weights of a 7B in INT4")},
    Words{"activations-weights", QT_TRANSLATE_NOOP("Rules", "Activations and temporary buffers, of the weights")},
    Words{"inference", QT_TRANSLATE_NOOP("Rules", "Inference with a usual context, of the weights")},
    Words{"int4-long", QT_TRANSLATE_NOOP("Rules", "INT4 with a longer context, of the weights")},
    Words{"long-context", QT_TRANSLATE_NOOP("Rules", "A context of 32K or more, of a short one’s need")},
    Words{"sequences", QT_TRANSLATE_NOOP("Rules", "Eight sequences at once, of the cache of one")},
    Words{"lora-inference", QT_TRANSLATE_NOOP("Rules", "LoRA and QLoRA, of inference")},
    Words{"parts-weights",
          QT_TRANSLATE_NOOP("Rules", "Training: activations, gradients and optimizer states, of the weights")},
    Words{"full-inference", QT_TRANSLATE_NOOP("Rules", "Full training with Adam, of inference")},
    Words{"optimizer-weights", QT_TRANSLATE_NOOP("Rules", "Adam’s states alone, of the 16-bit weights")},
    Words{"margin", QT_TRANSLATE_NOOP("Rules", "A service that must not fail: margin on top")},
};

constexpr std::array kSubjects{
    Words{"1-3b-int4", QT_TRANSLATE_NOOP("Rules", "1B to 3B, INT4 inference")},
    Words{"7b-int4", QT_TRANSLATE_NOOP("Rules", "7B, INT4 inference")},
    Words{"7b-int8", QT_TRANSLATE_NOOP("Rules", "7B, INT8 inference")},
    Words{"7b-fp16", QT_TRANSLATE_NOOP("Rules", "7B, FP16 inference")},
    Words{"8b-fp16", QT_TRANSLATE_NOOP("Rules", "8B, FP16 inference")},
    Words{"7b-qlora", QT_TRANSLATE_NOOP("Rules", "QLoRA of a 7B")},
    Words{"7b-full", QT_TRANSLATE_NOOP("Rules", "Full training of a 7B")},
    Words{"13b-int4", QT_TRANSLATE_NOOP("Rules", "13B, INT4 inference")},
    Words{"13b-int8", QT_TRANSLATE_NOOP("Rules", "13B, INT8 inference")},
    Words{"13b-fp16", QT_TRANSLATE_NOOP("Rules", "13B, FP16 inference")},
    Words{"13b-long", QT_TRANSLATE_NOOP("Rules", "13B, FP16 inference, long context")},
    Words{"13b-lora", QT_TRANSLATE_NOOP("Rules", "Light fine-tuning of a 13B")},
    Words{"34b-int4", QT_TRANSLATE_NOOP("Rules", "30B to 34B, INT4 inference")},
    Words{"34b-fp16", QT_TRANSLATE_NOOP("Rules", "30B to 34B, FP16 inference")},
    Words{"70b-int4", QT_TRANSLATE_NOOP("Rules", "70B, INT4 inference")},
    Words{"70b-fp16", QT_TRANSLATE_NOOP("Rules", "70B, FP16 inference")},
    Words{"70b-qlora", QT_TRANSLATE_NOOP("Rules", "QLoRA of a 70B")},
    Words{"team-service", QT_TRANSLATE_NOOP("Rules", "A small team’s service, 8B")},
};

// By RuleReason.
constexpr std::array<const char*, kRuleReasons> kReasons{
    QT_TRANSLATE_NOOP("Rules", "scales of the format’s blocks"),
    QT_TRANSLATE_NOOP("Rules", "embeddings and output layer have more bits"),
    QT_TRANSLATE_NOOP("Rules", "the name rounds the number of parameters"),
    QT_TRANSLATE_NOOP("Rules", "the recommendation is for the largest of these models"),
    QT_TRANSLATE_NOOP("Rules", "grouped-query attention: a small cache"),
    QT_TRANSLATE_NOOP("Rules", "no grouped-query attention: a large cache"),
    QT_TRANSLATE_NOOP("Rules", "the cache stays 16-bit while the weights shrink"),
    QT_TRANSLATE_NOOP("Rules", "the prompt goes in steps, with flash attention"),
    QT_TRANSLATE_NOOP("Rules", "what the runtime takes for itself"),
    QT_TRANSLATE_NOOP("Rules", "the long context"),
    QT_TRANSLATE_NOOP("Rules", "checkpointing recomputes activations"),
    QT_TRANSLATE_NOOP("Rules", "logits of a large vocabulary"),
    QT_TRANSLATE_NOOP("Rules", "one sequence at a time"),
    QT_TRANSLATE_NOOP("Rules", "the base model is frozen"),
    QT_TRANSLATE_NOOP("Rules", "an optimizer with smaller states"),
    QT_TRANSLATE_NOOP("Rules", "no 32-bit copies of the parameters"),
    QT_TRANSLATE_NOOP("Rules", "the runtime is known"),
};

// By Claim.
constexpr std::array<const char*, 5> kClaims{
    QT_TRANSLATE_NOOP("Rules", "comfortable"), QT_TRANSLATE_NOOP("Rules", "suits"),
    QT_TRANSLATE_NOOP("Rules", "at a push"), QT_TRANSLATE_NOOP("Rules", "tight"),
    QT_TRANSLATE_NOOP("Rules", "not enough")};

QString translated(const char* text) { return QCoreApplication::translate("Rules", text); }

template <std::size_t N>
QString wordsOf(const std::array<Words, N>& words, std::string_view id) {
    const auto found = std::ranges::find(words, id, &Words::id);
    return found == words.end() ? QString() : translated(found->text);
}

/// What the parameters are trained in: "BF16 mixed · AdamW".
QString trainedAs(const TrainingChoice& training) {
    QString precision = shownText(training.precision).toUpper();
    constexpr QLatin1StringView kMixed("-MIXED");
    if (precision.endsWith(kMixed)) {
        precision.chop(kMixed.size());
        precision = QCoreApplication::translate("Scenario", "%1 mixed").arg(precision);
    }
    const QString optimizer = training.optimizer == "adamw-8bit" ? QCoreApplication::translate("Remedy", "8-bit AdamW")
                              : training.optimizer == "adamw"    ? u"AdamW"_s
                                                                 : shownText(training.optimizer);
    return precision + u" · "_s + optimizer;
}

} // namespace

QString ruleName(std::string_view rule) { return wordsOf(kRules, rule); }
QString ruleSubject(std::string_view id) { return wordsOf(kSubjects, id); }
QString ruleReasonText(RuleReason reason) { return translated(kReasons.at(static_cast<std::size_t>(reason))); }
QString claimText(Claim claim) { return translated(kClaims.at(static_cast<std::size_t>(claim))); }

QString ruleNumber(double value) { return QLocale().toString(value, 'g', 3); }

QString ruleValue(RuleUnit unit, double value) {
    switch (unit) {
    case RuleUnit::BytesPerParameter:
        return ruleNumber(value);
    case RuleUnit::Gigabytes:
        return ruleNumber(value) + kNoBreakSpace + u"GB"_s;
    case RuleUnit::Times:
        return ruleNumber(value) + kNoBreakSpace + u'×';
    case RuleUnit::Share:
        return formatPercent(value);
    }
    return {};
}

QString ruleRange(const RuleFigure& rule) {
    if (rule.low == rule.high) {
        return ruleValue(rule.unit, rule.high);
    }
    constexpr double kPercent = 100;
    const double low = rule.unit == RuleUnit::Share ? rule.low * kPercent : rule.low;
    return ruleNumber(low) + kEnDash + ruleValue(rule.unit, rule.high);
}

QString ruleConditions(const Scenario& scenario, const Catalog& catalog) {
    const auto* const named = std::get_if<CatalogName>(&scenario.model);
    const CatalogModel* const model = named == nullptr ? nullptr : catalog.findModel(named->name);
    QStringList parts;
    if (named != nullptr) {
        parts += shownText(model == nullptr ? named->name : model->name);
    }
    if (scenario.task != Task::Inference) {
        parts += taskName(scenario.task);
    }
    parts += scenario.task == Task::Full ? trainedAs(scenario.training) : shownText(scenario.weights);
    //: of the context
    parts += translated(QT_TRANSLATE_NOOP("Rules", "%1 tokens")).arg(formatTokens(scenario.context));
    if (scenario.batch > 1) {
        //: at once: two and more
        parts += translated(QT_TRANSLATE_NOOP("Rules", "%1 sequences")).arg(formatTokens(scenario.batch));
    }
    if (scenario.runtime.name != usualRuntime(scenario.task)) {
        parts += shownText(scenario.runtime.name);
    }
    for (QString& part : parts) {
        part.replace(u' ', kNoBreakSpace); // lines break between them
    }
    return parts.join(u"\u00A0· "_s);
}

} // namespace vram::ui
