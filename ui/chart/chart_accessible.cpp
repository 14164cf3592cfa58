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
class RowInterface : public QAccessibleInterface, public QAccessibleActionInterface {
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
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& action) override {
        if (!isValid()) {
            return;
        }
        if (action == setFocusAction()) {
            m_chart->setFocus();
        }
        emit m_chart->rowClicked(m_row);
        if (action == pressAction()) {
            emit m_chart->rowActivated(m_row);
        }
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (!isValid()) {
            return {};
        }
        const BarChartData& shown = m_chart->scene().data();
        return kind == QAccessible::Name ? rowName(shown, m_row)
                                         : (kind == QAccessible::Description ? rowSummary(shown, m_row) : QString());
    }

    [[nodiscard]] QRect rect() const override {
        if (!isValid()) {
            return {};
        }
        const QGraphicsView& view = m_chart->view();
        const QRectF row = m_chart->scene().geometry().row(m_row);
        const QRect area(view.mapFromScene(row.topLeft()), row.size().toSize());
        const QRect seen = area & view.viewport()->rect();
        // A row that is scrolled out of sight says where it would be.
        const QRect place = seen.isEmpty() ? area : seen;
        return {view.viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = 1;
        state.focusable = 1;
        state.readOnly = 1;
        if (!isValid()) {
            state.invalid = 1;
            return state;
        }
        const bool chosen = m_chart->scene().data().focusedRow == m_row;
        state.selected = chosen ? 1 : 0;
        state.focused = chosen && m_chart->hasFocus() ? 1 : 0;
        state.invisible = m_chart->isVisible() ? 0 : 1;
        const QWidget& place = *m_chart->view().viewport();
        const QRect sight(place.mapToGlobal(QPoint()), place.size());
        state.offscreen = sight.intersects(rect()) ? 0 : 1;
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

    /// The chosen row in full; asked for, because it changes at every step of a slider.
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        const BarChartData& shown = m_chart->scene().data();
        return kind == QAccessible::Description && shown.focusedRow ? rowSummary(shown, *shown.focusedRow)
                                                                    : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        const auto row = m_chart->scene().data().focusedRow;
        return m_chart->hasFocus() && row ? child(static_cast<int>(*row)) : nullptr;
    }

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

void announceFocusedRow(BarChart& chart) {
    const auto row = chart.scene().data().focusedRow;
    if (!row || !chart.isVisible()) {
        return;
    }
    QAccessibleEvent event(&chart, chart.hasFocus() ? QAccessible::Focus : QAccessible::Selection);
    event.setChild(static_cast<int>(*row));
    QAccessible::updateAccessibility(&event);
}

} // namespace vram::ui
