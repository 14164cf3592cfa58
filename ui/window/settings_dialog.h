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

namespace vram::ui {

/// The preferences. Each takes effect at once, in everything that is open.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(Settings& settings, ScenarioStore& store, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectControls();
    void showValues();
    void applyDesktop();
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
};

} // namespace vram::ui
