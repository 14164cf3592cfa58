// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace vram::ui {

namespace {

/// Acronym: a key such as "dpo". Figure: a number with a few digits.
enum class Kind : std::uint8_t { Text, Count, Bytes, Percent, Card, Acronym, Figure };

struct NoteWords {
    std::string_view code;
    const char* sentence;
    std::array<Kind, 4> arguments{};
};

constexpr std::array kNotes{
    NoteWords{"generic-model",
              QT_TRANSLATE_NOOP("Note", "A generic model: its layout is interpolated from real models of this size."),
              {}},
    NoteWords{"beyond-model-context",
              QT_TRANSLATE_NOOP("Note", "The context of %1 tokens is longer than the %2 the model was made for."),
              {Kind::Count, Kind::Count}},
    NoteWords{"unsupported-runtime", QT_TRANSLATE_NOOP("Note", "%1 does not run on %2."), {Kind::Text, Kind::Card}},
    NoteWords{"unsupported-format",
              QT_TRANSLATE_NOOP("Note", "%2 cannot use the format %1 on %3."),
              {Kind::Text, Kind::Text, Kind::Card}},
    NoteWords{
        "cache-unknown",
        QT_TRANSLATE_NOOP("Note", "The size of this model's cache is not known, so nobody can say whether it fits."),
        {}},
    NoteWords{
        "usable-by-rule",
        QT_TRANSLATE_NOOP("Note", "The usable memory of this card is not measured: it is estimated from its class."),
        {}},
    NoteWords{
        "weights-by-bits",
        QT_TRANSLATE_NOOP("Note", "The weights are sized by average bits per weight, so they are given as a range."),
        {}},
    NoteWords{"kv-dominates",
              QT_TRANSLATE_NOOP("Note", "The KV cache is larger than the weights: a shorter context, a smaller batch "
                                        "or a quantized cache saves most."),
              {}},
    NoteWords{"chosen-layers",
              QT_TRANSLATE_NOOP("Note",
                                "%1 of %2 layers are on the card, as chosen; the others run from system memory, "
                                "slower."),
              {Kind::Count, Kind::Count}},
    NoteWords{"offload-layers",
              QT_TRANSLATE_NOOP("Note", "%1 of %2 layers fit on the card, the others run from system memory, slower."),
              {Kind::Count, Kind::Count}},
    NoteWords{"ram-short", QT_TRANSLATE_NOOP("Note", "Card and system memory together are too small."), {}},
    NoteWords{"ram-tight",
              QT_TRANSLATE_NOOP("Note", "System memory holds its part with little left: close other programs."),
              {}},
    NoteWords{"ram-rereads",
              QT_TRANSLATE_NOOP("Note",
                                "It will swap: %1 find no room in system memory and are read from the disk again "
                                "for every token."),
              {Kind::Bytes}},
    NoteWords{"ram-swaps",
              QT_TRANSLATE_NOOP("Note", "%1 have no room in system memory and go to the swap area for every token, or "
                                        "the program is ended by the system."),
              {Kind::Bytes}},
    NoteWords{"ram-locked",
              QT_TRANSLATE_NOOP("Note", "%1 have no room in system memory: locking it there fails."),
              {Kind::Bytes}},
    NoteWords{"ram-disk",
              QT_TRANSLATE_NOOP("Note", "%1 have no room in system memory: they would be read from the disk for every "
                                        "token."),
              {Kind::Bytes}},
    NoteWords{"experts-in-ram",
              QT_TRANSLATE_NOOP("Note", "The routed experts of %1 of %2 layers lie in system memory."),
              {Kind::Count, Kind::Count}},
    NoteWords{"cache-in-ram",
              QT_TRANSLATE_NOOP("Note", "The KV cache lies in system memory: attention reads it from there."),
              {}},
    NoteWords{"streamed-layers",
              QT_TRANSLATE_NOOP("Note", "%1 of %2 layers stay on the card, the others wait in system memory and are "
                                        "copied to the card for every token."),
              {Kind::Count, Kind::Count}},
    NoteWords{"copied-heads",
              QT_TRANSLATE_NOOP("Note", "%1 key and value heads over %2 cards: several cards keep the same cache."),
              {Kind::Count, Kind::Count}},
    NoteWords{"too-many-ranks",
              QT_TRANSLATE_NOOP("Note", "The degrees of parallelism ask for %1 cards, the machine has %2."),
              {Kind::Count, Kind::Count}},
    NoteWords{"idle-cards",
              QT_TRANSLATE_NOOP("Note", "%1 of %2 cards stay empty with these degrees of parallelism."),
              {Kind::Count, Kind::Count}},
    NoteWords{"placement-ignored",
              QT_TRANSLATE_NOOP("Note", "%1 has no options for experts or cache in system memory, rows and ratios: "
                                        "they are left out."),
              {Kind::Text}},
    NoteWords{"row-split",
              QT_TRANSLATE_NOOP("Note", "Matrices are cut by rows over the cards, experts and cache are not."),
              {}},
    NoteWords{"raise-gpu-share",
              QT_TRANSLATE_NOOP("Note", "It fits with a larger share for the GPU: sudo sysctl "
                                        "iogpu.wired_limit_mb=%1 (until the next restart)."),
              {Kind::Text}},
    NoteWords{"cpu-only", QT_TRANSLATE_NOOP("Note", "No graphics card: everything runs from system memory."), {}},
    NoteWords{"unified-memory",
              QT_TRANSLATE_NOOP("Note", "Unified memory: the system lets the GPU use %1 of it by default."),
              {Kind::Percent}},
    NoteWords{"pool",
              QT_TRANSLATE_NOOP("Note",
                                "The runtime reserves the rest of the card for its KV cache: room for %1 tokens, that "
                                "is for %2 requests of this context at once."),
              {Kind::Count, Kind::Count}},
    NoteWords{"pool-short",
              QT_TRANSLATE_NOOP("Note",
                                "The KV cache that the runtime reserves holds %1 of %2 requests of this context: give "
                                "the runtime a larger share of the card."),
              {Kind::Count, Kind::Count}},
    NoteWords{"uneven-heads",
              QT_TRANSLATE_NOOP(
                  "Note", "The attention heads do not divide evenly among the cards: the runtime refuses this split."),
              {}},
    NoteWords{"no-gguf", QT_TRANSLATE_NOOP("Note", "llama.cpp has no GGUF support for the architecture of %1."), {}},
    NoteWords{"flash-attention-needed",
              QT_TRANSLATE_NOOP("Note", "A quantized V cache needs flash attention: switch it on or choose f16 for V."),
              {}},
    NoteWords{"vision-not-counted", QT_TRANSLATE_NOOP("Note", "The vision part of the model is not counted."), {}},
    NoteWords{"draft-vocabulary",
              QT_TRANSLATE_NOOP("Note", "%1 has another vocabulary: its drafts cannot be verified by this model."),
              {Kind::Text}},
    NoteWords{
        "layout-unknown",
        QT_TRANSLATE_NOOP("Note", "The file does not tell how its cache is laid out (%1). Only the weights are known."),
        {Kind::Text}},
    NoteWords{"window-unknown",
              QT_TRANSLATE_NOOP("Note", "Some layers keep only a sliding window, but nothing says which (%1). Only the "
                                        "weights are known."),
              {Kind::Text}},
    NoteWords{"layout-from-table",
              QT_TRANSLATE_NOOP("Note",
                                "The file does not say all that sizes its cache; the rest is taken as usual for "
                                "the architecture %1."),
              {Kind::Text}},
    NoteWords{
        "architecture-not-known",
        QT_TRANSLATE_NOOP("Note", "The architecture %1 is not known. It is sized as a usual decoder of these numbers."),
        {Kind::Text}},
    NoteWords{"window-ignored",
              QT_TRANSLATE_NOOP("Note",
                                "The model has a sliding window of %2 tokens (%1), but llama.cpp keeps the whole "
                                "context. Other runtimes keep less."),
              {Kind::Text, Kind::Count}},
    NoteWords{"vision-not-sized",
              QT_TRANSLATE_NOOP("Note", "The layout of the vision part (%1) is not known, so it is not counted."),
              {Kind::Text}},
    NoteWords{"audio-not-sized",
              QT_TRANSLATE_NOOP("Note", "The layout of the audio part (%1) is not known, so it is not counted."),
              {Kind::Text}},
    NoteWords{"format-not-sized",
              QT_TRANSLATE_NOOP("Note", "The quantization %2 (%1) cannot be sized. Choose the format that is nearest."),
              {Kind::Text, Kind::Text}},
    NoteWords{"latent-expanded",
              QT_TRANSLATE_NOOP("Note", "The file is from before compressed caches (%1 is missing): its cache is many "
                                        "times as large as that of a newer file of this model."),
              {Kind::Text}},
    NoteWords{"experts-disagree",
              QT_TRANSLATE_NOOP("Note", "The file contradicts itself: %1 is %2, its tensors have %3 experts."),
              {Kind::Text, Kind::Count, Kind::Count}},
    NoteWords{"tensors-not-known",
              QT_TRANSLATE_NOOP("Note",
                                "Some tensors of the file are not understood (%1): other formats than its own are "
                                "sized by average bits per weight."),
              {Kind::Text}},
    NoteWords{
        "draft-heads",
        QT_TRANSLATE_NOOP("Note", "%2 draft layers (%3) lie in the file and are not loaded for plain generation."),
        {Kind::Text, Kind::Count, Kind::Bytes}},
    NoteWords{"parameters-differ",
              QT_TRANSLATE_NOOP("Note", "The files hold %2 parameters, %1 describes %3: other formats than the files' "
                                        "own are sized by average bits per weight."),
              {Kind::Text, Kind::Count, Kind::Count}},
    NoteWords{"layers-missing",
              QT_TRANSLATE_NOOP("Note", "%2 layers have no weights, the first of them %1: a file may be missing."),
              {Kind::Text, Kind::Count}},
    NoteWords{
        "bits-assumed",
        QT_TRANSLATE_NOOP("Note", "Nothing says how many bits a weight of %1 has; its parameters are counted with %2."),
        {Kind::Text, Kind::Count}},
    NoteWords{"unknown-dtype",
              QT_TRANSLATE_NOOP("Note", "%1 has elements of the unknown type %2; their bytes are counted as they are."),
              {Kind::Text, Kind::Text}},
    NoteWords{"total-size-differs",
              QT_TRANSLATE_NOOP("Note", "%1 says %2, the files hold %3: the files are believed."),
              {Kind::Text, Kind::Bytes, Kind::Bytes}},
    NoteWords{"index-differs",
              QT_TRANSLATE_NOOP("Note", "Index and files do not agree (first: %1): %2 tensors are elsewhere or "
                                        "missing, %3 are not listed."),
              {Kind::Text, Kind::Count, Kind::Count}},
    NoteWords{"sizes-from-files",
              QT_TRANSLATE_NOOP("Note", "PyTorch files are never opened: %2 by their sizes alone."),
              {Kind::Text, Kind::Bytes}},
    NoteWords{"rank-differs",
              QT_TRANSLATE_NOOP("Note", "The adapter has rank %2, %1 says %3: the tensors are believed."),
              {Kind::Text, Kind::Count, Kind::Text}},
    NoteWords{"adapter-config-unread",
              QT_TRANSLATE_NOOP("Note", "%1 is no readable JSON: the adapter is described by its tensors alone."),
              {Kind::Text}},
    NoteWords{"layers-instead",
              QT_TRANSLATE_NOOP("Note", "For %1 several cards are sized with whole layers in turn, not with each layer "
                                        "shared out."),
              {Kind::Text}},
    NoteWords{"mtp-none",
              QT_TRANSLATE_NOOP("Note", "%1 has no layers of multi-token prediction: nothing is added for them."),
              {Kind::Text}},
    NoteWords{"mtp-unsupported",
              QT_TRANSLATE_NOOP("Note", "%1 does not draft with the multi-token prediction layers of %2: nothing is "
                                        "added for them."),
              {Kind::Text, Kind::Text}},
    NoteWords{"mtp-or-draft",
              QT_TRANSLATE_NOOP("Note", "With a draft model the layers of multi-token prediction are not used."),
              {}},
    NoteWords{"training-low-confidence",
              QT_TRANSLATE_NOOP("Note", "%1 is sized as the sum of what it loads and generates: a rough figure."),
              {Kind::Acronym}},
    NoteWords{"parallel-degrees",
              QT_TRANSLATE_NOOP("Note", "The degrees of parallelism (together %1) do not divide %2 card(s), or the "
                                        "layers or experts do not suffice."),
              {Kind::Count, Kind::Count}},
    NoteWords{"worst-stage",
              QT_TRANSLATE_NOOP("Note", "The fullest of %2 pipeline stages is number %1."),
              {Kind::Count, Kind::Count}},
    NoteWords{"training-offload", QT_TRANSLATE_NOOP("Note", "%1 lie in system memory."), {Kind::Bytes}},
    NoteWords{"training-rule",
              QT_TRANSLATE_NOOP("Note", "Rule of thumb: %3 to %4 × inference, here %2 ×."),
              {Kind::Text, Kind::Figure, Kind::Figure, Kind::Figure}},
    NoteWords{"short-of", QT_TRANSLATE_NOOP("Note", "%1 of memory is missing."), {Kind::Bytes}},
};

// The same codes where no card is to blame: the runtime needs one, or cannot load the format anywhere.
constexpr NoteWords kNeedsCard{
    "unsupported-runtime", QT_TRANSLATE_NOOP("Note", "%1 is not sized without a graphics card."), {}};
constexpr NoteWords kNowhere{"unsupported-format", QT_TRANSLATE_NOOP("Note", "%2 cannot load the format %1."), {}};

constexpr NoteWords kPartsRule{
    "training-rule",
    QT_TRANSLATE_NOOP("Note", "Activations, gradients, optimizer: %3 to %4 × the weights, here %2 ×."),
    {Kind::Text, Kind::Figure, Kind::Figure, Kind::Figure}};

const NoteWords* wordsFor(const Note& note) {
    const auto* const found =
        std::find_if(kNotes.begin(), kNotes.end(), [&note](const NoteWords& words) { return words.code == note.code; });
    if (found == kNotes.end()) {
        return nullptr;
    }
    const std::string card = note.arguments.empty() ? std::string() : note.arguments.back();
    if (note.code == kNeedsCard.code && (card.empty() || card == "CPU")) {
        return &kNeedsCard;
    }
    if (note.code == kPartsRule.code && !note.arguments.empty() && note.arguments.front() == "parts-weights") {
        return &kPartsRule;
    }
    return note.code == kNowhere.code && card.empty() ? &kNowhere : found;
}

QString argument(const std::string& value, Kind kind) {
    QString text = shownText(value);
    if (kind == Kind::Card) {
        return shortGpuName(text);
    }
    if (kind == Kind::Acronym) {
        return text.toUpper();
    }
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok || kind == Kind::Text) {
        return text;
    }
    switch (kind) {
    case Kind::Text:
    case Kind::Card:
    case Kind::Acronym:
        break;
    case Kind::Figure:
        return QLocale().toString(number, 'g', 3);
    case Kind::Count:
        return formatTokens(text.toLongLong());
    case Kind::Bytes:
        return formatBytes(Bytes{text.toLongLong()});
    case Kind::Percent:
        return formatPercent(number / 100);
    }
    return text;
}

} // namespace

QString noteText(const Note& note) {
    const NoteWords* const found = wordsFor(note);
    if (found == nullptr) {
        return {};
    }
    QStringList values;
    for (std::size_t i = 0; i < note.arguments.size(); ++i) {
        values += argument(note.arguments[i], i < found->arguments.size() ? found->arguments.at(i) : Kind::Text);
    }
    return substitute(QCoreApplication::translate("Note", found->sentence), values);
}

} // namespace vram::ui
