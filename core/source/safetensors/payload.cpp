// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/payload.h"

#include "core/catalog/json_reader.h"

#include <algorithm>
#include <numeric>

namespace vram {

namespace {

constexpr std::int64_t kAssumedBits = 4;
constexpr std::int64_t kMostBits = 8;
constexpr std::int64_t kWordBits = 32;

// Fields that only quantizers write: AutoGPTQ, AutoAWQ, compressed-tensors, ModelOpt, bitsandbytes, ExLlamaV2 and V3.
constexpr std::array<std::string_view, 43> kAuxiliary{"scales",
                                                      "qzeros",
                                                      "g_idx",
                                                      "weight_scale",
                                                      "weight_scale_inv",
                                                      "weight_scale_2",
                                                      "weight_zero_point",
                                                      "weight_shape",
                                                      "weight_g_idx",
                                                      "weight_global_scale",
                                                      "input_scale",
                                                      "input_scale_inv",
                                                      "input_zero_point",
                                                      "input_global_scale",
                                                      "output_scale",
                                                      "activation_scale",
                                                      "kv_scale",
                                                      "k_scale",
                                                      "v_scale",
                                                      "q_scale",
                                                      "absmax",
                                                      "quant_map",
                                                      "nested_absmax",
                                                      "nested_quant_map",
                                                      "bitsandbytes__nf4",
                                                      "bitsandbytes__fp4",
                                                      "SCB",
                                                      "weight_format",
                                                      "suh",
                                                      "svh",
                                                      "su",
                                                      "sv",
                                                      "mcg",
                                                      "mul1",
                                                      "q_scale_max",
                                                      "q_groups",
                                                      "q_perm",
                                                      "q_invperm",
                                                      "q_group_map",
                                                      "k_zero_point",
                                                      "v_zero_point",
                                                      "prob_output_scale",
                                                      "pre_quant_scale"};
// Ends of such fields where experts are one tensor: "gate_up_proj_scales" beside "gate_up_proj_blocks".
constexpr std::array<std::string_view, 7> kAuxiliaryEnds{"_scales",     "_scale_inv",    "_scale_2",    "_scale",
                                                         "_zero_point", "_global_scale", "_input_scale"};

template <std::size_t n>
bool isOneOf(std::string_view word, const std::array<std::string_view, n>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::int64_t columnsOf(const SafetensorsTensor& tensor) {
    return tensor.dimensionCount == 0 ? 1 : tensor.dimensions.at(tensor.dimensionCount - 1U);
}
std::int64_t rowsOf(const SafetensorsTensor& tensor) {
    return tensor.dimensionCount < 2 ? 1 : tensor.dimensions.at(tensor.dimensionCount - 2U);
}

bool isFloat8(SafetensorsType type) {
    using enum SafetensorsType;
    return type == F8_E4M3 || type == F8_E5M2 || type == F8_E4M3Fnuz || type == F8_E5M2Fnuz;
}
bool isByte(SafetensorsType type) { return type == SafetensorsType::U8 || type == SafetensorsType::I8; }
bool isWord(SafetensorsType type) { return type == SafetensorsType::I32 || type == SafetensorsType::U32; }
bool isNarrow(SafetensorsType type) {
    return isByte(type) || isFloat8(type) || isWord(type) || type == SafetensorsType::F4;
}

/// a * b / c for counts, 0 where there is nothing to divide by.
std::int64_t scaled(std::int64_t a, std::int64_t b, std::int64_t c) { return c > 0 ? saturatingMultiply(a, b) / c : 0; }

std::int64_t memberOf(const Json& object, std::initializer_list<const char*> keys) {
    for (const char* const key : keys) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_number_integer()) {
            return std::clamp<std::int64_t>(found->get<std::int64_t>(), 0, std::int64_t{1} << 20);
        }
    }
    return 0;
}

} // namespace

StatedPacking readStatedPacking(std::string_view configuration) {
    const auto parsed = parseJson(configuration, "config.json");
    if (!parsed || !parsed->is_object()) {
        return {};
    }
    const Json* section = nullptr;
    for (const char* const key : {"quantization_config", "quantization"}) {
        const auto found = parsed->find(key);
        if (section == nullptr && found != parsed->end() && found->is_object()) {
            section = &*found;
        }
    }
    if (section == nullptr) {
        return {};
    }
    // compressed-tensors: config_groups.group_0.weights
    if (const auto groups = section->find("config_groups");
        groups != section->end() && groups->is_object() && !groups->empty() && groups->front().is_object()) {
        const auto weights = groups->front().find("weights");
        if (weights != groups->front().end() && weights->is_object()) {
            section = &*weights;
        }
    }
    return {memberOf(*section, {"bits", "num_bits", "w_bit", "weight_bits"}),
            memberOf(*section, {"group_size", "q_group_size"})};
}

PayloadReader::PayloadReader(const std::vector<SafetensorsTensor>& tensors, StatedPacking stated)
    : m_tensors(tensors),
      m_byName(tensors.size()),
      m_stated(stated) {
    std::iota(m_byName.begin(), m_byName.end(), 0U);
    std::sort(m_byName.begin(), m_byName.end(),
              [&](std::uint32_t a, std::uint32_t b) { return tensors[a].name < tensors[b].name; });
}

