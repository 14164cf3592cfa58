// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/features.h"

#include "ui/finder/finder_feature.h"
#include "ui/limits/limit_display.h"
#include "ui/rules/rules_feature.h"
#include "ui/sides/sides_feature.h"

namespace vram::ui {

std::vector<Feature*> makeFeatures(const FeatureContext& context) {
    return {
        // One line a feature.
        new FinderFeature(context, &context.window),
        new RulesFeature(context, &context.window),
        new SidesFeature(context),
        new LimitDisplay(context),
    };
}

} // namespace vram::ui
