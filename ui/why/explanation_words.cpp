// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/explanation_words.h"

#include <QtGlobal>

namespace vram::ui {

namespace {

// The most particular row of a formula first. Keep every {placeholder}; "=" comes before the result.
constexpr std::array kFormulas{
    FormulaWords{"kv-llamacpp", QT_TRANSLATE_NOOP("Why", "{layers} layers × {cells} cells × batch {sequences} × latent "
                                                         "{latent-width} × {key-bytes} bytes = {result}")},
    FormulaWords{"kv-llamacpp",
                 QT_TRANSLATE_NOOP("Why", "{layers} layers × {cells} cells × batch {sequences} × (keys {key-width} × "
                                          "{key-bytes} + values {value-width} × {value-bytes}) bytes = {result}")},
    FormulaWords{"kv-llamacpp-unified",
                 QT_TRANSLATE_NOOP("Why", "{layers} layers × {cells} cells that all sequences share × latent "
                                          "{latent-width} × {key-bytes} bytes = {result}")},
    FormulaWords{"kv-llamacpp-unified",
                 QT_TRANSLATE_NOOP("Why",
                                   "{layers} layers × {cells} cells that all sequences share × (keys {key-width} × "
                                   "{key-bytes} + values {value-width} × {value-bytes}) bytes = {result}")},
    FormulaWords{"kv-paged",
                 QT_TRANSLATE_NOOP(
                     "Why", "{copies} copies × {layers} layers × {positions} positions × batch {sequences} × (latent "
                            "{latent-width} × {key-bytes} + {indexer-bytes} of the indexer) bytes = {result}")},
    FormulaWords{
        "kv-paged",
        QT_TRANSLATE_NOOP("Why", "{layers} layers × {positions} positions × batch {sequences} × (latent {latent-width} "
                                 "× {key-bytes} + {indexer-bytes} of the indexer) bytes = {result}")},
    FormulaWords{"kv-paged",
                 QT_TRANSLATE_NOOP("Why", "{copies} copies × {layers} layers × {positions} positions × batch "
                                          "{sequences} × latent {latent-width} × {key-bytes} bytes = {result}")},
    FormulaWords{"kv-paged", QT_TRANSLATE_NOOP("Why", "{layers} layers × {positions} positions × batch {sequences} × "
                                                      "latent {latent-width} × {key-bytes} bytes = {result}")},
    FormulaWords{
        "kv-paged",
        QT_TRANSLATE_NOOP(
            "Why", "{copies} copies × room of {room-layers} layers × {positions} positions × batch {sequences} × (keys "
                   "{key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}")},
    FormulaWords{
        "kv-paged",
        QT_TRANSLATE_NOOP("Why", "room of {room-layers} layers × {positions} positions × batch {sequences} × (keys "
                                 "{key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}")},
    FormulaWords{"kv-paged",
                 QT_TRANSLATE_NOOP(
                     "Why", "{copies} copies × {layers} layers × {positions} positions × batch {sequences} × (keys "
                            "{key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}")},
    FormulaWords{"kv-paged",
                 QT_TRANSLATE_NOOP("Why",
                                   "{layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × "
                                   "{key-bytes} + values {value-width} × {value-bytes}) bytes = {result}")},
    FormulaWords{"kv-growing", QT_TRANSLATE_NOOP("Why", "{layers} layers × {positions} positions × batch {sequences} × "
                                                        "latent {latent-width} × {key-bytes} bytes = {result}")},
    FormulaWords{"kv-growing",
                 QT_TRANSLATE_NOOP("Why",
                                   "{layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × "
                                   "{key-bytes} + values {value-width} × {value-bytes}) bytes = {result}")},
    FormulaWords{
        "recurrent-state",
        QT_TRANSLATE_NOOP("Why", "{layers} layers × batch {sequences} × ({conv-steps} steps × {conv-channels} channels "
                                 "× {conv-bytes} + {state-elements} state values × {state-bytes}) bytes = {result}")},
    FormulaWords{"recurrent-state",
                 QT_TRANSLATE_NOOP("Why",
                                   "{layers} layers × batch {sequences} × {state-slots} states × ({conv-steps} steps × "
                                   "{conv-channels} channels × {conv-bytes} + {state-elements} state values × "
                                   "{state-bytes}) bytes = {result}")},
    FormulaWords{"recurrent-state",
                 QT_TRANSLATE_NOOP("Why", "{layers} layers × batch {sequences} × {conv-steps} steps × {conv-channels} "
                                          "channels × {conv-bytes} bytes = {result}")},
    FormulaWords{
        "recurrent-state",
        QT_TRANSLATE_NOOP(
            "Why",
            "{layers} layers × batch {sequences} × {state-elements} state values × {state-bytes} bytes = {result}")},
    FormulaWords{"pool-of-card",
                 QT_TRANSLATE_NOOP("Why",
                                   "{pool-card} × {pool-share} − {pool-taken} = {result}, of which this question "
                                   "needs {pool-needed}")},
    FormulaWords{"pool-of-rest",
                 QT_TRANSLATE_NOOP("Why", "({pool-card} − {pool-taken}) × {pool-share} = {result}, of which this "
                                          "question needs {pool-needed}")},
    FormulaWords{"pool-none", QT_TRANSLATE_NOOP("Why", "{pool-card} × {pool-share} leaves nothing beside {pool-taken}: "
                                                       "{result} for a cache of {pool-needed}")},
    FormulaWords{"adapter-lora", QT_TRANSLATE_NOOP("Why", "{adapters} adapters × rank {lora-rank} × {adapter-widths} "
                                                          "inputs and outputs × {adapter-bytes} bytes = {result}")},
    FormulaWords{"overhead-vllm", QT_TRANSLATE_NOOP("Why", "{cards} cards × ({non-torch} + {cuda-graphs}) = {result}")},
    FormulaWords{"overhead-vllm", QT_TRANSLATE_NOOP("Why", "{non-torch} + {cuda-graphs} = {result}")},
    FormulaWords{"overhead-context", QT_TRANSLATE_NOOP("Why", "{cards} cards × {driver-context} = {result}")},
    FormulaWords{"overhead-context", QT_TRANSLATE_NOOP("Why", "{driver-context}, once on the card")},
    FormulaWords{"overhead-context", QT_TRANSLATE_NOOP("Why", "{cards} cards × {non-torch} = {result}")},
    FormulaWords{"overhead-context", QT_TRANSLATE_NOOP("Why", "{non-torch}, once on the card")},
    FormulaWords{"activations-llamacpp-output",
                 QT_TRANSLATE_NOOP("Why", "4 bytes × {vocabulary} × batch {sequences} = {result}")},
    FormulaWords{
        "activations-llamacpp",
        QT_TRANSLATE_NOOP("Why", "The peak of llama.cpp’s largest graph, laid out as its allocator does: {result}")},
    FormulaWords{"activations-vllm",
                 QT_TRANSLATE_NOOP(
                     "Why", "{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + {bytes-per-logit} "
                            "bytes × {max-sequences} sequences × {vocabulary} + experts {expert-caches}")},
    FormulaWords{"activations-vllm",
                 QT_TRANSLATE_NOOP("Why", "{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + "
                                          "{bytes-per-logit} bytes × {max-sequences} sequences × {vocabulary}")},
    FormulaWords{"activations-vllm-stage",
                 QT_TRANSLATE_NOOP("Why",
                                   "{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + 6 bytes × "
                                   "{batched-tokens} tokens × {feed-forward-width} + experts {expert-caches}")},
    FormulaWords{"activations-vllm-stage",
                 QT_TRANSLATE_NOOP("Why", "{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + 6 "
                                          "bytes × {batched-tokens} tokens × {feed-forward-width}")},
    FormulaWords{"activations-vllm-other", QT_TRANSLATE_NOOP("Why", "The peak that vLLM measures at start: {result}")},
    FormulaWords{"activations-transformers-block",
                 QT_TRANSLATE_NOOP("Why", "{base} + {prompt} tokens × batch {sequences} × {value-size} bytes × (3 × "
                                          "{feed-forward-width} + 4 × {hidden-size}) − {later-cache}")},
    FormulaWords{"activations-transformers-block",
                 QT_TRANSLATE_NOOP("Why", "{base} + {prompt} tokens × batch {sequences} × {value-size} bytes × (3 × "
                                          "{feed-forward-width} + 4 × {hidden-size})")},
    FormulaWords{"activations-transformers-logits",
                 QT_TRANSLATE_NOOP(
                     "Why", "{base} + {prompt} tokens × batch {sequences} × 6 bytes × {vocabulary} − {later-cache}")},
    FormulaWords{"activations-transformers-logits",
                 QT_TRANSLATE_NOOP("Why", "{base} + {prompt} tokens × batch {sequences} × 6 bytes × {vocabulary}")},
    FormulaWords{"activations-transformers-scores",
                 QT_TRANSLATE_NOOP("Why", "{base} + {prompt} tokens × {prompt} tokens × batch {sequences} × 8 bytes × "
                                          "{heads} heads − {later-cache}")},
    FormulaWords{
        "activations-transformers-scores",
        QT_TRANSLATE_NOOP("Why",
                          "{base} + {prompt} tokens × {prompt} tokens × batch {sequences} × 8 bytes × {heads} heads")},
    FormulaWords{"activations-transformers-old-cache",
                 QT_TRANSLATE_NOOP("Why", "{base} + {old-cache} of cache from the step before")},
    FormulaWords{"activations-transformers-base", QT_TRANSLATE_NOOP("Why", "{base}: the cache leaves room enough")},
    FormulaWords{"activations-transformers",
                 QT_TRANSLATE_NOOP("Why", "The widest moment of processing the prompt: {result}")},
};

constexpr std::array kOperands{
    OperandWords{"base-weights", QT_TRANSLATE_NOOP("Why", "the model’s parameters"), ""},
    OperandWords{"gathered-layers", QT_TRANSLATE_NOOP("Why", "layers gathered from all cards"),
                 QT_TRANSLATE_NOOP("Why", "the one that runs and the next")},
    OperandWords{"single-embeddings", QT_TRANSLATE_NOOP("Why", "embedding and head in 32 bits"), ""},
    OperandWords{"other-models", QT_TRANSLATE_NOOP("Why", "further models"),
                 QT_TRANSLATE_NOOP("Why", "reference, reward and value model as large as this one")},
    OperandWords{"adapter-weights", QT_TRANSLATE_NOOP("Why", "weights of the adapter"), ""},
    OperandWords{"gradient-values", QT_TRANSLATE_NOOP("Why", "gradients"), ""},
    OperandWords{"gradient-buckets", QT_TRANSLATE_NOOP("Why", "gradients on their way to other cards"),
                 QT_TRANSLATE_NOOP("Why", "buckets of the framework")},
    OperandWords{"gradient-bytes", QT_TRANSLATE_NOOP("Why", "bytes a gradient"),
                 QT_TRANSLATE_NOOP("Why", "by the precision")},
    OperandWords{"gradient-room", QT_TRANSLATE_NOOP("Why", "room that gradients take over later"), ""},
    OperandWords{"optimizer-states", QT_TRANSLATE_NOOP("Why", "states of the optimizer"), ""},
    OperandWords{"master-copy", QT_TRANSLATE_NOOP("Why", "32-bit copy of the parameters"), ""},
    OperandWords{"step-copies", QT_TRANSLATE_NOOP("Why", "copies that the step makes"), ""},
    OperandWords{"moved-values", QT_TRANSLATE_NOOP("Why", "what training moves to RAM"), ""},
    OperandWords{"kept-activations", QT_TRANSLATE_NOOP("Why", "values kept for the backward pass"), ""},
    OperandWords{"live-activations", QT_TRANSLATE_NOOP("Why", "values of the layer that is computed again"), ""},
    OperandWords{"loss-activations", QT_TRANSLATE_NOOP("Why", "logits and loss"), ""},
    OperandWords{"generation-cache", QT_TRANSLATE_NOOP("Why", "KV cache of the generated answers"), ""},
    OperandWords{"training-base", QT_TRANSLATE_NOOP("Why", "workspaces"), ""},
    OperandWords{"micro-tokens", QT_TRANSLATE_NOOP("Why", "tokens of a micro-batch"), ""},
    OperandWords{"in-flight", QT_TRANSLATE_NOOP("Why", "micro-batches in flight"),
                 QT_TRANSLATE_NOOP("Why", "as many as stages follow")},
    OperandWords{"adapters", QT_TRANSLATE_NOOP("Why", "adapters"), ""},
    OperandWords{"lora-rank", QT_TRANSLATE_NOOP("Why", "LoRA rank"), ""},
    OperandWords{"adapter-widths", QT_TRANSLATE_NOOP("Why", "inputs and outputs of all target matrices"), ""},
    OperandWords{"adapter-bytes", QT_TRANSLATE_NOOP("Why", "bytes a value of the adapter"), ""},
    OperandWords{"draft-model", QT_TRANSLATE_NOOP("Why", "draft model"), ""},
    OperandWords{"mtp-weights", QT_TRANSLATE_NOOP("Why", "layers of multi-token prediction"), ""},
    OperandWords{"mtp-cache", QT_TRANSLATE_NOOP("Why", "their KV cache"), ""},
    OperandWords{"mtp-states", QT_TRANSLATE_NOOP("Why", "further states to go back to"), ""},
    OperandWords{"mtp-work", QT_TRANSLATE_NOOP("Why", "working buffers of the drafting context"), ""},
    OperandWords{"mtp-layers", QT_TRANSLATE_NOOP("Why", "layers of multi-token prediction (number)"), ""},
    OperandWords{"mtp-tokens", QT_TRANSLATE_NOOP("Why", "tokens drafted at a time"),
                 QT_TRANSLATE_NOOP("Why", "the runtime's default")},
    OperandWords{"pool-card", QT_TRANSLATE_NOOP("Why", "memory of the card as the runtime counts it"), ""},
    OperandWords{"pool-share", QT_TRANSLATE_NOOP("Why", "share that the runtime takes"),
                 QT_TRANSLATE_NOOP("Why", "the runtime's default")},
    OperandWords{"pool-taken", QT_TRANSLATE_NOOP("Why", "taken before the cache"),
                 QT_TRANSLATE_NOOP("Why", "the sum of the following")},
    OperandWords{"pool-weights", QT_TRANSLATE_NOOP("Why", "weights on this card"),
                 QT_TRANSLATE_NOOP("Why", "as above")},
    OperandWords{"pool-work", QT_TRANSLATE_NOOP("Why", "working memory of one step"),
                 QT_TRANSLATE_NOOP("Why", "as above")},
    OperandWords{"pool-overhead", QT_TRANSLATE_NOOP("Why", "the process’s own share"),
                 QT_TRANSLATE_NOOP("Why", "as above")},
    OperandWords{"pool-states", QT_TRANSLATE_NOOP("Why", "recurrent states on this card"),
                 QT_TRANSLATE_NOOP("Why", "as above")},
    OperandWords{"pool-needed", QT_TRANSLATE_NOOP("Why", "cache of this question on this card"),
                 QT_TRANSLATE_NOOP("Why", "as above")},
    OperandWords{"pool-tokens", QT_TRANSLATE_NOOP("Why", "tokens that the pool holds"),
                 QT_TRANSLATE_NOOP("Why", "whole pages")},
    OperandWords{"pool-requests", QT_TRANSLATE_NOOP("Why", "requests of this context that it holds at once"),
                 QT_TRANSLATE_NOOP("Why", "whole requests")},
    OperandWords{"vision-weights", QT_TRANSLATE_NOOP("Why", "vision part in 16 bits"), ""},
    OperandWords{"vision-work", QT_TRANSLATE_NOOP("Why", "working memory of the vision part"), ""},
    OperandWords{"step-block", QT_TRANSLATE_NOOP("Why", "values of one step in a block"),
                 QT_TRANSLATE_NOOP("Why", "2 bytes × tokens × (3 × feed-forward width + 4 × hidden size), shared out "
                                          "over tensor-parallel cards where it divides")},
    OperandWords{"step-logits", QT_TRANSLATE_NOOP("Why", "logits"),
                 QT_TRANSLATE_NOOP("Why", "one row of the vocabulary for each sequence of a step")},
    OperandWords{"weight-copy", QT_TRANSLATE_NOOP("Why", "one matrix in 16 bits"),
                 QT_TRANSLATE_NOOP("Why", "the largest quantized matrix is unpacked for long prompts")},
    OperandWords{"cache-copy", QT_TRANSLATE_NOOP("Why", "one layer’s cache in 16 bits"),
                 QT_TRANSLATE_NOOP("Why", "a quantized cache is unpacked layer by layer")},
    OperandWords{"step-base", QT_TRANSLATE_NOOP("Why", "buffers that are kept"), ""},
    OperandWords{"request-table", QT_TRANSLATE_NOOP("Why", "table of the requests’ tokens"),
                 QT_TRANSLATE_NOOP("Why", "4 bytes × context × requests that may run (2048 unless set)")},
    OperandWords{"static-share", QT_TRANSLATE_NOOP("Why", "share of the card for weights and cache"),
                 QT_TRANSLATE_NOOP("Why", "mem_fraction_static as SGLang chooses it for this card")},
    OperandWords{"held-back", QT_TRANSLATE_NOOP("Why", "held back for it by SGLang"),
                 QT_TRANSLATE_NOOP("Why", "the rest of the card, less graphs and tables")},
    OperandWords{"state-slots", QT_TRANSLATE_NOOP("Why", "states a sequence"),
                 QT_TRANSLATE_NOOP("Why", "SGLang keeps three, so that prefixes can be reused")},
    OperandWords{"blocks", QT_TRANSLATE_NOOP("Why", "transformer blocks"), ""},
    OperandWords{"output-layer", QT_TRANSLATE_NOOP("Why", "output layer"), ""},
    OperandWords{"token-embedding", QT_TRANSLATE_NOOP("Why", "token embedding"), ""},
    OperandWords{"other-tensors", QT_TRANSLATE_NOOP("Why", "other tensors"), ""},
    OperandWords{"embedding-copy", QT_TRANSLATE_NOOP("Why", "token embedding again, as the output layer"), ""},
    OperandWords{"runtime-tensors", QT_TRANSLATE_NOOP("Why", "rounding, copies and position tables"), ""},
    OperandWords{"old-cache", QT_TRANSLATE_NOOP("Why", "cache of the step before"), ""},
    OperandWords{"embedding-in-ram", QT_TRANSLATE_NOOP("Why", "not counted: token embedding in system memory"), ""},
    OperandWords{"experts-in-ram", QT_TRANSLATE_NOOP("Why", "not counted: routed experts in system memory"), ""},
    OperandWords{"cache-in-ram", QT_TRANSLATE_NOOP("Why", "not counted: it lies in system memory"), ""},
    OperandWords{"replica-copies", QT_TRANSLATE_NOOP("Why", "the same in the other replicas"), ""},
    OperandWords{"parameters", QT_TRANSLATE_NOOP("Why", "parameters"), ""},
    OperandWords{"bits-per-weight", QT_TRANSLATE_NOOP("Why", "average bits per weight"), ""},
    OperandWords{"layers", QT_TRANSLATE_NOOP("Why", "layers"), ""},
    OperandWords{"room-layers", QT_TRANSLATE_NOOP("Why", "layers that they take the room of"),
                 QT_TRANSLATE_NOOP("Why", "groups of layers are padded to equal size")},
    OperandWords{"copies", QT_TRANSLATE_NOOP("Why", "copies"),
                 QT_TRANSLATE_NOOP("Why", "what does not divide among the cards is kept on each")},
    OperandWords{"cells", QT_TRANSLATE_NOOP("Why", "cells"), QT_TRANSLATE_NOOP("Why", "padded to 256")},
    OperandWords{"positions", QT_TRANSLATE_NOOP("Why", "cached positions"),
                 QT_TRANSLATE_NOOP("Why", "context or window, in the runtime's pages")},
    OperandWords{"context", QT_TRANSLATE_NOOP("Why", "context length"), ""},
    OperandWords{"window", QT_TRANSLATE_NOOP("Why", "sliding window"), ""},
    OperandWords{"sequences", QT_TRANSLATE_NOOP("Why", "batch"), ""},
    OperandWords{"micro-batch", QT_TRANSLATE_NOOP("Why", "micro-batch"),
                 QT_TRANSLATE_NOOP("Why", "the runtime's default, at most the context")},
    OperandWords{"key-width", QT_TRANSLATE_NOOP("Why", "width of a key, for one position and layer"), ""},
    OperandWords{"value-width", QT_TRANSLATE_NOOP("Why", "width of a value, for one position and layer"), ""},
    OperandWords{"latent-width", QT_TRANSLATE_NOOP("Why", "width of the latent, for one position and layer"), ""},
    OperandWords{"key-bytes", QT_TRANSLATE_NOOP("Why", "bytes per element of a key"), ""},
    OperandWords{"value-bytes", QT_TRANSLATE_NOOP("Why", "bytes per element of a value"), ""},
    OperandWords{"indexer-bytes", QT_TRANSLATE_NOOP("Why", "the sparse attention's indexer"), ""},
    OperandWords{"conv-steps", QT_TRANSLATE_NOOP("Why", "steps that the convolution remembers"), ""},
    OperandWords{"conv-channels", QT_TRANSLATE_NOOP("Why", "channels of the convolution"), ""},
    OperandWords{"conv-bytes", QT_TRANSLATE_NOOP("Why", "bytes a value of the convolution"),
                 QT_TRANSLATE_NOOP("Why", "the runtime's own type")},
    OperandWords{"state-elements", QT_TRANSLATE_NOOP("Why", "values of the state"), ""},
    OperandWords{"state-bytes", QT_TRANSLATE_NOOP("Why", "bytes a value of the state"),
                 QT_TRANSLATE_NOOP("Why", "the runtime's own type")},
    OperandWords{"cards", QT_TRANSLATE_NOOP("Why", "cards"), ""},
    OperandWords{"driver-context", QT_TRANSLATE_NOOP("Why", "driver context of the process"), ""},
    OperandWords{"non-torch", QT_TRANSLATE_NOOP("Why", "memory outside PyTorch"), ""},
    OperandWords{"cuda-graphs", QT_TRANSLATE_NOOP("Why", "CUDA graphs"), ""},
    OperandWords{"mask", QT_TRANSLATE_NOOP("Why", "attention mask"),
                 QT_TRANSLATE_NOOP("Why", "micro-batch × cells × 2 bytes (4 without flash attention)")},
    OperandWords{"inputs", QT_TRANSLATE_NOOP("Why", "positions and indices"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"residual-stream", QT_TRANSLATE_NOOP("Why", "residual stream"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"attention-tensors", QT_TRANSLATE_NOOP("Why", "values inside the attention"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"attention-scores", QT_TRANSLATE_NOOP("Why", "attention scores"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"recurrent-tensors", QT_TRANSLATE_NOOP("Why", "values inside the recurrent layer"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"feed-forward-tensors", QT_TRANSLATE_NOOP("Why", "values inside the feed-forward layer"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"expert-tensors", QT_TRANSLATE_NOOP("Why", "values inside the experts"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"logits", QT_TRANSLATE_NOOP("Why", "logits"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"weight-copies", QT_TRANSLATE_NOOP("Why", "weights copied from system memory"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"cache-copies", QT_TRANSLATE_NOOP("Why", "16-bit copies of one layer’s quantized cache"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"gaps", QT_TRANSLATE_NOOP("Why", "gaps between them"),
                 QT_TRANSLATE_NOOP("Why", "as llama.cpp lays out its buffer")},
    OperandWords{"hidden-size", QT_TRANSLATE_NOOP("Why", "hidden size"), ""},
    OperandWords{"feed-forward-width", QT_TRANSLATE_NOOP("Why", "feed-forward width"), ""},
    OperandWords{"heads", QT_TRANSLATE_NOOP("Why", "attention heads"), ""},
    OperandWords{"vocabulary", QT_TRANSLATE_NOOP("Why", "vocabulary"), ""},
    OperandWords{"batched-tokens", QT_TRANSLATE_NOOP("Why", "tokens of one step"),
                 QT_TRANSLATE_NOOP("Why", "the runtime's default for this card")},
    OperandWords{"max-sequences", QT_TRANSLATE_NOOP("Why", "sequences of one step"),
                 QT_TRANSLATE_NOOP("Why", "the runtime's default for this card")},
    OperandWords{"bytes-per-hidden", QT_TRANSLATE_NOOP("Why", "bytes a hidden value"), ""},
    OperandWords{"bytes-per-logit", QT_TRANSLATE_NOOP("Why", "bytes a logit"), ""},
    OperandWords{"expert-caches", QT_TRANSLATE_NOOP("Why", "the experts' intermediate values"),
                 QT_TRANSLATE_NOOP("Why", "16 bits, for the used experts of one step")},
    OperandWords{"base", QT_TRANSLATE_NOOP("Why", "fixed share"), ""},
    OperandWords{"prompt", QT_TRANSLATE_NOOP("Why", "prompt"), ""},
    OperandWords{"value-size", QT_TRANSLATE_NOOP("Why", "bytes a value"),
                 QT_TRANSLATE_NOOP("Why", "the type that the model computes in")},
    OperandWords{"later-cache", QT_TRANSLATE_NOOP("Why", "cache that is still free then"),
                 QT_TRANSLATE_NOOP("Why", "the context beyond the prompt")},
};

constexpr std::array kRanges{
    RangeWords{"activations-step-sglang",
               QT_TRANSLATE_NOOP("Why", "The upper end is what SGLang holds back for it by its own rule; the figure "
                                        "itself has not been compared with measurements.")},
    RangeWords{"activations-step",
               QT_TRANSLATE_NOOP("Why", "From the runtime’s own settings and source; not compared with measurements "
                                        "yet, hence the wide range.")},
    RangeWords{"weights", QT_TRANSLATE_NOOP("Why", "The format's choice of a type for each tensor is not modelled: its "
                                                   "typical bits per weight vary by model.")},
    RangeWords{"activations-llamacpp",
               QT_TRANSLATE_NOOP("Why", "Exact for architectures whose figures were compared with llama.cpp’s own; "
                                        "for others the range holds what leaving a trait out cost.")},
    RangeWords{
        "activations-vllm",
        QT_TRANSLATE_NOOP("Why", "Fitted on the start-up logs of 27 runs of vLLM; the range holds their spread.")},
    RangeWords{"activations-transformers",
               QT_TRANSLATE_NOOP(
                   "Why", "Compared with published measurements of Transformers; the range holds their spread.")},
    RangeWords{"training-",
               QT_TRANSLATE_NOOP("Why", "Fitted on measured training runs: the range is a share of the whole run and "
                                        "holds most of them. It is wider where the framework or the method was not "
                                        "measured.")},
    RangeWords{
        "overhead",
        QT_TRANSLATE_NOOP(
            "Why", "It differs by driver, operating system and card; the range holds what was seen or is likely.")},
};

constexpr std::array kSources{
    QT_TRANSLATE_NOOP("Why", "your choice"), QT_TRANSLATE_NOOP("Why", "architecture"),
    QT_TRANSLATE_NOOP("Why", "catalogue"),   QT_TRANSLATE_NOOP("Why", "measured"),
    QT_TRANSLATE_NOOP("Why", "rule"),        QT_TRANSLATE_NOOP("Why", "assumption"),
};

constexpr std::array kRemarks{
    QT_TRANSLATE_NOOP("WhySource", "RTX 4090 and RTX PRO 6000 Blackwell, measured"),
    QT_TRANSLATE_NOOP("WhySource", "ROCm, measured"),
    QT_TRANSLATE_NOOP("WhySource", "assumption: no measurement"),
    QT_TRANSLATE_NOOP("WhySource", "assumption: as NVIDIA, wider"),
    QT_TRANSLATE_NOOP("WhySource", "assumption: as vLLM, wider"),
    QT_TRANSLATE_NOOP("WhySource", "assumption: as vLLM 0.19 with tensor parallelism on H100, wider"),
    QT_TRANSLATE_NOOP("WhySource", "assumption: 4,096 patches with 16 heads are 1 GiB without flash attention; smaller "
                                   "pictures less"),
    QT_TRANSLATE_NOOP("WhySource", "vLLM 0.19 logs on H100, one GPU"),
    QT_TRANSLATE_NOOP("WhySource", "vLLM 0.19 logs on H100"),
    QT_TRANSLATE_NOOP("WhySource", "CUDA context with PyTorch's kernels"),
    QT_TRANSLATE_NOOP("WhySource", "Qwen's published memory tables"),
    QT_TRANSLATE_NOOP("WhySource", "24 runs: fsdp_qlora, Qwen README, ms-swift 1.x (tests/measured/training.jsonl)"),
    QT_TRANSLATE_NOOP("WhySource", "as Transformers: no measurement of its own"),
    QT_TRANSLATE_NOOP("WhySource", "longest sequences of its README (2025-01)"),
    QT_TRANSLATE_NOOP("WhySource", "4 runs of its README and tutorials"),
    QT_TRANSLATE_NOOP("WhySource", "litgpt docs of 2023-10 and its config hub of 2024"),
    QT_TRANSLATE_NOOP("WhySource", "torchtitan benchmarks of 2024-12 (H100)"),
    QT_TRANSLATE_NOOP("WhySource", "Korthikanti et al. 2022, arXiv 2205.05198"),
};

} // namespace

std::span<const FormulaWords> formulaWords() { return kFormulas; }

std::span<const OperandWords> operandWords() { return kOperands; }

std::span<const RangeWords> rangeWords() { return kRanges; }

const char* sourceWords(OperandSource source) { return kSources.at(static_cast<std::size_t>(source)); }

std::span<const char* const> sourceRemarks() { return kRemarks; }

} // namespace vram::ui
