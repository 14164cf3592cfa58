// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/units/bytes.h"
#include "core/units/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// Types of elements, in the format's own order (huggingface/safetensors, tensor.rs).
enum class SafetensorsType : std::uint8_t {
    Bool,
    F4,
    F6_E2M3,
    F6_E3M2,
    U8,
    I8,
    F8_E5M2,
    F8_E4M3,
    F8_E8M0,
    F8_E4M3Fnuz,
    F8_E5M2Fnuz,
    I16,
    U16,
    F16,
    BF16,
    I32,
    U32,
    F32,
    C64,
    F64,
    I64,
    U64,
    Unknown, ///< newer than this program: the size is known by the offsets alone
};

struct SafetensorsTypeInfo {
    SafetensorsType type{};
    std::string_view id; ///< as files write it: "BF16"
    std::int64_t bits = 0;
};

[[nodiscard]] const SafetensorsTypeInfo& safetensorsTypeInfo(SafetensorsType type);
/// Unknown for an id that is not in the table.
[[nodiscard]] SafetensorsType findSafetensorsType(std::string_view id);

constexpr std::size_t kMostSafetensorsDimensions = 8;

struct SafetensorsTensor {
    std::string name;
    std::array<std::int64_t, kMostSafetensorsDimensions> dimensions{}; ///< rows first, as the file lists them
    std::uint8_t dimensionCount = 0;                                   ///< 0: a single value
    SafetensorsType type{};
    std::uint32_t shard = 0;  ///< index of the file that holds it
    std::uint64_t offset = 0; ///< from the start of that file's data
    Bytes bytes;
    [[nodiscard]] std::span<const std::int64_t> shape() const { return std::span(dimensions).first(dimensionCount); }
    /// Values as the type counts them: of packed integers the integers. Saturates.
    [[nodiscard]] std::int64_t elements() const;
};

/// One entry of `__metadata__`; of a long text the first kilobyte.
struct SafetensorsMetadata {
    std::string key;
    std::string value;
    std::uint64_t length = 0; ///< of the whole value
};

/// What stands before the weights of a safetensors file.
struct SafetensorsFile {
    std::vector<SafetensorsTensor> tensors; ///< in header order
    std::vector<SafetensorsMetadata> metadata;
    std::vector<std::string> unknownTypes; ///< ids of element types that this program does not know, each once
    Bytes headerBytes;                     ///< length field included
    Bytes tensorBytes;
    Bytes fileBytes;
};

constexpr std::uint64_t kMostSafetensorsHeader = 100'000'000; ///< the format's own limit
constexpr std::size_t kMostSafetensorsTensors = 524'288;      ///< of all files of a model; the largest have 280,000
constexpr std::size_t kMostSafetensorsName = 1024;

/// Reads the header of a safetensors file as it streams by; no weights. Nothing in it is trusted: lengths, shapes and
/// offsets are checked against each other and the file's size. Errors say the byte and the tensor with its field
/// (`Error::where`).
[[nodiscard]] Result<SafetensorsFile> readSafetensors(ByteSource& source);

/// The first name that stands twice among `tensors`; null: none does.
[[nodiscard]] const SafetensorsTensor* findRepeatedName(const std::vector<SafetensorsTensor>& tensors);

} // namespace vram
