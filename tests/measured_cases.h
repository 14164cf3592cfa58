// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include "core/report/report.h"
#include "core/scenario/scenario_json.h"

#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace vram::test {

/// One line of a measured file: {"id", "scenario", "measured", "source"}.
struct MeasuredCase {
    std::string id;
    Json scenario;
    Json measured;
};

/// All cases of tests/measured/<name>.jsonl; empty when the file is missing (the caller verifies the count).
inline std::vector<MeasuredCase> measuredCases(const std::string& name) {
    std::vector<MeasuredCase> cases;
    std::ifstream file(std::string(MEASURED_DIR) + "/" + name + ".jsonl");
    for (std::string line; std::getline(file, line);) {
        Json json = Json::parse(line, nullptr, false);
        if (!json.is_discarded()) {
            cases.push_back({json["id"], json["scenario"], json["measured"]});
        }
    }
    return cases;
}

inline std::shared_ptr<const Catalog> shippedCatalog() {
    static const std::shared_ptr<const Catalog> shipped = loadCatalog().catalog;
    return shipped;
}

/// Parses, resolves and answers; an error fails the calling test with its code and place.
inline Result<Report> answer(Resolver& resolver, const Json& scenario) {
    const auto parsed = scenarioFromJson(scenario);
    if (!parsed) {
        return parsed.error();
    }
    const auto resolved = resolver.resolve(*parsed);
    if (!resolved) {
        return resolved.error();
    }
    return report(*resolved);
}

inline QByteArray words(const Error& error) {
    return QByteArray::fromStdString(std::string(errorCodeId(error.code)) + " at " + error.where);
}

} // namespace vram::test
