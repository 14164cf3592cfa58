// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/repository_address.h"

#include "core/catalog/json_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

namespace vram {

namespace {

constexpr std::size_t kLongestName = 96; ///< of an organisation or a repository; Hugging Face's own limit
constexpr std::string_view kSpaces = " \t\r\n";

// What a bad address is refused for; stable phrases that the front ends word.
constexpr const char* kNoName = "organisation/name expected";
constexpr const char* kOtherHost = "another host";
constexpr const char* kNoModel = "no model's page";
constexpr const char* kBadPath = "a path that cannot be in a repository";
constexpr const char* kTooLong = "too long";

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return result;
}

Error bad(std::string_view text, const char* reason) {
    return Error{ErrorCode::BadAddress, {}, {abbreviate(text, 120), reason}};
}

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

/// One half of "org/name".
bool isName(std::string_view text) {
    return !text.empty() && text.size() <= kLongestName && text.front() != '.' &&
           text.find("..") == std::string_view::npos && std::ranges::all_of(text, isNameCharacter);
}

bool isRevision(std::string_view text) {
    return text.size() <= 255 && isRepositoryPath(text) &&
           std::ranges::all_of(text, [](char c) { return isNameCharacter(c) || c == '/' || c == '+'; });
}

/// %2F and its like; nullopt where a byte is no valid escape.
std::optional<std::string> unescaped(std::string_view text) {
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        const int letter = std::tolower(static_cast<unsigned char>(c));
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    };
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

std::vector<std::string_view> parts(std::string_view path) {
    std::vector<std::string_view> result;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (slash > 0) {
            result.push_back(path.substr(0, slash));
        }
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return result;
}

std::string joined(const std::vector<std::string_view>& pieces, std::size_t from) {
    std::string result;
    for (std::size_t i = from; i < pieces.size(); ++i) {
        result += (i == from ? "" : "/");
        result += pieces[i];
    }
    return result;
}

/// "org/name", "org/name:file", "org/name@revision:file".
Result<RepositoryAddress> parseShort(std::string_view whole, std::string_view text, RepositoryHost host) {
    const std::size_t slash = text.find('/');
    const std::size_t end = slash == std::string_view::npos ? slash : text.find_first_of("@:/", slash + 1);
    if (slash == std::string_view::npos || (end != std::string_view::npos && text[end] == '/')) {
        return bad(whole, kNoName);
    }
    const std::string_view organisation = text.substr(0, slash);
    const std::string_view name = text.substr(slash + 1, end == std::string_view::npos ? end : end - slash - 1);
    if (!isName(organisation) || !isName(name)) {
        return bad(whole, kNoName);
    }
    RepositoryAddress address{host, std::string(organisation) + '/' + std::string(name), {}, {}};
    std::string_view rest = end == std::string_view::npos ? std::string_view{} : text.substr(end);
    if (rest.starts_with('@')) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        address.revision = rest.substr(1, colon - 1);
        rest.remove_prefix(colon);
        if (!isRevision(address.revision)) {
            return bad(whole, kBadPath);
        }
    }
    if (rest.starts_with(':')) {
        address.file = rest.substr(1);
        if (!isRepositoryPath(address.file)) {
            return bad(whole, kBadPath);
        }
    }
    return address;
}

/// The path of a page: org/name, then perhaps tree|blob|resolve|raw, a revision and a path. `pieces` begins with org.
Result<RepositoryAddress> parsePage(std::string_view whole, const std::vector<std::string_view>& pieces,
                                    RepositoryHost host) {
    if (pieces.size() < 2) {
        return bad(whole, kNoModel);
    }
    // "hf.co/org/name:Q4_K_M", as Ollama and llama.cpp take it.
    const std::size_t colon = pieces.size() == 2 ? pieces[1].find(':') : std::string_view::npos;
    const std::string_view name = pieces[1].substr(0, colon);
    if (!isName(pieces[0]) || !isName(name)) {
        return bad(whole, kNoName);
    }
    RepositoryAddress address{host, std::string(pieces[0]) + '/' + std::string(name), {}, {}};
    if (colon != std::string_view::npos) {
        address.file = pieces[1].substr(colon + 1);
    }
    constexpr std::array<std::string_view, 4> kOfRevision{"tree", "blob", "resolve", "raw"};
    if (pieces.size() > 3 && std::ranges::find(kOfRevision, pieces[2]) != kOfRevision.end()) {
        const auto revision = unescaped(pieces[3]);
        const auto file = unescaped(joined(pieces, 4));
        if (!revision || !isRevision(*revision) || !file || (!file->empty() && !isRepositoryPath(*file))) {
            return bad(whole, kBadPath);
        }
        address.revision = *revision == defaultRevision(host) ? std::string() : *revision;
        // The folder of a tree is no file.
        address.file = pieces[2] == "tree" ? std::string() : *file;
    }
    if (!address.file.empty() && !isRepositoryPath(address.file)) {
        return bad(whole, kBadPath);
    }
    return address;
}

