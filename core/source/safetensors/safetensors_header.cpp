// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/json_reader.h"
#include "core/source/file_text.h"
#include "core/source/safetensors/json_stream.h"
#include "core/source/safetensors/safetensors_parts.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMostMetadata = 4096;
constexpr std::size_t kKeptText = 1024;
constexpr std::size_t kMostTypeId = 32;
constexpr std::size_t kMostUnknownTypes = 16;
// A new type's elements have from one bit to the two doubles of a complex number.
constexpr std::int64_t kMostBits = 128;
constexpr const char* kShapeAgainstLength = "the shape gives another length than the offsets";

std::string text(std::uint64_t number) { return std::to_string(number); }
std::string text(std::int64_t number) { return std::to_string(number); }

/// Takes the header's JSON apart: {"__metadata__": {key: text}, name: {"dtype", "shape", "data_offsets"}}.
class HeaderEvents : public JsonEvents {
public:
    HeaderEvents(JsonStretch& input, SafetensorsFile& file, std::uint64_t dataBytes)
        : JsonEvents(input),
          m_file(file),
          m_dataBytes(dataBytes) {}

private:
    enum class State : std::uint8_t { Start, Names, Metadata, Entry, Shape, Offsets };
    enum class Field : std::uint8_t { None, Type, Shape, Offsets };

    bool take(const JsonEvent& event) override {
        switch (m_state) {
        case State::Start:
            return openOnly(event, JsonEventKind::ObjectStart, State::Names, "object");
        case State::Names:
            return takeName(event);
        case State::Metadata:
            return takeMetadata(event);
        case State::Entry:
            return takeField(event);
        case State::Shape:
            return takeDimension(event);
        case State::Offsets:
            return takeOffset(event);
        }
        return false;
    }

    bool openOnly(const JsonEvent& event, JsonEventKind kind, State state, std::string_view expected) {
        if (event.kind != kind) {
            return wrongType(expected, event);
        }
        m_state = state;
        return true;
    }

    bool takeName(const JsonEvent& event) {
        if (event.kind == JsonEventKind::ObjectEnd) {
            return true;
        }
        if (event.kind != JsonEventKind::Key) {
            return openOnly(event, JsonEventKind::ObjectStart, m_inMetadata ? State::Metadata : State::Entry, "object");
        }
        reading(event.text);
        m_inMetadata = event.text == "__metadata__";
        if (m_inMetadata) {
            if (std::exchange(m_hasMetadata, true)) {
                return fail(ErrorCode::Duplicate, {"__metadata__"});
            }
            return true;
        }
        if (event.text.empty() || event.text.size() > kMostSafetensorsName) {
            return fail(ErrorCode::OutOfRange, {text(event.text.size()), "1", text(kMostSafetensorsName)});
        }
        if (!isPlainText(event.text)) {
            return fail(ErrorCode::WrongType, {"UTF-8 text", "other bytes"});
        }
        if (m_file.tensors.size() >= kMostSafetensorsTensors) {
            return fail(ErrorCode::TooLarge, {"over " + text(kMostSafetensorsTensors), text(kMostSafetensorsTensors)});
        }
        m_tensor = {};
        m_tensor.name = event.text;
        m_seen = {};
        return true;
    }

    bool takeMetadata(const JsonEvent& event) {
        if (event.kind == JsonEventKind::ObjectEnd) {
            m_state = State::Names;
            return true;
        }
        if (event.kind == JsonEventKind::Key) {
            if (event.text.size() > kKeptText) {
                return fail(ErrorCode::OutOfRange, {text(event.text.size()), "0", text(kKeptText)});
            }
            if (m_file.metadata.size() >= kMostMetadata) {
                return fail(ErrorCode::TooLarge, {"over " + text(kMostMetadata), text(kMostMetadata)});
            }
            if (!m_metadataKeys.insert(std::string(event.text)).second) {
                return fail(ErrorCode::Duplicate, {abbreviate(event.text)});
            }
            m_file.metadata.push_back({std::string(event.text), {}, 0});
            return true;
        }
        if (event.kind != JsonEventKind::Text) {
            return wrongType("string", event);
        }
        m_file.metadata.back().value = event.text.substr(0, kKeptText);
        m_file.metadata.back().length = event.text.size();
        return true;
    }

