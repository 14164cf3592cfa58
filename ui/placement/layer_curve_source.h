// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/advice/layer_curve.h"
#include "ui/store/resting_question.h"
#include "ui/store/scenario_store.h"

#include <memory>
#include <optional>
#include <vector>

namespace vram::ui {

/// The curve of the placed row, computed once the question has come to rest: it takes a plan for every number of
/// layers, which a slider must not wait for. The number of layers that is chosen makes no new question.
class LayerCurveSource : public QObject {
    Q_OBJECT

public:
    static constexpr int kDelayMilliseconds = 150; ///< after the last change

    explicit LayerCurveSource(const ScenarioStore& store, QObject* parent = nullptr);
    /// Nothing is computed while nobody looks.
    void setWanted(bool wanted) { m_question.setWanted(wanted); }
    /// The question has changed, or has not.
    void follow(const Snapshot& snapshot);
    [[nodiscard]] const std::vector<LayerPoint>& points() const { return m_points; }
    /// Whether the points are of the question as it is now.
    [[nodiscard]] bool isCurrent() const { return m_question.isCurrent(); }

signals:
    void changed();

private:
    struct Question {
        Scenario scenario; ///< without what the curve does not depend on
        GpuChoice row;
        std::int64_t expertsInRam = 0;
        std::shared_ptr<const Architecture> architecture;
        std::shared_ptr<const WeightSizes> weights;
        friend bool operator==(const Question&, const Question&) = default;
    };
    void compute();
    const ScenarioStore& m_store;
    std::shared_ptr<MemoSlot> m_memo; ///< its own: tens of plans would push out what the rows remember
    RestingQuestion<Question> m_question{kDelayMilliseconds, [this] { compute(); }};
    std::vector<LayerPoint> m_points;
};

} // namespace vram::ui