/// Everything after "https://", or the whole where the scheme was left out.
Result<RepositoryAddress> parseWeb(std::string_view whole, std::string_view text, std::string_view mirror) {
    text = text.substr(0, text.find_first_of("?#"));
    const std::size_t slash = std::min(text.find('/'), text.size());
    std::string host = lower(text.substr(0, slash));
    if (host.find('@') != std::string::npos) {
        return bad(whole, kOtherHost); // user:password@host is how one host is made to look like another
    }
    std::vector<std::string_view> pieces = parts(text.substr(slash));
    const bool scope = host == "modelscope.cn" || host == "www.modelscope.cn";
    if (scope) {
        if (pieces.size() < 3 || pieces[0] != "models") {
            return bad(whole, kNoModel);
        }
        pieces.erase(pieces.begin());
        // ModelScope's pages put the file behind /file/view/<revision>/<path>.
        if (pieces.size() > 4 && pieces[2] == "file" && pieces[3] == "view") {
            pieces[3] = "blob";
            pieces.erase(pieces.begin() + 2);
        }
        return parsePage(whole, pieces, RepositoryHost::ModelScope);
    }
    constexpr std::array<std::string_view, 3> kHuggingFace{"huggingface.co", "www.huggingface.co", "hf.co"};
    if (std::ranges::find(kHuggingFace, host) == kHuggingFace.end() && (mirror.empty() || host != lower(mirror))) {
        return bad(whole, kOtherHost);
    }
    constexpr std::array<std::string_view, 3> kNoModels{"datasets", "spaces", "docs"};
    if (!pieces.empty() && std::ranges::find(kNoModels, pieces[0]) != kNoModels.end()) {
        return bad(whole, kNoModel);
    }
    if (pieces.size() > 2 && pieces[0] == "models") { // some mirrors' pages
        pieces.erase(pieces.begin());
    }
    return parsePage(whole, pieces, RepositoryHost::HuggingFace);
}

} // namespace

bool isRepositoryPath(std::string_view path) {
    constexpr std::size_t kLongestPath = 1024;
    if (path.empty() || path.size() > kLongestPath || path.front() == '/' || path.back() == '/') {
        return false;
    }
    if (std::ranges::any_of(path,
                            [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; })) {
        return false;
    }
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view piece = path.substr(begin, end - begin);
        if (piece.empty() || piece == "." || piece == "..") {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

bool isRepositoryAddress(std::string_view text) {
    const std::string start = lower(text.substr(0, 8));
    return start.starts_with("hf:") || start.starts_with("ms:") || start.starts_with("https://") ||
           start.starts_with("http://");
}

Result<RepositoryAddress> parseRepositoryAddress(std::string_view text, std::string_view mirror) {
    const std::size_t first = std::min(text.find_first_not_of(kSpaces), text.size());
    text.remove_prefix(first);
    text = text.substr(0, text.find_last_not_of(kSpaces) + 1);
    const std::string start = lower(text.substr(0, 24));
    if (text.size() > kLongestAddress) {
        return bad(text, kTooLong);
    }
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (start.starts_with(scheme)) {
            return parseWeb(text, text.substr(scheme.size()), mirror);
        }
    }
    if (start.starts_with("hf:")) {
        return parseShort(text, text.substr(3), RepositoryHost::HuggingFace);
    }
    if (start.starts_with("ms:")) {
        return parseShort(text, text.substr(3), RepositoryHost::ModelScope);
    }
    for (const std::string_view host :
         {"huggingface.co/", "www.huggingface.co/", "hf.co/", "modelscope.cn/", "www.modelscope.cn/"}) {
        if (start.starts_with(host)) {
            return parseWeb(text, text, mirror);
        }
    }
    return parseShort(text, text, RepositoryHost::HuggingFace);
}

std::string repositoryAddressText(const RepositoryAddress& address) {
    std::string text = address.host == RepositoryHost::HuggingFace ? "hf:" : "ms:";
    text += address.repository;
    if (!address.revision.empty()) {
        text += '@' + address.revision;
    }
    if (!address.file.empty()) {
        text += ':' + address.file;
    }
    return text;
}

std::string_view defaultRevision(RepositoryHost host) {
    return host == RepositoryHost::HuggingFace ? "main" : "master";
}

} // namespace vram
