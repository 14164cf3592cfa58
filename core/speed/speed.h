// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/placement/placement.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vram {

/// What most of a step's time goes to.
enum class SpeedLimit : std::uint8_t { MemoryBandwidth, Compute, Pcie, RamBandwidth };
[[nodiscard]] std::string_view speedLimitId(SpeedLimit limit); ///< "memory bandwidth", ...

/// Tokens a second, or seconds.
struct SpeedRange {
    double low = 0;
    double typical = 0;
    double high = 0;
};

/// A target against a range: met when the pessimistic end meets it, missed when the optimistic one does not.
enum class TargetVerdict : std::uint8_t { Unset, Met, Maybe, Missed };
[[nodiscard]] std::string_view targetVerdictId(TargetVerdict verdict); ///< "unset", ...

/// Tokens of a prompt whose processing is timed, where the scenario names no prompt and has room for them.
constexpr std::int64_t kUsualPrompt = 1024;

/// How fast a scenario runs, by a roofline (docs/formulas.md, "Speed"): of one sequence, so that all together get
/// `batch` times as much (togetherOf).
struct Speed {
    SpeedRange decode;     ///< at the first tokens of the context
    SpeedRange decodeFull; ///< at its last
    SpeedLimit limit{};
    std::optional<SpeedRange> prefill; ///< absent where the device's throughput is not known
    SpeedLimit prefillLimit{};         ///< means nothing without `prefill`
    /// Seconds until the first token: one sequence's whole prompt and a step. With more sequences the step is one of
    /// all of them, and the prompt is the only one that is processed meanwhile.
    std::optional<SpeedRange> firstToken;
    TargetVerdict firstTokenTarget = TargetVerdict::Unset; ///< unset too where the time is not known
    TargetVerdict decodeTarget = TargetVerdict::Unset;     ///< pessimistic at the last tokens, optimistic at the first
};

/// Nothing for training, and where the memory does not hold the model or is not known.
[[nodiscard]] std::optional<Speed> speedOf(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                           const Placement& placement);

/// Of all sequences together.
[[nodiscard]] SpeedRange togetherOf(const SpeedRange& perSequence, std::int64_t batch);

/// What a step's typical time is made of. Of reading and multiplying, which happen at once, only the longer has
/// seconds; of cards that work at once, the slowest one's.
struct SpeedTerms {
    double vramBytes = 0; ///< read; 16-bit copies of quantized matrices that a prompt makes included
    double ramBytes = 0;
    double pcieBytes = 0;
    double flops = 0;
    double vramSeconds = 0;
    double ramSeconds = 0;
    double pcieSeconds = 0;
    double computeSeconds = 0;
    double latencySeconds = 0; ///< of kernels, hops and reductions
    SpeedLimit limit{};

    [[nodiscard]] double total() const {
        return vramSeconds + ramSeconds + pcieSeconds + computeSeconds + latencySeconds;
    }
};
/// One token of every sequence with `depth` (0 to 1) of the context behind it, placed as `layout` says.
[[nodiscard]] SpeedTerms decodeTerms(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                     const Layout& layout, double depth = 0);
/// The prompt of one sequence; nothing where a card's throughput is not known.
[[nodiscard]] std::optional<SpeedTerms> prefillTerms(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                                     const Layout& layout);

/// Tokens a second of one sequence where RAM lacks `missing` bytes of the `inRam` that `layout` puts there, so that
/// every token reads from the disk (mmap): optimistically what is missing, else all of it, of routed experts the share
/// that is used. Nothing where nothing is missing or decode is not known.
[[nodiscard]] std::optional<SpeedRange> diskTokensPerSecond(const Resolved& resolved, const Demand& demand,
                                                            const Cards& cards, const Layout& layout, Bytes inRam,
                                                            Bytes missing);

} // namespace vram
