// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

/// What the arguments after those of the sentence are.
enum class Rest : std::uint8_t { None, Nearest, Known };

struct ErrorWords {
    ErrorCode code;
    const char* sentence;
    std::size_t used; ///< arguments that the sentence shows
    Rest rest = Rest::None;
};

constexpr std::array kErrors{
    ErrorWords{ErrorCode::NotJson, QT_TRANSLATE_NOOP("Error", "This is not valid JSON (%1). Correct the text there."),
               1},
    ErrorWords{ErrorCode::UnknownKey,
               QT_TRANSLATE_NOOP("Error", "The key “%1” is not known here. Correct or remove it."), 1, Rest::Known},
    ErrorWords{ErrorCode::MissingKey, QT_TRANSLATE_NOOP("Error", "The key “%1” is missing. Add it."), 1},
    ErrorWords{ErrorCode::WrongType, QT_TRANSLATE_NOOP("Error", "The value has the wrong type: expected %1, found %2."),
               2},
    ErrorWords{ErrorCode::OutOfRange, QT_TRANSLATE_NOOP("Error", "%1 is out of range. Choose a value from %2 to %3."),
               3},
    ErrorWords{ErrorCode::NotFinite, QT_TRANSLATE_NOOP("Error", "%1 is not a finite number. Give an ordinary number."),
               1},
    ErrorWords{ErrorCode::UnknownValue, QT_TRANSLATE_NOOP("Error", "The value “%1” is not known here."), 1,
               Rest::Known},
    ErrorWords{ErrorCode::UnknownModel, QT_TRANSLATE_NOOP("Error", "No model is called “%1”."), 1, Rest::Nearest},
    ErrorWords{ErrorCode::UnknownGpu, QT_TRANSLATE_NOOP("Error", "No GPU is called “%1”."), 1, Rest::Nearest},
    ErrorWords{ErrorCode::UnknownWeightFormat, QT_TRANSLATE_NOOP("Error", "No weight format is called “%1”."), 1,
               Rest::Nearest},
    ErrorWords{ErrorCode::UnknownKvFormat, QT_TRANSLATE_NOOP("Error", "%2 has no KV cache type “%1”."), 2, Rest::Known},
    ErrorWords{ErrorCode::UnknownRuntime, QT_TRANSLATE_NOOP("Error", "No runtime is called “%1”."), 1, Rest::Nearest},
    ErrorWords{ErrorCode::UnsupportedSchema,
               QT_TRANSLATE_NOOP("Error", "This is schema %1; this version reads up to schema %2. Update the program."),
               2},
    ErrorWords{ErrorCode::UnsupportedTask, QT_TRANSLATE_NOOP("Error", "%2 does not train models (task “%1”)."), 2,
               Rest::Known},
    ErrorWords{ErrorCode::UnsupportedRuntime,
               QT_TRANSLATE_NOOP("Error", "The runtime %1 cannot be sized yet. Choose one of the list."), 1},
    ErrorWords{
        ErrorCode::UnsupportedSource,
        QT_TRANSLATE_NOOP("Error", "A model from a “%1” cannot be read yet. Choose one of the list or give its size."),
        1},
    ErrorWords{ErrorCode::Overflow,
               QT_TRANSLATE_NOOP(
                   "Error", "The result is too large to be computed (%1). Choose a smaller model, context or batch."),
               1},
    ErrorWords{ErrorCode::Duplicate, QT_TRANSLATE_NOOP("Error", "“%1” stands twice. Remove or rename one of them."), 1},
    ErrorWords{ErrorCode::Inconsistent, QT_TRANSLATE_NOOP("Error", "Two values do not agree (%1): %2 and %3."), 3},
    ErrorWords{ErrorCode::NotThisKind, QT_TRANSLATE_NOOP("Error", "This is no %1 file; it looks like %2."), 2},
    ErrorWords{ErrorCode::EndsEarly,
               QT_TRANSLATE_NOOP("Error", "The file ends too early: %1 should follow, %2 are left. Download it again."),
               2},
    ErrorWords{ErrorCode::BigEndian,
               QT_TRANSLATE_NOOP("Error", "This %1 file is for big-endian computers, which are not supported."), 1},
    ErrorWords{ErrorCode::FileUnreadable, QT_TRANSLATE_NOOP("Error", "The file %1 cannot be read: %2."), 2},
    ErrorWords{ErrorCode::TooLarge, QT_TRANSLATE_NOOP("Error", "It is too large (%1); at most %2 are read."), 2},
    ErrorWords{ErrorCode::StillReading, QT_TRANSLATE_NOOP("Error", "%1 is being read …"), 1},
    ErrorWords{ErrorCode::LayoutUnknown,
               QT_TRANSLATE_NOOP("Error",
                                 "The architecture %1 is not known, and its configuration alone does not tell how "
                                 "large the weights are. Open the model's files instead."),
               1},
    ErrorWords{ErrorCode::BadAddress,
               QT_TRANSLATE_NOOP("Error", "“%1” is no address of a model (%2). Paste the address of its page, or write "
                                          "hf:organisation/name or ms:organisation/name."),
               2},
    ErrorWords{ErrorCode::NoNetwork,
               QT_TRANSLATE_NOOP("Error",
                                 "%1 cannot be reached (%2). Check the network, or set HF_ENDPOINT to a mirror "
                                 "that you can reach."),
               2},
    ErrorWords{ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "%1 is not there. Check the name."), 1},
    ErrorWords{ErrorCode::AccessGated,
               QT_TRANSLATE_NOOP("Error",
                                 "%1 is a gated repository. Ask for access on its page, then set HF_TOKEN to a "
                                 "token of your account and start the program again."),
               1},
    ErrorWords{ErrorCode::TokenMissing,
               QT_TRANSLATE_NOOP("Error",
                                 "%1 does not exist or is private. Check the name; for a private repository set "
                                 "HF_TOKEN to a token of your account and start the program again."),
               1},
    ErrorWords{ErrorCode::TokenRefused,
               QT_TRANSLATE_NOOP("Error", "Your token was not accepted for %1. Make a new one, or give it the right to "
                                          "read this repository."),
               1},
    ErrorWords{ErrorCode::ServerError,
               QT_TRANSLATE_NOOP("Error", "%1 has trouble of its own (status %2). Try again later."), 2},
    ErrorWords{ErrorCode::ServerWithoutRanges,
               QT_TRANSLATE_NOOP("Error", "%1 sends whole files only, so that a header cannot be read by itself. "
                                          "Use another mirror."),
               1},
    ErrorWords{ErrorCode::Timeout,
               QT_TRANSLATE_NOOP("Error", "%1 did not answer within %2 seconds. Try again, or use a mirror."), 2},
    ErrorWords{ErrorCode::RedirectRefused,
               QT_TRANSLATE_NOOP("Error", "The server wanted to lead to %1, which was refused (%2)."), 2},
    ErrorWords{ErrorCode::MalformedAnswer,
               QT_TRANSLATE_NOOP("Error", "The server's answer makes no sense (%1). Perhaps a log-in page of your "
                                          "network stands in between."),
               1},
    ErrorWords{ErrorCode::Cancelled, QT_TRANSLATE_NOOP("Error", "Cancelled."), 0},
    ErrorWords{ErrorCode::NoModelFiles,
               QT_TRANSLATE_NOOP("Error", "%1 has no GGUF, safetensors or PyTorch files. Choose another repository."),
               1},
    ErrorWords{ErrorCode::ChoiceNeeded, QT_TRANSLATE_NOOP("Error", "%1 has several models. Name one of its files."), 1,
               Rest::Known},
    ErrorWords{ErrorCode::NotReadYet,
               QT_TRANSLATE_NOOP("Error", "%1 has not been read on this computer yet. Open it with File > Open from "
                                          "Hugging Face or ModelScope."),
               1},
    ErrorWords{ErrorCode::BadLink, QT_TRANSLATE_NOOP("Error", "The link cannot be opened (%1). Copy it again, whole."),
               1},
};

