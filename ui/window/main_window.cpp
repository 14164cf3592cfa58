// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/access/splitter_keys.h"
#include "ui/access/spoken.h"
#include "ui/band/verdict_band.h"
#include "ui/cards/card_bar.h"
#include "ui/language/language_switcher.h"
#include "ui/lines/line_view.h"
#include "ui/machine/machine_dialog.h"
#include "ui/machine/own_machine.h"
#include "ui/panel/scenario_panel.h"
#include "ui/placement/placement_section.h"
#include "ui/repository/repository_dialog.h"
#include "ui/run/run_drawer.h"
#include "ui/store/history.h"
#include "ui/store/row_machine.h"
#include "ui/text/shown_text.h"
#include "ui/window/chart_output.h"
#include "ui/window/comparison.h"
#include "ui/window/feature.h"
#include "ui/window/features.h"
#include "ui/window/file_actions.h"
#include "ui/window/last_state.h"
#include "ui/window/main_menu.h"
#include "ui/window/model_actions.h"
#include "ui/window/scenario_document.h"
#include "ui/window/trouble.h"
#include "ui/window/undo_input.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace vram::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kFirstSize{1280, 800};
constexpr int kFirstPanelWidth = 400;

} // namespace

MainWindow::MainWindow(CatalogLoad catalog, Settings& settings, QWidget* parent, std::shared_ptr<ModelReader> reader)
    : QMainWindow(parent),
      m_settings(settings),
      m_store(new ScenarioStore(std::move(catalog.catalog), this, std::move(reader))),
      m_document(new ScenarioDocument(*m_store, this)),
      m_messages(new MessageBar),
      m_history(new History(*m_store, this)),
      m_machine(new OwnMachine(*m_store, m_settings, this)),
      m_models(new ModelActions(*m_store, m_settings, *m_messages, *this)),
      m_files(new FileActions(*m_document, *m_models, m_settings, *m_messages, *this)) {
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    startFromSettings();
    build();
    new UndoInput(*m_history, *m_views.panel);
    new UndoInput(*m_history, m_views.comparison->run());
    new UndoInput(*m_history, m_views.comparison->lines());
    m_output = new ChartOutput(*m_store, *m_views.comparison, m_settings, *m_document, *m_messages, *this);
    m_menu = new MainMenu(menuBar());
    m_features = makeFeatures({*m_store, m_settings, *m_messages, *m_document, *m_views.panel, *m_views.band,
                               *m_views.cards, *m_views.comparison, *this, m_menu->places()});
    m_menu->hideEmptyMenus();
    connectParts();
    connectMenu();
    connectViewMenu();
    connectSettings();
    connectHistory();
    restoreGeometryFrom(settings);
    setByteUnit(m_settings.byteUnit());
    setView(m_settings.view());
    retranslate();
    showSnapshot(m_store->snapshot());
    reportTroubles(catalog.problems);
}

void MainWindow::build() {
    m_views = {new QSplitter(Qt::Horizontal), new ScenarioPanel(*m_store), new VerdictBand, new CardBar(*m_store),
               new Comparison(*m_store, m_settings)};
    for (auto* box : m_views.panel->findChildren<QLineEdit*>()) {
        box->setAcceptDrops(false); // a file that is dropped there is for the window, not its path for the box
    }
    auto* answer = new QWidget;
    auto* answerLayout = new QVBoxLayout(answer);
    answerLayout->setContentsMargins(0, 0, 0, 0);
    answerLayout->setSpacing(0);
    answerLayout->addWidget(m_views.band);
    answerLayout->addWidget(m_views.cards);
    answerLayout->addWidget(m_views.comparison, 1);

    m_views.splitter->addWidget(m_views.panel);
    m_views.splitter->addWidget(answer);
    readInOrder(*m_views.splitter);
    new SplitterKeys(*m_views.splitter);
    setTabOrder(m_views.panel->lastControl(), m_views.splitter->handle(1));
    m_views.splitter->setStretchFactor(0, 0);
    m_views.splitter->setStretchFactor(1, 1);
    m_views.splitter->setChildrenCollapsible(false);
    m_views.splitter->setSizes({kFirstPanelWidth, kFirstSize.width() - kFirstPanelWidth});

    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_views.splitter, 1);
    setCentralWidget(central);
}

