// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder_feature.h"

#include "ui/finder/finder_dialog.h"

#include <QAction>
#include <QKeySequence>

namespace vram::ui {

using namespace Qt::StringLiterals;

FinderFeature::FinderFeature(const FeatureContext& context, QObject* parent)
    : Feature(parent),
      m_find(context.menus.explore.add(u"findModels"_s, QKeySequence(Qt::CTRL | Qt::Key_F))) {
    connect(m_find, &QAction::triggered, this, [this, context] {
        showDialog(m_dialog, [&] { return new FinderDialog(context.store, context.settings, &context.window); });
    });
    retranslate();
}

void FinderFeature::retranslate() { m_find->setText(tr("&Find models and GPUs…")); }

} // namespace vram::ui
