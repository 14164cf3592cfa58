// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/json_reader.h"

#include <algorithm>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMostDepth = 64;
constexpr std::size_t kMostValues = 4'000'000; ///< bounds the memory of a tree, about 16 bytes a value and more

/// "name:line:column", as compilers write it; columns count bytes.
std::string position(std::string_view where, std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n');
    const std::size_t column = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1);
    return std::string(where) + ':' + std::to_string(line) + ':' + std::to_string(std::max<std::size_t>(column, 1));
}

/// The parser's message without its own prefix and position.
std::string parserWords(std::string_view message) {
    const std::size_t syntax = message.find("syntax error");
    if (syntax != std::string_view::npos) {
        message.remove_prefix(syntax);
    } else if (const std::size_t bracket = message.find("] "); bracket != std::string_view::npos) {
        message.remove_prefix(bracket + 2);
    }
    return abbreviate(message, 200);
}

/// Builds the tree; unlike the library's own builder it refuses repeated keys and deep nesting, and reports a number
/// beyond the range of a double as such.
class TreeBuilder : public nlohmann::json_sax<Json> {
public:
    TreeBuilder(std::string_view text, std::string_view where) : m_text(text), m_where(where) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(); }
    bool key(string_t& key) override {
        m_key = std::move(key);
        return true;
    }
    bool end_object() override {
        const std::size_t first = m_open.back().firstChild;
        if (const std::string* repeated = repeatedKey(first)) {
            m_error = Error{ErrorCode::Duplicate, std::string(m_where), {abbreviate(*repeated)}};
            return false;
        }
        Json::object_t object;
        object.reserve(m_children.size() - first);
        for (std::size_t i = first; i < m_children.size(); ++i) {
            // Not the map's own emplace(): it looks for the key each time, which takes the square of the size.
            object.emplace_back(std::move(m_children[i].key), std::move(m_children[i].value));
        }
        return close(Json(std::move(object)));
    }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override {
        const std::size_t first = m_open.back().firstChild;
        Json::array_t array;
        array.reserve(m_children.size() - first);
        for (std::size_t i = first; i < m_children.size(); ++i) {
            array.push_back(std::move(m_children[i].value));
        }
        return close(Json(std::move(array)));
    }

    bool parse_error(std::size_t offset, const std::string& token, const nlohmann::detail::exception& what) override {
        constexpr int kNumberOverflow = 406; // nlohmann's out_of_range id
        if (what.id == kNumberOverflow) {
            m_error = Error{ErrorCode::NotFinite, position(m_where, m_text, offset), {abbreviate(token)}};
        } else {
            m_error = Error{ErrorCode::NotJson, position(m_where, m_text, offset), {parserWords(what.what())}};
        }
        return false;
    }

    Json takeRoot() { return std::move(m_children.front().value); }
    [[nodiscard]] const Error& error() const { return m_error; }

private:
    struct Child {
        std::string key; ///< empty in an array
        Json value;
    };
    struct Open {
        std::size_t firstChild;
        std::string key; ///< of the container itself
    };

    bool add(Json value) {
        if (++m_values > kMostValues) {
            m_error = Error{
                ErrorCode::TooLarge, std::string(m_where), {std::to_string(m_values), std::to_string(kMostValues)}};
            return false;
        }
        m_children.push_back({std::move(m_key), std::move(value)});
        m_key.clear();
        return true;
    }

    bool open() {
        if (m_open.size() >= kMostDepth) {
            m_error = Error{ErrorCode::NotJson, std::string(m_where), {"nested deeper than 64 levels"}};
            return false;
        }
        m_open.push_back({m_children.size(), std::move(m_key)});
        m_key.clear();
        return true;
    }

    bool close(Json container) {
        m_children.resize(m_open.back().firstChild);
        m_key = std::move(m_open.back().key);
        m_open.pop_back();
        return add(std::move(container));
    }

    [[nodiscard]] const std::string* repeatedKey(std::size_t first) const {
        constexpr std::size_t kFew = 16;
        const std::size_t end = m_children.size();
        if (end - first <= kFew) {
            for (std::size_t i = first; i < end; ++i) {
                for (std::size_t j = first; j < i; ++j) {
                    if (m_children[i].key == m_children[j].key) {
                        return &m_children[i].key;
                    }
                }
            }
            return nullptr;
        }
        std::vector<const std::string*> keys;
        keys.reserve(end - first);
        for (std::size_t i = first; i < end; ++i) {
            keys.push_back(&m_children[i].key);
        }
        std::sort(keys.begin(), keys.end(), [](const auto* a, const auto* b) { return *a < *b; });
        const auto twin =
            std::adjacent_find(keys.begin(), keys.end(), [](const auto* a, const auto* b) { return *a == *b; });
        return twin == keys.end() ? nullptr : *twin;
    }

    std::string_view m_text;
    std::string_view m_where;
    std::string m_key;
    std::vector<Child> m_children; ///< of all open containers, the innermost one's last; at the end the root alone
    std::vector<Open> m_open;
    std::size_t m_values = 0;
    Error m_error;
};

} // namespace

std::string abbreviate(std::string_view text, std::size_t most) {
    const bool cut = text.size() > most;
    if (cut) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text = text.substr(0, end);
    }
    std::string result(text);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return cut ? result + "…" : result;
}

Result<Json> parseJson(std::string_view text, std::string_view where, std::size_t mostBytes) {
    if (text.size() > mostBytes) {
        return Error{ErrorCode::TooLarge, std::string(where), {std::to_string(text.size()), std::to_string(mostBytes)}};
    }
    TreeBuilder builder(text, where);
    if (!Json::sax_parse(text, &builder)) {
        return builder.error();
    }
    return builder.takeRoot();
}

} // namespace vram
