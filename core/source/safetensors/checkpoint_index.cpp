// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/checkpoint_index.h"

#include "core/catalog/json_reader.h"
#include "core/source/file_text.h"
#include "core/source/safetensors/json_stream.h"
#include "core/source/safetensors/safetensors_parts.h"

#include <algorithm>
#include <map>
#include <utility>

namespace vram {

namespace {

constexpr std::uint64_t kMostIndex = 200'000'000; ///< bytes; the largest have 25 MB
constexpr std::size_t kMostDepth = 64;
constexpr std::size_t kMostFileName = 255;

/// Takes apart {"metadata": {"total_size": bytes}, "weight_map": {tensor: file}}; other keys are passed over.
class IndexEvents : public JsonEvents {
public:
    IndexEvents(JsonStretch& input, CheckpointIndex& index) : JsonEvents(input), m_index(index) {}
    [[nodiscard]] bool hasMap() const { return m_hasMap; }

private:
    enum class State : std::uint8_t { Start, Top, Metadata, Map, Skip };

    bool take(const JsonEvent& event) override {
        switch (m_state) {
        case State::Start:
            m_state = State::Top;
            return event.kind == JsonEventKind::ObjectStart ? true : wrongType("object", event);
        case State::Top:
            return takeTop(event);
        case State::Metadata:
            return takeMetadata(event);
        case State::Map:
            return takeShard(event);
        case State::Skip:
            return skip(event);
        }
        return false;
    }

    bool takeTop(const JsonEvent& event) {
        if (event.kind == JsonEventKind::ObjectEnd) {
            return true;
        }
        if (event.kind == JsonEventKind::Key) {
            m_key = event.text == "weight_map" || event.text == "metadata" ? event.text : std::string_view();
            reading(event.text);
            return true;
        }
        if (m_key.empty() || (m_key == "metadata" && event.kind != JsonEventKind::ObjectStart)) {
            return skipFrom(event, State::Top);
        }
        if (event.kind != JsonEventKind::ObjectStart) {
            return wrongType("object", event);
        }
        if (m_key == "metadata") {
            m_state = State::Metadata;
            return true;
        }
        m_state = State::Map;
        return std::exchange(m_hasMap, true) ? fail(ErrorCode::Duplicate, {"weight_map"}) : true;
    }

    bool takeMetadata(const JsonEvent& event) {
        if (event.kind == JsonEventKind::ObjectEnd) {
            m_state = State::Top;
            return true;
        }
        if (event.kind == JsonEventKind::Key) {
            m_isTotal = event.text == "total_size";
            return true;
        }
        if (m_isTotal) {
            switch (event.kind) {
            case JsonEventKind::Natural:
                m_index.totalSize = static_cast<double>(event.natural);
                return true;
            case JsonEventKind::Integer:
                m_index.totalSize = static_cast<double>(event.integer);
                return true;
            case JsonEventKind::Real:
                m_index.totalSize = event.real;
                return true;
            default:
                break;
            }
        }
        return skipFrom(event, State::Metadata);
    }

    bool takeShard(const JsonEvent& event) {
        if (event.kind == JsonEventKind::ObjectEnd) {
            m_state = State::Top;
            return true;
        }
        if (event.kind == JsonEventKind::Key) {
            reading("weight_map");
            if (event.text.empty() || event.text.size() > kMostSafetensorsName) {
                return fail(ErrorCode::OutOfRange,
                            {std::to_string(event.text.size()), "1", std::to_string(kMostSafetensorsName)});
            }
            if (m_index.tensors.size() >= kMostSafetensorsTensors) {
                return fail(ErrorCode::TooLarge, {"over " + std::to_string(kMostSafetensorsTensors),
                                                  std::to_string(kMostSafetensorsTensors)});
            }
            m_index.tensors.push_back({std::string(event.text), 0});
            return true;
        }
        reading(m_index.tensors.back().tensor);
        if (event.kind != JsonEventKind::Text) {
            return wrongType("string", event);
        }
        if (!isPlainFileName(event.text)) {
            return fail(ErrorCode::WrongType, {"plain file name", abbreviate(event.text)});
        }
        const auto number = static_cast<std::uint32_t>(m_numbers.size());
        const auto [row, isNew] = m_numbers.try_emplace(std::string(event.text), number);
        if (isNew && m_numbers.size() > kMostShards) {
            return fail(ErrorCode::TooLarge, {"over " + std::to_string(kMostShards), std::to_string(kMostShards)});
        }
        if (isNew) {
            m_index.shards.push_back(row->first);
        }
        m_index.tensors.back().shard = row->second;
        return true;
    }

    bool skipFrom(const JsonEvent& event, State back) {
        m_back = back;
        return skip(event);
    }

    bool skip(const JsonEvent& event) {
        const bool opens = event.kind == JsonEventKind::ObjectStart || event.kind == JsonEventKind::ArrayStart;
        const bool closes = event.kind == JsonEventKind::ObjectEnd || event.kind == JsonEventKind::ArrayEnd;
        m_depth += opens ? 1 : 0;
        m_depth -= closes && m_depth > 0 ? 1 : 0;
        if (m_depth > kMostDepth) {
            return fail(ErrorCode::NotJson, {"nested deeper than 64 levels"});
        }
        m_state = m_depth > 0 ? State::Skip : m_back;
        return true;
    }

    CheckpointIndex& m_index;
    State m_state = State::Start;
    State m_back = State::Top;
    std::size_t m_depth = 0;
    std::string m_key;
    bool m_hasMap = false;
    bool m_isTotal = false;
    std::map<std::string, std::uint32_t> m_numbers; ///< shards by name
};

/// Puts the shards into the order of their names.
void sortShards(CheckpointIndex& index) {
    std::vector<std::string> sorted = index.shards;
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::uint32_t> moved;
    moved.reserve(index.shards.size());
    for (const std::string& name : index.shards) {
        moved.push_back(
            static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), name) - sorted.begin()));
    }
    for (CheckpointIndex::Entry& entry : index.tensors) {
        entry.shard = moved[entry.shard];
    }
    index.shards = std::move(sorted);
}

} // namespace

bool isPlainFileName(std::string_view name) {
    const auto refused = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\' || c == ':';
    };
    return !name.empty() && name.size() <= kMostFileName && name.front() != '.' && isPlainText(name) &&
           std::none_of(name.begin(), name.end(), refused);
}

Result<CheckpointIndex> readCheckpointIndex(ByteSource& source) {
    if (source.size() > kMostIndex) {
        return Error{ErrorCode::TooLarge, "byte 0", {std::to_string(source.size()), std::to_string(kMostIndex)}};
    }
    CheckpointIndex index;
    JsonStretch stretch(source, 0, source.size());
    IndexEvents events(stretch, index);
    if (std::optional<Error> error = events.parse()) {
        return *std::move(error);
    }
    if (!events.hasMap() || index.tensors.empty()) {
        return Error{ErrorCode::MissingKey, "byte 0", {"weight_map"}};
    }
    std::vector<std::string_view> names;
    names.reserve(index.tensors.size());
    for (const CheckpointIndex::Entry& entry : index.tensors) {
        names.emplace_back(entry.tensor);
    }
    if (const std::optional<std::size_t> repeated = findRepeated(names)) {
        const std::string shown = abbreviate(names[*repeated]);
        return Error{ErrorCode::Duplicate, "byte 0: weight_map: " + shown, {shown}};
    }
    sortShards(index);
    return index;
}

} // namespace vram
