// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/model_description.h"
#include "core/source/safetensors/safetensors_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// A LoRA adapter as its tensors have it; its configuration only adds the model that it is for.
struct LoraAdapter {
    std::int64_t rank = 0;            ///< the largest of its modules
    std::vector<std::string> targets; ///< modules, each once: "q_proj"
    std::int64_t parameters = 0;
    Bytes bytes;
    std::string baseModel; ///< as adapter_config.json names it; may be empty
};

/// Whether most of `tensors` are low-rank pairs; nullopt: they are no adapter. `configuration` is the text of
/// adapter_config.json, empty for none; where it does not agree with the tensors, a warning says so.
[[nodiscard]] std::optional<LoraAdapter> findLoraAdapter(const std::vector<SafetensorsTensor>& tensors,
                                                         std::string_view configuration,
                                                         std::vector<ModelWarning>& warnings);

} // namespace vram
