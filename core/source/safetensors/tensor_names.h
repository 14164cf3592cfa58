// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/safetensors/safetensors_file.h"

#include <cstdint>
#include <string_view>

namespace vram {

/// Where in a model a tensor of a checkpoint belongs.
enum class TensorPlace : std::uint8_t {
    TokenEmbedding,
    Output, ///< matrix and final norm
    Layer,
    Vision,    ///< vision and audio towers with their projectors
    NextToken, ///< layers that predict further tokens, which runtimes load only to draft
    Other,
};

struct TensorName {
    TensorPlace place = TensorPlace::Other;
    std::int64_t layer = -1; ///< only of Layer and, where its name has one, of NextToken
    bool expert = false;     ///< of a routed expert
    bool matrix = false;     ///< Output: the matrix, not the norm
    bool buffer = false;     ///< no parameter: rotary tables, masks
    std::string_view module; ///< name without the field
    std::string_view field;  ///< "weight", "qweight", "absmax"
};

/// Reads a tensor's name by the habits of all families: a list "layers.N", "h.N", "blocks.N" ... holds the layers; the
/// names before it tell towers apart, those behind it experts.
[[nodiscard]] TensorName readTensorName(const SafetensorsTensor& tensor);

} // namespace vram
