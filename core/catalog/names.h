// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// Lower-case words of a name: letters, digits, '+' and non-ASCII bytes; everything else separates.
[[nodiscard]] std::vector<std::string> nameWords(std::string_view name);

/// As normaliseName(), also without the words that drivers add to a GPU's name ("GPU", "Graphics", "Generation",
/// "Edition", "Tesla", "Instinct") and with every spelling of gigabytes as "gb".
[[nodiscard]] std::string normaliseGpuName(std::string_view name);

/// How unlike a name that exists is to the one that was asked for: the less the nearer, about 1 unrelated. Edit
/// distance in proportion to the length, less for words in common and where one holds the other.
[[nodiscard]] double nameDistance(std::string_view asked, std::string_view existing);

/// Up to `most` of `names` that are near to `name`, best first; none where nothing is.
[[nodiscard]] std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string_view>& names,
                                                    std::size_t most);

} // namespace vram
