// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/assumption.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vram::ui {

namespace {

/// A guess that only the one who made it knows of: the value looks like any other.
struct Guessable {
    std::string_view field;
    Assumption assumption;
    bool (*same)(const MachineChoice& a, const MachineChoice& b);
};
constexpr std::array kGuessable{
    Guessable{kPretendedGpu, Assumption::Cards,
              [](const MachineChoice& a, const MachineChoice& b) { return a.gpus == b.gpus; }},
    Guessable{kPretendedRam, Assumption::Ram,
              [](const MachineChoice& a, const MachineChoice& b) { return a.ramGib == b.ramGib; }},
    Guessable{kPretendedPcie, Assumption::Pcie,
              [](const MachineChoice& a, const MachineChoice& b) { return a.pcie == b.pcie && a.gpus == b.gpus; }},
};

} // namespace

std::vector<std::string> standing(const Guess& guess, const MachineChoice& machine) {
    std::vector<std::string> fields;
    for (const Guessable& each : kGuessable) {
        if (std::ranges::find(guess.fields, each.field) != guess.fields.end() && each.same(guess.machine, machine)) {
            fields.emplace_back(each.field);
        }
    }
    return fields;
}

std::vector<Assumption> assumptionsOf(const MachineChoice& machine, const Guess& guess, const Catalog& catalog) {
    const Gpu* const first = machine.gpus.empty() ? nullptr : catalog.findGpu(machine.gpus.front().name);
    const bool ownMemory = first == nullptr || !first->unifiedMemory; // else RAM is the card's, with its bandwidth
    std::vector<Assumption> assumptions;
    const std::vector<std::string> guessed = standing(guess, machine);
    for (const Guessable& each : kGuessable) {
        if (std::ranges::find(guessed, each.field) != guessed.end() &&
            (ownMemory || each.assumption == Assumption::Cards)) {
            assumptions.push_back(each.assumption);
        }
    }
    if (ownMemory && !machine.ramGbPerSecond) {
        if (machine.ramType.empty()) {
            assumptions.push_back(Assumption::RamSpeed);
        } else if (!machine.ramChannels) {
            assumptions.push_back(Assumption::Channels);
        }
    }
    if (!machine.cpuCores) {
        assumptions.push_back(Assumption::Cores);
    }
    if (!machine.diskGbPerSecond) {
        assumptions.push_back(Assumption::Disk);
    }
    if (first != nullptr && !machine.desktopMib && usualDesktop(*first) > Bytes{}) {
        assumptions.push_back(Assumption::Desktop);
    }
    std::ranges::sort(assumptions);
    return assumptions;
}

} // namespace vram::ui
