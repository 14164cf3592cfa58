// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/detected_machine.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace vram::test {

inline std::filesystem::path machinesFolder() { return std::filesystem::path(TEST_DATA_DIR) / "machines"; }

/// A recorded answer.
inline std::string recordedText(const std::string& name) {
    const std::ifstream file(machinesFolder() / name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::vector<MachineTroubleCode> codesOf(const std::vector<MachineTrouble>& troubles) {
    std::vector<MachineTroubleCode> codes;
    for (const MachineTrouble& trouble : troubles) {
        codes.push_back(trouble.code);
    }
    return codes;
}

inline void writeFile(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

/// Unpacks a recorded tree: "path = text", "path -> target of a link", "path {" lines "}"; "#" begins a comment.
inline void unpackTree(const std::filesystem::path& recorded, const std::filesystem::path& folder) {
    std::ifstream file(recorded);
    std::string line;
    while (std::getline(file, line)) {
        const auto part = [&line](const std::string& sign) { return line.find(sign); };
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (const auto at = part(" -> "); at != std::string::npos) {
            const std::filesystem::path link = folder / line.substr(0, at);
            std::filesystem::create_directories(link.parent_path());
            std::filesystem::create_symlink(line.substr(at + 4), link);
        } else if (const auto equal = part(" = "); equal != std::string::npos) {
            writeFile(folder / line.substr(0, equal), line.substr(equal + 3) + "\n");
        } else if (line.ends_with(" {")) {
            const std::filesystem::path path = folder / line.substr(0, line.size() - 2);
            std::ostringstream text;
            while (std::getline(file, line) && line != "}") {
                text << line << '\n';
            }
            writeFile(path, text.str());
        }
    }
}

} // namespace vram::test
