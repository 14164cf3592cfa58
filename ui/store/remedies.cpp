// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/remedies.h"

#include "core/advice/axis.h"
#include "core/advice/row_remedy.h"
#include "core/advice/task_question.h"
#include "core/runtime/runtime.h"
#include "ui/store/row_machine.h"
#include "ui/store/runtime_switch.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace vram::ui {

namespace {

constexpr std::size_t kMostRuntimes = 2;
constexpr std::int64_t kOrdinaryContext = 8192; ///< of the first question

const Note* findNote(const Report& report, std::string_view code) {
    const auto note = std::ranges::find(report.notes, code, &Note::code);
    return note == report.notes.end() ? nullptr : &*note;
}

bool runs(const RuntimeProfile& runtime, const Gpu* gpu, const WeightFormat& format) {
    return gpu != nullptr ? supports(runtime, *gpu, format) == Support::Yes
                          : runtime.runsOnCpu && loadsFormat(runtime, format);
}

/// Other runtimes that can use the card, with the format that the change brings along; one of each engine.
void addRuntimes(std::vector<WayOut>& ways, const Resolved& asked, const Gpu* gpu, const Catalog& catalog) {
    std::vector<Engine> engines{asked.runtime->engine, Engine::Unsized};
    for (const RuntimeProfile& runtime : runtimeTable()) {
        if (std::ranges::find(engines, runtime.engine) != engines.end() || engines.size() == 2 + kMostRuntimes) {
            continue;
        }
        const RuntimeSwitch next = switchRuntime(asked.scenario, runtime, catalog);
        const WeightFormat* format = catalog.findWeightFormat(next.scenario.weights);
        if (format != nullptr && runs(runtime, gpu, *format)) {
            ways.push_back({WayOutKind::Runtime, std::string(runtime.name)});
            engines.push_back(runtime.engine);
        }
    }
}

/// The format nearest in bits that the runtime can use on this card.
void addFormat(std::vector<WayOut>& ways, const Resolved& resolved, const Gpu* gpu, const Catalog& catalog) {
    const double bits = bitsPerWeight(resolved.format);
    const WeightFormat* nearest = nullptr;
    for (const WeightFormat* format : loadableFormats(catalog, *resolved.runtime)) {
        if (runs(*resolved.runtime, gpu, *format) &&
            (nearest == nullptr ||
             std::abs(bitsPerWeight(*format) - bits) < std::abs(bitsPerWeight(*nearest) - bits))) {
            nearest = format;
        }
    }
    if (nearest != nullptr) {
        ways.push_back({WayOutKind::Weights, nearest->id});
    }
}

/// The smallest of the compared cards that holds everything; where there is none, the list of all cards.
void addCard(std::vector<WayOut>& ways, const Snapshot& snapshot) {
    std::optional<std::size_t> smallest;
    for (std::size_t i = 0; i < snapshot.rows.size(); ++i) {
        const Result<Report>& report = snapshot.rows[i].report;
        if (report && report->verdict == Verdict::Fits && hasCards(snapshot.rows[i]) &&
            (!smallest || report->capacity < snapshot.rows[*smallest].report->capacity)) {
            smallest = i;
        }
    }
    if (smallest) {
        ways.push_back({WayOutKind::FocusRow, {}, static_cast<std::int64_t>(*smallest)});
    } else {
        ways.push_back({WayOutKind::ChooseCards});
    }
}

std::vector<WayOut> waysOutOfError(const Error& error, const Scenario& scenario) {
    std::vector<WayOut> ways;
    if (error.code == ErrorCode::Overflow && scenario.context > kOrdinaryContext) {
        ways.push_back({WayOutKind::Context, {}, kOrdinaryContext});
    }
    if (error.code == ErrorCode::UnknownModel) {
        ways.push_back({WayOutKind::ChooseModel});
    }
    ways.push_back({error.code == ErrorCode::UnknownGpu ? WayOutKind::ChooseCards : WayOutKind::Reset});
    return ways;
}

/// What the notes and the verdict of an answer ask for. `asked`: the row's question.
std::vector<WayOut> waysOutOfAnswer(const Row& row, const Resolved& asked, const Catalog& catalog) {
    const Report& report = *row.report;
    std::vector<WayOut> ways;
    const Gpu* gpu = catalog.findGpu(cardOf(row));
    const Task task = asked.scenario.task;
    if (task != Task::Inference && findNote(report, "unsupported-format") != nullptr) {
        ways.push_back({WayOutKind::Weights, std::string(usualWeights(task))});
    } else if (task != Task::Inference) {
        // other frameworks run on the same cards
    } else if (findNote(report, "unsupported-format") != nullptr) {
        addFormat(ways, asked, gpu, catalog);
        addRuntimes(ways, asked, gpu, catalog);
    } else if (findNote(report, "unsupported-runtime") != nullptr || findNote(report, "no-gguf") != nullptr) {
        addRuntimes(ways, asked, gpu, catalog);
    }
    if (report.verdict == Verdict::Unknown) {
        ways.push_back({WayOutKind::ChooseModel});
    }
    if (findNote(report, "flash-attention-needed") != nullptr) {
        ways.push_back({WayOutKind::FlashAttention});
    }
    if (findNote(report, "beyond-model-context") != nullptr && report.modelMaxContext) {
        ways.push_back({WayOutKind::Context, {}, *report.modelMaxContext});
    }
    return ways;
}

/// Whether a way out, taken for the scenario, is one for a row with another value, too.
bool reachesRow(const WayOut& way, const Row& row, const Resolved& asked, const Catalog& catalog) {
    const AxisValue& value = *row.value;
    if (std::holds_alternative<SavedScenario>(value)) {
        return false; // it has settings of its own
    }
    if (way.kind == WayOutKind::ChooseModel) {
        return !std::holds_alternative<ModelSource>(value);
    }
    if (way.kind == WayOutKind::Weights && std::holds_alternative<RuntimeValue>(value)) {
        return false; // the scenario's runtime may not load them
    }
    const std::optional<Scenario> changed = withWayOut(asked.scenario, way, catalog);
    return !changed || axisOf(value).present({*changed, catalog, nullptr}) == value;
}

} // namespace

