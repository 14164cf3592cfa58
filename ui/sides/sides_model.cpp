// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sides/sides_model.h"

#include "ui/sides/sides_text.h"
#include "ui/theme/verdict_icon.h"

#include <QFont>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kBest = u"★ ";

} // namespace

void SidesModel::setSides(SideBySide sides, QStringList names) {
    beginResetModel();
    m_sides = std::move(sides);
    m_names = std::move(names);
    arrange();
    endResetModel();
}

void SidesModel::setByteUnit(ByteUnit unit) {
    beginResetModel();
    m_unit = unit;
    endResetModel();
}

void SidesModel::setEqualHidden(bool hidden) {
    beginResetModel();
    m_equalHidden = hidden;
    arrange();
    endResetModel();
}

void SidesModel::setDark(bool dark) {
    if (std::exchange(m_dark, dark) != dark) {
        retranslate();
    }
}

void SidesModel::retranslate() {
    beginResetModel();
    endResetModel();
}

void SidesModel::arrange() {
    m_lines.clear();
    for (const SideRow& row : m_sides.rows) {
        // With one side there is nothing that could differ.
        if (m_equalHidden && !row.differs && m_names.size() > 1) {
            continue;
        }
        const SideGroup group = sideGroup(row.property);
        if (m_lines.empty() || m_lines.back().group != group) {
            m_lines.push_back({group, nullptr});
        }
        m_lines.push_back({group, &row});
    }
}

bool SidesModel::isGroup(int row) const { return m_lines.at(static_cast<std::size_t>(row)).row == nullptr; }

int SidesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int SidesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstSide + static_cast<int>(m_names.size());
}

QVariant SidesModel::sideData(const SideRow& row, std::size_t side, int role) const {
    const Result<Report>& report = m_sides.reports.at(side);
    const QString text = sideValueText(row, side, report, m_unit);
    const bool best = row.best.at(side);
    switch (role) {
    case Qt::DisplayRole:
        return best ? QString(kBest.toString() + text) : text;
    case Qt::AccessibleTextRole:
        //: screen reader: a figure that is better than the others'
        return best ? tr("%1, better").arg(text) : text;
    case Qt::FontRole:
        if (best) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case Qt::DecorationRole:
        if (const auto* const verdict = std::get_if<Verdict>(&row.values.at(side))) {
            return verdictIconFor(*verdict, m_dark);
        }
        return {};
    default:
        return {};
    }
}

QVariant SidesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Line& line = m_lines.at(static_cast<std::size_t>(index.row()));
    if (line.row == nullptr) {
        if (role == Qt::FontRole) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        // What stands beside the heading of a group is empty, and still said.
        const bool said = role == Qt::AccessibleTextRole || (role == Qt::DisplayRole && index.column() == Label);
        return said ? QVariant(sideGroupLabel(line.group)) : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return sidePropertyTip(line.row->property);
    }
    switch (index.column()) {
    case Label:
        return role == Qt::DisplayRole ? QVariant(sidePropertyLabel(line.row->property)) : QVariant();
    case Sign:
        if (role == Qt::TextAlignmentRole) {
            return static_cast<int>(Qt::AlignCenter);
        }
        if (role == Qt::AccessibleTextRole) {
            return line.row->differs ? tr("differs") : tr("equal");
        }
        return role == Qt::DisplayRole ? QVariant(line.row->differs ? u"≠"_s : u"="_s) : QVariant();
    default:
        return sideData(*line.row, static_cast<std::size_t>(index.column() - FirstSide), role);
    }
}

QVariant SidesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Label ? tr("Property") : section == Sign ? u"≠"_s : m_names.value(section - FirstSide);
}

Qt::ItemFlags SidesModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QString SidesModel::asText() const {
    QStringList lines{(QStringList{tr("Property")} + m_names).join(u'\t')};
    for (const Line& line : m_lines) {
        if (line.row == nullptr) {
            continue;
        }
        QStringList fields{sidePropertyLabel(line.row->property)};
        for (std::size_t side = 0; side < line.row->values.size(); ++side) {
            fields += sideData(*line.row, side, Qt::DisplayRole).toString();
        }
        lines += fields.join(u'\t');
    }
    lines += QString();
    lines += sideConclusionText(m_sides.conclusion, m_names, m_unit).join(u'\n');
    return lines.join(u'\n') + u'\n';
}

} // namespace vram::ui
