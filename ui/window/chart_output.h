// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

class QFileDialog;
class QWidget;

namespace vram::ui {

class Comparison;
class MessageBar;
class ScenarioDocument;

/// The chart as a file and on the clipboard, with all its rows, as the window's theme and unit have it; the lines where
/// they are shown.
class ChartOutput : public QObject {
    Q_OBJECT

public:
    ChartOutput(ScenarioStore& store, const Comparison& comparison, Settings& settings,
                const ScenarioDocument& document, MessageBar& messages, QWidget& window);

    /// Asks for a file name and writes; `scale`: 1 to 4.
    void exportPng(int scale);
    /// Writes to `path`; what came of it stands in the message bar.
    void writeTo(const QString& path, int scale);
    void copy();

private:
    [[nodiscard]] QImage render(double scale) const;
    ScenarioStore& m_store;
    const Comparison& m_comparison;
    Settings& m_settings;
    const ScenarioDocument& m_document;
    MessageBar& m_messages;
    QWidget& m_window;
    QPointer<QFileDialog> m_dialog;
};

} // namespace vram::ui
