// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog_command.h"

#include "core/catalog/runtime_table.h"
#include "core/format/gguf_mix.h"
#include "core/runtime/runtime.h"

#include <utility>

namespace vram::cli {

namespace {

using Json = nlohmann::ordered_json;

} // namespace

Json modelsJson(const Catalog& catalog) {
    Json list = Json::array();
    for (const CatalogModel& model : catalog.models()) {
        list.push_back({{"id", model.id},
                        {"name", model.name},
                        {"family", model.family},
                        {"release", model.release},
                        {"aliases", model.aliases},
                        {"parameters", model.parameters},
                        {"active_parameters", model.activeParameters},
                        {"max_context", model.maxContext},
                        {"native_format", model.nativeFormat},
                        {"license", model.license}});
    }
    return list;
}

Json gpusJson(const Catalog& catalog) {
    Json list = Json::array();
    for (const Gpu& gpu : catalog.gpus()) {
        const UsableMemory usable = usableMemory(gpu);
        list.push_back({{"name", gpu.name},
                        {"aliases", gpu.aliases},
                        {"vendor", gpu.vendorName},
                        {"class", gpuClassId(gpu.gpuClass)},
                        {"architecture", gpu.architecture},
                        {"memory", gpu.memory.count()},
                        {"usable", usable.bytes.low.count()},
                        {"usable_by_rule", !usable.exact},
                        {"bandwidth_gb_s", gpu.bandwidth.value},
                        {"unified_memory", gpu.unifiedMemory}});
    }
    return list;
}

Json formatsJson(const Catalog& catalog) {
    Json weights = Json::array();
    for (const WeightFormat& format : catalog.weightFormats()) {
        if (!format.offered) {
            continue;
        }
        Json row{
            {"id", format.id}, {"name", format.displayName}, {"family", format.family}, {"aliases", format.aliases}};
        if (format.bitsPerWeight) {
            row["bits_per_weight"] = *format.bitsPerWeight;
        }
        if (format.effectiveBits) {
            row["typical_bits_per_weight"] = *format.effectiveBits;
        }
        if (format.perplexityDelta) {
            row["perplexity_delta"] = *format.perplexityDelta;
            row["perplexity_model"] = format.perplexityModel;
        }
        if (const auto mix = findGgufMix(format.ggufMix); mix && needsImportanceMatrix(*mix)) {
            row["needs_imatrix"] = true;
        }
        Json runtimes = Json::array();
        for (const RuntimeProfile& runtime : runtimeTable()) {
            if (runtime.engine != Engine::Unsized && loadsFormat(runtime, format)) {
                runtimes.push_back(runtime.name);
            }
        }
        row["runtimes"] = std::move(runtimes);
        weights.push_back(std::move(row));
    }
    Json cache = Json::array();
    for (const KvFormat& format : catalog.kvFormats()) {
        Json row{{"runtime", format.runtimeGroup}, {"id", format.id}, {"aliases", format.aliases}};
        if (format.blockBytes) {
            row["block_values"] = format.blockValues;
            row["block_bytes"] = *format.blockBytes;
        }
        cache.push_back(std::move(row));
    }
    return {{"weights", std::move(weights)}, {"kv_cache", std::move(cache)}};
}

} // namespace vram::cli
