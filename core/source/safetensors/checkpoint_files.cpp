// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/checkpoint_files.h"

#include "core/source/safetensors/checkpoint_index.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace vram {

namespace {

constexpr std::string_view kSafetensors = ".safetensors";
constexpr std::string_view kIndexEnd = ".index.json";

struct Kind {
    std::string_view container;
    std::string_view single; ///< the whole model in one file
    std::string_view index;
    std::string_view end; ///< of its files' names
};
constexpr std::array kKinds{
    Kind{"safetensors", "model.safetensors", "model.safetensors.index.json", kSafetensors},
    Kind{"PyTorch", "pytorch_model.bin", "pytorch_model.bin.index.json", ".bin"},
    Kind{"PyTorch", "", "", ".pth"},
};

// What training leaves beside a model.
constexpr std::array<std::string_view, 6> kNoModels{"optimizer",     "scheduler", "training_args",
                                                    "random_states", "rng_state", "scaler"};
// Second copies, taken only where nothing else is there: Mistral's own layout, adapters.
constexpr std::array<std::string_view, 2> kSecondary{"consolidated", "adapter_"};

template <std::size_t n>
bool startsWithAny(std::string_view name, const std::array<std::string_view, n>& starts) {
    return std::any_of(starts.begin(), starts.end(),
                       [name](std::string_view start) { return name.starts_with(start); });
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::binary_search(names.begin(), names.end(), name);
}

/// "model-00002-of-00003.safetensors": stem, part and number of parts.
struct Part {
    std::string_view stem;
    std::uint32_t count = 0;
    std::size_t digits = 0;
    std::string_view end;
};

std::optional<Part> partOf(std::string_view name) {
    constexpr std::string_view kOf = "-of-";
    const std::size_t of = name.rfind(kOf);
    const std::size_t dot = of == std::string_view::npos ? of : name.find('.', of);
    if (dot == std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t dash = of == 0 ? std::string_view::npos : name.rfind('-', of - 1);
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view part = name.substr(dash + 1, of - dash - 1);
    const std::string_view count = name.substr(of + kOf.size(), dot - of - kOf.size());
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    Part result{name.substr(0, dash), 0, count.size(), name.substr(dot)};
    const bool written = part.size() == count.size() && std::all_of(part.begin(), part.end(), isDigit);
    const auto [end, failure] = std::from_chars(count.data(), count.data() + count.size(), result.count);
    const bool read = failure == std::errc() && end == count.data() + count.size();
    return written && read && result.count > 0 && result.count <= kMostShards ? std::optional(result) : std::nullopt;
}

/// Every part by name, so that a missing one is missed.
std::vector<std::string> allParts(const Part& part) {
    const auto number = [&](std::uint32_t value) {
        const std::string text = std::to_string(value);
        return std::string(part.digits - std::min(part.digits, text.size()), '0') + text;
    };
    std::vector<std::string> names;
    names.reserve(part.count);
    for (std::uint32_t i = 1; i <= part.count; ++i) {
        names.push_back(std::string(part.stem) + '-' + number(i) + "-of-" + number(part.count) + std::string(part.end));
    }
    return names;
}

/// Files of one kind that no index lists: one set of parts, or else all of them.
std::vector<std::string> unlisted(const std::vector<std::string>& names, const Kind& kind) {
    std::vector<std::string> found;
    for (const bool secondary : {false, true}) {
        for (const std::string& name : names) {
            if (name.ends_with(kind.end) && isPlainFileName(name) && !startsWithAny(name, kNoModels) &&
                startsWithAny(name, kSecondary) == secondary) {
                found.push_back(name);
            }
        }
        if (!found.empty()) {
            break;
        }
    }
    std::optional<Part> chosen;
    for (const std::string& name : found) {
        const std::optional<Part> part = partOf(name);
        if (part && (!chosen || (part->stem == "model" && chosen->stem != "model"))) {
            chosen = part;
        }
    }
    return chosen ? allParts(*chosen) : found;
}

std::optional<CheckpointChoice> chooseKind(const std::vector<std::string>& names, const Kind& kind) {
    CheckpointChoice choice{std::string(kind.container), {}, {}};
    if (!kind.single.empty() && contains(names, kind.single)) {
        choice.shards.emplace_back(kind.single);
        return choice;
    }
    if (!kind.index.empty() && contains(names, kind.index)) {
        choice.index = kind.index;
        return choice;
    }
    choice.shards = unlisted(names, kind);
    return choice.shards.empty() ? std::nullopt : std::optional(choice);
}

} // namespace

Result<CheckpointChoice> chooseCheckpoint(const std::vector<std::string>& names, std::string_view opened) {
    for (const Kind& kind : kKinds) {
        if (opened.ends_with(std::string(kind.end) + std::string(kIndexEnd))) {
            return CheckpointChoice{std::string(kind.container), std::string(opened), {}};
        }
        if (!opened.ends_with(kind.end) || opened.empty()) {
            continue;
        }
        const std::optional<Part> part = partOf(opened);
        const std::string index =
            (part ? std::string(part->stem) + std::string(part->end) : std::string()) + std::string(kIndexEnd);
        if (part && contains(names, index)) {
            return CheckpointChoice{std::string(kind.container), index, {}};
        }
        return CheckpointChoice{
            std::string(kind.container), {}, part ? allParts(*part) : std::vector{std::string(opened)}};
    }
    for (const Kind& kind : kKinds) {
        if (std::optional<CheckpointChoice> choice = chooseKind(names, kind)) {
            return *std::move(choice);
        }
    }
    if (contains(names, "config.json")) {
        return CheckpointChoice{};
    }
    return Error{ErrorCode::NotThisKind, {}, {"safetensors", "a folder without a model"}};
}

} // namespace vram
