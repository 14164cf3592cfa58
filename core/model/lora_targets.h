// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <span>
#include <string_view>
#include <vector>

namespace vram {

/// The matrices that low-rank adapters sit on: a comma list of q, k, v, o, gate, up, down, embed, head, experts and
/// recurrent, or of "qv", "qkv", "attention" and "all-linear" for several of them. Empty where a word is not known.
[[nodiscard]] std::vector<TensorRole> loraTargets(std::string_view words);

/// Whether an adapter that sits on `targets` sits on this tensor.
[[nodiscard]] bool isLoraTarget(const Tensor& tensor, std::span<const TensorRole> targets);

} // namespace vram
