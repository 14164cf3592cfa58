// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/size_law.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

/// Whether two segments are planned alike but for how many rows count as a large batch.
bool sameStructure(const Segment& a, const Segment& b) {
    return a.order == b.order && a.tail == b.tail && a.out == b.out &&
           std::equal(a.tensors.begin(), a.tensors.end(), b.tensors.begin(), b.tensors.end(),
                      [](PlanTensor first, const PlanTensor& second) {
                          first.largeBatch = second.largeBatch;
                          return first == second;
                      });
}

/// What is solved for: bytes, extra and padding of every slot, then the batches of all nodes with weights.
constexpr std::size_t kOfSlot = 3;

std::vector<std::int64_t> quantities(const SizeLaws::Built& built, std::span<const MemoryPlan::Slot> sizeSlots) {
    std::vector<std::int64_t> values;
    values.reserve(sizeSlots.size() * kOfSlot * 2);
    for (const MemoryPlan::Slot& slot : sizeSlots) {
        const RawSize& raw = (*built.sizes[slot.part])[slot.local].raw;
        values.insert(values.end(), {raw.bytes, raw.extra, raw.padding});
    }
    for (const SegmentSizes* sizes : built.sizes) {
        for (const TensorSize& size : *sizes) {
            if (size.batch > 0) {
                values.push_back(size.batch);
            }
        }
    }
    return values;
}

/// Workloads that differ from a first one in one count, or in cells and tokens.
struct Probes {
    enum Name : std::uint8_t { First, Tokens, Cells, CellsTokens, Window, WindowTokens, Outputs, Twice, FourTimes };
    static constexpr std::size_t kCount = 9;
    static constexpr std::int64_t kStep = 256; // of cells
    std::array<GraphWorkload, kCount> loads;
    std::array<std::vector<std::int64_t>, kCount> values; ///< empty: not asked for
    WorkloadKind kind;

    explicit Probes(const GraphWorkload& asked) : kind(kindOf(asked)) {
        GraphWorkload first;
        first.sequences = kind.oneSequence ? 1 : 4;
        first.tokens = 64 * first.sequences;
        first.outputs = kind.oneOutput ? 1 : 5;
        first.cells = 4 * kStep;
        first.windowCells = 2 * kStep;
        loads.fill(first);
        for (const Name name : {Tokens, CellsTokens, WindowTokens}) {
            loads[name].tokens *= 2;
        }
        for (const Name name : {Cells, CellsTokens}) {
            loads[name].cells += kStep;
        }
        for (const Name name : {Window, WindowTokens}) {
            loads[name].windowCells += kStep;
        }
        loads[Outputs].outputs += 1;
        loads[Twice].sequences *= 2;
        loads[FourTimes].sequences *= 4;
        for (GraphWorkload& load : loads) {
            load.streams = asked.streams == 1 ? 1 : load.sequences;
            load.outputs = kind.allOutputs ? load.tokens : load.outputs;
        }
    }

    [[nodiscard]] bool needed(std::size_t name, bool windows) const {
        switch (name) {
        case Window:
        case WindowTokens:
            return windows;
        case Outputs:
            return !kind.oneOutput && !kind.allOutputs;
        case Twice:
        case FourTimes:
            return !kind.oneSequence;
        default:
            return true;
        }
    }
};

/// The coefficients of one quantity.
class Solver {
public:
    Solver(const Probes& probes, std::size_t index) : m_probes(probes), m_index(index) {}

    [[nodiscard]] std::optional<WorkloadSum> solve() {
        growth(Probes::Cells, Probes::CellsTokens, WorkloadTerm::CellsTokens, WorkloadTerm::CellsStreams);
        if (!m_probes.values[Probes::Window].empty()) {
            growth(Probes::Window, Probes::WindowTokens, WorkloadTerm::WindowTokens, WorkloadTerm::WindowStreams);
        }
        if (!m_probes.values[Probes::Outputs].empty()) {
            of(WorkloadTerm::Outputs) = value(Probes::Outputs) - value(Probes::First);
        }
        const GraphWorkload& first = m_probes.loads[Probes::First];
        const std::int64_t base = rest(Probes::First);
        const std::int64_t each = first.tokens / first.sequences;
        if (!m_probes.kind.oneSequence) {
            // s sequences + p tokens of each, for s, 2 s and 4 s sequences of as many tokens together.
            const std::int64_t twice = rest(Probes::Twice) - base;
            const std::int64_t again = rest(Probes::FourTimes) - rest(Probes::Twice);
            of(WorkloadTerm::TokensOfSequence) = quotient(4 * (again - 2 * twice), 3 * each);
            of(WorkloadTerm::Sequences) =
                quotient(twice + of(WorkloadTerm::TokensOfSequence) * (each / 2), first.sequences);
        }
        of(WorkloadTerm::Tokens) =
            quotient(rest(Probes::Tokens) - base - of(WorkloadTerm::TokensOfSequence) * each, first.tokens);
        of(WorkloadTerm::One) = rest(Probes::First) - of(WorkloadTerm::Tokens) * first.tokens -
                                of(WorkloadTerm::Sequences) * first.sequences -
                                of(WorkloadTerm::TokensOfSequence) * each;
        return m_whole ? std::optional(WorkloadSum(m_coefficients)) : std::nullopt;
    }

private:
    [[nodiscard]] std::int64_t& of(WorkloadTerm term) { return m_coefficients[static_cast<std::size_t>(term)]; }
    [[nodiscard]] std::int64_t value(Probes::Name name) const { return m_probes.values[name][m_index]; }

