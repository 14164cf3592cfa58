// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/placement_json.h"

#include "core/scenario/json_fields.h"

#include <cmath>
#include <numeric>

namespace vram {

namespace {

constexpr Words<PlacementMode, 4> kModes{{{"auto", PlacementMode::Auto},
                                          {"layers", PlacementMode::Layers},
                                          {"tensor", PlacementMode::Tensor},
                                          {"pipeline", PlacementMode::Pipeline}}};
constexpr Words<bool, 2> kCachePlaces{{{"gpu", false}, {"ram", true}}};
constexpr Words<bool, 2> kSplits{{{"layer", false}, {"row", true}}};
constexpr Words<bool, 2> kOffloads{{{"layers", false}, {"experts", true}}};
constexpr double kMostRatio = 1e9;

bool isNull(const Json* value) { return value != nullptr && value->is_null(); }

/// Numbers from 0 on, not all of them 0.
void readRatios(ObjectReader& reader, std::vector<double>& ratios) {
    const Json* const list = reader.array("ratios");
    if (list == nullptr) {
        return;
    }
    for (const Json& item : *list) {
        if (!item.is_number() || !(item.get<double>() >= 0 && item.get<double>() <= kMostRatio)) {
            reader.fail(ErrorCode::OutOfRange, "ratios", {abbreviate(item.dump()), "0", "1000000000"});
            return;
        }
        ratios.push_back(item.get<double>());
    }
    if (!ratios.empty() && !(std::accumulate(ratios.begin(), ratios.end(), 0.0) > 0)) {
        reader.fail(ErrorCode::OutOfRange, "ratios", {"0", "0", "1000000000"});
        ratios.clear();
    }
}

} // namespace

PlacementChoice readPlacement(const Json& value, const std::string& path, std::vector<Error>& errors) {
    PlacementChoice placement;
    ObjectReader reader(value, path, errors);
    assign(placement.mode, word(reader, "mode", kModes));
    // null is written for "not set" in the documented example.
    const auto optionalCount = [&](std::string_view key, std::int64_t most) -> std::optional<std::int64_t> {
        return isNull(reader.raw(key)) ? std::nullopt : reader.integer(key, 0, most);
    };
    placement.gpuLayers = optionalCount("gpu_layers", kMostContext);
    placement.cpuExperts = optionalCount("cpu_experts", kMostContext);
    placement.vramBudgetMib = optionalCount("vram_budget_mib", std::int64_t{1} << 40);
    assign(placement.kvInRam, word(reader, "kv", kCachePlaces));
    assign(placement.expertsFirst, word(reader, "offload", kOffloads));
    assign(placement.rowSplit, word(reader, "split", kSplits));
    readRatios(reader, placement.ratios);
    assign(placement.mainGpu, reader.integer("main_gpu", 0, kMostGpus - 1));
    assign(placement.mmap, reader.boolean("mmap"));
    assign(placement.mlock, reader.boolean("mlock"));
    placement.tensorParallel = reader.integer("tensor_parallel", 1, kMostGpus);
    placement.pipelineParallel = reader.integer("pipeline_parallel", 1, kMostGpus);
    placement.dataParallel = reader.integer("data_parallel", 1, kMostGpus);
    assign(placement.expertParallel, reader.boolean("expert_parallel"));
    reader.finish();
    return placement;
}

Json placementToJson(const PlacementChoice& placement) {
    Json json = Json::object();
    const PlacementChoice standard;
    if (placement.mode != PlacementMode::Auto) {
        json["mode"] = nameOf(kModes, placement.mode);
    }
    put(json, "gpu_layers", placement.gpuLayers);
    put(json, "cpu_experts", placement.cpuExperts);
    put(json, "vram_budget_mib", placement.vramBudgetMib);
    if (placement.kvInRam) {
        json["kv"] = nameOf(kCachePlaces, true);
    }
    if (placement.expertsFirst) {
        json["offload"] = nameOf(kOffloads, true);
    }
    if (placement.rowSplit) {
        json["split"] = nameOf(kSplits, true);
    }
    put(json, "ratios", placement.ratios, standard.ratios);
    put(json, "main_gpu", placement.mainGpu, standard.mainGpu);
    put(json, "mmap", placement.mmap, standard.mmap);
    put(json, "mlock", placement.mlock, standard.mlock);
    put(json, "tensor_parallel", placement.tensorParallel);
    put(json, "pipeline_parallel", placement.pipelineParallel);
    put(json, "data_parallel", placement.dataParallel);
    put(json, "expert_parallel", placement.expertParallel, standard.expertParallel);
    return json;
}

} // namespace vram
