// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_format.h"
#include "core/model/inventory.h"

#include <optional>
#include <vector>

namespace vram {

/// Weights of one model in many formats: its tensors are listed once. What sizeWeights() gives, without the size of a
/// file's header and without what working buffers depend on (`file` and `stored`).
class WeightSizer {
public:
    /// `architecture` must outlive this object.
    explicit WeightSizer(const Architecture& architecture) : m_architecture(architecture) {}

    [[nodiscard]] WeightSizes sizes(const WeightFormat& format, Container container, QuantizerChoice quantizer = {});

private:
    [[nodiscard]] const std::vector<Tensor>& inventory(InventoryView view);

    const Architecture& m_architecture;
    std::optional<std::vector<Tensor>> m_gguf;
    std::optional<std::vector<Tensor>> m_checkpoint;
};

} // namespace vram
