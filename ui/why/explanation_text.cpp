// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/explanation_text.h"

#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"
#include "ui/why/explanation_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::string_view, 50> kSummands{"blocks",
                                                     "output-layer",
                                                     "token-embedding",
                                                     "other-tensors",
                                                     "embedding-copy",
                                                     "runtime-tensors",
                                                     "inputs",
                                                     "mask",
                                                     "residual-stream",
                                                     "attention-tensors",
                                                     "attention-scores",
                                                     "recurrent-tensors",
                                                     "feed-forward-tensors",
                                                     "expert-tensors",
                                                     "logits",
                                                     "weight-copies",
                                                     "cache-copies",
                                                     "gaps",
                                                     "step-block",
                                                     "expert-caches",
                                                     "step-logits",
                                                     "weight-copy",
                                                     "cache-copy",
                                                     "step-base",
                                                     "driver-context",
                                                     "cuda-graphs",
                                                     "request-table",
                                                     "draft-model",
                                                     "mtp-weights",
                                                     "mtp-cache",
                                                     "mtp-states",
                                                     "mtp-work",
                                                     "vision-weights",
                                                     "vision-work",
                                                     "base-weights",
                                                     "gathered-layers",
                                                     "single-embeddings",
                                                     "other-models",
                                                     "adapter-weights",
                                                     "gradient-values",
                                                     "gradient-buckets",
                                                     "optimizer-states",
                                                     "master-copy",
                                                     "step-copies",
                                                     "kept-activations",
                                                     "live-activations",
                                                     "loss-activations",
                                                     "generation-cache",
                                                     "training-base",
                                                     "moved-values"};
/// Formulas that are the sum of their terms.
constexpr std::array<std::string_view, 6> kSums{
    "weights", "activations-llamacpp", "activations-step", "overhead-sum", "extras", "training"};
/// Taken off such a sum.
constexpr std::string_view kSubtrahend = "gradient-room";
/// Operands that multiply: at 1 a formula does without them.
constexpr std::array<std::string_view, 3> kMultipliers{"copies", "cards", "state-slots"};

struct HeadingWords {
    std::string_view formula;
    const char* heading;
};

constexpr std::array kHeadings{
    HeadingWords{"training-backward", QT_TRANSLATE_NOOP("Why", "Fullest moment: the backward pass")},
    HeadingWords{"training-backward-shared", QT_TRANSLATE_NOOP("Why", "Fullest moment: the backward pass")},
    HeadingWords{"training-step", QT_TRANSLATE_NOOP("Why", "Fullest moment: the optimizer’s step")},
    HeadingWords{"training-moved", QT_TRANSLATE_NOOP("Why", "Moved to RAM, which is the GPU’s own memory here")},
    HeadingWords{"extras", QT_TRANSLATE_NOOP("Why", "Loaded beside the model")},
    HeadingWords{"pool-of-card", QT_TRANSLATE_NOOP("Why", "Reserved by the runtime, on the card with the least room")},
    HeadingWords{"pool-of-rest", QT_TRANSLATE_NOOP("Why", "Reserved by the runtime, on the card with the least room")},
    HeadingWords{"pool-none", QT_TRANSLATE_NOOP("Why", "Reserved by the runtime, on the card with the least room")},
    HeadingWords{"activations-llamacpp-inputs", QT_TRANSLATE_NOOP("Why", "Fullest moment: before the first layer")},
    HeadingWords{"activations-llamacpp-residual", QT_TRANSLATE_NOOP("Why", "Fullest moment: joining a layer’s result")},
    HeadingWords{"activations-llamacpp-attention", QT_TRANSLATE_NOOP("Why", "Fullest moment: the attention")},
    HeadingWords{"activations-llamacpp-scores", QT_TRANSLATE_NOOP("Why", "Fullest moment: the attention scores")},
    HeadingWords{"activations-llamacpp-recurrent", QT_TRANSLATE_NOOP("Why", "Fullest moment: the recurrent layer")},
    HeadingWords{"activations-llamacpp-feed-forward",
                 QT_TRANSLATE_NOOP("Why", "Fullest moment: the feed-forward layer")},
    HeadingWords{"activations-llamacpp-experts", QT_TRANSLATE_NOOP("Why", "Fullest moment: the experts")},
    HeadingWords{"activations-llamacpp-logits", QT_TRANSLATE_NOOP("Why", "Fullest moment: the logits")},
    HeadingWords{"activations-llamacpp-weights",
                 QT_TRANSLATE_NOOP("Why", "Fullest moment: copying weights from system memory")},
    HeadingWords{"activations-llamacpp-output", QT_TRANSLATE_NOOP("Why", "Logits that the program reads")},
    HeadingWords{"activations-vllm", QT_TRANSLATE_NOOP("Why", "Peak of one step: hidden values and logits")},
    HeadingWords{"activations-vllm-stage",
                 QT_TRANSLATE_NOOP("Why", "Peak of one step: hidden values and feed-forward")},
    HeadingWords{"activations-transformers-block",
                 QT_TRANSLATE_NOOP("Why", "Largest phase: the prompt’s feed-forward")},
    HeadingWords{"activations-transformers-logits", QT_TRANSLATE_NOOP("Why", "Largest phase: the prompt’s logits")},
    HeadingWords{"activations-transformers-old-cache",
                 QT_TRANSLATE_NOOP("Why", "Largest phase: generating, with two copies of the cache")},
    HeadingWords{"activations-transformers-scores", QT_TRANSLATE_NOOP("Why", "Largest phase: the attention scores")},
};

