// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers.h"

#include "app/cli_input.h"
#include "app/commands_command.h"
#include "app/english.h"
#include "app/repositories.h"
#include "core/advice/limits.h"
#include "core/report/explain.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/scenario_link.h"
#include "core/source/repository_address.h"
#include "core/units/utf8.h"

#include <cstddef>
#include <iostream>
#include <optional>
#include <utility>

namespace vram::cli {

namespace {

using Json = nlohmann::ordered_json;

const Wording kWording{noteSentence, errorSentence};

/// Files at once; what it takes to ask repositories only when an address is met.
class AnyModelReader : public ModelReader {
public:
    [[nodiscard]] Result<std::shared_ptr<const ModelDescription>> read(const std::string& path) override {
        if (m_reader == nullptr || (!m_repositories && isRepositoryAddress(path))) {
            m_repositories = isRepositoryAddress(path);
            m_reader = m_repositories ? makeModelReader() : std::make_shared<LocalModelReader>();
        }
        return m_reader->read(path);
    }

private:
    std::shared_ptr<ModelReader> m_reader;
    bool m_repositories = false;
};

Result<ScenarioLink> linkFor(const Json& scenario, const std::string& where) {
    const auto parsed = scenarioFromJson(scenario, where);
    return parsed ? linkOf(*parsed) : parsed.error();
}

} // namespace

void write(const Json& answer) {
    std::cout << visibleJson(answer.dump(1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

Json errorAnswer(const Error& error) { return errorToJson(error, kWording); }

Answers::Answers(const std::shared_ptr<const Catalog>& catalog, AnswerOptions options)
    : m_resolver(catalog, std::make_shared<AnyModelReader>()),
      m_options(std::move(options)) {}

Result<Resolved> Answers::resolve(const Json& scenario, const std::string& where) {
    const auto parsed = scenarioFromJson(scenario, where);
    if (!parsed) {
        return parsed.error();
    }
    return m_resolver.resolve(*parsed);
}

Json Answers::refuse(const Error& error) {
    m_allAnswered = false;
    return errorAnswer(error);
}

Json Answers::report(const Json& scenario, const std::string& where) {
    const auto resolved = resolve(scenario, where);
    if (!resolved) {
        return refuse(resolved.error());
    }
    const auto answer = vram::report(*resolved);
    return answer ? reportToJson(*answer, kWording, limits(*resolved)) : refuse(answer.error());
}

/// What the cards hold with everything on them.
ReportLimits Answers::limits(const Resolved& resolved) {
    Probe probe(m_resolver, resolved.scenario, resolved.machine);
    const auto most = [&probe](Setting setting) {
        const auto limit = largest(probe, setting, Reach::Whole);
        return limit ? std::optional(limit->value) : std::nullopt;
    };
    return {most(Setting::Context), most(Setting::Batch)};
}

Json Answers::explain(const Json& scenario, const std::string& where) {
    const auto resolved = resolve(scenario, where);
    return resolved ? explanationsToJson(*resolved) : refuse(resolved.error());
}

Json Answers::commands(const Json& scenario, const std::string& where) {
    const auto resolved = resolve(scenario, where);
    return resolved ? commandsToJson(*resolved, m_options.shell) : refuse(resolved.error());
}

Json Answers::sweep(const Json& scenario, const std::string& where) {
    auto parsed = scenarioFromJson(scenario, where);
    if (!parsed) {
        return refuse(parsed.error());
    }
    const auto rows = sweepToJson(m_resolver, std::move(parsed).value(), m_options.sweep, kWording, m_allAnswered);
    return rows ? *rows : refuse(rows.error());
}

Json Answers::find(const Json& scenario, const std::string& where) {
    const auto parsed = scenarioFromJson(scenario, where);
    if (!parsed) {
        return refuse(parsed.error());
    }
    const auto answer = findJson(m_options.find, *parsed, m_resolver);
    return answer ? *answer : refuse(answer.error());
}

int answerInput(const std::string& path, const std::shared_ptr<const Catalog>& catalog, Answers::Verb verb,
                AnswerOptions options) {
    Answers answers(catalog, std::move(options));
    const auto input = readScenarios(path);
    if (!input) {
        write(answers.refuse(input.error()));
        return kSomeNotAnswered;
    }
    Json output;
    if (input->is_array()) {
        output = Json::array();
        std::size_t index = 0;
        for (const Json& scenario : *input) {
            output.push_back((answers.*verb)(scenario, "[" + std::to_string(index++) + "]"));
        }
    } else {
        output = (answers.*verb)(*input, {});
    }
    write(output);
    return answers.status();
}

int answerDefault(const std::shared_ptr<const Catalog>& catalog) {
    Scenario scenario;
    scenario.machine.gpus = {{"RTX 4090", 1}};
    Answers answers(catalog);
    write(answers.report(scenarioToJson(scenario), {}));
    return answers.status();
}

int writeLinks(const std::string& path) {
    const auto input = readScenarios(path);
    if (!input) {
        write(errorAnswer(input.error()));
        return kSomeNotAnswered;
    }
    const bool several = input->is_array();
    bool all = true;
    for (std::size_t i = 0; i < (several ? input->size() : 1); ++i) {
        const auto link = linkFor(several ? (*input)[i] : *input, several ? "[" + std::to_string(i) + "]" : "");
        all = all && link.ok();
        if (!link) {
            write(errorAnswer(link.error()));
            continue;
        }
        std::cout << link->text << '\n';
        if (link->leftOutFolder) {
            std::cerr << "vram-sizer-cli: the link names the model's file without its folder\n";
        }
    }
    return all ? kAllAnswered : kSomeNotAnswered;
}

} // namespace vram::cli
