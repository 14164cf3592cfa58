// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/output.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iomanip>
#include <ostream>
#include <utility>

namespace vram::accuracy {

namespace {

constexpr double kPercent = 100;
constexpr double kLastDigit = 0.0002; ///< percentage points that a compiler's last digit may make

using Value = double Statistics::*;
struct Column {
    std::string_view id;
    Value value;
    bool larger; ///< better when larger
};
constexpr std::array kColumns{
    Column{"exact", &Statistics::exact, true},  Column{"median", &Statistics::median, false},
    Column{"mean", &Statistics::mean, false},   Column{"p95", &Statistics::p95, false},
    Column{"worst", &Statistics::worst, false}, Column{"inside", &Statistics::inside, true},
};

/// Speeds are judged by the share of answers that are near; sizes are not.
constexpr Column kNear{"within30", &Statistics::within30, true};
bool isSpeed(std::string_view figure) { return figure.starts_with("speed"); }

double rounded(double share) { return std::round(share * kPercent * 1e4) / 1e4; }

std::string goalText(const Goal& goal) {
    std::string text;
    const auto add = [&text](std::string_view name, const std::optional<double>& value) {
        if (value) {
            text += (text.empty() ? "" : ", ") + std::string(name) + " " + percent(*value);
        }
    };
    add("exact", goal.exact);
    add("median", goal.median);
    add("mean", goal.mean);
    add("p95", goal.p95);
    add("worst", goal.worst);
    if (goal.within30) {
        text += (text.empty() ? "" : ", ") + percent(*goal.within30) + " within 30 %";
    }
    return text.empty() ? std::string("-") : text;
}

std::string metText(const Outcome& outcome) {
    const std::string goal = goalText(outcome.figure->goal);
    return goal == "-" ? goal : outcome.figure->goal.metBy(outcome.statistics) ? "met" : "NOT MET";
}

std::string nearText(const Outcome& outcome) {
    return isSpeed(outcome.figure->id) ? percent(outcome.statistics.within30) + " within 30 %; goal " : std::string{};
}

/// Pools have no range: tokens follow from the other parts.
std::string insideText(const Outcome& outcome) {
    const bool ranged = std::any_of(outcome.samples.begin(), outcome.samples.end(),
                                    [](const Sample& sample) { return sample.low < sample.high; });
    return ranged || outcome.statistics.exact == 1 ? percent(outcome.statistics.inside) : "-";
}

/// A fault where one column of a figure is worse than before.
void addIfWorse(std::vector<std::string>& faults, const std::string& id, const Json& before, const Json& row,
                const Column& column) {
    const std::string key(column.id);
    const double then = before.value(key, column.larger ? 0.0 : kPercent * kPercent);
    const double value = row[key].get<double>();
    if (column.larger ? value < then - kLastDigit : value > then + kLastDigit) {
        std::string fault = id;
        fault.append(": ").append(key).append(" was ").append(percent(then / kPercent));
        fault.append(", is ").append(percent(value / kPercent));
        faults.push_back(std::move(fault));
    }
}

void writeWorst(std::ostream& stream, const Outcome& outcome, std::size_t worst) {
    std::vector<Sample> samples = outcome.samples;
    std::stable_sort(samples.begin(), samples.end(),
                     [](const Sample& a, const Sample& b) { return std::abs(a.error()) > std::abs(b.error()); });
    samples.resize(std::min(samples.size(), worst));
    for (const Sample& sample : samples) {
        if (std::abs(sample.typical - sample.measured) > outcome.figure->tolerance) {
            stream << "    " << std::left << std::setw(14) << sample.id << std::setw(28) << sample.model << std::right
                   << " measured " << sample.measured << ", answered " << sample.typical << " (" << sample.low << " to "
                   << sample.high << "), " << (sample.error() > 0 ? "+" : "-") << percent(std::abs(sample.error()))
                   << '\n';
        }
    }
}

} // namespace

std::string percent(double share) {
    std::array<char, 32> text{};
    const double value = share * kPercent;
    const int digits = value == std::round(value) || value >= 99.95 ? 0 : value < 0.095 ? 3 : 2;
    std::snprintf(text.data(), text.size(), "%.*f %%", digits, value);
    return text.data();
}

void writeText(std::ostream& stream, const Outcomes& outcomes, std::size_t worst) {
    stream << std::left << std::setw(52) << "figure" << std::right << std::setw(6) << "n";
    for (const Column& column : kColumns) {
        stream << std::setw(10) << column.id;
    }
    stream << "  goal\n";
    for (const Outcome& outcome : outcomes.figures) {
        stream << std::left << std::setw(52) << outcome.figure->title << std::right << std::setw(6)
               << outcome.statistics.count;
        for (const Column& column : kColumns) {
            stream << std::setw(10)
                   << (column.id == "inside" ? insideText(outcome) : percent(outcome.statistics.*column.value));
        }
        stream << "  " << nearText(outcome) << goalText(outcome.figure->goal);
        if (metText(outcome) != "-") {
            stream << ": " << metText(outcome);
        }
        stream << '\n';
        writeWorst(stream, outcome, worst);
    }
    for (const auto& [file, count] : outcomes.refused) {
        if (count > 0) {
            stream << file << ": " << count << " cases were refused\n";
        }
    }
    for (const FileRow& file : fileRows()) {
        if (!file.notModelled.empty()) {
            const auto found = outcomes.cases.find(std::string(file.name));
            stream << file.name << ": " << (found == outcomes.cases.end() ? 0 : found->second) << " cases, "
                   << file.notModelled << '\n';
        }
    }
}

void writeMarkdown(std::ostream& stream, const Outcomes& outcomes) {
    stream << "| figure | cases | exact | median | mean | p95 | worst | inside its range | goal |\n"
              "|---|--:|--:|--:|--:|--:|--:|--:|---|\n";
    for (const Outcome& outcome : outcomes.figures) {
        stream << "| " << outcome.figure->title << " | " << outcome.statistics.count;
        for (const Column& column : kColumns) {
            stream << " | "
                   << (column.id == "inside" ? insideText(outcome) : percent(outcome.statistics.*column.value));
        }
        stream << " | " << nearText(outcome) << goalText(outcome.figure->goal);
        if (metText(outcome) != "-") {
            stream << ": " << metText(outcome);
        }
        stream << " |\n";
    }
    for (const FileRow& file : fileRows()) {
        if (!file.notModelled.empty()) {
            const auto found = outcomes.cases.find(std::string(file.name));
            stream << "| `" << file.name << "` | " << (found == outcomes.cases.end() ? 0 : found->second)
                   << " | | | | | | | " << file.notModelled << " |\n";
        }
    }
}

Json recordOf(const Outcomes& outcomes) {
    Json figures = Json::object();
    for (const Outcome& outcome : outcomes.figures) {
        Json row = Json::object();
        row["cases"] = outcome.statistics.count;
        for (const Column& column : kColumns) {
            row[std::string(column.id)] = rounded(outcome.statistics.*column.value);
        }
        if (isSpeed(outcome.figure->id)) {
            row[std::string(kNear.id)] = rounded(outcome.statistics.within30);
        }
        figures[std::string(outcome.figure->id)] = std::move(row);
    }
    Json refused = Json::object();
    for (const auto& [file, count] : outcomes.refused) {
        refused[file] = count;
    }
    Json record = Json::object();
    record["unit"] = "percent";
    record["figures"] = std::move(figures);
    record["refused"] = std::move(refused);
    return record;
}

std::vector<std::string> worseThan(const Json& recorded, const Outcomes& outcomes) {
    std::vector<std::string> faults;
    const Json now = recordOf(outcomes);
    const auto object = [](const Json& parent, const std::string& key) {
        const auto found = parent.find(key);
        return found != parent.end() && found->is_object() ? *found : Json::object();
    };
    const Json figures = object(recorded, "figures");
    if (figures.empty()) {
        faults.emplace_back("the record has no figures");
    }
    for (const auto& [id, before] : figures.items()) {
        const Json row = object(now["figures"], id);
        if (row.empty() || !before.is_object()) {
            faults.push_back(id + ": is missing");
            continue;
        }
        if (row["cases"].get<double>() < before.value("cases", 0.0)) {
            faults.push_back(id + ": fewer cases than recorded");
        }
        for (const Column& column : kColumns) {
            addIfWorse(faults, id, before, row, column);
        }
        if (isSpeed(id)) {
            addIfWorse(faults, id, before, row, kNear);
        }
    }
    const Json refused = object(recorded, "refused");
    for (const auto& [file, count] : outcomes.refused) {
        if (static_cast<double>(count) > refused.value(file, 0.0)) {
            faults.push_back(file + ": more cases are refused than recorded");
        }
    }
    return faults;
}

} // namespace vram::accuracy
