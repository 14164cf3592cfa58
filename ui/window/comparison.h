// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

#include <array>

class QShortcut;
class QStackedWidget;
class QVariantAnimation;

namespace vram::ui {

class BarChart;
class LineView;
class RowTable;
class RunDrawer;
class WhyDrawer;

/// The compared rows as bars or as a table, one list for both, or the focused one's need as lines; beside or below them
/// a drawer: it explains a figure of the focused row, or says how the row is run. What is hidden is not painted anew
/// while a slider moves.
class Comparison : public QSplitter {
    Q_OBJECT

public:
    Comparison(ScenarioStore& store, Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] BarChart& chart() const { return *m_chart; }
    [[nodiscard]] RowTable& table() const { return *m_table; }
    [[nodiscard]] LineView& lines() const { return *m_lines; }
    [[nodiscard]] WhyDrawer& why() const { return *m_why; }
    [[nodiscard]] RunDrawer& run() const { return *m_run; }

    void setByteUnit(ByteUnit unit);
    void setPatterns(bool patterns);
    void setView(ViewKind view);
    [[nodiscard]] ViewKind view() const;
    void setTableShown(bool table) { setView(table ? ViewKind::Table : ViewKind::Bars); }
    [[nodiscard]] bool isTableShown() const { return view() == ViewKind::Table; }
    /// Opens the drawer on a part of the focused row, or on the whole row; closes it.
    void explain(std::optional<MemoryPart> part);
    void setWhyShown(bool shown);
    [[nodiscard]] bool isWhyShown() const;
    void setRunShown(bool shown);
    [[nodiscard]] bool isRunShown() const;
    [[nodiscard]] bool isDrawerShown() const;
    void closeDrawer();
    void rememberSizes();

signals:
    void whyShown(bool shown);
    void runShown(bool shown);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectViews();
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void usualSizes();
    /// Null: none.
    void setDrawer(QWidget* drawer);
    void updateDrawer();
    /// All that a slide makes narrower than it asks for.
    [[nodiscard]] std::array<QWidget*, 3> drawerWidgets() const;
    void slideDrawerIn();
    void endSlide();
    ScenarioStore& m_store;
    Settings& m_settings;
    QStackedWidget* m_views;
    BarChart* m_chart;
    RowTable* m_table;
    LineView* m_lines;
    QStackedWidget* m_drawers;
    WhyDrawer* m_why;
    RunDrawer* m_run;
    QShortcut* m_escape;
    QVariantAnimation* m_slide = nullptr; ///< made with the first movement
    std::optional<MemoryPart> m_part;
};

} // namespace vram::ui
