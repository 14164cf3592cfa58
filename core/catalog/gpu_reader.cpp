// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/entry_readers.h"

#include <utility>

namespace vram {

namespace {

constexpr std::pair<std::string_view, Vendor> kVendors[] = {{"nvidia", Vendor::Nvidia},
                                                            {"amd", Vendor::Amd},
                                                            {"intel", Vendor::Intel},
                                                            {"apple", Vendor::Apple},
                                                            {"other", Vendor::Other}};

constexpr std::pair<std::string_view, GpuClass> kClasses[] = {{"consumer", GpuClass::Consumer},
                                                              {"laptop", GpuClass::Laptop},
                                                              {"workstation", GpuClass::Workstation},
                                                              {"datacenter", GpuClass::Datacenter},
                                                              {"soc", GpuClass::Soc}};

constexpr std::pair<std::string_view, Confidence> kConfidences[] = {
    {"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low}};

constexpr std::string_view vendorWord(Vendor vendor) {
    switch (vendor) {
    case Vendor::Nvidia:
        return "NVIDIA";
    case Vendor::Amd:
        return "AMD";
    case Vendor::Intel:
        return "Intel";
    case Vendor::Apple:
        return "Apple";
    case Vendor::Other:
        break;
    }
    return {};
}

constexpr double kMostMemoryGiB = 16384;
constexpr double kMostBandwidth = 1e6; // GB/s
constexpr double kMostTeraflops = 1e6;

void readMemory(ObjectReader& reader, Gpu& gpu) {
    reader.require("memory_gib");
    if (const auto gib = reader.number("memory_gib", 0.25, kMostMemoryGiB)) {
        gpu.memory = Bytes::fromGiB(*gib);
    }
    if (const auto mib = reader.number("driver_memory_mib", 128, kMostMemoryGiB * 1024)) {
        gpu.driverMemory = Bytes::fromMiB(*mib);
    }
    if (const auto gib = reader.number("process_memory_gib", 0.125, kMostMemoryGiB)) {
        gpu.reportedMemory = Bytes::fromGiB(*gib);
    }
    gpu.reportedMemorySource = reader.string("process_memory_source").value_or("");
    // A little above the memory as sold is possible: an "141 GB" H200 lists 140.4 GiB, but never 5 % more.
    const Bytes most = Bytes::fromDouble(static_cast<double>(gpu.memory.count()) * 1.05);
    for (const auto& [key, value] :
         {std::pair{"driver_memory_mib", gpu.driverMemory}, std::pair{"process_memory_gib", gpu.reportedMemory}}) {
        if (value && gpu.memory.count() > 0 && *value > most) {
            reader.fail(ErrorCode::Inconsistent, key,
                        {"more memory than the card is sold with", std::to_string(value->count()),
                         std::to_string(gpu.memory.count())});
        }
    }
    gpu.memoryType = reader.string("memory_type").value_or("");
    gpu.unifiedMemory = reader.boolean("unified_memory").value_or(false);
    gpu.defaultGpuFraction = reader.number("gpu_fraction", 0.05, 1);
    gpu.leastGpuFraction = reader.number("gpu_fraction_least", 0.05, gpu.defaultGpuFraction.value_or(1));
    gpu.mostGpuFraction = reader.number("gpu_fraction_most", gpu.defaultGpuFraction.value_or(0.05), 1);
}

void readSpeed(ObjectReader& reader, Gpu& gpu) {
    reader.require("bandwidth_gb_s");
    if (const auto bandwidth = reader.number("bandwidth_gb_s", 1, kMostBandwidth)) {
        gpu.bandwidth = GigabytesPerSecond{*bandwidth};
    }
    if (const auto rate = reader.number("fp16_tensor_tflops", 0.001, kMostTeraflops)) {
        gpu.fp16Tensor = Teraflops{*rate};
    }
    if (const auto rate = reader.number("fp32_tflops", 0.001, kMostTeraflops)) {
        gpu.fp32 = Teraflops{*rate};
    }
    gpu.bf16 = reader.boolean("bf16").value_or(false);
    gpu.fp8 = reader.boolean("fp8").value_or(false);
    gpu.fp4 = reader.boolean("fp4").value_or(false);
    gpu.interconnect = reader.string("interconnect").value_or("");
    gpu.pcie = reader.string("pcie").value_or("");
    gpu.shaderCores = reader.integer("shader_cores", 1, 10'000'000);
}

} // namespace

Confidence readConfidence(ObjectReader& reader) {
    return readWord(reader, "confidence", kConfidences).value_or(Confidence::Medium);
}

std::optional<Gpu> readGpu(const Json& entry, const std::string& where, std::vector<Error>& errors) {
    const std::size_t before = errors.size();
    ObjectReader reader(entry, where + ": ", errors);
    Gpu gpu;
    reader.require("name");
    gpu.name = reader.string("name").value_or("");
    gpu.aliases = reader.strings("aliases");
    reader.require("vendor");
    gpu.vendor = readWord(reader, "vendor", kVendors).value_or(Vendor::Other);
    gpu.vendorName = reader.string("vendor_name").value_or(std::string(vendorWord(gpu.vendor)));
    reader.require("class");
    gpu.gpuClass = readWord(reader, "class", kClasses).value_or(GpuClass::Consumer);
    gpu.architecture = reader.string("architecture").value_or("");
    readMemory(reader, gpu);
    readSpeed(reader, gpu);
    gpu.tdpWatts = reader.number("tdp_w", 1, 100'000);
    if (const auto year = reader.integer("release_year", 1990, 2100)) {
        gpu.releaseYear = static_cast<int>(*year);
    }
    gpu.launchPriceUsd = reader.number("launch_price_usd", 0, 1e9);
    gpu.note = reader.string("note").value_or("");
    gpu.source = reader.string("source").value_or("");
    gpu.confidence = readConfidence(reader);
    reader.finish();
    if (errors.size() != before) {
        return std::nullopt;
    }
    return gpu;
}

std::optional<CloudInstance> readInstance(const Json& entry, const std::string& where, std::vector<Error>& errors) {
    const std::size_t before = errors.size();
    ObjectReader reader(entry, where + ": ", errors);
    CloudInstance instance;
    for (const auto& [key, field] :
         {std::pair{"cloud", &instance.cloud}, std::pair{"type", &instance.type}, std::pair{"gpu", &instance.gpu}}) {
        reader.require(key);
        *field = reader.string(key).value_or("");
    }
    reader.require("gpu_count");
    instance.gpuCount = static_cast<int>(reader.integer("gpu_count", 1, 1'000'000).value_or(0));
    instance.gpuShare = reader.number("gpu_share", 0.001, 1).value_or(1);
    instance.note = reader.string("note").value_or("");
    instance.source = reader.string("source").value_or("");
    instance.confidence = readConfidence(reader);
    reader.finish();
    if (errors.size() != before) {
        return std::nullopt;
    }
    return instance;
}

} // namespace vram
