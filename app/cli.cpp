// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers.h"
#include "app/catalog_command.h"
#include "app/cli_input.h"
#include "app/commands_command.h"
#include "app/english.h"
#include "app/find_command.h"
#include "app/inspect.h"
#include "app/machine_command.h"
#include "app/repositories.h"
#include "app/rules_command.h"
#include "core/catalog/catalog.h"
#include "core/scenario/scenario_json.h"
#include "core/source/repository_address.h"
#include "core/units/utf8.h"
#include "vram_version.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using vram::cli::answerDefault;
using vram::cli::answerInput;
using vram::cli::Answers;
using vram::cli::errorSentence;
using vram::cli::kAllAnswered;
using vram::cli::kSomeNotAnswered;
using vram::cli::kUsage;
using vram::cli::write;

constexpr std::string_view kHelp = R"(usage: vram-sizer-cli COMMAND [ARGUMENTS] [--catalog FOLDER]

  report [FILE|-]       answer one scenario or an array of them (JSON; default: standard input)
  report --default      answer the scenario that the window starts with, on an RTX 4090
  explain [FILE|-]      the same scenario: every part's formula with its numbers and their sources
  commands [FILE|-]     the same scenario: how to run it (and make the model's file first), how to check the estimate
  commands [FILE|-] --shell posix|powershell|cmd   quoted for that shell (default: posix)
  sweep [FILE|-] --axis ID [--values A,B,C]   the same scenario with other values on its machine; ID is one of gpu,
                        task, weights, context, batch, kv, runtime, model, scenario (default: the scenario's view)
  find --models [FILE|-]   the same scenario's machine: every model of the catalogue that runs on it, in its best format
  find --gpus [FILE|-]  the same scenario: every GPU, several of them and cloud machines, with price, power and speed
  find --product [FILE|-]   every model on every GPU alone, as CSV; --least-bits N, --every-format (docs/finder.md)
  link [FILE|-]         the same scenario as a line of text to paste (vram-sizer:?…); the verbs above take such a link too
  inspect FILE|FOLDER   what a model's files say: architecture, parameters, layout, types, warnings, every tensor
  inspect FILE --no-catalog   from the file alone
  inspect hf:ORG/NAME[:FILE]  the same of a repository (ms: for ModelScope), or its models to choose from
  machine               what this computer has: GPUs and their free memory, RAM, processor; a "machine" for a scenario
  machine --root FOLDER --nvidia-smi PROGRAM   the same of a recorded tree (sys/, proc/, run/), or with that program
  rules [--markdown]    rules of thumb, a table of recommendations and what cards are said to be good for, beside this
                        program's figures (JSON, or the tables of docs/rules.md)
  models                the models of the catalogue
  gpus                  the GPUs
  formats               weight formats, KV cache types and the runtimes that use them
  --help, --version

--catalog FOLDER adds to or overrides the shipped facts (models.json, gpus.json, ...).
Exit: 0 all answered, 1 some were not, 2 wrong usage. The JSON is described in docs/schema.md.
)";

int inspect(const std::string& path, bool useCatalog, const std::shared_ptr<const vram::Catalog>& catalog) {
    const auto answer = vram::isRepositoryAddress(path) ? vram::cli::inspectRepository(path, useCatalog, catalog)
                                                        : vram::cli::inspectFile(path, useCatalog, catalog);
    write(answer ? *answer : vram::cli::errorAnswer(answer.error()));
    return answer ? kAllAnswered : kSomeNotAnswered;
}

int usage(std::string_view what) {
    std::cerr << "vram-sizer-cli: " << vram::visibleText(what) << "\n\n" << kHelp;
    return kUsage;
}

struct Verb {
    std::string_view name;
    std::size_t mostArguments;
    std::array<std::string_view, 4> options; ///< empty: no more; kAnyOption: the verb looks itself
    int (*run)(std::span<const std::string>, const std::shared_ptr<const vram::Catalog>&);
};

constexpr std::string_view kAnyOption = "--";

bool takes(const Verb& verb, std::string_view option) {
    return std::ranges::any_of(verb.options,
                               [option](std::string_view each) { return each == kAnyOption || each == option; });
}

std::string inputOf(std::span<const std::string> arguments) { return arguments.empty() ? "-" : arguments.front(); }

constexpr std::string_view kNoCatalog = "--no-catalog";

int commands(std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>& catalog) {
    vram::Shell shell = vram::Shell::Posix;
    std::vector<std::string> inputs;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] != vram::cli::kShellOption) {
            inputs.push_back(arguments[i]);
            continue;
        }
        const auto named = ++i < arguments.size() ? vram::findShell(arguments[i]) : std::nullopt;
        if (!named) {
            return usage("--shell needs one of posix, powershell, cmd");
        }
        shell = *named;
    }
    return inputs.size() > 1 ? usage("too many arguments for \"commands\"")
                             : answerInput(inputOf(inputs), catalog, &Answers::commands, {shell});
}

int sweep(std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>& catalog) {
    std::vector<std::string> inputs(arguments.begin(), arguments.end());
    auto options = vram::cli::sweepOptions(inputs);
    if (!options) {
        return usage(errorSentence(options.error()));
    }
    return inputs.size() > 1 ? usage("too many arguments for \"sweep\"")
                             : answerInput(inputOf(inputs), catalog, &Answers::sweep,
                                           {vram::Shell::Posix, std::move(options).value()});
}

