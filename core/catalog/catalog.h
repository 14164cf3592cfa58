// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/kv_format.h"
#include "core/format/weight_format.h"
#include "core/hardware/gpu.h"
#include "core/model/architecture.h"
#include "core/model/generic.h"
#include "core/units/result.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vram {

/// A published model.
struct CatalogModel {
    std::string id;   ///< Hugging Face id
    std::string name; ///< for people
    std::string family;
    std::string release; ///< "2025-04"
    std::vector<std::string> aliases;
    std::vector<std::string> hfArchitectures;
    std::string ggufArchitecture; ///< empty: llama.cpp has none
    std::int64_t parameters = 0;  ///< published total that the inventory must equal
    std::int64_t activeParameters = 0;
    std::int64_t maxContext = 0; ///< tokens the model was made for
    std::string nativeFormat;    ///< weight format id of the published checkpoint
    std::string license;
    bool multimodal = false;
    bool cacheKnown = true; ///< false: the cache layout cannot be sized (verdict unknown)
    Confidence confidence{};
    std::string note;
    std::string source;
    std::shared_ptr<const Architecture> architecture; ///< never null
};

/// A cloud machine type.
struct CloudInstance {
    std::string cloud;
    std::string type;
    std::string gpu; ///< name in the GPU table; empty: its accelerator is no GPU that can be sized (see note)
    int gpuCount = 0;
    double gpuShare = 1; ///< below 1 where the machine gets a slice of one GPU and of its memory
    std::string note;
    std::string source;
    Confidence confidence{};
};

/// All facts: immutable after loading. Look-ups ignore case and vendor prefixes and accept aliases.
class Catalog {
public:
    [[nodiscard]] const std::vector<CatalogModel>& models() const { return m_models; }
    [[nodiscard]] const std::vector<Gpu>& gpus() const { return m_gpus; }
    [[nodiscard]] const std::vector<WeightFormat>& weightFormats() const { return m_weightFormats; }
    [[nodiscard]] const std::vector<KvFormat>& kvFormats() const { return m_kvFormats; }
    [[nodiscard]] const std::vector<CloudInstance>& instances() const { return m_instances; }
    [[nodiscard]] const std::vector<ShapePoint>& shapePoints() const { return m_shapePoints; }
    [[nodiscard]] const std::string& date() const { return m_date; } ///< of the shipped facts, "2026-11-21"

    /// nullptr where there is none.
    [[nodiscard]] const CatalogModel* findModel(std::string_view name) const;
    [[nodiscard]] const Gpu* findGpu(std::string_view name) const;
    [[nodiscard]] const WeightFormat* findWeightFormat(std::string_view name) const;
    [[nodiscard]] const KvFormat* findKvFormat(std::string_view runtimeGroup, std::string_view name) const;

    /// The format as one of `loadable` containers stores it: F16 as a GGUF or as safetensors, MXFP4 as a GGUF where
    /// only that is loaded. nullopt where the name is unknown or no such container holds the format.
    [[nodiscard]] std::optional<WeightFormat> weightFormatIn(std::string_view name,
                                                             std::span<const Container> loadable) const;

    /// Up to `most` names near to `name` (edit distance and shared words), best first.
    [[nodiscard]] std::vector<std::string> nearestModels(std::string_view name, std::size_t most = 3) const;
    [[nodiscard]] std::vector<std::string> nearestGpus(std::string_view name, std::size_t most = 3) const;
    [[nodiscard]] std::vector<std::string> nearestWeightFormats(std::string_view name, std::size_t most = 3) const;

private:
    friend class CatalogBuilder;
    std::vector<CatalogModel> m_models;
    std::vector<Gpu> m_gpus;
    std::vector<WeightFormat> m_weightFormats;
    std::vector<KvFormat> m_kvFormats;
    std::vector<CloudInstance> m_instances;
    std::vector<ShapePoint> m_shapePoints;
    std::string m_date;
    std::unordered_map<std::string, std::size_t> m_modelIndex; ///< normalised name or alias -> index
    std::unordered_map<std::string, std::size_t> m_gpuIndex;
    std::unordered_map<std::string, std::size_t> m_weightFormatIndex;
};

/// A catalogue with what could not be read: a bad entry is left out and reported, the rest stays usable.
struct CatalogLoad {
    std::shared_ptr<const Catalog> catalog; ///< never null
    std::vector<Error> problems;            ///< `where` is "file: entry: field"
};

/// Loads the facts built into the program and, where `userFolder` is not empty, the JSON files there
/// (models.json, gpus.json, weight_formats.json, kv_formats.json, instances.json): entries with a new name add to the
/// shipped ones, entries with a known name override them.
[[nodiscard]] CatalogLoad loadCatalog(const std::filesystem::path& userFolder = {});

/// Lower case, without vendor words and punctuation: "NVIDIA GeForce RTX 4090" -> "rtx4090".
[[nodiscard]] std::string normaliseName(std::string_view name);

} // namespace vram
