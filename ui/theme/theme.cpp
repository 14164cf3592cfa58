// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/app_style.h"
#include "ui/theme/desktop_scheme.h"
#include "ui/theme/focus_ring.h"

#include <QApplication>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace vram::ui {

namespace {

// Okabe and Ito's colours for people of every colour vision, with a grey for overhead.
constexpr std::array<QRgb, kMemoryParts> kPartColours{0xFF0072B2, 0xFFE69F00, 0xFFF0E442, 0xFF009E73,
                                                      0xFF8C8C8C, 0xFFCC79A7, 0xFFD55E00, 0xFF56B4E9};

struct TwoShades {
    QRgb light;
    QRgb dark;
};

constexpr std::array kVerdictColours{
    TwoShades{0xFF14713A, 0xFF5FD38D}, // fits
    TwoShades{0xFF8A5300, 0xFFF2B84B}, // tight
    TwoShades{0xFF6A3FB0, 0xFFC4A7FF}, // offload
    TwoShades{0xFFB3261E, 0xFFFF8F86}, // no
    TwoShades{0xFF595959, 0xFFB8B8B8}, // unknown
};

struct PaletteColour {
    QPalette::ColorRole role;
    TwoShades shades;
};

constexpr std::array kPaletteColours{
    PaletteColour{QPalette::Window, {0xFFF3F4F6, 0xFF25272B}},
    PaletteColour{QPalette::WindowText, {0xFF1B1D21, 0xFFE8E9EB}},
    PaletteColour{QPalette::Base, {0xFFFFFFFF, 0xFF1B1D20}},
    PaletteColour{QPalette::AlternateBase, {0xFFF6F7F9, 0xFF222428}},
    PaletteColour{QPalette::Text, {0xFF1B1D21, 0xFFE8E9EB}},
    PaletteColour{QPalette::Button, {0xFFEBEDF0, 0xFF33363B}},
    PaletteColour{QPalette::ButtonText, {0xFF1B1D21, 0xFFE8E9EB}},
    PaletteColour{QPalette::BrightText, {0xFFB3261E, 0xFFFF8F86}},
    PaletteColour{QPalette::ToolTipBase, {0xFFFFFFFF, 0xFF33363B}},
    PaletteColour{QPalette::ToolTipText, {0xFF1B1D21, 0xFFE8E9EB}},
    PaletteColour{QPalette::PlaceholderText, {0xFF5F6570, 0xFF9DA3AD}},
    PaletteColour{QPalette::Highlight, {0xFF0B63B0, 0xFF2F6FB0}},
    PaletteColour{QPalette::HighlightedText, {0xFFFFFFFF, 0xFFFFFFFF}},
    PaletteColour{QPalette::Link, {0xFF0B5CAD, 0xFF7DB8F7}},
    PaletteColour{QPalette::LinkVisited, {0xFF6A3FB0, 0xFFC4A7FF}},
    PaletteColour{QPalette::Light, {0xFFFFFFFF, 0xFF3D4046}},
    PaletteColour{QPalette::Midlight, {0xFFE3E5E9, 0xFF34373C}},
    PaletteColour{QPalette::Mid, {0xFFB9BDC5, 0xFF1F2125}},
    PaletteColour{QPalette::Dark, {0xFF9AA0AA, 0xFF15171A}},
    PaletteColour{QPalette::Shadow, {0xFF6B717B, 0xFF000000}},
};

constexpr TwoShades kDisabledText{0xFF7A808A, 0xFF7F858F};
constexpr TwoShades kDisabledHighlight{0xFFC9CDD4, 0xFF44484F};

QColor shade(const TwoShades& shades, bool dark) { return QColor::fromRgba(dark ? shades.dark : shades.light); }

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

void apply(bool dark) {
    const QPalette palette = themePalette(dark);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace

QColor partColour(MemoryPart part) { return QColor::fromRgba(kPartColours.at(static_cast<std::size_t>(part))); }

QColor partLabelColour(MemoryPart part) { return part == MemoryPart::Weights ? QColor(Qt::white) : QColor(Qt::black); }

QColor verdictColour(Verdict verdict, bool dark) {
    return shade(kVerdictColours.at(static_cast<std::size_t>(verdict)), dark);
}

QPalette themePalette(bool dark) {
    QPalette palette;
    for (const PaletteColour& entry : kPaletteColours) {
        palette.setColor(entry.role, shade(entry.shades, dark));
    }
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, shade(kDisabledText, dark));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shade(kDisabledHighlight, dark));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, shade(kDisabledText, dark));
    return palette;
}

const ThemeColours& themeColours(bool dark) {
    static const ThemeColours kLight{
        .text = QColor(0x1B, 0x1D, 0x21),
        .mutedText = QColor(0x5A, 0x60, 0x6B),
        .background = QColor(0xFF, 0xFF, 0xFF),
        .grid = QColor(0xE4, 0xE6, 0xEA),
        .separator = QColor(0x12, 0x13, 0x15),
        .usableMark = QColor(0x12, 0x13, 0x15),
        .rowHighlight = QColor(0xE6, 0xEF, 0xF9),
        .track = QColor(0, 0, 0, 14),
        .border = QColor(0x86, 0x8C, 0x96),
        .focus = QColor(0x0B, 0x5C, 0xAD),
    };
    static const ThemeColours kDark{
        .text = QColor(0xE8, 0xE9, 0xEB),
        .mutedText = QColor(0xA9, 0xAF, 0xB9),
        .background = QColor(0x1B, 0x1D, 0x20),
        .grid = QColor(0x34, 0x37, 0x3C),
        .separator = QColor(0x0A, 0x0B, 0x0C),
        .usableMark = QColor(0xFF, 0xFF, 0xFF),
        .rowHighlight = QColor(0x26, 0x33, 0x42),
        .track = QColor(255, 255, 255, 18),
        .border = QColor(0x7C, 0x83, 0x8E),
        .focus = QColor(0x7D, 0xB8, 0xF7),
    };
    return dark ? kDark : kLight;
}

bool isDark(const QPalette& palette) {
    return luminance(palette.color(QPalette::Active, QPalette::Window)) <
           luminance(palette.color(QPalette::Active, QPalette::WindowText));
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

void applyTheme(Theme theme) {
    // What the desktop gave at the start, before a palette of ours hides it.
    static const bool kStartedDark = isDark(QApplication::palette());
    if (qobject_cast<AppStyle*>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new AppStyle);
        FocusRing::install();
    }
    if (theme != Theme::System) {
        followDesktopScheme({});
        apply(theme == Theme::Dark);
        return;
    }
    apply(kStartedDark);
    followDesktopScheme([](std::optional<bool> dark) { apply(dark.value_or(kStartedDark)); });
}

} // namespace vram::ui
