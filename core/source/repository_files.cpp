// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/repository_files.h"

#include "core/source/split_name.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

namespace vram {

namespace {

std::string upper(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
    return result;
}

/// "Q4_K_M", "IQ2_XXS", "TQ1_0", "BF16" and their like; `token` in capitals.
bool isQuantization(std::string_view token) {
    constexpr std::array<std::string_view, 10> kWhole{"F16",  "BF16", "FP16",  "F32",       "FP32",
                                                      "BF32", "FP8",  "MXFP4", "MXFP4_MOE", "NVFP4"};
    if (std::ranges::find(kWhole, token) != kWhole.end()) {
        return true;
    }
    if (token.starts_with('I') || token.starts_with('T')) {
        token.remove_prefix(1);
    }
    return token.size() >= 2 && token[0] == 'Q' && token[1] >= '1' && token[1] <= '8' &&
           (token.size() == 2 || token[2] == '_');
}

/// The quantization that a name ends with: "Qwen3-14B-UD-Q4_K_XL" -> "UD-Q4_K_XL", "model.Q8_0" -> "Q8_0".
std::string quantizationOf(std::string_view name) {
    std::vector<std::string> tokens(1);
    for (const char c : upper(name)) {
        if (c == '-' || c == '.' || c == '/') {
            tokens.emplace_back();
        } else {
            tokens.back() += c;
        }
    }
    for (std::size_t i = tokens.size(); i-- > 0;) {
        std::string_view token = tokens[i];
        // "model_Q4_K_M": the name and the type hang together.
        while (!isQuantization(token) && token.find('_') != std::string_view::npos) {
            token.remove_prefix(token.find('_') + 1);
        }
        if (isQuantization(token)) {
            const bool dynamic = i > 0 && tokens[i - 1] == "UD"; // Unsloth's own mixes of the same name
            return (dynamic ? "UD-" : "") + std::string(token);
        }
    }
    return {};
}

std::string_view baseName(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// What a file is by its name; nullopt: nothing that makes a model.
std::optional<RepositoryChoiceKind> kindOf(const std::string& path) {
    const std::string name = upper(baseName(path));
    const bool gguf = name.ends_with(".GGUF");
    const bool tensors = name.ends_with(".SAFETENSORS");
    if (gguf && name.find("MMPROJ") != std::string::npos) {
        return RepositoryChoiceKind::VisionProjector;
    }
    if ((gguf || tensors) && (name.find("LORA") != std::string::npos || name.starts_with("ADAPTER_MODEL"))) {
        return RepositoryChoiceKind::Adapter;
    }
    if (gguf && name.find("IMATRIX") != std::string::npos) {
        return std::nullopt;
    }
    if (gguf) {
        return RepositoryChoiceKind::Gguf;
    }
    if (tensors) {
        return RepositoryChoiceKind::Safetensors;
    }
    const bool weights = name.starts_with("PYTORCH_MODEL") && name.ends_with(".BIN");
    return weights ? std::optional(RepositoryChoiceKind::PyTorch) : std::nullopt;
}

bool isExtra(const RepositoryChoice& choice) {
    return choice.kind == RepositoryChoiceKind::VisionProjector || choice.kind == RepositoryChoiceKind::Adapter;
}

/// Leaves one copy where a repository has the same weights several times over: PyTorch files beside better ones, and
/// Mistral's own "consolidated" files beside those for Transformers.
void leaveOutCopies(std::vector<RepositoryChoice>& models) {
    const auto has = [&models](RepositoryChoiceKind kind, bool consolidated) {
        return std::ranges::any_of(models, [kind, consolidated](const RepositoryChoice& each) {
            return each.kind == kind && baseName(each.name).starts_with("consolidated") == consolidated;
        });
    };
    const bool tensors = has(RepositoryChoiceKind::Safetensors, false);
    const bool better = tensors || has(RepositoryChoiceKind::Safetensors, true) ||
                        std::ranges::any_of(models, [](const RepositoryChoice& each) {
                            return each.kind == RepositoryChoiceKind::Gguf;
                        });
    std::erase_if(models, [tensors, better](const RepositoryChoice& each) {
        return (each.kind == RepositoryChoiceKind::PyTorch && better) ||
               (each.kind == RepositoryChoiceKind::Safetensors && tensors &&
                baseName(each.name).starts_with("consolidated"));
    });
}

} // namespace

std::string_view repositoryChoiceKindId(RepositoryChoiceKind kind) {
    constexpr std::array<std::string_view, 5> kIds{"gguf", "safetensors", "pytorch", "mmproj", "adapter"};
    return kIds.at(static_cast<std::size_t>(kind));
}

RepositoryContents groupRepositoryFiles(std::vector<RepositoryFile> files) {
    std::ranges::sort(files, {}, &RepositoryFile::path);
    RepositoryContents contents;
    // Parts belong together when kind, name and the number of parts agree.
    std::map<std::tuple<RepositoryChoiceKind, std::string, std::int64_t>, RepositoryChoice> groups;
    for (RepositoryFile& file : files) {
        if (file.path == "config.json") {
            contents.config = file;
        }
        const auto kind = kindOf(file.path);
        if (!kind) {
            continue;
        }
        const std::string_view path = file.path;
        const SplitName split = splitNameOf(path.substr(0, path.rfind('.')));
        RepositoryChoice& choice = groups[{*kind, std::string(split.stem), split.count}];
        if (choice.parts.empty()) {
            choice.kind = *kind;
            choice.name = split.stem;
            choice.quantization = quantizationOf(choice.name);
            choice.expectedParts = split.count;
        }
        choice.size += file.size;
        choice.parts.push_back(std::move(file));
    }
    for (auto& [key, choice] : groups) {
        const std::string index =
            choice.name +
            std::string(choice.kind == RepositoryChoiceKind::PyTorch ? ".bin.index.json" : ".safetensors.index.json");
        if (std::ranges::any_of(files, [&index](const RepositoryFile& file) { return file.path == index; })) {
            choice.index = index;
        }
        (isExtra(choice) ? contents.extras : contents.models).push_back(std::move(choice));
    }
    leaveOutCopies(contents.models);
    for (std::vector<RepositoryChoice>* list : {&contents.models, &contents.extras}) {
        std::ranges::stable_sort(*list, [](const RepositoryChoice& a, const RepositoryChoice& b) {
            return std::tie(a.kind, a.size) < std::tie(b.kind, b.size);
        });
    }
    return contents;
}

const RepositoryChoice* findRepositoryChoice(const RepositoryContents& contents, std::string_view file) {
    const std::vector<RepositoryChoice>& models = contents.models;
    if (file.empty() || file == "config.json") {
        return models.size() == 1 ? models.data() : nullptr;
    }
    for (const std::vector<RepositoryChoice>* list : {&models, &contents.extras}) {
        for (const RepositoryChoice& choice : *list) {
            const bool part =
                std::ranges::any_of(choice.parts, [file](const RepositoryFile& each) { return each.path == file; });
            if (part || choice.index == file) {
                return &choice;
            }
        }
    }
    const std::string wanted = upper(file);
    const auto found = std::ranges::find(models, wanted, &RepositoryChoice::quantization);
    return found == models.end() ? nullptr : &*found;
}

} // namespace vram