constexpr auto kInconsistentAlone = QT_TRANSLATE_NOOP("Error", "This does not agree with the rest: %1.");

constexpr bool errorsAreInOrder() {
    for (std::size_t i = 0; i < kErrors.size(); ++i) {
        if (static_cast<std::size_t>(kErrors.at(i).code) != i) {
            return false;
        }
    }
    return true;
}
static_assert(errorsAreInOrder());
static_assert(kErrors.size() == static_cast<std::size_t>(ErrorCode::BadLink) + 1);

// JSON types in arguments of WrongType.
constexpr std::array kTypes{
    QT_TRANSLATE_NOOP("JsonType", "number"),      QT_TRANSLATE_NOOP("JsonType", "string"),
    QT_TRANSLATE_NOOP("JsonType", "object"),      QT_TRANSLATE_NOOP("JsonType", "array"),
    QT_TRANSLATE_NOOP("JsonType", "boolean"),     QT_TRANSLATE_NOOP("JsonType", "integer"),
    QT_TRANSLATE_NOOP("JsonType", "null"),        QT_TRANSLATE_NOOP("JsonType", "UTF-8 text"),
    QT_TRANSLATE_NOOP("JsonType", "other bytes"), QT_TRANSLATE_NOOP("JsonType", "plain file name"),
};

