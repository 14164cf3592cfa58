// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/gpu_filter.h"

#include "ui/cards/gpu_table.h"

namespace vram::ui {

GpuFilter::GpuFilter(QObject* parent) : WordFilter(GpuTable::SearchRole, parent) {
    setSortRole(GpuTable::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    // A box that is unchecked in the list of checked ones stays until the list is asked for again.
    setDynamicSortFilter(false);
}

void GpuFilter::setVendor(std::optional<Vendor> vendor) {
    m_vendor = vendor;
    invalidateFilter();
}

void GpuFilter::setGpuClass(std::optional<GpuClass> gpuClass) {
    m_class = gpuClass;
    invalidateFilter();
}

void GpuFilter::setLeastMemory(Bytes bytes) {
    m_least = bytes;
    invalidateFilter();
}

void GpuFilter::setOnlyChecked(bool only) {
    m_onlyChecked = only;
    invalidateFilter();
}

bool GpuFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex cell = sourceModel()->index(row, GpuTable::Name, parent);
    if ((m_vendor && cell.data(GpuTable::VendorRole).toInt() != static_cast<int>(*m_vendor)) ||
        (m_class && cell.data(GpuTable::ClassRole).toInt() != static_cast<int>(*m_class)) ||
        cell.data(GpuTable::MemoryRole).toLongLong() < m_least.count() ||
        (m_onlyChecked && cell.data(Qt::CheckStateRole).toInt() != Qt::Checked)) {
        return false;
    }
    return WordFilter::filterAcceptsRow(row, parent);
}

bool GpuFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (left.data(GpuTable::SortRole) != right.data(GpuTable::SortRole)) {
        return WordFilter::lessThan(left, right);
    }
    const auto year = [](const QModelIndex& cell) {
        return cell.siblingAtColumn(GpuTable::Year).data(GpuTable::SortRole).toInt();
    };
    const bool first = year(left) != year(right) ? year(left) > year(right) : left.row() < right.row();
    return first == (sortOrder() == Qt::AscendingOrder);
}

} // namespace vram::ui
