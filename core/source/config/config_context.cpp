// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/config_context.h"

#include <algorithm>
#include <utility>

namespace vram {

std::optional<std::int64_t> ConfigContext::familyDefault(const KeyNames& names) const {
    for (const std::string_view name : names) {
        const auto found = std::find_if(family.defaults.begin(), family.defaults.end(),
                                        [&](const FamilyDefault& row) { return row.key == name; });
        if (found != family.defaults.end()) {
            return found->value;
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> ConfigContext::cacheNumber(const KeyNames& names, std::int64_t least, std::int64_t most) {
    if (keys.has(names)) {
        return keys.uniform(names, least, most);
    }
    const auto value = familyDefault(names);
    tableUsed = tableUsed || value.has_value();
    return value;
}

std::int64_t ConfigContext::number(const KeyNames& names, std::int64_t least, std::int64_t most,
                                   std::int64_t otherwise) const {
    const auto value = keys.has(names) ? keys.uniform(names, least, most) : familyDefault(names);
    return value.value_or(otherwise);
}

bool ConfigContext::flag(const KeyNames& names, bool otherwise) const {
    return keys.boolean(names).value_or(otherwise);
}

bool ConfigContext::bias(BiasRule rule, const KeyNames& names) const {
    switch (rule) {
    case BiasRule::Never:
        return false;
    case BiasRule::Always:
        return true;
    case BiasRule::KeyElseNo:
        return flag(names, false);
    case BiasRule::KeyElseYes:
        return flag(names, true);
    }
    return false;
}

void ConfigContext::warn(std::string_view code, const std::string& where, std::vector<std::string> arguments) {
    const std::size_t file = where.rfind(": "); // the key alone: which file it is, the description's reader knows
    ModelWarning warning{code, file == std::string::npos ? where : where.substr(file + 2), std::move(arguments)};
    if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) {
        warnings.push_back(std::move(warning));
    }
}

} // namespace vram
