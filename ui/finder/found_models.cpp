// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/found_models.h"

#include "ui/finder/finder_text.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QLocale>

#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

FoundModels::FoundModels(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : FoundTable(parent),
      m_catalog(std::move(catalog)),
      m_found(std::make_shared<const ModelsFound>()) {}

void FoundModels::setFound(std::shared_ptr<const ModelsFound> found) {
    beginResetModel();
    m_found = std::move(found);
    endResetModel();
}

void FoundModels::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    retranslate();
}

int FoundModels::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found->rows.size());
}

bool FoundModels::isFigure(int column) const {
    return column == Size || column == Active || column == Bits || column == Need || column == Left || column == Decode;
}

QString FoundModels::title(int column) const {
    switch (column) {
    case Name:
        return tr("Model");
    case Size:
        return tr("Size");
    case Active:
        return tr("Active");
    case Format:
        return tr("Format");
    case Bits:
        return tr("Bits");
    case Verdict_:
        return tr("Verdict");
    case Need:
        return tr("Needs");
    case Left:
        return tr("Left");
    case Decode:
        return tr("Speed");
    case Release:
        return tr("Released");
    case License:
        return tr("Licence");
    default:
        return {};
    }
}

QString FoundModels::cell(int row, int column) const {
    const FinderRow& found = this->row(row);
    const CatalogModel& entry = model(row);
    switch (column) {
    case Name:
        return shownText(entry.name);
    case Size:
        return formatParameters(entry.parameters);
    case Active:
        return isSparse(entry.parameters, entry.activeParameters) ? formatParameters(entry.activeParameters)
                                                                  : QString();
    case Format:
        return shownText(format(row).id);
    case Bits:
        return QLocale().toString(effectiveBits(format(row)), 'f', 1);
    case Verdict_:
        return foundVerdict(found.verdict, found.gpuLayers, found.layers);
    case Need:
        return formatBytes(found.need, m_unit);
    case Left:
        return formatBytes(found.headroom, m_unit);
    case Decode:
        return found.decode > 0 ? formatSpeed(found.decode) : found.looked ? u"–"_s : u"…"_s;
    case Release:
        return shownText(entry.release);
    case License:
        return shownText(entry.license);
    default:
        return {};
    }
}

QVariant FoundModels::order(int row, int column) const {
    const FinderRow& found = this->row(row);
    const CatalogModel& entry = model(row);
    switch (column) {
    case Size:
        return QVariant::fromValue(qlonglong{entry.parameters});
    case Active:
        return QVariant::fromValue(qlonglong{entry.activeParameters});
    case Bits:
        return effectiveBits(format(row));
    case Verdict_:
        return found.verdict ? QVariant(static_cast<int>(*found.verdict)) : QVariant();
    case Need:
        return QVariant::fromValue(qlonglong{found.need.count()});
    case Left:
        return QVariant::fromValue(qlonglong{found.headroom.count()});
    case Decode:
        return found.decode > 0 ? QVariant(found.decode) : QVariant();
    default:
        return cell(row, column);
    }
}

QString FoundModels::tip(int row, int column) const {
    if (column == License) {
        return licenceKindLabel(licenceKind(model(row).license));
    }
    return plainToolTip(shownText(model(row).id));
}

} // namespace vram::ui
