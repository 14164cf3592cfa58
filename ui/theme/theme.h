// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include "core/report/report.h"

#include <cstdint>

namespace vram::ui {

enum class Theme : std::uint8_t { System, Light, Dark };

/// Colours that do not come from QPalette. Segment colours are the same in both themes.
struct ThemeColours {
    QColor text;
    QColor mutedText;  ///< AA on background
    QColor background; ///< of the chart
    QColor grid;
    QColor separator; ///< between segments, at least 3:1
    QColor usableMark;
    QColor rowHighlight;
    QColor track;  ///< translucent: the room that a card has, behind its bar
    QColor border; ///< of chips, fields and sliders, 3:1 on the window and on the fields' ground
    QColor focus;  ///< the ring around what has the focus, 3:1 on every ground
};

[[nodiscard]] QColor partColour(MemoryPart part);               ///< design colours
[[nodiscard]] QColor partLabelColour(MemoryPart part);          ///< black except on weights
[[nodiscard]] QColor verdictColour(Verdict verdict, bool dark); ///< AA on the window background and on the chart's
[[nodiscard]] QPalette themePalette(bool dark);                 ///< for the Fusion style
[[nodiscard]] const ThemeColours& themeColours(bool dark);
[[nodiscard]] bool isDark(const QPalette& palette);

/// Contrast of two colours as WCAG 2 defines it: 1 (none) to 21 (black on white).
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

/// Applies the theme to the application (Fusion style). System follows the desktop: its answer comes later, from
/// the event loop, and is followed when it changes; until then, and without one, the palette's lightness decides.
void applyTheme(Theme theme);

} // namespace vram::ui
