// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/detected_machine.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Small steps that the readers of machine texts share. What drivers and programs write is as foreign as a file.

namespace vram {

constexpr Bytes kMostMachineBytes = kGiB * (std::int64_t{1} << 20); ///< a PiB; more is a fault of who said so

constexpr std::int64_t kMostPhysicalCores = 1 << 16;

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string_view cutAt(std::string_view& rest, char separator); ///< up to it; `rest` goes on after it
[[nodiscard]] bool isReadableText(std::string_view text); ///< no NUL, no control characters but line ends and tabs

/// A whole number of 0 or more, in decimal or with 0x in front; nullopt for anything else, too large included.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view text);

/// What is shown of a text that makes no sense: its first line, cut.
[[nodiscard]] std::string excerptOf(std::string_view text);

/// The number times `unit`; a ValueOutOfRange trouble of `where` for what is no size, or none that a machine has.
[[nodiscard]] std::optional<Bytes> sizeOf(std::string_view text, Bytes unit, std::string_view where,
                                          std::vector<MachineTrouble>& troubles);

/// Sets `cores` where the count is one that a machine has.
void setCores(std::optional<std::int64_t> count, std::optional<std::int64_t>& cores);

} // namespace vram
