// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_stored.h"

#include "core/model/gguf_names.h"
#include "core/source/gguf/gguf_model.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace vram {

namespace {

/// llama_ftype of include/llama.h: the file's id, the catalogue's format, the type that most of its matrices have.
struct FileTypeRow {
    std::uint64_t id;
    std::string_view format;
    GgmlType type;
};
constexpr std::array kFileTypes{
    FileTypeRow{0, "F32", GgmlType::F32},          FileTypeRow{1, "F16", GgmlType::F16},
    FileTypeRow{2, "Q4_0", GgmlType::Q4_0},        FileTypeRow{3, "Q4_1", GgmlType::Q4_1},
    FileTypeRow{7, "Q8_0", GgmlType::Q8_0},        FileTypeRow{8, "Q5_0", GgmlType::Q5_0},
    FileTypeRow{9, "Q5_1", GgmlType::Q5_1},        FileTypeRow{10, "Q2_K", GgmlType::Q2_K},
    FileTypeRow{11, "Q3_K_S", GgmlType::Q3_K},     FileTypeRow{12, "Q3_K_M", GgmlType::Q3_K},
    FileTypeRow{13, "Q3_K_L", GgmlType::Q3_K},     FileTypeRow{14, "Q4_K_S", GgmlType::Q4_K},
    FileTypeRow{15, "Q4_K_M", GgmlType::Q4_K},     FileTypeRow{16, "Q5_K_S", GgmlType::Q5_K},
    FileTypeRow{17, "Q5_K_M", GgmlType::Q5_K},     FileTypeRow{18, "Q6_K", GgmlType::Q6_K},
    FileTypeRow{19, "IQ2_XXS", GgmlType::IQ2_XXS}, FileTypeRow{20, "IQ2_XS", GgmlType::IQ2_XS},
    FileTypeRow{21, "Q2_K_S", GgmlType::Q2_K},     FileTypeRow{22, "IQ3_XS", GgmlType::IQ3_XXS},
    FileTypeRow{23, "IQ3_XXS", GgmlType::IQ3_XXS}, FileTypeRow{24, "IQ1_S", GgmlType::IQ1_S},
    FileTypeRow{25, "IQ4_NL", GgmlType::IQ4_NL},   FileTypeRow{26, "IQ3_S", GgmlType::IQ3_S},
    FileTypeRow{27, "IQ3_M", GgmlType::IQ3_S},     FileTypeRow{28, "IQ2_S", GgmlType::IQ2_XS},
    FileTypeRow{29, "IQ2_M", GgmlType::IQ2_S},     FileTypeRow{30, "IQ4_XS", GgmlType::IQ4_XS},
    FileTypeRow{31, "IQ1_M", GgmlType::IQ1_M},     FileTypeRow{32, "BF16", GgmlType::BF16},
    FileTypeRow{36, "TQ1_0", GgmlType::TQ1_0},     FileTypeRow{37, "TQ2_0", GgmlType::TQ2_0},
    FileTypeRow{38, "MXFP4_MOE", GgmlType::MXFP4}};

/// The format that stands for a type where the file does not name one: the most common mix of it.
constexpr std::array kByType{
    std::pair{GgmlType::Q2_K, std::string_view{"Q2_K"}},       std::pair{GgmlType::Q3_K, std::string_view{"Q3_K_M"}},
    std::pair{GgmlType::Q4_K, std::string_view{"Q4_K_M"}},     std::pair{GgmlType::Q5_K, std::string_view{"Q5_K_M"}},
    std::pair{GgmlType::IQ3_XXS, std::string_view{"IQ3_XXS"}}, std::pair{GgmlType::IQ3_S, std::string_view{"IQ3_S"}}};

bool isExpert(std::string_view suffix) { return suffix.find("_exps.") != std::string_view::npos; }

/// The matrix of an inventory tensor in the file, by the name that the converter gives it; gate and up of all experts
/// may lie in one.
const GgufTensor* storedAs(const GgufLayer& layer, std::string_view suffix) {
    if (const GgufTensor* const tensor = layer.find(suffix)) {
        return tensor;
    }
    if (suffix == "ffn_gate_exps.weight" || suffix == "ffn_up_exps.weight") {
        return layer.find("ffn_gate_up_exps.weight");
    }
    return suffix == "ssm_ba.weight" ? layer.find("ssm_beta.weight") : nullptr;
}

/// The matrices of all layers in the order of the inventory, which the plans of working buffers go by.
StoredLayers storedLayers(const Architecture& architecture, const GgufLayers& layers) {
    StoredLayers stored;
    GgufNames names(architecture);
    std::vector<StoredTensor> current;
    std::int32_t layer = -1;
    const auto close = [&] {
        auto found = std::ranges::find(stored.classes, current);
        if (found == stored.classes.end()) {
            stored.classes.push_back(current);
            found = stored.classes.end() - 1;
        }
        stored.layerClass.resize(static_cast<std::size_t>(layer) + 1,
                                 static_cast<std::uint16_t>(found - stored.classes.begin()));
        current.clear();
    };
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Gguf)) {
        const std::string_view suffix = names.nextSuffix(tensor);
        if (tensor.layer < 0) {
            const GgufTensor* const found = layers.outside.find(suffix);
            if (found != nullptr && tensor.isMatrix()) {
                const StoredTensor matrix{tensor.role, found->type->type, tensor.columns, tensor.rows, tensor.slices};
                if (tensor.role == TensorRole::TokenEmbedding) {
                    stored.tokenEmbedding = matrix;
                    stored.output = matrix;
                } else if (tensor.role == TensorRole::Output) {
                    stored.output = matrix;
                }
            }
            continue;
        }
        if (tensor.layer != layer && layer >= 0) {
            close();
        }
        layer = tensor.layer;
        const GgufTensor* const found = storedAs(layers.blocks[static_cast<std::size_t>(layer)], suffix);
        if (found != nullptr && tensor.isMatrix()) {
            current.push_back({tensor.role, found->type->type, tensor.columns, tensor.rows, tensor.slices});
        }
    }
    if (layer >= 0) {
        close();
    }
    // Layers without any tensor that the inventory knows keep the list as long as the model.
    stored.layerClass.resize(architecture.layerBlocks.size(), 0);
    if (stored.classes.empty()) {
        stored.classes.emplace_back();
    }
    return stored;
}

} // namespace

