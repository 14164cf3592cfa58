// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/panel/training_option_table.h"
#include "ui/store/scenario_store.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace vram::ui {

class FieldRow;
class ShortSpinBox;

/// The settings of a training run, one row each: the usual ones, or those under Advanced. Hidden for inference.
class TrainingOptions : public QWidget {
    Q_OBJECT

public:
    TrainingOptions(ScenarioStore& store, bool advanced, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void showRankZones(const ShownZones& shown);

private:
    struct Line {
        const TrainingOption* option;
        FieldRow* row;
        QComboBox* list = nullptr; ///< one of the five, by the kind of value
        QSpinBox* count = nullptr;
        QCheckBox* box = nullptr;
        ShortSpinBox* share = nullptr;
        CountRow* slider = nullptr; ///< the row itself
        [[nodiscard]] QWidget* control() const;
    };
    Line makeLine(const TrainingOption& option);
    static void show(const Line& line, const TrainingChoice& chosen);
    void connectLine(const Line& line);
    static void nameChoices(const Line& line, const TrainingFramework* framework);
    ScenarioStore& m_store;
    std::vector<Line> m_lines;
    const TrainingFramework* m_framework = nullptr; ///< whose defaults the lists name
};

} // namespace vram::ui
