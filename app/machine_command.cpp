// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine_command.h"

#include "app/english.h"
#include "core/scenario/detected_choice.h"
#include "core/scenario/scenario_json.h"
#include "detect/machine_probe.h"

#include <QCoreApplication>

#include <cstddef>
#include <optional>
#include <utility>

namespace vram::cli {

namespace {

using Json = nlohmann::ordered_json;

/// A value that was not told has no key.
void putBytes(Json& json, const char* key, const std::optional<Bytes>& value) {
    if (value) {
        json[key] = value->count();
    }
}
void putCount(Json& json, const char* key, const std::optional<std::int64_t>& value) {
    if (value) {
        json[key] = *value;
    }
}
void putText(Json& json, const char* key, const std::string& value) {
    if (!value.empty()) {
        json[key] = value;
    }
}

Json gpuJson(const DetectedGpu& gpu) {
    Json json{{"reported", gpu.reportedName}};
    putText(json, "name", gpu.catalogName);
    json["vendor"] = vendorId(gpu.vendor);
    putBytes(json, "memory", gpu.total);
    putBytes(json, "free", gpu.free);
    putText(json, "pcie", gpu.pcie);
    json["unified_memory"] = gpu.unified;
    return json;
}

Json troubleJson(const MachineTrouble& trouble) {
    return {{"code", machineTroubleId(trouble.code)},
            {"arguments", trouble.arguments},
            {"sentence", troubleSentence(trouble)}};
}

Json foundJson(const DetectedMachine& machine) {
    Json json{{"gpus", Json::array()}};
    for (const DetectedGpu& gpu : machine.gpus) {
        json["gpus"].push_back(gpuJson(gpu));
    }
    putBytes(json, "ram", machine.ram);
    putBytes(json, "ram_free", machine.ramFree);
    putText(json, "ram_type", machine.ramType);
    putCount(json, "ram_channels", machine.ramChannels);
    putText(json, "cpu", machine.cpuName);
    putCount(json, "cpu_cores", machine.cores);
    putCount(json, "performance_cores", machine.performanceCores);
    return json;
}

Json machineObject(const MachineChoice& machine) {
    Scenario scenario;
    scenario.machine = machine;
    const Json json = scenarioToJson(scenario);
    return json.contains("machine") ? json["machine"] : Json::object();
}

Result<detect::MachineSources> sourcesFrom(std::span<const std::string> arguments) {
    detect::MachineSources sources;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const bool root = arguments[i] == kMachineRoot;
        if (!root && arguments[i] != kNvidiaSmi) {
            return Error{
                ErrorCode::UnknownValue, "machine", {arguments[i], std::string(kMachineRoot), std::string(kNvidiaSmi)}};
        }
        if (i + 1 == arguments.size()) {
            return Error{ErrorCode::MissingKey, "machine", {arguments[i] + " ..."}};
        }
        const std::string& value = arguments[i + 1];
        if (root) {
            const std::filesystem::path folder(value);
            sources.files = {detect::System::Linux, false, folder / "sys", folder / "proc", folder / "run"};
            sources.nvidiaSmi = QStringList{QString::fromStdString((folder / "nvidia-smi").string())};
        } else {
            sources.nvidiaSmi = QStringList{QString::fromStdString(value)};
        }
    }
    return sources;
}

DetectedMachine detected(const std::shared_ptr<const Catalog>& catalog, const detect::MachineSources& sources) {
    // An event loop needs an application, of which the other commands need to know nothing.
    int count = 1;
    char name[] = "vram-sizer-cli";
    char* arguments[] = {name, nullptr};
    const QCoreApplication application(count, arguments);
    DetectedMachine result;
    detect::MachineProbe probe(catalog, sources);
    QObject::connect(&probe, &detect::MachineProbe::found, &probe, [&result](const DetectedMachine& machine) {
        result = machine;
        QCoreApplication::quit();
    });
    probe.start();
    QCoreApplication::exec();
    return result;
}

} // namespace

Result<nlohmann::ordered_json> machineJson(std::span<const std::string> arguments,
                                           const std::shared_ptr<const Catalog>& catalog) {
    const Result<detect::MachineSources> sources = sourcesFrom(arguments);
    if (!sources) {
        return sources.error();
    }
    const DetectedMachine machine = detected(catalog, *sources);
    const DetectedChoice choice = machineChoiceOf(machine);
    Json json{{"found", foundJson(machine)}, {"troubles", Json::array()}};
    for (const MachineTrouble& trouble : machine.troubles) {
        json["troubles"].push_back(troubleJson(trouble));
    }
    json["machine"] = machineObject(choice.machine);
    json["pretended"] = choice.pretended;
    return json;
}

} // namespace vram::cli
