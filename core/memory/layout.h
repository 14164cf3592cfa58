// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vram {

/// Which layers lie where. `devices` in the machine's order; layers before `cpuEnd` are in RAM.
struct Layout {
    struct Device {
        std::int64_t first = 0;
        std::int64_t end = 0;
        bool output = false;    ///< the output layer
        bool embedding = false; ///< the token embedding, where the engine puts it on a card
        friend bool operator==(const Device&, const Device&) = default;
    };
    std::vector<Device> devices;
    std::int64_t cpuEnd = 0;
    bool cpuOutput = false;                ///< the output layer is in RAM
    std::int64_t tensorRanks = 1;          ///< every device holds 1/ranks of each of its layers
    std::optional<std::size_t> onlyDevice; ///< the one that the process opens; absent: it opens all

    [[nodiscard]] bool allOnDevices() const { return cpuEnd == 0 && !cpuOutput; }
};

} // namespace vram
