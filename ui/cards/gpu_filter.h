// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/model_list.h"

#include "core/units/bytes.h"

#include <optional>

namespace vram::ui {

/// GPUs by words, vendor, class and memory; all conditions together.
class GpuFilter : public WordFilter {
    Q_OBJECT

public:
    explicit GpuFilter(QObject* parent = nullptr);
    void setVendor(std::optional<Vendor> vendor);
    void setGpuClass(std::optional<GpuClass> gpuClass);
    void setLeastMemory(Bytes bytes);
    void setOnlyChecked(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    /// Among equals the newer card comes first, whichever way the column is sorted.
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    std::optional<Vendor> m_vendor;
    std::optional<GpuClass> m_class;
    Bytes m_least;
    bool m_onlyChecked = false;
};

} // namespace vram::ui
