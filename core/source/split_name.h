// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vram {

/// A name without its ending as llama.cpp's gguf-split gives it to the parts of a model: "model-00002-of-00005".
struct SplitName {
    std::string_view stem; ///< "model"; the whole name where it is no part
    std::int64_t part = 1; ///< from 1
    std::int64_t count = 1;
    bool isPart = false;
};
[[nodiscard]] SplitName splitNameOf(std::string_view name);

/// The name of another part of the same model, without its ending.
[[nodiscard]] std::string partName(const SplitName& name, std::int64_t part);

} // namespace vram