    bool takeField(const JsonEvent& event) {
        if (event.kind == JsonEventKind::ObjectEnd) {
            m_state = State::Names;
            return finishTensor();
        }
        if (event.kind == JsonEventKind::Key) {
            return openField(event.text);
        }
        if (m_field == Field::Type) {
            return takeType(event);
        }
        m_numbers = 0;
        return openOnly(event, JsonEventKind::ArrayStart, m_field == Field::Shape ? State::Shape : State::Offsets,
                        "array");
    }

    bool openField(std::string_view key) {
        struct Row {
            Field field;
            std::string_view key;
        };
        constexpr std::array kFields{Row{Field::Type, "dtype"}, Row{Field::Shape, "shape"},
                                     Row{Field::Offsets, "data_offsets"}};
        for (const Row& row : kFields) {
            if (key != row.key) {
                continue;
            }
            m_field = row.field;
            reading(m_tensor.name, row.key);
            bool& seen = m_seen.at(static_cast<std::size_t>(row.field));
            return std::exchange(seen, true) ? fail(ErrorCode::Duplicate, {std::string(key)}) : true;
        }
        return fail(ErrorCode::UnknownKey, {abbreviate(key), "dtype", "shape", "data_offsets"});
    }

    bool takeType(const JsonEvent& event) {
        if (event.kind != JsonEventKind::Text) {
            return wrongType("string", event);
        }
        m_tensor.type = findSafetensorsType(event.text);
        if (m_tensor.type != SafetensorsType::Unknown) {
            return true;
        }
        const auto isWordLetter = [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        };
        std::vector<std::string>& unknown = m_file.unknownTypes;
        const bool listed = std::find(unknown.begin(), unknown.end(), event.text) != unknown.end();
        const bool plausible = !event.text.empty() && event.text.size() <= kMostTypeId &&
                               std::all_of(event.text.begin(), event.text.end(), isWordLetter);
        if (!plausible || (!listed && unknown.size() >= kMostUnknownTypes)) {
            return fail(ErrorCode::UnknownValue, {abbreviate(event.text), "F64", "F32", "F16", "BF16", "F8_E4M3"});
        }
        if (!listed) {
            unknown.emplace_back(event.text);
        }
        return true;
    }

    /// Whole numbers from 0 on, within 63 bits.
    bool natural(const JsonEvent& event, std::int64_t& value) {
        constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
        const bool whole =
            event.kind == JsonEventKind::Real && event.text.find_first_of(".eE") == std::string_view::npos;
        if (event.kind == JsonEventKind::Integer || whole ||
            (event.kind == JsonEventKind::Natural && event.natural > kMost)) {
            std::string written = event.kind == JsonEventKind::Integer   ? text(event.integer)
                                  : event.kind == JsonEventKind::Natural ? text(event.natural)
                                                                         : abbreviate(event.text);
            return fail(ErrorCode::OutOfRange, {std::move(written), "0", text(kMost)});
        }
        if (event.kind != JsonEventKind::Natural) {
            return wrongType("integer", event);
        }
        value = static_cast<std::int64_t>(event.natural);
        return true;
    }

    bool takeDimension(const JsonEvent& event) {
        if (event.kind == JsonEventKind::ArrayEnd) {
            m_state = State::Entry;
            return true;
        }
        if (m_tensor.dimensionCount >= kMostSafetensorsDimensions) {
            return fail(ErrorCode::TooLarge,
                        {"over " + text(kMostSafetensorsDimensions), text(kMostSafetensorsDimensions)});
        }
        return natural(event, m_tensor.dimensions.at(m_tensor.dimensionCount++));
    }

