// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>

#include "ui/store/limit_worker.h"
#include "ui/store/scenario_store.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace vram::ui {

/// The stops of the sliders, by ZoneKind; of weights none.
using SliderStops = std::array<std::span<const std::int64_t>, kZoneKinds.size()>;

/// What could be chosen instead: for each slider the verdicts along it, for each row of the table its limits. They are
/// looked for in a thread, so that no slider waits. An answer is current only for the question that it was found for,
/// whatever the setting itself is that it is about: the zones of a slider hold while that slider is dragged. Others
/// are announced as not current at once, follow while the question changes, and are current once it has come to rest.
class LimitAdvisor : public QObject {
    Q_OBJECT

public:
    static constexpr int kTurnMilliseconds = 40;  ///< between two searches while the question changes
    static constexpr int kRestMilliseconds = 120; ///< after the last change

    LimitAdvisor(const ScenarioStore& store, const SliderStops& stops, QObject* parent = nullptr);
    ~LimitAdvisor() override;
    LimitAdvisor(const LimitAdvisor&) = delete;
    LimitAdvisor& operator=(const LimitAdvisor&) = delete;

    /// Which limits of rows are shown now.
    void setWanted(std::function<WantedLimits()> wanted) { m_wanted = std::move(wanted); }
    /// Asks `wanted` again.
    void wantedChanged() { m_rest.start(); }
    [[nodiscard]] ShownZones zones(ZoneKind kind) const;
    /// Of the rows of the snapshot, in their order.
    [[nodiscard]] std::vector<RowLimits> rowLimits() const;

signals:
    void zonesChanged(vram::ui::ZoneKind kind);
    void rowLimitsChanged();
    /// All that is wanted of the rows is found, or cannot be, and the question rests.
    void rowLimitsSettled();

private:
    struct Track {
        std::optional<LimitQuestion> asked; ///< that the zones were found for
        Zones zones;
        bool shownCurrent = false;
    };
    struct Line {
        LimitQuestion asked;
        RowLimits limits;
    };
    void follow();
    void turn();
    void rest();
    void take(const std::shared_ptr<LimitJob>& job);
    void keep(LimitJob& job);
    void show(bool rested);
    [[nodiscard]] bool isAnswered(ZoneKind kind) const;
    void addTracks(LimitJob& job) const;
    void addRows(LimitJob& job) const;
    [[nodiscard]] bool isAsked(ZoneKind kind) const;

    const ScenarioStore& m_store;
    SliderStops m_stops;
    std::function<WantedLimits()> m_wanted;
    QThread m_thread;
    LimitWorker* m_worker;
    bool m_busy = false;
    QTimer m_turn;
    QTimer m_rest;
    std::optional<LimitQuestion> m_now; ///< the focused row's
    std::array<Track, kZoneKinds.size()> m_tracks;
    std::vector<Line> m_lines;
};

} // namespace vram::ui
