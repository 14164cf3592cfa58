// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>

#include <functional>

class QFileDialog;
class QWidget;

namespace vram::ui {

class MessageBar;
class ModelActions;
class ScenarioDocument;
class Settings;

/// Opening and saving as the user meets them: dialogs, the question about unsaved changes, recent files, and what went
/// wrong in the message bar.
class FileActions : public QObject {
    Q_OBJECT

public:
    /// `models` takes what is a model and no scenario.
    FileActions(ScenarioDocument& document, ModelActions& models, Settings& settings, MessageBar& messages,
                QWidget& window);

    /// False where a scenario could not be opened; a model is read later. `pipes`: what is no ordinary file is read as
    /// well, until it ends.
    bool open(const QString& path, bool pipes = false);
    bool save(const QString& path);
    /// The same after the question about unsaved changes.
    void openSettled(const QString& path);
    /// What was dropped on the window: a scenario, a model (all its files count as one), or a message why not.
    void openDropped(const QList<QUrl>& urls);
    void askOpen();
    void askSave(std::function<void()> then = {});
    /// To the scenario's own file; asks for one where there is none.
    void saveAgain(std::function<void()> then = {});
    /// Calls `then` when the scenario is saved or may be lost; asks where that is not clear.
    void whenSettled(std::function<void()> then);

signals:
    /// Another question came from a file.
    void opened();

private:
    ScenarioDocument& m_document;
    ModelActions& m_models;
    Settings& m_settings;
    MessageBar& m_messages;
    QWidget& m_window;
    QPointer<QFileDialog> m_dialog;
};

} // namespace vram::ui
