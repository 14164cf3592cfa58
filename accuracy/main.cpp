// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/held_out.h"
#include "accuracy/output.h"
#include "core/catalog/catalog.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace vram;
using namespace vram::accuracy;

constexpr int kHolds = 0;
constexpr int kWorse = 1;
constexpr int kUsage = 2;
constexpr std::size_t kWorstCases = 5;
constexpr double kCoverage = 0.95;

constexpr std::string_view kHelp =
    R"(accuracy [OPTION] [DIR]: how far the estimates are off on the measured cases of DIR

  --markdown      the table of docs/accuracy.md
  --check FILE    exit 1 when a figure is worse than FILE (docs/accuracy.json) records
  --record FILE   write that file
  --held-out      fit the constants again without a part of the models, and judge that part
  --families      llama.cpp's compute buffers by family, with and without its table of traits
DIR is tests/measured of the source tree by default. Exit 2: wrong use, or a file that cannot be read.
)";

struct Options {
    std::string folder = MEASURED_DIR;
    std::string check;
    std::string record;
    bool markdown = false;
    bool heldOut = false;
    bool families = false;
};

std::optional<Options> parse(const std::vector<std::string>& arguments) {
    Options options;
    bool folder = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const bool takesFile = argument == "--check" || argument == "--record";
        if (takesFile && i + 1 < arguments.size()) {
            (argument == "--check" ? options.check : options.record) = arguments[++i];
        } else if (argument == "--markdown") {
            options.markdown = true;
        } else if (argument == "--held-out") {
            options.heldOut = true;
        } else if (argument == "--families") {
            options.families = true;
        } else if (!argument.starts_with("-") && !folder) {
            options.folder = argument;
            folder = true;
        } else {
            return std::nullopt;
        }
    }
    return options;
}

/// The cases by file; problems go to the standard error.
using Files = std::map<std::string, std::vector<MeasuredCase>>;
std::optional<Files> readFiles(const std::filesystem::path& folder, const Catalog& catalog) {
    Files files;
    for (const FileRow& row : fileRows()) {
        auto cases = loadCases(folder / (std::string(row.name) + ".jsonl"), catalog);
        if (!cases) {
            std::cerr << "accuracy: " << cases.error().where << ": "
                      << (cases.error().arguments.empty() ? "" : cases.error().arguments.back()) << '\n';
            return std::nullopt;
        }
        files[std::string(row.name)] = std::move(cases).value();
    }
    return files;
}

Outcomes judge(const Files& files, const std::shared_ptr<const Catalog>& catalog) {
    Outcomes outcomes;
    std::map<std::string, AnsweredFile> answered;
    for (const auto& [name, cases] : files) {
        outcomes.cases[name] = cases.size();
    }
    const auto answersOf = [&](const FigureRow& figure) -> const AnsweredFile& {
        const std::string file(figure.file);
        const std::string key = file + (figure.withoutGraphs ? "/without graphs" : "");
        const auto [entry, added] = answered.try_emplace(key);
        if (added) {
            const auto& cases = files.at(file);
            entry->second = {cases, answerAll(cases, catalog, {.withoutGraphs = figure.withoutGraphs})};
            outcomes.refused[file] = entry->second.refused();
        }
        return entry->second;
    };
    for (const FigureRow& figure : figureRows()) {
        Outcome outcome{&figure, samplesOf(figure, answersOf(figure)), {}};
        if (outcome.samples.empty()) {
            continue; // a figure that reports do not have
        }
        outcome.statistics = statisticsOf(outcome.samples, figure.tolerance);
        outcomes.figures.push_back(std::move(outcome));
    }
    return outcomes;
}

