// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include "core/scenario/scenario.h"
#include "core/source/model_description.h"
#include "core/units/result.h"

class QFileDialog;
class QTimer;
class QWidget;

namespace vram::ui {

class MessageBar;
class ScenarioStore;
class Settings;

/// Asks about a model that the user opens: read beside the event loop, then one edit of the question. The answer before
/// stays until then, and where nothing could be read.
class ModelActions : public QObject {
    Q_OBJECT

public:
    ModelActions(ScenarioStore& store, Settings& settings, MessageBar& messages, QWidget& window);

    /// A file, a folder, or an address of a repository's file.
    void open(const QString& source);
    void askOpen();
    /// What the clipboard holds: a scenario as a link (also within a message) or as JSON, the text of a config.json,
    /// or a file's place.
    void paste();
    /// A scenario as text, as one edit of the question; false, and a message why, where it is none.
    bool openText(const QString& text);

private:
    void finish(const QString& source);
    void use(const QString& source, const ModelDescription& description);
    /// Asks about the model, under a runtime that can load it.
    void ask(const ModelSource& model, const ModelDescription& description, const QString& name);
    /// A projector or an adapter belongs beside a model: false where the file is none.
    bool useBeside(const QString& path);
    void refuse(const QString& source, const Error& error);
    ScenarioStore& m_store;
    Settings& m_settings;
    MessageBar& m_messages;
    QWidget& m_window;
    QTimer* m_patience; ///< until it is said that a model is being read
    QPointer<QFileDialog> m_dialog;
    QString m_opening;
    ModelSource m_before; ///< the model when that began: a choice made since is not overruled
};

} // namespace vram::ui
