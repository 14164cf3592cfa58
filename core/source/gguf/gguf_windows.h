// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attention.h"
#include "core/source/gguf/gguf_keys.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vram {

/// Which layers keep only a window, and which have no cache of their own.
struct GgufWindows {
    std::vector<std::int64_t> windows; ///< positions by layer; 0: the whole context
    std::vector<bool> reusesKv;        ///< by layer
    WindowKind kind = WindowKind::Sliding;
    bool fromTable = false; ///< the file does not say which layers
    bool unknown = false;   ///< there is a window, and nothing says which layers have it
};

/// From the file's keys; what older files leave out from a table of what llama.cpp takes then. Errors stay in `keys`.
[[nodiscard]] GgufWindows readGgufWindows(GgufKeys& keys, std::string_view architecture, std::int64_t layers);

} // namespace vram
