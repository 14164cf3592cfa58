// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/features.h"

namespace vram::ui {

std::vector<Feature*> makeFeatures([[maybe_unused]] const FeatureContext& context) {
    return {
        // One line a feature.
    };
}

} // namespace vram::ui
