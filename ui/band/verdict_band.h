// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/band/band_text.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <array>
#include <optional>
#include <vector>

namespace vram::ui {

class Announcer;
class ElidedLabel;
class VerdictChip;
class VerdictSign;

/// The answer in one glance: the focused row's verdict, what is left or missing, the need with its range; below it
/// the question, chips that count and filter all rows, and remarks. Every line keeps its height when it is empty.
class VerdictBand : public QFrame {
    Q_OBJECT

public:
    explicit VerdictBand(QWidget* parent = nullptr);

    /// `allRows`: before filtering, for the chips' counts; `filter`: the verdict that is shown alone.
    void setSnapshot(const Snapshot& snapshot, const std::vector<Row>& allRows, std::optional<Verdict> filter);
    void setByteUnit(ByteUnit unit);

signals:
    void filterChosen(std::optional<vram::Verdict> filter);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void refresh();
    void look();
    [[nodiscard]] QString sentence() const;

    VerdictSign* m_sign;
    Announcer* m_announcer = nullptr;
    ElidedLabel* m_word;
    ElidedLabel* m_row;
    ElidedLabel* m_headroom;
    ElidedLabel* m_need;
    ElidedLabel* m_scenario;
    ElidedLabel* m_notes;
    std::array<VerdictChip*, kVerdicts> m_chips{};

    std::optional<Snapshot> m_snapshot;
    std::array<int, kVerdicts> m_counts{};
    std::optional<Verdict> m_filter;
    BandText m_text;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
