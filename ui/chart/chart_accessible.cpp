// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_accessible.h"

#include "ui/chart/bar_chart.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/chart_tooltip.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QGraphicsView>
#include <QPointer>

#include <algorithm>
#include <vector>

namespace vram::ui {

namespace {

/// One row. It has no object of its own: the chart's interface owns it.
class RowInterface : public QAccessibleInterface {
public:
    RowInterface(BarChart* chart, std::size_t row) : m_chart(chart), m_row(row) {}

    [[nodiscard]] bool isValid() const override { return m_chart && m_row < m_chart->scene().data().rows.size(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return m_chart ? m_chart->window()->windowHandle() : nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_chart);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (!isValid()) {
            return {};
        }
        const BarChartData& shown = m_chart->scene().data();
        return kind == QAccessible::Name ? shown.rows[m_row].label
                                         : (kind == QAccessible::Description ? rowSummary(shown, m_row) : QString());
    }

    [[nodiscard]] QRect rect() const override {
        if (!isValid()) {
            return {};
        }
        const QGraphicsView& view = m_chart->view();
        const QRect area = view.mapFromScene(m_chart->scene().geometry().row(m_row)).boundingRect();
        return {view.viewport()->mapToGlobal(area.topLeft()), area.size()};
    }

    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = 1;
        state.invalid = isValid() ? 0 : 1;
        state.selected = isValid() && m_chart->scene().data().focusedRow == m_row ? 1 : 0;
        state.readOnly = 1;
        return state;
    }

private:
    QPointer<BarChart> m_chart;
    std::size_t m_row;
};

class ChartInterface : public QAccessibleWidget {
public:
    explicit ChartInterface(BarChart* chart) : QAccessibleWidget(chart, QAccessible::List), m_chart(chart) {}
    ~ChartInterface() override {
        for (const QAccessible::Id id : m_rows) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }
    Q_DISABLE_COPY_MOVE(ChartInterface)

    [[nodiscard]] int childCount() const override { return static_cast<int>(m_chart->scene().data().rows.size()); }

    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        const auto row = static_cast<std::size_t>(index);
        while (m_rows.size() <= row) {
            // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): Qt's registry owns it
            m_rows.push_back(QAccessible::registerAccessibleInterface(new RowInterface(m_chart, m_rows.size())));
        }
        return QAccessible::accessibleInterface(m_rows[row]);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (QAccessible::accessibleInterface(m_rows[i]) == child) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface* const row = child(i); row->rect().contains(x, y)) {
                return row;
            }
        }
        return nullptr;
    }

private:
    BarChart* m_chart;
    mutable std::vector<QAccessible::Id> m_rows;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* const chart = qobject_cast<BarChart*>(object);
    return chart != nullptr ? new ChartInterface(chart) : nullptr;
}

} // namespace

void installChartAccessibility() {
    // Qt ignores a factory that is installed already.
    QAccessible::installFactory(makeInterface);
}

} // namespace vram::ui
