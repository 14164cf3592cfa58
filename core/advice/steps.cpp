// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/steps.h"

#include "core/runtime/runtime.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vram {

namespace {

/// A task as people name it, with what it usually comes with.
struct PurposeRow {
    Purpose purpose{};
    Task task{};
    std::string_view runtime;
    std::int64_t context = 0;
    std::int64_t batch = 0;
};
// Servers of many users run vLLM for its batching; a document of 64K tokens is a book of some 150 pages.
constexpr std::array<PurposeRow, kPurposes> kPurposeRows{
    PurposeRow{Purpose::Chat, Task::Inference, "llama.cpp", 8192, 1},
    PurposeRow{Purpose::LongDocuments, Task::Inference, "llama.cpp", 65'536, 1},
    PurposeRow{Purpose::Service, Task::Inference, "vLLM", 8192, 8},
    PurposeRow{Purpose::Qlora, Task::Qlora, "Transformers", 2048, 1},
    PurposeRow{Purpose::Lora, Task::Lora, "Transformers", 2048, 1},
    PurposeRow{Purpose::FullTraining, Task::Full, "Transformers", 2048, 1},
};
constexpr const PurposeRow& rowOf(Purpose purpose) { return kPurposeRows.at(static_cast<std::size_t>(purpose)); }
static_assert(std::ranges::all_of(kPurposeRows, [](const PurposeRow& row) { return &rowOf(row.purpose) == &row; }));

constexpr std::int64_t kLongContext = 32'768; ///< from here on a scenario counts as one of long documents
/// Part of the context that is left for questions and answers about a document.
constexpr std::int64_t kAnswerShare = 8;

/// Formats that people take in practice, best first; the runtime's containers choose among them.
constexpr std::array<std::string_view, 21> kLadder{
    "BF16", "MLX 8-bit g64", "Q8_0",         "GPTQ-Int8",     "FP8",          "EXL2 8.0 bpw",
    "Q6_K", "MLX 6-bit g64", "EXL2 6.0 bpw", "Q5_K_M",        "Q4_K_M",       "MLX 4-bit g64",
    "AWQ",  "EXL2 4.0 bpw",  "Q3_K_M",       "MLX 3-bit g64", "EXL3 3.0 bpw", "GPTQ 3-bit g128",
    "Q2_K", "MLX 2-bit g64", "EXL3 2.0 bpw"};

/// Nominal bits that each quality asks for; as published has no other format beside it.
constexpr std::array<std::int64_t, kQualities> kLeastBits{std::int64_t{64}, 8, 4, 1};

/// Cards on which everything is sized before there is a machine: the first that the runtime can use.
constexpr std::array<std::string_view, 2> kReferenceCards{"RTX PRO 6000 Blackwell Workstation", "Apple M3 Ultra 512GB"};

/// A format that saves less than this share of what was published is no step down.
constexpr double kLeastSaving = 0.05;

double bitsOf(const Resolved& resolved) {
    const double parameters = static_cast<double>(std::max<std::int64_t>(resolved.model.parameters, 1));
    return static_cast<double>(resolved.weights->total.typical.count()) * 8 / parameters;
}

std::optional<StepsFormat> formatOf(Resolver& resolver, const StepsQuestion& question, const std::string& weights) {
    const Result<Resolved> resolved = resolver.resolve(stepsScenario(question, weights, question.machine));
    if (!resolved || !loadsFormat(*resolved->runtime, resolved->format)) {
        return std::nullopt;
    }
    return StepsFormat{weights, resolved->format.id, bitsOf(*resolved), resolved->weights->total.typical, false};
}

bool savesOn(const StepsFormat& published, const StepsFormat& format) {
    return format.bits <= published.bits * (1 - kLeastSaving);
}

std::int64_t cardsOf(const MachineChoice& machine) {
    std::int64_t cards = 0;
    for (const GpuChoice& entry : machine.gpus) {
        cards += entry.count;
    }
    return cards;
}

/// Where nobody has said yet which cards there are.
std::string referenceCard(const RuntimeChoice& choice, const std::string& weights, const Catalog& catalog) {
    const RuntimeProfile* const runtime = findRuntime(choice.name);
    const WeightFormat* const format = catalog.findWeightFormat(weights);
    for (const std::string_view name : kReferenceCards) {
        const Gpu* const gpu = catalog.findGpu(name);
        if (runtime != nullptr && gpu != nullptr &&
            supports(*runtime, *gpu, format != nullptr ? *format : WeightFormat{}) != Support::NoRuntime) {
            return std::string(name);
        }
    }
    return std::string(kReferenceCards.front());
}

std::vector<StepsFormat> ladderOf(Resolver& resolver, const StepsQuestion& question) {
    const auto least = kLeastBits.at(static_cast<std::size_t>(question.quality));
    std::vector<StepsFormat> formats;
    if (std::optional<StepsFormat> published = formatOf(resolver, question, std::string(kAsStored))) {
        published->allowed = true;
        formats.push_back(*std::move(published));
    }
    const Catalog& catalog = *resolver.catalog();
    const RuntimeProfile* const runtime = findRuntime(question.runtime.name);
    for (const std::string_view id : kLadder) {
        const WeightFormat* const row = catalog.findWeightFormat(id);
        if (row == nullptr || runtime == nullptr || !loadsFormat(*runtime, *row)) {
            continue;
        }
        std::optional<StepsFormat> format = formatOf(resolver, question, std::string(id));
        // More bits than were published make nothing better.
        if (!format || (!formats.empty() && !savesOn(formats.front(), *format))) {
            continue;
        }
        format->allowed = formats.empty() || row->fileBits >= least;
        formats.push_back(*std::move(format));
    }
    return formats;
}

} // namespace

Task taskOf(Purpose purpose) { return rowOf(purpose).task; }

StepsQuestion withPurpose(StepsQuestion question, Purpose purpose) {
    const PurposeRow& row = rowOf(purpose);
    question.purpose = purpose;
    question.runtime = RuntimeChoice{};
    question.runtime.name = row.runtime;
    question.context = row.context;
    question.batch = row.batch;
    return question;
}

StepsQuestion stepsFrom(const Scenario& scenario) {
    StepsQuestion question;
    switch (scenario.task) {
    case Task::Inference:
        question.purpose = scenario.batch > 1                 ? Purpose::Service
                           : scenario.context >= kLongContext ? Purpose::LongDocuments
                                                              : Purpose::Chat;
        break;
    case Task::Qlora:
        question.purpose = Purpose::Qlora;
        break;
    case Task::Lora:
        question.purpose = Purpose::Lora;
        break;
    case Task::Full:
        question.purpose = Purpose::FullTraining;
        break;
    }
    question.model = scenario.model;
    question.runtime = scenario.runtime;
    question.context = scenario.context;
    question.batch = scenario.batch;
    question.target = scenario.target;
    question.machine = scenario.machine;
    question.hardware = scenario.machine.gpus.empty() ? HardwareSource::Budget : HardwareSource::Own;
    return question;
}

Scenario stepsScenario(const StepsQuestion& question, const std::string& weights, const MachineChoice& machine) {
    Scenario scenario;
    scenario.model = question.model;
    scenario.task = taskOf(question.purpose);
    scenario.weights = weights;
    scenario.runtime = question.runtime;
    scenario.context = question.context;
    scenario.batch = question.batch;
    if (scenario.task == Task::Inference) {
        scenario.target = question.target;
        if (question.purpose == Purpose::LongDocuments) { // the wait for the first token is that for the document
            scenario.prompt = std::max<std::int64_t>(1, question.context - question.context / kAnswerShare);
        }
    }
    if (scenario.task != Task::Inference && cardsOf(machine) > 1) {
        scenario.training.sharding = "zero3";
    }
    scenario.machine = machine;
    return scenario;
}

Result<StepsKnowledge> stepsKnowledge(Resolver& resolver, const StepsQuestion& question) {
    StepsKnowledge knowledge;
    const Task task = taskOf(question.purpose);
    if (task == Task::Inference) {
        knowledge.formats = ladderOf(resolver, question);
    } else if (std::optional<StepsFormat> format = formatOf(resolver, question, std::string(usualWeights(task)))) {
        format->allowed = true;
        knowledge.formats.push_back(*std::move(format));
    }
    knowledge.leastWeights = std::string(usualWeights(task));
    for (const StepsFormat& format : knowledge.formats) {
        if (format.allowed) {
            knowledge.leastWeights = format.weights;
        }
    }
    MachineChoice reference = question.machine;
    if (question.hardware != HardwareSource::Own || reference.gpus.empty()) {
        reference.gpus = {{referenceCard(question.runtime, knowledge.leastWeights, *resolver.catalog()), 1}};
    }
    Result<Resolved> resolved = resolver.resolve(stepsScenario(question, knowledge.leastWeights, reference));
    if (!resolved) {
        return resolved.error();
    }
    knowledge.model = resolved->model;
    Result<Report> need = report(*resolved);
    if (!need) {
        return need.error();
    }
    knowledge.need = *std::move(need);
    const double share = 1 - question.machine.marginPercent / 100;
    const auto high = static_cast<double>(knowledge.need.needTotal.high.count());
    knowledge.withMargin = Bytes{share > 0 ? std::llround(high / share) : knowledge.need.needTotal.high.count()};
    return knowledge;
}

Scenario stepsResult(const StepsQuestion& question, const StepsAnswer& answer, const StepsCandidate& chosen) {
    Scenario scenario = stepsScenario(question, chosen.weights, chosen.machine);
    for (const StepsCandidate& candidate : answer.candidates) {
        if (!candidate.choice.name.empty()) {
            scenario.view.rows.push_back(candidate.choice);
        }
    }
    const bool several = chosen.choice.name.empty();
    if (!several && std::ranges::find(scenario.view.rows, chosen.choice) == scenario.view.rows.end()) {
        scenario.view.rows.push_back(chosen.choice);
    }
    return scenario;
}

} // namespace vram
