// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/find_command.h"

#include "core/advice/finder_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <thread>
#include <utility>
#include <vector>

namespace vram::cli {

namespace {

constexpr std::string_view kLeastBits = "--least-bits";
constexpr std::string_view kEveryFormat = "--every-format";
constexpr std::array<std::string_view, 3> kQuestions{"--models", "--gpus", "--product"}; // in the order of What

std::optional<double> numberOf(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<FindChoice> parseFind(std::span<const std::string> arguments) {
    FindChoice choice;
    bool asked = false;
    std::size_t inputs = 0;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const auto* const question = std::ranges::find(kQuestions, argument);
        if (question != kQuestions.end() && !asked) {
            choice.what = static_cast<FindChoice::What>(question - kQuestions.begin());
            asked = true;
        } else if (argument == kEveryFormat) {
            choice.everyFormat = true;
        } else if (argument == kLeastBits) {
            const auto bits = ++i < arguments.size() ? numberOf(arguments[i]) : std::nullopt;
            if (!bits) {
                return std::nullopt;
            }
            choice.leastBits = *bits;
        } else if (!argument.starts_with("--") && inputs++ == 0) {
            choice.input = argument;
        } else {
            return std::nullopt;
        }
    }
    return asked ? std::optional(choice) : std::nullopt;
}

Result<nlohmann::ordered_json> findJson(const FindChoice& choice, const Scenario& scenario, Resolver& resolver) {
    const std::shared_ptr<const Catalog>& catalog = resolver.catalog();
    if (choice.what == FindChoice::What::Gpus) {
        const Result<Resolved> question = resolver.resolve(scenario);
        if (!question) {
            return question.error();
        }
        return hardwareFoundToJson(findHardware(*question, *catalog), *catalog);
    }
    const Result<Machine> machine = resolveMachine(scenario.machine, *catalog);
    if (!machine) {
        return machine.error();
    }
    ModelFinder finder(catalog);
    Result<FinderTable> table = finder.find(scenario, *machine);
    if (!table) {
        return table.error();
    }
    FinderFilter filter;
    filter.leastBits = choice.leastBits;
    filter.everyFormat = choice.everyFormat;
    filter.worst = Verdict::Offload;
    const FinderLook look = [&](FinderRow& row) {
        static_cast<void>(finder.look(scenario, *machine, table->formats, row));
        return true;
    };
    const std::vector<std::size_t> rows =
        filtered(table.value(), *catalog, filter, look).value_or(std::vector<std::size_t>{});
    for (const std::size_t row : rows) {
        look(table.value().rows[row]);
    }
    return modelsFoundToJson(*table, rows, *catalog);
}

Result<std::string> findProduct(const FindChoice& choice, const Scenario& scenario,
                                const std::shared_ptr<const Catalog>& catalog) {
    // Whatever is wrong with the scenario shows in one question.
    const Result<Resolved> question = Resolver(catalog).resolve(scenario);
    if (!question) {
        return question.error();
    }
    FinderProduct product(*catalog, loadableFormats(*catalog, *question->runtime), scenario.machine);
    const std::size_t models = catalog->models().size();
    const std::size_t workers = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < workers; ++i) {
        threads.emplace_back([&, i] {
            ModelFinder finder(catalog);
            // Models in turn: neighbours are of a family and take alike long.
            for (std::size_t model = i; model < models; model += workers) {
                finder.judge(scenario, product, model, model + 1);
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return productToCsv(product, *catalog, choice.leastBits);
}

} // namespace vram::cli
