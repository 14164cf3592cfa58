// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include "ui/settings/settings.h"
#include "ui/steps/steps_page.h"
#include "ui/store/scenario_store.h"

#include <array>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace vram::ui {

class MachinePage;
class MemoryBar;

/// Four steps from a task to hardware: task and model, base memory, context and concurrency, hardware. Below every page
/// stands the memory so far; the last one ends in a scenario. It begins from the present one and changes nothing of it
/// until then.
class StepsDialog : public QDialog {
    Q_OBJECT

public:
    static constexpr int kDelayMilliseconds = 150; ///< of rest before all machines are asked about
    static constexpr int kPages = 4;

    StepsDialog(ScenarioStore& store, Settings& settings, QWidget* parent = nullptr);
    [[nodiscard]] const StepsQuestion& question() const { return m_question; }
    [[nodiscard]] const std::optional<StepsAnswer>& answer() const { return m_answer; } ///< absent: not asked yet
    void showPage(int number);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void take(const StepsEdit& edit);
    void learn(); ///< what is known before there is a machine: at once
    void ask();   ///< for every machine: after a rest, on the last page
    void refresh();
    void showMemory();
    void openScenario();
    void retranslate();
    [[nodiscard]] int page() const;
    ScenarioStore& m_store;
    Settings& m_settings;
    Resolver m_resolver;
    StepsQuestion m_question;
    std::optional<StepsKnowledge> m_knowledge;
    QString m_problem;
    std::optional<StepsAnswer> m_answer;
    QTimer m_rest;
    QTabBar* m_bar;
    QStackedWidget* m_stack;
    std::array<StepsPage*, kPages> m_pages{};
    MachinePage* m_hardware;
    MemoryBar* m_memory;
    QLabel* m_legend;
    QLabel* m_sentence;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_open;
    QPushButton* m_close;
};

} // namespace vram::ui
