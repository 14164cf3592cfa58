// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/hardware/detected_machine.h"

namespace vram::ui {

/// Finds out what this computer has. The window knows only this; app/ answers it.
class MachineDetector : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Returns at once; `found` follows from the event loop, once a call, within a few seconds. A call while one runs
    /// changes nothing.
    virtual void start() = 0;

signals:
    void found(const vram::DetectedMachine& machine);
};

} // namespace vram::ui
