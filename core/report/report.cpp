// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/memory/engines.h"
#include "core/placement/settled.h"
#include "core/report/command.h"
#include "core/report/judgement.h"
#include "core/report/placement_notes.h"
#include "core/report/training_notes.h"
#include "core/scenario/next_token_use.h"
#include "core/speed/training_speed.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vram {

namespace {

// Notes carry whole numbers as text.
std::string text(std::int64_t value) { return std::to_string(value); }

PartSizes sumOf(const Loads& loads) {
    PartSizes sum;
    for (const PartSizes& device : loads.devices) {
        sum.add(device);
    }
    sum.add(loads.host);
    return sum;
}

bool overflows(const Report& report) {
    return report.total.high.isSaturated() || report.needTotal.high.isSaturated() || report.tensorBytes.isSaturated();
}

void setNeed(Report& report, const CardsNeed& need) {
    report.need = need.parts;
    report.needTotal = need.parts.total();
    report.usable = need.usable;
    report.capacity = need.capacity;
    report.headroom = need.headroom;
}

/// With nothing said yet: one token, whatever the context may become.
std::optional<ByteRange> needAtFirstToken(SettledDemands& demands, const Layout& layout, const Cards& cards) {
    const SettledDemands::Entry* const first = cards.empty() ? nullptr : demands.atFirstToken();
    if (first == nullptr) {
        return std::nullopt;
    }
    ByteRange sum;
    for (const PartSizes& device : loadsOf(*first->question, first->demand, layout, cards.gpus).devices) {
        sum += device.total();
    }
    return sum;
}

void setDevices(Report& report, const Resolved& resolved, const Demand& demand, const Cards& cards,
                const Placement& placement, const Machine& machine) {
    report.devices.reserve(cards.gpus.size());
    const std::vector<std::optional<KvPool>> pools =
        poolsOf(resolved, demand, cards, placement.layout, placement.loads);
    for (std::size_t i = 0; i < cards.gpus.size(); ++i) {
        const Gpu& gpu = *cards.gpus[i];
        DeviceReport device;
        device.name = gpu.name;
        device.capacity = gpu.memory;
        device.usable = cards.usable[i];
        device.parts = placement.loads.devices[i];
        device.total = device.parts.total();
        device.headroom = device.usable.low - device.total.high;
        device.kvPool = pools[i];
        report.devices.push_back(std::move(device));
    }
    HostReport host;
    host.parts = placement.loads.host;
    host.total = host.parts.total();
    if (!cards.unified) {
        host.capacity = machine.ram;
        host.verdict = ramVerdict(host.total.high, machine);
        host.swapped = std::max(Bytes{}, host.total.typical - std::max(Bytes{}, machine.ram - kSystemRam));
    }
    report.host = host;
}

/// The draft model's question; nullptr without one.
const Resolved* draftOf(const Resolved& resolved) {
    return resolved.extras == nullptr ? nullptr : resolved.extras->draft.get();
}

/// llama.cpp and the others verify a draft's tokens one by one: the vocabularies must be the same but for some rows
/// (128 in llama.cpp's common/speculative.cpp).
constexpr std::int64_t kVocabularyDifference = 128;

/// What was remarked while a model's own files were read.
void addFileNotes(Report& report, const ModelDescription& description) {
    const bool said = std::ranges::any_of(
        description.warnings, [](const ModelWarning& warning) { return warning.code == "layout-from-table"; });
    if (description.layoutSource == LayoutSource::Table && !said) {
        report.notes.push_back({"layout-from-table", {description.architectureName}});
    }
    for (const ModelWarning& warning : description.warnings) {
        std::vector<std::string> arguments{warning.where};
        arguments.insert(arguments.end(), warning.arguments.begin(), warning.arguments.end());
        report.notes.push_back({warning.code, std::move(arguments)});
    }
}

void addModelNotes(Report& report, const Resolved& resolved) {
    const ResolvedModel& model = resolved.model;
    if (model.source == ArchitectureSource::Generic) {
        report.notes.push_back({"generic-model", {text(model.parameters)}});
    }
    if (model.description != nullptr) {
        addFileNotes(report, *model.description);
    }
    if (model.maxContext && resolved.scenario.context > *model.maxContext) {
        report.notes.push_back({"beyond-model-context", {text(resolved.scenario.context), text(*model.maxContext)}});
    }
    if (!resolved.weights->exact) {
        report.notes.push_back({"weights-by-bits", {resolved.format.id}});
    }
    if (const Resolved* const draft = draftOf(resolved)) {
        const std::int64_t rows = model.architecture->ggufRows();
        const std::int64_t drafted = draft->model.architecture->ggufRows();
        if (std::max(rows, drafted) - std::min(rows, drafted) > kVocabularyDifference) {
            report.notes.push_back({"draft-vocabulary", {draft->model.name}});
        }
    }
    switch (nextTokenUse(resolved)) {
    case NextTokenUse::NotAsked:
    case NextTokenUse::Used:
        break;
    case NextTokenUse::NoLayers:
        report.notes.push_back({"mtp-none", {model.name}});
        break;
    case NextTokenUse::NoRuntime:
        report.notes.push_back({"mtp-unsupported", {std::string(resolved.runtime->name), model.name}});
        break;
    case NextTokenUse::DraftInstead:
        report.notes.push_back({"mtp-or-draft", {}});
        break;
    }
    if (resolved.runtime->engine == Engine::LlamaCpp) {
        if (model.ggufArchitecture.empty()) {
            report.notes.push_back({"no-gguf", {model.name}});
        }
        if (resolved.valueFormat.quantized && !resolved.scenario.runtime.flashAttention.value_or(true)) {
            report.notes.push_back({"flash-attention-needed", {resolved.valueFormat.id}});
        }
        if (model.architecture->visionParameters > 0 && !resolved.scenario.extras.vision) {
            report.notes.push_back({"vision-not-counted", {text(model.architecture->visionParameters)}});
        }
    }
}

/// One replica's speed: the others run beside it.
std::optional<Speed> servedSpeed(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                 const Placement& placement) {
    if (placement.layout.isOneGroup()) {
        return speedOf(resolved, demand, cards, placement);
    }
    Placement one = placement;
    one.layout = placement.layout.ofOneReplica();
    return speedOf(resolved, demand, cards.part(0, one.layout.devices.size()), one);
}

Result<Report> reportOn(SettledDemands& demands, const PlacementChoice& choice, const Machine& machine) {
    const Cards cards = cardsOf(machine, choice);
    const SettledDemands::Entry& entry = demands.on(cards);
    const Resolved& resolved = *entry.question;
    const Demand& demand = entry.demand;
    const auto [support, unsupportedCard] = supportOf(resolved, cards);
    Report report;
    report.modelName = resolved.model.name;
    report.architectureSource = resolved.model.source;
    report.parameters = resolved.model.parameters;
    report.activeParameters = resolved.model.activeParameters;
    report.layers = demand.layers();
    report.layersTotal = demand.layers() + 1;
    report.tensorBytes = resolved.weights->total.typical;
    report.fileBytes = resolved.weights->file;
    report.modelMaxContext = resolved.model.maxContext;
    if (demand.cacheKnown && resolved.training == nullptr) {
        report.kvBytesPerToken = demand.kvPerToken;
    }
    const Layout layout = fullLayout(resolved, cards);
    const Loads full = loadsOf(resolved, demand, layout, cards.gpus);
    Placement placement = place(resolved, demand, machine, cards, layout, full);
    if (support != Support::Yes) {
        placement.verdict = Verdict::No;
        placement.ramShort = false;
        const std::string card = unsupportedCard != nullptr ? unsupportedCard->name
                                 : cards.empty()            ? "CPU"
                                                            : std::string{};
        if (support == Support::NoRuntime) {
            report.notes.push_back({"unsupported-runtime", {std::string(resolved.runtime->name), card}});
        } else {
            const Resolved* const draft = draftOf(resolved);
            const bool blamed = draft != nullptr && loadsFormat(*resolved.runtime, resolved.format) &&
                                !loadsFormat(*resolved.runtime, draft->format);
            const std::string& format = blamed ? draft->format.id : resolved.format.id;
            report.notes.push_back({"unsupported-format", {format, std::string(resolved.runtime->name), card}});
        }
    }
    if (!demand.cacheKnown) {
        report.notes.push_back({"cache-unknown", {resolved.model.name}});
    }
    report.verdict = placement.verdict;
    report.gpuLayers = placement.gpuLayers;
    const bool chosen =
        resolved.scenario.placement.gpuLayers.has_value() && !cards.empty() && resolved.training == nullptr;
    setNeed(report, needOn(cards, chosen ? placement.loads : full, machine));
    report.needFirst = needAtFirstToken(demands, layout, cards);
    setDevices(report, resolved, demand, cards, placement, machine);
    if (report.host && report.host->swapped > Bytes{} && !cards.unified) {
        report.host->diskTokensPerSecond = diskTokensPerSecond(resolved, demand, cards, placement.layout,
                                                               report.host->total.typical, report.host->swapped);
    }
    refuseWhatCannotStart(report, resolved, cards, placement.layout);
    if (report.verdict != Verdict::No && resolved.training != nullptr) {
        report.trainTokensPerSecond = trainingSpeed(resolved, cards);
    } else if (report.verdict != Verdict::No) {
        report.speed = servedSpeed(resolved, demand, cards, placement);
    }
    report.memory = sumOf(placement.loads);
    report.total = report.memory.total();
    if (resolved.training == nullptr && support == Support::Yes && report.verdict != Verdict::No &&
        report.verdict != Verdict::Unknown) {
        report.command = startCommand(resolved, placement);
    }
    addModelNotes(report, resolved);
    addTrainingNotes(report, resolved, demand, cards);
    addPlacementNotes(report, resolved, machine, cards, placement);
    if (overflows(report)) {
        return Error{ErrorCode::Overflow, "context", {"memory"}};
    }
    return report;
}

} // namespace

Result<Report> report(const Resolved& resolved) {
    SettledDemands demands(resolved);
    return reportOn(demands, resolved.scenario.placement, resolved.machine);
}

std::vector<Result<Report>> reportRows(const Resolved& resolved, std::span<const Machine> machines) {
    SettledDemands demands(resolved);
    std::vector<Result<Report>> reports;
    reports.reserve(machines.size());
    for (const Machine& machine : machines) {
        reports.push_back(reportOn(demands, resolved.scenario.placement, machine));
    }
    return reports;
}

} // namespace vram
