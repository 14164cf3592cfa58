// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_menu.h"

#include "ui/language/language_switcher.h"
#include "ui/text/shown_text.h"
#include "ui/window/examples_menu.h"

#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace vram::ui {
namespace {

using namespace Qt::StringLiterals;

/// Entries of the groups: value and label, in menu order.
struct Entry {
    int value;
    const char* label;
};
constexpr std::array kThemes{
    Entry{static_cast<int>(Theme::System), QT_TRANSLATE_NOOP("vram::ui::MainMenu", "Follow the &system")},
    Entry{static_cast<int>(Theme::Light), QT_TRANSLATE_NOOP("vram::ui::MainMenu", "&Light")},
    Entry{static_cast<int>(Theme::Dark), QT_TRANSLATE_NOOP("vram::ui::MainMenu", "&Dark")},
};
constexpr std::array kUnits{
    Entry{static_cast<int>(ByteUnit::GiB), QT_TRANSLATE_NOOP("vram::ui::MainMenu", "Gi&B (1,073,741,824 bytes)")},
    Entry{static_cast<int>(ByteUnit::GB), QT_TRANSLATE_NOOP("vram::ui::MainMenu", "&GB (1,000,000,000 bytes)")},
};
constexpr std::array kViews{
    Entry{static_cast<int>(ViewKind::Bars), QT_TRANSLATE_NOOP("vram::ui::MainMenu", "&Bars")},
    Entry{static_cast<int>(ViewKind::Table), QT_TRANSLATE_NOOP("vram::ui::MainMenu", "T&able")},
    Entry{static_cast<int>(ViewKind::Lines), QT_TRANSLATE_NOOP("vram::ui::MainMenu", "L&ines")},
};
constexpr std::array kScales{
    Entry{0, QT_TRANSLATE_NOOP("vram::ui::MainMenu", "&Bytes on a common axis")},
    Entry{1, QT_TRANSLATE_NOOP("vram::ui::MainMenu", "&Share of each card")},
};

QAction* add(QMenu* menu, const char16_t* name, const QKeySequence& shortcut = {}) {
    QAction* action = menu->addAction(QString());
    action->setObjectName(QString::fromUtf16(name));
    action->setShortcut(shortcut);
    return action;
}

template <std::size_t N>
QActionGroup* addGroup(QMenu* menu, const std::array<Entry, N>& entries, QObject* parent) {
    auto* group = new QActionGroup(parent);
    for (const Entry& entry : entries) {
        QAction* action = group->addAction(menu->addAction(QString()));
        action->setCheckable(true);
        action->setData(entry.value);
    }
    return group;
}

template <std::size_t N>
void label(const QActionGroup& group, const std::array<Entry, N>& entries) {
    for (std::size_t i = 0; i < N; ++i) {
        group.actions().at(static_cast<qsizetype>(i))->setText(MainMenu::tr(entries[i].label));
    }
}

/// `triggered` is the user's alone: a check mark that is set from code does not come back as a wish.
void check(const QActionGroup& group, const QVariant& value) {
    for (QAction* action : group.actions()) {
        if (action->data() == value) {
            action->setChecked(true);
        }
    }
}

} // namespace

MainMenu::MainMenu(QMenuBar* bar) : QObject(bar) {
    buildFile(bar);
    buildEdit(bar);
    buildView(bar);
    buildExplore(bar);
    buildLanguage(bar);
    buildHelp(bar);
    retranslate();
}

