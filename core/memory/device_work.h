// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"
#include "core/memory/engines.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vram {

/// What one step holds on one device beyond weights and caches, term by term; bytes.
struct StepWork {
    std::int64_t tokens = 0; ///< of a prompt, processed together
    std::int64_t rows = 0;   ///< sequences whose logits exist together
    std::int64_t block = 0;  ///< the widest moment of a block
    std::int64_t experts = 0;
    std::int64_t logits = 0;
    std::int64_t weightCopy = 0; ///< a quantized matrix turned into 16 bits
    std::int64_t cacheCopy = 0;  ///< one layer's quantized cache turned into 16 bits
    ByteRange base;
    double low = 1; ///< ends of the range as factors of the terms above
    double high = 1;
    Bytes heldBack; ///< what the runtime keeps free for it: the high end is at least this

    [[nodiscard]] ByteRange bytes() const;
};

/// What a device holds besides the model itself.
struct DeviceWork {
    StepWork step;
    ByteRange process; ///< driver context, libraries, communication
    std::string_view processSource;
    ByteRange graphs;       ///< CUDA graphs
    ByteRange requestTable; ///< which page holds which token of which sequence

    [[nodiscard]] ByteRange overhead() const { return process + graphs + requestTable; }
};

struct WorkQuestion {
    const Resolved& resolved;
    const Layout& layout;
    const Layout::Device& device;
    const Gpu& card;
};

/// One block's widest moment and its experts' for `tokens` tokens in 16 bits, divided over the ranks where it divides.
void addBlock(StepWork& step, const WorkQuestion& question, std::int64_t tokens);
/// Driver context of one process, or with the communication of tensor parallelism.
void addProcess(DeviceWork& work, const WorkQuestion& question);

[[nodiscard]] DeviceWork sglangWork(const WorkQuestion& question);
[[nodiscard]] DeviceWork tensorRtWork(const WorkQuestion& question);
[[nodiscard]] DeviceWork mlxWork(const WorkQuestion& question);
[[nodiscard]] DeviceWork exLlamaWork(const WorkQuestion& question);

/// Of the runtimes above; nothing for the others, which have functions of their own.
[[nodiscard]] bool hasDeviceWork(Engine engine);
[[nodiscard]] DeviceWork deviceWork(const Resolved& resolved, const Layout& layout, std::size_t device,
                                    const Gpu& card);

/// SGLang's mem_fraction_static on this card: the scenario's, or what SGLang chooses (0 to 1).
[[nodiscard]] double sglangStaticShare(const Resolved& resolved, const Layout& layout, const Gpu& card);

} // namespace vram
