// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/steps_words.h"

#include "ui/steps/amount.h"
#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

const StepsFormat* formatOf(const StepsKnowledge& knowledge, const std::string& weights) {
    const auto found = std::ranges::find(knowledge.formats, weights, &StepsFormat::weights);
    return found == knowledge.formats.end() ? nullptr : &*found;
}

QString bits(double value) { return QLocale().toString(value, 'f', value < 9.95 ? 2 : 0); }

} // namespace

QString StepsWords::purpose(Purpose purpose) {
    switch (purpose) {
    case Purpose::Chat:
        return tr("Chat at home");
    case Purpose::LongDocuments:
        return tr("Long documents");
    case Purpose::Service:
        return tr("Service for several users");
    case Purpose::Qlora:
        return tr("Fine-tuning: QLoRA");
    case Purpose::Lora:
        return tr("Fine-tuning: LoRA");
    case Purpose::FullTraining:
        return tr("Full training");
    }
    return {};
}

QString StepsWords::purposeDetails(Purpose purpose) {
    switch (purpose) {
    case Purpose::Chat:
        return tr("One user, a conversation of usual length: the weights decide.");
    case Purpose::LongDocuments:
        return tr("One user, books and code bases: the KV cache grows with every token that is read.");
    case Purpose::Service:
        return tr("Several conversations at the same time, each with a KV cache of its own.");
    case Purpose::Qlora:
        return tr("A small adapter is trained over weights of 4 bits: the least memory that trains.");
    case Purpose::Lora:
        return tr("A small adapter is trained over weights of 16 bits.");
    case Purpose::FullTraining:
        return tr("Every parameter is trained: gradients and optimizer states take several times the weights. Several "
                  "cards share them (ZeRO-3).");
    }
    return {};
}

QString StepsWords::quality(Quality quality) {
    switch (quality) {
    case Quality::AsPublished:
        return tr("As published");
    case Quality::EightBit:
        return tr("8 bits and more");
    case Quality::FourBit:
        return tr("4 bits and more");
    case Quality::Smallest:
        return tr("The smallest that works");
    }
    return {};
}

QString StepsWords::qualityDetails(Quality quality) {
    switch (quality) {
    case Quality::AsPublished:
        return tr("Nothing is lost; the most memory.");
    case Quality::EightBit:
        return tr("Hardly to be told from the original.");
    case Quality::FourBit:
        return tr("What most people run at home: a little is lost, two thirds of the memory are saved.");
    case Quality::Smallest:
        return tr("Below 4 bits answers get visibly worse; a smaller model is often the better choice.");
    }
    return {};
}

QString StepsWords::weights(const StepsKnowledge& knowledge, const std::string& weights) {
    const StepsFormat* const format = formatOf(knowledge, weights);
    if (weights != kAsStored) {
        return shownText(weights);
    }
    //: weights: %1 is a format such as BF16
    return format == nullptr ? tr("as published") : tr("as published (%1)").arg(shownText(format->format));
}

QString StepsWords::machine(const StepsCandidate& candidate) {
    const std::vector<GpuChoice>& gpus = candidate.machine.gpus;
    if (gpus.size() <= 1) {
        return rowLabel(gpus.empty() ? GpuChoice{std::string(kCpuRow), 1} : gpus.front(), &candidate.report);
    }
    QStringList names;
    for (const GpuChoice& gpu : gpus) {
        names += rowLabel(gpu);
    }
    return names.join(u" + "_s);
}

QString StepsWords::verdict(const StepsCandidate& candidate) {
    if (candidate.report.verdict == Verdict::Fits && !candidate.inTime) {
        return tr("Fits, too slow");
    }
    return verdictLabel(candidate.report);
}

QString StepsWords::price(const StepsCandidate& candidate) {
    return candidate.priceUsd ? formatDollars(*candidate.priceUsd) : tr("not known");
}

QString StepsWords::afterTask(const StepsKnowledge& knowledge, ByteUnit unit) {
    const StepsFormat& first = knowledge.formats.front();
    //: model, number of parameters, weight format, memory
    return substitute(tr("%1 has %2 parameters; in %3 its weights take %4."),
                      {modelLabel(knowledge.model), formatParameters(knowledge.model.parameters),
                       shownText(first.format), formatBytes(first.bytes, unit)});
}

QString StepsWords::afterQuality(const StepsKnowledge& knowledge, ByteUnit unit) {
    const StepsFormat* const least = formatOf(knowledge, knowledge.leastWeights);
    if (least == nullptr) {
        return {};
    }
    //: weight format, memory, bits
    return substitute(tr("Base memory: at least %2 of weights, with %1 at %3 bits a parameter."),
                      {weights(knowledge, knowledge.leastWeights), formatBytes(least->bytes, unit), bits(least->bits)});
}

