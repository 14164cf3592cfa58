// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/placement/settled.h"

#include "core/memory/ollama.h"

#include <algorithm>
#include <utility>

namespace vram {

std::optional<Resolved> settledOn(const Resolved& resolved, const Cards& cards) {
    const std::int64_t replicas = resolved.scenario.placement.dataParallel.value_or(1);
    if (replicas > 1 && takesDegrees(*resolved.runtime) && resolved.training == nullptr) {
        Resolved settled = resolved;
        settled.scenario.batch = divideUp(resolved.scenario.batch, replicas);
        return settled;
    }
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

SettledDemands::SettledDemands(const Resolved& resolved) : m_asked{&resolved, demandOf(resolved)} {}

const SettledDemands::Entry& SettledDemands::on(const Cards& cards) {
    std::optional<Resolved> settled = settledOn(*m_asked.question, cards);
    if (!settled) {
        return m_asked;
    }
    const auto known = std::ranges::find_if(m_settled, [&](const std::unique_ptr<const Settled>& other) {
        return other->question.scenario.runtime == settled->scenario.runtime &&
               other->question.scenario.batch == settled->scenario.batch;
    });
    if (known != m_settled.end()) {
        return (*known)->entry;
    }
    m_settled.push_back(settledDemand(*std::move(settled)));
    return m_settled.back()->entry;
}

std::unique_ptr<const SettledDemands::Settled> SettledDemands::settledDemand(Resolved question) {
    auto settled = std::make_unique<Settled>();
    settled->question = std::move(question);
    settled->entry = {&settled->question, demandOf(settled->question)};
    return settled;
}

const SettledDemands::Entry* SettledDemands::atFirstToken() {
    if (!m_asked.question->runtime->growsCache || m_asked.question->training != nullptr) {
        return nullptr;
    }
    if (m_firstToken == nullptr) {
        Resolved first = *m_asked.question;
        first.scenario.context = 1;
        first.scenario.prompt = 1;
        m_firstToken = settledDemand(std::move(first));
    }
    return &m_firstToken->entry;
}

} // namespace vram
