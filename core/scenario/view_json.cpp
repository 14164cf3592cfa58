// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/view_json.h"

#include "core/scenario/machine_json.h"
#include "core/scenario/scenario_json.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace vram {

namespace {

constexpr Words<bool, 2> kScales{{{"gib", false}, {"share", true}}};

/// The order of the rows: a name of the table, or "-" and a name.
void readSort(ObjectReader& reader, std::string& target) {
    std::optional<std::string> text = reader.string("sort");
    if (!text) {
        return;
    }
    const bool down = text->starts_with('-');
    const std::string_view name = std::string_view(*text).substr(down ? 1 : 0);
    if (std::ranges::find(kRowSorts, name) != kRowSorts.end() && !(down && name.empty())) {
        target = std::move(*text);
        return;
    }
    std::vector<std::string> arguments{*text};
    arguments.insert(arguments.end(), kRowSorts.begin() + 1, kRowSorts.end());
    reader.fail(ErrorCode::UnknownValue, "sort", std::move(arguments));
}

std::string element(const std::string& path, std::size_t index) { return path + '[' + std::to_string(index) + ']'; }

bool isCount(std::string_view axis) { return axis == kContextAxis || axis == kBatchAxis; }

void tooMany(std::size_t count, const std::string& path, std::vector<Error>& errors) {
    if (count > kMostAxisValues) {
        errors.push_back({ErrorCode::OutOfRange, path, {std::to_string(count), "0", std::to_string(kMostAxisValues)}});
    }
}

/// The words that the axis knows by itself; names of the catalogue are looked up later, each by its own row.
std::vector<std::string> knownWords(const ViewChoice& view) {
    std::vector<std::string> words;
    if (view.axis == kTaskAxis) {
        for (const auto& entry : kTaskWords) {
            words.emplace_back(entry.first);
        }
    } else if (view.axis == kScenarioAxis) {
        for (const SavedScenario& saved : view.scenarios) {
            words.push_back(saved.name);
        }
    }
    return words;
}

void readCount(const Json& value, const std::string& path, std::int64_t most, ViewChoice& view,
               std::vector<Error>& errors) {
    // One key of an object that is not there: the checks of whole numbers are the reader's.
    const Json holder{{"value", value}};
    std::vector<Error> problems;
    ObjectReader reader(holder, path, problems);
    if (const auto count = reader.integer("value", 1, most)) {
        view.values.push_back(std::to_string(*count));
    }
    for (Error& problem : problems) {
        problem.where = path;
        errors.push_back(std::move(problem));
    }
}

void readValues(const Json& list, const std::string& path, ViewChoice& view, std::vector<Error>& errors) {
    tooMany(list.size(), path, errors);
    const bool free = view.axis != kTaskAxis && view.axis != kScenarioAxis;
    const std::vector<std::string> known = knownWords(view);
    for (std::size_t i = 0; i < list.size() && errors.empty(); ++i) {
        const Json& value = list[i];
        const std::string where = element(path, i);
        if (isCount(view.axis)) {
            readCount(value, where, view.axis == kContextAxis ? kMostContext : kMostBatch, view, errors);
            continue;
        }
        if (!value.is_string()) {
            errors.push_back({ErrorCode::WrongType, where, {"string", value.type_name()}});
            continue;
        }
        auto text = value.get<std::string>();
        if (text.empty() || (!free && std::ranges::find(known, text) == known.end())) {
            std::vector<std::string> arguments{abbreviate(text)};
            arguments.insert(arguments.end(), known.begin(), known.end());
            errors.push_back({ErrorCode::UnknownValue, where, std::move(arguments)});
            continue;
        }
        view.values.push_back(std::move(text));
    }
}

void readScenarios(const Json& list, const std::string& path, ViewChoice& view, std::vector<Error>& errors) {
    tooMany(list.size(), path, errors);
    for (std::size_t i = 0; i < list.size() && errors.empty(); ++i) {
        const std::string where = element(path, i);
        ObjectReader reader(list[i], where, errors);
        reader.require("name");
        reader.require("scenario");
        const std::optional<std::string> name = reader.string("name");
        const Json* const scenario = reader.object("scenario");
        reader.finish();
        if (!name || scenario == nullptr || !errors.empty()) {
            continue;
        }
        if (name->empty() || std::ranges::find(view.scenarios, *name, &SavedScenario::name) != view.scenarios.end()) {
            errors.push_back({ErrorCode::Duplicate, reader.pathOf("name"), {abbreviate(*name)}});
            continue;
        }
        Json question = *scenario;
        question.erase("view"); // how it is shown is this scenario's
        Result<Scenario> read = scenarioFromJson(question, reader.pathOf("scenario"));
        if (!read) {
            errors.push_back(read.error());
        } else {
            view.scenarios.push_back(savedScenario(*name, std::move(read).value()));
        }
    }
}

} // namespace

ViewChoice readView(const Json& value, const std::string& path, std::vector<Error>& errors) {
    ViewChoice view;
    ObjectReader reader(value, path, errors);
    oneOf(reader, "axis", kAxisIds, view.axis);
    if (const Json* rows = reader.array("rows")) {
        view.rows = readGpus(*rows, reader.pathOf("rows"), errors);
        checkCount(view.rows, kMostRowGpus, reader.pathOf("rows"), errors);
    }
    if (const Json* scenarios = reader.array("scenarios")) {
        readScenarios(*scenarios, reader.pathOf("scenarios"), view, errors);
    }
    if (const Json* values = reader.array("values")) {
        if (view.axis == kGpuAxis && !values->empty()) { // its values are `rows`
            errors.push_back({ErrorCode::UnknownKey, reader.pathOf("values"), {"values", "rows"}});
        } else {
            readValues(*values, reader.pathOf("values"), view, errors);
        }
    }
    assign(view.shareScale, word(reader, "scale", kScales));
    readSort(reader, view.sort);
    reader.finish();
    return view;
}

Json viewToJson(const ViewChoice& view) {
    Json json = Json::object();
    const ViewChoice standard;
    put(json, "axis", view.axis, standard.axis);
    if (!view.rows.empty()) {
        json["rows"] = gpusToJson(view.rows);
    }
    for (const std::string& value : view.values) {
        std::int64_t count = 0;
        const bool number =
            isCount(view.axis) && std::from_chars(value.data(), value.data() + value.size(), count).ec == std::errc{};
        json["values"].push_back(number ? Json(count) : Json(value));
    }
    for (const SavedScenario& saved : view.scenarios) {
        Json question = Json::parse(saved.json, nullptr, false);
        json["scenarios"].push_back(
            {{"name", saved.name}, {"scenario", question.is_object() ? std::move(question) : Json::object()}});
    }
    if (view.shareScale) {
        json["scale"] = nameOf(kScales, true);
    }
    put(json, "sort", view.sort, standard.sort);
    return json;
}

} // namespace vram
