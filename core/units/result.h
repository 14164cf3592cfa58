// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vram {

/// What went wrong, without prose: the front ends word it (`ui/` translated, the command line in English).
/// The comment names what `Error::arguments` holds.
enum class ErrorCode : std::uint8_t {
    NotJson,      ///< 0: the parser's words; `where` has line and column
    UnknownKey,   ///< 0: the key; 1...: the keys that are known here
    MissingKey,   ///< 0: the key
    WrongType,    ///< 0: what was expected ("number", "string", "object", "array", "boolean", "integer"); 1: what was
                  ///< found
    OutOfRange,   ///< 0: the value as written; 1: the least; 2: the most
    NotFinite,    ///< 0: the value as written
    UnknownValue, ///< 0: the value; 1...: the values that are known here (short lists)
    UnknownModel, ///< 0: the name; 1...: the nearest names
    UnknownGpu,   ///< 0: the name; 1...: the nearest names
    UnknownWeightFormat, ///< 0: the name; 1...: the nearest names
    UnknownKvFormat,     ///< 0: the name; 1: the runtime; 2...: what that runtime knows
    UnknownRuntime,      ///< 0: the name; 1...: the nearest names
    UnsupportedSchema,   ///< 0: the schema found; 1: the newest that is known
    UnsupportedTask,     ///< 0: the task; 1: the runtime; 2...: those that train
    UnsupportedRuntime,  ///< 0: the runtime (known by name, not sized yet)
    UnsupportedSource,   ///< 0: the kind of model source ("file", "config")
    Overflow,            ///< 0: the quantity
    Duplicate,           ///< 0: the id or alias that stands twice
    Inconsistent,        ///< 0: what does not agree (a stable English phrase); 1, 2: the two values
    NotThisKind,         ///< 0: the kind of file that was expected ("GGUF"); 1: what it looks like (a stable phrase)
    EndsEarly,           ///< 0: bytes or elements that should follow; 1: how many are left
    BigEndian,           ///< 0: the kind of file ("GGUF")
    FileUnreadable,      ///< 0: the path; 1: the system's reason
    TooLarge,            ///< 0: the size found; 1: the largest that is read
    StillReading,        ///< 0: the path or address; not wrong, only not there yet
    LayoutUnknown,       ///< 0: the architecture; a configuration alone does not tell the weights
    // Repositories on the network
    BadAddress,          ///< 0: the address; 1: why it is none (a stable phrase)
    NoNetwork,           ///< 0: the host; 1: the system's reason
    NotFound,            ///< 0: the repository or file
    AccessGated,         ///< 0: the repository: its owner gives access on request
    TokenMissing,        ///< 0: the repository; no token was sent
    TokenRefused,        ///< 0: the repository; a token was sent
    ServerError,         ///< 0: the host; 1: the status that it answered with
    ServerWithoutRanges, ///< 0: the host
    Timeout,             ///< 0: the host; 1: the seconds waited
    RedirectRefused,     ///< 0: where to; 1: why not (a stable phrase)
    MalformedAnswer,     ///< 0: what is wrong with it (a stable phrase)
    Cancelled,           ///< by the user
    NoModelFiles,        ///< 0: the repository
    ChoiceNeeded,        ///< 0: the repository; 1...: files to choose from
    NotReadYet,          ///< 0: the address; the network may not be used now
    BadLink,             ///< 0: why the text is no link of a scenario (a stable phrase)
};

/// Stable id of a code for JSON output, such as "unknown-key".
[[nodiscard]] std::string_view errorCodeId(ErrorCode code);

/// A typed error. `where` is a JSON pointer-like path ("kv_cache.k", "machine.gpus[1].name") or "file: entry: field".
struct Error {
    ErrorCode code{};
    std::string where;
    std::vector<std::string> arguments;
    friend bool operator==(const Error&, const Error&) = default;
};

/// Either a value or an Error (std::expected needs C++23).
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}     // NOLINT(google-explicit-constructor)
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    /// Only when ok(); throws std::bad_variant_access otherwise (a programming error).
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }
    const T* operator->() const { return &value(); }
    const T& operator*() const& { return value(); }

private:
    std::variant<T, Error> m_state;
};

} // namespace vram
