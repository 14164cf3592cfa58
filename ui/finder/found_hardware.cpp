// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/found_hardware.h"

#include "ui/finder/finder_text.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QLocale>

#include <optional>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

FoundHardware::FoundHardware(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : FoundTable(parent),
      m_catalog(std::move(catalog)),
      m_table(std::make_shared<const HardwareTable>()) {}

void FoundHardware::setFound(std::shared_ptr<const HardwareTable> table, std::vector<std::size_t> shown) {
    beginResetModel();
    m_table = std::move(table);
    m_shown = std::move(shown);
    endResetModel();
}

void FoundHardware::setCounts(std::vector<std::size_t> counts) {
    m_counts = std::move(counts);
    retranslate();
}

void FoundHardware::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    retranslate();
}

int FoundHardware::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QString FoundHardware::title(int column) const {
    switch (column) {
    case Name:
        return tr("GPU");
    case Verdict_:
        return tr("Verdict");
    case Memory:
        return tr("Memory");
    case Need:
        return tr("Needs");
    case Left:
        return tr("Left");
    case Price:
        return tr("Launch price");
    case Power:
        return tr("TDP");
    case Speed_:
        return tr("Speed");
    case Efficiency:
        return tr("tok/s per W");
    case Models:
        return tr("Models");
    default:
        return {};
    }
}

QString FoundHardware::cell(int row, int column) const {
    const HardwareRow& found = this->row(row);
    const QString unknown = u"–"_s;
    switch (column) {
    case Name:
        return hardwareName(found, *m_catalog);
    case Verdict_:
        return foundVerdict(found.verdict, 0, 0);
    case Memory:
        return formatCapacity(found.memory);
    case Need:
        return formatBytes(found.need, m_unit);
    case Left:
        return formatBytes(found.headroom, m_unit);
    case Price:
        return found.price ? priceText(*found.price) : unknown;
    case Power:
        return found.watts ? wattsText(*found.watts) : unknown;
    case Speed_:
        return found.tokensPerSecond ? formatSpeed(*found.tokensPerSecond) : unknown;
    case Efficiency:
        return found.tokensPerJoule ? formatFigure(*found.tokensPerJoule) : unknown;
    case Models:
        return m_counts.empty() || found.count > 1
                   ? QString()
                   : substitute(tr("%1 of %2"), {QLocale().toString(qulonglong{m_counts[found.gpu]}),
                                                 QLocale().toString(qulonglong{m_catalog->models().size()})});
    default:
        return {};
    }
}

QVariant FoundHardware::order(int row, int column) const {
    const HardwareRow& found = this->row(row);
    const auto known = [](const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); };
    switch (column) {
    case Verdict_:
        return static_cast<int>(found.verdict);
    case Memory:
        return QVariant::fromValue(qlonglong{found.memory.count()});
    case Need:
        return QVariant::fromValue(qlonglong{found.need.count()});
    case Left:
        return QVariant::fromValue(qlonglong{found.headroom.count()});
    case Price:
        return known(found.price);
    case Power:
        return known(found.watts);
    case Speed_:
        return known(found.tokensPerSecond);
    case Efficiency:
        return known(found.tokensPerJoule);
    case Models:
        return m_counts.empty() || found.count > 1 ? QVariant() : QVariant::fromValue(qulonglong{m_counts[found.gpu]});
    default:
        return cell(row, column);
    }
}

QString FoundHardware::tip(int row, int column) const {
    const HardwareRow& found = this->row(row);
    if (column == Price && !found.price) {
        return found.instance ? tr("The catalogue has no prices of cloud machines") : tr("No launch price is known");
    }
    if (column == Models) {
        return tr("Models of the catalogue that fit this GPU alone, with the same context and batch");
    }
    return plainToolTip(shownText(m_catalog->gpus()[found.gpu].name));
}

} // namespace vram::ui
