// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guide_feature.h"

#include "ui/guide/guide_dialog.h"

#include <QAction>

namespace vram::ui {

GuideFeature::GuideFeature(const FeatureContext& context)
    : Feature(&context.window),
      m_action(context.menus.help.add(QStringLiteral("guideAction"), QKeySequence(Qt::SHIFT | Qt::Key_F1))) {
    connect(m_action, &QAction::triggered, this,
            [this, &store = context.store, &settings = context.settings, &window = context.window] {
                showDialog(m_dialog, [&] { return new GuideDialog(store, settings, window); });
            });
}

GuideFeature::~GuideFeature() { delete m_dialog; }

void GuideFeature::retranslate() { m_action->setText(tr("&Guide")); }

} // namespace vram::ui
