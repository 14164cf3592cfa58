// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/remedy_text.h"

#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace vram::ui {

namespace {

struct WayWords {
    WayOutKind kind;
    const char* label; ///< %1: what `WayOut` names
    const char* toolTip;
};

constexpr std::array kWays{
    WayWords{WayOutKind::Reset, QT_TRANSLATE_NOOP("Remedy", "Start values"),
             QT_TRANSLATE_NOOP("Remedy", "Back to the question of the first start; Undo brings this one back")},
    WayWords{WayOutKind::ChooseCards, QT_TRANSLATE_NOOP("Remedy", "Choose cards…"),
             QT_TRANSLATE_NOOP("Remedy", "Choose the cards to compare")},
    WayWords{WayOutKind::ShowAllRows, QT_TRANSLATE_NOOP("Remedy", "Show all rows"),
             QT_TRANSLATE_NOOP("Remedy", "Show the rows of every verdict again")},
    WayWords{WayOutKind::ChooseModel, QT_TRANSLATE_NOOP("Remedy", "Choose another model…"),
             QT_TRANSLATE_NOOP("Remedy", "Opens the list of models")},
    WayWords{WayOutKind::FocusRow, QT_TRANSLATE_NOOP("Remedy", "See %1"),
             QT_TRANSLATE_NOOP("Remedy", "The smallest of the compared cards that holds it")},
    WayWords{
        WayOutKind::Runtime, QT_TRANSLATE_NOOP("Remedy", "Run it with %1"),
        QT_TRANSLATE_NOOP("Remedy", "This runtime can use the card; the format moves to the nearest that it loads")},
    WayWords{WayOutKind::Weights, QT_TRANSLATE_NOOP("Remedy", "Weights in %1"),
             QT_TRANSLATE_NOOP("Remedy", "The nearest weight format that the runtime can use on this card")},
    WayWords{WayOutKind::Context, QT_TRANSLATE_NOOP("Remedy", "%1 tokens"),
             QT_TRANSLATE_NOOP("Remedy", "The longest context that works here")},
    WayWords{WayOutKind::FlashAttention, QT_TRANSLATE_NOOP("Remedy", "Use flash attention"),
             QT_TRANSLATE_NOOP("Remedy", "Switches flash attention on")},
    WayWords{WayOutKind::Task, QT_TRANSLATE_NOOP("Remedy", "Switch to this task"),
             QT_TRANSLATE_NOOP("Remedy", "Makes the question one of this task")},
};

struct RemedyWords {
    RemedyKind kind;
    const char* label; ///< %1: weight format, card or runtime; %2: type of the KV cache; %3: the number
    const char* toolTip;
};

constexpr std::array kRemedies{
    RemedyWords{RemedyKind::FlashAttention, QT_TRANSLATE_NOOP("Remedy", "Use flash attention"),
                QT_TRANSLATE_NOOP("Remedy", "The same results in less memory, and usually faster")},
    RemedyWords{RemedyKind::Checkpointing, QT_TRANSLATE_NOOP("Remedy", "Gradient checkpointing"),
                QT_TRANSLATE_NOOP("Remedy", "Computes layers again in the backward pass instead of keeping them")},
    RemedyWords{RemedyKind::MicroBatch, QT_TRANSLATE_NOOP("Remedy", "Micro-batch %3"),
                QT_TRANSLATE_NOOP("Remedy", "A smaller micro-batch, with so much more accumulation that a step sees "
                                            "as many tokens")},
    RemedyWords{RemedyKind::FusedKernels, QT_TRANSLATE_NOOP("Remedy", "Fused kernels"),
                QT_TRANSLATE_NOOP("Remedy", "Norms, activation functions, and head with cross-entropy in one kernel "
                                            "each: no logits of the whole micro-batch")},
    RemedyWords{RemedyKind::Shard, QT_TRANSLATE_NOOP("Remedy", "Share out over the cards"),
                QT_TRANSLATE_NOOP("Remedy", "FSDP or ZeRO-3: parameters, gradients and optimizer states are shared "
                                            "out over the cards")},
    RemedyWords{RemedyKind::OffloadedCheckpoints, QT_TRANSLATE_NOOP("Remedy", "Checkpoints in RAM"),
                QT_TRANSLATE_NOOP("Remedy", "What checkpointing keeps waits in system memory")},
    RemedyWords{RemedyKind::PromptChunk, QT_TRANSLATE_NOOP("Remedy", "Prompt by %3 tokens"),
                QT_TRANSLATE_NOOP("Remedy", "Fewer tokens of a prompt at a time: smaller working buffers, and prompts "
                                            "take longer")},
    RemedyWords{RemedyKind::KvFormat, QT_TRANSLATE_NOOP("Remedy", "KV cache in %2"),
                QT_TRANSLATE_NOOP("Remedy", "A smaller type of the KV cache; of eight bits hardly anybody notices it")},
    RemedyWords{RemedyKind::EightBitOptimizer, QT_TRANSLATE_NOOP("Remedy", "8-bit AdamW"),
                QT_TRANSLATE_NOOP("Remedy", "Optimizer states of one byte each")},
    RemedyWords{
        RemedyKind::Weights, QT_TRANSLATE_NOOP("Remedy", "Weights in %1"),
        QT_TRANSLATE_NOOP("Remedy", "The weight format of most bits that does it; fewer bits cost some quality")},
    RemedyWords{RemedyKind::WeightsAndKv, QT_TRANSLATE_NOOP("Remedy", "Weights in %1, KV cache in %2"),
                QT_TRANSLATE_NOOP("Remedy", "The formats of most bits that do it together")},
    RemedyWords{RemedyKind::OptimizerToRam, QT_TRANSLATE_NOOP("Remedy", "Optimizer in RAM"),
                QT_TRANSLATE_NOOP("Remedy", "Optimizer states lie in system memory: slower, and much RAM")},
    RemedyWords{RemedyKind::ParametersToRam, QT_TRANSLATE_NOOP("Remedy", "Parameters in RAM"),
                QT_TRANSLATE_NOOP("Remedy", "Parameters and optimizer lie in system memory: the slowest way")},
    RemedyWords{RemedyKind::AutomaticPlacement, QT_TRANSLATE_NOOP("Remedy", "Automatic placement"),
                QT_TRANSLATE_NOOP("Remedy", "As much on the card as it holds, instead of the layers, experts or cache "
                                            "that were chosen under Placement")},
    RemedyWords{RemedyKind::ExpertsToRam, QT_TRANSLATE_NOOP("Remedy", "Experts of %3 layers in RAM"),
                QT_TRANSLATE_NOOP("Remedy", "All else stays on the card; a token uses few of the experts, so that this "
                                            "costs less speed than whole layers in RAM")},
    RemedyWords{RemedyKind::KvInRam, QT_TRANSLATE_NOOP("Remedy", "KV cache in RAM"),
                QT_TRANSLATE_NOOP("Remedy", "Leaves the card to the weights; a long context becomes slow")},
    RemedyWords{RemedyKind::Sequences, QT_TRANSLATE_NOOP("Remedy", "Batch of %3"),
                QT_TRANSLATE_NOOP("Remedy", "The most sequences at the same time that fit on this card")},
    RemedyWords{RemedyKind::Context, QT_TRANSLATE_NOOP("Remedy", "%3 tokens"),
                QT_TRANSLATE_NOOP("Remedy", "The longest context that fits on this card")},
    RemedyWords{RemedyKind::WeightsKvAndContext, QT_TRANSLATE_NOOP("Remedy", "%1, KV cache in %2, %3 tokens"),
                QT_TRANSLATE_NOOP("Remedy", "Smaller weights, a smaller KV cache, and the longest context that fits on "
                                            "this card with them")},
    RemedyWords{RemedyKind::Lora, QT_TRANSLATE_NOOP("Remedy", "LoRA instead"),
                QT_TRANSLATE_NOOP("Remedy", "Trains a small adapter, not all parameters")},
    RemedyWords{RemedyKind::Qlora, QT_TRANSLATE_NOOP("Remedy", "QLoRA instead"),
                QT_TRANSLATE_NOOP("Remedy", "Trains a small adapter over weights of four bits")},
    RemedyWords{RemedyKind::Runtime, QT_TRANSLATE_NOOP("Remedy", "Run it with %1"),
                QT_TRANSLATE_NOOP("Remedy", "This runtime can leave layers in RAM; the format moves to the nearest "
                                            "that it loads")},
    RemedyWords{RemedyKind::OtherCard, "%1",
                QT_TRANSLATE_NOOP("Remedy", "The smallest other card that holds it; it is added to the comparison")},
    RemedyWords{RemedyKind::MoreCards, QT_TRANSLATE_NOOP("Remedy", "%3 such cards"),
                QT_TRANSLATE_NOOP("Remedy", "The fewest cards of this kind that hold it together")},
};

template <typename Table>
constexpr bool isInOrder(const Table& table) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table.at(i).kind) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isInOrder(kWays) && kWays.size() == static_cast<std::size_t>(WayOutKind::Task) + 1);
static_assert(isInOrder(kRemedies) && kRemedies.size() == kRemedyKinds);

