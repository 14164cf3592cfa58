// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/plan_store.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMostSegments = 4096;

/// Mixes values one after another (the step of Knuth's MMIX generator, with a fold of the high bits).
class Hash {
public:
    void add(std::uint64_t value) {
        m_value = (m_value ^ value) * 6364136223846793005ULL;
        m_value ^= m_value >> 29U;
    }
    void add(const std::vector<TensorId>& ids) {
        add(ids.size());
        for (const TensorId id : ids) {
            add(static_cast<std::uint64_t>(id));
        }
    }
    [[nodiscard]] std::size_t value() const { return static_cast<std::size_t>(m_value); }

private:
    std::uint64_t m_value = 1442695040888963407ULL;
};

std::size_t hashOf(const Segment& segment) {
    Hash hash;
    for (const PlanTensor& tensor : segment.tensors) {
        hash.add(static_cast<std::uint64_t>(tensor.op) | static_cast<std::uint64_t>(tensor.home) << 8U |
                 static_cast<std::uint64_t>(tensor.overwrites) << 16U | static_cast<std::uint64_t>(tensor.kept) << 24U |
                 static_cast<std::uint64_t>(tensor.largeBatch) << 25U |
                 static_cast<std::uint64_t>(static_cast<std::uint32_t>(tensor.sources[0])) << 32U);
        hash.add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(tensor.viewOf)) |
                 static_cast<std::uint64_t>(static_cast<std::uint32_t>(tensor.sources[1])) << 32U);
    }
    hash.add(segment.order);
    return hash.value();
}

std::vector<PlacedSegment> placedOf(std::span<const PlanStore::Placed> segments) {
    std::vector<PlacedSegment> placed;
    placed.reserve(segments.size());
    for (const PlanStore::Placed& each : segments) {
        placed.push_back({each.segment.get(), each.backend});
    }
    return placed;
}

} // namespace

std::shared_ptr<const Segment> SegmentPool::intern(Segment segment) {
    const std::size_t hash = hashOf(segment);
    const auto [first, end] = m_segments.equal_range(hash);
    for (auto known = first; known != end; ++known) {
        if (*known->second == segment) {
            return known->second;
        }
    }
    if (m_segments.size() >= kMostSegments) {
        m_segments.clear(); // users keep theirs; equal ones are told apart from now on, which costs a plan
    }
    return m_segments.emplace(hash, std::make_shared<const Segment>(std::move(segment)))->second;
}

std::shared_ptr<const MemoryPlan> PlanStore::planOf(std::span<const Placed> segments, const GraphBackends& backends) {
    Hash hash;
    hash.add(static_cast<std::uint64_t>(backends.gpus) << 32U | static_cast<std::uint64_t>(backends.inputCopies));
    for (const Placed& placed : segments) {
        hash.add(std::hash<const Segment*>{}(placed.segment.get()) + static_cast<std::uint64_t>(placed.backend) +
                 (static_cast<std::uint64_t>(placed.part) << 48U));
    }
    const auto [first, end] = m_plans.equal_range(hash.value());
    for (auto known = first; known != end; ++known) {
        if (known->second.backends == backends &&
            std::equal(segments.begin(), segments.end(), known->second.segments.begin(),
                       known->second.segments.end())) {
            return known->second.plan;
        }
    }
    if (m_plans.size() >= kMost) {
        m_plans.clear();
    }
    auto plan = planAnew(segments, backends);
    return m_plans.emplace(hash.value(), Known{{segments.begin(), segments.end()}, backends, std::move(plan)})
        ->second.plan;
}

std::shared_ptr<const MemoryPlan> PlanStore::planAnew(std::span<const Placed> segments, const GraphBackends& backends) {
    std::vector<std::uint16_t> parts;
    parts.reserve(segments.size());
    for (const Placed& each : segments) {
        parts.push_back(each.part);
    }
    const std::vector<PlacedSegment> placed = placedOf(segments);
    const LayerRuns runs = shortened(placed);
    if (const std::optional<PlanShape>& shape = shapeOf(runs, backends, segments)) {
        return std::make_shared<const MemoryPlan>(shape->planOf(runs.runs, parts));
    }
    return std::make_shared<const MemoryPlan>(PlanGraph(placed, backends), backends, parts);
}

bool PlanStore::KnownShape::isOf(const LayerRuns& other, const GraphBackends& otherBackends) const {
    return backends == otherBackends && runs.kept == other.kept &&
           std::equal(runs.runs.begin(), runs.runs.end(), other.runs.begin(), other.runs.end(),
                      [](const LayerRuns::Run& a, const LayerRuns::Run& b) { return a.isAt(b); });
}

const std::optional<PlanShape>& PlanStore::shapeOf(const LayerRuns& runs, const GraphBackends& backends,
                                                   std::span<const Placed> segments) {
    Hash hash;
    hash.add(static_cast<std::uint64_t>(backends.gpus) << 32U | static_cast<std::uint64_t>(backends.inputCopies));
    for (const PlacedSegment& placed : runs.kept) {
        hash.add(std::hash<const Segment*>{}(placed.segment) + static_cast<std::uint64_t>(placed.backend));
    }
    const auto [first, end] = m_shapes.equal_range(hash.value());
    for (auto known = first; known != end; ++known) {
        if (known->second.isOf(runs, backends)) {
            return known->second.shape;
        }
    }
    if (m_shapes.size() >= kMost) {
        m_shapes.clear();
    }
    KnownShape added{{}, runs, backends, PlanShape::of(runs, backends)};
    for (const Placed& each : segments) {
        added.segments.push_back(each.segment);
    }
    return m_shapes.emplace(hash.value(), std::move(added))->second.shape;
}

} // namespace vram
