// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/band/band_text.h"
#include "ui/store/remedies.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <array>
#include <optional>
#include <vector>

namespace vram::ui {

class Announcer;
class ElidedLabel;
class FlowLayout;
class OfferBar;
class SpeedLine;
class VerdictChip;
class VerdictSign;

/// The answer in one glance: the focused row's verdict, what is left or missing, the need with its range; below it
/// the question, remarks, how fast it runs, chips that count and filter all rows, and offers where there is no good
/// answer. Every line keeps its height when it is empty, so that nothing below moves; offers stand beside the chips
/// where there is room.
class VerdictBand : public QFrame {
    Q_OBJECT

public:
    explicit VerdictBand(QWidget* parent = nullptr);

    /// `allRows`: before filtering, for the chips' counts; `filter`: the verdict that is shown alone.
    void setSnapshot(const Snapshot& snapshot, const std::vector<Row>& allRows, std::optional<Verdict> filter);
    void setByteUnit(ByteUnit unit);
    /// Ways out of the snapshot's state, offered as buttons.
    void setWaysOut(std::vector<WayOut> ways);
    /// What was found later for the same snapshot.
    void setRemedies(std::vector<Remedy> remedies);
    /// For what cards cost; must outlive the band.
    void setCatalog(const Catalog& catalog);

signals:
    void filterChosen(std::optional<vram::Verdict> filter);
    void offerChosen(const vram::ui::Offer& offer);
    /// The user wants to see how the focused row is run.
    void runRequested();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void refresh();
    void look();
    /// The row's name stands in the first line, or leads the second one where the first has no room for it.
    void placeRow();
    [[nodiscard]] QString sentence() const;
    void showOffers();

    VerdictSign* m_sign;
    Announcer* m_announcer = nullptr;
    ElidedLabel* m_word;
    ElidedLabel* m_row;
    ElidedLabel* m_headroom;
    ElidedLabel* m_need;
    ElidedLabel* m_scenario;
    ElidedLabel* m_speed;
    SpeedLine* m_speedLine;
    ElidedLabel* m_notes;
    std::array<VerdictChip*, kVerdicts> m_chips{};
    QLayout* m_lines = nullptr;
    FlowLayout* m_flow;
    OfferBar* m_offers;
    std::vector<WayOut> m_ways;
    std::vector<Remedy> m_remedies;

    std::optional<Snapshot> m_snapshot;
    std::array<int, kVerdicts> m_counts{};
    int m_unsupported = 0;
    std::optional<Verdict> m_filter;
    BandText m_text;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
