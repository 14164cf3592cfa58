// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace vram::ui {

/// Memory as a card is sold with it: whole GiB without decimals ("24 GiB").
[[nodiscard]] QString formatSold(Bytes memory);

/// The catalogue's GPUs, each with a check mark and how many of it are compared.
class GpuTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Count, Memory, Vendor, Class, Year, ColumnCount };
    enum Role {
        SearchRole = Qt::UserRole, ///< QString, lower case
        SortRole,                  ///< raw number or text of the cell
        VendorRole,                ///< int of vram::Vendor
        ClassRole,                 ///< int of vram::GpuClass
        MemoryRole,                ///< qlonglong, bytes
        CountsRole,                ///< text of the counts whether checked or not
    };

    explicit GpuTable(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Checks these; names that are not in the catalogue are left out.
    void setChoices(const std::vector<GpuChoice>& choices);
    /// What is checked: in the order of setChoices(), then as it was checked.
    [[nodiscard]] std::vector<GpuChoice> choices() const;
    void retranslate();

signals:
    void choicesChanged();

private:
    struct Entry {
        bool checked = false;
        std::vector<std::int64_t> counts{1};
        std::int64_t order = 0; ///< of checking
    };
    void changed(int row);
    [[nodiscard]] QVariant text(int row, int column) const;
    [[nodiscard]] QString spoken(int row, int column) const;
    [[nodiscard]] QVariant sortKey(int row, int column) const;
    std::shared_ptr<const Catalog> m_catalog;
    QStringList m_search;
    std::vector<Entry> m_entries;
    std::vector<GpuChoice> m_given; ///< keeps the user's order of the rows that stay
    std::int64_t m_checks = 0;
};

} // namespace vram::ui
