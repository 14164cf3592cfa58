// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace vram {

/// "No" for what fits by its bytes and yet does not start as asked: "never a wrong yes".
void refuseWhatCannotStart(Report& report, const Resolved& resolved, const Cards& cards, const Layout& layout);

/// Notes on what lies where, and why it does not hold.
void addPlacementNotes(Report& report, const Resolved& resolved, const Machine& machine, const Cards& cards,
                       const Placement& placement);

} // namespace vram
