// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QIcon>

#include "ui/rules/rules_entries.h"

#include <array>
#include <vector>

namespace vram::ui {

/// One of the tables of rules.
class RulesTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Conditions, Said, Found, Agreement, Why, ColumnCount = kRulesColumns };

    using QAbstractTableModel::QAbstractTableModel;
    /// The same rows in other words keep their place and selection.
    void setEntries(std::vector<RulesEntry> entries, const std::array<QString, kRulesColumns>& headings);
    [[nodiscard]] const std::vector<RulesEntry>& entries() const { return m_entries; }
    void setDark(bool dark);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Also what is empty has a name.
    [[nodiscard]] QString spoken(const RulesEntry& entry, int column) const;
    std::vector<RulesEntry> m_entries;
    std::array<QString, kRulesColumns> m_headings;
    bool m_dark = false;
};

} // namespace vram::ui
