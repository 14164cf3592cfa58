// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_format.h"
#include "core/model/architecture.h"
#include "core/units/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// Where the layout that sizes the caches comes from.
enum class LayoutSource : std::uint8_t {
    File,    ///< all of it stood in the file: its keys and its tensors
    Config,  ///< config.json
    Table,   ///< something was filled in from a table of what an architecture's files leave out
    Unknown, ///< the weights are known, the caches are not
    Catalog, ///< the files do not tell; a model of the catalogue has the same layout
};

/// Stable id: "file", "config", "architecture-table", "unknown", "catalog".
[[nodiscard]] std::string_view layoutSourceId(LayoutSource source);

/// A remark on a file that was read all the same; the front ends word it by `code`.
struct ModelWarning {
    std::string_view code; ///< a literal, such as "layout-unknown"
    std::string where;     ///< key or tensor; empty: the whole file
    std::vector<std::string> arguments;
    friend bool operator==(const ModelWarning&, const ModelWarning&) = default;
};

/// What a model's own files say of it. Text in it comes from the file: plain text of at most some hundred characters,
/// never markup.
struct ModelDescription {
    std::string name;                                 ///< as the file, folder or repository calls it; may be empty
    std::string container;                            ///< "GGUF", "safetensors", "PyTorch", "config.json"
    std::string architectureName;                     ///< as the file names it: "qwen3", "Qwen3ForCausalLM"
    std::string ggufArchitecture;                     ///< llama.cpp's name; empty: it has none that is known
    std::shared_ptr<const Architecture> architecture; ///< never null; with an unknown layout only what is certain
    LayoutSource layoutSource = LayoutSource::Unknown;
    bool cacheKnown = false;
    std::int64_t parameters = 0;
    std::int64_t activeParameters = 0;
    std::optional<std::int64_t> maxContext;
    std::string storedFormat; ///< id of the catalogue's format nearest to how it is stored; empty: none
    std::shared_ptr<const WeightSizes> stored; ///< as stored, to the byte; null: only a configuration was read
    bool tensorsKnown = true; ///< the architecture's inventory is the file's: other formats are exact, too
    std::vector<ModelWarning> warnings;
};

} // namespace vram
