// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include "core/scenario/scenario.h"
#include "ui/settings/view_kind.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"
#include "ui/window/feature.h"

#include <array>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace vram::ui {

class ExamplesMenu;

/// The menus with their texts and shortcuts; what an action does is the window's.
class MainMenu : public QObject {
    Q_OBJECT

public:
    explicit MainMenu(QMenuBar* bar);

    void retranslate();
    // The check marks follow the state; setting them emits nothing.
    void setTheme(Theme theme);
    void setByteUnit(ByteUnit unit);
    void setShareScale(bool share);
    void setLanguage(const QString& code);
    void setView(ViewKind view);
    void setWhyShown(bool shown);
    void setRunShown(bool shown);
    void setFiltered(bool filtered); ///< some rows are hidden
    void setHistory(bool canUndo, bool canRedo);
    void setRecentFiles(const QStringList& paths);
    void setRepositoriesOffered(bool offered);
    /// The entries are the table's own; `columnsWanted` asks for them each time before they are shown.
    [[nodiscard]] QMenu& columns() const { return *m_menus.columns; }
    /// Where features add their entries.
    [[nodiscard]] MenuPlaces places() const;
    /// A menu without entries is not shown.
    void hideEmptyMenus();

signals:
    void openRequested();
    void openModelRequested();
    void openRepositoryRequested();
    void openRecentRequested(const QString& path);
    void clearRecentRequested();
    void exampleChosen(const vram::Scenario& scenario);
    void saveRequested();
    void saveAsRequested();
    void exportRequested(int scale);
    void copyRequested();
    void quitRequested();
    void undoRequested();
    void redoRequested();
    void pasteModelRequested();
    void resetRequested();
    void preferencesRequested();
    void viewChosen(vram::ui::ViewKind view);
    void columnsWanted();
    void whyChosen(bool shown);
    void runChosen(bool shown);
    void addCardsRequested();
    void machineRequested();
    void allRowsRequested();
    void themeChosen(vram::ui::Theme theme);
    void byteUnitChosen(vram::ui::ByteUnit unit);
    void shareScaleChosen(bool share);
    void languageChosen(const QString& code);
    void shortcutsRequested();
    void aboutRequested();

private:
    void buildFile(QMenuBar* bar);
    void buildEdit(QMenuBar* bar);
    void buildView(QMenuBar* bar);
    void buildLanguage(QMenuBar* bar);
    void buildExplore(QMenuBar* bar);
    void buildHelp(QMenuBar* bar);

    struct Menus {
        QMenu* file;
        QMenu* recent;
        ExamplesMenu* examples;
        QMenu* exportPng;
        QMenu* edit;
        QMenu* view;
        QMenu* theme;
        QMenu* unit;
        QMenu* scale;
        QMenu* columns;
        QMenu* explore;
        QMenu* language;
        QMenu* help;
    } m_menus{};
    struct Actions {
        QAction* open;
        QAction* openModel;
        QAction* openRepository;
        QAction* clearRecent;
        QAction* save;
        QAction* saveAs;
        std::array<QAction*, 4> exportPng; ///< 1x to 4x
        QAction* copy;
        QAction* quit;
        QAction* undo;
        QAction* redo;
        QAction* pasteModel;
        QAction* reset;
        QAction* preferences;
        QAction* why;
        QAction* run;
        QAction* addCards;
        QAction* machine;
        QAction* allRows;
        QAction* shortcuts;
        QAction* about;
    } m_actions{};
    QActionGroup* m_views;
    QActionGroup* m_themes;
    QActionGroup* m_units;
    QActionGroup* m_scales;
    QActionGroup* m_languages;
};

} // namespace vram::ui
