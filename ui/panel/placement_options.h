// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/panel/placement_option_table.h"
#include "ui/store/scenario_store.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace vram::ui {

class FieldRow;
class ShortSpinBox;
class SliderRow;

/// What the chosen runtime lets people say about where things lie, one row each (placement_option_table.h).
class PlacementOptions : public QWidget {
    Q_OBJECT

public:
    explicit PlacementOptions(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot, const PlacementFacts& facts);
    void retranslate();
    /// Whether there is a row to be seen.
    [[nodiscard]] bool isEmpty() const { return m_empty; }

private:
    struct Line {
        const PlacementOption* option;
        FieldRow* row = nullptr;
        ShortSpinBox* budget = nullptr; ///< one of the five, by the kind of value
        SliderRow* layers = nullptr;    ///< the row itself
        QComboBox* list = nullptr;
        QCheckBox* box = nullptr;
        QLineEdit* text = nullptr;
        [[nodiscard]] QWidget* control() const;
    };
    Line makeLine(const PlacementOption& option);
    void connectLine(const Line& line);
    void connectList(const Line& line);
    void show(const Line& line, const PlacementChoice& chosen) const;
    void showLayers(const Line& line, std::optional<std::int64_t> count) const;
    void fillList(const Line& line, const PlacementChoice& chosen) const;
    void chooseLayers(const Line& line, std::int64_t count);
    void enterLayers(const Line& line, const QString& text);
    void enterRatios(const Line& line);
    ScenarioStore& m_store;
    std::vector<Line> m_lines;
    PlacementFacts m_facts;
    bool m_empty = true;
};

} // namespace vram::ui
