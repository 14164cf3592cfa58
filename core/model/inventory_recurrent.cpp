// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tensor_list.h"

#include <algorithm>

namespace vram {

namespace {

void addConvolution(TensorList& out, const Recurrent& r) {
    out.matrix(TensorRole::RecurrentConv, r.convKernel, r.convChannels);
    if (r.bias) {
        out.vector(TensorRole::RecurrentSmall, r.convChannels);
    }
}

void addMamba1(TensorList& out, const Recurrent& r, std::int64_t hidden) {
    out.matrix(TensorRole::RecurrentIn, hidden, 2 * r.inner);
    addConvolution(out, r);
    out.matrix(TensorRole::RecurrentProjection, r.inner, r.rank + 2 * r.state); // ssm_x
    out.matrix(TensorRole::RecurrentProjection, r.rank, r.inner);               // ssm_dt
    out.vector(TensorRole::RecurrentSmall, r.inner);
    out.matrix(TensorRole::RecurrentSmall, r.state, r.inner); // ssm_a
    out.vector(TensorRole::RecurrentSmall, r.inner);          // ssm_d
    if (r.projectionNorms) {
        out.vector(TensorRole::RecurrentSmall, r.rank);
        out.vector(TensorRole::RecurrentSmall, r.state);
        out.vector(TensorRole::RecurrentSmall, r.state);
    }
    out.matrix(TensorRole::RecurrentOut, r.inner, hidden);
}

void addMamba2(TensorList& out, const Recurrent& r, std::int64_t hidden) {
    out.matrix(TensorRole::RecurrentIn, hidden, 2 * r.inner + 2 * r.groups * r.state + r.heads);
    addConvolution(out, r);
    out.vector(TensorRole::RecurrentSmall, r.heads); // dt bias, A and D
    out.vector(TensorRole::RecurrentSmall, r.heads);
    out.vector(TensorRole::RecurrentSmall, r.heads);
    if (r.norm) {
        out.vector(TensorRole::RecurrentSmall, r.inner);
    }
    out.matrix(TensorRole::RecurrentOut, r.inner, hidden);
}

void addGatedDeltaNet(TensorList& out, const Recurrent& r, std::int64_t hidden) {
    out.matrix(TensorRole::AttentionQkv, hidden, r.convChannels); // llama.cpp names it attn_qkv and treats it so
    out.matrix(TensorRole::RecurrentGate, hidden, r.inner);
    addConvolution(out, r);
    out.vector(TensorRole::RecurrentSmall, r.heads);                  // dt bias
    out.vector(TensorRole::RecurrentSmall, r.heads);                  // A
    out.matrix(TensorRole::RecurrentProjection, hidden, 2 * r.heads); // beta and alpha
    out.vector(TensorRole::RecurrentSmall, r.inner / std::max<std::int64_t>(r.heads, 1));
    out.matrix(TensorRole::RecurrentOut, r.inner, hidden);
}

void addKimiDelta(TensorList& out, const Recurrent& r, std::int64_t hidden) {
    const std::int64_t third = r.convChannels / 3;
    out.matrix(TensorRole::AttentionQ, hidden, third);
    out.matrix(TensorRole::AttentionK, hidden, third);
    out.matrix(TensorRole::AttentionV, hidden, third);
    addConvolution(out, r);
    out.matrix(TensorRole::RecurrentProjection, hidden, r.rank); // decay gate, a low-rank pair
    out.matrix(TensorRole::RecurrentProjection, r.rank, r.inner);
    out.vector(TensorRole::RecurrentSmall, r.inner);              // dt bias
    out.matrix(TensorRole::RecurrentProjection, hidden, r.heads); // beta
    out.vector(TensorRole::RecurrentSmall, r.heads);              // A
    if (r.fullGate) {
        out.matrix(TensorRole::RecurrentGate, hidden, r.inner);
    } else {
        out.matrix(TensorRole::RecurrentGate, hidden, r.rank);
        out.matrix(TensorRole::RecurrentGate, r.rank, r.inner);
    }
    out.vector(TensorRole::RecurrentSmall, r.inner / std::max<std::int64_t>(r.heads, 1));
    out.matrix(TensorRole::AttentionOutput, r.inner, hidden);
}

void addLightning(TensorList& out, const Recurrent& r, std::int64_t hidden) {
    out.matrix(TensorRole::RecurrentIn, hidden, 3 * r.inner);
    out.matrix(TensorRole::RecurrentGate, hidden, r.inner);
    out.vector(TensorRole::RecurrentSmall, r.inner);
    out.matrix(TensorRole::RecurrentOut, r.inner, hidden);
}

void addShortConv(TensorList& out, const Recurrent& r, std::int64_t hidden) {
    out.matrix(TensorRole::RecurrentIn, hidden, 3 * r.convChannels);
    addConvolution(out, r);
    out.matrix(TensorRole::RecurrentOut, r.convChannels, hidden);
}

} // namespace

void addRecurrent(TensorList& out, const Recurrent& r, std::int64_t hidden) {
    switch (r.kind) {
    case RecurrentKind::Mamba1:
        addMamba1(out, r, hidden);
        break;
    case RecurrentKind::Mamba2:
        addMamba2(out, r, hidden);
        break;
    case RecurrentKind::GatedDeltaNet:
        addGatedDeltaNet(out, r, hidden);
        break;
    case RecurrentKind::KimiDelta:
        addKimiDelta(out, r, hidden);
        break;
    case RecurrentKind::Lightning:
        addLightning(out, r, hidden);
        break;
    case RecurrentKind::ShortConv:
        addShortConv(out, r, hidden);
        break;
    }
}

} // namespace vram
