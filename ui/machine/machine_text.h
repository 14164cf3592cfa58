// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/catalog/catalog.h"
#include "core/hardware/detected_machine.h"
#include "ui/machine/assumption.h"

namespace vram::ui {

/// One sentence: what stands in for what nobody said.
[[nodiscard]] QString assumptionText(Assumption assumption);
/// One sentence: what could not be learnt of this computer.
[[nodiscard]] QString machineTroubleText(const MachineTrouble& trouble);
/// "AWS p5.48xlarge · 8× H100 SXM5 80 GB".
[[nodiscard]] QString instanceLabel(const CloudInstance& instance);
[[nodiscard]] QString formatGbPerSecond(double rate); ///< "89.6 GB/s"

} // namespace vram::ui
