// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/entry_readers.h"

#include <utility>

namespace vram {

namespace {

constexpr std::pair<std::string_view, Container> kContainers[] = {
    {"gguf", Container::Gguf},     {"safetensors", Container::Safetensors},
    {"exl2", Container::Exl2},     {"exl3", Container::Exl3},
    {"mlx", Container::Mlx},       {"bitnet", Container::BitNet},
    {"ik-gguf", Container::IkGguf}};

constexpr std::pair<std::string_view, QuantizedPart> kParts[] = {{"everything", QuantizedPart::Everything},
                                                                 {"gguf-mix", QuantizedPart::GgufMix},
                                                                 {"linear", QuantizedPart::LinearLayers},
                                                                 {"experts", QuantizedPart::ExpertsOnly},
                                                                 {"all-matrices", QuantizedPart::AllMatrices}};

constexpr std::pair<std::string_view, std::string_view> kRequirements[] = {
    {"bf16", "bf16"}, {"fp8", "fp8"}, {"fp4", "fp4"}};

constexpr std::int64_t kMostBlock = 65'536;

void readContainers(ObjectReader& reader, WeightFormat& format) {
    reader.require("container");
    format.container = readWord(reader, "container", kContainers).value_or(Container::Gguf);
    const std::vector<std::string> words = reader.strings("also_in");
    for (std::size_t i = 0; i < words.size(); ++i) {
        bool known = false;
        for (const auto& [name, container] : kContainers) {
            if (name == words[i]) {
                format.alsoIn.push_back(container);
                known = true;
            }
        }
        if (!known) {
            reader.fail(ErrorCode::UnknownValue, "also_in[" + std::to_string(i) + "]", {abbreviate(words[i])});
        }
    }
    format.ggufEquivalent = reader.string("gguf_equivalent").value_or("");
}

void readLayout(ObjectReader& reader, WeightFormat& format) {
    reader.require("part");
    format.quantizedPart = readWord(reader, "part", kParts).value_or(QuantizedPart::Everything);
    format.valueBits = reader.number("value_bits", 0.5, 64).value_or(0);
    format.blockSize = reader.integer("block_size", 1, kMostBlock).value_or(1);
    format.blockRows = reader.integer("block_rows", 1, kMostBlock).value_or(1);
    format.scaleBytes = reader.number("scale_bytes", 0, 1024).value_or(0);
    format.rowBytes = reader.number("row_bytes", 0, 64).value_or(0);
    format.columnBytes = reader.number("column_bytes", 0, 64).value_or(0);
    format.tensorBytes = reader.integer("tensor_bytes", 0, kMostBlock).value_or(0);
    format.keepsLatentAttention = reader.boolean("keeps_latent_attention").value_or(false);
    format.headBits = reader.number("head_bits", 1, 32);
    format.routerBits = reader.number("router_bits", 1, 32);
    format.restBytes = reader.number("rest_bytes", 1, 8).value_or(2);
    format.ggufMix = reader.string("gguf_mix").value_or("");
    const auto blockBytes = reader.integer("block_bytes", 1, kMostBlock);
    const auto weights = static_cast<double>(format.blockSize * format.blockRows);
    if (blockBytes) {
        format.bytesPerBlock = static_cast<double>(*blockBytes);
    } else if (format.valueBits > 0) {
        format.bytesPerBlock = format.valueBits * weights / 8 + format.scaleBytes;
    }
    if (format.bytesPerBlock > 0) {
        format.bitsPerWeight = format.bytesPerBlock * 8 / weights;
    }
    format.effectiveBits = reader.number("effective_bits", 0.5, 64);
    format.effectiveBitsSource = reader.string("effective_bits_source").value_or("");
    format.offered = reader.boolean("offered").value_or(true);
    if (format.offered && !format.bitsPerWeight && !format.effectiveBits && format.ggufMix.empty()) {
        reader.fail(ErrorCode::Inconsistent, "offered",
                    {"a format that is offered needs value_bits, block_bytes, effective_bits or gguf_mix"});
    }
}

} // namespace

std::optional<WeightFormat> readWeightFormat(const Json& entry, const std::string& where, std::vector<Error>& errors) {
    const std::size_t before = errors.size();
    ObjectReader reader(entry, where + ": ", errors);
    WeightFormat format;
    reader.require("id");
    format.id = reader.string("id").value_or("");
    format.displayName = reader.string("display_name").value_or(format.id);
    format.family = reader.string("family").value_or("");
    format.aliases = reader.strings("aliases");
    readContainers(reader, format);
    readLayout(reader, format);
    reader.require("nominal_bits");
    format.fileBits = reader.integer("nominal_bits", 1, 64).value_or(0);
    format.tiedHeadSeparate = reader.boolean("tied_head_separate").value_or(false);
    format.requires_ = readWord(reader, "requires", kRequirements).value_or("");
    format.perplexityDelta = reader.number("perplexity_delta", -1e6, 1e6);
    if (format.perplexityDelta) {
        reader.require("perplexity_model");
        reader.require("perplexity_source");
    }
    format.perplexityModel = reader.string("perplexity_model").value_or("");
    format.perplexitySource = reader.string("perplexity_source").value_or("");
    format.qualityNote = reader.string("quality_note").value_or("");
    format.source = reader.string("source").value_or("");
    format.confidence = readConfidence(reader);
    reader.finish();
    if (errors.size() != before) {
        return std::nullopt;
    }
    return format;
}

std::optional<KvFormat> readKvFormat(const Json& entry, const std::string& where, std::vector<Error>& errors) {
    const std::size_t before = errors.size();
    ObjectReader reader(entry, where + ": ", errors);
    KvFormat format;
    reader.require("id");
    format.id = reader.string("id").value_or("");
    reader.require("runtime");
    format.runtimeGroup = reader.string("runtime").value_or("");
    format.displayName = reader.string("display_name").value_or(format.id);
    format.aliases = reader.strings("aliases");
    format.blockValues = reader.integer("block_values", 1, kMostBlock).value_or(1);
    format.blockBytes = reader.integer("block_bytes", 1, kMostBlock);
    format.scaleBytesPerHead = reader.integer("scale_bytes_per_head", 0, 1024).value_or(0);
    format.modelType = reader.boolean("model_type").value_or(false);
    format.quantized = reader.boolean("quantized").value_or(false);
    format.isDefault = reader.boolean("default").value_or(false);
    format.residualTokens = reader.integer("residual_tokens", 0, 1'000'000).value_or(0);
    format.note = reader.string("note").value_or("");
    format.source = reader.string("source").value_or("");
    format.confidence = readConfidence(reader);
    reader.finish();
    if (errors.size() != before) {
        return std::nullopt;
    }
    return format;
}

} // namespace vram
