// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/panel/runtime_option_table.h"
#include "ui/store/scenario_store.h"

#include <vector>

class QComboBox;
class QSpinBox;

namespace vram::ui {

class FieldRow;
class ShortSpinBox;

/// The options of the chosen runtime, one row each (runtime_option_table.h). The letters of the panel are taken: they
/// have no keys of their own, Tab reaches them.
class RuntimeOptions : public QWidget {
    Q_OBJECT

public:
    explicit RuntimeOptions(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();

private:
    struct Line {
        const RuntimeOption* option;
        FieldRow* row;
        QSpinBox* count = nullptr; ///< one of the three, by the kind of value
        ShortSpinBox* share = nullptr;
        QComboBox* choice = nullptr;
        [[nodiscard]] QWidget* control() const;
    };
    Line makeLine(const RuntimeOption& option);
    void show(const Line& line, const RuntimeChoice& chosen) const;
    ScenarioStore& m_store;
    std::vector<Line> m_lines;
};

} // namespace vram::ui
