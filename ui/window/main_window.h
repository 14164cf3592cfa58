// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMainWindow>
#include <QPointer>

#include "core/catalog/catalog.h"
#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"
#include "ui/window/message_bar.h"

#include <memory>
#include <vector>

class QSplitter;

namespace vram::ui {

class CardBar;
class ChartOutput;
class Comparison;
class Feature;
class FileActions;
class ModelActions;
class History;
class LastState;
class MachineDetector;
class MainMenu;
class OwnMachine;
class RepositoryBrowser;
class ScenarioDocument;
class ScenarioPanel;
class VerdictBand;

/// The window: the question at the left, the answer at the right. It builds and connects its parts.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `reader`: as in ScenarioStore.
    MainWindow(CatalogLoad catalog, Settings& settings, QWidget* parent = nullptr,
               std::shared_ptr<ModelReader> reader = nullptr);

    [[nodiscard]] ScenarioStore& store() const { return *m_store; }
    [[nodiscard]] MessageBar& messages() const { return *m_messages; }
    [[nodiscard]] const ScenarioDocument& document() const { return *m_document; }
    [[nodiscard]] const History& history() const { return *m_history; }
    [[nodiscard]] Comparison& comparison() const { return *m_views.comparison; }

    /// Opens a scenario; what is wrong with the file stands in the message bar.
    bool openScenario(const QString& path);
    bool saveScenario(const QString& path);
    /// From now on the menu offers models of repositories, asked through `browser`, which outlives the window.
    void offerRepositories(RepositoryBrowser& browser);
    /// From now on the dialog of the user's machine can ask `detector`, which outlives the window.
    void offerDetection(MachineDetector& detector) { m_detector = &detector; }
    /// From now on the question is kept in `path`, and the one that lies there comes back where `restore` says so.
    void keepLastState(const QString& path, bool restore);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectParts();
    void connectMenu();
    void connectViewMenu();
    void connectSettings();
    void connectHistory();
    /// The question of the first start, on the user's own machine.
    [[nodiscard]] Scenario firstScenario() const;
    void startFromSettings();
    void openRepository();
    void openMachine();
    void reset();
    void setView(ViewKind view);
    void restoreGeometryFrom(const Settings& settings);
    void setByteUnit(ByteUnit unit);
    void reportTroubles(const std::vector<Error>& catalogProblems);
    /// Puts the restored question back into the file that it came from.
    void attachLastFile();
    /// The program begins with another question: changes that were not in their file yet must not be lost.
    void keepChangesAside(const QString& lastState);
    void showSnapshot(const Snapshot& snapshot);
    void updateTitle();
    void retranslate();

    Settings& m_settings;
    ScenarioStore* m_store;
    ScenarioDocument* m_document;
    MessageBar* m_messages;
    History* m_history;
    OwnMachine* m_machine;
    ModelActions* m_models;
    FileActions* m_files;
    LastState* m_lastState = nullptr;
    MainMenu* m_menu = nullptr;
    struct Views {
        QSplitter* splitter;
        ScenarioPanel* panel;
        VerdictBand* band;
        CardBar* cards;
        Comparison* comparison;
    } m_views{};
    ChartOutput* m_output = nullptr;
    std::vector<Feature*> m_features;
    QPointer<QDialog> m_about;
    QPointer<QDialog> m_shortcuts;
    QPointer<QDialog> m_preferences;
    QPointer<QDialog> m_repository;
    QPointer<QDialog> m_machineDialog;
    MachineDetector* m_detector = nullptr;       ///< null: this computer cannot be asked
    RepositoryBrowser* m_repositories = nullptr; ///< null: none are offered
    bool m_settled = false;                      ///< closing has been agreed to
};

} // namespace vram::ui
