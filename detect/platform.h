// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/hardware/detected_machine.h"

#include <cstdint>

namespace vram::detect {

enum class System : std::uint8_t { Linux, Apple, Windows };

[[nodiscard]] System hostSystem();
[[nodiscard]] QStringList usualNvidiaSmi();

/// What only calls of the system tell: on Windows memory, processor and the cards of its registry; elsewhere nothing.
void readPlatform(DetectedMachine& machine);

} // namespace vram::detect
