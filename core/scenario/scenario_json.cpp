// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_json.h"

#include "core/scenario/extras_json.h"
#include "core/scenario/json_fields.h"
#include "core/scenario/machine_json.h"
#include "core/scenario/placement_json.h"
#include "core/scenario/training_json.h"
#include "core/scenario/view_json.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kNewestSchema = 1;
constexpr std::int64_t kMostParameters = 100'000'000'000'000;

constexpr std::array<std::pair<std::string_view, bool>, 2> kOutputs{{{"all", true}, {"per-sequence", false}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> kFusedQkv{{{"as-values", false}, {"own-rules", true}}};

ModelSource readModel(const Json& value, const std::string& path, std::vector<Error>& errors) {
    ObjectReader reader(value, path, errors);
    std::optional<ModelSource> source;
    int given = 0;
    if (const auto name = reader.string("catalog")) {
        source = CatalogName{*name};
        ++given;
    }
    if (const auto file = reader.string("file")) {
        source = ModelFile{*file};
        ++given;
    }
    if (const Json* config = reader.object("config")) {
        source = ModelConfig{config->dump()};
        ++given;
    }
    if (const auto size = reader.integer("parameters", 1, kMostParameters)) {
        source = ModelSize{*size};
        ++given;
    }
    reader.finish();
    if (errors.empty() && given == 0) {
        errors.push_back({ErrorCode::MissingKey, path, {"catalog"}});
    } else if (errors.empty() && given > 1) {
        errors.push_back({ErrorCode::Inconsistent, path, {"one model source expected", std::to_string(given), "1"}});
    }
    return source.value_or(CatalogName{});
}

QuantizerChoice readQuantizer(const Json& value, const std::string& path, std::vector<Error>& errors) {
    QuantizerChoice quantizer;
    ObjectReader reader(value, path, errors);
    assign(quantizer.importanceMatrix, reader.boolean("imatrix"));
    assign(quantizer.ownQkvRules, word(reader, "fused_qkv", kFusedQkv));
    reader.finish();
    return quantizer;
}

KvCacheChoice readKv(const Json& value, const std::string& path, std::vector<Error>& errors) {
    KvCacheChoice kv;
    ObjectReader reader(value, path, errors);
    assign(kv.k, reader.string("k"));
    assign(kv.v, reader.string("v"));
    reader.finish();
    return kv;
}

RuntimeChoice readRuntime(const Json& value, const std::string& path, std::vector<Error>& errors) {
    RuntimeChoice runtime;
    ObjectReader reader(value, path, errors);
    assign(runtime.name, reader.string("name"));
    assign(runtime.version, reader.string("version"));
    runtime.flashAttention = reader.boolean("flash_attention");
    runtime.logicalBatch = reader.integer("logical_batch", 1, kMostContext);
    runtime.ubatch = reader.integer("ubatch", 1, kMostContext);
    runtime.unifiedKv = reader.boolean("unified_kv");
    runtime.swaFull = reader.boolean("swa_full");
    runtime.outputsAll = word(reader, "outputs", kOutputs);
    runtime.gpuMemoryUtilization = reader.number("gpu_memory_utilization", 0.01, 1.0);
    runtime.maxBatchedTokens = reader.integer("max_num_batched_tokens", 1, kMostContext);
    runtime.maxSequences = reader.integer("max_num_seqs", 1, kMostBatch);
    runtime.cudaGraphs = reader.boolean("cuda_graphs");
    runtime.memFractionStatic = reader.number("mem_fraction_static", 0.01, 1.0);
    runtime.freeGpuMemoryFraction = reader.number("free_gpu_memory_fraction", 0.01, 1.0);
    runtime.chunkedPrefillSize = reader.integer("chunked_prefill_size", 1, kMostContext);
    runtime.cudaGraphMaxBatch = reader.integer("cuda_graph_max_bs", 1, kMostBatch);
    runtime.pageSize = reader.integer("page_size", 1, 65536);
    reader.finish();
    return runtime;
}

void putObject(Json& parent, const char* key, Json object) {
    if (!object.empty()) {
        parent[key] = std::move(object);
    }
}

Json modelToJson(const ModelSource& source) {
    struct Writer {
        Json operator()(const CatalogName& model) const { return {{"catalog", model.name}}; }
        Json operator()(const ModelFile& model) const { return {{"file", model.path}}; }
        Json operator()(const ModelConfig& model) const {
            Json config = Json::parse(model.json, nullptr, false);
            return {{"config", config.is_discarded() ? Json::object() : std::move(config)}};
        }
        Json operator()(const ModelSize& model) const { return {{"parameters", model.parameters}}; }
    };
    return std::visit(Writer{}, source);
}

Json runtimeToJson(const RuntimeChoice& runtime) {
    Json json = Json::object();
    const RuntimeChoice standard;
    put(json, "name", runtime.name, standard.name);
    put(json, "version", runtime.version, standard.version);
    put(json, "flash_attention", runtime.flashAttention);
    put(json, "logical_batch", runtime.logicalBatch);
    put(json, "ubatch", runtime.ubatch);
    put(json, "unified_kv", runtime.unifiedKv);
    put(json, "swa_full", runtime.swaFull);
    if (runtime.outputsAll) {
        json["outputs"] = nameOf(kOutputs, *runtime.outputsAll);
    }
    put(json, "gpu_memory_utilization", runtime.gpuMemoryUtilization);
    put(json, "max_num_batched_tokens", runtime.maxBatchedTokens);
    put(json, "max_num_seqs", runtime.maxSequences);
    put(json, "cuda_graphs", runtime.cudaGraphs);
    put(json, "mem_fraction_static", runtime.memFractionStatic);
    put(json, "free_gpu_memory_fraction", runtime.freeGpuMemoryFraction);
    put(json, "chunked_prefill_size", runtime.chunkedPrefillSize);
    put(json, "cuda_graph_max_bs", runtime.cudaGraphMaxBatch);
    put(json, "page_size", runtime.pageSize);
    return json;
}

} // namespace

Result<Scenario> scenarioFromJson(const Json& value, std::string_view where) {
    std::vector<Error> errors;
    Scenario scenario;
    ObjectReader reader(value, std::string(where), errors);
    const std::optional<std::int64_t> schema = reader.integer("schema", 0, kMostContext);
    if (schema && *schema != kNewestSchema && errors.empty()) {
        return Error{ErrorCode::UnsupportedSchema,
                     reader.pathOf("schema"),
                     {std::to_string(*schema), std::to_string(kNewestSchema)}};
    }
    const auto part = [&](std::string_view key, auto read, auto& target) {
        if (const Json* object = reader.object(key)) {
            target = read(*object, reader.pathOf(key), errors);
        }
    };
    reader.require("model");
    part("model", readModel, scenario.model);
    // What a file stores is what is asked about unless the question says otherwise.
    const bool ownFiles =
        std::holds_alternative<ModelFile>(scenario.model) || std::holds_alternative<ModelConfig>(scenario.model);
    assign(scenario.task, word(reader, "task", kTaskWords));
    const std::string usual(usualWeights(scenario.task));
    scenario.weights =
        reader.string("weights").value_or(ownFiles && usual == scenario.weights ? std::string(kAsStored) : usual);
    part("quantizer", readQuantizer, scenario.quantizer);
    assign(scenario.context, reader.integer("context", 1, kMostContext));
    assign(scenario.batch, reader.integer("batch", 1, kMostBatch));
    scenario.prompt = reader.integer("prompt", 1, kMostContext);
    part("kv_cache", readKv, scenario.kvCache);
    part("runtime", readRuntime, scenario.runtime);
    const Json* const runtime = reader.object("runtime");
    if (runtime == nullptr || !runtime->contains("name")) {
        scenario.runtime.name = usualRuntime(scenario.task);
    }
    part("training", readTraining, scenario.training);
    part("machine", readMachine, scenario.machine);
    part("placement", readPlacement, scenario.placement);
    part("extras", readExtras, scenario.extras);
    part("target", readTarget, scenario.target);
    part("seen", readSeen, scenario.seen);
    part("view", readView, scenario.view);
    reader.finish();
    if (errors.empty() && scenario.prompt && *scenario.prompt > scenario.context) {
        errors.push_back({ErrorCode::OutOfRange,
                          reader.pathOf("prompt"),
                          {std::to_string(*scenario.prompt), "1", std::to_string(scenario.context)}});
    }
    if (!errors.empty()) {
        return errors.front();
    }
    return scenario;
}

Result<Scenario> scenarioFromText(std::string_view text, std::string_view where) {
    Result<Json> json = parseJson(text, where);
    if (!json) {
        return json.error();
    }
    return scenarioFromJson(*json);
}

Json scenarioToJson(const Scenario& scenario) {
    Json json = Json::object();
    json["schema"] = kNewestSchema;
    json["model"] = modelToJson(scenario.model);
    json["weights"] = scenario.weights;
    Json quantizer = Json::object();
    put(quantizer, "imatrix", scenario.quantizer.importanceMatrix, false);
    if (scenario.quantizer.ownQkvRules) {
        quantizer["fused_qkv"] = nameOf(kFusedQkv, true);
    }
    putObject(json, "quantizer", std::move(quantizer));
    json["task"] = nameOf(kTaskWords, scenario.task);
    json["context"] = scenario.context;
    json["batch"] = scenario.batch;
    put(json, "prompt", scenario.prompt);
    Json kv = Json::object();
    put(kv, "k", scenario.kvCache.k, std::string{});
    put(kv, "v", scenario.kvCache.v, std::string{});
    putObject(json, "kv_cache", std::move(kv));
    putObject(json, "runtime", runtimeToJson(scenario.runtime));
    putObject(json, "training", trainingToJson(scenario.training));
    putObject(json, "machine", machineToJson(scenario.machine));
    putObject(json, "placement", placementToJson(scenario.placement));
    putObject(json, "extras", extrasToJson(scenario.extras));
    putObject(json, "target", targetToJson(scenario.target));
    putObject(json, "seen", seenToJson(scenario.seen));
    putObject(json, "view", viewToJson(scenario.view));
    return json;
}

SavedScenario savedScenario(std::string name, Scenario scenario) {
    scenario.view = {};
    return {std::move(name), scenarioToJson(scenario).dump(-1, ' ', false, Json::error_handler_t::replace)};
}

} // namespace vram
