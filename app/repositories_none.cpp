// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/repositories.h"

namespace vram::cli {

std::shared_ptr<ModelReader> makeModelReader() { return std::make_shared<LocalModelReader>(); }

Result<nlohmann::ordered_json> inspectRepository(const std::string& /*text*/, bool /*useCatalog*/,
                                                 const std::shared_ptr<const Catalog>& /*catalog*/) {
    return Error{ErrorCode::UnsupportedSource, {}, {"repository"}};
}

} // namespace vram::cli
