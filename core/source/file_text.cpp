// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/file_text.h"

#include <array>
#include <cstdint>

namespace vram {

namespace {

/// What other files begin with.
struct Beginning {
    std::string_view bytes;
    std::string_view kind;
};
constexpr std::array kBeginnings{
    Beginning{"GGUF", "a GGUF file"},
    Beginning{"PK\x03\x04", "a ZIP or PyTorch archive"},
    Beginning{"\x80\x02", "a Python pickle"},
    Beginning{"version https://git-lfs", "a Git LFS pointer, not the file itself"},
    Beginning{"\xFF\xFE", "UTF-16 text"},
    Beginning{"\xFE\xFF", "UTF-16 text"},
    Beginning{"<", "a web page"},
    Beginning{"{", "a JSON file"},
    Beginning{"tjgg", "a GGML file from before GGUF"},
    Beginning{"lmgg", "a GGML file from before GGUF"},
    Beginning{"fmgg", "a GGML file from before GGUF"},
};

} // namespace

std::string kindOfFile(std::string_view start) {
    if (start.empty()) {
        return "an empty file";
    }
    for (const Beginning& row : kBeginnings) {
        if (start.starts_with(row.bytes)) {
            return std::string(row.kind);
        }
    }
    return "something else";
}

bool isPlainText(std::string_view bytes) {
    std::size_t i = 0;
    while (i < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t more = lead < 0x80 ? 0 : lead >= 0xC2 && lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        const bool badLead = lead == 0 || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4;
        if (badLead || more >= bytes.size() - i) {
            return false;
        }
        std::uint32_t point = more == 0 ? lead : lead & (0x3FU >> more);
        for (std::size_t k = 1; k <= more; ++k) {
            const auto byte = static_cast<unsigned char>(bytes[i + k]);
            if ((byte & 0xC0U) != 0x80) {
                return false;
            }
            point = point << 6U | (byte & 0x3FU);
        }
        // Overlong forms, surrogates and what lies beyond Unicode.
        const bool bad = (more == 2 && point < 0x800) || (more == 3 && (point < 0x10000 || point > 0x10FFFF)) ||
                         (point >= 0xD800 && point < 0xE000);
        if (bad) {
            return false;
        }
        i += more + 1;
    }
    return true;
}

} // namespace vram
