// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/json_reader.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vram {

/// Puts a Catalog together from JSON texts, one kind of entry a file. What is wrong is left out and noted; nothing
/// that is wrong in one entry or file touches another. Files that are added later override earlier ones.
class CatalogBuilder {
public:
    static constexpr std::array<std::string_view, 5> kFileNames{"models.json", "gpus.json", "weight_formats.json",
                                                                "kv_formats.json", "instances.json"};

    CatalogBuilder();
    /// `kind` is one of kFileNames (others are ignored), `shownName` is what problems call the file.
    void addFile(std::string_view kind, std::string_view shownName, std::string_view text);
    void addProblem(Error problem) { m_problems.push_back(std::move(problem)); }
    /// Indexes names and aliases and checks references. The builder is spent afterwards.
    [[nodiscard]] CatalogLoad build();

private:
    using Index = std::unordered_map<std::string, std::size_t>;
    /// What is known of the entries of one kind while files are read.
    struct Origins {
        Index byKey;
        std::vector<std::string> where;  ///< by entry, for problems found in build()
        std::size_t file = 0;            ///< counts files of the kind
        std::vector<std::size_t> fileOf; ///< by entry
    };

    /// One file's entries and its abbreviations for sources.
    struct File {
        const Json* list = nullptr;
        std::string_view shownName;
        std::vector<std::pair<std::string, std::string>> sources;
    };

    template <typename Entry, typename Read, typename Key>
    void readList(const File& file, std::string_view nameKey, std::vector<Entry>& entries, Origins& origins, Read read,
                  Key keyOf);
    void claim(Index& index, const std::string& key, std::size_t entry, const Origins& origins, std::string_view shown);
    void indexModels();
    void indexGpus();
    void indexFormats();
    void checkReferences();
    void collectShapePoints();

    std::shared_ptr<Catalog> m_catalog;
    std::vector<Error> m_problems;
    Origins m_models;
    Origins m_gpus;
    Origins m_weightFormats;
    Origins m_kvFormats;
    Origins m_instances;
};

} // namespace vram
