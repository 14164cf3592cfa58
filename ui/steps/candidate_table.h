// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/advice/steps.h"
#include "ui/text/format.h"

#include <vector>

namespace vram::ui {

/// The machines of an answer as rows.
class CandidateTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Hardware, Weights, VerdictColumn, Need, Left, Speed, Price, Power, ColumnCount };

    explicit CandidateTable(QObject* parent = nullptr);
    void setAnswer(const StepsAnswer& answer, const StepsKnowledge& knowledge, ByteUnit unit);
    void clear();
    /// The rows are those of an earlier question: they are shown pale.
    void setStale(bool stale);
    void retranslate();
    [[nodiscard]] const std::vector<StepsCandidate>& candidates() const { return m_candidates; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const StepsCandidate& candidate, int column, int row) const;
    std::vector<StepsCandidate> m_candidates;
    std::vector<QString> m_weights;
    int m_recommended = -1;
    ByteUnit m_unit = ByteUnit::GiB;
    bool m_stale = false;
};

} // namespace vram::ui
