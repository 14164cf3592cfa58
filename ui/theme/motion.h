// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

class QWidget;

namespace vram::ui {

enum class Animations : std::uint8_t { System, On, Off };

/// Milliseconds of a movement; what is being waited for is there from its first moment on.
constexpr int kMotionMilliseconds = 120;

/// For the whole program; until it is called nothing moves. System: on where there is a screen, unless the desktop says
/// that its user wants less motion (freedesktop.org's "reduced-motion", GNOME's "enable-animations"; its answer comes
/// from the event loop and is followed).
void applyAnimations(Animations animations);
[[nodiscard]] bool movesThings();

/// Unfolds `widget`, which is shown already, from no height to its own, where things move. It can be used at once.
void unfold(QWidget& widget);

} // namespace vram::ui
