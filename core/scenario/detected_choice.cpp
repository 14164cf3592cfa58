// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/detected_choice.h"

#include "core/hardware/memory_bandwidth.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace vram {

namespace {

// With one of these, what is known of the cards is not all of them, or not all of one.
constexpr std::array kGpuTroubles{MachineTroubleCode::NoNvidiaSmi,      MachineTroubleCode::ProgramFailed,
                                  MachineTroubleCode::ProgramTimedOut,  MachineTroubleCode::ProgramAnswerUnread,
                                  MachineTroubleCode::UnknownGpu,       MachineTroubleCode::GpuMemoryDiffers,
                                  MachineTroubleCode::GpuMemoryUnknown, MachineTroubleCode::GpuPartitioned};

bool doubtsGpus(const DetectedMachine& detected) {
    return std::any_of(detected.troubles.begin(), detected.troubles.end(), [](const MachineTrouble& trouble) {
        return std::find(kGpuTroubles.begin(), kGpuTroubles.end(), trouble.code) != kGpuTroubles.end();
    });
}

/// Cards of their own; without any, the graphics part of the processor.
std::vector<const DetectedGpu*> usedGpus(const DetectedMachine& detected) {
    std::vector<const DetectedGpu*> cards;
    std::vector<const DetectedGpu*> shared;
    for (const DetectedGpu& gpu : detected.gpus) {
        if (!gpu.catalogName.empty()) {
            (gpu.unified ? shared : cards).push_back(&gpu);
        }
    }
    if (!cards.empty() || shared.empty()) {
        return cards;
    }
    return {shared.front()};
}

/// Generation times lanes of "4.0x16": in proportion to the bandwidth from 3.0 on, and in its order before.
double linkPace(const std::string& pcie) {
    const std::size_t cross = pcie.find('x');
    int generation = 0;
    int lanes = 0;
    if (cross != std::string::npos) {
        std::from_chars(pcie.data(), pcie.data() + cross, generation);
        std::from_chars(pcie.data() + cross + 1, pcie.data() + pcie.size(), lanes);
    }
    return std::ldexp(static_cast<double>(lanes), generation);
}

void addGpus(const std::vector<const DetectedGpu*>& gpus, DetectedChoice& choice) {
    MachineChoice& machine = choice.machine;
    bool linksTold = true;
    bool shared = false;
    for (const DetectedGpu* gpu : gpus) {
        const auto known = std::find_if(machine.gpus.begin(), machine.gpus.end(),
                                        [gpu](const GpuChoice& kind) { return kind.name == gpu->catalogName; });
        if (known == machine.gpus.end()) {
            machine.gpus.push_back({gpu->catalogName, 1});
        } else {
            known->count = std::min(known->count + 1, kMostGpus);
        }
        shared = shared || gpu->unified;
        linksTold = linksTold && !gpu->pcie.empty();
        if (machine.pcie.empty() || (!gpu->pcie.empty() && linkPace(gpu->pcie) < linkPace(machine.pcie))) {
            machine.pcie = gpu->pcie;
        }
    }
    if (shared) {
        machine.pcie.clear(); // nothing crosses a link
    } else if (!gpus.empty() && !linksTold) {
        machine.pcie.clear();
        choice.pretended.push_back(kPretendedPcie);
    }
}

void addRam(const DetectedMachine& detected, DetectedChoice& choice) {
    MachineChoice& machine = choice.machine;
    if (detected.ram) {
        machine.ramGib = std::round(detected.ram->toGiB() * 10) / 10;
    } else {
        choice.pretended.push_back(kPretendedRam);
    }
    if (detected.ramType.empty()) {
        choice.pretended.push_back(kPretendedRamSpeed);
        return;
    }
    machine.ramType = detected.ramType;
    machine.ramChannels = detected.ramChannels;
    if (!detected.ramChannels) {
        choice.pretended.push_back(kPretendedChannels);
        choice.pretended.push_back(kPretendedRamSpeed);
    }
}

} // namespace

DetectedChoice machineChoiceOf(const DetectedMachine& detected) {
    DetectedChoice choice;
    if (doubtsGpus(detected)) {
        choice.pretended.push_back(kPretendedGpu);
    }
    addGpus(usedGpus(detected), choice);
    addRam(detected, choice);
    choice.machine.cpuCores = detected.cores;
    if (!detected.cores) {
        choice.pretended.push_back(kPretendedCores);
    }
    return choice;
}

} // namespace vram
