// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/json_reader.h"
#include "core/units/result.h"

#include <string>
#include <string_view>

namespace vram {

/// Parses a configuration as Python's json module writes it: besides JSON, the bare words Infinity, -Infinity and NaN
/// (time_step_limit of state-space models has one) and numbers beyond a double. Such a value stands in the tree as a
/// string that `notFinite` recognises, so that it is an error only where it is read. NotThisKind for what is another
/// kind of file altogether.
[[nodiscard]] Result<Json> parseConfigJson(std::string_view text, const std::string& where);

/// The number as written where `value` is one that no double holds; empty otherwise.
[[nodiscard]] std::string_view notFinite(const Json& value);

} // namespace vram
