// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_link.h"

#include "core/scenario/scenario_json.h"
#include "core/source/repository_address.h"
#include "core/units/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMostParts = 1024;
constexpr std::ptrdiff_t kMostDots = 8; ///< of a path: more than any key of the schema has
constexpr std::int64_t kKibi = 1024;
constexpr double kExactDoubles = 9'007'199'254'740'992; ///< 2^53: whole numbers below are exact

/// Short names of the paths that nearly every link has.
struct ShortName {
    std::string_view name;
    std::string_view path;
};
constexpr std::array kShortNames{ShortName{"model", "model.catalog"}, ShortName{"runtime", "runtime.name"},
                                 ShortName{"gpu", "machine.gpus"}, ShortName{"row", "view.rows"}};
constexpr std::string_view kConfigPath = "model.config"; ///< whatever its authors wrote: one value
constexpr std::string_view kFilePath = "model.file";

bool isCardList(std::string_view path) { return path == "machine.gpus" || path == "view.rows"; }

/// A count of tokens, written as people do: "32k".
bool isTokenCount(std::string_view path) {
    const std::string_view key = path.substr(path.rfind('.') + 1); // all of it where there is no dot
    return key == "context" || key == "prompt";
}

bool isDigit(char character) { return character >= '0' && character <= '9'; }

/// "2x RTX 4090": a count and a name; nullopt where no count stands before it.
std::optional<GpuChoice> countedCard(std::string_view text) {
    GpuChoice card;
    const char* const end = text.data() + text.size();
    const auto [rest, problem] = std::from_chars(text.data(), end, card.count);
    const auto name = std::string_view(rest, static_cast<std::size_t>(end - rest));
    if (problem != std::errc{} || !isDigit(text.front()) || !name.starts_with("x ")) {
        return std::nullopt;
    }
    card.name = name.substr(2);
    return card;
}

/// nullopt: the item says more than a name and a count.
std::optional<std::string> cardText(const Json& item) {
    const bool counted = item.contains("count");
    if (!item.is_object() || !item.contains("name") || item.size() != (counted ? 2U : 1U)) {
        return std::nullopt;
    }
    const auto name = item["name"].get<std::string>();
    const std::int64_t count = counted ? item["count"].get<std::int64_t>() : 1;
    // A name that itself looks counted, or like a list, keeps its count before it.
    return count == 1 && !countedCard(name) && !name.starts_with('[') ? name : std::to_string(count) + "x " + name;
}

std::string tokenText(std::int64_t tokens) {
    if (tokens > 0 && tokens % (kKibi * kKibi) == 0) {
        return std::to_string(tokens / (kKibi * kKibi)) + "M";
    }
    return tokens > 0 && tokens % kKibi == 0 ? std::to_string(tokens / kKibi) + "k" : std::to_string(tokens);
}

std::optional<std::int64_t> tokensOf(std::string_view text) {
    const bool kibi = text.ends_with('k') || text.ends_with('K');
    if (!kibi && !text.ends_with('m') && !text.ends_with('M')) {
        return std::nullopt;
    }
    std::int64_t count = 0;
    const char* const end = text.data() + text.size() - 1;
    const auto [rest, problem] = std::from_chars(text.data(), end, count);
    if (problem != std::errc{} || rest != end || count < 0 || count > kMostContext) {
        return std::nullopt;
    }
    return count * (kibi ? kKibi : kKibi * kKibi);
}

std::string scalarText(std::string_view path, const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number_integer() && isTokenCount(path)) {
        return tokenText(value.get<std::int64_t>());
    }
    if (value.is_number_float()) {
        const auto number = value.get<double>();
        if (std::abs(number) < kExactDoubles && number == std::trunc(number)) {
            return std::to_string(static_cast<std::int64_t>(number));
        }
    }
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void flatten(const Json& value, const std::string& path,
             std::vector<ScenarioSetting>& settings) { // NOLINT(misc-no-recursion)
    if (value.is_object() && !value.empty() && path != kConfigPath) {
        const std::string prefix = path.empty() ? path : path + ".";
        for (const auto& [key, item] : value.items()) {
            flatten(item, prefix + key, settings);
        }
        return;
    }
    if (isCardList(path) && value.is_array()) {
        std::vector<ScenarioSetting> cards;
        for (const Json& item : value) {
            if (std::optional<std::string> text = cardText(item)) {
                cards.push_back({path, std::move(*text)});
            }
        }
        if (cards.size() == value.size()) {
            settings.insert(settings.end(), cards.begin(), cards.end());
            return;
        }
    }
    settings.push_back({path, scalarText(path, value)});
}

bool isPlain(char character) {
    return isDigit(character) || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           std::string_view("-._~/:,").find(character) != std::string_view::npos;
}

/// As in the address of a page: a space is a plus sign, and what has a meaning there is "%" and two digits.
void encode(std::string_view text, std::string& link) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const char character : text) {
        if (isPlain(character)) {
            link += character;
        } else if (character == ' ') {
            link += '+';
        } else {
            const auto byte = static_cast<unsigned char>(character);
            link += '%';
            link += kDigits[byte / 16];
            link += kDigits[byte % 16];
        }
    }
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t bytes = firstCodePoint(text).bytes;
        if (bytes == 0) {
            return false;
        }
        text.remove_prefix(bytes);
    }
    return true;
}

/// nullopt: an escape that is none, or no UTF-8.
std::optional<std::string> decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        unsigned value = 0;
        const std::string_view digits = text.substr(i + 1, 2);
        const auto [rest, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        if (digits.size() != 2 || problem != std::errc{} || rest != digits.data() + 2) {
            return std::nullopt;
        }
        result += static_cast<char>(value);
        i += 2;
    }
    return isUtf8(result) ? std::optional(std::move(result)) : std::nullopt;
}

/// What a value can only mean; text where it can mean anything.
Json valueOf(std::string_view path, const std::string& text) {
    if (text == "true" || text == "false") {
        return text == "true";
    }
    if (isTokenCount(path)) {
        if (const std::optional<std::int64_t> tokens = tokensOf(text)) {
            return *tokens;
        }
    }
    const char first = text.empty() ? '\0' : text.front();
    if (isDigit(first) || first == '-' || first == '[' || first == '{') {
        const Result<Json> json = parseJson(text, path, kLongestLink);
        if (json) {
            return json.value();
        }
    }
    return text;
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
        const std::optional<std::string> key = decoded(part.substr(0, equals));
        std::optional<std::string> value = decoded(part.substr(equals + 1));
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
        const bool card = isCardList(setting.key) && !setting.value.starts_with('[');
        if (leaf == nullptr || !(leaf->is_null() || (card && leaf->is_array()))) {
            return Error{ErrorCode::Duplicate, {}, {abbreviate(setting.key)}};
        }
        if (card) {
            const GpuChoice gpu = countedCard(setting.value).value_or(GpuChoice{setting.value, 1});
            leaf->push_back({{"name", gpu.name}, {"count", gpu.count}});
            return std::nullopt;
        }
        *leaf = valueOf(setting.key, setting.value);
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
        encode(setting.key, link.text);
        link.text += '=';
        encode(setting.value, link.text);
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
