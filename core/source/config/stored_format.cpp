// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/stored_format.h"

#include <array>
#include <cmath>
#include <string_view>

namespace vram {

namespace {

constexpr std::int64_t kMostGroup = 1 << 20;

/// One quantization_config, whatever wrote it.
struct Quantization {
    const ConfigKeys& keys;
    const ConfigKeys& root;
    std::optional<std::int64_t> bits;
    std::optional<std::int64_t> group; ///< -1: one group a row
};

struct BitsRow {
    std::int64_t bits;
    std::int64_t group; ///< 0: any
    std::string_view id;
};

template <std::size_t count>
std::string byBits(const Quantization& q, const std::array<BitsRow, count>& rows) {
    for (const BitsRow& row : rows) {
        if (q.bits == row.bits && (row.group == 0 || q.group == row.group)) {
            return std::string(row.id);
        }
    }
    return {};
}

std::string gptq(const Quantization& q) {
    return byBits(q, std::array{BitsRow{4, 32, "GPTQ 4-bit g32"}, BitsRow{4, 0, "GPTQ-Int4"},
                                BitsRow{3, 0, "GPTQ 3-bit g128"}, BitsRow{8, 0, "GPTQ-Int8"}});
}

std::string awq(const Quantization& q) { return !q.bits || q.bits == 4 ? "AWQ" : ""; }

std::string autoRound(const Quantization& q) { return !q.bits || q.bits == 4 ? "AutoRound INT4 g128" : ""; }

std::string bitsAndBytes(const Quantization& q) {
    const bool four = q.keys.boolean({"load_in_4bit", "_load_in_4bit"}).value_or(false);
    const bool eight = q.keys.boolean({"load_in_8bit", "_load_in_8bit"}).value_or(false);
    if (four) {
        return q.keys.boolean({"bnb_4bit_use_double_quant"}).value_or(false) ? "NF4-DQ" : "NF4";
    }
    return eight ? "INT8" : "";
}

std::string fp8(const Quantization& q) {
    if (q.root.text({"expert_dtype"}).value_or("") == "fp4") {
        return "MXFP4"; // DeepSeek-V4: the experts, which are nearly all of it
    }
    return q.keys.has({"weight_block_size"}) ? "FP8" : "FP8-tensor";
}

std::string hqq(const Quantization& q) {
    return byBits(q, std::array{BitsRow{4, 0, "HQQ 4-bit g64"}, BitsRow{3, 0, "HQQ 3-bit g64"},
                                BitsRow{2, 0, "HQQ 2-bit g16"}, BitsRow{8, 0, "HQQ 8-bit g64"}});
}

std::string torchao(const Quantization& q) {
    const Json* type = q.keys.raw({"quant_type"});
    const std::string text = type == nullptr ? "" : type->dump();
    return text.find("int4") != std::string::npos || text.find("Int4") != std::string::npos
               ? "torchao int4 weight-only g128"
               : "";
}

/// The nearest of a family of formats that is offered by bits per weight.
template <std::size_t count>
std::string nearestBits(double bits, const std::array<std::string_view, count>& ids) {
    std::string_view best;
    double distance = 1e9;
    for (const std::string_view id : ids) { // "EXL2 4.25 bpw"
        const double own = std::strtod(std::string(id.substr(5)).c_str(), nullptr);
        if (std::abs(own - bits) < distance) {
            distance = std::abs(own - bits);
            best = id;
        }
    }
    return std::string(best);
}

std::string exl2(const Quantization& q) {
    constexpr std::array<std::string_view, 10> kIds{"EXL2 2.5 bpw",  "EXL2 3.0 bpw",  "EXL2 3.5 bpw", "EXL2 4.0 bpw",
                                                    "EXL2 4.25 bpw", "EXL2 4.65 bpw", "EXL2 5.0 bpw", "EXL2 6.0 bpw",
                                                    "EXL2 6.5 bpw",  "EXL2 8.0 bpw"};
    const auto bits = q.keys.number({"bits"}, 1, 16);
    return bits ? nearestBits(*bits, kIds) : std::string();
}

std::string exl3(const Quantization& q) {
    constexpr std::array<std::string_view, 9> kIds{"EXL3 2.0 bpw", "EXL3 2.5 bpw", "EXL3 3.0 bpw",
                                                   "EXL3 3.5 bpw", "EXL3 4.0 bpw", "EXL3 4.5 bpw",
                                                   "EXL3 5.0 bpw", "EXL3 6.0 bpw", "EXL3 8.0 bpw"};
    const auto bits = q.keys.number({"bits"}, 1, 16);
    return bits ? nearestBits(*bits, kIds) : std::string();
}

/// Whether all but the routed experts is left alone, as Kimi's own 4-bit checkpoints do.
bool expertsOnly(const ConfigKeys& keys) {
    const auto ignored = keys.texts({"ignore"});
    bool attention = false;
    bool dense = false;
    for (const std::string& pattern : ignored.value_or(std::vector<std::string>{})) {
        attention = attention || (pattern.starts_with("re:") && pattern.find("self_attn") != std::string::npos);
        dense = dense || (pattern.starts_with("re:") && pattern.find("shared_experts") != std::string::npos);
    }
    return attention && dense;
}

/// compressed-tensors and ModelOpt: the first group's weights.
std::string byGroups(const Quantization& q) {
    const Json* groups = q.keys.object({"config_groups"});
    const Json* group = groups == nullptr || groups->empty() ? nullptr : &groups->begin().value();
    if (group == nullptr || !group->is_object()) {
        return {};
    }
    const std::string path = q.keys.pathOf({"config_groups"}) + '.' + abbreviate(groups->begin().key());
    const ConfigKeys keys(*group, path, q.keys.errors());
    const Json* weights = keys.object({"weights"});
    if (weights == nullptr) {
        return {};
    }
    const ConfigKeys w(*weights, path + ".weights", q.keys.errors());
    const auto bits = w.whole({"num_bits"}, 1, 16);
    const auto size = w.whole({"group_size"}, -1, kMostGroup);
    const bool floating = w.text({"type"}).value_or("int") == "float";
    const std::string format = keys.text({"format"}).value_or(q.keys.text({"format"}).value_or(""));
    if (bits == 4 && floating) {
        return format.starts_with("mxfp4") || size == 32 ? "MXFP4" : "NVFP4";
    }
    if (bits == 8 && floating) {
        return w.text({"strategy"}).value_or("") == "block" ? "FP8" : size == 32 ? "MXFP8" : "FP8-tensor";
    }
    if (bits == 4) {
        return expertsOnly(q.keys) && size == 32 ? "INT4 QAT g32 (Kimi K2-Thinking/K2.5)"
                                                 : "W4A16 compressed-tensors sym g128";
    }
    return bits != 8 ? "" : keys.has({"input_activations"}) ? "INT8 W8A8 (SmoothQuant)" : "GPTQ-Int8";
}

std::string modelopt(const Quantization& q) {
    const std::string algorithm = q.keys.text({"quant_algo"}).value_or("");
    if (algorithm.starts_with("NVFP4")) {
        return "NVFP4";
    }
    if (algorithm.starts_with("FP8")) {
        return "FP8-tensor";
    }
    return algorithm.find("AWQ") != std::string::npos ? "AWQ" : byGroups(q);
}

std::string nothing(const Quantization&) { return {}; }
std::string mxfp4(const Quantization&) { return "MXFP4"; }
std::string fp8Tensor(const Quantization&) { return "FP8-tensor"; }
std::string aqlm(const Quantization&) { return "AQLM 2-bit 1x16"; }
std::string bitnet(const Quantization&) { return "BitNet i2_s"; }

struct Method {
    std::string_view name; ///< of quant_method
    std::string (*format)(const Quantization&);
};

// Transformers' QuantizationMethod, and vLLM's further ones. Without a format: known, but nothing sizes it.
constexpr std::array kMethods{
    Method{"gptq", gptq},
    Method{"gptq_marlin", gptq},
    Method{"awq", awq},
    Method{"awq_marlin", awq},
    Method{"auto-round", autoRound},
    Method{"intel/auto-round", autoRound},
    Method{"bitsandbytes", bitsAndBytes},
    Method{"fp8", fp8},
    Method{"fbgemm_fp8", fp8Tensor},
    Method{"mxfp4", mxfp4},
    Method{"compressed-tensors", byGroups},
    Method{"modelopt", modelopt},
    Method{"modelopt_fp4", modelopt},
    Method{"hqq", hqq},
    Method{"torchao", torchao},
    Method{"exl2", exl2},
    Method{"exl3", exl3},
    Method{"aqlm", aqlm},
    Method{"bitnet", bitnet},
    Method{"quark", nothing},
    Method{"quanto", nothing},
    Method{"eetq", nothing},
    Method{"higgs", nothing},
    Method{"spqr", nothing},
    Method{"vptq", nothing},
    Method{"fp_quant", nothing},
    Method{"marlin", nothing},
    Method{"gguf", nothing},
    Method{"sinq", nothing},
    Method{"four_over_six", nothing},
};

/// Bits and group size wherever the method puts them, within what any method has.
Quantization readQuantization(const ConfigKeys& keys, const ConfigKeys& root, bool exllama) {
    Quantization q{keys, root, std::nullopt, std::nullopt};
    if (!exllama) {
        q.bits = keys.whole({"bits", "w_bit", "nbits"}, 1, 16);
    }
    q.group = keys.whole({"group_size", "q_group_size"}, -1, kMostGroup);
    if (q.group == 0) {
        keys.fail(ErrorCode::OutOfRange, {"group_size", "q_group_size"}, {"0", "1", std::to_string(kMostGroup)});
    }
    const Json* inner = keys.object({"weight_quant_params", "quant_config"});
    if (inner != nullptr && inner->contains("weight_quant_params")) {
        inner = &(*inner)["weight_quant_params"];
    }
    if (!q.bits && inner != nullptr && inner->is_object()) { // HQQ
        const ConfigKeys innerKeys(*inner, keys.pathOf({"weight_quant_params", "quant_config"}), keys.errors());
        q.bits = innerKeys.whole({"nbits"}, 1, 16);
    }
    return q;
}

std::string byMethod(const ConfigKeys& keys, const ConfigKeys& root) {
    std::string name = keys.text({"quant_method"}).value_or("");
    if (name.empty() && (keys.has({"load_in_4bit"}) || keys.has({"load_in_8bit"}))) {
        name = "bitsandbytes"; // files of its first versions
    }
    if (name.empty()) {
        keys.fail(ErrorCode::MissingKey, {"quant_method"}, {"quant_method"});
        return {};
    }
    for (const Method& method : kMethods) {
        if (method.name == name) {
            return method.format(readQuantization(keys, root, name.starts_with("exl")));
        }
    }
    std::vector<std::string> arguments{abbreviate(name)};
    for (const Method& method : kMethods) {
        arguments.emplace_back(method.name);
    }
    keys.fail(ErrorCode::UnknownValue, {"quant_method"}, std::move(arguments));
    return {};
}

/// MLX converts with one number of bits for all matrices.
std::string mlx(const ConfigKeys& keys) {
    const auto bits = keys.whole({"bits"}, 1, 16);
    const auto group = keys.whole({"group_size"}, 1, kMostGroup);
    if (!bits || (group && group != 64 && !(group == 32 && bits == 4))) {
        return {};
    }
    const bool offered = *bits >= 2 && *bits <= 8 && *bits != 7;
    return offered ? "MLX " + std::to_string(*bits) + "-bit g" + std::to_string(group.value_or(64)) : std::string();
}

std::string byType(const std::string& type) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTypes{{{"bfloat16", "BF16"},
                                                                                   {"float16", "F16"},
                                                                                   {"half", "F16"},
                                                                                   {"float32", "F32"},
                                                                                   {"float", "F32"},
                                                                                   {"float8_e4m3fn", "FP8-tensor"}}};
    for (const auto& [name, id] : kTypes) {
        if (type == name || type == "torch." + std::string(name)) {
            return std::string(id);
        }
    }
    return {};
}

} // namespace

