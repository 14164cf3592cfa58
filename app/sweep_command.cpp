// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_command.h"

#include "core/advice/sweep.h"
#include "core/catalog/json_reader.h"

#include <utility>

namespace vram::cli {

namespace {

using Json = nlohmann::ordered_json;

Json valueToJson(const AxisValue& value) {
    if (const auto* const context = std::get_if<ContextValue>(&value)) {
        return context->tokens;
    }
    if (const auto* const batch = std::get_if<BatchValue>(&value)) {
        return batch->sequences;
    }
    return axisOf(value).text(value);
}

Error unknown(std::string_view where, const std::string& found, std::span<const std::string_view> known = {}) {
    std::vector<std::string> arguments{abbreviate(found)};
    arguments.insert(arguments.end(), known.begin(), known.end());
    return {ErrorCode::UnknownValue, std::string(where), std::move(arguments)};
}

std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(comma + 1);
    }
}

} // namespace

Result<SweepOptions> sweepOptions(std::vector<std::string>& arguments) {
    SweepOptions options;
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool axis = arguments[i] == kAxisOption;
        if (!axis && arguments[i] != kValuesOption) {
            rest.push_back(arguments[i]);
            continue;
        }
        if (i + 1 == arguments.size()) {
            return Error{ErrorCode::MissingKey, arguments[i], {"value"}};
        }
        const std::string& text = arguments[++i];
        if (axis && findAxis(text) == nullptr) {
            return unknown(kAxisOption, text, kAxisIds);
        }
        if (axis) {
            options.axis = text;
        } else {
            options.values = parted(text);
        }
    }
    arguments = std::move(rest);
    return options;
}

Result<Json> sweepToJson(Resolver& resolver, Scenario scenario, const SweepOptions& options, const Wording& wording,
                         bool& allAnswered) {
    const Catalog& catalog = *resolver.catalog();
    if (!options.axis.empty() && options.axis != scenario.view.axis) {
        scenario.view.axis = options.axis;
        scenario.view.values.clear();
    }
    if (!options.values.empty()) {
        scenario.view.values = options.values;
    }
    const Result<Resolved> own = resolver.resolve(scenario);
    const AxisQuestion question{scenario, catalog, own ? &own->model : nullptr};
    const Axis& axis = *findAxis(scenario.view.axis);
    std::vector<AxisValue> values;
    for (const std::string& text : scenario.view.values) { // as they were asked for, and no more
        std::optional<AxisValue> value = axis.parse(text, question);
        if (!value) {
            return unknown("values", text);
        }
        values.push_back(std::move(*value));
    }
    if (values.empty()) {
        values = axisValues(question, axis.id);
    }
    const Result<Machine> machine = resolveMachine(scenario.machine, catalog);
    if (!machine) {
        return machine.error();
    }
    Json rows = Json::array();
    for (const SweepRow& row : sweep(resolver, scenario, values, *machine)) {
        Json each{{"value", valueToJson(row.value)}};
        if (row.report) {
            each["report"] = reportToJson(*row.report, wording);
        } else {
            each["error"] = errorToJson(row.report.error(), wording)["error"];
            allAnswered = false;
        }
        rows.push_back(std::move(each));
    }
    return Json{{"axis", axis.id}, {"rows", std::move(rows)}};
}

} // namespace vram::cli
