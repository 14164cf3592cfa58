// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder_dialog.h"

#include "ui/access/spoken.h"
#include "ui/finder/hardware_page.h"
#include "ui/finder/models_page.h"
#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

#include <QEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace vram::ui {

using namespace Qt::StringLiterals;

FinderDialog::FinderDialog(ScenarioStore& store, const Settings& settings, QWidget* parent)
    : QDialog(parent),
      m_worker(store.sharedCatalog()),
      m_tabs(new QTabWidget),
      m_models(new ModelsPage(store, m_worker)),
      m_hardware(new HardwarePage(store, m_worker)) {
    setObjectName(u"finderDialog"_s);
    m_tabs->setObjectName(u"finderTabs"_s);
    speakAs(*m_tabs, QAccessible::Grouping, [this] { return windowTitle(); });
    m_tabs->addTab(m_models, {});
    m_tabs->addTab(m_hardware, {});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    m_models->setByteUnit(settings.byteUnit());
    m_hardware->setByteUnit(settings.byteUnit());
    connect(&settings, &Settings::byteUnitChanged, m_models, &ModelsPage::setByteUnit);
    connect(&settings, &Settings::byteUnitChanged, m_hardware, &HardwarePage::setByteUnit);
    retranslate();
    resize(1120, 640);
    m_models->askSoon();
    m_hardware->askSoon();
}

void FinderDialog::retranslate() {
    setWindowTitle(tr("Find models and GPUs"));
    m_tabs->setTabText(0, tr("What can this machine run?"));
    m_tabs->setTabText(1, tr("Which GPU for this model?"));
    m_tabs->tabBar()->setAccessibleName(tr("Question"));
    m_models->retranslate();
    m_hardware->retranslate();
}

void FinderDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
