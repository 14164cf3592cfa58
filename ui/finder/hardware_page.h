// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/finder/finder_worker.h"
#include "ui/store/scenario_store.h"
#include "ui/text/format.h"

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace vram::ui {

class FoundHardware;
class FoundOrder;

/// "Which GPU for this model?" GPUs, several of them and cloud machines for the scenario's question.
class HardwarePage : public QWidget {
    Q_OBJECT

public:
    HardwarePage(ScenarioStore& store, FinderWorker& worker, QWidget* parent = nullptr);
    void setByteUnit(ByteUnit unit);
    void retranslate();
    void askSoon();

private:
    void build();
    void ask();
    void show(const std::shared_ptr<const HardwareTable>& table);
    void filter();
    void use();
    void count();
    void updateTexts();
    void updateButton();

    ScenarioStore& m_store;
    FinderWorker& m_worker;
    FoundHardware* m_hardware;
    FoundOrder* m_order;
    QLabel* m_question;
    QLabel* m_summary;
    QLineEdit* m_search;
    QLabel* m_searchLabel;
    QComboBox* m_verdict;
    QLabel* m_verdictLabel;
    QCheckBox* m_several;
    QCheckBox* m_cloud;
    QTableView* m_view;
    QPushButton* m_use;
    QPushButton* m_countButton;
    QProgressBar* m_progress;
    QTimer m_rest;
    std::shared_ptr<const HardwareTable> m_table;
    std::optional<Scenario> m_counted; ///< whose counts are shown or on their way
};

} // namespace vram::ui
