// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rules_feature.h"

#include "ui/rules/rules_dialog.h"
#include "ui/rules/rules_source.h"
#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

#include <QAction>

namespace vram::ui {

using namespace Qt::StringLiterals;

RulesFeature::RulesFeature(const FeatureContext& context, QObject* parent)
    : Feature(parent),
      m_action(context.menus.explore.add(u"rulesAction"_s)),
      m_source(new RulesSource(context.store.sharedCatalog(), this)) {
    ScenarioStore* const store = &context.store;
    Settings* const settings = &context.settings;
    QMainWindow* const window = &context.window;
    connect(m_action, &QAction::triggered, this, [this, store, settings, window] {
        showDialog(m_dialog, [this, store, settings, window]() -> QDialog* {
            auto* dialog = new RulesDialog(*m_source, settings->byteUnit(), window);
            connect(settings, &Settings::byteUnitChanged, dialog, &RulesDialog::setByteUnit);
            connect(dialog, &RulesDialog::chosen, store, [store](const Scenario& scenario) {
                store->setVerdictFilter(std::nullopt);
                store->setScenario(scenario);
            });
            return dialog;
        });
    });
}

void RulesFeature::retranslate() { m_action->setText(tr("&Rules of thumb…")); }

} // namespace vram::ui
