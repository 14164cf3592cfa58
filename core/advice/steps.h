// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// What the model is wanted for, in the words of somebody who does not know runtimes yet.
enum class Purpose : std::uint8_t { Chat, LongDocuments, Service, Qlora, Lora, FullTraining };
constexpr std::size_t kPurposes = 6;

/// The least quality of the weights: each allows all that the one before allows.
enum class Quality : std::uint8_t { AsPublished, EightBit, FourBit, Smallest };
constexpr std::size_t kQualities = 4;

/// Where the hardware comes from: what the user has, what a budget buys, or cards of one size of memory.
enum class HardwareSource : std::uint8_t { Own, Budget, MemoryClass };

/// Sizes of memory that cards are sold with, GiB; a card belongs to the largest one that is not above its memory.
constexpr std::array<std::int64_t, 15> kMemoryClasses{6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 192};
/// Cards that came out longer before the catalogue's date are hardly sold any more, and what they cost then says
/// little.
constexpr int kYearsOnSale = 6;
constexpr std::int64_t kMostStepCards = 8; ///< of one kind in one machine, as servers have them

/// All that the four steps ask for: task and model, quality, context and concurrency with what is to be reached,
/// hardware.
struct StepsQuestion {
    Purpose purpose = Purpose::Chat;
    ModelSource model = CatalogName{"Qwen/Qwen3-14B"};
    Quality quality = Quality::FourBit;
    RuntimeChoice runtime;
    std::int64_t context = 8192;
    std::int64_t batch = 1;
    TargetChoice target;
    HardwareSource hardware = HardwareSource::Budget;
    MachineChoice machine;              ///< the user's own; its RAM, margin and links are those of every candidate
    std::optional<double> mostPriceUsd; ///< launch prices of all cards of a machine together
    std::optional<double> mostWatts;    ///< the same of their power
    std::int64_t mostCards = 1;
    std::int64_t memoryGib = 24; ///< one of kMemoryClasses
    friend bool operator==(const StepsQuestion&, const StepsQuestion&) = default;
};

[[nodiscard]] Task taskOf(Purpose purpose);
/// The question with what the purpose usually comes with: runtime, context, concurrent sequences.
[[nodiscard]] StepsQuestion withPurpose(StepsQuestion question, Purpose purpose);
/// Where the path begins: model, context, sequences, targets, runtime and machine of a scenario.
[[nodiscard]] StepsQuestion stepsFrom(const Scenario& scenario);
/// What is asked of report() for weights of this format on this machine: where several cards train, the model's states
/// are sharded over them.
[[nodiscard]] Scenario stepsScenario(const StepsQuestion& question, const std::string& weights,
                                     const MachineChoice& machine);

/// A weight format of the path's ladder.
struct StepsFormat {
    std::string weights;  ///< as scenarios name it; kAsStored: as published
    std::string format;   ///< id of the format behind it
    double bits = 0;      ///< a parameter, over the whole model
    Bytes bytes;          ///< of all weights
    bool allowed = false; ///< by the quality that is asked for
};

/// What is known before there is a machine.
struct StepsKnowledge {
    ResolvedModel model;
    std::vector<StepsFormat> formats; ///< best first; one for training, whose task says it
    std::string leastWeights;         ///< the smallest that is allowed: what is needed at least
    Report need;                      ///< with those, everything on the cards, on a card that every runtime can use
    Bytes withMargin;                 ///< usable memory from which the high end of the need leaves the margin free
};
/// Formats and need of the question; the error of resolve() or report() where there is no answer.
[[nodiscard]] Result<StepsKnowledge> stepsKnowledge(Resolver& resolver, const StepsQuestion& question);

/// A machine with the best allowed weights that it holds, as report() says; where it holds none, the nearest miss.
struct StepsCandidate {
    GpuChoice choice; ///< its cards; of several kinds, or none, the name is empty
    MachineChoice machine;
    std::string weights;
    Report report;
    bool inTime = true;             ///< the targets that are set are met
    std::optional<double> priceUsd; ///< at launch, all cards; absent: not known
    std::optional<double> watts;

    [[nodiscard]] bool holds() const { return report.verdict == Verdict::Fits && inTime; }
};

enum class GiveWayKind : std::uint8_t { Quality, Context, Sequences, Targets, Runtime, Hardware };

/// One input changed so that there is a machine: asked of report().
struct StepsGiveWay {
    GiveWayKind kind{};
    StepsQuestion question;
    StepsCandidate candidate; ///< that is recommended then
};

struct StepsAnswer {
    /// Cheapest first, unknown prices last: the nearest misses before the recommended one, then others that hold it.
    std::vector<StepsCandidate> candidates;
    std::optional<std::size_t> recommended; ///< the cheapest that holds it in time
    std::size_t judged = 0;                 ///< machines within the limits
    std::size_t holding = 0;
    std::size_t unpriced = 0;           ///< cards left out because nobody published a price
    std::vector<StepsGiveWay> giveWays; ///< only where nothing is recommended
};
/// Asks report() for every machine within the limits. `resolver` is best not the one of a running question.
[[nodiscard]] StepsAnswer stepsAnswer(Resolver& resolver, const StepsQuestion& question);

/// Where the path ends: the scenario of the candidate, with the candidates as the rows that are compared.
[[nodiscard]] Scenario stepsResult(const StepsQuestion& question, const StepsAnswer& answer,
                                   const StepsCandidate& chosen);

} // namespace vram
