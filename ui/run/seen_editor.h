// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/store/scenario_store.h"
#include "ui/text/format.h"

#include <array>

class QLabel;
class QLineEdit;

namespace vram::ui {

class FieldRow;
class OptionalBox;

/// What the user saw when it ran, kept with the question, each figure beside the estimate of the focused row.
class SeenEditor : public QWidget {
    Q_OBJECT

public:
    explicit SeenEditor(ScenarioStore& store, QWidget* parent = nullptr);

    /// `report` of the focused row; null: there is none.
    void setAnswer(const Scenario& scenario, const Report* report, ByteUnit unit);
    void retranslate();

private:
    static constexpr std::size_t kFigures = 4;
    void showDifferences(const SeenChoice& seen, const Report* report, ByteUnit unit);

    ScenarioStore& m_store;
    std::array<OptionalBox*, kFigures> m_boxes{};
    std::array<FieldRow*, kFigures> m_rows{};
    QLineEdit* m_note;
    FieldRow* m_noteRow;
};

} // namespace vram::ui
