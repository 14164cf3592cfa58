// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hardware/memory_modules.h"

#include "core/hardware/machine_text.h"
#include "core/hardware/memory_bandwidth.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace vram {

namespace {

constexpr std::size_t kMostModules = 1024;
constexpr std::int64_t kChannelBits = 64;
constexpr std::int64_t kMostDataBits = 4096;

constexpr unsigned char kMemoryDevice = 17;
constexpr unsigned char kEndOfTable = 127;
// Offsets in a structure of type 17.
constexpr std::size_t kDataWidth = 0x0A;
constexpr std::size_t kSize = 0x0C;
constexpr std::size_t kDeviceLocator = 0x10;
constexpr std::size_t kBankLocator = 0x11;
constexpr std::size_t kType = 0x12;
constexpr std::size_t kSpeed = 0x15;
constexpr std::size_t kConfiguredSpeed = 0x20;
constexpr std::size_t kExtendedSpeed = 0x54;
constexpr std::size_t kExtendedConfiguredSpeed = 0x58;
constexpr std::int64_t kUnknown16 = 0xFFFF;

struct DmiType {
    unsigned char code;
    std::string_view generation;
};
// Table 78 of the standard; LPDDR5X is told as LPDDR5 and known by its data rate.
constexpr std::array kDmiTypes{DmiType{0x13, "DDR2"},   DmiType{0x18, "DDR3"},   DmiType{0x1A, "DDR4"},
                               DmiType{0x1D, "LPDDR3"}, DmiType{0x1E, "LPDDR4"}, DmiType{0x21, "HBM2"},
                               DmiType{0x22, "DDR5"},   DmiType{0x23, "LPDDR5"}, DmiType{0x24, "HBM3"}};

/// Little-endian; 0 beyond the end.
std::int64_t numberAt(std::span<const unsigned char> bytes, std::size_t offset, std::size_t size) {
    std::int64_t value = 0;
    for (std::size_t i = size; i-- > 0;) {
        value = value * 256 + (offset + i < bytes.size() ? bytes[offset + i] : 0);
    }
    return value;
}

/// The string of that number (from 1) in the strings behind a structure.
std::string stringAt(std::span<const unsigned char> strings, std::int64_t number) {
    std::size_t begin = 0;
    for (std::int64_t i = 1; begin < strings.size() && strings[begin] != 0; ++i) {
        std::size_t end = begin;
        while (end < strings.size() && strings[end] != 0) {
            ++end;
        }
        if (i == number) {
            std::string text(strings.begin() + static_cast<std::ptrdiff_t>(begin),
                             strings.begin() + static_cast<std::ptrdiff_t>(end));
            return excerptOf(text);
        }
        begin = end + 1;
    }
    return {};
}

/// Just behind the two zero bytes that end the strings.
std::size_t endOfStrings(std::span<const unsigned char> table, std::size_t begin) {
    for (std::size_t i = begin; i + 1 < table.size(); ++i) {
        if (table[i] == 0 && table[i + 1] == 0) {
            return i + 2;
        }
    }
    return table.size();
}

std::int64_t speedAt(std::span<const unsigned char> fields, std::size_t offset, std::size_t extended) {
    const std::int64_t speed = numberAt(fields, offset, 2);
    return speed == kUnknown16 ? numberAt(fields, extended, 4) : speed;
}

MemoryModule moduleOf(std::span<const unsigned char> fields, std::span<const unsigned char> strings) {
    MemoryModule module;
    for (const DmiType& type : kDmiTypes) {
        if (type.code == numberAt(fields, kType, 1)) {
            module.generation = type.generation;
        }
    }
    module.megatransfers = speedAt(fields, kConfiguredSpeed, kExtendedConfiguredSpeed);
    if (module.megatransfers == 0) {
        module.megatransfers = speedAt(fields, kSpeed, kExtendedSpeed);
    }
    const std::int64_t width = numberAt(fields, kDataWidth, 2);
    module.dataBits = width == kUnknown16 ? 0 : width;
    module.place = stringAt(strings, numberAt(fields, kDeviceLocator, 1));
    module.bank = stringAt(strings, numberAt(fields, kBankLocator, 1));
    return module;
}

struct UdevModule {
    MemoryModule module;
    std::int64_t configured = 0;
    bool present = true;
    bool sized = false;
};

void readUdevField(std::string_view field, std::string_view value, UdevModule& read) {
    const auto number = [value] { return wholeNumber(value).value_or(0); };
    if (field == "TYPE") {
        read.module.generation = excerptOf(value);
    } else if (field == "SPEED_MTS") {
        read.module.megatransfers = number();
    } else if (field == "CONFIGURED_SPEED_MTS") {
        read.configured = number();
    } else if (field == "DATA_WIDTH") {
        read.module.dataBits = number();
    } else if (field == "LOCATOR") {
        read.module.place = excerptOf(value);
    } else if (field == "BANK_LOCATOR") {
        read.module.bank = excerptOf(value);
    } else if (field == "PRESENT") {
        read.present = value != "0";
    } else if (field == "SIZE") {
        read.sized = number() > 0;
    }
}

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool isLetter(char c) { return c >= 'a' && c <= 'z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// What of a place's name stands for its channel: "p0 channel a" of "P0 CHANNEL A", "controller1-channela" of
/// "Controller1-ChannelA-DIMM0", "dimm_b" of "DIMM_B2". Empty: the name does not tell ("DIMM 0", "Bank 1").
std::string channelOf(std::string_view name) {
    std::string text(name);
    std::transform(text.begin(), text.end(), text.begin(), lowered);
    constexpr std::string_view kChannel = "channel";
    const auto skipped = [&text](std::size_t at) {
        while (at < text.size() && (text[at] == ' ' || text[at] == '_' || text[at] == '-')) {
            ++at;
        }
        return at;
    };
    if (const std::size_t at = text.find(kChannel); at != std::string::npos) {
        const std::size_t letter = skipped(at + kChannel.size());
        std::size_t end = letter + 1;
        while (end < text.size() && isDigit(text[end])) {
            ++end;
        }
        return letter < text.size() ? text.substr(0, end) : std::string{};
    }
    if (const std::size_t at = text.find("dimm"); at != std::string::npos) {
        const std::size_t letter = skipped(at + 4);
        if (letter + 1 < text.size() && isLetter(text[letter]) && isDigit(text[letter + 1])) {
            return text.substr(0, letter + 1);
        }
    }
    return {};
}

std::size_t channelsByName(const std::vector<MemoryModule>& modules, std::string MemoryModule::*name) {
    std::set<std::string> channels;
    for (const MemoryModule& module : modules) {
        std::string channel = channelOf(module.*name);
        if (channel.empty()) {
            return 0;
        }
        channels.insert(std::move(channel));
    }
    return channels.size();
}

std::optional<std::int64_t> countChannels(const std::vector<MemoryModule>& modules) {
    std::int64_t bits = 0;
    bool soldered = true; // chips of 16 or 32 bits; a module has 64
    for (const MemoryModule& module : modules) {
        soldered = soldered && module.dataBits > 0 && module.dataBits < kChannelBits;
        bits += std::min(module.dataBits, kMostDataBits);
    }
    std::int64_t channels = 0;
    if (soldered) {
        channels = bits / kChannelBits;
    } else {
        std::size_t named = channelsByName(modules, &MemoryModule::bank);
        if (named == 0) {
            named = channelsByName(modules, &MemoryModule::place);
        }
        channels = named > 0 ? static_cast<std::int64_t>(named) : modules.size() == 1 ? 1 : 0;
    }
    return channels > 0 && channels <= kMostMemoryChannels ? std::optional(channels) : std::nullopt;
}

} // namespace

std::vector<MemoryModule> readDmiModules(std::span<const unsigned char> table) {
    std::vector<MemoryModule> modules;
    std::size_t at = 0;
    while (at + 4 <= table.size() && modules.size() < kMostModules) {
        const std::size_t length = table[at + 1];
        if (length < 4 || at + length > table.size() || table[at] == kEndOfTable) {
            break;
        }
        const std::size_t end = endOfStrings(table, at + length);
        const auto fields = table.subspan(at, length);
        if (table[at] == kMemoryDevice && numberAt(fields, kSize, 2) != 0) {
            modules.push_back(moduleOf(fields, table.subspan(at + length, end - at - length)));
        }
        at = end;
    }
    return modules;
}

std::vector<MemoryModule> readUdevModules(std::string_view text) {
    constexpr std::string_view kPrefix = "E:MEMORY_DEVICE_";
    std::map<std::int64_t, UdevModule> found;
    while (!text.empty()) {
        std::string_view line = trimmed(cutAt(text, '\n'));
        if (!line.starts_with(kPrefix)) {
            continue;
        }
        line.remove_prefix(kPrefix.size());
        const std::optional<std::int64_t> index = wholeNumber(cutAt(line, '_'));
        const std::string_view field = cutAt(line, '=');
        if (index && (found.size() < kMostModules || found.count(*index) > 0)) {
            readUdevField(field, line, found[*index]);
        }
    }
    std::vector<MemoryModule> modules;
    for (auto& [index, read] : found) {
        if (read.present && read.sized) {
            if (read.configured > 0) {
                read.module.megatransfers = read.configured;
            }
            modules.push_back(std::move(read.module));
        }
    }
    return modules;
}

void describeMemory(const std::vector<MemoryModule>& modules, DetectedMachine& machine) {
    std::vector<MemoryType> types;
    for (const MemoryModule& module : modules) {
        Result<MemoryType> type = parseMemoryType(memoryTypeText({module.generation, module.megatransfers}));
        if (!type && module.generation == "LPDDR5") {
            type = parseMemoryType(memoryTypeText({"LPDDR5X", module.megatransfers}));
        }
        if (!type) {
            machine.troubles.push_back({MachineTroubleCode::RamTypeUnknown, {}});
            return;
        }
        if (std::find(types.begin(), types.end(), *type) == types.end()) {
            types.push_back(*type);
        }
    }
    if (types.empty()) {
        machine.troubles.push_back({MachineTroubleCode::RamTypeUnknown, {}});
        return;
    }
    std::sort(types.begin(), types.end(),
              [](const MemoryType& a, const MemoryType& b) { return a.megatransfers < b.megatransfers; });
    machine.ramType = memoryTypeText(types.front());
    if (types.size() > 1) {
        std::string all;
        for (const MemoryType& type : types) {
            all += (all.empty() ? "" : ", ") + memoryTypeText(type);
        }
        machine.troubles.push_back({MachineTroubleCode::RamMixed, {std::move(all), machine.ramType}});
    }
    machine.ramChannels = countChannels(modules);
}

} // namespace vram
