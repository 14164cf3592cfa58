// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/json_stream.h"

#include "core/catalog/json_reader.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

/// Feeds a stretch to the parser; the end is the iterator without one.
class StretchIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    StretchIterator() = default;
    explicit StretchIterator(JsonStretch& stretch) : m_stretch(&stretch) {}
    char operator*() const { return m_stretch->current(); }
    StretchIterator& operator++() {
        m_stretch->next();
        return *this;
    }
    friend bool operator==(const StretchIterator& a, const StretchIterator&) { return !a.m_stretch->more(); }

private:
    JsonStretch* m_stretch = nullptr;
};

constexpr std::size_t kShownName = 200; ///< bytes of a name in an error's place
constexpr std::size_t kKeptName = 2 * kShownName;

} // namespace

bool JsonStretch::fill() {
    constexpr std::uint64_t kWindow = 256 * 1024;
    if (m_unreadable || m_tooLong) {
        return false;
    }
    if (m_position - m_understood > kMostToken) {
        m_tooLong = true;
        return false;
    }
    m_at = 0;
    m_window.resize(static_cast<std::size_t>(std::min(kWindow, m_end - m_position)));
    if (!m_source.read(m_position, m_window)) {
        m_window.clear();
        m_unreadable = true;
    }
    return !m_unreadable;
}

std::optional<Error> JsonEvents::parse() {
    const bool whole = nlohmann::json::sax_parse(StretchIterator(*m_input), StretchIterator(), this);
    if (m_input->unreadable()) {
        return Error{ErrorCode::FileUnreadable, where(), {abbreviate(m_what), "cannot be read"}};
    }
    if (m_input->tooLong()) {
        return Error{ErrorCode::TooLarge,
                     where(),
                     {"over " + std::to_string(JsonStretch::kMostToken), std::to_string(JsonStretch::kMostToken)}};
    }
    return whole ? std::nullopt : m_error;
}

bool JsonEvents::parse_error(std::size_t, const std::string& token, const nlohmann::detail::exception& what) {
    constexpr int kNumberOverflow = 406; // nlohmann's out_of_range id
    if (what.id == kNumberOverflow) {
        return fail(ErrorCode::NotFinite, {abbreviate(token)});
    }
    std::string_view words = what.what();
    if (const std::size_t syntax = words.find("syntax error"); syntax != std::string_view::npos) {
        words.remove_prefix(syntax);
    }
    return fail(ErrorCode::NotJson, {abbreviate(words, kShownName)});
}

bool JsonEvents::fail(ErrorCode code, std::vector<std::string> arguments) {
    if (!m_error) {
        m_error = Error{code, where(), std::move(arguments)};
    }
    return false;
}

bool JsonEvents::wrongType(std::string_view expected, const JsonEvent& found) {
    constexpr std::array<std::string_view, 11> kNames{"null",   "boolean", "number", "number", "number", "string",
                                                      "string", "object",  "object", "array",  "array"};
    return fail(ErrorCode::WrongType,
                {std::string(expected), std::string(kNames.at(static_cast<std::size_t>(found.kind)))});
}

void JsonEvents::reading(std::string_view what, std::string_view field) {
    m_what = what.substr(0, kKeptName);
    m_field = field;
}

std::string JsonEvents::where() const {
    std::string where = "byte " + std::to_string(m_input->position() > 0 ? m_input->position() - 1 : 0);
    if (!m_what.empty()) {
        where += ": " + abbreviate(m_what, kShownName);
    }
    if (!m_field.empty()) {
        where.append(": ").append(m_field);
    }
    return where;
}

} // namespace vram
