// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/gguf_header.h"

#include "core/model/gguf_names.h"

namespace vram {

namespace {

/// Dimensions that the file gives a tensor.
std::int64_t dimensionsOf(const Architecture& architecture, const Tensor& tensor, std::string_view name) {
    if (tensor.slices > 1) {
        return 3;
    }
    if (tensor.rows > 1) {
        return 2;
    }
    // Mamba-2 stores A and D as one column.
    const bool column = (name == "ssm_a" || name == "ssm_d") && architecture.layer(tensor.layer).recurrent &&
                        architecture.layer(tensor.layer).recurrent->kind == RecurrentKind::Mamba2;
    return column ? 2 : 1;
}

constexpr std::int64_t digits(std::int64_t number) {
    std::int64_t count = 1;
    for (; number >= 10; number /= 10) {
        ++count;
    }
    return count;
}

} // namespace

Bytes ggufTensorInfoBytes(const Architecture& architecture, const std::vector<Tensor>& inventory) {
    // Length and name, number of dimensions, dimensions, type, offset (the GGUF specification).
    constexpr std::int64_t kFixed = 8 + 4 + 4 + 8;
    GgufNames names(architecture);
    std::int64_t bytes = 0;
    for (const Tensor& tensor : inventory) {
        const std::string_view name = names.nextSuffix(tensor);
        const std::int64_t prefix = tensor.layer < 0 ? 0 : digits(tensor.layer) + 5; // "blk." and "."
        bytes +=
            kFixed + prefix + static_cast<std::int64_t>(name.size()) + 8 * dimensionsOf(architecture, tensor, name);
    }
    return Bytes{bytes};
}

} // namespace vram
