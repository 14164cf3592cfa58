// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

/// The shipped catalogue, loaded once a test program.
inline const vram::CatalogLoad& facts() {
    static const vram::CatalogLoad load = vram::loadCatalog();
    return load;
}
