// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/config/config_context.h"

#include <string>

namespace vram {

/// Id of the catalogue's weight format that the configuration names by quantization_config, compression_config, MLX's
/// quantization or the type of its values. Empty where it says nothing or names a format that the catalogue has not
/// (with the warning format-not-sized). `root` is the whole configuration.
[[nodiscard]] std::string readStoredFormat(const ConfigKeys& root, ConfigContext& context);

} // namespace vram
