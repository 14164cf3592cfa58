// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine_service.h"

#include <utility>

namespace vram::app {

MachineService::MachineService(std::shared_ptr<const Catalog> catalog, detect::MachineSources sources, QObject* parent)
    : MachineDetector(parent),
      m_probe(std::move(catalog), std::move(sources)) {
    connect(&m_probe, &detect::MachineProbe::found, this, &MachineDetector::found);
}

} // namespace vram::app
