// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_link.h"

#include "core/scenario/link_text.h"
#include "core/scenario/scenario_json.h"
#include "core/source/repository_address.h"
#include "core/units/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMostParts = 1024;
constexpr std::ptrdiff_t kMostDots = 8; ///< of a path: more than any key of the schema has

/// Short names of the paths that nearly every link has.
struct ShortName {
    std::string_view name;
    std::string_view path;
};
constexpr std::array kShortNames{ShortName{"model", "model.catalog"}, ShortName{"runtime", "runtime.name"},
                                 ShortName{"gpu", "machine.gpus"}, ShortName{"row", "view.rows"}};
constexpr std::string_view kConfigPath = "model.config"; ///< whatever its authors wrote: one value
constexpr std::string_view kFilePath = "model.file";

void flatten(const Json& value, const std::string& path,
             std::vector<ScenarioSetting>& settings) { // NOLINT(misc-no-recursion)
    if (value.is_object() && !value.empty() && path != kConfigPath) {
        const std::string prefix = path.empty() ? path : path + ".";
        for (const auto& [key, item] : value.items()) {
            flatten(item, prefix + key, settings);
        }
        return;
    }
    if (linktext::isCardList(path) && value.is_array()) {
        std::vector<ScenarioSetting> cards;
        for (const Json& item : value) {
            if (std::optional<std::string> text = linktext::cardText(item)) {
                cards.push_back({path, std::move(*text)});
            }
        }
        if (cards.size() == value.size()) {
            settings.insert(settings.end(), cards.begin(), cards.end());
            return;
        }
    }
    settings.push_back({path, linktext::scalarText(path, value)});
}

Error badLink(std::string_view why, std::string_view where = {}) {
    return {ErrorCode::BadLink, std::string(where), {std::string(why)}};
}

/// Builds the scenario's JSON out of the parts of a link.
class LinkReader {
public:
    std::optional<Error> add(std::string_view part) {
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) {
            return badLink("a part without an equals sign", abbreviate(part));
        }
        const std::optional<std::string> key = linktext::decoded(part.substr(0, equals));
        std::optional<std::string> value = linktext::decoded(part.substr(equals + 1));
        if (!key || !value) {
            return badLink("a character that is badly encoded", abbreviate(part));
        }
        const auto* const name = std::ranges::find(kShortNames, *key, &ShortName::name);
        std::string path = name == kShortNames.end() ? *key : std::string(name->path);
        if (std::ranges::count(path, '.') > kMostDots) {
            return Error{ErrorCode::UnknownKey, {}, {abbreviate(path)}};
        }
        return put({std::move(path), std::move(*value)});
    }

    /// A number where text is wanted is the text as it stood there ("runtime.version=0.19").
    Result<Scenario> scenario() {
        for (std::size_t i = 0; i <= m_parts.size(); ++i) {
            Result<Scenario> result = scenarioFromJson(m_json);
            if (result || result.error().code != ErrorCode::WrongType || result.error().arguments.front() != "string") {
                return result;
            }
            const auto part = std::ranges::find(m_parts, result.error().where, &ScenarioSetting::key);
            Json* const leaf = part == m_parts.end() ? nullptr : at(part->key);
            if (leaf == nullptr || leaf->is_string()) {
                return result;
            }
            *leaf = part->value;
        }
        return scenarioFromJson(m_json);
    }

private:
    /// The value that a path leads to, made where it is missing; null where a part of the path is no object.
    Json* at(std::string_view path) {
        Json* value = &m_json;
        while (true) {
            if (value->is_null()) {
                *value = Json::object();
            }
            if (!value->is_object()) {
                return nullptr;
            }
            const std::size_t dot = path.find('.');
            value = &(*value)[std::string(path.substr(0, dot))];
            if (dot == std::string_view::npos) {
                return value;
            }
            path.remove_prefix(dot + 1);
        }
    }

    std::optional<Error> put(ScenarioSetting setting) {
        Json* const leaf = at(setting.key);
        const bool card = linktext::isCardList(setting.key) && !setting.value.starts_with('[');
        if (leaf == nullptr || !(leaf->is_null() || (card && leaf->is_array()))) {
            return Error{ErrorCode::Duplicate, {}, {abbreviate(setting.key)}};
        }
        if (card) {
            const GpuChoice gpu = linktext::countedCard(setting.value).value_or(GpuChoice{setting.value, 1});
            leaf->push_back({{"name", gpu.name}, {"count", gpu.count}});
            return std::nullopt;
        }
        *leaf = linktext::valueOf(setting.key, setting.value);
        m_parts.push_back(std::move(setting));
        return std::nullopt;
    }

    Json m_json = Json::object();
    std::vector<ScenarioSetting> m_parts;
};

