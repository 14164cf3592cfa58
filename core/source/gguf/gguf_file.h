// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/ggml_type.h"
#include "core/source/byte_source.h"
#include "core/units/bytes.h"
#include "core/units/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vram {

/// Types of metadata values; the values are those in the files (the GGUF specification, ggml docs/gguf.md).
enum class GgufValueType : std::uint8_t {
    UInt8,
    Int8,
    UInt16,
    Int16,
    UInt32,
    Int32,
    Float32,
    Bool,
    String,
    Array,
    UInt64,
    Int64,
    Float64
};

/// A string of any length; the file's first kilobyte of it.
struct GgufText {
    std::string start;
    std::uint64_t length = 0;
};

struct GgufArray {
    GgufValueType type{};
    std::uint64_t count = 0;
    Bytes bytes;                       ///< of the elements in the file
    std::vector<std::int64_t> numbers; ///< integers and booleans, where there are at most 4,096
};

using GgufValue = std::variant<std::uint64_t, std::int64_t, double, bool, GgufText, GgufArray>;

struct GgufEntry {
    std::string key;
    GgufValueType type{};
    GgufValue value;
    std::uint64_t offset = 0; ///< of the value's type in the file
};

struct GgufTensor {
    std::string name;
    const GgmlTypeInfo* type = nullptr;
    std::array<std::int64_t, 4> dimensions{1, 1, 1, 1}; ///< columns first
    std::uint8_t dimensionCount = 1;
    std::uint64_t offset = 0; ///< from the start of the data
    Bytes bytes;              ///< without padding
    std::uint64_t at = 0;     ///< byte of the file at which its entry in the list begins
};

/// One part of a model that was published in several files.
struct GgufSplit {
    std::uint64_t index = 0; ///< from 0
    std::uint64_t count = 1;
    std::uint64_t tensors = 0; ///< of all parts together; 0: not given
};

/// What stands before the weights of a GGUF.
struct GgufFile {
    std::uint32_t version = 0;
    std::uint64_t alignment = 32;
    std::string architecture;
    std::vector<GgufEntry> metadata; ///< in file order
    std::vector<GgufTensor> tensors; ///< in file order
    std::optional<GgufSplit> split;  ///< the file is only a part of a model
    Bytes keyValueBytes;
    Bytes tensorInfoBytes;
    Bytes headerBytes; ///< up to the first tensor, padding included
    Bytes tensorBytes; ///< of the tensors, without padding
    Bytes fileBytes;
    [[nodiscard]] const GgufEntry* find(std::string_view key) const;
};

/// `Error::where` of something in the header: "byte 24: llama.block_count".
[[nodiscard]] std::string ggufPlace(std::uint64_t byte, std::string_view what);

constexpr std::uint64_t kMostGgufEntries = 65'536;
constexpr std::uint64_t kMostGgufTensors = 131'072;
constexpr std::uint64_t kMostGgufElements = 16'777'216; ///< strings in one array; the largest vocabularies have 262,144
constexpr std::uint64_t kMostGgufName = 127;            ///< of a tensor; llama.cpp reads 63
constexpr std::uint64_t kMostGgufKey = 65'535;          ///< the specification's limit
/// What is kept of keys and values together; published files have some kilobytes.
constexpr std::uint64_t kMostGgufKept = 16'777'216;

/// Reads the header of a GGUF version 2 or 3, little-endian. Nothing in the file is trusted: counts, lengths, offsets
/// and sizes are checked against the file's size before anything follows from them. Errors say the byte and the key or
/// tensor (`Error::where`).
[[nodiscard]] Result<GgufFile> readGguf(ByteSource& source);

/// The id of a value type, such as "uint32".
[[nodiscard]] std::string_view ggufValueTypeId(GgufValueType type);

} // namespace vram
