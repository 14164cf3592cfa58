// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/file_readings.h"

#include "core/hardware/machine_readings.h"
#include "core/hardware/machine_text.h"
#include "core/hardware/memory_modules.h"
#include "detect/sysfs_gpus.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

namespace vram::detect {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostProcessors = 8192;
constexpr std::size_t kMostCards = 256;

/// The text; a trouble where the file is there and unreadable.
std::string textOf(const fs::path& path, DetectedMachine& machine) {
    FileText file = readTextFile(path);
    if (file.text) {
        return std::move(*file.text);
    }
    if (file.isThere()) {
        machine.troubles.push_back({MachineTroubleCode::FileUnreadable, {path.string(), std::string(file.trouble)}});
    }
    return {};
}

std::optional<std::int64_t> numberIn(const fs::path& path) {
    const FileText file = readTextFile(path, kMostOfAttribute);
    return file.text ? wholeNumber(*file.text) : std::nullopt;
}

/// The first of "0,8" or "0-1": the processors that share a core.
std::optional<std::int64_t> firstSibling(const fs::path& topology) {
    for (const char* name : {"core_cpus_list", "thread_siblings_list"}) {
        const FileText file = readTextFile(topology / name, kMostOfAttribute);
        if (file.text) {
            const std::string_view list = trimmed(*file.text);
            return wholeNumber(list.substr(0, list.find_first_of(",-")));
        }
    }
    return std::nullopt;
}

std::optional<LogicalProcessor> readProcessor(const fs::path& folder) {
    constexpr std::string_view kPrefix = "cpu";
    const std::string name = folder.filename().string();
    const std::optional<std::int64_t> number =
        name.starts_with(kPrefix) ? wholeNumber(std::string_view(name).substr(kPrefix.size())) : std::nullopt;
    if (!number) {
        return std::nullopt;
    }
    LogicalProcessor processor{*number, -1, 0, numberIn(folder / "cpu_capacity")};
    if (const std::optional<std::int64_t> sibling = firstSibling(folder / "topology")) {
        processor.core = *sibling;
        return processor;
    }
    const std::optional<std::int64_t> core = numberIn(folder / "topology/core_id");
    if (!core) {
        return std::nullopt; // switched off
    }
    processor.core = *core;
    processor.package = numberIn(folder / "topology/physical_package_id").value_or(0);
    return processor;
}

void readProcessors(const FileSources& sources, DetectedMachine& machine) {
    std::vector<LogicalProcessor> processors;
    std::error_code error;
    fs::directory_iterator entry(sources.sys / "devices/system/cpu", error);
    while (!error && entry != fs::directory_iterator() && processors.size() < kMostProcessors) {
        if (const std::optional<LogicalProcessor> processor = readProcessor(entry->path())) {
            processors.push_back(*processor);
        }
        entry.increment(error);
    }
    const FileText faster = readTextFile(sources.sys / "devices/cpu_core/cpus", kMostOfAttribute);
    countCores(processors, faster.text.value_or(std::string{}), machine);
    readProcessorInfo(textOf(sources.proc / "cpuinfo", machine), machine);
}

std::vector<std::string> readNvidiaModels(const fs::path& proc) {
    std::vector<std::string> models;
    std::error_code error;
    fs::directory_iterator entry(proc / "driver/nvidia/gpus", error);
    while (!error && entry != fs::directory_iterator() && models.size() < kMostCards) {
        const FileText information = readTextFile(entry->path() / "information");
        std::string model = information.text ? readNvidiaModel(*information.text) : std::string{};
        if (!model.empty()) {
            models.push_back(std::move(model));
        }
        entry.increment(error);
    }
    std::sort(models.begin(), models.end());
    return models;
}

} // namespace

void readModules(const std::string& tablePath, const FileText& table, const FileText& udev, DetectedMachine& machine) {
    std::vector<MemoryModule> modules;
    if (table.text) {
        const auto* const bytes = reinterpret_cast<const unsigned char*>(table.text->data());
        modules = readDmiModules(std::span(bytes, table.text->size()));
    }
    if (modules.empty() && udev.text) {
        modules = readUdevModules(*udev.text);
    }
    if (modules.empty() && table.trouble == kNoPermission) {
        machine.troubles.push_back({MachineTroubleCode::RamTypeNeedsRoot, {tablePath}});
        return;
    }
    if (modules.empty() && !table.trouble.empty()) {
        machine.troubles.push_back({MachineTroubleCode::FileUnreadable, {tablePath, std::string(table.trouble)}});
    }
    describeMemory(modules, machine);
}

FileReadings readFiles(const FileSources& sources) {
    FileReadings readings;
    DetectedMachine& machine = readings.machine;
    if (sources.system == System::Linux) {
        readMemoryInfo(textOf(sources.proc / "meminfo", machine), machine);
        readProcessors(sources, machine);
        const fs::path table = sources.sys / "firmware/dmi/tables/DMI";
        readModules(table.string(), readTextFile(table), readTextFile(sources.run / "udev/data/+dmi:id"), machine);
        SysfsGpus gpus = readSysfsGpus(sources.sys);
        readings.nvidia = gpus.nvidia;
        machine.gpus = std::move(gpus.gpus);
        std::move(gpus.troubles.begin(), gpus.troubles.end(), std::back_inserter(machine.troubles));
        readings.nvidiaModels = readNvidiaModels(sources.proc);
    }
    if (sources.host) {
        readPlatform(machine);
    }
    return readings;
}

} // namespace vram::detect
