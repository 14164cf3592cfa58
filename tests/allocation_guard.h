// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace vram::test {

inline std::atomic<std::int64_t> allocatedBytes{0};
inline std::atomic<std::int64_t> mostAllocatedBytes{0};

/// The most that the program had allocated with new at one time since this was made, over what it had then. Only in
/// tests that are built with allocation_guard.cpp.
class AllocationGuard {
public:
    AllocationGuard() : m_start(allocatedBytes) { mostAllocatedBytes = m_start; }
    [[nodiscard]] std::int64_t mostBytes() const { return mostAllocatedBytes - m_start; }

private:
    std::int64_t m_start;
};

} // namespace vram::test
