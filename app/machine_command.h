// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/hardware/detected_machine.h"
#include "core/units/result.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace vram::cli {

constexpr std::string_view kMachineRoot = "--root";
constexpr std::string_view kNvidiaSmi = "--nvidia-smi";

/// What `machine` writes (docs/machine.md): what was found, troubles, and a "machine" for a scenario. Arguments:
/// `--root FOLDER` reads a recorded tree (sys/, proc/, run/) in place of this computer's, `--nvidia-smi PROGRAM` runs
/// that one. An error for others. A build without Qt refuses.
[[nodiscard]] Result<nlohmann::ordered_json> machineJson(std::span<const std::string> arguments,
                                                         const std::shared_ptr<const Catalog>& catalog);

} // namespace vram::cli