bool isTooSmall(const Snapshot& snapshot) {
    const Row* row = focusedRow(snapshot);
    if (row == nullptr || !row->report.ok()) {
        return false;
    }
    const Report& report = *row->report;
    if (asksOtherwise(*row) && (taskOf(*row) || row->question == nullptr)) {
        return false; // a task is first switched to
    }
    const bool lacking =
        report.verdict == Verdict::No || report.verdict == Verdict::Offload || report.verdict == Verdict::Tight;
    return lacking && findNote(report, "unsupported-runtime") == nullptr &&
           findNote(report, "unsupported-format") == nullptr && findNote(report, "no-gguf") == nullptr;
}

std::optional<Scenario> withWayOut(Scenario scenario, const WayOut& way, const Catalog& catalog) {
    const RuntimeProfile* const runtime = way.kind == WayOutKind::Runtime ? findRuntime(way.id) : nullptr;
    switch (way.kind) {
    case WayOutKind::Runtime:
        return runtime == nullptr ? std::nullopt : std::optional(switchRuntime(scenario, *runtime, catalog).scenario);
    case WayOutKind::Weights:
        scenario.weights = way.id;
        return scenario;
    case WayOutKind::Context:
        scenario.context = way.number;
        return scenario;
    case WayOutKind::FlashAttention:
        scenario.runtime.flashAttention = true;
        return scenario;
    case WayOutKind::Task:
        return withTask(std::move(scenario), static_cast<Task>(way.number), catalog);
    case WayOutKind::Reset:
    case WayOutKind::ChooseCards:
    case WayOutKind::ShowAllRows:
    case WayOutKind::ChooseModel:
    case WayOutKind::FocusRow:
        break;
    }
    return std::nullopt;
}

bool takesRowAlong(const Row& row) { return asksOtherwise(row) && bringsQuestion(*row.value); }

std::optional<Scenario> withRemedyOf(const Row& row, const Remedy& remedy, const Scenario& scenario,
                                     const Catalog& catalog) {
    return asksOtherwise(row) ? withRowRemedy(scenario, *row.value, remedy, catalog)
                              : std::optional(withRemedy(scenario, remedy, catalog));
}

std::vector<WayOut> waysOut(const Snapshot& snapshot, bool filtered, const Catalog& catalog) {
    if (snapshot.problem) {
        return waysOutOfError(*snapshot.problem, snapshot.scenario);
    }
    const Row* row = focusedRow(snapshot);
    if (row == nullptr) {
        return {{filtered ? WayOutKind::ShowAllRows : WayOutKind::ChooseCards}};
    }
    if (!row->report.ok()) {
        return waysOutOfError(row->report.error(), snapshot.scenario);
    }
    if (const std::optional<Task> task = taskOf(*row); task && asksOtherwise(*row)) {
        return {{WayOutKind::Task, {}, static_cast<std::int64_t>(*task)}};
    }
    const Resolved* const asked = row->question != nullptr ? row->question.get()
                                  : snapshot.resolved      ? &*snapshot.resolved
                                                           : nullptr;
    if (asked == nullptr || asked->runtime == nullptr) {
        return {};
    }
    std::vector<WayOut> ways = waysOutOfAnswer(*row, *asked, catalog);
    if (asksOtherwise(*row)) {
        std::erase_if(ways, [&](const WayOut& way) { return !reachesRow(way, *row, *asked, catalog); });
    }
    // Where values are compared the other rows are of the same card.
    const Report& report = *row->report;
    if ((report.verdict == Verdict::No || report.verdict == Verdict::Offload) && !row->value &&
        findNote(report, "no-gguf") == nullptr) {
        addCard(ways, snapshot);
    }
    return ways;
}

std::vector<Offer> offersOf(const std::vector<WayOut>& ways, const std::vector<Remedy>& remedies,
                            const Snapshot& snapshot) {
    const Row* const row = focusedRow(snapshot);
    const int now = row != nullptr && row->report.ok() ? verdictRank(row->report->verdict) : 0;
    const auto betters = [now](const Remedy& remedy) { return verdictRank(remedy.verdict) < now; };
    const auto isRowOf = [&snapshot](const WayOut& way, const Remedy& remedy) {
        const auto other = static_cast<std::size_t>(way.number);
        return way.kind == WayOutKind::FocusRow && remedy.kind == RemedyKind::OtherCard &&
               other < snapshot.rows.size() && snapshot.rows[other].choice == GpuChoice{remedy.id, 1};
    };
    std::vector<Offer> offers;
    std::ranges::copy_if(remedies, std::back_inserter(offers), betters);
    for (const WayOut& way : ways) {
        if (std::ranges::none_of(remedies, [&](const Remedy& remedy) { return isRowOf(way, remedy); })) {
            offers.emplace_back(way);
        }
    }
    std::ranges::copy_if(remedies, std::back_inserter(offers), std::not_fn(betters));
    return offers;
}

bool isSmallestChange(const std::vector<Offer>& offers, std::size_t index) {
    const auto* const remedy = index == 0 && !offers.empty() ? std::get_if<Remedy>(&offers.front()) : nullptr;
    return remedy != nullptr && remedy->verdict == Verdict::Fits;
}

} // namespace vram::ui
