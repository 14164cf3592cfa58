// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/placement_facts.h"

#include <algorithm>
#include <charconv>
#include <variant>

namespace vram::ui {

namespace {

/// The numbers up to `cards` that divide it, into `degrees`, which stays sorted and without doubles.
void addDivisors(std::vector<std::int64_t>& degrees, std::int64_t cards) {
    for (std::int64_t degree = 1; degree <= cards; ++degree) {
        const auto place = std::ranges::lower_bound(degrees, degree);
        if (cards % degree == 0 && (place == degrees.end() || *place != degree)) {
            degrees.insert(place, degree);
        }
    }
}

} // namespace

const Row* placedRow(const Snapshot& snapshot) {
    const auto own = [](const Row& row) { return !asksOtherwise(row); };
    if (snapshot.focusedRow < snapshot.rows.size() && own(snapshot.rows[snapshot.focusedRow])) {
        return &snapshot.rows[snapshot.focusedRow];
    }
    const auto found = std::ranges::find_if(snapshot.rows, own);
    return found == snapshot.rows.end() ? nullptr : &*found;
}

std::int64_t expertsInRam(const Row& row) {
    if (!row.report) {
        return 0;
    }
    const auto note = std::ranges::find(row.report->notes, "experts-in-ram", &Note::code);
    std::int64_t layers = 0;
    if (note != row.report->notes.end() && !note->arguments.empty()) {
        const std::string& text = note->arguments.front();
        std::from_chars(text.data(), text.data() + text.size(), layers);
    }
    return layers;
}

PlacementFacts placementFacts(const Snapshot& snapshot) {
    PlacementFacts facts;
    if (!snapshot.resolved) {
        return facts;
    }
    const Architecture& architecture = *snapshot.resolved->model.architecture;
    facts.runtime = snapshot.resolved->runtime->name;
    facts.layers = architecture.layerCount();
    facts.experts = std::ranges::any_of(architecture.blocks, [](const Block& block) {
        return std::holds_alternative<MixtureOfExperts>(block.feedForward);
    });
    std::vector<std::int64_t> counts;
    for (const Row& row : snapshot.rows) {
        const auto cards = row.report ? static_cast<std::int64_t>(row.report->devices.size()) : 0;
        if (std::ranges::find(counts, cards) == counts.end()) {
            counts.push_back(cards);
            addDivisors(facts.degrees, cards);
            facts.mostCards = std::max(facts.mostCards, cards);
        }
    }
    if (const Row* row = placedRow(snapshot); row != nullptr && row->report) {
        facts.expertsInRam = expertsInRam(*row);
        for (const DeviceReport& device : row->report->devices) {
            facts.cards.push_back(device.name);
        }
    }
    return facts;
}

} // namespace vram::ui