QString StepsWords::afterLoad(const StepsQuestion& question, const StepsKnowledge& knowledge, ByteUnit unit) {
    //: tokens, sequences, memory with its range, margin, memory
    return substitute(
        tr("With %1 tokens and %2 at the same time it needs %3 of VRAM (%4); with a margin of %5, %6 of usable "
           "memory."),
        {formatTokens(question.context), formatTokens(question.batch),
         formatBytes(knowledge.need.needTotal.typical, unit), formatRange(knowledge.need.needTotal, unit),
         formatPercent(question.machine.marginPercent / 100), formatBytes(knowledge.withMargin, unit)});
}

QString StepsWords::recommendation(const StepsQuestion& question, const StepsKnowledge& knowledge,
                                   const StepsAnswer& answer, ByteUnit unit) {
    if (!answer.recommended) {
        return answer.candidates.empty() ? tr("No hardware lies within these limits.")
                                         : tr("Nothing within these limits holds it. What could give way:");
    }
    const StepsCandidate& best = answer.candidates[*answer.recommended];
    const QString name = machine(best);
    const QString format = weights(knowledge, best.weights);
    const QString left = formatBytes(best.report.headroom, unit);
    if (question.hardware == HardwareSource::Own) {
        //: machine, weight format, memory
        return substitute(tr("%1 holds it: with %2 the margin is kept and %3 stay free on the fullest card."),
                          {name, format, left});
    }
    if (!best.priceUsd) {
        return substitute(tr("Recommended: %1 with %2. Nothing with a known price holds it; of the others it has the "
                             "fewest cards and takes the least power. %3 stay free on the fullest card."),
                          {name, format, left});
    }
    if (*answer.recommended == 0) {
        return substitute(tr("Recommended: %1 with %2. It is the cheapest within these limits; %3 stay free on the "
                             "fullest card."),
                          {name, format, left});
    }
    const StepsCandidate& cheaper = answer.candidates[*answer.recommended - 1];
    //: machine, weight format, memory, a cheaper machine, why not that ("Tight")
    return substitute(tr("Recommended: %1 with %2. It is the cheapest that keeps the margin and all targets; %3 stay "
                         "free on the fullest card. Cheaper ones do not, such as %4 (%5)."),
                      {name, format, left, machine(cheaper), verdict(cheaper)});
}

QString StepsWords::scope(const StepsQuestion& question, const StepsAnswer& answer) {
    if (question.hardware == HardwareSource::Own) {
        return {};
    }
    QString looked = substitute(
        //: numbers of machines, number of years
        tr("%1 of %2 machines hold it: cards of the last %3 years, prices of their launch."),
        {formatTokens(static_cast<std::int64_t>(answer.holding)),
         formatTokens(static_cast<std::int64_t>(answer.judged)), formatTokens(kYearsOnSale)});
    if (answer.unpriced == 0) {
        return looked;
    }
    return looked + u'\n' +
           tr("%n card(s) without a published price are left out.", nullptr, static_cast<int>(answer.unpriced));
}

QString StepsWords::giveWay(const StepsGiveWay& way, const StepsKnowledge& knowledge) {
    const QString name = machine(way.candidate);
    const QString format = weights(knowledge, way.candidate.weights);
    switch (way.kind) {
    case GiveWayKind::Quality:
        //: a choice of quality, machine, weight format
        return substitute(tr("Lower quality (%1): %2 with %3"), {quality(way.question.quality), name, format});
    case GiveWayKind::Context:
        return substitute(tr("Shorter context (%1 tokens): %2 with %3"),
                          {formatTokens(way.question.context), name, format});
    case GiveWayKind::Sequences:
        return substitute(tr("Fewer at the same time (%1): %2 with %3"),
                          {formatTokens(way.question.batch), name, format});
    case GiveWayKind::Targets: {
        const std::optional<SpeedRange> speed = leadingSpeed(way.candidate.report);
        return substitute(tr("Without targets of speed (%1): %2 with %3"),
                          {speed ? formatSpeed(speed->typical) : tr("not known"), name, format});
    }
    case GiveWayKind::Runtime:
        return substitute(tr("Another runtime (%1): %2 with %3"), {shownText(way.question.runtime.name), name, format});
    case GiveWayKind::Hardware:
        return substitute(tr("Other hardware (price %1): %2 with %3"), {price(way.candidate), name, format});
    }
    return {};
}

} // namespace vram::ui