QString words(const char* text) { return QCoreApplication::translate("Remedy", text); }

QString named(const WayOut& way, const Snapshot& snapshot) {
    if (way.kind == WayOutKind::FocusRow) {
        const auto row = static_cast<std::size_t>(way.number);
        if (row >= snapshot.rows.size()) {
            return {};
        }
        const Row& other = snapshot.rows[row];
        return isMachineRow(other.choice) ? rowTitle(other) : rowLabel(other.choice);
    }
    return way.kind == WayOutKind::Context ? formatTokens(way.number) : shownText(way.id);
}

/// "US$ 1,599 each" and the like: of the card that the offer is about.
QString priceText(const Remedy& remedy, const Snapshot& snapshot, const Catalog* catalog) {
    const bool more = remedy.kind == RemedyKind::MoreCards;
    if (catalog == nullptr || (!more && remedy.kind != RemedyKind::OtherCard)) {
        return {};
    }
    const Row* const row = focusedRow(snapshot);
    const Gpu* const gpu = catalog->findGpu(!more ? remedy.id : row != nullptr ? firstCardOf(*row) : std::string());
    if (gpu == nullptr || !gpu->launchPriceUsd) {
        return words(QT_TRANSLATE_NOOP("Remedy", "launch price not known"));
    }
    const QString price = QStringLiteral("US$\u00A0") + formatTokens(std::llround(*gpu->launchPriceUsd));
    //: the launch price of each of several cards
    return more ? substitute(words(QT_TRANSLATE_NOOP("Remedy", "%1 each at launch")), {price})
                //: the launch price of a card
                : substitute(words(QT_TRANSLATE_NOOP("Remedy", "%1 at launch")), {price});
}