void MainWindow::setByteUnit(ByteUnit unit) {
    m_views.band->setByteUnit(unit);
    m_views.comparison->setByteUnit(unit);
    m_views.cards->setByteUnit(unit);
    m_views.panel->placement().setByteUnit(unit);
}

void MainWindow::setView(ViewKind view) {
    m_views.comparison->setView(view);
    m_views.cards->setView(view);
    m_menu->setView(view);
    m_settings.setView(view);
}

Scenario MainWindow::firstScenario() const {
    Scenario scenario;
    scenario.machine = OwnMachine::remembered(m_settings, m_store->catalog());
    scenario.view.rows = OwnMachine::rowsWith(scenario.machine);
    scenario.view.shareScale = m_settings.shareScale();
    scenario.view.sort = m_settings.sort().toStdString();
    return scenario;
}

void MainWindow::reset() {
    m_store->setVerdictFilter(std::nullopt);
    m_store->setScenario(firstScenario());
}

void MainWindow::startFromSettings() {
    m_store->edit([this](Scenario& scenario) {
        scenario = firstScenario();
        // A remembered card that this catalogue does not have any more is left out, not shown as an error.
        std::vector<GpuChoice> rows = m_settings.rows();
        std::erase_if(rows, [this](const GpuChoice& row) {
            return !isCpuRow(row) && !isMachineRow(row) && m_store->catalog().findGpu(row.name) == nullptr;
        });
        if (!rows.empty()) {
            scenario.view.rows = std::move(rows);
        }
    });
}

void MainWindow::restoreGeometryFrom(const Settings& settings) {
    // Qt checks both itself: a state that makes no sense is refused, a window off every screen is brought back.
    if (!restoreGeometry(settings.geometry())) {
        resize(kFirstSize);
        fitToScreen(*this);
    }
    m_views.splitter->restoreState(settings.splitter());
    m_views.splitter->setChildrenCollapsible(false);
}

void MainWindow::reportTroubles(const std::vector<Error>& catalogProblems) {
    if (const QString aside = m_settings.damagedFile(); !aside.isEmpty()) {
        m_messages->addMessage(MessageBar::Kind::Error, damagedSettings(aside));
    }
    if (!catalogProblems.empty()) {
        m_messages->addMessage(MessageBar::Kind::Error, catalogTrouble(catalogProblems));
    }
    connect(&m_settings, &Settings::writingFailed, this,
            [this](const QString& path) { m_messages->addMessage(MessageBar::Kind::Error, unwritableSettings(path)); });
}

void MainWindow::keepLastState(const QString& path, bool restore) {
    if (path.isEmpty()) {
        return;
    }
    m_lastState = new LastState(*m_store, path, this);
    connect(m_lastState, &LastState::failed, this, [this](const QString& file, const QString& why) {
        m_messages->addMessage(MessageBar::Kind::Error, unwritableLastState(file, why));
    });
    if (!restore) {
        keepChangesAside(path);
        return;
    }
    if (const auto failure = m_lastState->restore()) {
        m_messages->addMessage(MessageBar::Kind::Error, damagedLastState(*failure));
    } else {
        attachLastFile();
    }
    m_history->clear();
}

void MainWindow::attachLastFile() {
    if (const QString path = m_settings.openFile(); !path.isEmpty()) {
        m_document->attach(path);
    }
    if (m_document->isModified()) {
        m_messages->addMessage(MessageBar::Kind::Information, keptChanges(m_document->path()));
    }
}

