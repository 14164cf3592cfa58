// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_json.h"

#include <array>
#include <string_view>

namespace vram {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kSources{"catalog", "file", "config", "generic"};

void putParts(Json& object, const PartSizes& parts) {
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        const auto part = static_cast<MemoryPart>(i);
        if (const auto bytes = parts.get(part)) {
            object[std::string(memoryPartId(part))] = bytes->typical.count();
        }
    }
}

void putTotal(Json& object, const ByteRange& total) {
    object["total"] = total.typical.count();
    object["total_low"] = total.low.count();
    object["total_high"] = total.high.count();
}

Json deviceJson(const DeviceReport& device) {
    Json json = Json::object();
    json["name"] = device.name;
    json["capacity"] = device.capacity.count();
    json["usable"] = device.usable.low.count();
    putParts(json, device.parts);
    putTotal(json, device.total);
    json["headroom"] = device.headroom.count();
    if (device.kvPool) {
        json["kv_pool"] = {{"bytes", device.kvPool->bytes.count()},
                           {"tokens", device.kvPool->tokens},
                           {"requests", device.kvPool->requests}};
    }
    return json;
}

Json rangeJson(const SpeedRange& range) {
    return {{"low", range.low}, {"typical", range.typical}, {"high", range.high}};
}

Json speedJson(const Speed& speed) {
    Json json{{"decode_tok_s", rangeJson(speed.decode)}, {"decode_tok_s_full", rangeJson(speed.decodeFull)}};
    if (speed.prefill) {
        json["prefill_tok_s"] = rangeJson(*speed.prefill);
        json["prefill_limit"] = speedLimitId(speed.prefillLimit);
    }
    if (speed.firstToken) {
        json["first_token_s"] = rangeJson(*speed.firstToken);
    }
    json["limit"] = speedLimitId(speed.limit);
    if (speed.decodeTarget != TargetVerdict::Unset) {
        json["decode_target"] = targetVerdictId(speed.decodeTarget);
    }
    if (speed.firstTokenTarget != TargetVerdict::Unset) {
        json["first_token_target"] = targetVerdictId(speed.firstTokenTarget);
    }
    return json;
}

} // namespace

Json reportToJson(const Report& report, const Wording& wording, const ReportLimits& limits) {
    Json json = Json::object();
    json["schema"] = 1;
    json["model"] = {{"name", report.modelName},
                     {"parameters", report.parameters},
                     {"active_parameters", report.activeParameters},
                     {"layers", report.layers},
                     {"architecture_source", kSources.at(static_cast<std::size_t>(report.architectureSource))}};
    if (report.modelMaxContext) {
        json["model"]["max_context"] = *report.modelMaxContext;
    }
    Json memory = Json::object();
    putParts(memory, report.memory);
    putTotal(memory, report.total);
    json["memory"] = std::move(memory);
    Json need = Json::object();
    putParts(need, report.need);
    putTotal(need, report.needTotal);
    need["first_token"] = report.needFirst.value_or(report.needTotal).typical.count();
    need["full_context"] = report.needTotal.typical.count();
    need["usable"] = report.usable.count();
    need["headroom"] = report.headroom.count();
    json["need"] = std::move(need);
    json["tensor_bytes"] = report.tensorBytes.count();
    if (report.fileBytes) {
        json["file_bytes"] = report.fileBytes->typical.count();
        json["file_bytes_low"] = report.fileBytes->low.count();
        json["file_bytes_high"] = report.fileBytes->high.count();
    }
    json["devices"] = Json::array();
    for (const DeviceReport& device : report.devices) {
        json["devices"].push_back(deviceJson(device));
    }
    if (report.host) {
        Json host = Json::object();
        putParts(host, report.host->parts);
        putTotal(host, report.host->total);
        if (report.host->capacity) {
            host["capacity"] = report.host->capacity->count();
        }
        if (report.host->verdict) {
            host["verdict"] = ramVerdictId(*report.host->verdict);
        }
        if (report.host->swapped > Bytes{}) {
            host["swapped"] = report.host->swapped.count();
        }
        if (report.host->diskTokensPerSecond) {
            host["disk_tok_s"] = rangeJson(*report.host->diskTokensPerSecond);
        }
        json["host"] = std::move(host);
    }
    json["verdict"] = verdictId(report.verdict);
    json["gpu_layers"] = report.gpuLayers;
    json["layers_total"] = report.layersTotal;
    if (report.speed) {
        json["speed"] = speedJson(*report.speed);
    }
    if (report.trainTokensPerSecond) {
        json["speed"] = {{"train_tok_s", rangeJson(*report.trainTokensPerSecond)}};
    }
    if (report.kvBytesPerToken) {
        json["kv_bytes_per_token"] = report.kvBytesPerToken->count();
    }
    if (limits.context) {
        json["max_context"] = *limits.context;
    }
    if (!report.devices.empty() && report.devices.front().kvPool) {
        json["max_batch"] = report.devices.front().kvPool->requests;
    } else if (limits.batch) {
        json["max_batch"] = *limits.batch;
    }
    if (!report.command.empty()) {
        json["command"] = report.command;
    }
    json["notes"] = Json::array();
    for (const Note& note : report.notes) {
        json["notes"].push_back({{"code", note.code}, {"text", wording.note(note)}});
    }
    return json;
}

namespace {

Json explanationToJson(const Explanation& explanation, std::string_view part) {
    constexpr std::array<std::string_view, 6> kOperandSources{"scenario", "architecture", "catalog",
                                                              "measured", "rule",         "assumption"};
    constexpr std::array<std::string_view, 6> kUnits{"",         "bytes",           "tokens",
                                                     "elements", "bits per weight", "bytes per element"};
    Json operands = Json::array();
    for (const Operand& operand : explanation.operands) {
        Json row{{"id", operand.id},
                 {"value", operand.value},
                 {"unit", kUnits.at(static_cast<std::size_t>(operand.unit))},
                 {"source", kOperandSources.at(static_cast<std::size_t>(operand.source))}};
        if (!operand.detail.empty()) {
            row["detail"] = operand.detail;
        }
        operands.push_back(std::move(row));
    }
    return {{"part", part},
            {"formula", explanation.formula},
            {"operands", std::move(operands)},
            {"bytes", explanation.result.typical.count()},
            {"bytes_low", explanation.result.low.count()},
            {"bytes_high", explanation.result.high.count()}};
}

} // namespace

Json explanationsToJson(const Resolved& resolved) {
    Json list = Json::array();
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        for (const Explanation& explanation : explain(resolved, static_cast<MemoryPart>(i))) {
            list.push_back(explanationToJson(explanation, memoryPartId(explanation.part)));
        }
    }
    if (const std::optional<Explanation> pool = explainPool(resolved)) {
        list.push_back(explanationToJson(*pool, "kv_pool"));
    }
    return list;
}

Json errorToJson(const Error& error, const Wording& wording) {
    return {{"error", {{"code", errorCodeId(error.code)}, {"where", error.where}, {"message", wording.error(error)}}}};
}

} // namespace vram
