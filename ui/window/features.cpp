// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/features.h"

#include "ui/finder/finder_feature.h"
#include "ui/guide/guide_feature.h"
#include "ui/limits/limit_display.h"
#include "ui/rules/rules_feature.h"
#include "ui/sides/sides_feature.h"
#include "ui/steps/steps_feature.h"
#include "ui/takeaway/take_away.h"

namespace vram::ui {

std::vector<Feature*> makeFeatures(const FeatureContext& context) {
    // One line a feature, in the order of the menu Explore.
    return {
        new FinderFeature(context, &context.window),
        new SidesFeature(context),
        new StepsFeature(context),
        new RulesFeature(context, &context.window),
        new GuideFeature(context),
        new LimitDisplay(context),
        new TakeAway(context),
    };
}

} // namespace vram::ui
