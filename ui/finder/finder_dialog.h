// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/finder/finder_worker.h"

class QTabWidget;

namespace vram::ui {

class HardwarePage;
class ModelsPage;
class ScenarioStore;
class Settings;

/// Two questions of everything in the catalogue, beside the window: what a machine runs, and which GPU a model needs.
class FinderDialog : public QDialog {
    Q_OBJECT

public:
    FinderDialog(ScenarioStore& store, const Settings& settings, QWidget* parent = nullptr);
    [[nodiscard]] FinderWorker& worker() { return m_worker; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    FinderWorker m_worker;
    QTabWidget* m_tabs;
    ModelsPage* m_models;
    HardwarePage* m_hardware;
};

} // namespace vram::ui