// Phrases of the core and of net/ in arguments of the codes that `argument` names.
constexpr std::array kReasons{
    QT_TRANSLATE_NOOP("Reason", "kv_heads must divide heads"),
    QT_TRANSLATE_NOOP("Reason", "a layer without key and value projections must reuse a cache"),
    QT_TRANSLATE_NOOP("Reason", "used_experts must not exceed experts"),
    QT_TRANSLATE_NOOP("Reason", "more memory than the card is sold with"),
    QT_TRANSLATE_NOOP("Reason", "the architecture gives another number of parameters"),
    QT_TRANSLATE_NOOP("Reason", "active_parameters must not exceed parameters"),
    QT_TRANSLATE_NOOP("Reason", "a format that is offered needs value_bits, block_bytes, effective_bits or gguf_mix"),
    QT_TRANSLATE_NOOP("Reason", "one model source expected"),
    QT_TRANSLATE_NOOP("Reason", "nested deeper than 64 levels"),
    QT_TRANSLATE_NOOP("Reason", "memory"),
    QT_TRANSLATE_NOOP("Reason", "parameters"),
    QT_TRANSLATE_NOOP("Reason", "an empty file"),
    QT_TRANSLATE_NOOP("Reason", "a ZIP or PyTorch archive"),
    QT_TRANSLATE_NOOP("Reason", "a Python pickle"),
    QT_TRANSLATE_NOOP("Reason", "a Git LFS pointer, not the file itself"),
    QT_TRANSLATE_NOOP("Reason", "a web page"),
    QT_TRANSLATE_NOOP("Reason", "a JSON file"),
    QT_TRANSLATE_NOOP("Reason", "a GGML file from before GGUF"),
    QT_TRANSLATE_NOOP("Reason", "something else"),
    QT_TRANSLATE_NOOP("Reason", "the list must have one entry a layer"),
    QT_TRANSLATE_NOOP("Reason", "layers that differ in this are not known"),
    QT_TRANSLATE_NOOP("Reason", "the heads must divide hidden_size"),
    QT_TRANSLATE_NOOP("Reason", "columns must be whole blocks"),
    QT_TRANSLATE_NOOP("Reason", "a tensor must start at a multiple of the alignment"),
    QT_TRANSLATE_NOOP("Reason", "two tensors overlap"),
    QT_TRANSLATE_NOOP("Reason", "the alignment must be a power of two"),
    QT_TRANSLATE_NOOP("Reason", "more tensors than all parts together have"),
    QT_TRANSLATE_NOOP("Reason", "the parts of a model must be numbered in order"),
    QT_TRANSLATE_NOOP("Reason", "the parts together must have as many tensors as the first one says"),
    QT_TRANSLATE_NOOP("Reason", "columns must be the embedding length"),
    QT_TRANSLATE_NOOP("Reason", "an array must have a value for every layer"),
    QT_TRANSLATE_NOOP("Reason", "all matrices of an adapter must have one rank"),
    QT_TRANSLATE_NOOP("Reason", "several models lie in the folder: open one of its files"),
    QT_TRANSLATE_NOOP("Reason", "a vision projector (mmproj)"),
    QT_TRANSLATE_NOOP("Reason", "a LoRA adapter"),
    QT_TRANSLATE_NOOP("Reason", "a tokenizer alone"),
    QT_TRANSLATE_NOOP("Reason", "an importance matrix"),
    QT_TRANSLATE_NOOP("Reason", "a GGUF file"),
    QT_TRANSLATE_NOOP("Reason", "UTF-16 text"),
    QT_TRANSLATE_NOOP("Reason", "a folder without a model"),
    QT_TRANSLATE_NOOP("Reason", "a LoRA adapter"),
    QT_TRANSLATE_NOOP("Reason", "a tensor must end behind its start"),
    QT_TRANSLATE_NOOP("Reason", "the shape gives another length than the offsets"),
    QT_TRANSLATE_NOOP("Reason", "elements must fill whole bytes"),
    QT_TRANSLATE_NOOP("Reason", "bytes that belong to no tensor"),
    QT_TRANSLATE_NOOP("Reason", "organisation/name expected"),
    QT_TRANSLATE_NOOP("Reason", "another host"),
    QT_TRANSLATE_NOOP("Reason", "no model's page"),
    QT_TRANSLATE_NOOP("Reason", "a path that cannot be in a repository"),
    QT_TRANSLATE_NOOP("Reason", "too long"),
    QT_TRANSLATE_NOOP("Reason", "neither http nor https"),
    QT_TRANSLATE_NOOP("Reason", "a private address"),
    QT_TRANSLATE_NOOP("Reason", "from https to http"),
    QT_TRANSLATE_NOOP("Reason", "too many redirects"),
    QT_TRANSLATE_NOOP("Reason", "a host without an address"),
    QT_TRANSLATE_NOOP("Reason", "no JSON"),
    QT_TRANSLATE_NOOP("Reason", "a list of files expected"),
    QT_TRANSLATE_NOOP("Reason", "a file expected"),
    QT_TRANSLATE_NOOP("Reason", "a file without a path"),
    QT_TRANSLATE_NOOP("Reason", "a file without a size"),
    QT_TRANSLATE_NOOP("Reason", "compressed although not asked for"),
    QT_TRANSLATE_NOOP("Reason", "shorter than announced"),
    QT_TRANSLATE_NOOP("Reason", "another range than asked for"),
    QT_TRANSLATE_NOOP("Reason", "another size than listed"),
    QT_TRANSLATE_NOOP("Reason", "the file changed while it was read"),
    QT_TRANSLATE_NOOP("Reason", "no HTTP"),
    QT_TRANSLATE_NOOP("Reason", "it does not begin with vram-sizer:?"),
    QT_TRANSLATE_NOOP("Reason", "a part without an equals sign"),
    QT_TRANSLATE_NOOP("Reason", "a character that is badly encoded"),
    QT_TRANSLATE_NOOP("Reason", "too many parts"),
    QT_TRANSLATE_NOOP("Reason", "a link names a file, not its folder"),
};

