// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/source/model_reader.h"
#include "core/units/result.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace vram::cli {

// Repositories on the command line. A build without Qt has the same functions, which refuse addresses.

/// Reads files and addresses of repositories.
[[nodiscard]] std::shared_ptr<ModelReader> makeModelReader();

/// What `inspect` writes for an address: the model, or the models to choose from (docs/schema.md).
[[nodiscard]] Result<nlohmann::ordered_json> inspectRepository(const std::string& text, bool useCatalog,
                                                               const std::shared_ptr<const Catalog>& catalog);

} // namespace vram::cli
