// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/safetensors_file.h"

#include <algorithm>

namespace vram {

namespace {

using enum SafetensorsType;

constexpr std::array kTypes{
    SafetensorsTypeInfo{Bool, "BOOL", 8},
    SafetensorsTypeInfo{F4, "F4", 4},
    SafetensorsTypeInfo{F6_E2M3, "F6_E2M3", 6},
    SafetensorsTypeInfo{F6_E3M2, "F6_E3M2", 6},
    SafetensorsTypeInfo{U8, "U8", 8},
    SafetensorsTypeInfo{I8, "I8", 8},
    SafetensorsTypeInfo{F8_E5M2, "F8_E5M2", 8},
    SafetensorsTypeInfo{F8_E4M3, "F8_E4M3", 8},
    SafetensorsTypeInfo{F8_E8M0, "F8_E8M0", 8},
    SafetensorsTypeInfo{F8_E4M3Fnuz, "F8_E4M3FNUZ", 8},
    SafetensorsTypeInfo{F8_E5M2Fnuz, "F8_E5M2FNUZ", 8},
    SafetensorsTypeInfo{I16, "I16", 16},
    SafetensorsTypeInfo{U16, "U16", 16},
    SafetensorsTypeInfo{F16, "F16", 16},
    SafetensorsTypeInfo{BF16, "BF16", 16},
    SafetensorsTypeInfo{I32, "I32", 32},
    SafetensorsTypeInfo{U32, "U32", 32},
    SafetensorsTypeInfo{F32, "F32", 32},
    SafetensorsTypeInfo{C64, "C64", 64},
    SafetensorsTypeInfo{F64, "F64", 64},
    SafetensorsTypeInfo{I64, "I64", 64},
    SafetensorsTypeInfo{U64, "U64", 64},
    SafetensorsTypeInfo{Unknown, "unknown", 0},
};

constexpr bool isIndexedByType() {
    for (std::size_t i = 0; i < kTypes.size(); ++i) {
        if (static_cast<std::size_t>(kTypes[i].type) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isIndexedByType());

} // namespace

const SafetensorsTypeInfo& safetensorsTypeInfo(SafetensorsType type) {
    return kTypes.at(static_cast<std::size_t>(type));
}

SafetensorsType findSafetensorsType(std::string_view id) {
    const auto* const found =
        std::find_if(kTypes.begin(), kTypes.end() - 1, [id](const SafetensorsTypeInfo& row) { return row.id == id; });
    return found->type;
}

std::int64_t SafetensorsTensor::elements() const {
    std::int64_t product = 1;
    for (const std::int64_t dimension : shape()) {
        product = saturatingMultiply(product, dimension);
    }
    return product;
}

} // namespace vram
