// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/remedy_text.h"

#include "ui/store/row_machine.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>

#include <array>

namespace vram::ui {

namespace {

struct Words {
    RemedyKind kind;
    const char* label; ///< %1: what `Remedy` names
    const char* toolTip;
};

constexpr std::array kWords{
    Words{RemedyKind::Reset, QT_TRANSLATE_NOOP("Remedy", "Start values"),
          QT_TRANSLATE_NOOP("Remedy", "Back to the question of the first start; Undo brings this one back")},
    Words{RemedyKind::ChooseCards, QT_TRANSLATE_NOOP("Remedy", "Choose cards…"),
          QT_TRANSLATE_NOOP("Remedy", "Choose the cards to compare")},
    Words{RemedyKind::ShowAllRows, QT_TRANSLATE_NOOP("Remedy", "Show all rows"),
          QT_TRANSLATE_NOOP("Remedy", "Show the rows of every verdict again")},
    Words{RemedyKind::ChooseModel, QT_TRANSLATE_NOOP("Remedy", "Choose another model…"),
          QT_TRANSLATE_NOOP("Remedy", "Opens the list of models")},
    Words{RemedyKind::FocusRow, QT_TRANSLATE_NOOP("Remedy", "See %1"),
          QT_TRANSLATE_NOOP("Remedy", "The smallest of the compared cards that holds it")},
    Words{RemedyKind::Runtime, QT_TRANSLATE_NOOP("Remedy", "Run it with %1"),
          QT_TRANSLATE_NOOP("Remedy", "This runtime can use the card; the format moves to the nearest that it loads")},
    Words{RemedyKind::Weights, QT_TRANSLATE_NOOP("Remedy", "Weights in %1"),
          QT_TRANSLATE_NOOP("Remedy", "The nearest weight format that this card can hold or use")},
    Words{RemedyKind::KvFormat, QT_TRANSLATE_NOOP("Remedy", "KV cache in %1"),
          QT_TRANSLATE_NOOP("Remedy", "The largest type of the KV cache that fits on this card")},
    Words{RemedyKind::Formats, QT_TRANSLATE_NOOP("Remedy", "Weights in %1, KV cache in %2"),
          QT_TRANSLATE_NOOP("Remedy", "The formats of most bits that fit on this card together")},
    Words{RemedyKind::Context, QT_TRANSLATE_NOOP("Remedy", "%1 tokens"),
          QT_TRANSLATE_NOOP("Remedy", "The longest context that works here")},
    Words{RemedyKind::FlashAttention, QT_TRANSLATE_NOOP("Remedy", "Use flash attention"),
          QT_TRANSLATE_NOOP("Remedy", "Switches flash attention on")},
    //: what to do, and the memory that it saves
    Words{RemedyKind::Training, QT_TRANSLATE_NOOP("Remedy", "%1 (−%2)"), ""},
    Words{RemedyKind::Task, QT_TRANSLATE_NOOP("Remedy", "Switch to this task"),
          QT_TRANSLATE_NOOP("Remedy", "Makes the question one of this task")},
};

struct TrainingWords {
    TrainingRemedy remedy;
    const char* label; ///< %1: the number
    const char* toolTip;
};

constexpr std::array kTraining{
    TrainingWords{TrainingRemedy::Checkpointing, QT_TRANSLATE_NOOP("Remedy", "Gradient checkpointing"),
                  QT_TRANSLATE_NOOP("Remedy", "Computes layers again in the backward pass instead of keeping them")},
    TrainingWords{TrainingRemedy::MicroBatch, QT_TRANSLATE_NOOP("Remedy", "Micro-batch %1"),
                  QT_TRANSLATE_NOOP("Remedy", "A smaller micro-batch, with so much more accumulation that a step sees "
                                              "as many tokens")},
    TrainingWords{TrainingRemedy::FusedKernels, QT_TRANSLATE_NOOP("Remedy", "Fused kernels"),
                  QT_TRANSLATE_NOOP("Remedy", "Norms, activation functions, and head with cross-entropy in one kernel "
                                              "each: no logits of the whole micro-batch")},
    TrainingWords{TrainingRemedy::Shard, QT_TRANSLATE_NOOP("Remedy", "Share out over the cards"),
                  QT_TRANSLATE_NOOP("Remedy", "FSDP or ZeRO-3: parameters, gradients and optimizer states are shared "
                                              "out over the cards")},
    TrainingWords{TrainingRemedy::OffloadedCheckpoints, QT_TRANSLATE_NOOP("Remedy", "Checkpoints in RAM"),
                  QT_TRANSLATE_NOOP("Remedy", "What checkpointing keeps waits in system memory")},
    TrainingWords{TrainingRemedy::EightBitOptimizer, QT_TRANSLATE_NOOP("Remedy", "8-bit AdamW"),
                  QT_TRANSLATE_NOOP("Remedy", "Optimizer states of one byte each")},
    TrainingWords{TrainingRemedy::OptimizerToRam, QT_TRANSLATE_NOOP("Remedy", "Optimizer in RAM"),
                  QT_TRANSLATE_NOOP("Remedy", "Optimizer states lie in system memory: slower, and much RAM")},
    TrainingWords{TrainingRemedy::ParametersToRam, QT_TRANSLATE_NOOP("Remedy", "Parameters in RAM"),
                  QT_TRANSLATE_NOOP("Remedy", "Parameters and optimizer lie in system memory: the slowest way")},
    TrainingWords{TrainingRemedy::Sequence, QT_TRANSLATE_NOOP("Remedy", "Sequence of %1"),
                  QT_TRANSLATE_NOOP("Remedy", "The longest sequence that fits on this card")},
    TrainingWords{TrainingRemedy::Lora, QT_TRANSLATE_NOOP("Remedy", "LoRA instead"),
                  QT_TRANSLATE_NOOP("Remedy", "Trains a small adapter, not all parameters")},
    TrainingWords{TrainingRemedy::Qlora, QT_TRANSLATE_NOOP("Remedy", "QLoRA instead"),
                  QT_TRANSLATE_NOOP("Remedy", "Trains a small adapter over weights of four bits")},
    TrainingWords{TrainingRemedy::MoreCards, QT_TRANSLATE_NOOP("Remedy", "%1 such cards"),
                  QT_TRANSLATE_NOOP("Remedy", "Cards of this kind, with parameters, gradients and optimizer states "
                                              "shared out over them (FSDP or ZeRO-3)")},
};
constexpr bool trainingIsInOrder() {
    for (std::size_t i = 0; i < kTraining.size(); ++i) {
        if (static_cast<std::size_t>(kTraining.at(i).remedy) != i) {
            return false;
        }
    }
    return true;
}
static_assert(trainingIsInOrder());
static_assert(kTraining.size() == kTrainingRemedies);

constexpr bool wordsAreInOrder() {
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (static_cast<std::size_t>(kWords.at(i).kind) != i) {
            return false;
        }
    }
    return true;
}
static_assert(wordsAreInOrder());
static_assert(kWords.size() == static_cast<std::size_t>(RemedyKind::Task) + 1);

QString named(const Remedy& remedy, const Snapshot& snapshot) {
    if (remedy.kind == RemedyKind::FocusRow) {
        const auto row = static_cast<std::size_t>(remedy.number);
        if (row >= snapshot.rows.size()) {
            return {};
        }
        const Row& other = snapshot.rows[row];
        return isMachineRow(other.choice) ? rowTitle(other) : rowLabel(other.choice);
    }
    return remedy.kind == RemedyKind::Context ? formatTokens(remedy.number) : shownText(remedy.id);
}

} // namespace

RemedyText remedyText(const Remedy& remedy, const Snapshot& snapshot) {
    const Words& words = kWords.at(static_cast<std::size_t>(remedy.kind));
    if (remedy.kind == RemedyKind::Training) {
        const TrainingWords& training = kTraining.at(static_cast<std::size_t>(remedy.training.remedy));
        const QString what =
            substitute(QCoreApplication::translate("Remedy", training.label), {formatTokens(remedy.training.number)});
        return {
            substitute(QCoreApplication::translate("Remedy", words.label), {what, formatBytes(remedy.training.saves)}),
            QCoreApplication::translate("Remedy", training.toolTip) + u'\n' +
                //: a verdict: fits, tight ...
                substitute(QCoreApplication::translate("Remedy", "Afterwards: %1"),
                           {verdictLabel(remedy.training.verdict)})};
    }
    return {substitute(QCoreApplication::translate("Remedy", words.label),
                       {named(remedy, snapshot), shownText(remedy.kvId)}),
            QCoreApplication::translate("Remedy", words.toolTip)};
}

} // namespace vram::ui
