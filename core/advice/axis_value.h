// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <cstdint>
#include <string>
#include <variant>

namespace vram {

struct WeightsValue {
    std::string id; ///< of a format, or kAsStored
    friend bool operator==(const WeightsValue&, const WeightsValue&) = default;
};
struct ContextValue {
    std::int64_t tokens = 0;
    friend bool operator==(const ContextValue&, const ContextValue&) = default;
};
struct BatchValue {
    std::int64_t sequences = 0;
    friend bool operator==(const BatchValue&, const BatchValue&) = default;
};
struct RuntimeValue {
    std::string name;
    friend bool operator==(const RuntimeValue&, const RuntimeValue&) = default;
};

/// One value of one axis, the axes in the order of kAxisIds. A SavedScenario without text is the scenario itself.
using AxisValue = std::variant<GpuChoice, Task, WeightsValue, ContextValue, BatchValue, KvCacheChoice, RuntimeValue,
                               ModelSource, SavedScenario>;

static_assert(std::variant_size_v<AxisValue> == kAxisIds.size());

} // namespace vram
