// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/safetensors_json.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

using Json = nlohmann::ordered_json;

struct TypeSum {
    std::int64_t tensors = 0;
    std::int64_t elements = 0;
    Bytes bytes;
};

Json tensorToJson(const Checkpoint& checkpoint, const SafetensorsTensor& tensor) {
    Json dimensions = Json::array();
    for (std::size_t i = tensor.dimensionCount; i-- > 0;) {
        dimensions.push_back(tensor.dimensions.at(i));
    }
    Json row{{"name", tensor.name},
             {"type", safetensorsTypeInfo(tensor.type).id},
             {"dimensions", std::move(dimensions)},
             {"offset", tensor.offset},
             {"bytes", tensor.bytes.count()}};
    if (checkpoint.shards.size() > 1) {
        row["shard"] = tensor.shard;
    }
    return row;
}

Json adapterToJson(const LoraAdapter& adapter) {
    Json json{{"kind", "lora"},
              {"rank", adapter.rank},
              {"targets", adapter.targets},
              {"parameters", adapter.parameters},
              {"bytes", adapter.bytes.count()}};
    if (!adapter.baseModel.empty()) {
        json["base_model"] = adapter.baseModel;
    }
    return json;
}

} // namespace

Json checkpointToJson(const Checkpoint& checkpoint) {
    Bytes fileBytes;
    Bytes headerBytes;
    Json shards = Json::array();
    for (const CheckpointShard& shard : checkpoint.shards) {
        fileBytes += shard.fileBytes;
        headerBytes += shard.headerBytes;
        shards.push_back({{"name", shard.name},
                          {"file_bytes", shard.fileBytes.count()},
                          {"tensor_bytes", shard.tensorBytes.count()},
                          {"tensors", shard.tensors}});
    }
    Json json{{"format", checkpoint.container},
              {"file_bytes", fileBytes.count()},
              {"header_bytes", headerBytes.count()},
              {"tensor_bytes", checkpoint.tensorBytes.count()}};
    if (checkpoint.adapter) {
        json["adapter"] = adapterToJson(*checkpoint.adapter);
    }
    json["shards"] = std::move(shards);
    std::array<TypeSum, static_cast<std::size_t>(SafetensorsType::Unknown) + 1> types;
    std::int64_t elements = 0;
    Json tensors = Json::array();
    for (const SafetensorsTensor& tensor : checkpoint.tensors) {
        TypeSum& sum = types.at(static_cast<std::size_t>(tensor.type));
        ++sum.tensors;
        sum.elements = saturatingAdd(sum.elements, tensor.elements());
        sum.bytes += tensor.bytes;
        elements = saturatingAdd(elements, tensor.elements());
        tensors.push_back(tensorToJson(checkpoint, tensor));
    }
    json["elements"] = elements;
    json["types"] = Json::array();
    for (std::size_t i = 0; i < types.size(); ++i) {
        const TypeSum& sum = types.at(i);
        if (sum.tensors > 0) {
            json["types"].push_back({{"type", safetensorsTypeInfo(static_cast<SafetensorsType>(i)).id},
                                     {"tensors", sum.tensors},
                                     {"elements", sum.elements},
                                     {"bytes", sum.bytes.count()}});
        }
    }
    json["metadata"] = Json::array();
    for (const SafetensorsMetadata& entry : checkpoint.metadata) {
        Json row{{"key", entry.key}, {"type", "string"}, {"value", entry.value}};
        if (entry.length > entry.value.size()) {
            row["length"] = entry.length; // only the start is shown
        }
        json["metadata"].push_back(std::move(row));
    }
    json["tensors"] = std::move(tensors);
    return json;
}

} // namespace vram
