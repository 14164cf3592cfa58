// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears of what in the window: the parts, the menu, the settings, the history.
#include "ui/window/main_window.h"

#include "ui/band/verdict_band.h"
#include "ui/cards/card_bar.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/advanced_section.h"
#include "ui/panel/scenario_panel.h"
#include "ui/placement/placement_section.h"
#include "ui/run/run_drawer.h"
#include "ui/run/run_text.h"
#include "ui/store/fit_advisor.h"
#include "ui/store/history.h"
#include "ui/table/row_table.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"
#include "ui/window/about_dialog.h"
#include "ui/window/chart_output.h"
#include "ui/window/comparison.h"
#include "ui/window/feature.h"
#include "ui/window/file_actions.h"
#include "ui/window/main_menu.h"
#include "ui/window/model_actions.h"
#include "ui/window/remedy_actions.h"
#include "ui/window/scenario_document.h"
#include "ui/window/settings_dialog.h"
#include "ui/window/shortcuts_dialog.h"

namespace vram::ui {

void MainWindow::connectParts() {
    connect(m_store, &ScenarioStore::changed, this, &MainWindow::showSnapshot);
    connect(m_views.band, &VerdictBand::filterChosen, m_store, &ScenarioStore::setVerdictFilter);
    connect(new FitAdvisor(*m_store, this), &FitAdvisor::found, m_views.band, &VerdictBand::setRemedies);
    m_views.band->setCatalog(m_store->catalog());
    connect(m_views.band, &VerdictBand::offerChosen, this, [this](const Offer& offer) {
        const auto* const way = std::get_if<WayOut>(&offer);
        if (way != nullptr && way->kind == WayOutKind::Reset) {
            reset();
        } else {
            applyOffer(offer, *m_store, *m_views.panel, *m_views.cards);
        }
    });
    connect(m_document, &ScenarioDocument::stateChanged, this, &MainWindow::updateTitle);
}

void MainWindow::connectMenu() {
    connect(m_menu, &MainMenu::openRequested, this, [this] { m_files->whenSettled([this] { m_files->askOpen(); }); });
    connect(m_menu, &MainMenu::openModelRequested, m_models, &ModelActions::askOpen);
    connect(m_menu, &MainMenu::pasteModelRequested, m_models, &ModelActions::paste);
    connect(m_menu, &MainMenu::openRepositoryRequested, this, &MainWindow::openRepository);
    connect(m_menu, &MainMenu::openRecentRequested, m_files, &FileActions::openSettled);
    connect(m_menu, &MainMenu::clearRecentRequested, &m_settings, &Settings::clearRecentFiles);
    connect(m_menu, &MainMenu::exampleChosen, m_store, [this](const Scenario& scenario) {
        m_store->setVerdictFilter(std::nullopt);
        m_store->setScenario(scenario);
    });
    connect(m_menu, &MainMenu::saveRequested, this, [this] { m_files->saveAgain(); });
    connect(m_menu, &MainMenu::saveAsRequested, this, [this] { m_files->askSave(); });
    connect(m_menu, &MainMenu::exportRequested, m_output, &ChartOutput::exportPng);
    connect(m_menu, &MainMenu::copyRequested, m_output, &ChartOutput::copy);
    connect(m_menu, &MainMenu::quitRequested, this, &QWidget::close);
    connect(m_menu, &MainMenu::resetRequested, this, &MainWindow::reset);
    connect(m_menu, &MainMenu::preferencesRequested, this, [this] {
        showDialog(m_preferences, [this] { return new SettingsDialog(m_settings, *m_store, m_repositories, this); });
    });
    connect(m_menu, &MainMenu::shortcutsRequested, this,
            [this] { showDialog(m_shortcuts, [this] { return new ShortcutsDialog(this); }); });
    connect(m_menu, &MainMenu::aboutRequested, this,
            [this] { showDialog(m_about, [this] { return new AboutDialog(m_store->catalog(), this); }); });
}

void MainWindow::connectViewMenu() {
    connect(m_menu, &MainMenu::addCardsRequested, m_views.cards, &CardBar::pickCards);
    connect(m_menu, &MainMenu::machineRequested, this, &MainWindow::openMachine);
    connect(m_views.cards, &CardBar::machineRequested, this, &MainWindow::openMachine);
    connect(m_menu, &MainMenu::allRowsRequested, m_store, [this] { m_store->setVerdictFilter(std::nullopt); });
    connect(m_menu, &MainMenu::columnsWanted, this,
            [this] { m_views.comparison->table().fillColumnMenu(m_menu->columns()); });
    connect(m_menu, &MainMenu::viewChosen, this, &MainWindow::setView);
    connect(m_views.cards, &CardBar::viewChosen, this, &MainWindow::setView);
    connect(m_menu, &MainMenu::whyChosen, m_views.comparison, &Comparison::setWhyShown);
    connect(m_views.comparison, &Comparison::whyShown, m_menu, &MainMenu::setWhyShown);
    connect(m_menu, &MainMenu::runChosen, m_views.comparison, &Comparison::setRunShown);
    connect(m_views.comparison, &Comparison::runShown, m_menu, &MainMenu::setRunShown);
    connect(m_views.band, &VerdictBand::runRequested, m_views.comparison,
            [this] { m_views.comparison->setRunShown(true); });
    connect(m_menu, &MainMenu::shareScaleChosen, this, [this](bool share) {
        m_store->edit([share](Scenario& scenario) { scenario.view.shareScale = share; });
        m_settings.setShareScale(share);
    });
    connect(m_menu, &MainMenu::languageChosen, this, [this](const QString& code) {
        m_settings.setLanguage(code);
        LanguageSwitcher::ofApplication().setLanguage(code);
    });
    connect(m_menu, &MainMenu::themeChosen, &m_settings, &Settings::setTheme);
    connect(m_menu, &MainMenu::byteUnitChosen, &m_settings, &Settings::setByteUnit);
}

void MainWindow::connectSettings() {
    connect(&m_settings, &Settings::themeChanged, this, [this](Theme theme) {
        m_menu->setTheme(theme);
        applyTheme(theme);
    });
    connect(&m_settings, &Settings::byteUnitChanged, this, [this](ByteUnit unit) {
        m_menu->setByteUnit(unit);
        setByteUnit(unit);
    });
    applyAnimations(m_settings.animations());
    connect(&m_settings, &Settings::animationsChanged, this, &applyAnimations);
    connect(&m_settings, &Settings::patternsChanged, m_views.comparison, &Comparison::setPatterns);
    m_views.comparison->setPatterns(m_settings.patterns());
    connect(&m_settings, &Settings::recentFilesChanged, this,
            [this] { m_menu->setRecentFiles(m_settings.recentFiles()); });
    connect(m_views.cards, &CardBar::rowsChosen, &m_settings, &Settings::setRows);
    connect(m_views.cards, &CardBar::scaleChosen, &m_settings, &Settings::setShareScale);
    connect(m_views.cards, &CardBar::sortChosen, &m_settings, &Settings::setSort);
    const AdvancedSection& advanced = m_views.panel->advanced();
    connect(&advanced, &AdvancedSection::openChanged, &m_settings, &Settings::setAdvancedOpen);
    connect(&advanced, &AdvancedSection::marginChosen, &m_settings, &Settings::setMarginPercent);
    connect(&advanced, &AdvancedSection::ramChosen, &m_settings, &Settings::setRamGib);
    m_views.panel->advanced().setOpen(m_settings.advancedOpen());
    PlacementSection& placement = m_views.panel->placement();
    connect(&placement, &PlacementSection::openChanged, &m_settings, &Settings::setPlacementOpen);
    placement.setOpen(m_settings.placementOpen());
    RunDrawer& run = m_views.comparison->run();
    run.setShell(m_settings.shell().value_or(usualShell()));
    connect(&run, &RunDrawer::shellChosen, &m_settings, &Settings::setShell);
    m_menu->setTheme(m_settings.theme());
    m_menu->setByteUnit(m_settings.byteUnit());
    m_menu->setRecentFiles(m_settings.recentFiles());
}

void MainWindow::connectHistory() {
    connect(m_menu, &MainMenu::undoRequested, m_history, &History::undo);
    connect(m_menu, &MainMenu::redoRequested, m_history, &History::redo);
    connect(m_history, &History::changed, this,
            [this] { m_menu->setHistory(m_history->canUndo(), m_history->canRedo()); });
    connect(m_files, &FileActions::opened, m_history, &History::clear);
    m_history->clear();
}

} // namespace vram::ui
