// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/english.h"

#include "core/units/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vram::cli {

namespace {

struct ErrorSentence {
    ErrorCode code;
    std::string_view sentence; ///< {0}, {1} ...: arguments; {*}: the rest from there on, joined with commas
};

constexpr std::array kErrorSentences{
    ErrorSentence{ErrorCode::NotJson, "this is not valid JSON: {0}"},
    ErrorSentence{ErrorCode::UnknownKey, "the key \"{0}\" is not known here; known keys: {1*}"},
    ErrorSentence{ErrorCode::MissingKey, "the key \"{0}\" is missing"},
    ErrorSentence{ErrorCode::WrongType, "expected {0}, found {1}"},
    ErrorSentence{ErrorCode::OutOfRange, "{0} is out of range; allowed are {1} to {2}"},
    ErrorSentence{ErrorCode::NotFinite, "{0} is not a finite number"},
    ErrorSentence{ErrorCode::UnknownValue, "\"{0}\" is not known here; use one of: {1*}"},
    ErrorSentence{ErrorCode::UnknownModel, "there is no model \"{0}\" in the catalogue; near to it: {1*}"},
    ErrorSentence{ErrorCode::UnknownGpu, "there is no GPU \"{0}\" in the catalogue; near to it: {1*}"},
    ErrorSentence{ErrorCode::UnknownWeightFormat, "there is no weight format \"{0}\"; near to it: {1*}"},
    ErrorSentence{ErrorCode::UnknownKvFormat, "{1} has no KV cache type \"{0}\"; it has: {2*}"},
    ErrorSentence{ErrorCode::UnknownRuntime, "there is no runtime \"{0}\"; sized are: {1*}"},
    ErrorSentence{ErrorCode::UnsupportedSchema,
                  "schema {0} is newer than this program reads ({1}); update the program"},
    ErrorSentence{ErrorCode::UnsupportedTask, "{1} does not train models (task \"{0}\"); these do: {2*}"},
    ErrorSentence{ErrorCode::UnsupportedRuntime,
                  "{0} cannot be sized yet; use llama.cpp, Ollama, LM Studio, "
                  "text-generation-webui, vLLM, SGLang, TensorRT-LLM, Transformers, MLX or "
                  "ExLlama"},
    ErrorSentence{ErrorCode::UnsupportedSource,
                  "a model from a {0} cannot be read yet; name a model of the catalogue or "
                  "give its number of parameters"},
    ErrorSentence{ErrorCode::Overflow,
                  "the {0} this asks for is larger than can be counted; make context or batch smaller"},
    ErrorSentence{ErrorCode::Duplicate, "\"{0}\" stands twice"},
    ErrorSentence{ErrorCode::Inconsistent, "{0}: {1} against {2}"},
    ErrorSentence{ErrorCode::NotThisKind, "this is no {0} file; it looks like {1}"},
    ErrorSentence{ErrorCode::EndsEarly, "the file ends too early: {0} should follow, {1} are left"},
    ErrorSentence{ErrorCode::BigEndian, "this {0} file is for big-endian computers, which are not supported"},
    ErrorSentence{ErrorCode::FileUnreadable, "{0} cannot be read: {1}"},
    ErrorSentence{ErrorCode::TooLarge, "{0} is too large; up to {1} is read"},
    ErrorSentence{ErrorCode::StillReading, "{0} is being read."},
    ErrorSentence{ErrorCode::LayoutUnknown,
                  "the architecture {0} is not known, and its configuration alone does not tell the weights: open the "
                  "model's files"},
    ErrorSentence{ErrorCode::BadAddress,
                  "\"{0}\" is no address of a model repository ({1}); use hf:org/name, hf:org/name:file.gguf, "
                  "ms:org/name, or the address of a page"},
    ErrorSentence{ErrorCode::NoNetwork, "{0} cannot be reached: {1}"},
    ErrorSentence{ErrorCode::NotFound, "{0} is not there; check the name"},
    ErrorSentence{ErrorCode::AccessGated,
                  "{0} is gated: ask for access on its page, then set HF_TOKEN to a token of your account"},
    ErrorSentence{ErrorCode::TokenMissing,
                  "{0} does not exist or is private; check the name, or set HF_TOKEN to a token of your account"},
    ErrorSentence{ErrorCode::TokenRefused, "the token was not accepted for {0}; make a new one or check its rights"},
    ErrorSentence{ErrorCode::ServerError, "{0} answered with status {1}; try again later"},
    ErrorSentence{ErrorCode::ServerWithoutRanges,
                  "{0} sends whole files only, so that a header cannot be read; use another endpoint"},
    ErrorSentence{ErrorCode::Timeout, "{0} did not answer within {1} s; try again"},
    ErrorSentence{ErrorCode::RedirectRefused, "a redirect to {0} was not followed: {1}"},
    ErrorSentence{ErrorCode::MalformedAnswer, "the server's answer makes no sense: {0}"},
    ErrorSentence{ErrorCode::Cancelled, "cancelled"},
    ErrorSentence{ErrorCode::NoModelFiles, "{0} has no GGUF, safetensors or PyTorch files"},
    ErrorSentence{ErrorCode::ChoiceNeeded, "{0} has several models; name one of its files: {1*}"},
    ErrorSentence{ErrorCode::NotReadYet, "{0} was not read before, and HF_HUB_OFFLINE forbids to ask for it"},
    ErrorSentence{ErrorCode::BadLink, "this is no link of a scenario: {0}"},
};

struct NoteSentence {
    std::string_view code;
    std::string_view sentence;
};

constexpr std::array kNoteSentences{
    NoteSentence{"generic-model", "Only the size is given: a typical dense architecture of {0} parameters is assumed."},
    NoteSentence{"beyond-model-context", "A context of {0} tokens is beyond what the model was made for ({1})."},
    NoteSentence{"unsupported-runtime", "{0} cannot use {1}."},
    NoteSentence{"unsupported-format", "{1} cannot run {0} on this hardware {2}"},
    NoteSentence{"cache-unknown",
                 "The cache layout of {0} cannot be sized: the weights are exact, the cache is unknown."},
    NoteSentence{"usable-by-rule", "The usable memory of this card is estimated by rule, not from its driver."},
    NoteSentence{"weights-by-bits", "The size of {0} is by its average bits per weight, so it carries a range."},
    NoteSentence{"kv-dominates", "The KV cache is larger than the weights."},
    NoteSentence{"chosen-layers",
                 "{0} of {1} layers are on the card, as chosen; the rest runs from system memory, much slower."},
    NoteSentence{"offload-layers", "{0} of {1} layers fit on the card; the rest runs from system memory, much slower."},
    NoteSentence{"ram-short", "System memory does not suffice for what does not fit on the card."},
    NoteSentence{"ram-tight", "System memory holds its part with little left: close other programs."},
    NoteSentence{
        "ram-rereads",
        "It will swap: {0} bytes of what belongs in system memory find no room there; the system drops pages of "
        "the model's file and reads them again from the disk for every token, seconds to minutes each."},
    NoteSentence{"ram-swaps",
                 "{0} bytes of what belongs in system memory have no room there: without memory mapping they go to the "
                 "swap area, written and read again for every token, or the process is killed."},
    NoteSentence{"ram-locked",
                 "{0} bytes of what belongs in system memory have no room there: locking it there fails."},
    NoteSentence{"ram-disk",
                 "{0} bytes of what belongs in system memory have no room there: they would be read from a folder on "
                 "the disk (offload_folder) for every token."},
    NoteSentence{"experts-in-ram",
                 "The routed experts of {0} of {1} layers lie in system memory; the rest of these layers is on the "
                 "card."},
    NoteSentence{"cache-in-ram", "The KV cache lies in system memory: attention reads it from there."},
    NoteSentence{"streamed-layers",
                 "{0} of {1} layers stay on the card; the others wait in system memory and are copied to the card for "
                 "every token."},
    NoteSentence{"copied-heads", "{0} key and value heads over {1} GPUs: several GPUs keep the same cache."},
    NoteSentence{"too-many-ranks", "The degrees of parallelism ask for {0} GPUs; the machine has {1}."},
    NoteSentence{"idle-cards", "{0} of {1} GPUs stay empty with these degrees of parallelism."},
    NoteSentence{"placement-ignored",
                 "{0} has no options for experts or cache in system memory, rows and ratios: left out."},
    NoteSentence{"row-split", "Matrices are cut by rows over the cards; experts, cache and working memory are not."},
    NoteSentence{"raise-gpu-share",
                 "It fits with a larger share for the GPU: sudo sysctl iogpu.wired_limit_mb={0} (until the next "
                 "restart)."},
    NoteSentence{"training-low-confidence", "{0} is sized as the sum of what it loads and generates: a rough figure."},
    NoteSentence{"parallel-degrees",
                 "The degrees of parallelism (together {0}) do not divide {1} card(s), or the layers or experts do not "
                 "suffice."},
    NoteSentence{"worst-stage", "The fullest of {1} pipeline stages is number {0}."},
    NoteSentence{"training-offload", "{0} bytes lie in system memory."},
    NoteSentence{"training-rule", "Rule of thumb ({0}): {2} to {3} times; here it is {1} times."},
    NoteSentence{"cpu-only", "No GPU: everything runs from system memory."},
    NoteSentence{"unified-memory", "Unified memory: by default the GPU may use {0} % of it."},
    NoteSentence{"pool", "The runtime reserves a KV pool of {0} tokens: {1} requests of this context at once."},
    NoteSentence{"pool-short",
                 "The KV pool that the runtime reserves holds {0} of {1} requests of this context: give it a larger "
                 "share of the card."},
    NoteSentence{"draft-vocabulary", "{0} has another vocabulary: its drafts cannot be verified by this model."},
    NoteSentence{
        "layers-instead",
        "For {0} several cards are sized with whole layers in turn: the placement \"tensor\" changes nothing."},
    NoteSentence{"mtp-none", "{0} has no layers of multi-token prediction: nothing is added for them."},
    NoteSentence{"mtp-unsupported",
                 "{0} does not draft with the multi-token prediction layers of {1}: nothing is added for them."},
    NoteSentence{"mtp-or-draft",
                 "With a draft model the layers of multi-token prediction are not used: nothing is added for them."},
    NoteSentence{"uneven-heads", "{0} attention heads do not divide over {1} GPUs: the runtime refuses this split."},
    NoteSentence{"no-gguf", "llama.cpp has no GGUF support for {0}."},
    NoteSentence{"flash-attention-needed", "A {0} value cache needs flash attention."},
    NoteSentence{"vision-not-counted", "The vision part ({0} parameters) is a separate file and not counted."},
    NoteSentence{"layout-unknown",
                 "The file does not tell how its cache is laid out ({0}): only the weights are known."},
    NoteSentence{"window-unknown",
                 "There is a sliding window, but nothing says which layers have it ({0}): the cache is unknown."},
    NoteSentence{"layout-from-table",
                 "The file does not say all that sizes its cache; the rest is taken as usual for {0}."},
    NoteSentence{"architecture-not-known", "{0} is not known: it is sized as a usual decoder of these numbers."},
    NoteSentence{"window-ignored",
                 "{0} is {1}, but llama.cpp keeps the whole context of this architecture; other runtimes keep less."},
    NoteSentence{"vision-not-sized", "The layout of the vision part ({0}) is not known: it is not counted."},
    NoteSentence{"audio-not-sized", "The layout of the audio part ({0}) is not known: it is not counted."},
    NoteSentence{"format-not-sized",
                 "{0} names a quantization that cannot be sized ({1}): choose the format that is nearest."},
    NoteSentence{"latent-expanded",
                 "{0} is missing: the file is from before latent caches, so whole keys and values are cached."},
    NoteSentence{"experts-disagree", "{0} is {1}, the tensors have {2} experts."},
    NoteSentence{"tensors-not-known",
                 "Some tensors are not understood ({0}): other formats are sized by their average bits."},
    NoteSentence{"draft-heads", "{1} draft layers ({2} bytes) are in the file and not loaded for plain generation."},
    NoteSentence{"parameters-differ",
                 "The files hold {1} parameters, {0} describes {2}: other formats are sized by their average bits."},
    NoteSentence{"layers-missing", "{1} layers have no weights, the first of them {0}: a file may be missing."},
    NoteSentence{"bits-assumed",
                 "Nothing says how many bits a weight of {0} has; its parameters are counted with {1}."},
    NoteSentence{"unknown-dtype", "{0} has elements of the unknown type {1}; their bytes are counted as they are."},
    NoteSentence{"total-size-differs", "{0} is {1}, the files hold {2} bytes: the files are believed."},
    NoteSentence{
        "index-differs",
        "Index and files do not agree (first: {0}): {1} tensors are elsewhere or missing, {2} are not listed."},
    NoteSentence{"sizes-from-files", "PyTorch files are never opened: {1} bytes by their sizes alone."},
    NoteSentence{"rank-differs", "The adapter has rank {1}, {0} says {2}: the tensors are believed."},
    NoteSentence{"adapter-config-unread", "{0} is no readable JSON: the adapter is described by its tensors alone."},
    NoteSentence{"short-of", "Missing on the card: {0} bytes."},
};

constexpr std::array kCheckSentences{
    NoteSentence{"check-nvidia-smi", "While it runs: {0}"},
    NoteSentence{"check-rocm-smi", "While it runs: {0}"},
    NoteSentence{"check-xpu-smi", "While it runs: {0}"},
    NoteSentence{"check-activity-monitor", "While it runs, in Activity Monitor: the memory of {0}."},
    NoteSentence{"check-card", "Card {0} ({1}): {2} to {3} MiB, beside what other programs take of it."},
    NoteSentence{"check-ram", "System memory: {0} to {1} MiB of the process (the pages of the file included)."},
    NoteSentence{"check-verbosity", "Add {0}: without it the log leaves these lines out."},
    NoteSentence{"check-layers", "The log says: {0}"},
    NoteSentence{"check-line", "The log's line \"{0}\" has about {1}."},
    NoteSentence{"check-sum", "The log's lines \"{0}\" add up to about {1} MiB."},
    NoteSentence{"check-ollama", "{0} shows PROCESSOR {1} and CONTEXT {2}."},
    NoteSentence{"check-torch", "After a run, in Python: {0} is {1} to {2}."},
};

struct TroubleSentence {
    MachineTroubleCode code;
    std::string_view sentence;
};

constexpr std::array kTroubleSentences{
    TroubleSentence{MachineTroubleCode::NoGpu, "No graphics card was found."},
    TroubleSentence{MachineTroubleCode::NoNvidiaSmi,
                    "There is an NVIDIA card, but not {0}: install NVIDIA's driver with its tools."},
    TroubleSentence{MachineTroubleCode::ProgramFailed, "{0} failed: {1}"},
    TroubleSentence{MachineTroubleCode::ProgramTimedOut, "{0} did not answer within {1} s."},
    TroubleSentence{MachineTroubleCode::ProgramAnswerUnread, "The answer of {0} makes no sense: {1}"},
    TroubleSentence{MachineTroubleCode::UnknownGpu, "{0} is not in the catalogue: choose a card that is like it."},
    TroubleSentence{MachineTroubleCode::GpuMemoryDiffers,
                    "{0} has {2} bytes, unlike the catalogue's {1}: choose a card that is like it."},
    TroubleSentence{MachineTroubleCode::GpuMemoryUnknown,
                    "{0} is sold with different memories, and the driver does not tell which: check it."},
    TroubleSentence{MachineTroubleCode::GpuPartitioned,
                    "{0} is partitioned (MIG): a process gets one slice, here the whole card is taken."},
    TroubleSentence{MachineTroubleCode::FileUnreadable, "{0} cannot be read: {1}"},
    TroubleSentence{MachineTroubleCode::ValueOutOfRange, "{0} has the value {1}, which makes no sense."},
    TroubleSentence{MachineTroubleCode::RamUnknown, "The size of the system memory is not known."},
    TroubleSentence{MachineTroubleCode::RamTypeUnknown, "The type of the system memory is not known."},
    TroubleSentence{MachineTroubleCode::RamTypeNeedsRoot,
                    "The type of the system memory is not known: only root may read {0}."},
    TroubleSentence{MachineTroubleCode::RamMixed, "The system memory is mixed ({0}): {1} is taken for all of it."},
    TroubleSentence{MachineTroubleCode::CoresUnknown, "The number of cores is not known."},
};

std::string joined(const std::vector<std::string>& values, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < values.size(); ++i) {
        text += (i == from ? "" : ", ") + values[i];
    }
    return text.empty() ? "(none)" : text;
}

