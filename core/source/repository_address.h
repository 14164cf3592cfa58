// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace vram {

enum class RepositoryHost : std::uint8_t { HuggingFace, ModelScope };

/// A model repository on a host, and perhaps one file of it.
struct RepositoryAddress {
    RepositoryHost host = RepositoryHost::HuggingFace;
    std::string repository; ///< "org/name"
    std::string revision;   ///< branch, tag or commit; empty: the host's default
    std::string file;       ///< path in the repository, or a quantization such as "Q4_K_M"; empty: none named
    friend bool operator==(const RepositoryAddress&, const RepositoryAddress&) = default;
};

constexpr std::size_t kLongestAddress = 2048;

/// Whether the text can only be meant as an address: it begins with "hf:", "ms:" or a web scheme.
[[nodiscard]] bool isRepositoryAddress(std::string_view text);

/// Reads what people have at hand: "hf:org/name", "hf:org/name:file.gguf", "hf:org/name@revision:file.gguf", "ms:…",
/// "org/name", "hf.co/org/name:Q4_K_M", and the addresses of pages and files of Hugging Face, ModelScope and of
/// `mirror` (host, or host:port, of the endpoint that is used in place of Hugging Face; empty: none). Spaces around it
/// are left out. BadAddress where it is none of these.
[[nodiscard]] Result<RepositoryAddress> parseRepositoryAddress(std::string_view text, std::string_view mirror = {});

/// "hf:org/name@revision:file", which `parseRepositoryAddress` reads back.
[[nodiscard]] std::string repositoryAddressText(const RepositoryAddress& address);

/// The host's own name for its default revision: "main", "master".
[[nodiscard]] std::string_view defaultRevision(RepositoryHost host);

/// Whether the text can be a path in a repository: relative, without "..", backslashes and control characters.
[[nodiscard]] bool isRepositoryPath(std::string_view path);

} // namespace vram
