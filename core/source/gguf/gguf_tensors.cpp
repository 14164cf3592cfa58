// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_parts.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace vram {

namespace {

constexpr std::uint32_t kMostDimensions = 4;

std::string text(std::uint64_t number) { return std::to_string(number); }

/// Reads the dimensions; their product must fit 63 bits.
void readDimensions(GgufCursor& cursor, GgufTensor& tensor) {
    cursor.begin();
    const auto count = cursor.number<std::uint32_t>();
    if (cursor.ok() && (count == 0 || count > kMostDimensions)) {
        cursor.fail(ErrorCode::OutOfRange, {text(count), "1", text(kMostDimensions)});
    }
    if (!cursor.ok()) {
        return;
    }
    tensor.dimensionCount = static_cast<std::uint8_t>(count);
    std::int64_t elements = 1;
    for (std::size_t i = 0; i < count && cursor.ok(); ++i) {
        cursor.begin();
        const auto dimension = static_cast<std::int64_t>(cursor.number<std::uint64_t>());
        if (cursor.ok() && dimension <= 0) {
            cursor.fail(ErrorCode::OutOfRange,
                        {std::to_string(dimension), "1", text(std::numeric_limits<std::int64_t>::max())});
            return;
        }
        tensor.dimensions.at(i) = dimension;
        elements = saturatingMultiply(elements, dimension);
    }
    if (cursor.ok() && Bytes{elements}.isSaturated()) {
        cursor.fail(ErrorCode::Overflow, {"parameters"});
    }
}

void readType(GgufCursor& cursor, GgufTensor& tensor) {
    cursor.begin();
    const auto id = cursor.number<std::uint32_t>();
    if (!cursor.ok()) {
        return;
    }
    tensor.type = findGgmlType(id);
    if (tensor.type == nullptr) {
        cursor.fail(ErrorCode::UnknownValue, {text(id), "0 to 42"});
        return;
    }
    const std::int64_t columns = tensor.dimensions[0];
    if (columns % tensor.type->blockSize != 0) {
        cursor.fail(ErrorCode::Inconsistent,
                    {"columns must be whole blocks", std::to_string(columns), std::to_string(tensor.type->blockSize)});
        return;
    }
    const std::int64_t rows =
        saturatingMultiply(saturatingMultiply(tensor.dimensions[1], tensor.dimensions[2]), tensor.dimensions[3]);
    tensor.bytes = ggmlTensorBytes(*tensor.type, columns, rows);
    if (tensor.bytes.isSaturated()) {
        cursor.fail(ErrorCode::Overflow, {"memory"});
    }
}

/// Indices of the tensors in the order of `less`.
template <typename Less>
std::vector<std::uint32_t> sorted(const std::vector<GgufTensor>& tensors, Less less) {
    std::vector<std::uint32_t> order(tensors.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return less(tensors[a], tensors[b]); });
    return order;
}

} // namespace

void readGgufTensors(GgufCursor& cursor, std::uint64_t count, GgufFile& file) {
    for (std::uint64_t i = 0; i < count && cursor.ok(); ++i) {
        cursor.reading("tensor " + text(i));
        cursor.begin();
        const auto length = cursor.number<std::uint64_t>();
        if (cursor.ok() && (length == 0 || length > kMostGgufName)) {
            cursor.fail(ErrorCode::OutOfRange, {text(length), "1", text(kMostGgufName)});
        }
        GgufTensor tensor;
        tensor.at = cursor.position() - 8; // the length's own bytes
        tensor.name = cursor.text(length, kMostGgufName);
        if (cursor.ok() && !isPlainText(tensor.name)) {
            cursor.fail(ErrorCode::WrongType, {"UTF-8 text", "other bytes"});
        }
        if (!cursor.ok()) {
            return;
        }
        cursor.reading(tensor.name);
        readDimensions(cursor, tensor);
        readType(cursor, tensor);
        cursor.begin();
        tensor.offset = cursor.number<std::uint64_t>();
        if (cursor.ok()) {
            file.tensors.push_back(std::move(tensor));
        }
    }
}

std::optional<Error> checkGgufTensors(const GgufFile& file) {
    const std::vector<GgufTensor>& tensors = file.tensors;
    const auto at = [](const GgufTensor& tensor) { return ggufPlace(tensor.at, tensor.name); };
    const std::vector<std::uint32_t> byName = sorted(tensors, [](const GgufTensor& a, const GgufTensor& b) {
        return a.name != b.name ? a.name < b.name : a.at < b.at;
    });
    for (std::size_t i = 1; i < byName.size(); ++i) {
        if (tensors[byName[i]].name == tensors[byName[i - 1]].name) {
            return Error{ErrorCode::Duplicate, at(tensors[byName[i]]), {tensors[byName[i]].name}};
        }
    }
    const auto data =
        static_cast<std::uint64_t>(std::max<std::int64_t>((file.fileBytes - file.headerBytes).count(), 0));
    const std::vector<std::uint32_t> byOffset =
        sorted(tensors, [](const GgufTensor& a, const GgufTensor& b) { return a.offset < b.offset; });
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < byOffset.size(); ++i) {
        const GgufTensor& tensor = tensors[byOffset[i]];
        const auto bytes = static_cast<std::uint64_t>(tensor.bytes.count());
        if (tensor.offset % file.alignment != 0) {
            return Error{
                ErrorCode::Inconsistent,
                at(tensor),
                {"a tensor must start at a multiple of the alignment", text(tensor.offset), text(file.alignment)}};
        }
        if (tensor.offset < end) {
            return Error{ErrorCode::Inconsistent,
                         at(tensor),
                         {"two tensors overlap", tensors[byOffset[i - 1]].name, tensor.name}};
        }
        if (tensor.offset > data || bytes > data - tensor.offset) {
            return Error{
                ErrorCode::EndsEarly, at(tensor), {text(bytes), text(tensor.offset > data ? 0 : data - tensor.offset)}};
        }
        end = tensor.offset + bytes;
    }
    return std::nullopt;
}

} // namespace vram
