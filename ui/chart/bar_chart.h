// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QWidget>

#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <cstddef>
#include <optional>

class QGraphicsView;
class QMouseEvent;

namespace vram::ui {

class AxisStrip;
class ChartScene;
class LegendStrip;

/// The stacked bars of the compared machines. Many rows scroll above a fixed axis; a click or an arrow key chooses
/// the focused row, hovering explains a segment. Retranslates and recolours itself.
class BarChart : public QWidget {
    Q_OBJECT

public:
    explicit BarChart(QWidget* parent = nullptr);
    ~BarChart() override;

    void setSnapshot(const Snapshot& snapshot);
    void setByteUnit(ByteUnit unit);
    /// Segments with lines over their colours.
    void setPatterns(bool patterns);

    [[nodiscard]] const ChartScene& scene() const { return *m_scene; }
    /// A point of `rows()` for a row's bar, in the view's coordinates; for tests and for opening a segment's menu.
    [[nodiscard]] QGraphicsView& view() const { return *m_view; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void rowClicked(std::size_t row);
    /// A click on a part of a bar, after rowClicked.
    void segmentClicked(std::size_t row, vram::MemoryPart part);
    /// Enter on the focused row, a double click beside its parts, or its menu: to explain it.
    void rowActivated(std::size_t row);
    /// The same, and a double click on a part, where the row is another value than the scenario's; or its menu.
    void rowUsed(std::size_t row);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void look();
    void layOut();
    void hover(QPointF position, QPoint global);
    void retranslate();
    void showRow(std::size_t row);
    [[nodiscard]] bool asksOtherwiseAt(std::size_t row) const;
    void openMenu(std::size_t row, QPoint global);
    struct Pressed {
        QPoint place; ///< in the viewport
        std::optional<std::size_t> row;
        std::optional<MemoryPart> part; ///< whose segment is there
    };
    [[nodiscard]] Pressed pressedAt(QPoint viewportPoint) const;
    void press(const QMouseEvent& mouse);
    void doubleClick(const QMouseEvent& mouse);

    ChartScene* m_scene;
    QGraphicsView* m_view;
    AxisStrip* m_axis;
    LegendStrip* m_legend;
    std::optional<Snapshot> m_snapshot;
    ByteUnit m_unit = ByteUnit::GiB;
    bool m_patterns = false;
    std::optional<Pressed> m_pressed; ///< by the last click
};

} // namespace vram::ui
