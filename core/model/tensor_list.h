// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <cstdint>
#include <vector>

namespace vram {

/// A list of tensors that is being written for one layer after the other. Empty shapes are left out, so that an
/// absent part can be given as 0.
struct TensorList {
    std::vector<Tensor> list;
    std::int32_t layer = -1;

    void vector(TensorRole role, std::int64_t columns) { tensor(role, columns, 1, 1); }
    void matrix(TensorRole role, std::int64_t columns, std::int64_t rows) { tensor(role, columns, rows, 1); }
    void tensor(TensorRole role, std::int64_t columns, std::int64_t rows, std::int64_t slices) {
        if (columns > 0 && rows > 0 && slices > 0) {
            list.push_back({role, layer, columns, rows, slices});
        }
    }
};

/// Appends the tensors of a recurrent part in a model of width `hidden`.
void addRecurrent(TensorList& out, const Recurrent& r, std::int64_t hidden);

} // namespace vram
