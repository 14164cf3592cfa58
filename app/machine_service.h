// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "detect/machine_probe.h"
#include "ui/machine/machine_detector.h"

#include <memory>

namespace vram::app {

/// The window's question what this computer has, answered by detect/.
class MachineService : public ui::MachineDetector {
    Q_OBJECT

public:
    explicit MachineService(std::shared_ptr<const Catalog> catalog, detect::MachineSources sources = {},
                            QObject* parent = nullptr);

    void start() override { m_probe.start(); }

private:
    detect::MachineProbe m_probe;
};

} // namespace vram::app
