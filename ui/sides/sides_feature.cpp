// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sides/sides_feature.h"

#include "ui/settings/settings.h"
#include "ui/sides/sides_dialog.h"
#include "ui/store/scenario_store.h"

#include <QAction>
#include <QKeySequence>

namespace vram::ui {

SidesFeature::SidesFeature(const FeatureContext& context)
    : Feature(&context.window),
      m_context(context),
      m_action(context.menus.explore.add(QStringLiteral("sidesAction"), QKeySequence(Qt::CTRL | Qt::Key_D))) {
    connect(m_action, &QAction::triggered, this, &SidesFeature::open);
    retranslate();
}

void SidesFeature::open() {
    showDialog(m_dialog, [this] {
        auto* dialog = new SidesDialog(m_context.store, &m_context.window);
        dialog->setByteUnit(m_context.settings.byteUnit());
        connect(&m_context.settings, &Settings::byteUnitChanged, dialog, &SidesDialog::setByteUnit);
        connect(dialog, &SidesDialog::rowsChosen, this, [this](const std::vector<GpuChoice>& rows) {
            m_context.store.setVerdictFilter(std::nullopt);
            m_context.store.edit([&rows](Scenario& scenario) {
                scenario.view.axis = kGpuAxis;
                scenario.view.rows = rows;
            });
            m_context.settings.setRows(rows);
        });
        return dialog;
    });
}

void SidesFeature::retranslate() { m_action->setText(tr("&Side by side…")); }

} // namespace vram::ui
