// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/reported_gpu.h"
#include "core/hardware/machine_readings.h"
#include "core/hardware/memory_bandwidth.h"
#include "core/hardware/memory_modules.h"
#include "core/scenario/detected_choice.h"
#include "core/scenario/scenario_json.h"
#include "fuzz/harness.h"

#include <algorithm>
#include <span>

// What programs, drivers and firmware say of a machine. The first byte says which reader, the second an exit status.

using namespace vram;

namespace {

DetectedMachine machineOf(unsigned reader, const ProgramAnswer& answer) {
    const std::string_view text = answer.output;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    DetectedMachine machine;
    switch (reader % 9) {
    case 0: {
        GpuReading reading = readNvidiaSmi(answer);
        machine.gpus = std::move(reading.gpus);
        machine.troubles = std::move(reading.troubles);
        machine.ram = kGiB * 64;
        break;
    }
    case 1:
        readAppleHardware(answer, machine);
        break;
    case 2:
        readAppleSysctl(answer, machine);
        break;
    case 3:
        readMemoryInfo(text, machine);
        break;
    case 4:
        readProcessorInfo(text, machine);
        break;
    case 5:
        describeMemory(readDmiModules(std::span(bytes, text.size())), machine);
        break;
    case 6:
        describeMemory(readUdevModules(text), machine);
        break;
    case 7: {
        const std::vector<LogicalProcessor> processors{{0, 0, 0, 512}, {1, 0, 1, 1024}, {2, 1, 0, {}}};
        countCores(processors, text, machine);
        machine.gpus.push_back({readNvidiaModel(text), {}, Vendor::Nvidia, {}, {}, {}, false});
        machine.gpus.front().pcie = pciLinkText(narrowest(readPciLink(text, text), {4, 16}));
        break;
    }
    default:
        machine.ramType = std::string(text);
        break;
    }
    return machine;
}

bool isSize(const std::optional<Bytes>& size) { return !size || (*size >= Bytes{} && !size->isSaturated()); }

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const ProgramAnswer answer{"program", std::string(fuzz::text(data + 2, size - 2)), {}, data[1] % 4};
    const DetectedMachine machine = completedMachine(machineOf(data[0], answer), *fuzz::shippedCatalog());
    fuzz::require(isSize(machine.ram) && isSize(machine.ramFree) && machine.cores.value_or(1) > 0);
    fuzz::require(machine.ramChannels.value_or(1) > 0 && machine.performanceCores.value_or(1) > 0);
    for (const DetectedGpu& gpu : machine.gpus) {
        fuzz::require(isSize(gpu.total) && isSize(gpu.free));
        fuzz::require(gpu.catalogName.empty() || fuzz::shippedCatalog()->findGpu(gpu.catalogName) != nullptr);
    }
    const DetectedChoice choice = machineChoiceOf(machine);
    if (const Result<GigabytesPerSecond> bandwidth =
            memoryBandwidth(machine.ramType, machine.ramChannels.value_or(kUsualMemoryChannels))) {
        fuzz::require(bandwidth->value > 0 && bandwidth->value < 1e5);
    }
    // What is found is always a machine that a scenario can have.
    Scenario scenario;
    scenario.machine = choice.machine;
    if (data[0] % 9 != 8) {
        const Result<Scenario> read = scenarioFromJson(scenarioToJson(scenario), {});
        fuzz::require(read && read->machine == choice.machine);
    }
    return 0;
}
