// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/reported_gpu.h"

#include "core/catalog/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace vram {

namespace {

constexpr double kMostBelow = 0.14;
constexpr double kMostAbove = 0.06;
constexpr std::size_t kLongestName = 256;

// Makers, product lines and kinds of memory: said by some tools and left out by others.
constexpr std::array<std::string_view, 23> kSilentWords{
    "nvidia", "geforce",  "amd",        "radeon",  "intel", "apple",    "tm",     "r",
    "gpu",    "graphics", "generation", "edition", "tesla", "instinct", "series", "accelerator",
    "ac",     "hbm2",     "hbm2e",      "hbm3",    "hbm3e", "gddr5",    "gddr6"};

enum class Bus : std::uint8_t { Untold, Pcie, Sxm };

struct NameParts {
    std::string core;   ///< the words that make the product
    std::string memory; ///< digits of "80GB"; empty: not in the name
    Bus bus = Bus::Untold;
};

/// "80gb", "144g", "8gib".
bool isMemoryWord(std::string_view word) {
    const std::size_t digits = word.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos) {
        return false;
    }
    const std::string_view unit = word.substr(digits);
    return unit == "g" || unit == "gb" || unit == "gib";
}

NameParts partsOf(std::string_view name) {
    NameParts parts;
    for (const std::string& word : nameWords(name.substr(0, kLongestName))) {
        if (word == "pcie") {
            parts.bus = Bus::Pcie;
        } else if (word.starts_with("sxm")) {
            parts.bus = Bus::Sxm;
        } else if (isMemoryWord(word)) {
            parts.memory = word.substr(0, word.find('g'));
        } else if (std::find(kSilentWords.begin(), kSilentWords.end(), word) == kSilentWords.end()) {
            parts.core += word;
        }
    }
    return parts;
}

bool isNamed(const Gpu& gpu, const std::string& core) {
    return partsOf(gpu.name).core == core ||
           std::any_of(gpu.aliases.begin(), gpu.aliases.end(),
                       [&core](const std::string& alias) { return partsOf(alias).core == core; });
}

bool fitsBus(const Gpu& gpu, Bus asked) {
    const Bus own = partsOf(gpu.name).bus;
    return asked == Bus::Untold || own == Bus::Untold || own == asked;
}

/// Entries of that name, and those that differ from one of them by memory alone.
std::vector<const Gpu*> candidatesFor(const Catalog& catalog, const NameParts& parts) {
    std::vector<std::string> cores;
    for (const Gpu& gpu : catalog.gpus()) {
        if (isNamed(gpu, parts.core)) {
            cores.push_back(partsOf(gpu.name).core);
        }
    }
    std::vector<const Gpu*> candidates;
    for (const Gpu& gpu : catalog.gpus()) {
        const bool sibling = std::find(cores.begin(), cores.end(), partsOf(gpu.name).core) != cores.end();
        if (sibling && fitsBus(gpu, parts.bus)) {
            candidates.push_back(&gpu);
        }
    }
    return candidates;
}

double offBy(const Gpu& gpu, Bytes total) {
    const auto expected = static_cast<double>(gpu.driverMemory.value_or(gpu.memory).count());
    return (static_cast<double>(total.count()) - expected) / expected;
}

void nameGpu(DetectedGpu& gpu, const Catalog& catalog, std::vector<MachineTrouble>& troubles) {
    const ReportedGpu found = findReportedGpu(catalog, gpu.reportedName, gpu.total);
    if (found.gpu != nullptr) {
        gpu.catalogName = found.gpu->name;
        gpu.unified = gpu.unified || found.gpu->unifiedMemory;
        if (found.memoryGuessed) {
            troubles.push_back({MachineTroubleCode::GpuMemoryUnknown, {gpu.reportedName}});
        }
        return;
    }
    if (gpu.unified) {
        return; // a processor's graphics without an entry: its memory is the system's, nothing of its own to size
    }
    if (found.nearest != nullptr && gpu.total) {
        troubles.push_back({MachineTroubleCode::GpuMemoryDiffers,
                            {gpu.reportedName, found.nearest->name, std::to_string(gpu.total->count())}});
    } else {
        troubles.push_back({MachineTroubleCode::UnknownGpu, {gpu.reportedName}});
    }
}

} // namespace

ReportedGpu findReportedGpu(const Catalog& catalog, std::string_view reportedName, std::optional<Bytes> total) {
    const NameParts parts = partsOf(reportedName);
    if (parts.core.empty()) {
        return {};
    }
    std::vector<const Gpu*> candidates = candidatesFor(catalog, parts);
    const Gpu* const exact = catalog.findGpu(reportedName);
    if (candidates.empty()) {
        return {exact, nullptr, false};
    }
    // The entry that has exactly this name comes first, then those with the memory in it: they win where the total
    // does not decide.
    const auto isMeant = [exact, &parts](const Gpu* gpu) {
        return gpu == exact || (!parts.memory.empty() && partsOf(gpu->name).memory == parts.memory);
    };
    std::stable_partition(candidates.begin(), candidates.end(), isMeant);
    std::stable_partition(candidates.begin(), candidates.end(), [exact](const Gpu* gpu) { return gpu == exact; });
    if (!total) {
        const Bytes memory = candidates.front()->memory;
        const bool alike = std::all_of(candidates.begin(), candidates.end(),
                                       [memory](const Gpu* gpu) { return gpu->memory == memory; });
        const bool told = !parts.memory.empty() && isMeant(candidates.front());
        return {candidates.front(), nullptr, !alike && !told};
    }
    const Gpu* const nearest =
        *std::min_element(candidates.begin(), candidates.end(), [total](const Gpu* a, const Gpu* b) {
            return std::abs(offBy(*a, *total)) < std::abs(offBy(*b, *total));
        });
    const double off = offBy(*nearest, *total);
    return off >= -kMostBelow && off <= kMostAbove ? ReportedGpu{nearest, nullptr, false}
                                                   : ReportedGpu{nullptr, nearest, false};
}

DetectedMachine completedMachine(DetectedMachine machine, const Catalog& catalog) {
    for (DetectedGpu& gpu : machine.gpus) {
        if (gpu.unified && machine.ram) {
            // What firmware set aside for the graphics is missing from the system's own figure.
            gpu.total = *machine.ram + gpu.total.value_or(Bytes{});
            gpu.free = machine.ramFree ? std::optional(*machine.ramFree + gpu.free.value_or(Bytes{})) : std::nullopt;
        }
        nameGpu(gpu, catalog, machine.troubles);
        if (gpu.unified && !gpu.total) {
            gpu.total = machine.ram;
            gpu.free = machine.ramFree;
        }
    }
    if (machine.gpus.empty()) {
        machine.troubles.push_back({MachineTroubleCode::NoGpu, {}});
    }
    if (!machine.ram) {
        machine.troubles.push_back({MachineTroubleCode::RamUnknown, {}});
    }
    if (!machine.cores) {
        machine.troubles.push_back({MachineTroubleCode::CoresUnknown, {}});
    }
    return machine;
}

} // namespace vram
