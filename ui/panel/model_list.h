// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStringList>

#include "core/catalog/catalog.h"

#include <memory>

namespace vram::ui {

/// The catalogue's models as rows: name, size, family.
class ModelListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Size, Family, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< QString: the catalogue id
        SearchRole,            ///< QString: all that a search looks at, in lower case
        SortRole,              ///< raw number or text of the cell
    };

    explicit ModelListModel(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Row of a model by any of its names; -1 where there is none.
    [[nodiscard]] int rowOf(const std::string& name) const;
    /// Texts depend on the language.
    void retranslate();

private:
    std::shared_ptr<const Catalog> m_catalog;
    QStringList m_search;
};

/// What a search looks at: the names in lower case, and once more without spaces and punctuation, so that "qwen314b"
/// and "rtx4090" are found too.
[[nodiscard]] QString searchText(const QStringList& names);

/// Rows in which every word of the search occurs, in any order: "14b qwen" finds Qwen3 14B.
class WordFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    /// `searchRole` of column 0 holds the text to look in, in lower case.
    explicit WordFilter(int searchRole, QObject* parent = nullptr);
    void setSearch(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    int m_role;
    QStringList m_words;
};

} // namespace vram::ui
