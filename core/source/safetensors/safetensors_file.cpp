// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/safetensors_file.h"

#include "core/catalog/json_reader.h"
#include "core/source/file_text.h"
#include "core/source/safetensors/safetensors_parts.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace vram {

namespace {

constexpr std::uint64_t kLengthField = 8;

std::string text(std::uint64_t number) { return std::to_string(number); }

/// Tensors must lie one behind the other from the first byte of the data to the last, as the format demands.
std::optional<Error> checkOffsets(const SafetensorsFile& file) {
    const std::vector<SafetensorsTensor>& tensors = file.tensors;
    std::vector<std::uint32_t> order(tensors.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [&](std::uint32_t i) { return std::pair(tensors[i].offset, tensors[i].bytes); };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    const auto header = static_cast<std::uint64_t>(file.headerBytes.count());
    const auto at = [&](std::uint64_t offset, std::string_view name) {
        return "byte " + text(header + offset) + ": " + abbreviate(name, 200);
    };
    constexpr const char* kHole = "bytes that belong to no tensor";
    std::uint64_t end = 0;
    const SafetensorsTensor* before = nullptr;
    for (const std::uint32_t i : order) {
        const SafetensorsTensor& tensor = tensors[i];
        if (tensor.offset < end) {
            return Error{ErrorCode::Inconsistent,
                         at(tensor.offset, tensor.name),
                         {"two tensors overlap", abbreviate(before->name), abbreviate(tensor.name)}};
        }
        if (tensor.offset > end) {
            return Error{ErrorCode::Inconsistent, at(end, tensor.name), {kHole, text(end), text(tensor.offset)}};
        }
        end = tensor.offset + static_cast<std::uint64_t>(tensor.bytes.count());
        before = &tensor;
    }
    const auto data = static_cast<std::uint64_t>((file.fileBytes - file.headerBytes).count());
    if (end < data) {
        return Error{ErrorCode::Inconsistent, at(end, "data_offsets"), {kHole, text(end), text(data)}};
    }
    return std::nullopt;
}

/// The length of the header's JSON, or why this is no safetensors file.
Result<std::uint64_t> headerLength(ByteSource& source) {
    std::array<char, 64> start{};
    const std::size_t known = static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), start.size()));
    if (!source.read(0, std::span(start).first(known))) {
        return Error{ErrorCode::FileUnreadable, "byte 0", {"header length", "cannot be read"}};
    }
    const std::string_view seen(start.data(), known);
    const auto otherKind = [&] { return Error{ErrorCode::NotThisKind, "byte 0", {"safetensors", kindOfFile(seen)}}; };
    if (known < kLengthField) {
        return known == 0 || kindOfFile(seen) != "something else"
                   ? otherKind()
                   : Error{ErrorCode::EndsEarly, "byte 0: header length", {text(kLengthField), text(known)}};
    }
    std::uint64_t length = 0;
    for (std::size_t i = kLengthField; i-- > 0;) {
        length = length << 8U | static_cast<unsigned char>(start.at(i));
    }
    // Other kinds of file read as an absurd length, or one that is not followed by an object.
    const bool absurd = length > kMostSafetensorsHeader || length > source.size() - kLengthField;
    if (absurd && kindOfFile(seen) != "something else") {
        return otherKind();
    }
    if (length > kMostSafetensorsHeader) {
        return Error{ErrorCode::TooLarge, "byte 0: header length", {text(length), text(kMostSafetensorsHeader)}};
    }
    if (length > source.size() - kLengthField) {
        return Error{ErrorCode::EndsEarly, "byte 0: header length", {text(length), text(source.size() - kLengthField)}};
    }
    if (length < 2) {
        return Error{ErrorCode::OutOfRange, "byte 0: header length", {text(length), "2", text(kMostSafetensorsHeader)}};
    }
    if (seen[kLengthField] != '{') {
        return Error{ErrorCode::NotThisKind, "byte 8", {"safetensors", kindOfFile(seen)}};
    }
    return length;
}

} // namespace

std::optional<std::size_t> findRepeated(const std::vector<std::string_view>& names) {
    struct Entry {
        std::size_t hash;
        std::size_t index;
    };
    std::vector<Entry> entries;
    entries.reserve(names.size());
    for (const std::string_view name : names) {
        entries.push_back({std::hash<std::string_view>()(name), entries.size()});
    }
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        return a.hash != b.hash ? a.hash < b.hash : names[a.index] < names[b.index];
    });
    const auto twin = std::adjacent_find(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        return a.hash == b.hash && names[a.index] == names[b.index];
    });
    return twin == entries.end() ? std::nullopt : std::optional(twin->index);
}

const SafetensorsTensor* findRepeatedName(const std::vector<SafetensorsTensor>& tensors) {
    std::vector<std::string_view> names;
    names.reserve(tensors.size());
    for (const SafetensorsTensor& tensor : tensors) {
        names.emplace_back(tensor.name);
    }
    const std::optional<std::size_t> repeated = findRepeated(names);
    return repeated ? &tensors[*repeated] : nullptr;
}

Result<SafetensorsFile> readSafetensors(ByteSource& source) {
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (source.size() > kMost) {
        return Error{ErrorCode::TooLarge, "byte 0", {text(source.size()), text(kMost)}};
    }
    const auto length = headerLength(source);
    if (!length) {
        return length.error();
    }
    SafetensorsFile file;
    file.fileBytes = Bytes{static_cast<std::int64_t>(source.size())};
    file.headerBytes = Bytes{static_cast<std::int64_t>(kLengthField + *length)};
    if (std::optional<Error> error = parseSafetensorsHeader(source, kLengthField, kLengthField + *length, file)) {
        return *std::move(error);
    }
    if (const SafetensorsTensor* repeated = findRepeatedName(file.tensors)) {
        return Error{ErrorCode::Duplicate, "byte 8: " + abbreviate(repeated->name, 200), {abbreviate(repeated->name)}};
    }
    if (std::optional<Error> error = checkOffsets(file)) {
        return *std::move(error);
    }
    return file;
}

} // namespace vram
