// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/units/bytes.h"

#include <cstdint>
#include <vector>

namespace vram {

constexpr std::int64_t kGgufAlignment = 32; ///< general.alignment's default; no published file is known to differ

/// Bytes of a GGUF before its first tensor, padding included. The list of tensors is computed from their names and
/// shapes; the key-values, nearly all of them the tokenizer, go by the number of tokens: known tokenizers within a few
/// kilobytes, others with a range of 20 to 70 bytes a token.
[[nodiscard]] ByteRange ggufHeaderBytes(const Architecture& architecture, const std::vector<Tensor>& inventory);

/// The list of tensors alone.
[[nodiscard]] Bytes ggufTensorInfoBytes(const Architecture& architecture, const std::vector<Tensor>& inventory);

} // namespace vram
