// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/layer_curve_source.h"

#include "ui/placement/placement_facts.h"
#include "ui/store/row_machine.h"

#include <utility>

namespace vram::ui {

LayerCurveSource::LayerCurveSource(const ScenarioStore& store, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_memo(std::make_shared<MemoSlot>()) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LayerCurveSource::compute);
}

void LayerCurveSource::setWanted(bool wanted) {
    if (std::exchange(m_wanted, wanted) != wanted && wanted && !isCurrent()) {
        m_timer.start(0);
    }
}

void LayerCurveSource::follow(const Snapshot& snapshot) {
    const Row* const row = placedRow(snapshot);
    std::optional<Question> question;
    if (row != nullptr && snapshot.resolved) {
        question = {snapshot.scenario, row->choice, expertsInRam(*row), snapshot.resolved->model.architecture,
                    snapshot.resolved->weights};
        question->scenario.placement.gpuLayers.reset();
        question->scenario.view = {};
        question->scenario.target = {};
        question->scenario.seen = {};
    }
    if (question == m_asked) {
        return;
    }
    m_asked = std::move(question);
    if (!m_asked) {
        m_timer.stop();
        m_answered.reset();
        m_points.clear();
    } else if (isCurrent()) {
        m_timer.stop(); // back where it was
    } else if (m_wanted) {
        m_timer.start(kDelayMilliseconds);
    }
}

void LayerCurveSource::compute() {
    const Snapshot& snapshot = m_store.snapshot();
    const Row* const row = placedRow(snapshot);
    if (!m_wanted || row == nullptr || !snapshot.resolved) {
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
    m_answered = m_asked;
    emit changed();
}

} // namespace vram::ui