const char* labelOf(const Remedy& remedy, Task task) {
    if (remedy.kind == RemedyKind::Context && task != Task::Inference) {
        return QT_TRANSLATE_NOOP("Remedy", "Sequence of %3");
    }
    return kRemedies.at(static_cast<std::size_t>(remedy.kind)).label;
}

const char* toolTipOf(const Remedy& remedy, Task task) {
    if (task != Task::Inference && remedy.kind == RemedyKind::Context) {
        return QT_TRANSLATE_NOOP("Remedy", "The longest sequence that fits on this card");
    }
    if (task != Task::Inference && remedy.kind == RemedyKind::MoreCards) {
        return QT_TRANSLATE_NOOP("Remedy", "Cards of this kind, with parameters, gradients and optimizer states "
                                           "shared out over them (FSDP or ZeRO-3)");
    }
    return kRemedies.at(static_cast<std::size_t>(remedy.kind)).toolTip;
}

/// What else an offer for a row of another value changes.
QString reachText(const Row& row) {
    if (!asksOtherwise(row)) {
        return {};
    }
    return takesRowAlong(row)
               ? words(QT_TRANSLATE_NOOP("Remedy", "This row's question takes the place of the present one"))
               : words(QT_TRANSLATE_NOOP("Remedy", "Changes the question, and with it the other rows as well"));
}

OfferText textOf(const WayOut& way, const Snapshot& snapshot) {
    const WayWords& text = kWays.at(static_cast<std::size_t>(way.kind));
    return {substitute(words(text.label), {named(way, snapshot)}), words(text.toolTip), {}, {}};
}

OfferText textOf(const Remedy& remedy, const Snapshot& snapshot, const Catalog* catalog, ByteUnit unit) {
    const Row* const row = focusedRow(snapshot);
    const Task task = (row == nullptr ? snapshot.scenario : scenarioOf(*row, snapshot.scenario)).task;
    const bool card = remedy.kind == RemedyKind::OtherCard;
    OfferText text;
    const QString name = card ? rowLabel({remedy.id, 1}) : shownText(remedy.id);
    text.label = substitute(words(labelOf(remedy, task)), {name, shownText(remedy.kvId), formatTokens(remedy.number)});
    const QString price = priceText(remedy, snapshot, catalog);
    if (card && !price.isEmpty()) {
        //: a card and what it costs
        text.label = substitute(words(QT_TRANSLATE_NOOP("Remedy", "%1 (%2)")), {text.label, price});
    } else if (remedy.saves > Bytes{}) {
        //: what to do, and the memory that it saves
        text.label =
            substitute(words(QT_TRANSLATE_NOOP("Remedy", "%1 (−%2)")), {text.label, formatBytes(remedy.saves, unit)});
    }
    if (row != nullptr && takesRowAlong(*row)) {
        //: a row that is not the present question, and what to do about it: "vLLM: KV cache in fp8"
        text.label = substitute(words(QT_TRANSLATE_NOOP("Remedy", "%1: %2")), {rowTitle(*row), text.label});
    }
    text.verdict = remedy.verdict;
    text.outcome = verdictLabel(remedy.verdict);
    if (remedy.speed && remedy.verdict != Verdict::No) {
        text.outcome += QStringLiteral(" · ") + formatSpeed(remedy.speed->typical);
    }
    QStringList lines{words(toolTipOf(remedy, task)), price,
                      //: a verdict and a speed: "Fits · 52 tok/s"
                      substitute(words(QT_TRANSLATE_NOOP("Remedy", "Afterwards: %1")), {text.outcome}),
                      row != nullptr ? reachText(*row) : QString()};
    lines.removeAll(QString());
    text.toolTip = lines.join(u'\n');
    return text;
}

} // namespace

OfferText offerText(const Offer& offer, const Snapshot& snapshot, const Catalog* catalog, ByteUnit unit) {
    const auto* const remedy = std::get_if<Remedy>(&offer);
    return remedy != nullptr ? textOf(*remedy, snapshot, catalog, unit) : textOf(std::get<WayOut>(offer), snapshot);
}

} // namespace vram::ui
