// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_format.h"
#include "core/model/inventory.h"

namespace vram {

/// Matrices of routed experts.
[[nodiscard]] constexpr bool isExpertMatrix(TensorRole role) {
    return role == TensorRole::ExpertGate || role == TensorRole::ExpertUp || role == TensorRole::ExpertDown;
}

/// Matrices of a block of latent attention that other kinds of attention have too.
[[nodiscard]] constexpr bool isSharedAttentionMatrix(TensorRole role) {
    return role == TensorRole::AttentionQ || role == TensorRole::AttentionOutput || role == TensorRole::AttentionGate;
}

/// Whether a checkpoint in this format quantizes the tensor.
[[nodiscard]] bool isQuantized(const WeightFormat& format, const Tensor& tensor);

} // namespace vram
