// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_json.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vram {

namespace {

using Json = nlohmann::ordered_json;

struct ValueWriter {
    Json& row;
    void operator()(const GgufText& text) const {
        row["value"] = text.start;
        if (text.length > text.start.size()) {
            row["length"] = text.length; // only the start is shown
        }
    }
    void operator()(const GgufArray& array) const {
        row["element_type"] = ggufValueTypeId(array.type);
        row["count"] = array.count;
        row["bytes"] = array.bytes.count();
        if (!array.numbers.empty()) {
            row["value"] = array.numbers;
        }
    }
    void operator()(double number) const {
        row["value"] = std::isfinite(number) ? Json(number) : Json(std::to_string(number));
    }
    void operator()(std::uint64_t number) const { row["value"] = number; }
    void operator()(std::int64_t number) const { row["value"] = number; }
    void operator()(bool yes) const { row["value"] = yes; }
};

struct TypeSum {
    std::int64_t tensors = 0;
    std::int64_t elements = 0;
    Bytes bytes;
};

std::int64_t elementsOf(const GgufTensor& tensor) {
    std::int64_t elements = 1;
    for (const std::int64_t dimension : tensor.dimensions) {
        elements = saturatingMultiply(elements, dimension);
    }
    return elements;
}

} // namespace

Json ggufToJson(const GgufFile& file) {
    Json json{{"format", "GGUF"},
              {"version", file.version},
              {"architecture", file.architecture},
              {"alignment", file.alignment},
              {"file_bytes", file.fileBytes.count()},
              {"header_bytes", file.headerBytes.count()},
              {"key_value_bytes", file.keyValueBytes.count()},
              {"tensor_list_bytes", file.tensorInfoBytes.count()},
              {"tensor_bytes", file.tensorBytes.count()}};
    if (file.split) {
        json["split"] = {{"index", file.split->index}, {"count", file.split->count}};
        if (file.split->tensors > 0) {
            json["split"]["tensors"] = file.split->tensors;
        }
    }
    std::map<std::string_view, TypeSum> types;
    std::int64_t elements = 0;
    Json tensors = Json::array();
    for (const GgufTensor& tensor : file.tensors) {
        TypeSum& sum = types[tensor.type->name];
        ++sum.tensors;
        sum.elements = saturatingAdd(sum.elements, elementsOf(tensor));
        sum.bytes += tensor.bytes;
        elements = saturatingAdd(elements, elementsOf(tensor));
        Json dimensions = Json::array();
        for (std::size_t i = 0; i < tensor.dimensionCount; ++i) {
            dimensions.push_back(tensor.dimensions.at(i));
        }
        tensors.push_back({{"name", tensor.name},
                           {"type", tensor.type->name},
                           {"dimensions", std::move(dimensions)},
                           {"offset", tensor.offset},
                           {"bytes", tensor.bytes.count()}});
    }
    json["elements"] = elements;
    json["types"] = Json::array();
    for (const auto& [name, sum] : types) {
        json["types"].push_back(
            {{"type", name}, {"tensors", sum.tensors}, {"elements", sum.elements}, {"bytes", sum.bytes.count()}});
    }
    json["metadata"] = Json::array();
    for (const GgufEntry& entry : file.metadata) {
        Json row{{"key", entry.key}, {"type", ggufValueTypeId(entry.type)}};
        std::visit(ValueWriter{row}, entry.value);
        json["metadata"].push_back(std::move(row));
    }
    json["tensors"] = std::move(tensors);
    return json;
}

} // namespace vram
