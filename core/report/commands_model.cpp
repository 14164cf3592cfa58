// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/commands_model.h"

#include "core/format/gguf_mix.h"
#include "core/report/commands_line.h"
#include "core/source/repository_address.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vram {

namespace {

/// The formats that convert_hf_to_gguf.py writes by itself.
constexpr std::array kConverted{std::pair<std::string_view, std::string_view>{"F32", "f32"},
                                std::pair<std::string_view, std::string_view>{"F16", "f16"},
                                std::pair<std::string_view, std::string_view>{"BF16", "bf16"}};

const std::string* pathOf(const Resolved& resolved) {
    const auto* const file = std::get_if<ModelFile>(&resolved.scenario.model);
    return file == nullptr ? nullptr : &file->path;
}

std::optional<RepositoryAddress> addressOf(const Resolved& resolved) {
    const std::string* const path = pathOf(resolved);
    if (path == nullptr || !isRepositoryAddress(*path)) {
        return std::nullopt;
    }
    const auto address = parseRepositoryAddress(*path);
    return address ? std::optional(*address) : std::nullopt;
}

bool endsIn(std::string_view path, std::string_view ending) {
    return path.size() >= ending.size() &&
           std::ranges::equal(path.substr(path.size() - ending.size()), ending, [](char a, char b) {
               return std::tolower(static_cast<unsigned char>(a)) == static_cast<unsigned char>(b);
           });
}

std::string_view lastComponent(std::string_view path) {
    while (path.size() > 1 && (path.ends_with('/') || path.ends_with('\\'))) {
        path.remove_suffix(1);
    }
    return path.substr(path.find_last_of("/\\") + 1);
}

/// The folder that a checkpoint's file lies in, or the folder that was named.
std::string folderOf(const std::string& path) {
    constexpr std::array<std::string_view, 4> kFiles{".safetensors", ".json", ".bin", ".pth"};
    if (std::ranges::none_of(kFiles, [&](std::string_view ending) { return endsIn(path, ending); })) {
        return path;
    }
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? "." : slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

bool storedAsGguf(const Resolved& resolved) {
    return resolved.model.description != nullptr && resolved.model.description->container == "GGUF";
}

/// Where a checkpoint is fetched from and into; empty where it lies on this machine.
struct Download {
    std::string line;
    std::string folder;
};

Download downloadOf(const Resolved& resolved, Shell shell) {
    const std::optional<RepositoryAddress> address = addressOf(resolved);
    const auto* const name = std::get_if<CatalogName>(&resolved.scenario.model);
    if (!address && name == nullptr) {
        return {{}, folderOf(*pathOf(resolved))};
    }
    const std::string folder = modelStem(resolved);
    if (address && address->host == RepositoryHost::ModelScope) {
        return {CommandLine("modelscope download", shell)
                    .add("--model", address->repository)
                    .add("--local_dir", withoutDash(folder))
                    .text(),
                folder};
    }
    CommandLine line("hf download", shell);
    line.add(shellQuoted(address ? address->repository : name->name, shell));
    if (address && !address->revision.empty()) {
        line.add("--revision", address->revision);
    }
    return {line.add("--local-dir", withoutDash(folder)).text(), folder};
}

/// The line of llama-quantize, with llama-imatrix before it where the mix or the scenario asks for its matrix.
void addQuantizing(GgufModel& model, const Resolved& resolved, const std::string& source, Shell shell) {
    const std::string stem = modelStem(resolved);
    const auto mix = findGgufMix(resolved.format.ggufMix);
    CommandLine quantize("llama-quantize", shell);
    if (resolved.scenario.quantizer.importanceMatrix || (mix && needsImportanceMatrix(*mix))) {
        const std::string matrix = stem + "-imatrix.gguf";
        CommandLine line("llama-imatrix", shell);
        line.addFile("-m", source).add("-f", "CALIBRATION.txt").addFile("-o", matrix);
        model.steps.push_back(line.text());
        quantize.addFile("--imatrix", matrix);
    }
    const bool again = storedAsGguf(resolved) && std::ranges::none_of(kConverted, [&](const auto& row) {
                           return row.first == resolved.model.description->storedFormat;
                       });
    if (again) {
        quantize.add("--allow-requantize");
    }
    quantize.add(shellFile(source, shell)).add(shellFile(model.file, shell));
    model.steps.push_back(quantize.add(resolved.format.ggufMix).text());
}

/// From a checkpoint: downloaded, converted, quantized.
GgufModel madeGguf(const Resolved& resolved, Shell shell) {
    const std::string stem = modelStem(resolved);
    const std::string& mix = resolved.format.ggufMix;
    GgufModel model{stem + "-" + (mix.empty() ? resolved.format.id : mix) + ".gguf"};
    if (mix.empty()) {
        return model; // no mix of llama-quantize: somebody else's file
    }
    const Download download = downloadOf(resolved, shell);
    if (!download.line.empty()) {
        model.steps.push_back(download.line);
    }
    const auto* const direct =
        std::ranges::find(kConverted, std::string_view(mix), [](const auto& row) { return row.first; });
    // Experts that are published in MXFP4 stay as they are.
    const bool kept = mix == "MXFP4_MOE" && resolved.model.nativeFormat == "MXFP4";
    const bool asItIs = kept || direct != kConverted.end();
    const std::string converted = asItIs ? model.file : stem + "-BF16.gguf";
    CommandLine convert("python convert_hf_to_gguf.py", shell);
    convert.add(shellFile(download.folder, shell)).addFile("--outfile", converted);
    convert.add("--outtype", kept ? "auto" : direct != kConverted.end() ? direct->second : "bf16");
    model.steps.push_back(convert.text());
    if (!asItIs) {
        addQuantizing(model, resolved, converted, shell);
    }
    return model;
}

} // namespace

std::string checkpointName(const Resolved& resolved) {
    if (const auto* const name = std::get_if<CatalogName>(&resolved.scenario.model)) {
        return name->name;
    }
    if (const auto address = addressOf(resolved)) {
        return address->repository;
    }
    const std::string* const path = pathOf(resolved);
    return path == nullptr ? std::string("MODEL") : withoutDash(folderOf(*path));
}

std::string modelStem(const Resolved& resolved) {
    const std::optional<RepositoryAddress> address = addressOf(resolved);
    const auto* const name = std::get_if<CatalogName>(&resolved.scenario.model);
    const std::string* const path = pathOf(resolved);
    if (name == nullptr && path == nullptr) {
        return "MODEL";
    }
    const std::string whole = address           ? (endsIn(address->file, ".gguf") ? address->file : address->repository)
                              : name != nullptr ? name->name
                                                : folderOf(*path);
    std::string_view stem = lastComponent(whole);
    if (endsIn(stem, ".gguf")) {
        stem.remove_suffix(std::string_view(".gguf").size());
    }
    return stem.empty() || stem == "." || stem == "/" ? std::string("MODEL") : std::string(stem);
}

GgufModel ggufModel(const Resolved& resolved, Shell shell) {
    const std::string* const path = pathOf(resolved);
    if (path == nullptr && !std::holds_alternative<CatalogName>(resolved.scenario.model)) {
        return {"MODEL.gguf"};
    }
    if (!storedAsGguf(resolved)) {
        return madeGguf(resolved, shell);
    }
    const std::optional<RepositoryAddress> address = addressOf(resolved);
    const std::string& format = resolved.model.description->storedFormat;
    const std::string& mix = resolved.format.ggufMix;
    const bool asked = resolved.scenario.weights == kAsStored || format == resolved.format.id || mix.empty();
    GgufModel stored{*path};
    if (address) {
        stored.file = endsIn(address->file, ".gguf") ? address->file : modelStem(resolved) + ".gguf";
        if (asked && address->host == RepositoryHost::HuggingFace) {
            stored.repository = address->repository;
            stored.quantization = stored.file == address->file ? std::string{} : address->file;
        }
    }
    if (asked) {
        return stored;
    }
    GgufModel made{modelStem(resolved) + "-" + mix + ".gguf"};
    addQuantizing(made, resolved, stored.file, shell);
    return made;
}

MlxModel mlxModel(const Resolved& resolved, Shell shell) {
    const WeightFormat& format = resolved.format;
    if (format.family != "MLX affine" || !std::holds_alternative<CatalogName>(resolved.scenario.model)) {
        return {checkpointName(resolved), {}};
    }
    const auto bits = static_cast<std::int64_t>(format.valueBits);
    const std::string folder =
        modelStem(resolved) + "-mlx-" + std::to_string(bits) + "bit-g" + std::to_string(format.blockSize);
    CommandLine line("mlx_lm.convert", shell);
    line.add("--hf-path", checkpointName(resolved)).add("--mlx-path", folder).add("-q");
    line.add("--q-bits", bits).add("--q-group-size", format.blockSize);
    return {folder, line.text()};
}

} // namespace vram