/// The file's own name; a repository's address stays whole.
std::string withoutFolder(const std::string& path) {
    if (isRepositoryAddress(path)) {
        return path;
    }
    constexpr std::string_view kSeparators = "/\\";
    const std::string_view trimmed = std::string_view(path).substr(0, path.find_last_not_of(kSeparators) + 1);
    const std::string_view name = trimmed.substr(trimmed.find_last_of(kSeparators) + 1);
    return name == "." || name == ".." ? std::string() : std::string(name);
}

/// Takes the folders out of every model's file on this computer, also of saved questions; true where there were some.
bool leaveOutFolders(Json& value) { // NOLINT(misc-no-recursion)
    bool found = false;
    if (!value.is_structured()) {
        return false;
    }
    if (value.is_object() && value.contains("model") && value["model"].is_object() && value["model"].contains("file")) {
        Json& file = value["model"]["file"];
        const auto path = file.get<std::string>();
        file = withoutFolder(path);
        found = file != path;
    }
    for (const auto& [key, item] : value.items()) {
        found = (key != "config" && leaveOutFolders(item)) || found;
    }
    return found;
}

/// What a link says of a scenario.
Json linkJson(const Scenario& scenario) {
    Json json = scenarioToJson(scenario);
    json.erase("schema");
    const Scenario standard;
    if (scenario.task == standard.task) {
        json.erase("task");
    }
    if (scenario.batch == standard.batch) {
        json.erase("batch");
    }
    return json;
}

std::vector<ScenarioSetting> settingsOfJson(const Json& json) {
    std::vector<ScenarioSetting> settings;
    flatten(json, {}, settings);
    for (ScenarioSetting& setting : settings) {
        const auto* const name = std::ranges::find(kShortNames, setting.key, &ShortName::path);
        setting.key = name == kShortNames.end() ? setting.key : std::string(name->name);
    }
    return settings;
}

} // namespace

std::vector<ScenarioSetting> settingsOf(const Scenario& scenario) { return settingsOfJson(linkJson(scenario)); }

Scenario withoutFolders(const Scenario& scenario) {
    Json json = scenarioToJson(scenario);
    if (!leaveOutFolders(json)) {
        return scenario;
    }
    Result<Scenario> result = scenarioFromJson(json);
    return result ? std::move(result).value() : Scenario{};
}

Result<ScenarioLink> linkOf(const Scenario& scenario) {
    Json json = linkJson(scenario);
    ScenarioLink link{std::string(kLinkScheme), leaveOutFolders(json)};
    char separator = '?';
    for (const ScenarioSetting& setting : settingsOfJson(json)) {
        link.text += std::exchange(separator, '&');
        linktext::encode(setting.key, link.text);
        link.text += '=';
        linktext::encode(setting.value, link.text);
    }
    if (link.text.size() > kLongestLink) {
        return Error{ErrorCode::TooLarge, {}, {std::to_string(link.text.size()), std::to_string(kLongestLink)}};
    }
    return link;
}

Result<Scenario> scenarioFromLink(std::string_view link) {
    if (link.size() > kLongestLink) {
        return Error{ErrorCode::TooLarge, {}, {std::to_string(link.size()), std::to_string(kLongestLink)}};
    }
    std::string_view rest = link.substr(std::min(link.size(), kLinkScheme.size()));
    for (int slashes = 0; slashes < 3 && rest.starts_with('/'); ++slashes) { // some programs put them there
        rest.remove_prefix(1);
    }
    if (!link.starts_with(kLinkScheme) || !rest.starts_with('?')) {
        return badLink("it does not begin with vram-sizer:?");
    }
    rest.remove_prefix(1);
    LinkReader reader;
    std::size_t parts = 0;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (++parts > kMostParts) {
            return badLink("too many parts");
        }
        if (std::optional<Error> error = reader.add(part)) {
            return *error;
        }
    }
    Result<Scenario> scenario = reader.scenario();
    Json json = scenario ? scenarioToJson(*scenario) : Json();
    return leaveOutFolders(json) ? Result<Scenario>(badLink("a link names a file, not its folder", kFilePath))
                                 : scenario;
}

std::string_view findLink(std::string_view text) {
    const std::size_t start = text.find(kLinkScheme);
    if (start == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(start);
    // Marks that a message puts around a link, and the end of the line.
    const auto end = std::ranges::find_if(text, [](char character) {
        return static_cast<unsigned char>(character) <= ' ' ||
               std::string_view("<>\"`").find(character) != std::string_view::npos;
    });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

} // namespace vram
