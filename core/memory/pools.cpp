// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/pools.h"

#include "core/memory/cache.h"

#include <algorithm>
#include <array>

namespace vram {

std::optional<KvPool> pagedPool(const Resolved& resolved, const Demand& demand, const PartSizes& parts, Bytes budget,
                                const KvPool::Terms& terms) {
    const Scenario& scenario = resolved.scenario;
    const Bytes cache = parts.typical(MemoryPart::KvCache);
    if (!demand.cacheKnown || cache.count() == 0) {
        return std::nullopt;
    }
    const Bytes taken = terms.shareOfRest ? Bytes{} : terms.weights + terms.work + terms.overhead + terms.states;
    if (budget <= taken) {
        return KvPool{{}, 0, 0, terms};
    }
    const std::int64_t page = cachePage(resolved);
    const std::int64_t held = saturatingMultiply(roundUp(scenario.context, page), scenario.batch);
    const double perToken = static_cast<double>(cache.count()) / static_cast<double>(held);
    const Bytes pool = budget - taken;
    const auto tokens = static_cast<std::int64_t>(static_cast<double>(pool.count()) / perToken);
    const std::int64_t whole = tokens / page * page;
    return KvPool{pool, whole, whole / roundUp(std::max<std::int64_t>(1, scenario.context), page), terms};
}

std::optional<KvPool> poolOf(const Resolved& resolved, const Demand& demand, const Layout& layout, std::size_t device,
                             const PartSizes& parts, const Gpu& card, Bytes usable) {
    using PoolFunction = std::optional<KvPool> (*)(const Resolved&, const Demand&, const Layout&, std::size_t,
                                                   const PartSizes&, const Gpu&, Bytes);
    constexpr std::array<PoolFunction, kEngines> kByEngine{nullptr,       &vllmPool, nullptr, &sglangPool,
                                                           &tensorRtPool, nullptr,   nullptr, nullptr};
    static_assert(static_cast<std::size_t>(Engine::Vllm) == 1 && static_cast<std::size_t>(Engine::TensorRtLlm) == 4);
    const PoolFunction function = kByEngine.at(static_cast<std::size_t>(resolved.runtime->engine));
    return function == nullptr ? std::nullopt : function(resolved, demand, layout, device, parts, card, usable);
}

} // namespace vram
