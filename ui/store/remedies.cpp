// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/remedies.h"

#include "core/runtime/runtime.h"
#include "ui/store/row_machine.h"
#include "ui/store/runtime_switch.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace vram::ui {

namespace {

constexpr std::size_t kMostRuntimes = 2;
constexpr std::int64_t kOrdinaryContext = 8192; ///< of the first question

const Note* findNote(const Report& report, std::string_view code) {
    const auto note = std::ranges::find(report.notes, code, &Note::code);
    return note == report.notes.end() ? nullptr : &*note;
}

const Row* focusedRow(const Snapshot& snapshot) {
    return snapshot.focusedRow < snapshot.rows.size() ? &snapshot.rows[snapshot.focusedRow] : nullptr;
}

bool runs(const RuntimeProfile& runtime, const Gpu* gpu, const WeightFormat& format) {
    return gpu != nullptr ? supports(runtime, *gpu, format) == Support::Yes
                          : runtime.runsOnCpu && loadsFormat(runtime, format);
}

/// Other runtimes that can use the card, with the format that the change brings along; one of each engine.
void addRuntimes(std::vector<Remedy>& remedies, const Snapshot& snapshot, const Gpu* gpu, const Catalog& catalog) {
    std::vector<Engine> engines{snapshot.resolved->runtime->engine, Engine::Unsized};
    for (const RuntimeProfile& runtime : runtimeTable()) {
        if (std::ranges::find(engines, runtime.engine) != engines.end() || engines.size() == 2 + kMostRuntimes) {
            continue;
        }
        const RuntimeSwitch next = switchRuntime(snapshot.scenario, runtime, catalog);
        const WeightFormat* format = catalog.findWeightFormat(next.scenario.weights);
        if (format != nullptr && runs(runtime, gpu, *format)) {
            remedies.push_back({RemedyKind::Runtime, std::string(runtime.name)});
            engines.push_back(runtime.engine);
        }
    }
}

/// The format nearest in bits that the runtime can use on this card.
void addFormat(std::vector<Remedy>& remedies, const Resolved& resolved, const Gpu* gpu, const Catalog& catalog) {
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
        remedies.push_back({RemedyKind::Weights, nearest->id});
    }
}

/// The smallest of the compared cards that holds everything; where there is none, the list of all cards.
void addCard(std::vector<Remedy>& remedies, const Snapshot& snapshot) {
    std::optional<std::size_t> smallest;
    for (std::size_t i = 0; i < snapshot.rows.size(); ++i) {
        const Result<Report>& report = snapshot.rows[i].report;
        if (report && report->verdict == Verdict::Fits && hasCards(snapshot.rows[i]) &&
            (!smallest || report->capacity < snapshot.rows[*smallest].report->capacity)) {
            smallest = i;
        }
    }
    if (smallest) {
        remedies.push_back({RemedyKind::FocusRow, {}, static_cast<std::int64_t>(*smallest)});
    } else {
        remedies.push_back({RemedyKind::ChooseCards});
    }
}

std::vector<Remedy> remediesOfError(const Error& error, const Scenario& scenario) {
    std::vector<Remedy> remedies;
    if (error.code == ErrorCode::Overflow && scenario.context > kOrdinaryContext) {
        remedies.push_back({RemedyKind::Context, {}, kOrdinaryContext});
    }
    if (error.code == ErrorCode::UnknownModel) {
        remedies.push_back({RemedyKind::ChooseModel});
    }
    remedies.push_back({error.code == ErrorCode::UnknownGpu ? RemedyKind::ChooseCards : RemedyKind::Reset});
    return remedies;
}

} // namespace

bool isTooSmall(const Snapshot& snapshot) {
    const Row* row = focusedRow(snapshot);
    if (row == nullptr || !row->report.ok()) {
        return false;
    }
    const Report& report = *row->report;
    if (asksOtherwise(*row)) {
        return false;
    }
    const bool tight = report.verdict == Verdict::Tight && snapshot.scenario.task != Task::Inference;
    const bool lacking = report.verdict == Verdict::No || report.verdict == Verdict::Offload || tight;
    return lacking && findNote(report, "unsupported-runtime") == nullptr &&
           findNote(report, "unsupported-format") == nullptr && findNote(report, "no-gguf") == nullptr;
}

std::vector<Remedy> remediesOf(const Snapshot& snapshot, bool filtered, const Catalog& catalog) {
    if (snapshot.problem) {
        return remediesOfError(*snapshot.problem, snapshot.scenario);
    }
    const Row* row = focusedRow(snapshot);
    if (row == nullptr) {
        return {{filtered ? RemedyKind::ShowAllRows : RemedyKind::ChooseCards}};
    }
    if (!row->report.ok()) {
        return remediesOfError(row->report.error(), snapshot.scenario);
    }
    const Report& report = *row->report;
    std::vector<Remedy> remedies;
    if (asksOtherwise(*row)) {
        const std::optional<Task> task = taskOf(*row);
        return task ? std::vector<Remedy>{{RemedyKind::Task, {}, static_cast<std::int64_t>(*task)}} : remedies;
    }
    if (!snapshot.resolved || snapshot.resolved->runtime == nullptr) {
        return remedies;
    }
    const Gpu* gpu = catalog.findGpu(cardOf(*row));
    const bool trains = snapshot.scenario.task != Task::Inference;
    if (trains && findNote(report, "unsupported-format") != nullptr) {
        remedies.push_back({RemedyKind::Weights, std::string(usualWeights(snapshot.scenario.task))});
    } else if (trains) {
        // other frameworks run on the same cards
    } else if (findNote(report, "unsupported-format") != nullptr) {
        addFormat(remedies, *snapshot.resolved, gpu, catalog);
        addRuntimes(remedies, snapshot, gpu, catalog);
    } else if (findNote(report, "unsupported-runtime") != nullptr || findNote(report, "no-gguf") != nullptr) {
        addRuntimes(remedies, snapshot, gpu, catalog);
    }
    if (report.verdict == Verdict::Unknown) {
        remedies.push_back({RemedyKind::ChooseModel});
    }
    if (findNote(report, "flash-attention-needed") != nullptr) {
        remedies.push_back({RemedyKind::FlashAttention});
    }
    if (findNote(report, "beyond-model-context") != nullptr && report.modelMaxContext) {
        remedies.push_back({RemedyKind::Context, {}, *report.modelMaxContext});
    }
    // Where tasks are compared the other rows are of the same card.
    if ((report.verdict == Verdict::No || report.verdict == Verdict::Offload) && !row->value &&
        findNote(report, "no-gguf") == nullptr) {
        addCard(remedies, snapshot);
    }
    return remedies;
}

} // namespace vram::ui
