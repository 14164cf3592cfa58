// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/source/model_reader.h"
#include "core/units/result.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace vram::cli {

/// What `inspect` writes for a file or folder (docs/schema.md). `useCatalog`: a layout that the files do not tell may
/// come from the catalogue's model of the same shape.
[[nodiscard]] Result<nlohmann::ordered_json> inspectFile(const std::string& path, bool useCatalog,
                                                         const std::shared_ptr<const Catalog>& catalog);

/// The part of it that is the model's, wherever it was read; `reader` describes it again for `path`.
[[nodiscard]] nlohmann::ordered_json describedJson(ModelDescription description, const std::string& path,
                                                   bool useCatalog, const std::shared_ptr<const Catalog>& catalog,
                                                   const std::shared_ptr<ModelReader>& reader);

/// Adds what `json` has no key for yet.
void addMissing(nlohmann::ordered_json& json, const nlohmann::ordered_json& more);

} // namespace vram::cli
