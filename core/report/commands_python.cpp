// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/commands_line.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

/// How a format is loaded; one that is not here has to be in the checkpoint already.
struct LoadedAs {
    std::string_view format;
    std::string_view dtype;
    std::string_view config;    ///< class of transformers; empty: none
    std::string_view arguments; ///< of that class
};
constexpr std::array kLoadedAs{
    LoadedAs{"F32", "torch.float32", "", ""},
    LoadedAs{"F16", "torch.float16", "", ""},
    LoadedAs{"BF16", "torch.bfloat16", "", ""},
    LoadedAs{"INT8", "torch.float16", "BitsAndBytesConfig", "load_in_8bit=True"},
    LoadedAs{"NF4", "torch.bfloat16", "BitsAndBytesConfig",
             R"(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.bfloat16)"},
    LoadedAs{"NF4-DQ", "torch.bfloat16", "BitsAndBytesConfig",
             R"(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.bfloat16, )"
             "bnb_4bit_use_double_quant=True"},
};
constexpr LoadedAs kFromCheckpoint{"", "\"auto\"", "", ""};

/// A cache that is quantized: its backend and the bits of a value ("quanto-int4").
struct CacheConfig {
    std::string_view backend;
    std::string_view bits;
};
CacheConfig cacheConfig(std::string_view id) {
    const std::size_t dash = id.find('-');
    return {id.substr(0, dash), id.substr(id.find_first_of("0123456789"))};
}

std::string mib(Bytes bytes) {
    return std::string("\"").append(std::to_string(std::max(bytes, Bytes{}).count() / kMiB.count())).append("MiB\"");
}

bool offloads(const CommandContext& context) {
    return !context.placement.layout.allOnDevices() || context.placement.verdict == Verdict::Offload;
}

/// What weights may take of each card: what is usable less everything else that has to lie there. Accelerate fills the
/// cards in turn, then "cpu".
std::string maxMemory(const CommandContext& context) {
    const Resolved& resolved = context.resolved;
    const Cards cards = cardsOf(resolved.machine, context.scenario().placement);
    std::string text;
    for (std::size_t i = 0; i < cards.gpus.size(); ++i) {
        Bytes room = cards.usable[i].low;
        if (i < context.placement.loads.devices.size()) {
            const PartSizes& parts = context.placement.loads.devices[i];
            room -= parts.total().high - parts.get(MemoryPart::Weights).value_or(ByteRange{}).high;
        }
        text += (i == 0 ? "" : ", ") + std::to_string(i) + ": " + mib(room);
    }
    if (offloads(context)) {
        const double share = 1.0 - resolved.machine.marginPercent / 100.0;
        text += ", \"cpu\": " + mib(Bytes::fromDouble(static_cast<double>(resolved.machine.ram.count()) * share));
    }
    return "{" + text + "}";
}

std::string imports(const LoadedAs& loaded) {
    std::string text = "import torch\nfrom transformers import AutoModelForCausalLM, AutoTokenizer";
    return loaded.config.empty() ? text : text.append(", ").append(loaded.config);
}

std::string loading(const CommandContext& context, const LoadedAs& loaded) {
    std::string text = "model = AutoModelForCausalLM.from_pretrained(\n    name,\n    torch_dtype=";
    text.append(loaded.dtype);
    if (!loaded.config.empty()) {
        text.append(",\n    quantization_config=").append(loaded.config).append("(");
        text.append(loaded.arguments).append(")");
    }
    if (!context.scenario().runtime.flashAttention.value_or(true)) {
        text += ",\n    attn_implementation=\"eager\"";
    }
    if (context.cards() == 0) {
        text += ",\n    device_map=\"cpu\"";
    } else {
        text += ",\n    device_map=\"auto\"";
        if (context.cards() > 1 || offloads(context) || context.scenario().placement.vramBudgetMib) {
            text += ",\n    max_memory=" + maxMemory(context);
        }
    }
    return text + ",\n)";
}

std::string generating(const CommandContext& context) {
    const KvFormat& cache = context.resolved.keyFormat;
    std::string text = "inputs = tokenizer([\"PROMPT\"] * " + std::to_string(context.scenario().batch) +
                       ", return_tensors=\"pt\").to(model.device)\n"
                       "output = model.generate(**inputs, max_length=" +
                       std::to_string(context.scenario().context);
    if (cache.quantized) {
        const CacheConfig config = cacheConfig(cache.id);
        text.append(R"(, cache_implementation="quantized", cache_config={"backend": ")").append(config.backend);
        text.append(R"(", "nbits": )").append(config.bits).append("}");
    }
    if (context.scenario().extras.draft) {
        text += ", assistant_model=draft";
    }
    return text + ")\nprint(tokenizer.batch_decode(output, skip_special_tokens=True))";
}

} // namespace

std::vector<Command> transformersCommands(const CommandContext& context) {
    const Resolved& resolved = context.resolved;
    const ExtrasChoice& extras = context.scenario().extras;
    const auto* const found = std::ranges::find(kLoadedAs, resolved.format.id, &LoadedAs::format);
    const bool asStored = resolved.format.id == resolved.model.nativeFormat;
    const LoadedAs& loaded = found != kLoadedAs.end() ? *found : kFromCheckpoint;
    std::string text = imports(loaded);
    if (extras.lora) {
        text += "\nfrom peft import PeftModel";
    }
    text += "\n\nname = " + pythonQuoted(checkpointName(resolved));
    if (found == kLoadedAs.end() && !asStored) {
        text += "  # a checkpoint of it in " + resolved.format.id;
    }
    text += "\ntokenizer = AutoTokenizer.from_pretrained(name)\n" + loading(context, loaded);
    if (extras.lora) {
        text += "\nmodel = PeftModel.from_pretrained(model, \"ADAPTER\")";
    }
    if (extras.draft) {
        text += "\ndraft = AutoModelForCausalLM.from_pretrained(" + pythonQuoted(extras.draft->model) +
                ", torch_dtype=\"auto\", device_map=\"auto\")";
    }
    return {{CommandKind::Python, text + "\n\n" + generating(context)}};
}

} // namespace vram
