// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario_json.h"

#include <optional>
#include <string>
#include <string_view>

namespace vram::linktext {

// How the settings of a scenario are written in a link, and read back.

/// Whether a path leads to a list of cards, each of which is a part of the link.
[[nodiscard]] bool isCardList(std::string_view path);
/// "2x RTX 4090": a count and a name; nullopt where no count stands before it.
[[nodiscard]] std::optional<GpuChoice> countedCard(std::string_view text);
/// nullopt: the item says more than a name and a count.
[[nodiscard]] std::optional<std::string> cardText(const Json& item);

[[nodiscard]] std::string scalarText(std::string_view path, const Json& value);
/// What a value can only mean; text where it can mean anything.
[[nodiscard]] Json valueOf(std::string_view path, const std::string& text);

/// As in the address of a page: a space is a plus sign, and what has a meaning there is "%" and two digits.
void encode(std::string_view text, std::string& link);
/// nullopt: an escape that is none, or no UTF-8.
[[nodiscard]] std::optional<std::string> decoded(std::string_view text);

} // namespace vram::linktext