    bool takeOffset(const JsonEvent& event) {
        if (event.kind == JsonEventKind::ArrayEnd) {
            m_state = State::Entry;
            return m_numbers == m_offsets.size()
                       ? true
                       : fail(ErrorCode::OutOfRange, {text(std::uint64_t{m_numbers}), "2", "2"});
        }
        if (m_numbers == m_offsets.size()) {
            return fail(ErrorCode::OutOfRange, {"3", "2", "2"});
        }
        return natural(event, m_offsets.at(m_numbers++));
    }

    bool finishTensor() {
        reading(m_tensor.name);
        constexpr std::array<std::string_view, 4> kKeys{"", "dtype", "shape", "data_offsets"};
        for (std::size_t field = 1; field < kKeys.size(); ++field) {
            if (!m_seen.at(field)) {
                return fail(ErrorCode::MissingKey, {std::string(kKeys.at(field))});
            }
        }
        reading(m_tensor.name, "data_offsets");
        const auto [begin, end] = m_offsets;
        if (end < begin) {
            return fail(ErrorCode::Inconsistent, {"a tensor must end behind its start", text(begin), text(end)});
        }
        if (static_cast<std::uint64_t>(end) > m_dataBytes) {
            return fail(ErrorCode::EndsEarly, {text(end), text(m_dataBytes)});
        }
        m_tensor.offset = static_cast<std::uint64_t>(begin);
        m_tensor.bytes = Bytes{end - begin};
        reading(m_tensor.name, "shape");
        if (!checkShape()) {
            return false;
        }
        m_file.tensorBytes += m_tensor.bytes;
        m_file.tensors.push_back(std::move(m_tensor));
        return true;
    }

    bool checkShape() {
        const std::int64_t elements = m_tensor.elements();
        if (Bytes{elements}.isSaturated()) {
            return fail(ErrorCode::Overflow, {"parameters"});
        }
        const std::int64_t held = m_tensor.bytes.count();
        if (m_tensor.type == SafetensorsType::Unknown) {
            const std::int64_t heldBits = saturatingMultiply(held, 8);
            return elements <= heldBits && heldBits <= saturatingMultiply(elements, kMostBits)
                       ? true
                       : fail(ErrorCode::Inconsistent, {kShapeAgainstLength, text(elements), text(held)});
        }
        const std::int64_t bits = safetensorsTypeInfo(m_tensor.type).bits;
        const std::int64_t factor = bits % 8 == 0 ? bits / 8 : bits;
        const std::int64_t product = saturatingMultiply(elements, factor);
        if (Bytes{product}.isSaturated()) {
            return fail(ErrorCode::Overflow, {"memory"});
        }
        if (bits % 8 != 0 && product % 8 != 0) {
            return fail(ErrorCode::Inconsistent, {"elements must fill whole bytes", text(elements), text(bits)});
        }
        const std::int64_t bytes = bits % 8 == 0 ? product : product / 8;
        return bytes == held ? true : fail(ErrorCode::Inconsistent, {kShapeAgainstLength, text(bytes), text(held)});
    }

    SafetensorsFile& m_file;
    std::uint64_t m_dataBytes;
    State m_state = State::Start;
    Field m_field = Field::None;
    bool m_inMetadata = false;
    bool m_hasMetadata = false;
    std::set<std::string> m_metadataKeys;
    SafetensorsTensor m_tensor;
    std::array<bool, 4> m_seen{}; ///< by Field
    std::array<std::int64_t, 2> m_offsets{};
    std::size_t m_numbers = 0;
};

} // namespace

std::optional<Error> parseSafetensorsHeader(ByteSource& source, std::uint64_t begin, std::uint64_t end,
                                            SafetensorsFile& file) {
    JsonStretch stretch(source, begin, end);
    return HeaderEvents(stretch, file, source.size() - end).parse();
}

} // namespace vram