    [[nodiscard]] std::int64_t quotient(std::int64_t a, std::int64_t b) {
        m_whole = m_whole && a % b == 0;
        return a / b;
    }

    /// Growth by a step of cells at two counts of tokens: a part that grows with them and one that does not.
    void growth(Probes::Name more, Probes::Name moreTokens, WorkloadTerm byTokens, WorkloadTerm byStreams) {
        const GraphWorkload& first = m_probes.loads[Probes::First];
        const std::int64_t once = quotient(value(more) - value(Probes::First), Probes::kStep);
        const std::int64_t twice = quotient(value(moreTokens) - value(Probes::Tokens), Probes::kStep);
        of(byTokens) = quotient(twice - once, first.tokens);
        of(byStreams) = quotient(once - of(byTokens) * first.tokens, first.streams);
    }

    /// A value without what outputs and cells make of it.
    [[nodiscard]] std::int64_t rest(Probes::Name name) const {
        const WorkloadTerms terms = termsOf(m_probes.loads[name]);
        std::int64_t left = value(name);
        for (const WorkloadTerm term : {WorkloadTerm::Outputs, WorkloadTerm::CellsTokens, WorkloadTerm::CellsStreams,
                                        WorkloadTerm::WindowTokens, WorkloadTerm::WindowStreams}) {
            const auto index = static_cast<std::size_t>(term);
            left -= m_coefficients[index] * terms[index];
        }
        return left;
    }

    const Probes& m_probes;
    std::size_t m_index = 0;
    WorkloadTerms m_coefficients{};
    bool m_whole = true;
};

bool growsWithCells(const WorkloadSum& sum) {
    return sum.uses(WorkloadTerm::CellsTokens) || sum.uses(WorkloadTerm::CellsStreams) ||
           sum.uses(WorkloadTerm::WindowTokens) || sum.uses(WorkloadTerm::WindowStreams);
}

template <typename T>
std::size_t indexIn(std::vector<T>& list, const T& value) {
    const auto found = std::find(list.begin(), list.end(), value);
    if (found != list.end()) {
        return static_cast<std::size_t>(found - list.begin());
    }
    list.push_back(value);
    return list.size() - 1;
}

} // namespace

std::int64_t SizeLaw::at(const WorkloadTerms& terms) const {
    const RawSize raw{bytes.at(terms), extra.at(terms), padding};
    switch (measure) {
    case MemoryPlan::Measure::Host:
        return raw.onHost();
    case MemoryPlan::Measure::Card:
        return raw.onCard();
    case MemoryPlan::Measure::CardWithExtra:
        break;
    }
    return raw.onCardWithExtra();
}

std::optional<SizeLaws> SizeLaws::find(const GraphWorkload& load, const Built& built, bool windows,
                                       std::span<const MemoryPlan::Slot> sizeSlots, const Build& build) {
    Probes probes(load);
    const std::vector<std::int64_t> asked = quantities(built, sizeSlots);
    for (std::size_t i = 0; i < Probes::kCount; ++i) {
        if (!probes.needed(i, windows)) {
            continue;
        }
        const Built probe = build(probes.loads[i]);
        const bool alike = std::equal(probe.segments.begin(), probe.segments.end(), built.segments.begin(),
                                      [](const Segment* a, const Segment* b) { return sameStructure(*a, *b); });
        probes.values[i] = quantities(probe, sizeSlots);
        if (!alike || probes.values[i].size() != asked.size()) {
            return std::nullopt;
        }
    }
    const WorkloadTerms terms = termsOf(load);
    std::vector<WorkloadSum> sums;
    sums.reserve(asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const std::optional<WorkloadSum> sum = Solver(probes, i).solve();
        if (!sum || sum->at(terms) != asked[i]) {
            return std::nullopt;
        }
        sums.push_back(*sum);
    }
    SizeLaws found;
    found.bySlot.reserve(sizeSlots.size());
    for (std::size_t i = 0; i < sizeSlots.size(); ++i) {
        const std::size_t at = i * kOfSlot;
        SizeLaw law{sums[at], sums[at + 1], asked[at + 2], sizeSlots[i].measure};
        if (law.measure == MemoryPlan::Measure::CardWithExtra && law.extra.isZero()) {
            law.measure = MemoryPlan::Measure::Card;
        }
        if (law.measure != MemoryPlan::Measure::CardWithExtra) {
            law.extra = {};
        }
        const bool nothing = law.bytes.isZero() && law.extra.isZero() && law.padding == 0;
        found.bySlot.push_back(nothing ? kNothing : static_cast<std::uint16_t>(indexIn(found.laws, law)));
    }
    for (std::size_t i = sizeSlots.size() * kOfSlot; i < sums.size(); ++i) {
        if (growsWithCells(sums[i])) {
            return std::nullopt; // they are taken to be the same whatever the cells
        }
        (void)indexIn(found.batches, {sums[i], asked[i] >= kOffloadBatch});
    }
    return found.laws.size() <= kMost ? std::optional(std::move(found)) : std::nullopt;
}

} // namespace vram