void writeHeldOut(const Files& files, const std::shared_ptr<const Catalog>& catalog) {
    const auto& transformers = files.at("transformers_inference");
    const auto& vllm = files.at("vllm");
    std::array<Fitted, kParts> constants;
    for (std::size_t part = 0; part < kParts; ++part) {
        constants[part] = refit(transformers, vllm, catalog, part);
    }
    const Fitted all = refit(transformers, vllm, catalog, kParts);
    std::cout << "| constant | shipped | fitted on all |";
    for (std::size_t part = 0; part < kParts; ++part) {
        std::cout << " without part " << part + 1 << " |";
    }
    std::cout << "\n|---|--:|--:|--:|--:|--:|--:|\n";
    for (const FittedConstant& constant : fittedConstants()) {
        std::cout << "| " << constant.id << " | " << Fitted{}.*constant.value << " | " << all.*constant.value << " |";
        for (const Fitted& fitted : constants) {
            std::cout << ' ' << fitted.*constant.value << " |";
        }
        std::cout << '\n';
    }
    std::cout
        << "\n| figure | models | cases | mean, held out | p95 | worst | shipped: mean | p95 | worst | below | above "
           "| held-out coverage |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
    for (const FigureRow& figure : figureRows()) {
        if (figure.file != "vllm" && figure.file != "transformers_inference") {
            continue;
        }
        const auto& cases = files.at(std::string(figure.file));
        const std::vector<Sample> held =
            samplesOf(figure, answerHeldOut(cases, catalog, constants, figure.withoutGraphs));
        const std::vector<Sample> shipped =
            samplesOf(figure, {cases, answerAll(cases, catalog, {.withoutGraphs = figure.withoutGraphs})});
        std::set<std::string> models;
        for (const Sample& sample : held) {
            models.insert(sample.model);
        }
        const Statistics out = statisticsOf(held, figure.tolerance);
        const Statistics in = statisticsOf(shipped, figure.tolerance);
        const Width width = widthOf(shipped, kCoverage);
        std::cout << "| " << figure.title << " | " << models.size() << " | " << out.count << " | " << percent(out.mean)
                  << " | " << percent(out.p95) << " | " << percent(out.worst) << " | " << percent(in.mean) << " | "
                  << percent(in.p95) << " | " << percent(in.worst) << " | " << percent(width.below) << " | "
                  << percent(width.above) << " | " << percent(heldOutCoverage(held, kCoverage, figure.tolerance))
                  << " |\n";
    }
}

void writeFamilies(const Files& files, const std::shared_ptr<const Catalog>& catalog) {
    struct Row {
        std::vector<Sample> with;
        std::vector<Sample> without;
    };
    std::map<std::string, Row> families;
    for (const std::string_view id : {"llamacpp_cpu.compute", "llamacpp_full.compute", "llamacpp_partial.compute"}) {
        const FigureRow& figure = *findFigure(id);
        const auto& cases = files.at(std::string(figure.file));
        for (const bool without : {false, true}) {
            const AnsweredFile answers{cases, answerAll(cases, catalog, {.withoutTraits = without})};
            for (Sample& sample : samplesOf(figure, answers)) {
                Row& row = families[sample.family];
                (without ? row.without : row.with).push_back(std::move(sample));
            }
        }
    }
    std::cout << "| family | cases | exact | mean | worst | held out: exact | mean | p95 | worst | too much by | too "
                 "little by | inside its range |\n"
                 "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
    for (const auto& [family, row] : families) {
        const Reach reach = reachOf(row.without);
        const double tolerance = findFigure("llamacpp_cpu.compute")->tolerance;
        const Statistics with = statisticsOf(row.with, tolerance);
        const Statistics out = statisticsOf(row.without, tolerance);
        std::cout << "| " << family << " | " << with.count << " | " << percent(with.exact) << " | "
                  << percent(with.mean) << " | " << percent(with.worst) << " | " << percent(out.exact) << " | "
                  << percent(out.mean) << " | " << percent(out.p95) << " | " << percent(out.worst) << " | "
                  << percent(reach.below) << " | " << percent(reach.above) << " | " << percent(out.inside) << " |\n";
    }
}

int check(const std::string& path, const Outcomes& outcomes) {
    std::ifstream stream(path);
    const Json recorded = Json::parse(stream, nullptr, false);
    if (!recorded.is_object()) {
        std::cerr << "accuracy: " << path << ": is no record\n";
        return kUsage;
    }
    const std::vector<std::string> faults = worseThan(recorded, outcomes);
    for (const std::string& fault : faults) {
        std::cout << "WORSE " << fault << '\n';
    }
    std::cout << (faults.empty() ? "no figure is worse than recorded\n" : "");
    return faults.empty() ? kHolds : kWorse;
}

int run(const Options& options) {
    const CatalogLoad catalog = loadCatalog();
    const auto files = readFiles(options.folder, *catalog.catalog);
    if (!files) {
        return kUsage;
    }
    if (options.heldOut || options.families) {
        options.heldOut ? writeHeldOut(*files, catalog.catalog) : writeFamilies(*files, catalog.catalog);
        return kHolds;
    }
    const Outcomes outcomes = judge(*files, catalog.catalog);
    if (options.markdown) {
        writeMarkdown(std::cout, outcomes);
    } else {
        writeText(std::cout, outcomes, kWorstCases);
    }
    if (!options.record.empty()) {
        std::ofstream stream(options.record);
        stream << recordOf(outcomes).dump(1) << '\n';
        if (!stream) {
            std::cerr << "accuracy: " << options.record << ": cannot be written\n";
            return kUsage;
        }
    }
    return options.check.empty() ? kHolds : check(options.check, outcomes);
}

} // namespace

int main(int argc, char* argv[]) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && (arguments.front() == "--help" || arguments.front() == "-h")) {
        std::cout << kHelp;
        return kHolds;
    }
    const auto options = parse(arguments);
    if (!options) {
        std::cerr << kHelp;
        return kUsage;
    }
    return run(*options);
}