int find(std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>& catalog) {
    const auto choice = vram::cli::parseFind(arguments);
    if (!choice) {
        return usage("find needs one of --models, --gpus, --product, and a number of bits behind --least-bits");
    }
    if (choice->what != vram::cli::FindChoice::What::Product) {
        return answerInput(choice->input, catalog, &Answers::find, {vram::Shell::Posix, {}, *choice});
    }
    const auto text = vram::cli::readInput(choice->input);
    const auto scenario = text ? vram::scenarioFromText(*text, choice->input == "-" ? "standard input" : choice->input)
                               : vram::Result<vram::Scenario>(text.error());
    const auto csv =
        scenario ? vram::cli::findProduct(*choice, *scenario, catalog) : vram::Result<std::string>(scenario.error());
    if (!csv) {
        write(vram::cli::errorAnswer(csv.error()));
        return kSomeNotAnswered;
    }
    std::cout << *csv;
    return kAllAnswered;
}

constexpr std::array kVerbs{
    Verb{"report",
         1,
         {"--default"},
         [](std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>& catalog) {
             return inputOf(arguments) == "--default" ? answerDefault(catalog)
                                                      : answerInput(inputOf(arguments), catalog, &Answers::report);
         }},
    Verb{"explain",
         1,
         {},
         [](std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>& catalog) {
             return answerInput(inputOf(arguments), catalog, &Answers::explain);
         }},
    Verb{"commands", 3, {vram::cli::kShellOption}, &commands},
    Verb{"sweep", 5, {vram::cli::kAxisOption, vram::cli::kValuesOption}, &sweep},
    Verb{"find", 5, {kAnyOption}, &find},
    Verb{"link",
         1,
         {},
         [](std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>&) {
             return vram::cli::writeLinks(inputOf(arguments));
         }},
    Verb{"inspect",
         2,
         {kNoCatalog},
         [](std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>& catalog) {
             const bool alone = std::ranges::find(arguments, kNoCatalog) != arguments.end();
             const auto path = std::ranges::find_if(arguments, [](const std::string& a) { return a != kNoCatalog; });
             return path == arguments.end() || arguments.size() != (alone ? 2U : 1U)
                        ? usage("inspect needs a file or folder")
                        : inspect(*path, !alone, catalog);
         }},
    Verb{"machine",
         4,
         {kAnyOption},
         [](std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>& catalog) {
             const auto answer = vram::cli::machineJson(arguments, catalog);
             write(answer ? *answer : vram::cli::errorAnswer(answer.error()));
             return answer ? kAllAnswered : kUsage;
         }},
    Verb{"rules",
         1,
         {vram::cli::kMarkdownOption},
         [](std::span<const std::string> arguments, const std::shared_ptr<const vram::Catalog>& catalog) {
             const vram::RuleTables tables = vram::computeRules(catalog);
             if (arguments.empty()) {
                 write(vram::cli::rulesToJson(tables));
             } else if (arguments.front() == vram::cli::kMarkdownOption) {
                 std::cout << vram::cli::rulesToMarkdown(tables, *catalog);
             } else {
                 return usage("\"rules\" takes only --markdown");
             }
             return kAllAnswered;
         }},
    Verb{"models",
         0,
         {},
         [](std::span<const std::string>, const std::shared_ptr<const vram::Catalog>& catalog) {
             write(vram::cli::modelsJson(*catalog));
             return kAllAnswered;
         }},
    Verb{"gpus",
         0,
         {},
         [](std::span<const std::string>, const std::shared_ptr<const vram::Catalog>& catalog) {
             write(vram::cli::gpusJson(*catalog));
             return kAllAnswered;
         }},
    Verb{"formats",
         0,
         {},
         [](std::span<const std::string>, const std::shared_ptr<const vram::Catalog>& catalog) {
             write(vram::cli::formatsJson(*catalog));
             return kAllAnswered;
         }},
};

int run(std::vector<std::string> arguments) {
    std::string folder;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--catalog") {
            if (i + 1 == arguments.size()) {
                return usage("--catalog needs a folder");
            }
            folder = arguments[i + 1];
            arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i),
                            arguments.begin() + static_cast<std::ptrdiff_t>(i) + 2);
            break;
        }
    }
    if (arguments.empty()) {
        return usage("a command is missing");
    }
    if (arguments.front() == "--help" || arguments.front() == "-h") {
        std::cout << kHelp;
        return kAllAnswered;
    }
    if (arguments.front() == "--version") {
        std::cout << "vram-sizer-cli " << vram::kVersion << '\n';
        return kAllAnswered;
    }
    for (const Verb& verb : kVerbs) {
        if (verb.name != arguments.front()) {
            continue;
        }
        const std::span<const std::string> rest = std::span(arguments).subspan(1);
        if (rest.size() > verb.mostArguments) {
            return usage("too many arguments for \"" + arguments.front() + "\"");
        }
        for (const std::string& argument : rest) {
            if (argument.starts_with("--") && !takes(verb, argument)) {
                return usage("unknown option \"" + argument + "\"");
            }
        }
        const vram::CatalogLoad catalog = vram::loadCatalog(folder);
        for (const vram::Error& problem : catalog.problems) {
            std::cerr << "vram-sizer-cli: " << errorSentence(problem) << '\n';
        }
        return verb.run(rest, catalog.catalog);
    }
    return usage("unknown command \"" + arguments.front() + "\"");
}

} // namespace

int main(int argc, char* argv[]) {
    std::ios::sync_with_stdio(false);
    return run({argv + 1, argv + argc});
}
