// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/source/model_description.h"

namespace vram {

/// The catalogue's model with the same layout: architecture name, layers, hidden size and number of parameters;
/// fine-tunes of a model have its own. nullptr where there is none.
[[nodiscard]] const CatalogModel* sameLayout(const ModelDescription& description, const Catalog& catalog);

/// Fills in a cache that the files do not tell from the catalogue's model of the same layout (LayoutSource::Catalog).
void completeFromCatalog(ModelDescription& description, const Catalog& catalog);

} // namespace vram