const SafetensorsTensor* PayloadReader::find(std::string_view module, std::string_view field) const {
    std::string name(module);
    name += module.empty() ? "" : ".";
    name += field;
    const auto found =
        std::lower_bound(m_byName.begin(), m_byName.end(), name,
                         [&](std::uint32_t i, const std::string& key) { return m_tensors[i].name < key; });
    return found != m_byName.end() && m_tensors[*found].name == name ? &m_tensors[*found] : nullptr;
}

bool PayloadReader::isAuxiliary(const SafetensorsTensor& tensor, const TensorName& name) const {
    if (isOneOf(name.field, kAuxiliary)) {
        return true;
    }
    const auto besideNarrow = [&](std::string_view field) {
        const SafetensorsTensor* weight = find(name.module, field);
        return weight != nullptr && weight != &tensor && isNarrow(weight->type);
    };
    if (name.field == "scale" || name.field == "biases") {
        return besideNarrow("weight");
    }
    return std::any_of(kAuxiliaryEnds.begin(), kAuxiliaryEnds.end(), [&](std::string_view end) {
        if (!name.field.ends_with(end) || name.field.size() == end.size()) {
            return false;
        }
        const std::string stem(name.field.substr(0, name.field.size() - end.size()));
        return besideNarrow(stem) || besideNarrow(stem + "_blocks") || besideNarrow(stem + "_packed");
    });
}

Payload PayloadReader::byBits(PayloadScheme scheme, const SafetensorsTensor& tensor, std::int64_t bits) const {
    const bool derived = bits > 0 && bits <= kMostBits;
    const bool stated = m_stated.bits > 0 && m_stated.bits <= kMostBits;
    const std::int64_t used = derived ? bits : stated ? m_stated.bits : kAssumedBits;
    return {scheme, scaled(tensor.bytes.count(), 8, used), used, !derived && !stated};
}

/// GPTQ packs input columns into the rows of qweight, AWQ output rows into its columns; scales have the output's width
/// in both.
Payload PayloadReader::readGptq(const SafetensorsTensor& tensor, std::string_view module) const {
    const SafetensorsTensor* scales = find(module, "scales");
    const SafetensorsTensor* zeros = find(module, "qzeros");
    const SafetensorsTensor* order = find(module, "g_idx");
    const std::int64_t outputs = scales == nullptr ? columnsOf(tensor) : columnsOf(*scales);
    if (columnsOf(tensor) != outputs) {
        const Payload payload = byBits(PayloadScheme::Awq, tensor, scaled(kWordBits, columnsOf(tensor), outputs));
        return payload;
    }
    if (order != nullptr && rowsOf(tensor) < columnsOf(*order)) {
        const std::int64_t bits = scaled(kWordBits, rowsOf(tensor), columnsOf(*order));
        return {PayloadScheme::Gptq, saturatingMultiply(columnsOf(*order), outputs), bits, false};
    }
    return byBits(PayloadScheme::Gptq, tensor, zeros == nullptr ? 0 : scaled(kWordBits, columnsOf(*zeros), outputs));
}

Payload PayloadReader::readPacked(const SafetensorsTensor& tensor, std::string_view module) const {
    const SafetensorsTensor* scale = find(module, "weight_scale");
    if (isByte(tensor.type)) {
        const bool nvidia = scale == nullptr || isFloat8(scale->type);
        return {nvidia ? PayloadScheme::Nvfp4 : PayloadScheme::Mxfp4, saturatingMultiply(tensor.elements(), 2), 4,
                false};
    }
    const std::int64_t groups = scale == nullptr ? 0 : saturatingMultiply(columnsOf(*scale), m_stated.group);
    const std::int64_t packed = saturatingMultiply(columnsOf(tensor), kWordBits);
    return byBits(PayloadScheme::Packed, tensor, groups > 0 && packed % groups == 0 ? packed / groups : 0);
}

