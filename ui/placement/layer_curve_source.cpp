// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/layer_curve_source.h"

#include "ui/placement/placement_facts.h"
#include "ui/store/bare_question.h"
#include "ui/store/row_machine.h"

#include <utility>

namespace vram::ui {

LayerCurveSource::LayerCurveSource(const ScenarioStore& store, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_memo(std::make_shared<MemoSlot>()) {}

void LayerCurveSource::follow(const Snapshot& snapshot) {
    const Row* const row = placedRow(snapshot);
    std::optional<Question> question;
    if (row != nullptr && snapshot.resolved) {
        question = {bareQuestion(snapshot.scenario), row->choice, expertsInRam(*row),
                    snapshot.resolved->model.architecture, snapshot.resolved->weights};
        question->scenario.placement.gpuLayers.reset();
    }
    m_question.ask(std::move(question));
    if (!m_question.asked()) {
        m_points.clear();
    }
}

void LayerCurveSource::compute() {
    const Snapshot& snapshot = m_store.snapshot();
    const Row* const row = placedRow(snapshot);
    if (!m_question.isWanted() || row == nullptr || !snapshot.resolved) {
        return;
    }
    m_points.clear();
    if (Result<Resolved> found = rowQuestion(*row, snapshot, m_store.catalog())) {
        Resolved question = std::move(found).value();
        question.memo = m_memo;
        // Experts that moved by themselves stay where they are while the layers change.
        if (const std::int64_t experts = expertsInRam(*row); experts > 0) {
            question.scenario.placement.cpuExperts = experts;
        }
        m_points = layerCurve(question);
    }
    m_question.settle();
    emit changed();
}

} // namespace vram::ui
