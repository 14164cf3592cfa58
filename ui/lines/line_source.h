// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/advice/series.h"
#include "ui/store/resting_question.h"
#include "ui/store/scenario_store.h"

#include <optional>
#include <vector>

namespace vram::ui {

/// The cards that a row answers for, whatever the rows are of.
[[nodiscard]] std::vector<GpuChoice> cardsOf(const Row& row);

/// How far a machine goes on the axis.
struct LineReach {
    std::vector<GpuChoice> cards;
    std::optional<std::int64_t> held; ///< the largest value that its cards hold; absent: none
};

/// The focused row's need over the axis and how far each row's machine goes, computed once the question has come to
/// rest. The value on the axis itself makes no new question: while a slider moves along it, the answer stays.
class LineSource : public QObject {
    Q_OBJECT

public:
    static constexpr int kDelayMilliseconds = 120; ///< after the last change
    static constexpr int kTurnMilliseconds = 5;    ///< after which others have their turn

    explicit LineSource(const ScenarioStore& store, QObject* parent = nullptr);
    void setAxis(SeriesAxis axis);
    [[nodiscard]] SeriesAxis axis() const { return m_axis; }
    /// Nothing is computed while nobody looks.
    void setWanted(bool wanted) { m_question.setWanted(wanted); }
    /// The question has changed, or has not.
    void follow(const Snapshot& snapshot);
    /// Computes now what would be computed after the rest.
    void finish();

    [[nodiscard]] const SeriesSpan& span() const { return m_span; } ///< of the points
    /// None while those of another axis are all that is known.
    [[nodiscard]] const std::vector<SeriesPoint>& points() const { return m_pointsAxis == m_axis ? m_points : m_none; }
    /// Null where the machine is not among those that were asked, or the answer is of a question before this one.
    [[nodiscard]] const LineReach* reachOf(const std::vector<GpuChoice>& cards) const;
    /// Whether the points are of the question as it is now.
    [[nodiscard]] bool isCurrent() const { return m_question.isCurrent(); }

signals:
    void changed();

private:
    struct Question {
        Scenario scenario; ///< without what the lines do not depend on
        SeriesAxis axis{};
        SeriesSpan span;
        std::vector<GpuChoice> cards;                 ///< of the focused row
        std::vector<std::vector<GpuChoice>> machines; ///< of all rows, each once
        std::shared_ptr<const Architecture> architecture;
        friend bool operator==(const Question&, const Question&) = default;
    };
    /// What is found so far. A turn of the event loop finds a part, so that a user who goes on does not wait.
    struct Work {
        Question question;
        std::vector<std::int64_t> values; ///< without an answer yet, the last one first
        std::vector<SeriesPoint> points;
        std::vector<LineReach> reaches;
        std::size_t machines = 0; ///< looked at
        [[nodiscard]] bool isDone() const { return values.empty() && machines == question.machines.size(); }
    };
    [[nodiscard]] std::optional<Question> questionOf(const Snapshot& snapshot) const;
    void compute();
    void findNext(Work& work);
    const ScenarioStore& m_store;
    Resolver m_resolver; ///< its own: tens of plans would push out what the rows remember
    SeriesAxis m_axis = SeriesAxis::Context;
    SeriesSpan m_span;
    RestingQuestion<Question> m_question{kDelayMilliseconds, [this] { compute(); }};
    std::optional<Work> m_work;
    std::vector<SeriesPoint> m_points;
    SeriesAxis m_pointsAxis = SeriesAxis::Context;
    std::vector<SeriesPoint> m_none;
    std::vector<LineReach> m_reaches;
};

} // namespace vram::ui
