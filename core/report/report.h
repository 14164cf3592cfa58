// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/part_sizes.h"
#include "core/placement/placement.h"
#include "core/scenario/resolve.h"
#include "core/speed/speed.h"
#include "core/units/bytes.h"
#include "core/units/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// A remark by code; the front ends word it. Arguments are numbers or names as text.
struct Note {
    std::string_view code;
    std::vector<std::string> arguments;
};

struct DeviceReport {
    std::string name;
    Bytes capacity;   ///< as sold
    ByteRange usable; ///< what a process can have
    PartSizes parts;
    ByteRange total;
    Bytes headroom; ///< usable - total.high; negative when it does not fit
    std::optional<KvPool> kvPool;
};

struct HostReport {
    PartSizes parts;
    ByteRange total;
    std::optional<Bytes> capacity;
    std::optional<RamVerdict> verdict;             ///< absent in a unified machine, whose pool is judged as a whole
    Bytes swapped;                                 ///< what RAM does not hold beside the system
    std::optional<SpeedRange> diskTokensPerSecond; ///< of one sequence, where what is swapped comes from the disk
};

/// The answer. Bytes are whole; ranges say where a figure is not exact.
struct Report {
    // model
    std::string modelName;
    ArchitectureSource architectureSource{};
    std::int64_t parameters = 0;
    std::int64_t activeParameters = 0;
    std::int64_t layers = 0;
    // memory as placed
    PartSizes memory; ///< sums over devices and host
    ByteRange total;
    Bytes tensorBytes;                  ///< GGUF formats: tensors of the file alone; else the checkpoint's
    std::optional<ByteRange> fileBytes; ///< of a GGUF, header and padding included
    std::vector<DeviceReport> devices;  ///< one per card, in the machine's order
    std::optional<HostReport> host;
    // the question "does it fit", with everything on the cards: what the bars show
    PartSizes need; ///< all cards together (CPU only: the host)
    ByteRange needTotal;
    /// The same at the first token of a conversation, where the runtime's cache grows with it (Transformers, MLX);
    /// absent where the whole context is taken at start.
    std::optional<ByteRange> needFirst;
    Bytes usable; ///< all cards together (CPU only: RAM); low estimate
    Bytes capacity;
    Bytes headroom; ///< of the fullest card: usable - need.high; negative: what is missing
    Verdict verdict = Verdict::Unknown;
    std::int64_t gpuLayers = 0;           ///< layers placed on cards, output layer included
    std::int64_t layersTotal = 0;         ///< blocks + output layer
    std::optional<Bytes> kvBytesPerToken; ///< growth per token of context of one sequence, at the scenario's types
    std::optional<std::int64_t> modelMaxContext;
    std::optional<Speed> speed;                     ///< absent where it is not known
    std::optional<SpeedRange> trainTokensPerSecond; ///< training: all cards together
    std::string command;                            ///< how to start it so; empty where there is no such command
    std::vector<Note> notes;
};

/// The one function that both front ends call: pure, no I/O. Overflow where a size leaves 64 bits.
[[nodiscard]] Result<Report> report(const Resolved& resolved);

/// The same question on several machines; what does not depend on the card is computed once.
[[nodiscard]] std::vector<Result<Report>> reportRows(const Resolved& resolved, std::span<const Machine> machines);

} // namespace vram
