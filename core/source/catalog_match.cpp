// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/catalog_match.h"

#include "core/model/inventory.h"

#include <algorithm>

namespace vram {

namespace {

/// Parameters as a GGUF has them: without towers, rotation factors and rows of padding.
std::int64_t ggufParameters(const Architecture& architecture) {
    std::int64_t sum = 0;
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Gguf)) {
        sum = tensor.role == TensorRole::RopeFactors ? sum : saturatingAdd(sum, tensor.elements());
    }
    return sum;
}

} // namespace

const CatalogModel* sameLayout(const ModelDescription& description, const Catalog& catalog) {
    const Architecture& own = *description.architecture;
    const auto same = [&](const CatalogModel& model) {
        const Architecture& other = *model.architecture;
        const bool named =
            description.container == "GGUF"
                ? model.ggufArchitecture == description.ggufArchitecture
                : std::ranges::find(model.hfArchitectures, description.architectureName) != model.hfArchitectures.end();
        if (!named || other.layerCount() != own.layerCount() || other.hiddenSize != own.hiddenSize) {
            return false;
        }
        return description.parameters == model.parameters || description.parameters == ggufParameters(other);
    };
    const auto found = std::ranges::find_if(catalog.models(), same);
    return found == catalog.models().end() ? nullptr : &*found;
}

void completeFromCatalog(ModelDescription& description, const Catalog& catalog) {
    if (description.cacheKnown) {
        return;
    }
    const CatalogModel* const model = sameLayout(description, catalog);
    if (model == nullptr || !model->cacheKnown) {
        return;
    }
    description.architecture = model->architecture;
    description.layoutSource = LayoutSource::Catalog;
    description.cacheKnown = true;
    description.tensorsKnown = true;
    std::erase_if(description.warnings, [](const ModelWarning& warning) {
        return warning.code == "layout-unknown" || warning.code == "window-unknown" ||
               warning.code == "tensors-not-known";
    });
}

} // namespace vram
