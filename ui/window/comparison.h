// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

class QShortcut;
class QStackedWidget;
class QVariantAnimation;

namespace vram::ui {

class BarChart;
class RowTable;
class WhyDrawer;

/// The compared rows as bars or as a table, one list for both, and beside or below them the drawer that explains a
/// figure of the focused row. What is hidden is not painted anew while a slider moves.
class Comparison : public QSplitter {
    Q_OBJECT

public:
    Comparison(ScenarioStore& store, Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] BarChart& chart() const { return *m_chart; }
    [[nodiscard]] RowTable& table() const { return *m_table; }
    [[nodiscard]] WhyDrawer& why() const { return *m_why; }

    void setByteUnit(ByteUnit unit);
    void setPatterns(bool patterns);
    void setTableShown(bool table);
    [[nodiscard]] bool isTableShown() const;
    /// Opens the drawer on a part of the focused row, or on the whole row; closes it.
    void explain(std::optional<MemoryPart> part);
    void setWhyShown(bool shown);
    [[nodiscard]] bool isWhyShown() const;
    void rememberSizes();

signals:
    void whyShown(bool shown);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectViews();
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void usualSizes();
    void slideDrawerIn();
    void endSlide();
    ScenarioStore& m_store;
    Settings& m_settings;
    QStackedWidget* m_views;
    BarChart* m_chart;
    RowTable* m_table;
    WhyDrawer* m_why;
    QShortcut* m_escape;
    QVariantAnimation* m_slide = nullptr; ///< made with the first movement
    std::optional<MemoryPart> m_part;
};

} // namespace vram::ui
