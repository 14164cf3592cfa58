// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include "ui/settings/view_kind.h"
#include "ui/store/scenario_store.h"
#include "ui/text/format.h"

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace vram::ui {

/// Above the chart: what is compared, how many bars there are, the scale and the order.
class CardBar : public QWidget {
    Q_OBJECT

public:
    explicit CardBar(ScenarioStore& store, QWidget* parent = nullptr);
    /// The unit that the scale switch names.
    void setByteUnit(ByteUnit unit);
    /// Which of the views the switch marks.
    void setView(ViewKind view);
    /// Opens the dialog that chooses the cards; they are compared then, whatever was.
    void pickCards();
    /// The same of what is compared now: cards, values of another axis, or saved scenarios.
    void pick();
    /// What of the user's own machine is assumed, a sentence each: beside its button stands that there is something.
    void setAssumptions(const QStringList& sentences);

signals:
    void machineRequested();
    /// The user's own choices, worth remembering.
    void rowsChosen(const std::vector<vram::GpuChoice>& rows);
    void scaleChosen(bool share);
    void sortChosen(const QString& id);
    void viewChosen(vram::ui::ViewKind view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void recolour();
    /// The orders that tell rows of cards, or of values on one card, apart.
    void fillSort(bool values);
    void chooseAxis(const std::string& axis);
    void openPicker(QDialog* picker);
    /// Whether one is open.
    bool raisePicker();
    void pickValues();
    void pickScenarios();
    /// What the button chooses.
    void nameAdd();
    ScenarioStore& m_store;
    QLabel* m_title;
    QComboBox* m_axis; ///< what the rows are of
    QLabel* m_count;
    QToolButton* m_bars;
    QToolButton* m_table;
    QToolButton* m_lines;
    QToolButton* m_add;
    QToolButton* m_machine;
    QToolButton* m_assumed; ///< only while something about the machine is
    QToolButton* m_showAll; ///< only while a verdict filters the rows
    QToolButton* m_amount;
    QToolButton* m_share;
    QComboBox* m_sort;
    bool m_sortsValues = false; ///< what m_sort offers
    std::string m_named;        ///< the axis that m_add is named after
    /// What each axis compared when another one was chosen: `view.values` while the program runs.
    std::map<std::string, std::vector<std::string>> m_values;
    QPointer<QDialog> m_picker;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
