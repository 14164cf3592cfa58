// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include "core/advice/side_by_side.h"
#include "ui/text/format.h"

#include <optional>
#include <vector>

namespace vram::ui {

/// The properties of the sides: a label, a sign where they differ, and a column for each side. Before each group stands
/// a line with its name.
class SidesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Label, Sign, FirstSide };

    using QAbstractTableModel::QAbstractTableModel;
    void setSides(SideBySide sides, QStringList names);
    void setByteUnit(ByteUnit unit);
    void setEqualHidden(bool hidden);
    void setDark(bool dark);
    [[nodiscard]] const SideBySide& sides() const { return m_sides; }
    [[nodiscard]] const QStringList& names() const { return m_names; }
    [[nodiscard]] bool isGroup(int row) const;
    /// What is shown as lines of fields, tabs between them, with the conclusion below.
    [[nodiscard]] QString asText() const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line {
        SideGroup group{};
        const SideRow* row = nullptr; ///< null: the group's name
    };
    void arrange();
    [[nodiscard]] QVariant sideData(const SideRow& row, std::size_t side, int role) const;
    SideBySide m_sides;
    QStringList m_names;
    std::vector<Line> m_lines;
    ByteUnit m_unit = ByteUnit::GiB;
    bool m_equalHidden = false;
    bool m_dark = false;
};

} // namespace vram::ui