template <std::size_t n>
QString worded(const char* context, const std::array<const char*, n>& table, const std::string& given) {
    for (const char* const known : table) {
        if (given == known) {
            return QCoreApplication::translate(context, known);
        }
    }
    return shownText(given);
}

QString argument(ErrorCode code, std::size_t index, const std::string& given) {
    if (code == ErrorCode::WrongType) {
        return worded("JsonType", kTypes, given);
    }
    using enum ErrorCode;
    const bool first =
        code == Inconsistent || code == NotJson || code == Overflow || code == MalformedAnswer || code == BadLink;
    const bool second = code == NotThisKind || code == BadAddress || code == RedirectRefused;
    return (first && index == 0) || (second && index == 1) ? worded("Reason", kReasons, given) : shownText(given);
}

QString restSentence(Rest rest, const QString& names) {
    switch (rest) {
    case Rest::Nearest:
        return QCoreApplication::translate("Error", "Did you mean %1?").arg(names);
    case Rest::Known:
        return QCoreApplication::translate("Error", "Known here: %1.").arg(names);
    case Rest::None:
        break;
    }
    return {};
}

} // namespace

QString errorText(const Error& error) {
    const ErrorWords& words = kErrors.at(static_cast<std::size_t>(error.code));
    QStringList values;
    QStringList rest;
    for (std::size_t i = 0; i < error.arguments.size(); ++i) {
        (i < words.used ? values : rest) += argument(error.code, i, error.arguments[i]);
    }
    const bool alone = error.code == ErrorCode::Inconsistent && error.arguments.size() < words.used;
    const char* const source = alone ? kInconsistentAlone : words.sentence;
    QString sentence = substitute(QCoreApplication::translate("Error", source), values);
    if (!rest.isEmpty() && words.rest != Rest::None) {
        //: between names in a list
        const QString comma = QCoreApplication::translate("Error", ", ");
        //: two sentences, one after the other
        sentence =
            QCoreApplication::translate("Error", "%1 %2").arg(sentence, restSentence(words.rest, rest.join(comma)));
    }
    if (error.where.empty()) {
        return sentence;
    }
    //: where the error is (a path such as machine.gpus[1].name), and the sentence about it
    return QCoreApplication::translate("Error", "%1: %2").arg(shownText(error.where), sentence);
}

} // namespace vram::ui
