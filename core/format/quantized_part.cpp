// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/quantized_part.h"

namespace vram {

namespace {

/// Matrices that modules of type Linear hold inside the blocks; routers stay as they are.
constexpr bool isBlockLinear(TensorRole role) {
    switch (role) {
    case TensorRole::AttentionQ:
    case TensorRole::AttentionK:
    case TensorRole::AttentionV:
    case TensorRole::AttentionQkv:
    case TensorRole::AttentionOutput:
    case TensorRole::AttentionGate:
    case TensorRole::LatentQueryDown:
    case TensorRole::LatentQueryUp:
    case TensorRole::LatentKvDown:
    case TensorRole::LatentKeyUp:
    case TensorRole::LatentValueUp:
    case TensorRole::Indexer:
    case TensorRole::RecurrentIn:
    case TensorRole::RecurrentOut:
    case TensorRole::RecurrentGate:
    case TensorRole::RecurrentProjection:
    case TensorRole::FeedForwardGate:
    case TensorRole::FeedForwardUp:
    case TensorRole::FeedForwardGateUp:
    case TensorRole::FeedForwardDown:
    case TensorRole::ExpertGate:
    case TensorRole::ExpertUp:
    case TensorRole::ExpertDown:
    case TensorRole::SharedGate:
    case TensorRole::SharedUp:
    case TensorRole::SharedDown:
    case TensorRole::PerLayerProjection:
    case TensorRole::LatentExpert:
    case TensorRole::Remainder:
        return true;
    default:
        return false;
    }
}

constexpr bool isEmbeddingOrHead(TensorRole role) {
    return role == TensorRole::TokenEmbedding || role == TensorRole::PerLayerEmbedding || role == TensorRole::Output;
}

constexpr bool isLatentMatrix(TensorRole role) {
    return (role >= TensorRole::LatentQueryDown && role <= TensorRole::LatentValueUp) || role == TensorRole::Indexer;
}

} // namespace

bool isQuantized(const WeightFormat& format, const Tensor& tensor) {
    if (!tensor.isMatrix() && tensor.role != TensorRole::Remainder) {
        return false;
    }
    if (format.keepsLatentAttention && isLatentMatrix(tensor.role)) {
        return false;
    }
    switch (format.quantizedPart) {
    case QuantizedPart::Everything:
        return true;
    case QuantizedPart::ExpertsOnly:
        return isExpertMatrix(tensor.role);
    case QuantizedPart::AllMatrices:
        return (isBlockLinear(tensor.role) || isEmbeddingOrHead(tensor.role) || tensor.role == TensorRole::Router) &&
               (tensor.columns % format.blockSize == 0 || tensor.role == TensorRole::Remainder);
    case QuantizedPart::LinearLayers:
    case QuantizedPart::GgufMix:
        break;
    }
    return isBlockLinear(tensor.role) || (format.headBits && tensor.role == TensorRole::Output);
}

} // namespace vram
