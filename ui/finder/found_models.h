// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/finder/found_table.h"

#include "ui/finder/finder_worker.h"
#include "ui/text/format.h"

#include <memory>

namespace vram::ui {

/// Models that a machine runs, each in a format.
class FoundModels : public FoundTable {
    Q_OBJECT

public:
    enum Column { Name, Size, Active, Format, Bits, Verdict_, Need, Left, Decode, Release, License, ColumnCount };

    explicit FoundModels(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);
    void setFound(std::shared_ptr<const ModelsFound> found);
    void setByteUnit(ByteUnit unit);
    [[nodiscard]] const FinderRow& row(int row) const { return m_found->rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const CatalogModel& model(int row) const { return m_catalog->models()[this->row(row).model]; }
    [[nodiscard]] const WeightFormat& format(int row) const { return m_found->formats[this->row(row).format]; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] bool isFigure(int column) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString cell(int row, int column) const override;
    [[nodiscard]] QVariant order(int row, int column) const override;
    [[nodiscard]] QString tip(int row, int column) const override;

private:
    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const ModelsFound> m_found;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