WeightSizes ggufStoredSizes(const Architecture& architecture, const GgufLayers& layers,
                            std::span<const GgufFile> parts) {
    WeightSizes sizes;
    Bytes total;
    for (const GgufLayer& layer : layers.blocks) {
        Bytes experts;
        for (const GgufLayer::Named& named : layer.tensors()) {
            experts += isExpert(named.suffix) ? named.tensor->bytes : Bytes{};
        }
        sizes.layers.push_back(layer.bytes());
        sizes.layerExperts.push_back(experts);
        total += sizes.layers.back();
    }
    for (const GgufLayer::Named& named : layers.outside.tensors()) {
        const bool output = named.suffix.starts_with("output.") || named.suffix.starts_with("output_norm.");
        (named.suffix == "token_embd.weight" ? sizes.tokenEmbedding
         : output                            ? sizes.output
                                             : sizes.other) += named.tensor->bytes;
        total += named.tensor->bytes;
    }
    sizes.total = ByteRange::exact(total);
    Bytes files;
    for (const GgufFile& part : parts) {
        files += part.fileBytes;
    }
    sizes.file = ByteRange::exact(files);
    sizes.stored = storedLayers(architecture, layers);
    return sizes;
}

std::string ggufStoredFormat(std::span<const GgufFile> parts) {
    std::map<GgmlType, Bytes> byType;
    for (const GgufFile& part : parts) {
        for (const GgufTensor& tensor : part.tensors) {
            byType[tensor.type->type] += tensor.bytes;
        }
    }
    if (byType.empty()) {
        return {};
    }
    const GgufEntry* const entry = parts.front().find("general.file_type");
    const auto* id = entry == nullptr ? nullptr : std::get_if<std::uint64_t>(&entry->value);
    const auto row = std::ranges::find(kFileTypes, id == nullptr ? ~std::uint64_t{0} : *id, &FileTypeRow::id);
    if (row != kFileTypes.end() && byType.contains(row->type)) {
        return std::string(row->format);
    }
    const GgmlType most = std::ranges::max_element(byType, {}, [](const auto& pair) { return pair.second; })->first;
    const auto mix = std::ranges::find(kByType, most, &std::pair<GgmlType, std::string_view>::first);
    if (mix != kByType.end()) {
        return std::string(mix->second);
    }
    const auto byLayout = std::ranges::find(kFileTypes, most, &FileTypeRow::type);
    return byLayout == kFileTypes.end() ? std::string{} : std::string(byLayout->format);
}

} // namespace vram
