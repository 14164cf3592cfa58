// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/store/scenario_store.h"

namespace vram::ui {

class FieldRow;
class OptionalBox;

/// What the user wants to reach at least, and whether the focused row does.
class TargetEditor : public QWidget {
    Q_OBJECT

public:
    explicit TargetEditor(ScenarioStore& store, QWidget* parent = nullptr);

    /// `report` of the focused row; null: there is none.
    void setAnswer(const Scenario& scenario, const Report* report);
    void retranslate();

private:
    ScenarioStore& m_store;
    OptionalBox* m_firstToken;
    OptionalBox* m_decode;
    FieldRow* m_firstTokenRow;
    FieldRow* m_decodeRow;
};

} // namespace vram::ui
