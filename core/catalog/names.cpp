// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/names.h"

#include "core/catalog/catalog.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace vram {

namespace {

constexpr std::array<std::string_view, 7> kVendorWords{"nvidia", "geforce", "amd", "radeon", "intel", "apple", "tm"};
constexpr std::array<std::string_view, 6> kGpuWords{"gpu", "graphics", "generation", "edition", "tesla", "instinct"};
constexpr std::size_t kMostCompared = 96; ///< longer names are cut: nobody means them, and the cost is quadratic

constexpr bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           static_cast<unsigned char>(c) >= 0x80;
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <std::size_t Count>
bool contains(const std::array<std::string_view, Count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Calls `use` with each word of the name in lower case; the view lasts as long as the call.
template <typename Use>
void forEachWord(std::string_view name, Use use) {
    std::string text(name);
    std::transform(text.begin(), text.end(), text.begin(), lower);
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && isWordByte(text[end])) {
            ++end;
        }
        if (end > begin) {
            use(std::string_view(text).substr(begin, end - begin));
        }
        begin = end + 1;
    }
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

std::vector<std::string> nameWords(std::string_view name) {
    std::vector<std::string> words;
    forEachWord(name, [&words](std::string_view word) { words.emplace_back(word); });
    return words;
}

std::string normaliseName(std::string_view name) {
    std::string result;
    forEachWord(name, [&result](std::string_view word) {
        if (!contains(kVendorWords, word)) {
            result += word;
        }
    });
    return result;
}

std::string normaliseGpuName(std::string_view name) {
    std::string result;
    forEachWord(name, [&result](std::string_view word) {
        if (!contains(kVendorWords, word) && !contains(kGpuWords, word)) {
            result += word;
        }
    });
    constexpr std::string_view kGibibytes = "gib";
    for (std::size_t at = result.find(kGibibytes); at != std::string::npos; at = result.find(kGibibytes, at + 1)) {
        if (at > 0 && result[at - 1] >= '0' && result[at - 1] <= '9') {
            result.erase(at + 1, 1);
        }
    }
    return result;
}

double nameDistance(std::string_view asked, std::string_view existing) {
    asked = asked.substr(0, kMostCompared);
    existing = existing.substr(0, kMostCompared);
    const std::string left = normaliseName(asked);
    const std::string right = normaliseName(existing);
    if (left.empty() || right.empty()) {
        return 1;
    }
    const auto longest = static_cast<double>(std::max(left.size(), right.size()));
    double distance = static_cast<double>(editDistance(left, right)) / longest;
    const std::vector<std::string> leftWords = nameWords(asked);
    const std::vector<std::string> rightWords = nameWords(existing);
    const auto shared = std::count_if(leftWords.begin(), leftWords.end(), [&rightWords](const std::string& word) {
        return std::find(rightWords.begin(), rightWords.end(), word) != rightWords.end();
    });
    const auto sharedWords = static_cast<double>(shared);
    distance -= 0.2 * sharedWords / static_cast<double>(leftWords.size());
    distance -= 0.2 * sharedWords / static_cast<double>(rightWords.size());
    if (right.starts_with(left)) {
        distance -= 0.6; // the beginning of a longer name: "A100" of "A100 SXM4 80GB"
    } else if (right.find(left) != std::string::npos || left.find(right) != std::string::npos) {
        distance -= 0.3;
    }
    return distance;
}

std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string_view>& names,
                                      std::size_t most) {
    constexpr double kFarthest = 0.55;
    std::vector<std::pair<double, std::string_view>> near;
    for (const std::string_view candidate : names) {
        const double distance = nameDistance(name, candidate);
        if (distance < kFarthest) {
            near.emplace_back(distance, candidate);
        }
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> result;
    for (const auto& [distance, candidate] : near) {
        if (result.size() == most) {
            break;
        }
        if (std::find(result.begin(), result.end(), candidate) == result.end()) {
            result.emplace_back(candidate);
        }
    }
    return result;
}

} // namespace vram
