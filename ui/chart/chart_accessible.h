// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vram::ui {

class BarChart;

/// Makes a BarChart a list for screen readers whose items are the rows in words; the view's own accessible child has
/// neither name nor content. Installed once, by the first chart.
void installChartAccessibility();

/// Tells assistive technology that another row is the chosen one.
void announceFocusedRow(BarChart& chart);

} // namespace vram::ui