/// A tensor called "weight" of a type that quantizers use; what lies beside it tells how.
Payload PayloadReader::readWeight(const SafetensorsTensor& tensor, std::string_view module) const {
    const std::string weight = std::string(module) + ".weight";
    const Payload plain{PayloadScheme::Plain, tensor.elements(), 0, false};
    const Payload pairs{PayloadScheme::Plain, saturatingMultiply(tensor.elements(), 2), 4, false};
    const auto as = [](Payload payload, PayloadScheme scheme) {
        payload.scheme = scheme;
        return payload;
    };
    if (isFloat8(tensor.type)) {
        const bool blocks = find(module, "weight_scale_inv") != nullptr || find(module, "scale") != nullptr;
        return as(plain, blocks ? PayloadScheme::Fp8Block : PayloadScheme::Fp8);
    }
    if (isWord(tensor.type)) {
        const SafetensorsTensor* scales = find(module, "scales");
        if (scales == nullptr) {
            return plain;
        }
        const std::int64_t group = m_stated.group > 0 ? m_stated.group : 64;
        return byBits(PayloadScheme::Mlx, tensor,
                      scaled(kWordBits, columnsOf(tensor), saturatingMultiply(columnsOf(*scales), group)));
    }
    if (find(weight, "absmax") != nullptr) {
        const bool twice = find(weight, "nested_absmax") != nullptr;
        return as(pairs, twice ? PayloadScheme::Nf4Double : PayloadScheme::Nf4);
    }
    if (find(module, "SCB") != nullptr) {
        return as(plain, PayloadScheme::Int8);
    }
    // Four-bit floats two in a byte have a scale for 16 (NVFP4) or 32 (MXFP4) of them: 8 or 16 bytes.
    for (const std::string_view field : {"weight_scale", "scale"}) {
        const SafetensorsTensor* scale = find(module, field);
        if (scale == nullptr) {
            continue;
        }
        const bool exponents = scale->type == SafetensorsType::U8 || scale->type == SafetensorsType::F8_E8M0;
        if (tensor.type == SafetensorsType::F4) {
            return as(plain, exponents ? PayloadScheme::Mxfp4 : PayloadScheme::Nvfp4);
        }
        if (isFloat8(scale->type) && columnsOf(tensor) == saturatingMultiply(columnsOf(*scale), 8)) {
            return as(pairs, PayloadScheme::Nvfp4);
        }
        return exponents && columnsOf(tensor) == saturatingMultiply(columnsOf(*scale), 16)
                   ? as(pairs, PayloadScheme::Mxfp4)
                   : as(plain, PayloadScheme::Int8Channel);
    }
    return plain;
}

Payload PayloadReader::read(const SafetensorsTensor& tensor, const TensorName& name) const {
    if (name.buffer || isAuxiliary(tensor, name)) {
        return {PayloadScheme::Auxiliary, 0, 0, false};
    }
    if (name.field == "qweight" && isWord(tensor.type)) {
        return readGptq(tensor, name.module);
    }
    if (name.field == "weight_packed") {
        return readPacked(tensor, name.module);
    }
    if (name.field.ends_with("_blocks") && tensor.type == SafetensorsType::U8) {
        return {PayloadScheme::Mxfp4, saturatingMultiply(tensor.elements(), 2), 4, false};
    }
    if (name.field == "q_weight" && isWord(tensor.type)) {
        const SafetensorsTensor* order = find(name.module, "q_perm");
        order = order != nullptr ? order : find(name.module, "q_invperm");
        Payload payload = byBits(PayloadScheme::Exl2, tensor, 0);
        if (order != nullptr) {
            payload.parameters = saturatingMultiply(columnsOf(*order), columnsOf(tensor));
            payload.bitsAssumed = false;
        }
        return payload;
    }
    if (name.field == "trellis" && tensor.dimensionCount == 3) { // tiles of 16 x 16 weights, a word of 16 bits each bit
        const std::int64_t tiles = saturatingMultiply(tensor.dimensions[0], tensor.dimensions[1]);
        return {PayloadScheme::Exl3, saturatingMultiply(tiles, 256), tensor.dimensions[2] / 16, false};
    }
    if (name.field == "weight" && isNarrow(tensor.type)) {
        return readWeight(tensor, name.module);
    }
    const bool isExpertFloat8 = isFloat8(tensor.type); // experts in one tensor have no ".weight"
    return {isExpertFloat8 ? PayloadScheme::Fp8 : PayloadScheme::Plain, tensor.elements(), 0, false};
}

std::string formatOf(PayloadScheme scheme, std::int64_t bits) {
    switch (scheme) {
    case PayloadScheme::Plain:
    case PayloadScheme::Auxiliary:
    case PayloadScheme::Exl2: // the bits are an average that no shape gives
        break;
    case PayloadScheme::Gptq:
        return bits == 3 ? "GPTQ 3-bit g128" : bits == 4 ? "GPTQ-Int4" : bits == 8 ? "GPTQ-Int8" : "";
    case PayloadScheme::Awq:
        return "AWQ";
    case PayloadScheme::Packed:
        return bits == 4 ? "W4A16 compressed-tensors sym g128" : std::string();
    case PayloadScheme::Nvfp4:
        return "NVFP4";
    case PayloadScheme::Mxfp4:
        return "MXFP4";
    case PayloadScheme::Nf4:
        return "NF4";
    case PayloadScheme::Nf4Double:
        return "NF4-DQ";
    case PayloadScheme::Int8:
        return "INT8";
    case PayloadScheme::Int8Channel:
        return "INT8 W8A8 (SmoothQuant)";
    case PayloadScheme::Fp8:
        return "FP8-tensor";
    case PayloadScheme::Fp8Block:
        return "FP8";
    case PayloadScheme::Mlx:
        return bits == 2 || bits == 3 || bits == 4 || bits == 5 || bits == 6 || bits == 8
                   ? "MLX " + std::to_string(bits) + "-bit g64"
                   : std::string();
    case PayloadScheme::Exl3:
        return bits >= 2 && bits <= 8 && bits != 7 ? "EXL3 " + std::to_string(bits) + ".0 bpw" : std::string();
    }
    return {};
}

} // namespace vram
