// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/commands_line.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vram {

std::string decimalText(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

CommandLine::CommandLine(std::string_view text, Shell shell) : m_shell(shell) {
    constexpr std::size_t kUsualLength = 127;
    m_text.reserve(kUsualLength);
    m_text = text;
}

CommandLine& CommandLine::add(std::string_view text) {
    m_text.append(" ").append(text);
    return *this;
}

CommandLine& CommandLine::add(std::string_view name, std::string_view value) {
    return add(name).add(shellQuoted(value, m_shell));
}

CommandLine& CommandLine::add(std::string_view name, std::int64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return add(name).add(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

CommandLine& CommandLine::add(std::string_view name, const std::optional<std::int64_t>& value) {
    return value ? add(name, *value) : *this;
}

CommandLine& CommandLine::add(std::string_view name, const std::optional<double>& value) {
    return value ? add(name).add(decimalText(*value)) : *this;
}

CommandLine& CommandLine::addFile(std::string_view name, std::string_view path) {
    return add(name).add(shellFile(path, m_shell));
}

bool hasExperts(const Resolved& resolved) {
    return std::ranges::any_of(resolved.weights->layerExperts, [](Bytes experts) { return experts > Bytes{}; });
}

std::optional<std::int64_t> ramThreads(const CommandContext& context) {
    const Layout& layout = context.placement.layout;
    const bool inRam = context.cards() == 0 || !layout.allOnDevices() || layout.kvInRam || expertsInRam(context);
    return inRam ? context.scenario().machine.cpuCores : std::nullopt;
}

} // namespace vram
