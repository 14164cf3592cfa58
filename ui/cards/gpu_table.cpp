// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/gpu_table.h"

#include "ui/cards/counts_text.h"
#include "ui/panel/model_list.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace vram::ui {
namespace {

constexpr std::array kHeaders{
    QT_TRANSLATE_NOOP("vram::ui::GpuTable", "Card"),   QT_TRANSLATE_NOOP("vram::ui::GpuTable", "How many"),
    QT_TRANSLATE_NOOP("vram::ui::GpuTable", "Memory"), QT_TRANSLATE_NOOP("vram::ui::GpuTable", "Vendor"),
    QT_TRANSLATE_NOOP("vram::ui::GpuTable", "Class"),  QT_TRANSLATE_NOOP("vram::ui::GpuTable", "Year"),
};
static_assert(kHeaders.size() == GpuTable::ColumnCount);

} // namespace

QString formatSold(Bytes memory) {
    const std::int64_t gib = memory.count() / kGiB.count();
    return kGiB * gib == memory ? QLocale().toString(static_cast<qlonglong>(gib)) + QStringLiteral("\u00a0GiB")
                                : formatBytes(memory);
}

GpuTable::GpuTable(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : QAbstractTableModel(parent),
      m_catalog(std::move(catalog)),
      m_entries(m_catalog->gpus().size()) {
    for (const Gpu& gpu : m_catalog->gpus()) {
        QStringList names{QString::fromStdString(gpu.vendorName), QString::fromStdString(gpu.name),
                          QString::fromStdString(gpu.architecture)};
        for (const std::string& alias : gpu.aliases) {
            names.append(QString::fromStdString(alias));
        }
        m_search.append(searchText(names));
    }
}

int GpuTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int GpuTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant GpuTable::text(int row, int column) const {
    const Gpu& gpu = m_catalog->gpus()[static_cast<std::size_t>(row)];
    const Entry& entry = m_entries[static_cast<std::size_t>(row)];
    switch (column) {
    case Name:
        return shownText(gpu.name);
    case Count:
        return entry.checked ? formatCounts(entry.counts) : QString();
    case Memory:
        return formatSold(gpu.memory);
    case Vendor:
        return shownText(gpu.vendorName);
    case Class:
        return gpuClassLabel(gpu.gpuClass);
    case Year:
        return gpu.releaseYear ? QString::number(*gpu.releaseYear) : QString();
    default:
        return {};
    }
}

QString GpuTable::spoken(int row, int column) const {
    const QString shown = text(row, column).toString();
    if (column != Name) {
        //: screen reader: a table cell with its column
        return tr("%1: %2").arg(tr(kHeaders[static_cast<std::size_t>(column)]), shown.isEmpty() ? tr("none") : shown);
    }
    //: screen reader: a card that is compared
    return m_entries[static_cast<std::size_t>(row)].checked ? tr("%1, chosen").arg(shown) : shown;
}

QVariant GpuTable::sortKey(int row, int column) const {
    const Gpu& gpu = m_catalog->gpus()[static_cast<std::size_t>(row)];
    const Entry& entry = m_entries[static_cast<std::size_t>(row)];
    switch (column) {
    case Count:
        return entry.checked ? static_cast<qlonglong>(entry.counts.front()) : 0;
    case Memory:
        return static_cast<qlonglong>(gpu.memory.count());
    case Class:
        return static_cast<int>(gpu.gpuClass);
    case Year:
        return gpu.releaseYear.value_or(0);
    default:
        return text(row, column);
    }
}

QVariant GpuTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Gpu& gpu = m_catalog->gpus()[static_cast<std::size_t>(index.row())];
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::EditRole:
    case CountsRole:
        return index.column() == Count ? formatCounts(entry.counts) : text(index.row(), index.column());
    case Qt::CheckStateRole:
        return index.column() == Name ? QVariant(entry.checked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Memory || index.column() == Year || index.column() == Count;
        return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    case Qt::AccessibleTextRole:
        return spoken(index.row(), index.column());
    case SearchRole:
        return m_search.at(index.row());
    case SortRole:
        return sortKey(index.row(), index.column());
    case VendorRole:
        return static_cast<int>(gpu.vendor);
    case ClassRole:
        return static_cast<int>(gpu.gpuClass);
    case MemoryRole:
        return static_cast<qlonglong>(gpu.memory.count());
    default:
        return {};
    }
}

bool GpuTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Name) {
        entry.checked = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && index.column() == Count) {
        const auto counts = parseCounts(value.toString());
        if (!counts) {
            return false;
        }
        entry.counts = *counts;
        entry.checked = true; // who says how many wants it
    } else {
        return false;
    }
    if (entry.checked && entry.order == 0) {
        entry.order = ++m_checks;
    } else if (!entry.checked) {
        entry.order = 0;
    }
    changed(index.row());
    return true;
}

void GpuTable::changed(int row) {
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit choicesChanged();
}

Qt::ItemFlags GpuTable::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() == Name) {
        flags |= Qt::ItemIsUserCheckable;
    }
    if (index.column() == Count) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

QVariant GpuTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return tr(kHeaders[static_cast<std::size_t>(section)]);
    }
    if (role == Qt::ToolTipRole && section == Count) {
        return tr("Cards in one machine, 1 to %1. Several figures such as “1, 2, 4” give several bars.")
            .arg(kMostOfOneCard);
    }
    return {};
}

void GpuTable::setChoices(const std::vector<GpuChoice>& choices) {
    beginResetModel();
    m_entries.assign(m_entries.size(), Entry{});
    m_given.clear();
    m_checks = 0;
    std::map<std::size_t, std::vector<std::int64_t>> counts;
    for (const GpuChoice& choice : choices) {
        if (const Gpu* gpu = m_catalog->findGpu(choice.name)) {
            const auto row = static_cast<std::size_t>(gpu - m_catalog->gpus().data());
            counts[row].push_back(choice.count);
            m_entries[row].order = m_entries[row].order > 0 ? m_entries[row].order : ++m_checks;
            m_given.push_back({gpu->name, choice.count});
        }
    }
    for (auto& [row, numbers] : counts) {
        m_entries[row].checked = true;
        m_entries[row].counts = std::move(numbers);
    }
    endResetModel();
    emit choicesChanged();
}

std::vector<GpuChoice> GpuTable::choices() const {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].checked) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows, {}, [this](std::size_t row) { return m_entries[row].order; });
    std::vector<GpuChoice> wanted;
    for (const std::size_t row : rows) {
        for (const std::int64_t count : m_entries[row].counts) {
            wanted.push_back({m_catalog->gpus()[row].name, count});
        }
    }
    // Rows that were there before keep their places.
    std::ranges::stable_sort(
        wanted, {}, [this](const GpuChoice& choice) { return std::ranges::find(m_given, choice) - m_given.begin(); });
    return wanted;
}

void GpuTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (const int rows = rowCount(); rows > 0) {
        emit dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1), {Qt::DisplayRole});
    }
}

} // namespace vram::ui