/// Puts arguments into {0}, {1}, and joined lists into {1*}.
std::string filled(std::string_view sentence, const std::vector<std::string>& arguments) {
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool slot =
            sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 1] >= '0' && sentence[i + 1] <= '9';
        if (!slot) {
            text += sentence[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(sentence[i + 1] - '0');
        const bool list = sentence[i + 2] == '*';
        if (list) {
            text += joined(arguments, index);
        } else if (index < arguments.size()) {
            text += arguments[index];
        }
        i += list ? 3 : 2;
    }
    return text;
}

} // namespace

std::string errorSentence(const Error& error) {
    const auto found = std::ranges::find(kErrorSentences, error.code, &ErrorSentence::code);
    const std::string sentence = found == kErrorSentences.end() ? std::string(errorCodeId(error.code))
                                                                : filled(found->sentence, error.arguments);
    return visibleText(error.where.empty() ? sentence : error.where + ": " + sentence);
}

std::string noteSentence(const Note& note) {
    const auto found = std::ranges::find(kNoteSentences, note.code, &NoteSentence::code);
    return found == kNoteSentences.end() ? std::string(note.code)
                                         : visibleText(filled(found->sentence, note.arguments));
}

std::string checkSentence(const CheckStep& step) {
    const auto found = std::ranges::find(kCheckSentences, step.code, &NoteSentence::code);
    return found == kCheckSentences.end() ? std::string(step.code)
                                          : visibleText(filled(found->sentence, step.arguments));
}

std::string troubleSentence(const MachineTrouble& trouble) {
    const auto found = std::ranges::find(kTroubleSentences, trouble.code, &TroubleSentence::code);
    return found == kTroubleSentences.end() ? std::string(machineTroubleId(trouble.code))
                                            : visibleText(filled(found->sentence, trouble.arguments));
}

} // namespace vram::cli
