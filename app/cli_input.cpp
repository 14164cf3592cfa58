// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_input.h"

#include "core/scenario/scenario_json.h"
#include "core/scenario/scenario_link.h"

#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>
#include <utility>

namespace vram::cli {

using Json = nlohmann::ordered_json;

Result<std::string> readInput(const std::string& path) {
    std::ostringstream text;
    if (path.starts_with(kLinkScheme)) {
        return path;
    }
    if (path == "-") {
        text << std::cin.rdbuf();
    } else {
        const std::ifstream file(path, std::ios::binary);
        if (!file) {
            return Error{ErrorCode::FileUnreadable, path, {path, "no such file, or no permission"}};
        }
        text << file.rdbuf();
        if (text.fail() && !file.eof()) {
            return Error{ErrorCode::FileUnreadable, path, {path, "it is empty or not a regular file"}};
        }
    }
    return std::move(text).str();
}

Result<Json> readScenarios(const std::string& path) {
    const auto text = readInput(path);
    if (!text) {
        return text.error();
    }
    const std::string_view link = findLink(*text);
    if (link.empty() || text->find_first_not_of(" \t\r\n") != static_cast<std::size_t>(link.data() - text->data())) {
        return parseJson(*text, path == "-" ? "standard input" : path);
    }
    const auto scenario = scenarioFromLink(link);
    return scenario ? Result<Json>(scenarioToJson(*scenario)) : scenario.error();
}

} // namespace vram::cli
