// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/detected_choice.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vram::ui {

/// Something about the user's own machine that nobody said: neither was it found nor typed.
enum class Assumption : std::uint8_t { Cards, Ram, RamSpeed, Channels, Pcie, Cores, Disk, Desktop };

/// What was a guess when the machine was last set, ids as in DetectedChoice::pretended. A value that is another one
/// since then is nobody's guess any more.
struct Guess {
    MachineChoice machine;
    std::vector<std::string> fields;
};

/// The fields of `guess` that stand as they were guessed.
[[nodiscard]] std::vector<std::string> standing(const Guess& guess, const MachineChoice& machine);

[[nodiscard]] std::vector<Assumption> assumptionsOf(const MachineChoice& machine, const Guess& guess,
                                                    const Catalog& catalog);

} // namespace vram::ui
