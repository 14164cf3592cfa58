// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memory_plan.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace vram {

/// The slots of a plan while it is made: one for equal ones, in the order in which they are first asked for.
class PlanSlots {
public:
    static constexpr std::uint16_t kNone = std::numeric_limits<std::uint16_t>::max();

    /// `slots`: of the plan; must outlive this object.
    explicit PlanSlots(std::vector<MemoryPlan::Slot>& slots) : m_slots(slots) {}

    [[nodiscard]] std::uint16_t indexOf(const MemoryPlan::Slot& slot) {
        constexpr std::size_t kMeasures = 3;
        if (slot.part >= m_known.size()) {
            m_known.resize(slot.part + std::size_t{1});
        }
        std::vector<std::uint16_t>& known = m_known[slot.part];
        const std::size_t index = kMeasures * std::size_t{slot.local} + static_cast<std::size_t>(slot.measure);
        if (index >= known.size()) {
            known.resize(index + 1, kNone);
        }
        if (known[index] == kNone) {
            known[index] = static_cast<std::uint16_t>(m_slots.size());
            m_slots.push_back(slot);
        }
        return known[index];
    }

private:
    std::vector<MemoryPlan::Slot>& m_slots;
    std::vector<std::vector<std::uint16_t>> m_known; ///< by part, tensor and measure
};

} // namespace vram
