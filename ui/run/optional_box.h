// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/short_spin_box.h"

#include <optional>

namespace vram::ui {

/// A figure that may be absent: the least value stands for none and shows as a dash. A typed figure counts when it is
/// complete.
class OptionalBox : public ShortSpinBox {
    Q_OBJECT

public:
    OptionalBox(const char* name, double most, const QString& unit);

    /// Without a signal.
    void setFigure(std::optional<double> figure);
    [[nodiscard]] std::optional<double> figure() const;

signals:
    void figureChosen(std::optional<double> figure);
};

} // namespace vram::ui
