// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hardware/machine_readings.h"

#include "core/hardware/machine_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMostProcessors = 1 << 16;
constexpr std::size_t kMostCards = 128;

/// A rate of sysfs or a generation of nvidia-smi.
struct LinkRate {
    std::string_view rate; ///< GT/s
    double generation;
};
constexpr std::array kLinkRates{LinkRate{"2.5", 1}, LinkRate{"5.0", 2},  LinkRate{"5", 2},  LinkRate{"8.0", 3},
                                LinkRate{"8", 3},   LinkRate{"16.0", 4}, LinkRate{"16", 4}, LinkRate{"32.0", 5},
                                LinkRate{"32", 5},  LinkRate{"64.0", 6}, LinkRate{"64", 6}};

bool isPciWidth(std::int64_t lanes) { return std::ranges::find(kPciLanes, lanes) != kPciLanes.end(); }

/// nvidia-smi's words for a value that a card does not have: "[N/A]", "[Not Supported]", "[Unknown Error]" ...
bool isNotTold(std::string_view field) { return field.empty() || field.front() == '[' || field == "N/A"; }

std::optional<Bytes> nvidiaSize(std::string_view field, std::string_view where, std::vector<MachineTrouble>& troubles) {
    return isNotTold(field) ? std::nullopt : sizeOf(field, kMiB, where, troubles);
}

/// Exactly that many fields, the first of them not empty.
template <std::size_t Count>
bool split(std::string_view line, std::array<std::string_view, Count>& fields) {
    if (std::count(line.begin(), line.end(), ',') + 1 != static_cast<std::ptrdiff_t>(Count)) {
        return false;
    }
    for (std::string_view& field : fields) {
        field = trimmed(cutAt(line, ','));
    }
    return !isNotTold(fields.front());
}

bool isMigMode(std::string_view field) { return field == "Enabled" || field == "Disabled" || isNotTold(field); }

bool readNvidiaLine(std::string_view line, GpuReading& reading) {
    std::array<std::string_view, 6> fields;
    std::array<std::string_view, 5> oldFields;
    if (!split(line, fields) || !isMigMode(fields.back())) {
        if (!split(line, oldFields)) {
            return false;
        }
        std::copy(oldFields.begin(), oldFields.end(), fields.begin());
        fields.back() = {};
    }
    const auto [name, total, free, generation, width, mig] = fields;
    if (!isNotTold(total) && !wholeNumber(total) && !total.starts_with('-')) {
        return false; // a sentence with commas, not a card
    }
    DetectedGpu gpu;
    gpu.reportedName = excerptOf(name);
    gpu.vendor = Vendor::Nvidia;
    gpu.total = nvidiaSize(total, "memory.total", reading.troubles);
    gpu.free = nvidiaSize(free, "memory.free", reading.troubles);
    if (gpu.total && gpu.free && *gpu.free > *gpu.total) {
        reading.troubles.push_back({MachineTroubleCode::ValueOutOfRange, {"memory.free", std::string(free)}});
        gpu.free.reset();
    }
    const PciLink link{static_cast<double>(wholeNumber(generation).value_or(0)), wholeNumber(width).value_or(0)};
    gpu.pcie = pciLinkText(link);
    if (mig == "Enabled") {
        reading.troubles.push_back({MachineTroubleCode::GpuPartitioned, {gpu.reportedName}});
    }
    reading.gpus.push_back(std::move(gpu));
    return true;
}

/// "key: value" or "key : value" of a line.
std::pair<std::string_view, std::string_view> keyAndValue(std::string_view line) {
    std::string_view rest = line;
    const std::string_view key = trimmed(cutAt(rest, ':'));
    return {key, trimmed(rest)};
}

/// "0-3,8,10-11": calls `use` with both ends of each range; a list that makes no sense ends it.
template <typename Use>
void forEachRange(std::string_view list, Use use) {
    list = trimmed(list);
    while (!list.empty()) {
        std::string_view range = cutAt(list, ',');
        const std::optional<std::int64_t> first = wholeNumber(cutAt(range, '-'));
        const std::optional<std::int64_t> last = range.empty() ? first : wholeNumber(range);
        if (!first || !last) {
            return;
        }
        use(*first, *last);
    }
}

} // namespace

GpuReading readNvidiaSmi(const ProgramAnswer& answer) {
    GpuReading reading;
    const std::string_view all = trimmed(answer.output.empty() ? answer.errors : answer.output);
    if (all.find("not a valid field") != std::string_view::npos) {
        reading.fieldUnknown = true;
        return reading;
    }
    if (all.starts_with("No devices were found")) {
        return reading; // the driver works and has no card
    }
    if (answer.exitCode != 0) {
        const std::string_view said = trimmed(answer.output).empty() ? std::string_view(answer.errors) : all;
        const std::string what = excerptOf(said);
        reading.troubles.push_back({MachineTroubleCode::ProgramFailed,
                                    {answer.program, what.empty() ? std::to_string(answer.exitCode) : what}});
        return reading;
    }
    std::string_view rest = answer.output;
    while (!rest.empty()) {
        const std::string_view line = trimmed(cutAt(rest, '\n'));
        if (line.empty()) {
            continue;
        }
        if (!isReadableText(line) || reading.gpus.size() == kMostCards || !readNvidiaLine(line, reading)) {
            reading.troubles.push_back({MachineTroubleCode::ProgramAnswerUnread, {answer.program, excerptOf(line)}});
            return reading;
        }
    }
    if (reading.gpus.empty()) {
        reading.troubles.push_back({MachineTroubleCode::ProgramAnswerUnread, {answer.program, {}}});
    }
    return reading;
}

