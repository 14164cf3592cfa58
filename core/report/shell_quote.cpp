// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/shell_quote.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

constexpr std::array<std::string_view, kShells> kIds{"posix", "powershell", "cmd"};

/// Beside letters and digits: what each shell takes as it is, wherever it stands in an argument. PowerShell makes a
/// list of what has a comma; cmd.exe ends an argument at "," ";" and "=".
constexpr std::array<std::string_view, kShells> kPlain{"_@%+=:,./-", "_+=:./-", "_@+:./\\-"};

bool isPlain(char c, Shell shell) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kPlain.at(static_cast<std::size_t>(shell)).find(c) != std::string_view::npos;
}

/// zsh looks for a program after a leading "=".
bool isPlain(std::string_view text, Shell shell) {
    return !text.empty() && text.front() != '=' &&
           std::ranges::all_of(text, [shell](char c) { return isPlain(c, shell); });
}

/// POSIX, "Single-Quotes": everything is itself but the quote, which stands outside.
std::string posixQuoted(std::string_view argument) {
    std::string text = "'";
    for (const char c : argument) {
        c == '\'' ? text.append("'\\''") : text.append(1, c);
    }
    return text + "'";
}

/// about_Quoting_Rules: in single quotes only the quote is doubled; the typographic ones (U+2018 to U+201B, in UTF-8
/// E2 80 98 to 9B) count as quotes.
std::string powerShellQuoted(std::string_view argument) {
    std::string text = "'";
    for (std::size_t i = 0; i < argument.size(); ++i) {
        const bool typographic = argument.substr(i).starts_with("\xE2\x80") && i + 2 < argument.size() &&
                                 static_cast<unsigned char>(argument[i + 2]) >= 0x98 &&
                                 static_cast<unsigned char>(argument[i + 2]) <= 0x9B;
        const std::string_view piece = argument.substr(i, typographic ? 3 : 1);
        text.append(piece);
        if (typographic || piece == "'") {
            text.append(piece);
        }
        i += piece.size() - 1;
    }
    return text + "'";
}

/// In double quotes as the C run-time splits a command line: a quote gets a backslash, and backslashes before a quote
/// are doubled (learn.microsoft.com, "Parsing C command-line arguments").
std::string windowsQuoted(std::string_view argument) {
    std::string text = "\"";
    std::size_t backslashes = 0;
    for (const char c : argument) {
        if (c == '"') {
            text.append(backslashes + 1, '\\');
        }
        backslashes = c == '\\' ? backslashes + 1 : 0;
        text += c == '\n' || c == '\r' ? ' ' : c;
    }
    return text.append(backslashes, '\\') + "\"";
}

/// A caret before everything that cmd.exe reads itself, quotes too, so that it is never within quotes of its own. With
/// it no variable's name fits between two "%".
std::string caretEscaped(std::string_view text) {
    constexpr std::string_view kRead = "()%!^\"<>&|";
    std::string escaped;
    for (const char c : text) {
        if (kRead.find(c) != std::string_view::npos) {
            escaped += '^';
        }
        escaped += c;
    }
    return escaped;
}

std::string cmdQuoted(std::string_view argument) {
    const std::string quoted = windowsQuoted(argument);
    // Within cmd.exe's own quotes only these are still read.
    return argument.find_first_of("\"%!") == std::string_view::npos ? quoted : caretEscaped(quoted);
}

} // namespace

std::string_view shellId(Shell shell) { return kIds.at(static_cast<std::size_t>(shell)); }

std::optional<Shell> findShell(std::string_view id) {
    const auto* const found = std::ranges::find(kIds, id);
    return found == kIds.end() ? std::nullopt : std::optional(static_cast<Shell>(found - kIds.begin()));
}

std::string shellQuoted(std::string_view argument, Shell shell) {
    if (isPlain(argument, shell)) {
        return std::string(argument);
    }
    switch (shell) {
    case Shell::Posix:
        return posixQuoted(argument);
    case Shell::PowerShell:
        return powerShellQuoted(argument);
    case Shell::Cmd:
        return cmdQuoted(argument);
    }
    return {};
}

std::string withoutDash(std::string_view path) {
    return path.starts_with('-') ? "./" + std::string(path) : std::string(path);
}

std::string shellFile(std::string_view path, Shell shell) { return shellQuoted(withoutDash(path), shell); }

std::string withEnvironment(std::span<const EnvironmentVariable> variables, std::string_view command, Shell shell) {
    std::string text;
    for (const auto& [name, value] : variables) {
        const bool number = !value.empty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
        switch (shell) {
        case Shell::Posix:
            text.append(name).append("=").append(shellQuoted(value, shell)).append(" ");
            break;
        case Shell::PowerShell: // a word that is no number would be run as a command
            text.append("$env:").append(name).append("=").append(number ? value : powerShellQuoted(value)).append("; ");
            break;
        case Shell::Cmd: // a space before "&&" would be part of the value
            if (isPlain(value, shell)) {
                text.append("set ").append(name).append("=").append(value);
            } else {
                text.append("set \"").append(name).append("=").append(value).append("\"");
            }
            text.append("&& ");
            break;
        }
    }
    return text.append(command);
}

std::string writeThenRun(std::string_view text, std::string_view file, std::string_view command, Shell shell) {
    std::string line;
    switch (shell) {
    case Shell::Posix:
        line.append("echo ").append(posixQuoted(text)).append(" > ").append(file).append(" && ");
        break;
    case Shell::PowerShell:
        line.append("Set-Content ").append(file).append(" ").append(powerShellQuoted(text)).append("; ");
        break;
    case Shell::Cmd: // echo prints quotes as they are
        line.append("echo ").append(caretEscaped(text)).append("> ").append(file).append(" && ");
        break;
    }
    return line.append(command);
}

std::string pythonQuoted(std::string_view text) {
    constexpr std::string_view kHexDigits = "0123456789abcdef";
    std::string literal = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            literal.append(1, '\\').append(1, c);
        } else if (const auto code = static_cast<unsigned char>(c); code < 0x20 || code == 0x7F) {
            literal.append("\\x").append(1, kHexDigits[code / 16]).append(1, kHexDigits[code % 16]);
        } else {
            literal += c;
        }
    }
    return literal + "\"";
}

} // namespace vram
