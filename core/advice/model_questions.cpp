// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/model_questions.h"

#include "core/memory/llamacpp_buffers.h"
#include "core/memory/shared_buffers.h"
#include "core/placement/settled.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace vram {

ModelQuestions::ModelQuestions(Resolver& resolver, Resolved model, const Machine& machine)
    : m_resolver(resolver),
      m_firstWeights(model.weights),
      m_question(std::move(model)),
      m_sizer(*m_question.model.architecture) {
    m_question.machine = machine;
}

bool ModelQuestions::shares(const Scenario& scenario) {
    const PlacementChoice& placement = scenario.placement;
    return scenario.task == Task::Inference && scenario.extras == ExtrasChoice{} && !placement.gpuLayers &&
           !placement.cpuExperts && !placement.kvInRam;
}

void ModelQuestions::ask(const WeightFormat& format) {
    constexpr std::string_view kWide = "F32"; // a cache of the model's own type follows the weights' (resolve.cpp)
    const bool widthChanges =
        m_question.format.id != format.id && (m_question.format.id == kWide || format.id == kWide);
    m_question.format = format;
    m_question.scenario.weights = format.id;
    m_searchable.reset();
    m_settled.reset();
    m_demandKnown = false;
    if (widthChanges && (m_question.keyFormat.modelType || m_question.valueFormat.modelType)) {
        if (Result<Resolved> anew = m_resolver.resolve(m_question.scenario)) {
            Machine machine = std::move(m_question.machine);
            m_question = std::move(anew).value();
            m_question.machine = std::move(machine);
            return;
        }
    }
    m_question.weights = std::make_shared<const WeightSizes>(
        m_sizer.sizes(m_question.format, m_question.format.container, m_question.scenario.quantizer));
}

std::shared_ptr<LlamaCppBuffers> ModelQuestions::buffersOf(const Resolved& question) {
    const RuntimeChoice& runtime = question.scenario.runtime;
    const auto known = std::ranges::find_if(m_buffers, [&](const Buffers& other) {
        return other.logicalBatch == runtime.logicalBatch && other.batch == question.scenario.batch;
    });
    if (known != m_buffers.end()) {
        return known->buffers;
    }
    Resolved first = question;
    first.weights = m_firstWeights;
    m_buffers.push_back({runtime.logicalBatch, question.scenario.batch, rememberedBuffers(first)});
    return m_buffers.back().buffers;
}

const ModelQuestions::Asked& ModelQuestions::on(const Cards& cards) {
    std::optional<Resolved> settled = settledOn(m_question, cards);
    if (!settled && m_demandKnown) {
        return m_asked;
    }
    m_demandKnown = !settled;
    m_settled = std::move(settled);
    const Resolved& question = m_settled ? *m_settled : m_question;
    m_asked.question = &question;
    m_asked.demand = question.runtime->engine == Engine::LlamaCpp ? demandWithBuffers(question, buffersOf(question))
                                                                  : demandOf(question);
    return m_asked;
}

Resolved& ModelQuestions::searchable() {
    if (!m_searchable) {
        m_searchable = m_question;
        m_searchable->weights = std::make_shared<const WeightSizes>(
            sizeWeights(*m_question.model.architecture, m_question.format, m_question.format.container,
                        m_question.scenario.quantizer));
    }
    return *m_searchable;
}

} // namespace vram
