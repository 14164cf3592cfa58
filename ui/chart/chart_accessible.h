// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vram::ui {

/// Makes a BarChart a list for screen readers whose items are the rows in words; the view's own accessible child has
/// neither name nor content. Installed once, by the first chart.
void installChartAccessibility();

} // namespace vram::ui