std::string readNvidiaModel(std::string_view information) {
    while (!information.empty()) {
        const auto [key, value] = keyAndValue(cutAt(information, '\n'));
        if (key == "Model" && value != "Unknown" && isReadableText(value)) {
            return excerptOf(value);
        }
    }
    return {};
}

PciLink readPciLink(std::string_view speed, std::string_view width) {
    PciLink link;
    std::string_view rest = trimmed(speed);
    const std::string_view rate = cutAt(rest, ' ');
    for (const LinkRate& known : kLinkRates) {
        if (known.rate == rate) {
            link.generation = known.generation;
        }
    }
    const std::int64_t lanes = wholeNumber(width).value_or(0);
    link.lanes = isPciWidth(lanes) ? lanes : 0; // a port without a link says 0 or 255
    return link;
}

PciLink narrowest(const PciLink& first, const PciLink& second) {
    const auto least = [](auto a, auto b) { return a == 0 ? b : b == 0 ? a : std::min(a, b); };
    return {least(first.generation, second.generation), least(first.lanes, second.lanes)};
}

std::string pciLinkText(const PciLink& link) {
    const bool generation = link.generation >= 1 && link.generation <= kNewestPciGeneration;
    if (!generation || !isPciWidth(link.lanes)) {
        return {};
    }
    return std::to_string(static_cast<int>(link.generation)) + ".0x" + std::to_string(link.lanes);
}

void readMemoryInfo(std::string_view text, DetectedMachine& machine) {
    const auto readSize = [&machine](std::string_view value, std::string_view where) {
        if (value.ends_with(" kB")) {
            value.remove_suffix(3);
        }
        return sizeOf(value, kKiB, where, machine.troubles);
    };
    while (!text.empty()) {
        const auto [key, value] = keyAndValue(cutAt(text, '\n'));
        if (key == "MemTotal") {
            machine.ram = readSize(value, key);
        } else if (key == "MemAvailable") {
            machine.ramFree = readSize(value, key);
        }
    }
    if (machine.ram == Bytes{}) {
        machine.ram.reset();
    }
    if (machine.ram && machine.ramFree > machine.ram) {
        machine.ramFree.reset();
    }
}

void countCores(std::span<const LogicalProcessor> processors, std::string_view performance, DetectedMachine& machine) {
    std::vector<std::pair<std::int64_t, std::int64_t>> faster;
    forEachRange(performance, [&faster](std::int64_t first, std::int64_t last) { faster.emplace_back(first, last); });
    std::int64_t greatest = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const LogicalProcessor& processor : processors) {
        greatest = std::max(greatest, processor.capacity.value_or(0));
        least = std::min(least, processor.capacity.value_or(0));
    }
    const bool twoCapacities = least > 0 && least < greatest;
    std::set<std::pair<std::int64_t, std::int64_t>> all;
    std::set<std::pair<std::int64_t, std::int64_t>> performing;
    for (const LogicalProcessor& processor : processors) {
        const std::pair core{processor.package, processor.core};
        all.insert(core);
        const bool listed = std::any_of(faster.begin(), faster.end(), [&processor](const auto& range) {
            return processor.number >= range.first && processor.number <= range.second;
        });
        if (listed || (twoCapacities && processor.capacity == greatest)) {
            performing.insert(core);
        }
    }
    setCores(static_cast<std::int64_t>(all.size()), machine.cores);
    if (performing.size() < all.size()) {
        setCores(static_cast<std::int64_t>(performing.size()), machine.performanceCores);
    }
}

void readProcessorInfo(std::string_view text, DetectedMachine& machine) {
    std::set<std::pair<std::int64_t, std::int64_t>> cores;
    std::size_t logical = 0;
    std::int64_t package = 0;
    while (!text.empty()) {
        const auto [key, value] = keyAndValue(cutAt(text, '\n'));
        if (key == "processor") {
            ++logical;
        } else if (key == "physical id") {
            package = wholeNumber(value).value_or(0);
        } else if (key == "core id" && cores.size() < kMostProcessors) {
            cores.emplace(package, wholeNumber(value).value_or(0));
        } else if (key == "model name" && machine.cpuName.empty() && isReadableText(value)) {
            machine.cpuName = excerptOf(value);
        }
    }
    if (!machine.cores) {
        // Arm lists logical processors alone.
        setCores(static_cast<std::int64_t>(cores.empty() ? logical : cores.size()), machine.cores);
    }
}

} // namespace vram
