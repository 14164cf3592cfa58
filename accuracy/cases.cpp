// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/cases.h"

#include "core/scenario/scenario_json.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>

namespace vram::accuracy {

std::string baseModel(std::string_view catalogName) {
    if (const std::size_t slash = catalogName.rfind('/'); slash != std::string_view::npos) {
        catalogName.remove_prefix(slash + 1);
    }
    constexpr std::array<std::string_view, 5> kVariants{"-Instruct", "-instruct", "-Chat", "-chat", "-it"};
    std::string name(catalogName);
    for (const std::string_view variant : kVariants) {
        if (const std::size_t found = name.find(variant); found != std::string::npos && found > 0) {
            name.erase(found);
        }
    }
    return name;
}

std::size_t partOf(std::string_view baseName, std::size_t parts) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char letter : baseName) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 1099511628211ULL;
    }
    // The high bits are mixed better than the low ones.
    return static_cast<std::size_t>((hash >> 32U) % parts);
}

Result<std::vector<MeasuredCase>> loadCases(const std::filesystem::path& file, const Catalog& catalog) {
    std::ifstream stream(file);
    if (!stream) {
        return Error{ErrorCode::FileUnreadable, file.string(), {file.string(), "cannot be opened"}};
    }
    std::vector<MeasuredCase> cases;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        Json json = Json::parse(line, nullptr, false);
        if (!json.is_object() || !json.contains("id") || !json["id"].is_string() || !json.contains("scenario") ||
            !json.contains("measured") || !json["measured"].is_object()) {
            return Error{ErrorCode::NotJson, file.string() + ":" + std::to_string(number), {"not a measured case"}};
        }
        MeasuredCase item{json["id"].get<std::string>(), json["scenario"], json["measured"], {}, {}};
        const Json name = item.scenario.value("model", Json::object()).value("catalog", Json());
        if (name.is_string()) {
            item.model = baseModel(name.get<std::string>());
            if (const CatalogModel* model = catalog.findModel(name.get<std::string>())) {
                item.family = model->family;
            }
        }
        cases.push_back(std::move(item));
    }
    return cases;
}

std::vector<Result<Report>> answerAll(const std::vector<MeasuredCase>& cases,
                                      const std::shared_ptr<const Catalog>& catalog, const AnswerOptions& options) {
    Resolver resolver(catalog);
    std::vector<Result<Report>> answers;
    answers.reserve(cases.size());
    for (const MeasuredCase& item : cases) {
        const auto scenario = scenarioFromJson(item.scenario);
        if (!scenario) {
            answers.emplace_back(scenario.error());
            continue;
        }
        auto resolved = resolver.resolve(*scenario);
        if (!resolved) {
            answers.emplace_back(resolved.error());
            continue;
        }
        Resolved question = std::move(resolved).value();
        question.fitted = options.fitted;
        if (options.withoutGraphs) {
            question.scenario.runtime.cudaGraphs = false;
        }
        if (options.withoutTraits) {
            question.model.ggufArchitecture = "held-out";
        }
        answers.push_back(report(question));
    }
    return answers;
}

} // namespace vram::accuracy
