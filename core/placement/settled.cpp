// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/placement/settled.h"

#include "core/memory/ollama.h"

#include <algorithm>
#include <utility>

namespace vram {

std::optional<Resolved> settledOn(const Resolved& resolved, const Cards& cards) {
    if (cards.empty() || !ollamaSchedules(resolved)) {
        return std::nullopt;
    }
    Bytes available;
    for (const ByteRange& usable : cards.usable) {
        available += usable.typical;
    }
    const std::optional<std::int64_t> batch = ollamaBatch(resolved, available, *cards.gpus.front());
    if (!batch) {
        return std::nullopt;
    }
    Resolved settled = resolved;
    settled.scenario.runtime.logicalBatch = batch;
    settled.scenario.runtime.ubatch = batch;
    return settled;
}

SettledDemands::SettledDemands(const Resolved& resolved) {
    m_entries.push_back(std::make_unique<const Entry>(Entry{resolved, demandOf(resolved)}));
}

const SettledDemands::Entry& SettledDemands::on(const Cards& cards) {
    std::optional<Resolved> settled = settledOn(m_entries.front()->question, cards);
    if (!settled) {
        return *m_entries.front();
    }
    const auto known = std::ranges::find_if(m_entries, [&](const std::unique_ptr<const Entry>& entry) {
        return entry->question.scenario.runtime == settled->scenario.runtime;
    });
    if (known != m_entries.end()) {
        return **known;
    }
    Demand demand = demandOf(*settled);
    m_entries.push_back(std::make_unique<const Entry>(Entry{*std::move(settled), std::move(demand)}));
    return *m_entries.back();
}

const SettledDemands::Entry* SettledDemands::atFirstToken() {
    const Resolved& asked = m_entries.front()->question;
    if (!asked.runtime->growsCache) {
        return nullptr;
    }
    if (m_firstToken == nullptr) {
        Resolved first = asked;
        first.scenario.context = 1;
        first.scenario.prompt = 1;
        Demand demand = demandOf(first);
        m_firstToken = std::make_unique<const Entry>(Entry{std::move(first), std::move(demand)});
    }
    return m_firstToken.get();
}

} // namespace vram
