// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/safetensors/safetensors_file.h"
#include "core/source/safetensors/tensor_names.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// How a checkpoint stores its weights, by the tensors that quantizers write.
enum class PayloadScheme : std::uint8_t {
    Plain,     ///< one value an element
    Auxiliary, ///< scales, zero points and the like: no parameters
    Gptq,
    Awq,
    Packed, ///< compressed-tensors: integers in an int32
    Nvfp4,
    Mxfp4,
    Nf4,
    Nf4Double, ///< with quantized scales
    Int8,      ///< bitsandbytes LLM.int8()
    Int8Channel,
    Fp8,
    Fp8Block,
    Mlx,
    Exl2,
    Exl3,
};
constexpr std::size_t kPayloadSchemes = static_cast<std::size_t>(PayloadScheme::Exl3) + 1;

/// What config.json states of the packing, needed where the shapes alone do not tell.
struct StatedPacking {
    std::int64_t bits = 0;  ///< 0: not stated
    std::int64_t group = 0; ///< columns a scale; 0: not stated or one a row
};
[[nodiscard]] StatedPacking readStatedPacking(std::string_view configuration);

struct Payload {
    PayloadScheme scheme = PayloadScheme::Plain;
    std::int64_t parameters = 0;
    std::int64_t bits = 0; ///< of a packed weight
    bool bitsAssumed = false;
};

/// Tells payloads, scales and plain weights apart and counts what was packed.
class PayloadReader {
public:
    PayloadReader(const std::vector<SafetensorsTensor>& tensors, StatedPacking stated);
    [[nodiscard]] Payload read(const SafetensorsTensor& tensor, const TensorName& name) const;

private:
    [[nodiscard]] const SafetensorsTensor* find(std::string_view module, std::string_view field) const;
    [[nodiscard]] bool isAuxiliary(const SafetensorsTensor& tensor, const TensorName& name) const;
    [[nodiscard]] Payload readGptq(const SafetensorsTensor& tensor, std::string_view module) const;
    [[nodiscard]] Payload readWeight(const SafetensorsTensor& tensor, std::string_view module) const;
    [[nodiscard]] Payload readPacked(const SafetensorsTensor& tensor, std::string_view module) const;
    [[nodiscard]] Payload byBits(PayloadScheme scheme, const SafetensorsTensor& tensor, std::int64_t bits) const;

    const std::vector<SafetensorsTensor>& m_tensors;
    std::vector<std::uint32_t> m_byName;
    StatedPacking m_stated;
};

/// The catalogue's format for weights that are mostly of `scheme`; empty: none, or a plain type decides.
[[nodiscard]] std::string formatOf(PayloadScheme scheme, std::int64_t bits);

} // namespace vram
