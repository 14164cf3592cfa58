// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/model_list.h"

#include "ui/text/format.h"
#include "ui/text/shown_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vram::ui {

QString searchText(const QStringList& names) {
    QString text = names.join(u' ').toLower();
    for (const QString& name : names) {
        text += u' ';
        std::ranges::copy_if(name.toLower(), std::back_inserter(text), [](QChar c) { return c.isLetterOrNumber(); });
    }
    return text;
}

ModelListModel::ModelListModel(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : QAbstractTableModel(parent),
      m_catalog(std::move(catalog)) {
    for (const CatalogModel& model : m_catalog->models()) {
        QStringList names{QString::fromStdString(model.name), QString::fromStdString(model.id),
                          QString::fromStdString(model.family)};
        for (const std::string& alias : model.aliases) {
            names.append(QString::fromStdString(alias));
        }
        m_search.append(searchText(names));
    }
}

int ModelListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_catalog->models().size());
}

int ModelListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ModelListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CatalogModel& model = m_catalog->models()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == Name   ? shownText(model.name)
               : index.column() == Size ? formatParameters(model.parameters)
                                        : shownText(model.family);
    case Qt::ToolTipRole:
        return plainToolTip(shownText(model.id));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Size ? Qt::AlignRight : Qt::AlignLeft));
    case IdRole:
        return QString::fromStdString(model.id);
    case SearchRole:
        return m_search.at(index.row());
    case SortRole:
        return index.column() == Size ? QVariant(static_cast<qlonglong>(model.parameters))
                                      : data(index, Qt::DisplayRole);
    default:
        return {};
    }
}

int ModelListModel::rowOf(const std::string& name) const {
    const CatalogModel* model = m_catalog->findModel(name);
    return model ? static_cast<int>(model - m_catalog->models().data()) : -1;
}

void ModelListModel::retranslate() {
    if (const int rows = rowCount(); rows > 0) {
        emit dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1), {Qt::DisplayRole, Qt::EditRole});
    }
}

WordFilter::WordFilter(int searchRole, QObject* parent) : QSortFilterProxyModel(parent), m_role(searchRole) {}

void WordFilter::setSearch(const QString& text) {
    QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words != m_words) {
        m_words = std::move(words);
        invalidateFilter();
    }
}

bool WordFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QString text = sourceModel()->index(row, 0, parent).data(m_role).toString();
    return std::ranges::all_of(m_words, [&text](const QString& word) { return text.contains(word); });
}

} // namespace vram::ui