std::string readStoredFormat(const ConfigKeys& root, ConfigContext& context) {
    static constexpr KeyNames kQuantizationKeys{"quantization_config", "compression_config"};
    const ConfigKeys& holder = root.has(kQuantizationKeys) ? root : context.keys;
    if (const Json* config = holder.object(kQuantizationKeys)) {
        const std::string path = holder.pathOf(kQuantizationKeys);
        const ConfigKeys keys(*config, path, root.errors());
        // MLX writes its own choice under both names, without a method.
        const bool ofMlx = root.has({"quantization"}) && !keys.has({"quant_method"});
        std::string id = ofMlx ? mlx(keys) : byMethod(keys, root);
        if (id.empty()) {
            context.warn("format-not-sized", path, {abbreviate(keys.text({"quant_method"}).value_or("MLX"))});
        }
        return id;
    }
    if (const Json* config = root.object({"quantization"})) {
        std::string id = mlx(ConfigKeys(*config, root.pathOf({"quantization"}), root.errors()));
        if (id.empty()) {
            context.warn("format-not-sized", root.pathOf({"quantization"}), {"MLX"});
        }
        return id;
    }
    static constexpr KeyNames kTypeKeys{"torch_dtype", "dtype"};
    const ConfigKeys& typed = root.has(kTypeKeys) ? root : context.keys;
    return byType(typed.text(kTypeKeys).value_or(""));
}

} // namespace vram
