// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/steps_feature.h"

#include "ui/steps/steps_dialog.h"

#include <QAction>

namespace vram::ui {

StepsFeature::StepsFeature(const FeatureContext& context)
    : Feature(&context.window),
      m_action(context.menus.explore.add(QStringLiteral("stepsAction"))) {
    connect(m_action, &QAction::triggered, this,
            [this, &store = context.store, &settings = context.settings, &window = context.window] {
                showDialog(m_dialog, [&] { return new StepsDialog(store, settings, &window); });
            });
}

void StepsFeature::retranslate() { m_action->setText(tr("&Choose step by step…")); }

} // namespace vram::ui
