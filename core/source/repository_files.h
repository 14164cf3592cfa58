// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/repository_address.h"
#include "core/units/bytes.h"
#include "core/units/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// A file of a repository, as its host lists it.
struct RepositoryFile {
    std::string path;
    Bytes size;
    std::string etag; ///< names the content (a hash); empty: the host gave none
    friend bool operator==(const RepositoryFile&, const RepositoryFile&) = default;
};

enum class RepositoryChoiceKind : std::uint8_t { Gguf, Safetensors, PyTorch, VisionProjector, Adapter };

/// Stable id: "gguf", "safetensors", "pytorch", "mmproj", "adapter".
[[nodiscard]] std::string_view repositoryChoiceKindId(RepositoryChoiceKind kind);

/// Files that are one model together.
struct RepositoryChoice {
    RepositoryChoiceKind kind{};
    std::string name;                  ///< path without the number of the part and the extension
    std::string quantization;          ///< as the name says it, in capitals: "Q4_K_M"; empty: it does not
    std::vector<RepositoryFile> parts; ///< in their order; never empty
    std::int64_t expectedParts = 1;    ///< as the names say it; more than there are: some are missing
    std::string index;                 ///< path of the shards' index; empty: there is none
    Bytes size;                        ///< of the parts together
    [[nodiscard]] const std::string& file() const { return parts.front().path; }
    friend bool operator==(const RepositoryChoice&, const RepositoryChoice&) = default;
};

struct RepositoryContents {
    std::vector<RepositoryChoice> models; ///< GGUFs, then the others, each the smallest first
    std::vector<RepositoryChoice> extras; ///< vision projectors and LoRA adapters
    std::optional<RepositoryFile> config; ///< config.json
    friend bool operator==(const RepositoryContents&, const RepositoryContents&) = default;
};

/// A repository as it was listed.
struct RepositoryListing {
    RepositoryAddress address;
    std::vector<RepositoryFile> files;
    bool offline = false; ///< the host could not be asked: as it was when it was read before
};

/// What of the files makes a model: split GGUFs and shards come together, what is neither weights nor their
/// description is left out. PyTorch files count only where there is nothing better.
[[nodiscard]] RepositoryContents groupRepositoryFiles(std::vector<RepositoryFile> files);

/// The choice that `file` names: the path of one of its parts or of its index, or a quantization in any case. nullptr:
/// there is none. An empty `file` names the only model there is.
[[nodiscard]] const RepositoryChoice* findRepositoryChoice(const RepositoryContents& contents, std::string_view file);

/// One page of the answer of a host to "which files are there". Entries that cannot be files of a model (folders, paths
/// that point outside) are left out; anything else that does not fit is MalformedAnswer.
[[nodiscard]] Result<std::vector<RepositoryFile>> readRepositoryListing(RepositoryHost host, std::string_view json);

} // namespace vram
