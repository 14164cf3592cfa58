// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/feature.h"

#include <vector>

namespace vram::ui {

/// Every feature of the window, in the order of their menu entries; owned by the window.
[[nodiscard]] std::vector<Feature*> makeFeatures(const FeatureContext& context);

} // namespace vram::ui
