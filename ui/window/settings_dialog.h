// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace vram::ui {

class RepositoryBrowser;

/// The preferences. Each takes effect at once, in everything that is open.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// `repositories`: null where none are offered.
    SettingsDialog(Settings& settings, ScenarioStore& store, RepositoryBrowser* repositories = nullptr,
                   QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectControls();
    void showValues();
    void applyDesktop();
    void addKept(QFormLayout& form);
    void showKept();
    void retranslate();
    Settings& m_settings;
    ScenarioStore& m_store;
    QFormLayout* m_form;
    QComboBox* m_language;
    QComboBox* m_theme;
    QComboBox* m_unit;
    QComboBox* m_animations;
    QDoubleSpinBox* m_margin;
    QCheckBox* m_patterns;
    QCheckBox* m_automatic;
    QDoubleSpinBox* m_desktop;
    QLabel* m_hint;
    RepositoryBrowser* m_repositories;
    struct Kept {
        QLabel* label;
        QLabel* size;
        QPushButton* clear;
    } m_kept{}; ///< of repositories; all null where none are offered
};

} // namespace vram::ui
