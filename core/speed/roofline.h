// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/speed/speed.h"
#include "core/speed/speed_constants.h"
#include "core/speed/speed_work.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vram {

/// Which end of a range.
enum class SpeedEnd : std::uint8_t { Low, Typical, High };

/// A prompt of one sequence.
struct PromptWork {
    double tokens = 1;
    double chunks = 1;    ///< that it is processed in
    double together = 1;  ///< chunks that may be on their way at once
    double attention = 0; ///< operations on the prompt's own tokens
};
/// Of `tokens`, in the chunks that the scenario's runtime makes of them.
[[nodiscard]] PromptWork promptWork(const Resolved& resolved, std::int64_t tokens);
/// Tokens of the prompt that the scenario asks about.
[[nodiscard]] std::int64_t promptTokens(const Scenario& scenario);

/// The work of every memory, once, and the time that it takes. Question, demand and cards are one replica's.
class Roofline {
public:
    Roofline(const Resolved& resolved, const Demand& demand, const Cards& cards, const Layout& layout);

    /// One token of every sequence with `depth` of the context's cache behind it.
    [[nodiscard]] SpeedTerms decode(SpeedEnd end, double depth) const;
    /// Nothing where a card's throughput is not known.
    [[nodiscard]] std::optional<SpeedTerms> prefill(SpeedEnd end, const PromptWork& prompt) const;
    /// Of the bytes that lie in RAM, those that a step reads.
    [[nodiscard]] double usedShareOfRam() const { return m_host.stored > 0 ? m_host.used / m_host.stored : 0; }

private:
    /// What a card achieves with the scenario's runtime.
    struct Rates {
        const Gpu* gpu = nullptr;
        const SpeedConstants* constants = nullptr;
        double bandwidth = 0;
        std::optional<double> flops;
        std::optional<double> expandedWeights;
        bool expandsForPrompts = false;
    };
    /// Cards that work at once: ranks of a tensor-parallel group, or one card.
    struct Group {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    void addDevices(const Demand& demand);
    void cutRows();
    [[nodiscard]] Rates ratesOf(const Gpu& gpu) const;
    [[nodiscard]] SpeedTerms decodeOn(const LayersWork& work, const Rates& rates, SpeedEnd end, double depth) const;
    [[nodiscard]] SpeedTerms prefillOn(const LayersWork& work, const Rates& rates, SpeedEnd end,
                                       const PromptWork& prompt) const;
    /// All cards' part of a step; `termsOf` gives one card's.
    template <typename TermsOf>
    [[nodiscard]] SpeedTerms onCards(const TermsOf& termsOf) const;
    [[nodiscard]] double shareOf(const LayersWork& work) const { return work.active / m_ranks / m_active; }
    [[nodiscard]] double padding(const LayersWork& work, const PromptWork& prompt) const;
    [[nodiscard]] double pipelined(const PromptWork& prompt) const;
    void addBetween(SpeedTerms& sum, SpeedEnd end, double steps, double tokens) const;
    void addHost(SpeedTerms& sum, SpeedEnd end, double bytes, double flops, double steps) const;
    void stream(SpeedTerms& sum, SpeedEnd end, double flops, const PromptWork& prompt) const;
    [[nodiscard]] double ramBytesPerSecond(SpeedEnd end) const;
    [[nodiscard]] double linkBytesPerSecond() const;

    const Resolved& m_resolved;
    const Cards& m_cards;
    const Layout& m_layout;
    Engine m_engine{};
    double m_ranks = 1;
    double m_sequences = 1;
    double m_stages = 0;         ///< groups with layers
    double m_active = 0;         ///< bytes of weights that one token passes through, everywhere
    double m_latency = 1;        ///< factor of the engine
    double m_weightsPerByte = 0; ///< of quantized weights; 0: they are stored as they are multiplied
    double m_crossings = 0;      ///< layers that cards and processor share
    std::vector<Group> m_groups;
    std::vector<LayersWork> m_devices;
    std::vector<Rates> m_rates;     ///< of each device
    std::vector<LayersWork> m_rows; ///< of each device, where matrices are cut by rows
    double m_layers = 0;            ///< cut by rows
    double m_streamedBytes = 0;     ///< weights that wait in RAM and cross the link whenever they are used
    LayersWork m_host;
};

} // namespace vram
