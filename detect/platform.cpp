// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/platform.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <QString>

#include <cstddef>
#include <string>
#include <vector>
#endif

// The one file with code of a single operating system.

namespace vram::detect {

#if defined(Q_OS_WIN)

namespace {

/// Display adapters: a numbered key each.
constexpr const wchar_t* kAdapters =
    L"SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}";
constexpr int kMostAdapters = 32;
constexpr Bytes kLeastOwnMemory = kMiB * 1024; ///< below it an adapter is taken for the processor's graphics

std::string registryText(const std::wstring& key, const wchar_t* value) {
    std::vector<wchar_t> text(256);
    DWORD size = static_cast<DWORD>((text.size() - 1) * sizeof(wchar_t));
    if (RegGetValueW(HKEY_LOCAL_MACHINE, key.c_str(), value, RRF_RT_REG_SZ, nullptr, text.data(), &size) !=
        ERROR_SUCCESS) {
        return {};
    }
    return QString::fromWCharArray(text.data()).trimmed().toStdString();
}

void readMemory(DetectedMachine& machine) {
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof(status);
    if (GlobalMemoryStatusEx(&status) != 0) {
        machine.ram = Bytes{static_cast<std::int64_t>(status.ullTotalPhys)};
        machine.ramFree = Bytes{static_cast<std::int64_t>(status.ullAvailPhys)};
    }
}

void readProcessor(DetectedMachine& machine) {
    machine.cpuName = registryText(L"HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0", L"ProcessorNameString");
    DWORD size = 0;
    GetLogicalProcessorInformationEx(RelationProcessorCore, nullptr, &size);
    std::vector<std::byte> buffer(size);
    auto* const first = reinterpret_cast<SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX*>(buffer.data());
    if (size == 0 || GetLogicalProcessorInformationEx(RelationProcessorCore, first, &size) == 0) {
        return;
    }
    std::int64_t cores = 0;
    std::int64_t faster = 0; // a core of efficiency class 1 and above, where there are several classes
    for (DWORD at = 0; at < size;) {
        const auto* const core = reinterpret_cast<SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX*>(buffer.data() + at);
        ++cores;
        faster += core->Processor.EfficiencyClass > 0 ? 1 : 0;
        at += core->Size;
    }
    machine.cores = cores;
    if (faster > 0 && faster < cores) {
        machine.performanceCores = faster;
    }
}

/// Other makers' cards; nvidia-smi tells NVIDIA's.
void readAdapters(DetectedMachine& machine) {
    for (int i = 0; i < kMostAdapters; ++i) {
        wchar_t number[8];
        swprintf(number, 8, L"\\%04d", i);
        const std::wstring key = std::wstring(kAdapters) + number;
        DetectedGpu gpu;
        gpu.reportedName = registryText(key, L"DriverDesc");
        const std::string maker = registryText(key, L"ProviderName");
        const bool amd = maker.find("Advanced Micro") != std::string::npos;
        if (!amd && maker.find("Intel") == std::string::npos) {
            continue;
        }
        gpu.vendor = amd ? Vendor::Amd : Vendor::Intel;
        ULONGLONG memory = 0;
        DWORD size = sizeof(memory);
        if (RegGetValueW(HKEY_LOCAL_MACHINE, key.c_str(), L"HardwareInformation.qwMemorySize", RRF_RT_REG_QWORD,
                         nullptr, &memory, &size) == ERROR_SUCCESS) {
            gpu.total = Bytes{static_cast<std::int64_t>(memory)};
        }
        gpu.unified = !gpu.total || *gpu.total < kLeastOwnMemory;
        machine.gpus.push_back(gpu);
    }
}

} // namespace

System hostSystem() { return System::Windows; }

QStringList usualNvidiaSmi() {
    return {QStringLiteral("nvidia-smi.exe"), QStringLiteral("C:/Windows/System32/nvidia-smi.exe"),
            QStringLiteral("C:/Program Files/NVIDIA Corporation/NVSMI/nvidia-smi.exe")};
}

void readPlatform(DetectedMachine& machine) {
    readMemory(machine);
    readProcessor(machine);
    readAdapters(machine);
}

#else

#if defined(Q_OS_MACOS)
System hostSystem() { return System::Apple; }
#else
System hostSystem() { return System::Linux; }
#endif

QStringList usualNvidiaSmi() {
    return {QStringLiteral("nvidia-smi"), QStringLiteral("/usr/bin/nvidia-smi"),
            QStringLiteral("/usr/lib/wsl/lib/nvidia-smi")}; // the last: Linux inside Windows
}

void readPlatform(DetectedMachine& /*machine*/) {}

#endif

} // namespace vram::detect