void MainWindow::keepChangesAside(const QString& lastState) {
    const QString path = m_settings.openFile();
    if (path.isEmpty()) {
        return;
    }
    const Result<Scenario> kept = readOrdinaryFile(lastState, m_store->sharedCatalog());
    const Result<Scenario> saved = readOrdinaryFile(path, m_store->sharedCatalog());
    const QString copy = QFileInfo(lastState).absoluteDir().filePath(u"unsaved-"_s + QFileInfo(path).fileName());
    if (kept && saved && *kept != *saved && m_lastState->keepAs(copy)) {
        m_settings.addRecentFile(copy);
        m_messages->addMessage(MessageBar::Kind::Information, keptChangesAside(path, copy));
    }
}

void MainWindow::showSnapshot(const Snapshot& snapshot) {
    m_views.band->setSnapshot(snapshot, m_store->allRows(), m_store->verdictFilter());
    m_views.band->setWaysOut(waysOut(snapshot, m_store->verdictFilter().has_value(), m_store->catalog()));
    m_views.cards->setAssumptions(m_machine->assumptionTexts());
    m_menu->setShareScale(snapshot.scenario.view.shareScale);
    m_menu->setFiltered(m_store->verdictFilter().has_value());
}

void MainWindow::updateTitle() {
    // The mark of a changed document stands doubled for itself.
    const QString name = shownText(QFileInfo(m_document->path()).fileName()).replace(u"[*]"_s, u"[*][*]"_s);
    setWindowTitle(name.isEmpty() ? tr("VRAM Sizer") : tr("%1[*] – VRAM Sizer").arg(name));
    setWindowFilePath(m_document->path());
    setWindowModified(m_document->isModified());
}

void MainWindow::retranslate() {
    m_menu->retranslate();
    for (Feature* feature : m_features) {
        feature->retranslate();
    }
    m_menu->setLanguage(LanguageSwitcher::ofApplication().language());
    m_views.splitter->handle(1)->setToolTip(tr("Drag to change the widths"));
    m_views.splitter->handle(1)->setAccessibleName(tr("Border between panel and comparison"));
    updateTitle();
}

bool MainWindow::openScenario(const QString& path) { return m_files->open(path, true); }

bool MainWindow::saveScenario(const QString& path) { return m_files->save(path); }

void MainWindow::offerRepositories(RepositoryBrowser& browser) {
    m_repositories = &browser;
    m_menu->setRepositoriesOffered(true);
}

void MainWindow::openRepository() {
    showDialog(m_repository, [this] {
        auto* dialog = new RepositoryDialog(*m_repositories, m_settings.byteUnit(), this);
        connect(dialog, &RepositoryDialog::chosen, m_models, &ModelActions::open);
        connect(&m_settings, &Settings::byteUnitChanged, dialog, &RepositoryDialog::setByteUnit);
        return dialog;
    });
}

void MainWindow::openMachine() {
    showDialog(m_machineDialog, [this] {
        auto* dialog = new MachineDialog(*m_machine, m_detector, this);
        new UndoInput(*m_history, *dialog);
        return dialog;
    });
}

void MainWindow::closeEvent(QCloseEvent* event) {
    // What is kept for the next start needs no question: the changes come back with the file that they belong to.
    const bool kept = m_lastState != nullptr && m_lastState->flush();
    if (!m_settled && !kept && m_document->isModified()) {
        event->ignore();
        m_files->whenSettled([this] {
            m_settled = true;
            close();
        });
        return;
    }
    m_settings.setGeometry(saveGeometry());
    m_settings.setSplitter(m_views.splitter->saveState());
    m_views.comparison->rememberSizes();
    m_settings.setOpenFile(m_document->path());
    m_settings.sync();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    // Only what the focused control had no use for arrives here.
    if (event->key() == Qt::Key_Escape && m_views.comparison->isDrawerShown()) {
        m_views.comparison->closeDrawer();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    // Also what cannot be opened: a window that refuses silently explains nothing.
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    m_files->openDropped(event->mimeData()->urls());
}

} // namespace vram::ui
