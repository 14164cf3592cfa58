// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vram {

/// Names a model's tensors as llama.cpp's converter does (gguf-py constants.py). Tensors must be asked for in file
/// order. Roles that many kinds of model share are exact; where an architecture has names of its own for small tensors
/// (post-norms, AltUp, low-rank pairs), the name that most architectures use stands in, some letters longer or shorter.
class GgufNames {
public:
    explicit GgufNames(const Architecture& architecture) : m_architecture(&architecture) {}
    /// The name without "blk.N."; valid for ever.
    [[nodiscard]] std::string_view nextSuffix(const Tensor& tensor);
    /// The whole name.
    [[nodiscard]] std::string next(const Tensor& tensor);

private:
    static constexpr std::size_t kRoles = static_cast<std::size_t>(TensorRole::NextTokenInput) + 1;
    const Architecture* m_architecture;
    std::int32_t m_layer = -2;
    std::array<std::uint8_t, kRoles> m_seen{}; ///< of this layer
};

} // namespace vram
