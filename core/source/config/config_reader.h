// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/model_description.h"
#include "core/units/result.h"

#include <string>
#include <string_view>

namespace vram {

/// Describes a model by its config.json as Hugging Face's Transformers reads it (docs/model-files.md lists families,
/// keys and warnings). `where` names the file in errors, such as "config.json"; the path of the key follows. Nothing in
/// the file is executed: auto_map and the like are not even looked at. Where the layout of the caches cannot be told
/// from the file and the table of families, layoutSource is Unknown and the architecture holds no guess.
[[nodiscard]] Result<ModelDescription> describeConfig(std::string_view jsonText, const std::string& where);

/// Whether the table of families has the name, of `architectures` or `model_type`.
[[nodiscard]] bool knowsConfigArchitecture(std::string_view name);

} // namespace vram