QString why(const char* text) { return QCoreApplication::translate("Why", text); }

const Operand* find(const Explanation& explanation, std::string_view id) {
    const auto found = std::ranges::find(explanation.operands, id, &Operand::id);
    return found == explanation.operands.end() ? nullptr : &*found;
}

bool isLatin(const QString& id, std::string_view text) {
    return id == QLatin1StringView(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList placeholders(const QString& sentence) {
    QStringList names;
    for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', open + 1)) {
        names += sentence.mid(open + 1, sentence.indexOf(u'}', open) - open - 1);
    }
    return names;
}

bool holds(const FormulaWords& words, const Explanation& explanation) {
    if (words.formula != explanation.formula) {
        return false;
    }
    const QStringList names = placeholders(QString::fromUtf8(words.sentence));
    return std::ranges::all_of(names, [&explanation](const QString& name) {
        if (name == u"result"_s) {
            return true;
        }
        return std::ranges::any_of(explanation.operands, [&name](const Operand& operand) {
            const bool multiplier = std::ranges::find(kMultipliers, operand.id) != kMultipliers.end();
            return isLatin(name, operand.id) && operand.value != (multiplier ? 1.0 : 0.0);
        });
    });
}

/// Puts the operands into their {places} in one pass: a value is never read as a place.
QString filled(const QString& sentence, const std::map<QString, QString>& values) {
    QString result;
    qsizetype from = 0;
    for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', from)) {
        const qsizetype close = sentence.indexOf(u'}', open);
        if (close < 0) {
            break;
        }
        result += sentence.mid(from, open - from);
        const auto value = values.find(sentence.mid(open + 1, close - open - 1));
        result += value == values.end() ? QString() : value->second;
        from = close + 1;
    }
    return result + sentence.mid(from);
}

/// Weights and llama.cpp's buffers are sums with as many terms as there are parts.
bool isSum(const Explanation& explanation) {
    return std::ranges::any_of(kSummands, [&](std::string_view id) { return find(explanation, id) != nullptr; }) &&
           std::ranges::any_of(kSums, [&](std::string_view id) { return explanation.formula.starts_with(id); });
}

QString termText(const Operand& operand, ByteUnit unit) {
    //: a term of a sum: its name and its size
    return substitute(why(QT_TRANSLATE_NOOP("Why", "%1 %2")), {operandName(operand), operandValue(operand, unit)});
}

QString sumText(const Explanation& explanation, ByteUnit unit) {
    QStringList terms;
    for (const std::string_view id : kSummands) {
        if (const Operand* const operand = find(explanation, id)) {
            terms += termText(*operand, unit);
        }
    }
    const Operand* const less = find(explanation, kSubtrahend);
    return terms.join(u" + "_s) + (less == nullptr ? QString() : u" − "_s + termText(*less, unit));
}

QString withResult(const QString& formula, const Explanation& explanation, ByteUnit unit) {
    const QString result = fineBytes(explanation.result.typical, unit);
    const Operand* const cards = find(explanation, "cards");
    if (cards != nullptr && cards->value > 1) {
        //: number of cards, formula for one of them, result
        return substitute(why(QT_TRANSLATE_NOOP("Why", "%1 cards × (%2) = %3")),
                          {operandValue(*cards, unit), formula, result});
    }
    return formula + u" = "_s + result;
}

QString trimmedNumber(double value, int decimals) {
    const QLocale locale;
    for (int digits = 0; digits < decimals; ++digits) {
        const double scale = std::pow(10.0, digits);
        if (std::abs(value * scale - std::round(value * scale)) < 1e-9 * scale) {
            return locale.toString(value, 'f', digits);
        }
    }
    return locale.toString(value, 'f', decimals);
}

} // namespace

