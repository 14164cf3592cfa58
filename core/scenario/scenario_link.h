// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "core/units/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// How a link begins (docs/takeaway.md): "vram-sizer:?model=Qwen/Qwen3-32B&weights=Q4_K_M&context=32k&gpu=2x+RTX+4090".
constexpr std::string_view kLinkScheme = "vram-sizer:";
constexpr std::size_t kLongestLink = 32'768; ///< bytes; a usual one has two hundred

/// A setting of a scenario by its path in the JSON ("kv_cache.k") or by the short name of that path ("gpu").
struct ScenarioSetting {
    std::string key;
    std::string value;
    friend bool operator==(const ScenarioSetting&, const ScenarioSetting&) = default;
};

/// Model, weights and context, and whatever else differs from its default. Lists of cards give one setting a card.
[[nodiscard]] std::vector<ScenarioSetting> settingsOf(const Scenario& scenario);

/// The scenario as it may leave this computer: a model's file has its name alone, no folder.
[[nodiscard]] Scenario withoutFolders(const Scenario& scenario);

struct ScenarioLink {
    std::string text;
    bool leftOutFolder = false; ///< the model is a file of this computer: the link has its name alone
};

/// The scenario as a line of text to paste. TooLarge where it would be longer than `kLongestLink`.
[[nodiscard]] Result<ScenarioLink> linkOf(const Scenario& scenario);

/// Reads it again, as strictly as JSON: scenarioFromLink(linkOf(s).text) == s, but for a folder that was left out. A
/// link that names a folder of this computer is refused: it may come from anyone.
[[nodiscard]] Result<Scenario> scenarioFromLink(std::string_view link);

/// The first link in a text, such as a message that was pasted; empty where there is none.
[[nodiscard]] std::string_view findLink(std::string_view text);

} // namespace vram
