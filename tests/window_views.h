// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QTableView>
#include <QTest>

#include "core/scenario/scenario_json.h"
#include "ui/repository/repository_browser.h"
#include "ui/store/scenario_store.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTabBar>

#include <functional>
#include <vector>

namespace vram::test {

/// A repository that is there at once, with three models.
class NearRepository : public ui::RepositoryBrowser {
public:
    [[nodiscard]] std::string mirror() const override { return "mirror.example"; }
    void list(const RepositoryAddress& address) override {
        RepositoryListing listing;
        listing.address = address;
        for (const char* file : {"model-Q8_0.gguf", "model-Q4_K_M.gguf", "model-IQ1_S.gguf"}) {
            listing.files.push_back({file, Bytes{std::int64_t{3} << 30}, {}});
        }
        emit listed(listing);
    }
    void read(const RepositoryAddress&) override {}
    void cancel() override {}
    [[nodiscard]] Bytes keptBytes() const override { return Bytes{std::int64_t{3} << 20}; }
    void clearKept() override {}
};

/// A window, or one of the ways in which one shows something. What is looked at, said and reached with the keyboard
/// (tests layout, contrast, access, keyboard) is looked at in all of them: a new one belongs here.
struct WindowView {
    const char* name;
    /// Shows it, with what a thread finds for it, and gives the window that it stands in; null where nothing came.
    std::function<QWidget*(ui::MainWindow&)> open;
    bool dialog = false;
    bool ofQt = false; ///< Qt made all of it, its names too
};

inline QDialog* shownDialog() {
    QDialog* shown = nullptr;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        auto* const dialog = qobject_cast<QDialog*>(window);
        shown = dialog != nullptr && dialog->isVisible() ? dialog : shown;
    }
    return shown != nullptr && QTest::qWaitForWindowExposed(shown) ? shown : nullptr;
}

/// A dialog of a menu's entry; `then` goes on to one of its pages and says whether it came.
inline WindowView dialogView(
    const char* name, const char* action, const std::function<bool(QDialog&)>& then = [](QDialog&) { return true; }) {
    return {name,
            [action, then](ui::MainWindow& window) -> QWidget* {
                window.findChild<QAction*>(QString::fromLatin1(action))->trigger();
                QDialog* const dialog = shownDialog();
                return dialog != nullptr && then(*dialog) ? dialog : nullptr;
            },
            true};
}

/// Waits for the rows of a table that is filled later.
inline bool hasRows(const QDialog& dialog, const char* table) {
    const auto* const view = dialog.findChild<QTableView*>(QString::fromLatin1(table));
    return QTest::qWaitFor([view] { return view->model()->rowCount() > 0; });
}

inline bool showTab(const QDialog& dialog, int tab) {
    auto* const tabs = dialog.findChild<QTabBar*>();
    tabs->setCurrentIndex(tab);
    return tabs->currentIndex() == tab;
}

inline bool goTo(const QDialog& dialog, int step) {
    for (int i = 0; i < step; ++i) {
        dialog.findChild<QAbstractButton*>(QStringLiteral("stepsNext"))->click();
    }
    return step < 3 || hasRows(dialog, "stepsCandidates");
}

inline WindowView axisView(const char* name, const char* axis, bool picker) {
    return {name,
            [axis, picker](ui::MainWindow& window) -> QWidget* {
                window.store().edit([axis](Scenario& scenario) {
                    scenario.view.axis = axis;
                    scenario.view.scenarios = {{"At home", scenarioToJson(Scenario{}).dump()}};
                });
                if (!picker) {
                    return &window;
                }
                window.findChild<QAbstractButton*>(QStringLiteral("addCards"))->click();
                return shownDialog();
            },
            picker};
}

inline WindowView mainView(const char* name, const std::function<void(ui::MainWindow&)>& show) {
    return {name, [show](ui::MainWindow& window) -> QWidget* {
                show(window);
                return &window;
            }};
}

inline WindowView exportView() {
    WindowView view = dialogView("export report", "exportReportAction");
    view.ofQt = true;
    return view;
}

inline bool openNearRepository(QDialog& dialog) {
    dialog.findChild<QLineEdit*>(QStringLiteral("repositoryAddress"))->setText(QStringLiteral("hf:org/model"));
    dialog.findChild<QAbstractButton*>(QStringLiteral("listRepository"))->click();
    return hasRows(dialog, "repositoryChoices");
}

inline const std::vector<WindowView>& windowViews() {
    static NearRepository repository;
    static const std::vector<WindowView> views{
        mainView("bars", [](ui::MainWindow& window) { window.comparison().setView(ui::ViewKind::Bars); }),
        mainView("table", [](ui::MainWindow& window) { window.comparison().setView(ui::ViewKind::Table); }),
        mainView("lines", [](ui::MainWindow& window) { window.comparison().setView(ui::ViewKind::Lines); }),
        mainView("why", [](ui::MainWindow& window) { window.comparison().setWhyShown(true); }),
        mainView("how to run it", [](ui::MainWindow& window) { window.comparison().setRunShown(true); }),
        axisView("weight formats", "weights", false),
        axisView("saved scenarios", "scenario", false),
        mainView("training",
                 [](ui::MainWindow& window) {
                     window.store().edit([](Scenario& scenario) {
                         scenario.task = Task::Qlora;
                         scenario.weights = "NF4";
                         scenario.runtime = {};
                         scenario.runtime.name = "Transformers";
                     });
                 }),
        dialogView("finder, models", "findModels", [](QDialog& dialog) { return hasRows(dialog, "foundModels"); }),
        dialogView("finder, cards", "findModels",
                   [](QDialog& dialog) { return showTab(dialog, 1) && hasRows(dialog, "foundHardware"); }),
        dialogView("side by side", "sidesAction", [](QDialog& dialog) { return hasRows(dialog, "sidesTable"); }),
        dialogView("step 1", "stepsAction"),
        dialogView("step 2", "stepsAction", [](QDialog& dialog) { return goTo(dialog, 1); }),
        dialogView("step 3", "stepsAction", [](QDialog& dialog) { return goTo(dialog, 2); }),
        dialogView("step 4", "stepsAction", [](QDialog& dialog) { return goTo(dialog, 3); }),
        dialogView("rules", "rulesAction", [](QDialog& dialog) { return hasRows(dialog, "rulesView"); }),
        dialogView("rules, reference table", "rulesAction",
                   [](QDialog& dialog) { return showTab(dialog, 1) && hasRows(dialog, "referenceView"); }),
        dialogView("rules, cards", "rulesAction",
                   [](QDialog& dialog) { return showTab(dialog, 2) && hasRows(dialog, "cardsView"); }),
        dialogView("guide", "guideAction"),
        dialogView("cards", "addCardsAction"),
        axisView("values of an axis", "weights", true),
        axisView("lengths of context", "context", true),
        axisView("scenarios", "scenario", true),
        dialogView("machine", "machineAction"),
        {"repository",
         [](ui::MainWindow& window) -> QWidget* {
             window.offerRepositories(repository);
             return dialogView("", "openRepositoryAction", &openNearRepository).open(window);
         },
         true},
        dialogView("preferences", "preferencesAction"),
        dialogView("shortcuts", "shortcutsAction"),
        dialogView("about", "aboutAction"),
        exportView(),
    };
    return views;
}

} // namespace vram::test
