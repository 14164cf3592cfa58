// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace vram {

/// What subjects are compared in, in the order in which it is read. Figures of a machine are of all its cards
/// together; bandwidth is the slowest card's, the year the oldest one's.
enum class SideProperty : std::uint8_t {
    Verdict,
    Need,
    Headroom,
    LargestContext, ///< with the safety margin free, up to what the model was made for; 0: not even one token
    GpuLayers,
    Decode,
    Prefill,
    FirstToken,
    Training, ///< tokens a second
    SpeedPerWatt,
    Cores,
    Bandwidth,
    Memory, ///< as sold
    Usable,
    Compute, ///< 16-bit matrices, dense
    Tdp,
    Price,
    PricePerGb,
    Year,
    Machine, ///< its cards by name
    Model,
    Task,
    Weights,
    Context,
    Sequences,
    KvCache,
    Runtime,
};
constexpr std::size_t kSideProperties = 27;

/// Whether it is of the answer, of the hardware, or of the question.
enum class SideGroup : std::uint8_t { Answer, Hardware, Question };
[[nodiscard]] SideGroup sideGroup(SideProperty property);

struct SideLayers {
    std::int64_t onCards = 0;
    std::int64_t all = 0;
    friend bool operator==(const SideLayers&, const SideLayers&) = default;
};

/// A figure or a name; nothing where it is not known or means nothing.
using SideValue = std::variant<std::monostate, std::string, std::int64_t, double, Bytes, ByteRange, SpeedRange,
                               SideLayers, Verdict, Task, std::vector<GpuChoice>>;

struct SideRow {
    SideProperty property{};
    std::vector<SideValue> values; ///< of each subject
    std::vector<bool> best;        ///< better than some other, worse than none; none where all are as good
    bool differs = false;
};

/// Why a subject is ahead of another.
enum class SideReason : std::uint8_t {
    OnlyOneHolds,   ///< it alone has room for everything on its cards
    Holds,          ///< it has room for everything, the other does not
    CoresDoNotHelp, ///< the other has `factor` times as many cores, but no room
    LeavesMargin,   ///< both hold it, but the other without its safety margin
    RunsAtAll,      ///< neither holds it, but this one runs with a part in RAM
    MoreOnCards,    ///< both need RAM, and this one less of it
    NoneHolds,      ///< no subject has room, nor runs with a part in RAM
    FasterDecode,   ///< `factor` times as fast, more than the ranges leave open
    MoreBandwidth,  ///< `factor` times the memory bandwidth, which decode waits for
    DecodeTie,      ///< as fast as far as the estimates can tell
    FasterPrefill,  ///< with prompts, in the same sense
    MoreCompute,    ///< `factor` times the operations a second, which prompts wait for
    FasterTraining, ///< in the same sense
    MoreHeadroom,   ///< as fast, but `bytes` more are left
    Tie,            ///< nothing tells the two apart
    OtherModels,    ///< models or tasks differ: nothing wins
    OtherSettings,  ///< weights, cache, context, sequences or runtime differ as well
};

constexpr std::size_t kSideReasons = 17;

struct SideArgument {
    SideReason reason{};
    std::size_t subject = 0;
    std::size_t other = 0;
    double factor = 1;
    Bytes bytes = {};
    friend bool operator==(const SideArgument&, const SideArgument&) = default;
};

/// The answer in short: who wins and why; no winner where it is a tie or cannot be said.
struct SideConclusion {
    std::optional<std::size_t> winner;
    std::vector<SideArgument> because; ///< the deciding one first
};

struct SideBySide {
    std::vector<Result<Report>> reports; ///< of each subject
    std::vector<SideRow> rows;           ///< those that some subject has a value for
    SideConclusion conclusion;
};

/// Sets the subjects, each a question with its machine, next to each other. `resolver` is best not the one of a running
/// question.
[[nodiscard]] SideBySide sideBySide(Resolver& resolver, std::span<const Scenario> subjects);

} // namespace vram
