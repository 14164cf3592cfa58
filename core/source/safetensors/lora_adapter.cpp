// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/lora_adapter.h"

#include "core/catalog/json_reader.h"

#include <algorithm>
#include <array>
#include <set>

namespace vram {

namespace {

/// How programs name the two factors. `rankAt`: which dimension of the first factor is the rank.
struct PairNames {
    std::string_view first;
    std::string_view second;
    std::size_t rankAt;
};
constexpr std::array kPairs{
    PairNames{".lora_A", ".lora_B", 0},                     // PEFT
    PairNames{".lora_embedding_A", ".lora_embedding_B", 0}, // PEFT, of embeddings
    PairNames{".lora_a", ".lora_b", 1},                     // mlx-lm
    PairNames{".lora_down", ".lora_up", 0},                 // kohya
};
constexpr std::size_t kMostTargets = 64;

/// The factor ends the name or is followed by ".weight" or an adapter's name.
std::size_t factorAt(std::string_view name, std::string_view factor) {
    const std::size_t at = name.rfind(factor);
    const bool whole =
        at != std::string_view::npos && (at + factor.size() == name.size() || name[at + factor.size()] == '.');
    return whole ? at : std::string_view::npos;
}

void readConfiguration(std::string_view configuration, LoraAdapter& adapter, std::vector<ModelWarning>& warnings) {
    constexpr std::string_view kFile = "adapter_config.json";
    const auto parsed = parseJson(configuration, kFile, 1U << 20U);
    if (!parsed || !parsed->is_object()) {
        warnings.push_back({"adapter-config-unread", std::string(kFile), {}});
        return;
    }
    if (const auto base = parsed->find("base_model_name_or_path"); base != parsed->end() && base->is_string()) {
        adapter.baseModel = abbreviate(base->get_ref<const std::string&>(), 200);
    }
    const auto rank = parsed->find("r");
    const auto pattern = parsed->find("rank_pattern");
    const bool patterned = pattern != parsed->end() && !pattern->empty();
    if (rank != parsed->end() && !patterned && *rank != adapter.rank) {
        warnings.push_back(
            {"rank-differs", std::string(kFile), {std::to_string(adapter.rank), abbreviate(rank->dump())}});
    }
}

} // namespace

std::optional<LoraAdapter> findLoraAdapter(const std::vector<SafetensorsTensor>& tensors,
                                           std::string_view configuration, std::vector<ModelWarning>& warnings) {
    LoraAdapter adapter;
    std::set<std::string, std::less<>> targets;
    std::size_t factors = 0;
    for (const SafetensorsTensor& tensor : tensors) {
        adapter.bytes += tensor.bytes;
        adapter.parameters = saturatingAdd(adapter.parameters, tensor.elements());
        if (tensor.name.find(".lora_") == std::string::npos) {
            continue;
        }
        for (const PairNames& pair : kPairs) {
            const std::size_t first = factorAt(tensor.name, pair.first);
            if (first == std::string_view::npos) {
                factors += factorAt(tensor.name, pair.second) != std::string_view::npos ? 1 : 0;
                continue;
            }
            ++factors;
            if (tensor.dimensionCount > pair.rankAt) {
                adapter.rank = std::max(adapter.rank, tensor.dimensions.at(pair.rankAt));
            }
            const std::string_view module = std::string_view(tensor.name).substr(0, first);
            const std::string_view target = module.substr(module.rfind('.') + 1);
            if (targets.size() < kMostTargets && !targets.contains(target)) {
                targets.insert(abbreviate(target));
            }
            break;
        }
    }
    if (factors == 0 || factors * 2 < tensors.size()) {
        return std::nullopt;
    }
    adapter.targets.assign(targets.begin(), targets.end());
    if (!configuration.empty()) {
        readConfiguration(configuration, adapter, warnings);
    }
    return adapter;
}

} // namespace vram
