// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hardware/machine_readings.h"
#include "core/hardware/machine_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace vram {

namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 16; ///< levels of the answer's JSON; the real one has four

void unread(const ProgramAnswer& answer, DetectedMachine& machine) {
    machine.troubles.push_back({MachineTroubleCode::ProgramAnswerUnread, {answer.program, excerptOf(answer.output)}});
}

bool failed(const ProgramAnswer& answer, DetectedMachine& machine) {
    if (answer.exitCode == 0) {
        return false;
    }
    const std::string what = excerptOf(answer.errors.empty() ? answer.output : answer.errors);
    machine.troubles.push_back(
        {MachineTroubleCode::ProgramFailed, {answer.program, what.empty() ? std::to_string(answer.exitCode) : what}});
    return true;
}

Json parsed(std::string_view text) {
    const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kDeepest; };
    return Json::parse(text.begin(), text.end(), shallow, false);
}

std::string textOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// "64 GB", which are GiB, and "1 TB".
std::optional<Bytes> appleMemory(std::string_view text, std::vector<MachineTrouble>& troubles) {
    std::string_view rest = trimmed(text);
    if (rest.empty()) {
        return std::nullopt;
    }
    const std::string_view number = cutAt(rest, ' ');
    return sizeOf(number, trimmed(rest) == "TB" ? kGiB * 1024 : kGiB, "physical_memory", troubles);
}

} // namespace

void readAppleHardware(const ProgramAnswer& answer, DetectedMachine& machine) {
    if (failed(answer, machine)) {
        return;
    }
    const Json json = parsed(answer.output);
    const Json* list = nullptr;
    if (json.is_object()) {
        const auto found = json.find("SPHardwareDataType");
        list = found != json.end() && found->is_array() && !found->empty() ? &*found : nullptr;
    }
    if (list == nullptr || !list->front().is_object()) {
        unread(answer, machine);
        return;
    }
    const Json& hardware = list->front();
    if (const std::optional<Bytes> memory = appleMemory(textOf(hardware, "physical_memory"), machine.troubles)) {
        machine.ram = memory;
    }
    // "proc 16:12:4": all cores, then by kind in an order that differs between systems.
    std::string processors = textOf(hardware, "number_processors");
    std::string_view rest = processors;
    if (rest.starts_with("proc ")) {
        rest.remove_prefix(5);
        setCores(wholeNumber(cutAt(rest, ':')), machine.cores);
    }
    const std::string chip = excerptOf(textOf(hardware, "chip_type")); // Macs with Intel's processors have none
    if (!chip.empty()) {
        machine.cpuName = chip;
        DetectedGpu gpu;
        gpu.reportedName = chip;
        gpu.vendor = Vendor::Apple;
        gpu.unified = true;
        machine.gpus.push_back(std::move(gpu));
    }
}

void readAppleSysctl(const ProgramAnswer& answer, DetectedMachine& machine) {
    // An older system lacks some of the names and exits with 1 after the others.
    if (answer.output.find("hw.") == std::string::npos && failed(answer, machine)) {
        return;
    }
    std::string_view text = answer.output;
    while (!text.empty()) {
        std::string_view rest = cutAt(text, '\n');
        const std::string_view key = trimmed(cutAt(rest, ':'));
        const std::string_view value = trimmed(rest);
        if (key == "hw.memsize") {
            if (const std::optional<Bytes> memory = sizeOf(value, Bytes{1}, key, machine.troubles)) {
                machine.ram = memory;
            }
        } else if (key == "hw.physicalcpu") {
            setCores(wholeNumber(value), machine.cores);
        } else if (key == "hw.perflevel0.physicalcpu") {
            setCores(wholeNumber(value), machine.performanceCores);
        } else if (key == "machdep.cpu.brand_string" && machine.cpuName.empty()) {
            machine.cpuName = excerptOf(value);
        }
    }
}

} // namespace vram
