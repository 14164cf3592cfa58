// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine_command.h"

namespace vram::cli {

Result<nlohmann::ordered_json> machineJson(std::span<const std::string> /*arguments*/,
                                           const std::shared_ptr<const Catalog>& /*catalog*/) {
    return Error{ErrorCode::UnsupportedSource, {}, {"machine"}};
}

} // namespace vram::cli
