// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_file.h"

#include "core/source/gguf/gguf_parts.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace vram {

namespace {

constexpr std::uint64_t kKeptText = 1024;
constexpr std::uint64_t kKeptNumbers = 4096;
constexpr std::uint64_t kMostAlignment = 65'536;
constexpr std::uint64_t kMostArchitecture = 64;
// The least that an entry (key of one character, one byte) and a tensor (name of one, one dimension) take.
constexpr std::uint64_t kLeastEntry = 8 + 1 + 4 + 1;
constexpr std::uint64_t kLeastTensor = 8 + 1 + 4 + 8 + 4 + 8;

struct ValueTypeRow {
    GgufValueType type;
    std::string_view id;
    std::uint64_t bytes; ///< 0: has a length of its own
};

constexpr std::array kValueTypes{
    ValueTypeRow{GgufValueType::UInt8, "uint8", 1},     ValueTypeRow{GgufValueType::Int8, "int8", 1},
    ValueTypeRow{GgufValueType::UInt16, "uint16", 2},   ValueTypeRow{GgufValueType::Int16, "int16", 2},
    ValueTypeRow{GgufValueType::UInt32, "uint32", 4},   ValueTypeRow{GgufValueType::Int32, "int32", 4},
    ValueTypeRow{GgufValueType::Float32, "float32", 4}, ValueTypeRow{GgufValueType::Bool, "bool", 1},
    ValueTypeRow{GgufValueType::String, "string", 0},   ValueTypeRow{GgufValueType::Array, "array", 0},
    ValueTypeRow{GgufValueType::UInt64, "uint64", 8},   ValueTypeRow{GgufValueType::Int64, "int64", 8},
    ValueTypeRow{GgufValueType::Float64, "float64", 8},
};

constexpr bool isIndexedByType() {
    for (std::size_t i = 0; i < kValueTypes.size(); ++i) {
        if (static_cast<std::size_t>(kValueTypes[i].type) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isIndexedByType());

class Reader {
public:
    explicit Reader(ByteSource& source) : m_source(source), m_cursor(source) {}

    Result<GgufFile> read() {
        m_file.fileBytes = Bytes{static_cast<std::int64_t>(
            std::min<std::uint64_t>(m_source.size(), std::numeric_limits<std::int64_t>::max()))};
        readMagic();
        readVersion();
        readCounts();
        const std::uint64_t start = m_cursor.position();
        for (std::uint64_t i = 0; i < m_entryCount && m_cursor.ok(); ++i) {
            readEntry(i);
        }
        checkKeys();
        m_file.keyValueBytes = bytes(m_cursor.position() - start);
        useKeys();
        const std::uint64_t infos = m_cursor.position();
        readGgufTensors(m_cursor, m_tensorCount, m_file);
        if (!m_cursor.ok()) {
            return m_cursor.error();
        }
        m_file.tensorInfoBytes = bytes(m_cursor.position() - infos);
        m_file.headerBytes =
            Bytes{roundUp(bytes(m_cursor.position()).count(), static_cast<std::int64_t>(m_file.alignment))};
        if (std::optional<Error> error = checkGgufTensors(m_file)) {
            return *std::move(error);
        }
        for (const GgufTensor& tensor : m_file.tensors) {
            m_file.tensorBytes += tensor.bytes;
        }
        return std::move(m_file);
    }

private:
    static Bytes bytes(std::uint64_t count) { return Bytes{static_cast<std::int64_t>(count)}; }
    static std::string text(std::uint64_t number) { return std::to_string(number); }

    void readMagic() {
        m_cursor.reading({});
        const std::string start = GgufCursor(m_source).text(std::min<std::uint64_t>(m_source.size(), 64), 64);
        if (!start.starts_with("GGUF")) {
            m_cursor.fail(ErrorCode::NotThisKind, {"GGUF", kindOfFile(start)});
        }
        m_cursor.skip(4);
    }

    void readVersion() {
        m_cursor.reading("version");
        m_cursor.begin();
        const auto version = m_cursor.number<std::uint32_t>();
        if (m_cursor.ok() && (version & 0xFFFFU) == 0 && version != 0) { // small numbers the other way round
            m_cursor.fail(ErrorCode::BigEndian, {"GGUF"});
        } else if (m_cursor.ok() && version != 2 && version != 3) {
            m_cursor.fail(ErrorCode::UnknownValue, {text(version), "2", "3"});
        }
        m_file.version = version;
    }

    /// A count, checked against a limit and against what the rest of the file can hold.
    std::uint64_t count(std::string_view what, std::uint64_t most, std::uint64_t leastEach) {
        m_cursor.reading(what);
        m_cursor.begin();
        const auto number = m_cursor.number<std::uint64_t>();
        if (number > most) {
            m_cursor.fail(ErrorCode::TooLarge, {text(number), text(most)});
        } else if (number * leastEach > m_cursor.remaining()) {
            m_cursor.fail(ErrorCode::EndsEarly, {text(number * leastEach), text(m_cursor.remaining())});
        }
        return m_cursor.ok() ? number : 0;
    }

    void readCounts() {
        m_tensorCount = count("tensor count", kMostGgufTensors, kLeastTensor);
        m_entryCount = count("key count", kMostGgufEntries, kLeastEntry);
    }

    GgufValueType readType() {
        m_cursor.begin();
        const auto id = m_cursor.number<std::uint32_t>();
        if (m_cursor.ok() && id >= kValueTypes.size()) {
            m_cursor.fail(ErrorCode::UnknownValue, {text(id), "0 to 12"});
        }
        return m_cursor.ok() ? static_cast<GgufValueType>(id) : GgufValueType::UInt8;
    }

    void readEntry(std::uint64_t index) {
        m_cursor.reading("key " + text(index));
        m_cursor.begin();
        const auto length = m_cursor.number<std::uint64_t>();
        if (m_cursor.ok() && (length == 0 || length > kMostGgufKey)) {
            m_cursor.fail(ErrorCode::OutOfRange, {text(length), "1", text(kMostGgufKey)});
        }
        GgufEntry entry;
        entry.key = m_cursor.text(length, kMostGgufKey);
        if (m_cursor.ok() && !isPlainText(entry.key)) {
            m_cursor.fail(ErrorCode::WrongType, {"UTF-8 text", "other bytes"});
        }
        keep(sizeof(GgufEntry) + entry.key.size());
        if (!m_cursor.ok()) {
            return;
        }
        m_cursor.reading(entry.key);
        entry.offset = m_cursor.position();
        entry.type = readType();
        entry.value = readValue(entry.type);
        if (m_cursor.ok()) {
            m_file.metadata.push_back(std::move(entry));
        }
    }

    GgufValue readValue(GgufValueType type) {
        m_cursor.begin();
        switch (type) {
        case GgufValueType::UInt8:
            return std::uint64_t{m_cursor.number<std::uint8_t>()};
        case GgufValueType::UInt16:
            return std::uint64_t{m_cursor.number<std::uint16_t>()};
        case GgufValueType::UInt32:
            return std::uint64_t{m_cursor.number<std::uint32_t>()};
        case GgufValueType::UInt64:
            return m_cursor.number<std::uint64_t>();
        case GgufValueType::Int8:
        case GgufValueType::Int16:
        case GgufValueType::Int32:
        case GgufValueType::Int64:
            return readSigned(type);
        case GgufValueType::Bool:
            return m_cursor.number<std::uint8_t>() != 0;
        case GgufValueType::Float32:
            return m_cursor.float32();
        case GgufValueType::Float64:
            return m_cursor.float64();
        case GgufValueType::String:
            return readText();
        case GgufValueType::Array:
            return readArray();
        }
        return false;
    }

    std::int64_t readSigned(GgufValueType type) {
        switch (type) {
        case GgufValueType::Int8:
            return static_cast<std::int8_t>(m_cursor.number<std::uint8_t>());
        case GgufValueType::Int16:
            return static_cast<std::int16_t>(m_cursor.number<std::uint16_t>());
        case GgufValueType::Int32:
            return static_cast<std::int32_t>(m_cursor.number<std::uint32_t>());
        default:
            return static_cast<std::int64_t>(m_cursor.number<std::uint64_t>());
        }
    }

    /// Counts what is kept: thousands of entries, each within its own limit, would still fill the memory.
    void keep(std::uint64_t bytes) {
        m_keptBytes += bytes;
        if (m_keptBytes > kMostGgufKept) {
            m_cursor.fail(ErrorCode::TooLarge, {text(m_keptBytes), text(kMostGgufKept)});
        }
    }

    GgufText readText() {
        const auto length = m_cursor.number<std::uint64_t>();
        keep(std::min(length, kKeptText));
        return {m_cursor.text(length, kKeptText), length};
    }

    GgufArray readArray() {
        GgufArray array;
        array.type = readType();
        if (array.type == GgufValueType::Array) { // llama.cpp refuses them too
            m_cursor.fail(ErrorCode::UnknownValue, {"array of arrays", "array of numbers", "array of strings"});
        }
        m_cursor.begin();
        array.count = m_cursor.number<std::uint64_t>();
        const std::uint64_t each = kValueTypes.at(static_cast<std::size_t>(array.type)).bytes;
        const std::uint64_t least = each == 0 ? 8 : each;
        if (m_cursor.ok() && array.count > m_cursor.remaining() / least) {
            m_cursor.fail(ErrorCode::EndsEarly, {text(array.count), text(m_cursor.remaining() / least)});
        }
        if (m_cursor.ok() && each == 0 && array.count > kMostGgufElements) {
            m_cursor.fail(ErrorCode::TooLarge, {text(array.count), text(kMostGgufElements)});
        }
        if (!m_cursor.ok()) {
            return array;
        }
        const std::uint64_t start = m_cursor.position();
        const bool whole = array.type != GgufValueType::Float32 && array.type != GgufValueType::Float64;
        if (each == 0) {
            m_cursor.skipTexts(array.count);
        } else if (whole && array.count <= kKeptNumbers) {
            keep(array.count * sizeof(std::int64_t));
            array.numbers.reserve(array.count);
            for (std::uint64_t i = 0; i < array.count && m_cursor.ok(); ++i) {
                array.numbers.push_back(readWhole(array.type));
            }
        } else {
            m_cursor.skip(array.count * each);
        }
        array.bytes = bytes(m_cursor.position() - start);
        return array;
    }

    /// An integer or boolean; unsigned ones beyond 63 bits are held at the largest.
    std::int64_t readWhole(GgufValueType type) {
        const GgufValue value = readValue(type);
        if (const auto* number = std::get_if<std::uint64_t>(&value)) {
            constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
            return static_cast<std::int64_t>(std::min(*number, kMost));
        }
        if (const auto* yes = std::get_if<bool>(&value)) {
            return *yes ? 1 : 0;
        }
        return std::get<std::int64_t>(value);
    }

    void checkKeys() {
        std::vector<std::pair<std::string_view, std::uint64_t>> keys;
        for (const GgufEntry& entry : m_file.metadata) {
            keys.emplace_back(entry.key, entry.offset);
        }
        std::sort(keys.begin(), keys.end());
        const auto twice = std::adjacent_find(keys.begin(), keys.end(),
                                              [](const auto& a, const auto& b) { return a.first == b.first; });
        if (m_cursor.ok() && twice != keys.end()) {
            const auto& [key, at] = *std::next(twice);
            m_cursor.reading(key);
            m_cursor.begin(at);
            m_cursor.fail(ErrorCode::Duplicate, {std::string(key)});
        }
    }

    /// An error from here on is about this entry.
    void about(const GgufEntry& entry) {
        m_cursor.reading(entry.key);
        m_cursor.begin(entry.offset);
    }

    /// The keys that the container itself needs.
    void useKeys() {
        if (!m_cursor.ok()) {
            return;
        }
        const GgufEntry* architecture = m_file.find("general.architecture");
        if (architecture == nullptr) {
            m_cursor.reading("general.architecture");
            m_cursor.begin(); // it should have come by here
            m_cursor.fail(ErrorCode::MissingKey, {"general.architecture"});
            return;
        }
        about(*architecture);
        const auto* name = std::get_if<GgufText>(&architecture->value);
        if (name == nullptr) {
            m_cursor.fail(ErrorCode::WrongType, {"string", std::string(ggufValueTypeId(architecture->type))});
        } else if (name->length > kMostArchitecture) {
            m_cursor.fail(ErrorCode::TooLarge, {text(name->length), text(kMostArchitecture)});
        } else if (!isPlainText(name->start)) {
            m_cursor.fail(ErrorCode::WrongType, {"UTF-8 text", "other bytes"});
        } else {
            m_file.architecture = name->start;
        }
        if (const GgufEntry* alignment = m_file.find("general.alignment")) {
            useAlignment(*alignment);
        }
        useSplit();
    }

    void useAlignment(const GgufEntry& entry) {
        about(entry);
        const auto* value = std::get_if<std::uint64_t>(&entry.value);
        if (value == nullptr || entry.type != GgufValueType::UInt32) {
            m_cursor.fail(ErrorCode::WrongType, {"uint32", std::string(ggufValueTypeId(entry.type))});
        } else if (*value == 0 || *value > kMostAlignment) {
            m_cursor.fail(ErrorCode::OutOfRange, {text(*value), "1", text(kMostAlignment)});
        } else if (!std::has_single_bit(*value)) {
            m_cursor.fail(ErrorCode::Inconsistent, {"the alignment must be a power of two", text(*value), "32"});
        } else {
            m_file.alignment = *value;
        }
    }

    /// A number of either sign under a key of the split; nothing where the key is not there.
    std::optional<std::uint64_t> splitNumber(std::string_view key, std::uint64_t most) {
        const GgufEntry* entry = m_file.find(key);
        if (entry == nullptr) {
            return std::nullopt;
        }
        about(*entry);
        const auto* natural = std::get_if<std::uint64_t>(&entry->value);
        const auto* integer = std::get_if<std::int64_t>(&entry->value);
        if (natural == nullptr && integer == nullptr) {
            m_cursor.fail(ErrorCode::WrongType, {"integer", std::string(ggufValueTypeId(entry->type))});
            return std::nullopt;
        }
        const bool negative = integer != nullptr && *integer < 0;
        const std::uint64_t number = natural != nullptr ? *natural : static_cast<std::uint64_t>(*integer);
        if (negative || number > most) {
            m_cursor.fail(ErrorCode::OutOfRange, {negative ? std::to_string(*integer) : text(number), "0", text(most)});
            return std::nullopt;
        }
        return number;
    }

    void useSplit() {
        const std::uint64_t count = splitNumber("split.count", 65'535).value_or(1);
        if (count <= 1) {
            return;
        }
        GgufSplit split;
        split.count = count;
        split.index = splitNumber("split.no", count - 1).value_or(0);
        split.tensors = splitNumber("split.tensors.count", kMostGgufTensors).value_or(0);
        if (split.tensors != 0 && split.tensors < m_tensorCount) {
            m_cursor.fail(ErrorCode::Inconsistent,
                          {"more tensors than all parts together have", text(m_tensorCount), text(split.tensors)});
        }
        m_file.split = split;
    }

    ByteSource& m_source;
    GgufCursor m_cursor;
    GgufFile m_file;
    std::uint64_t m_tensorCount = 0;
    std::uint64_t m_entryCount = 0;
    std::uint64_t m_keptBytes = 0;
};

} // namespace

const GgufEntry* GgufFile::find(std::string_view key) const {
    const auto found =
        std::find_if(metadata.begin(), metadata.end(), [key](const GgufEntry& entry) { return entry.key == key; });
    return found == metadata.end() ? nullptr : &*found;
}

Result<GgufFile> readGguf(ByteSource& source) { return Reader(source).read(); }

std::string_view ggufValueTypeId(GgufValueType type) { return kValueTypes.at(static_cast<std::size_t>(type)).id; }

} // namespace vram