QString fineBytes(Bytes bytes, ByteUnit unit) {
    struct Step {
        double size;
        QLatin1StringView name;
    };
    static constexpr std::array<std::array<Step, 3>, 2> kLadders{
        {{{{1073741824.0, "GiB"_L1}, {1048576.0, "MiB"_L1}, {1024.0, "KiB"_L1}}},
         {{{1e9, "GB"_L1}, {1e6, "MB"_L1}, {1e3, "kB"_L1}}}}};
    const auto count = static_cast<double>(bytes.count());
    for (const Step& step : kLadders.at(static_cast<std::size_t>(unit))) {
        const double value = count / step.size;
        if (std::abs(value) >= 1) {
            const int decimals = std::abs(value) < 99.995 ? 2 : 1;
            return QLocale().toString(value, 'f', decimals) + QChar(0x00A0) + step.name;
        }
    }
    //: a size below one kilobyte
    return substitute(why(QT_TRANSLATE_NOOP("Why", "%1 bytes")), {formatTokens(bytes.count())});
}

bool isPool(const Explanation& explanation) { return explanation.formula.starts_with("pool-"); }

QString explanationHeading(const Explanation& explanation, bool several) {
    if (explanation.part == MemoryPart::KvCache && explanation.formula != "extras" && !isPool(explanation)) {
        if (find(explanation, "window") != nullptr) {
            return why(QT_TRANSLATE_NOOP("Why", "Layers with a sliding window"));
        }
        return several ? why(QT_TRANSLATE_NOOP("Why", "Layers that see the whole context")) : QString();
    }
    const auto* const found = std::ranges::find(kHeadings, explanation.formula, &HeadingWords::formula);
    return found == kHeadings.end() ? QString() : why(found->heading);
}

QString formulaText(const Explanation& explanation, ByteUnit unit) {
    if (isSum(explanation)) {
        return withResult(sumText(explanation, unit), explanation, unit);
    }
    const auto words =
        std::ranges::find_if(formulaWords(), [&](const FormulaWords& row) { return holds(row, explanation); });
    if (words == formulaWords().end()) {
        return fineBytes(explanation.result.typical, unit);
    }
    std::map<QString, QString> values{{u"result"_s, fineBytes(explanation.result.typical, unit)}};
    for (const Operand& operand : explanation.operands) {
        values.emplace(QString::fromLatin1(operand.id.data(), static_cast<qsizetype>(operand.id.size())),
                       operandValue(operand, unit));
    }
    const QString text = filled(why(words->sentence), values);
    const bool complete = explanation.formula.starts_with("overhead") ||
                          std::string_view(words->sentence).find("{result}") != std::string_view::npos;
    return complete ? text : withResult(text, explanation, unit);
}

QString rangeText(const Explanation& explanation, ByteUnit unit) {
    if (explanation.result.isExact()) {
        return {};
    }
    const auto words = std::ranges::find_if(
        rangeWords(), [&](const RangeWords& row) { return explanation.formula.starts_with(row.formula); });
    //: lower end, upper end, why
    return substitute(why(QT_TRANSLATE_NOOP("Why", "Between %1 and %2. %3")),
                      {fineBytes(explanation.result.low, unit), fineBytes(explanation.result.high, unit),
                       words == rangeWords().end() ? QString() : why(words->sentence)});
}

QString operandName(const Operand& operand) {
    const auto words = std::ranges::find(operandWords(), operand.id, &OperandWords::operand);
    return words == operandWords().end()
               ? QString::fromLatin1(operand.id.data(), static_cast<qsizetype>(operand.id.size()))
               : why(words->name);
}

QString operandValue(const Operand& operand, ByteUnit unit) {
    constexpr int kFine = 4;
    switch (operand.unit) {
    case OperandUnit::Bytes:
        return fineBytes(Bytes{std::llround(operand.value)}, unit);
    case OperandUnit::BitsPerWeight:
        return QLocale().toString(operand.value, 'f', 2);
    case OperandUnit::None:
    case OperandUnit::Tokens:
    case OperandUnit::Elements:
    case OperandUnit::BytesPerElement:
        break;
    }
    return trimmedNumber(operand.value, kFine);
}

QString operandOrigin(const Operand& operand) {
    QString source = why(sourceWords(operand.source));
    QString detail = shownText(operand.detail);
    if (operand.source == OperandSource::Architecture || operand.source == OperandSource::Scenario) {
        return source; // block names are for messages
    }
    const auto words = std::ranges::find(operandWords(), operand.id, &OperandWords::operand);
    if (operand.source == OperandSource::Rule && words != operandWords().end() && *words->rule != '\0') {
        detail = why(words->rule);
    } else {
        const auto remark =
            std::ranges::find_if(sourceRemarks(), [&operand](const char* known) { return operand.detail == known; });
        detail = remark == sourceRemarks().end() ? detail : QCoreApplication::translate("WhySource", *remark);
    }
    //: where a figure came from, and more precisely
    return detail.isEmpty() ? source : substitute(why(QT_TRANSLATE_NOOP("Why", "%1: %2")), {source, detail});
}

} // namespace vram::ui
