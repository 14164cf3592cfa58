// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/finder/found_table.h"

#include "core/advice/hardware_finder.h"
#include "ui/text/format.h"

#include <memory>
#include <vector>

namespace vram::ui {

/// GPUs, several of them, and cloud machines for one question.
class FoundHardware : public FoundTable {
    Q_OBJECT

public:
    enum Column { Name, Verdict_, Memory, Need, Left, Price, Power, Speed_, Efficiency, Models, ColumnCount };

    explicit FoundHardware(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);
    /// The rows of `table` that are shown, by their places.
    void setFound(std::shared_ptr<const HardwareTable> table, std::vector<std::size_t> shown);
    /// Models that run on each GPU of the catalogue; empty: not counted.
    void setCounts(std::vector<std::size_t> counts);
    void setByteUnit(ByteUnit unit);
    [[nodiscard]] const HardwareRow& row(int row) const {
        return m_table->rows[m_shown[static_cast<std::size_t>(row)]];
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] bool isFigure(int column) const override { return column > Verdict_; }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString cell(int row, int column) const override;
    [[nodiscard]] QVariant order(int row, int column) const override;
    [[nodiscard]] QString tip(int row, int column) const override;

private:
    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const HardwareTable> m_table;
    std::vector<std::size_t> m_shown;
    std::vector<std::size_t> m_counts;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