void MainMenu::buildFile(QMenuBar* bar) {
    m_menus.file = bar->addMenu(QString());
    m_actions.open = add(m_menus.file, u"openAction", QKeySequence::Open);
    m_actions.openModel = add(m_menus.file, u"openModelAction", QKeySequence(Qt::CTRL | Qt::Key_M));
    m_actions.openRepository =
        add(m_menus.file, u"openRepositoryAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    setRepositoriesOffered(false);
    m_menus.recent = m_menus.file->addMenu(QString());
    m_menus.recent->setObjectName(u"recentMenu"_s);
    m_actions.clearRecent = new QAction(this);
    m_actions.clearRecent->setObjectName(u"clearRecentAction"_s);
    m_menus.examples = new ExamplesMenu(m_menus.file);
    m_menus.file->addMenu(m_menus.examples);
    m_actions.save = add(m_menus.file, u"saveAction", QKeySequence::Save);
    m_actions.saveAs = add(m_menus.file, u"saveAsAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_menus.file->addSeparator();
    m_menus.exportPng = m_menus.file->addMenu(QString());
    for (int scale = 1; scale <= 4; ++scale) {
        QAction* action = add(m_menus.exportPng, u"exportAction");
        m_actions.exportPng[static_cast<std::size_t>(scale) - 1] = action;
        connect(action, &QAction::triggered, this, [this, scale] { emit exportRequested(scale); });
    }
    m_actions.exportPng[1]->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_actions.copy = add(m_menus.file, u"copyAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_menus.file->addSeparator();
    m_actions.quit = add(m_menus.file, u"quitAction", QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_actions.quit->setMenuRole(QAction::QuitRole);
    connect(m_actions.open, &QAction::triggered, this, &MainMenu::openRequested);
    connect(m_actions.openModel, &QAction::triggered, this, &MainMenu::openModelRequested);
    connect(m_actions.openRepository, &QAction::triggered, this, &MainMenu::openRepositoryRequested);
    connect(m_actions.clearRecent, &QAction::triggered, this, &MainMenu::clearRecentRequested);
    connect(m_menus.examples, &ExamplesMenu::chosen, this, &MainMenu::exampleChosen);
    connect(m_actions.save, &QAction::triggered, this, &MainMenu::saveRequested);
    connect(m_actions.saveAs, &QAction::triggered, this, &MainMenu::saveAsRequested);
    connect(m_actions.copy, &QAction::triggered, this, &MainMenu::copyRequested);
    connect(m_actions.quit, &QAction::triggered, this, &MainMenu::quitRequested);
}

void MainMenu::buildEdit(QMenuBar* bar) {
    m_menus.edit = bar->addMenu(QString());
    m_actions.undo = add(m_menus.edit, u"undoAction", QKeySequence::Undo);
    m_actions.redo = add(m_menus.edit, u"redoAction");
    // Both habits, whatever the platform's own is.
    m_actions.redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_menus.edit->addSeparator();
    m_actions.pasteModel = add(m_menus.edit, u"pasteModelAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    m_actions.reset = add(m_menus.edit, u"resetAction");
    m_menus.edit->addSeparator();
    m_actions.preferences = add(m_menus.edit, u"preferencesAction", QKeySequence(Qt::CTRL | Qt::Key_Comma));
    m_actions.preferences->setMenuRole(QAction::PreferencesRole);
    setHistory(false, false);
    connect(m_actions.undo, &QAction::triggered, this, &MainMenu::undoRequested);
    connect(m_actions.redo, &QAction::triggered, this, &MainMenu::redoRequested);
    connect(m_actions.pasteModel, &QAction::triggered, this, &MainMenu::pasteModelRequested);
    connect(m_actions.reset, &QAction::triggered, this, &MainMenu::resetRequested);
    connect(m_actions.preferences, &QAction::triggered, this, &MainMenu::preferencesRequested);
}

void MainMenu::buildView(QMenuBar* bar) {
    m_menus.view = bar->addMenu(QString());
    m_views = addGroup(m_menus.view, kViews, this);
    m_actions.why = add(m_menus.view, u"whyAction", QKeySequence(Qt::CTRL | Qt::Key_I));
    m_actions.why->setCheckable(true);
    m_actions.run = add(m_menus.view, u"runAction", QKeySequence(Qt::CTRL | Qt::Key_R));
    m_actions.run->setCheckable(true);
    m_menus.view->addSeparator();
    m_menus.scale = m_menus.view->addMenu(QString());
    m_scales = addGroup(m_menus.scale, kScales, this);
    m_menus.columns = m_menus.view->addMenu(QString());
    m_menus.columns->setObjectName(u"columnsMenu"_s);
    m_actions.addCards = add(m_menus.view, u"addCardsAction", QKeySequence(Qt::CTRL | Qt::Key_K));
    m_actions.machine = add(m_menus.view, u"machineAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_actions.allRows = add(m_menus.view, u"allRowsAction", QKeySequence(Qt::CTRL | Qt::Key_0));
    m_menus.view->addSeparator();
    m_menus.theme = m_menus.view->addMenu(QString());
    m_themes = addGroup(m_menus.theme, kThemes, this);
    m_menus.unit = m_menus.view->addMenu(QString());
    m_units = addGroup(m_menus.unit, kUnits, this);
    // One row of digits for what is looked at.
    QList<QAction*> looks = m_views->actions() + m_scales->actions();
    looks.move(static_cast<int>(ViewKind::Lines), looks.size() - 1); // came later; the others keep their digits
    for (int i = 0; i < looks.size(); ++i) {
        looks.at(i)->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
    }
    connect(m_views, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit viewChosen(static_cast<ViewKind>(action->data().toInt())); });
    connect(m_actions.why, &QAction::triggered, this, &MainMenu::whyChosen);
    connect(m_actions.run, &QAction::triggered, this, &MainMenu::runChosen);
    connect(m_scales, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit shareScaleChosen(action->data().toInt() == 1); });
    connect(m_menus.columns, &QMenu::aboutToShow, this, &MainMenu::columnsWanted);
    connect(m_actions.addCards, &QAction::triggered, this, &MainMenu::addCardsRequested);
    connect(m_actions.machine, &QAction::triggered, this, &MainMenu::machineRequested);
    connect(m_actions.allRows, &QAction::triggered, this, &MainMenu::allRowsRequested);
    connect(m_themes, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit themeChosen(static_cast<Theme>(action->data().toInt())); });
    connect(m_units, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit byteUnitChosen(static_cast<ByteUnit>(action->data().toInt())); });
}

void MainMenu::buildExplore(QMenuBar* bar) {
    m_menus.explore = bar->addMenu(QString());
    m_menus.explore->setObjectName(u"exploreMenu"_s);
}

void MainMenu::buildLanguage(QMenuBar* bar) {
    m_menus.language = bar->addMenu(QString());
    m_menus.language->setObjectName(u"languageMenu"_s);
    m_languages = new QActionGroup(this);
    for (const QString& code : LanguageSwitcher::codes()) {
        // Its own name, in every language of the interface.
        QAction* action = m_languages->addAction(m_menus.language->addAction(LanguageSwitcher::endonym(code)));
        action->setCheckable(true);
        action->setData(code);
    }
    connect(m_languages, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit languageChosen(action->data().toString()); });
}

void MainMenu::buildHelp(QMenuBar* bar) {
    m_menus.help = bar->addMenu(QString());
    m_actions.shortcuts = add(m_menus.help, u"shortcutsAction", QKeySequence(Qt::Key_F1));
    m_actions.about = add(m_menus.help, u"aboutAction");
    m_actions.about->setMenuRole(QAction::AboutRole);
    connect(m_actions.shortcuts, &QAction::triggered, this, &MainMenu::shortcutsRequested);
    connect(m_actions.about, &QAction::triggered, this, &MainMenu::aboutRequested);
}

void MainMenu::retranslate() {
    m_menus.file->setTitle(tr("&File"));
    m_actions.open->setText(tr("&Open…"));
    m_actions.openModel->setText(tr("Open &model file…"));
    m_actions.openRepository->setText(tr("Open from &Hugging Face or ModelScope…"));
    m_menus.recent->setTitle(tr("Open &recent"));
    m_actions.clearRecent->setText(tr("&Clear this list"));
    m_menus.examples->retranslate();
    m_actions.save->setText(tr("&Save"));
    m_actions.saveAs->setText(tr("Save &as…"));
    m_menus.exportPng->setTitle(tr("&Export chart as PNG"));
    for (std::size_t i = 0; i < m_actions.exportPng.size(); ++i) {
        m_actions.exportPng[i]->setText(tr("&%1× size…").arg(i + 1));
    }
    m_actions.copy->setText(tr("&Copy chart"));
    m_actions.quit->setText(tr("&Quit"));
    m_menus.edit->setTitle(tr("&Edit"));
    m_actions.undo->setText(tr("&Undo"));
    m_actions.redo->setText(tr("&Redo"));
    m_actions.pasteModel->setText(tr("Paste &model, scenario or link"));
    m_actions.reset->setText(tr("Re&set"));
    m_actions.preferences->setText(tr("&Preferences…"));
    m_menus.view->setTitle(tr("&View"));
    label(*m_views, kViews);
    m_actions.why->setText(tr("&Why?"));
    m_actions.run->setText(tr("How to &run it"));
    m_menus.theme->setTitle(tr("&Theme"));
    label(*m_themes, kThemes);
    m_menus.unit->setTitle(tr("&Unit of memory"));
    label(*m_units, kUnits);
    m_menus.scale->setTitle(tr("S&cale of the bars"));
    label(*m_scales, kScales);
    m_actions.addCards->setText(tr("Choose car&ds…"));
    m_actions.machine->setText(tr("&My machine…"));
    m_menus.columns->setTitle(tr("C&olumns of the table"));
    m_actions.allRows->setText(tr("Show a&ll rows"));
    m_menus.explore->setTitle(tr("E&xplore"));
    // The same in every language, so that whoever is lost in one finds the way out.
    m_menus.language->setTitle(u"&Language / 語言 / 语言"_s);
    m_menus.help->setTitle(tr("&Help"));
    m_actions.shortcuts->setText(tr("&Keyboard shortcuts"));
    m_actions.about->setText(tr("&About VRAM Sizer"));
}

MenuPlaces MainMenu::places() const {
    const auto separatorBefore = [](QMenu* menu, QAction* action) { // the rule above `action`
        const QList<QAction*> entries = menu->actions();
        return entries.at(entries.indexOf(action) - 1);
    };
    return {.output = {m_menus.file, separatorBefore(m_menus.file, m_actions.quit)},
            .copy = {m_menus.edit, m_actions.reset},
            .views = {m_menus.view, separatorBefore(m_menus.view, m_menus.scale->menuAction())},
            .explore = {m_menus.explore, nullptr},
            .help = {m_menus.help, m_actions.shortcuts}};
}

void MainMenu::hideEmptyMenus() { m_menus.explore->menuAction()->setVisible(!m_menus.explore->isEmpty()); }

void MainMenu::setTheme(Theme theme) { check(*m_themes, static_cast<int>(theme)); }
void MainMenu::setByteUnit(ByteUnit unit) { check(*m_units, static_cast<int>(unit)); }
void MainMenu::setShareScale(bool share) { check(*m_scales, share ? 1 : 0); }
void MainMenu::setLanguage(const QString& code) { check(*m_languages, code); }
void MainMenu::setView(ViewKind view) { check(*m_views, static_cast<int>(view)); }
void MainMenu::setWhyShown(bool shown) { m_actions.why->setChecked(shown); }
void MainMenu::setRunShown(bool shown) { m_actions.run->setChecked(shown); }

void MainMenu::setRepositoriesOffered(bool offered) {
    // Hidden alone, its shortcut would still work.
    m_actions.openRepository->setVisible(offered);
    m_actions.openRepository->setEnabled(offered);
}

void MainMenu::setFiltered(bool filtered) { m_actions.allRows->setEnabled(filtered); }

void MainMenu::setHistory(bool canUndo, bool canRedo) {
    m_actions.undo->setEnabled(canUndo);
    m_actions.redo->setEnabled(canRedo);
}

void MainMenu::setRecentFiles(const QStringList& paths) {
    m_menus.recent->clear();
    for (const QString& path : paths) {
        QAction* action = m_menus.recent->addAction(buttonText(shownText(QDir::toNativeSeparators(path))));
        connect(action, &QAction::triggered, this, [this, path] { emit openRecentRequested(path); });
    }
    m_menus.recent->addSeparator();
    m_menus.recent->addAction(m_actions.clearRecent);
    m_menus.recent->setEnabled(!paths.isEmpty());
}

} // namespace vram::ui
