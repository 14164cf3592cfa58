// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/candidate_table.h"

#include "ui/steps/amount.h"
#include "ui/steps/steps_words.h"
#include "ui/text/labels.h"
#include "ui/text/speed_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace vram::ui {

using namespace Qt::StringLiterals;

CandidateTable::CandidateTable(QObject* parent) : QAbstractTableModel(parent) {}

void CandidateTable::setAnswer(const StepsAnswer& answer, const StepsKnowledge& knowledge, ByteUnit unit) {
    beginResetModel();
    m_candidates = answer.candidates;
    m_weights.clear();
    for (const StepsCandidate& candidate : m_candidates) {
        m_weights.push_back(StepsWords::weights(knowledge, candidate.weights));
    }
    m_recommended = answer.recommended ? static_cast<int>(*answer.recommended) : -1;
    m_unit = unit;
    m_stale = false;
    endResetModel();
}

void CandidateTable::clear() {
    beginResetModel();
    m_candidates.clear();
    m_weights.clear();
    m_recommended = -1;
    endResetModel();
}

void CandidateTable::setStale(bool stale) {
    if (m_stale != stale) {
        m_stale = stale;
        if (!m_candidates.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::ForegroundRole});
        }
    }
}

void CandidateTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_candidates.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int CandidateTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

int CandidateTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString CandidateTable::text(const StepsCandidate& candidate, int column, int row) const {
    const Report& report = candidate.report;
    const bool known = report.verdict != Verdict::Unknown && report.needTotal.typical > Bytes{};
    switch (column) {
    case Hardware:
        return StepsWords::machine(candidate);
    case Weights:
        return m_weights[static_cast<std::size_t>(row)];
    case VerdictColumn:
        return StepsWords::verdict(candidate);
    case Need:
        return known ? formatBytes(report.needTotal.typical, m_unit) : QString();
    case Left:
        return known ? formatBytes(report.headroom, m_unit) : QString();
    case Speed:
        if (const std::optional<SpeedRange> speed = leadingSpeed(report)) {
            return formatFigure(speed->typical);
        }
        return {};
    case Price:
        return StepsWords::price(candidate);
    case Power:
        return candidate.watts ? formatWatts(*candidate.watts) : QString();
    default:
        return {};
    }
}

QVariant CandidateTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const StepsCandidate& candidate = m_candidates.at(static_cast<std::size_t>(index.row()));
    const bool dark = isDark(QGuiApplication::palette());
    switch (role) {
    case Qt::DisplayRole:
        return text(candidate, index.column(), index.row());
    case Qt::DecorationRole:
        if (index.column() == VerdictColumn) {
            const bool slow = candidate.report.verdict == Verdict::Fits && !candidate.inTime;
            return verdictIconFor(slow ? Verdict::Tight : candidate.report.verdict, dark);
        }
        return {};
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() >= Need ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont font;
        font.setBold(index.row() == m_recommended);
        return font;
    }
    case Qt::ForegroundRole:
        return m_stale ? QVariant(themeColours(dark).mutedText) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return index.row() == m_recommended ? tr("Recommended") : QString();
    default:
        return {};
    }
}

QVariant CandidateTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignVCenter | (section >= Need ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Hardware:
        return tr("Hardware");
    case Weights:
        return tr("Weights");
    case VerdictColumn:
        return tr("Verdict");
    case Need:
        return tr("Needs");
    case Left:
        return tr("Left");
    case Speed:
        return u"tok/s"_s;
    case Price:
        return tr("Launch price");
    case Power:
        return tr("Power");
    default:
        return {};
    }
}

} // namespace vram::ui
