// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/find_command.h"
#include "app/sweep_command.h"
#include "core/report/report_json.h"
#include "core/report/shell_quote.h"
#include "core/scenario/resolve.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace vram::cli {

constexpr int kAllAnswered = 0;
constexpr int kSomeNotAnswered = 1;
constexpr int kUsage = 2;

/// What is no UTF-8 came from the input (a name, a path) and is replaced: an answer is always valid JSON. Nor does a
/// name reach a terminal with characters that steer it.
void write(const nlohmann::ordered_json& answer);
/// An error as JSON, with its sentence.
[[nodiscard]] nlohmann::ordered_json errorAnswer(const Error& error);

/// What a verb was told beside its input.
struct AnswerOptions {
    Shell shell = Shell::Posix;
    SweepOptions sweep = {};
    FindChoice find = {};
};

/// Answers scenarios, one after the other.
class Answers {
public:
    using Json = nlohmann::ordered_json;
    /// `where`: of the scenario in its input.
    using Verb = Json (Answers::*)(const Json& scenario, const std::string& where);

    explicit Answers(const std::shared_ptr<const Catalog>& catalog, AnswerOptions options = {});
    [[nodiscard]] Json report(const Json& scenario, const std::string& where);
    [[nodiscard]] Json explain(const Json& scenario, const std::string& where);
    [[nodiscard]] Json commands(const Json& scenario, const std::string& where);
    [[nodiscard]] Json sweep(const Json& scenario, const std::string& where);
    [[nodiscard]] Json find(const Json& scenario, const std::string& where);
    [[nodiscard]] Json refuse(const Error& error);
    [[nodiscard]] int status() const { return m_allAnswered ? kAllAnswered : kSomeNotAnswered; }

private:
    [[nodiscard]] Result<Resolved> resolve(const Json& scenario, const std::string& where);
    [[nodiscard]] ReportLimits limits(const Resolved& resolved);
    Resolver m_resolver;
    AnswerOptions m_options;
    bool m_allAnswered = true;
};

/// Writes the answers to the scenarios of an input; the exit status.
int answerInput(const std::string& path, const std::shared_ptr<const Catalog>& catalog, Answers::Verb verb,
                AnswerOptions options = {});
/// The same of the scenario that the window starts with, on an RTX 4090.
int answerDefault(const std::shared_ptr<const Catalog>& catalog);
/// A line for each scenario: the link, or what is wrong with it.
int writeLinks(const std::string& path);

} // namespace vram::cli
