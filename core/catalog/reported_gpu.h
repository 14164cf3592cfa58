// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/hardware/detected_machine.h"

#include <optional>
#include <string_view>

namespace vram {

/// The catalogue's entry for a card as its driver or tool names it.
struct ReportedGpu {
    const Gpu* gpu = nullptr;     ///< nullptr: not in the catalogue, or with another memory than was found
    const Gpu* nearest = nullptr; ///< of that name with another memory; nullptr where there is none
    bool memoryGuessed = false;   ///< entries of that name differ by memory, and none was told
};

/// By the words of the name without maker and product line; where entries differ by memory, by `total`, which may
/// lie up to 14 % below the entry's (error correction, the driver's own part) and 6 % above.
[[nodiscard]] ReportedGpu findReportedGpu(const Catalog& catalog, std::string_view reportedName,
                                          std::optional<Bytes> total);

/// The machine with its cards named, what shared memory holds, and the troubles that follow of what is missing.
[[nodiscard]] DetectedMachine completedMachine(DetectedMachine machine, const Catalog& catalog);

} // namespace vram
