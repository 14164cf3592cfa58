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
    // llama.cpp
    std::int64_t cpuExperts = 0; ///< layers before this one keep their routed experts in RAM
    bool kvInRam = false;        ///< caches and states of all layers are in RAM
    bool rowSplit = false;       ///< matrices but experts are cut by rows, in proportion to `rowShares`
    std::vector<double> rowShares;
    // runtimes with tensor parallelism
    std::int64_t group = 0;       ///< devices of one replica; 0: all
    std::int64_t replicas = 1;    ///< groups of devices that hold the whole model each; `devices` are theirs in turn
    std::int64_t expertRanks = 1; ///< ranks that whole experts are dealt to; 1: every rank holds a part of each
    /// Layers of a checkpoint whose weights wait in RAM and run on the first device, which keeps their cache.
    struct Streamed {
        std::int64_t first = 0;
        std::int64_t end = 0;
        bool output = false;
        [[nodiscard]] bool any() const { return end > first || output; }
        friend bool operator==(const Streamed&, const Streamed&) = default;
    } streamed;

    /// One replica's devices, without those that stay empty.
    [[nodiscard]] Layout ofOneReplica() const {
        Layout one = *this;
        if (group > 0) {
            one.devices.resize(static_cast<std::size_t>(group));
        }
        one.group = 0;
        one.replicas = 1;
        return one;
    }
    /// Whether all devices are one group.
    [[nodiscard]] bool isOneGroup() const { return group == 0 || static_cast<std::size_t>(group) == devices.size(); }

    /// Every layer has a device for its own, whatever of it waits in RAM.
    [[nodiscard]] bool allOnDevices() const { return cpuEnd == 0 && !cpuOutput && !streamed.any(); }
    /// Nothing that a device could hold is in RAM.
    [[nodiscard]] bool complete() const { return allOnDevices() && cpuExperts == 0 && !kvInRam; }
};

} // namespace vram
