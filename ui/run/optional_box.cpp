// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/optional_box.h"

#include "ui/panel/field_row.h"

#include <QLineEdit>
#include <QSignalBlocker>

namespace vram::ui {

using namespace Qt::StringLiterals;

OptionalBox::OptionalBox(const char* name, double most, const QString& unit) {
    setObjectName(QString::fromLatin1(name));
    setRange(0, most);
    setDecimals(2);
    setSpecialValueText(u"–"_s);
    setSuffix(u'\u00A0' + unit);
    setKeyboardTracking(false);
    lineEdit()->setAcceptDrops(false); // a dropped file is for the window
    guardWheel(this);
    connect(this, &QDoubleSpinBox::valueChanged, this, [this] { emit figureChosen(figure()); });
}

void OptionalBox::setFigure(std::optional<double> figure) {
    const QSignalBlocker quiet(this);
    setValue(figure.value_or(0));
}

std::optional<double> OptionalBox::figure() const {
    return value() > minimum() ? std::optional(value()) : std::nullopt;
}

} // namespace vram::ui
