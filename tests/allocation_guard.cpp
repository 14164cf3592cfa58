// SPDX-License-Identifier: GPL-3.0-or-later
#include "allocation_guard.h"

#include <cstdlib>
#include <malloc.h>
#include <new>

// The global operators, counting.
// NOLINTBEGIN(cppcoreguidelines-no-malloc): these are what new and delete are made of.
void* operator new(std::size_t size) {
    void* const memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    const auto now = vram::test::allocatedBytes += static_cast<std::int64_t>(malloc_usable_size(memory));
    if (now > vram::test::mostAllocatedBytes) {
        vram::test::mostAllocatedBytes = now;
    }
    return memory;
}

void operator delete(void* memory) noexcept {
    if (memory != nullptr) {
        vram::test::allocatedBytes -= static_cast<std::int64_t>(malloc_usable_size(memory));
        std::free(memory);
    }
}

void operator delete(void* memory, std::size_t) noexcept { ::operator delete(memory); }
// NOLINTEND(cppcoreguidelines-no-malloc)
