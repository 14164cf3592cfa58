// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/scenario/scenario.h"
#include "ui/rules/rules_entries.h"
#include "ui/text/format.h"

#include <array>

class QLabel;
class QPushButton;
class QTableView;
class QTabWidget;

namespace vram::ui {

class RulesSource;
class RulesTable;

/// What articles say beside what this program computes for the same questions. Stays open beside the window.
class RulesDialog : public QDialog {
    Q_OBJECT

public:
    /// `source` must outlive the dialog.
    RulesDialog(RulesSource& source, ByteUnit unit, QWidget* parent = nullptr);
    void setByteUnit(ByteUnit unit);
    /// The tab that is shown.
    [[nodiscard]] RulesTab tab() const;

signals:
    /// The question of a row is to be asked.
    void chosen(const vram::Scenario& scenario);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Page {
        QTableView* view = nullptr;
        RulesTable* table = nullptr;
    };
    void build();
    void buildPage(RulesTab tab);
    [[nodiscard]] const Page& shown() const { return m_pages.at(static_cast<std::size_t>(tab())); }
    void showTables();
    void fitColumns();
    void askRow();
    void copyRows();
    void updateButtons();
    void retranslate();

    RulesSource& m_source;
    ByteUnit m_unit;
    QLabel* m_intro;
    QTabWidget* m_tabs;
    QPushButton* m_open;
    QPushButton* m_copy;
    QPushButton* m_close;
    std::array<Page, kRulesTabs> m_pages;
};

} // namespace vram::ui
