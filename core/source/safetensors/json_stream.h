// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// A stretch of a source, byte after byte through a small window. Ends early where nothing was understood for
/// kMostToken bytes, so that no text in it makes the parser hold much.
class JsonStretch {
public:
    JsonStretch(ByteSource& source, std::uint64_t begin, std::uint64_t end)
        : m_source(source),
          m_position(begin),
          m_understood(begin),
          m_end(end) {}

    [[nodiscard]] bool more() { return m_at < m_window.size() || (m_position < m_end && fill()); }
    [[nodiscard]] char current() const { return m_window[m_at]; }
    void next() {
        ++m_at;
        ++m_position;
    }
    /// Of the next byte in the source.
    [[nodiscard]] std::uint64_t position() const { return m_position; }
    void understood() { m_understood = m_position; }
    [[nodiscard]] bool unreadable() const { return m_unreadable; }
    [[nodiscard]] bool tooLong() const { return m_tooLong; }

    static constexpr std::uint64_t kMostToken = 8U << 20U;

private:
    [[nodiscard]] bool fill();

    ByteSource& m_source;
    std::uint64_t m_position;
    std::uint64_t m_understood;
    std::uint64_t m_end;
    std::vector<char> m_window;
    std::size_t m_at = 0;
    bool m_unreadable = false;
    bool m_tooLong = false;
};

enum class JsonEventKind : std::uint8_t {
    Null,
    Boolean,
    Natural, ///< a whole number from 0 on
    Integer, ///< a negative whole number
    Real,
    Text,
    Key,
    ObjectStart,
    ObjectEnd,
    ArrayStart,
    ArrayEnd
};

/// What the parser came upon; only the member that belongs to the kind is set.
struct JsonEvent {
    JsonEventKind kind{};
    std::string_view text; ///< of Text and Key; of Real as written
    std::uint64_t natural = 0;
    std::int64_t integer = 0;
    double real = 0;
};

/// What the readers of a checkpoint's JSON share: parsing as the text streams by, and errors with the byte where the
/// parser stood and what was being read.
class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit JsonEvents(JsonStretch& input) : m_input(&input) {}
    /// Parses the whole stretch; the error that stopped it.
    [[nodiscard]] std::optional<Error> parse();

    bool null() override { return pass({JsonEventKind::Null, {}}); }
    bool boolean(bool) override { return pass({JsonEventKind::Boolean, {}}); }
    bool number_integer(number_integer_t value) override { return pass({JsonEventKind::Integer, {}, 0, value}); }
    bool number_unsigned(number_unsigned_t value) override { return pass({JsonEventKind::Natural, {}, value}); }
    bool number_float(number_float_t value, const string_t& text) override {
        return pass({JsonEventKind::Real, text, 0, 0, value});
    }
    bool string(string_t& value) override { return pass({JsonEventKind::Text, value}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return pass({JsonEventKind::ObjectStart, {}}); }
    bool key(string_t& value) override { return pass({JsonEventKind::Key, value}); }
    bool end_object() override { return pass({JsonEventKind::ObjectEnd, {}}); }
    bool start_array(std::size_t) override { return pass({JsonEventKind::ArrayStart, {}}); }
    bool end_array() override { return pass({JsonEventKind::ArrayEnd, {}}); }
    bool parse_error(std::size_t offset, const std::string& token, const nlohmann::detail::exception& what) override;

protected:
    /// False ends the parsing; see fail().
    [[nodiscard]] virtual bool take(const JsonEvent& event) = 0;
    /// Notes an error at the last byte that was read. Always false.
    bool fail(ErrorCode code, std::vector<std::string> arguments);
    bool wrongType(std::string_view expected, const JsonEvent& found);
    /// For messages; kept to a line. `field` is a literal.
    void reading(std::string_view what, std::string_view field = {});

private:
    bool pass(const JsonEvent& event) {
        m_input->understood();
        return take(event);
    }
    [[nodiscard]] std::string where() const;

    JsonStretch* m_input;
    std::string m_what;
    std::string_view m_field;
    std::optional<Error> m_error;
};

} // namespace vram
