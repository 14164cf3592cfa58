// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include "ui/sides/side_subjects.h"
#include "ui/store/scenario_store.h"
#include "ui/text/format.h"

#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;

namespace vram::ui {

class SidesModel;
class SubjectPicker;

/// Two to four questions with their machines next to each other: what differs, what is better, and what is ahead. It
/// follows the scenario; while that moves, what was computed before is shown pale.
class SidesDialog : public QDialog {
    Q_OBJECT

public:
    static constexpr int kDelayMilliseconds = 120; ///< after the last change

    explicit SidesDialog(ScenarioStore& store, QWidget* parent = nullptr);
    void setByteUnit(ByteUnit unit);
    /// At most four.
    void setSides(const std::vector<SideChoice>& sides);
    /// The scenario in `path` becomes that side; what is wrong with it is said in the dialog.
    void openFile(int side, const QString& path);
    [[nodiscard]] const SidesModel& model() const { return *m_model; }
    [[nodiscard]] std::vector<SideChoice> sides() const; ///< those that are something

signals:
    /// These machines are to be the rows of the window.
    void rowsChosen(const std::vector<vram::GpuChoice>& rows);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void follow();
    void compute();
    void showConclusion();
    void arrangeTable();
    void askFile(int side);
    void compareAsBars();
    void copy();
    void retranslate();
    ScenarioStore& m_store;
    Resolver m_resolver; ///< its own: models in turn would push out what the rows remember
    QTimer m_timer;
    SidesModel* m_model;
    std::vector<SubjectPicker*> m_pickers;
    QLabel* m_headline;
    QLabel* m_reasons;
    QLabel* m_trouble;
    QTableView* m_table;
    QCheckBox* m_hideEqual;
    QPushButton* m_bars;
    QPushButton* m_copy;
    std::vector<Scenario> m_answered; ///< the questions that the table answers
    QStringList m_titles;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
