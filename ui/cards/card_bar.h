// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include "ui/store/scenario_store.h"
#include "ui/text/format.h"

#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace vram::ui {

class GpuPicker;

/// Above the chart: what is compared, how many bars there are, the scale and the order.
class CardBar : public QWidget {
    Q_OBJECT

public:
    explicit CardBar(ScenarioStore& store, QWidget* parent = nullptr);
    /// The unit that the scale switch names.
    void setByteUnit(ByteUnit unit);
    /// Which of the two views the switch marks.
    void setTableShown(bool table);
    /// Opens the dialog that chooses the cards.
    void pickCards();
    /// What of the user's own machine is assumed, a sentence each: beside its button stands that there is something.
    void setAssumptions(const QStringList& sentences);

signals:
    void machineRequested();
    /// The user's own choices, worth remembering.
    void rowsChosen(const std::vector<vram::GpuChoice>& rows);
    void scaleChosen(bool share);
    void sortChosen(const QString& id);
    void viewChosen(bool table);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void recolour();
    /// The orders that tell rows of cards, or of tasks, apart.
    void fillSort(bool tasks);
    ScenarioStore& m_store;
    QLabel* m_title;
    QComboBox* m_axis; ///< what the rows are of
    QLabel* m_count;
    QToolButton* m_bars;
    QToolButton* m_table;
    QToolButton* m_add;
    QToolButton* m_machine;
    QToolButton* m_assumed; ///< only while something about the machine is
    QToolButton* m_showAll; ///< only while a verdict filters the rows
    QToolButton* m_amount;
    QToolButton* m_share;
    QComboBox* m_sort;
    bool m_sortsTasks = false; ///< what m_sort offers
    QPointer<GpuPicker> m_picker;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
