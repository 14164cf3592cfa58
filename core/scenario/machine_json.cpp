// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/machine_json.h"

#include "core/hardware/machine_readings.h"
#include "core/hardware/memory_bandwidth.h"
#include "core/scenario/json_fields.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace vram {

namespace {

constexpr double kMostRamGib = 1048576;
constexpr double kMostGbPerSecond = 1e6;
constexpr double kMostMib = 1e12;
constexpr double kMostTokensPerSecond = 1e9;
constexpr double kMostSeconds = 1e6;
constexpr std::int64_t kMostCores = 65536;

/// A generation and lanes, "4.0x16".
void readPcie(ObjectReader& reader, std::string& target) {
    const std::optional<std::string> text = reader.string("pcie");
    if (!text || text->empty()) {
        return;
    }
    const std::string_view link = *text;
    const bool generation =
        link.size() > 4 && link[0] >= '1' && link[0] <= '0' + kNewestPciGeneration && link.substr(1, 3) == ".0x";
    const auto isWidth = [&link](std::int64_t lanes) { return link.substr(4) == std::to_string(lanes); };
    if (generation && std::ranges::any_of(kPciLanes, isWidth)) {
        target = *text;
        return;
    }
    reader.fail(ErrorCode::UnknownValue, "pcie", {abbreviate(*text), "3.0x16", "4.0x8", "4.0x16", "5.0x16"});
}

} // namespace

std::vector<GpuChoice> readGpus(const Json& list, const std::string& path, std::vector<Error>& errors) {
    std::vector<GpuChoice> gpus;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string itemPath = path + "[" + std::to_string(i) + "]";
        ObjectReader reader(list[i], itemPath, errors);
        GpuChoice gpu;
        reader.require("name");
        assign(gpu.name, reader.string("name"));
        assign(gpu.count, reader.integer("count", 1, kMostGpus));
        reader.finish();
        gpus.push_back(std::move(gpu));
    }
    return gpus;
}

/// Every card is answered for by itself: a list of kinds is as long as all their cards.
void checkCount(const std::vector<GpuChoice>& gpus, std::int64_t most, const std::string& path,
                std::vector<Error>& errors) {
    std::int64_t count = 0;
    for (const GpuChoice& gpu : gpus) {
        count = saturatingAdd(count, gpu.count);
    }
    if (count > most) {
        errors.push_back({ErrorCode::OutOfRange, path, {std::to_string(count), "0", std::to_string(most)}});
    }
}

MachineChoice readMachine(const Json& value, const std::string& path, std::vector<Error>& errors) {
    MachineChoice machine;
    ObjectReader reader(value, path, errors);
    if (const Json* gpus = reader.array("gpus")) {
        machine.gpus = readGpus(*gpus, reader.pathOf("gpus"), errors);
        checkCount(machine.gpus, kMostGpus, reader.pathOf("gpus"), errors);
    }
    assign(machine.ramGib, reader.number("ram_gib", 0, kMostRamGib));
    machine.ramGbPerSecond = reader.number("ram_gb_s", 0.1, kMostGbPerSecond);
    assign(machine.marginPercent, reader.number("margin_percent", 0, 90));
    machine.desktopMib = reader.number("desktop_mib", 0, 1048576);
    if (const std::optional<std::string> type = reader.string("ram_type"); type && !type->empty()) {
        const Result<MemoryType> known = parseMemoryType(*type);
        known ? assign(machine.ramType, std::optional(memoryTypeText(*known)))
              : reader.fail(known.error().code, "ram_type", known.error().arguments);
    }
    machine.ramChannels = reader.integer("ram_channels", 1, kMostMemoryChannels);
    machine.cpuCores = reader.integer("cpu_cores", 1, kMostCores);
    readPcie(reader, machine.pcie);
    machine.diskGbPerSecond = reader.number("disk_gb_s", 0.001, kMostGbPerSecond);
    reader.finish();
    return machine;
}

Json gpusToJson(const std::vector<GpuChoice>& gpus) {
    Json list = Json::array();
    for (const GpuChoice& gpu : gpus) {
        list.push_back({{"name", gpu.name}, {"count", gpu.count}});
    }
    return list;
}

Json machineToJson(const MachineChoice& machine) {
    Json json = Json::object();
    const MachineChoice standard;
    if (!machine.gpus.empty()) {
        json["gpus"] = gpusToJson(machine.gpus);
    }
    put(json, "ram_gib", machine.ramGib, standard.ramGib);
    put(json, "ram_gb_s", machine.ramGbPerSecond);
    put(json, "margin_percent", machine.marginPercent, standard.marginPercent);
    put(json, "desktop_mib", machine.desktopMib);
    put(json, "ram_type", machine.ramType, standard.ramType);
    put(json, "ram_channels", machine.ramChannels);
    put(json, "cpu_cores", machine.cpuCores);
    put(json, "pcie", machine.pcie, standard.pcie);
    put(json, "disk_gb_s", machine.diskGbPerSecond);
    return json;
}

TargetChoice readTarget(const Json& value, const std::string& path, std::vector<Error>& errors) {
    TargetChoice target;
    ObjectReader reader(value, path, errors);
    target.firstTokenSeconds = reader.number("first_token_s", 0.001, kMostSeconds);
    target.decodeTokensPerSecond = reader.number("decode_tok_s", 0.001, kMostTokensPerSecond);
    reader.finish();
    return target;
}

Json targetToJson(const TargetChoice& target) {
    Json json = Json::object();
    put(json, "first_token_s", target.firstTokenSeconds);
    put(json, "decode_tok_s", target.decodeTokensPerSecond);
    return json;
}

SeenChoice readSeen(const Json& value, const std::string& path, std::vector<Error>& errors) {
    SeenChoice seen;
    ObjectReader reader(value, path, errors);
    seen.vramMib = reader.number("vram_mib", 0, kMostMib);
    seen.ramMib = reader.number("ram_mib", 0, kMostMib);
    seen.decodeTokensPerSecond = reader.number("decode_tok_s", 0, kMostTokensPerSecond);
    seen.prefillTokensPerSecond = reader.number("prefill_tok_s", 0, kMostTokensPerSecond);
    assign(seen.note, reader.string("note"));
    reader.finish();
    return seen;
}

Json seenToJson(const SeenChoice& seen) {
    Json json = Json::object();
    put(json, "vram_mib", seen.vramMib);
    put(json, "ram_mib", seen.ramMib);
    put(json, "decode_tok_s", seen.decodeTokensPerSecond);
    put(json, "prefill_tok_s", seen.prefillTokensPerSecond);
    put(json, "note", seen.note, std::string{});
    return json;
}

} // namespace vram
