// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/choice_table.h"

#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QLocale>

#include <utility>

namespace vram::ui {

namespace {

bool isMissing(const RepositoryChoice& choice) {
    return static_cast<std::int64_t>(choice.parts.size()) < choice.expectedParts;
}

bool isFigure(int column) { return column == ChoiceTable::Size || column == ChoiceTable::Files; }

} // namespace

void ChoiceTable::setChoices(std::vector<RepositoryChoice> choices) {
    beginResetModel();
    m_choices = std::move(choices);
    endResetModel();
}

void ChoiceTable::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    retranslate();
}

void ChoiceTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_choices.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int ChoiceTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

int ChoiceTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ChoiceTable::text(const RepositoryChoice& choice, int column) const {
    switch (column) {
    case Quantization:
        return choice.quantization.empty() ? QString::fromLatin1(repositoryChoiceKindId(choice.kind).data())
                                           : shownText(choice.quantization);
    case Size:
        return formatBytes(choice.size, m_unit);
    case Files: {
        const QString found = QLocale().toString(static_cast<qlonglong>(choice.parts.size()));
        return isMissing(choice)
                   ? substitute(tr("%1 of %2"), {found, QLocale().toString(qlonglong{choice.expectedParts})})
                   : found;
    }
    case Name:
        return shownText(choice.name);
    default:
        return {};
    }
}

QVariant ChoiceTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const RepositoryChoice& choice = m_choices.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(choice, index.column());
    case Qt::TextAlignmentRole:
        return isFigure(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                        : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return isMissing(choice) && index.column() == Files ? tr("Some of its files are missing in the repository")
                                                            : plainToolTip(shownText(choice.file()));
    case Qt::AccessibleTextRole:
        return index.column() == 0
                   ? substitute(tr("%1, %2, %3"), {text(choice, Quantization), text(choice, Size), text(choice, Name)})
                   : text(choice, index.column());
    default:
        return {};
    }
}

QVariant ChoiceTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return isFigure(section) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                 : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Quantization:
        return tr("Quantization");
    case Size:
        return tr("Size");
    case Files:
        return tr("Files");
    case Name:
        return tr("Name");
    default:
        return {};
    }
}

} // namespace vram::ui
