// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/bar_chart.h"

#include "ui/chart/chart_accessible.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/chart_strips.h"
#include "ui/chart/chart_tooltip.h"
#include "ui/text/axis_text.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QGraphicsView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

BarChart::BarChart(QWidget* parent)
    : QWidget(parent),
      m_scene(new ChartScene(this)),
      m_view(new QGraphicsView(m_scene, this)),
      m_axis(new AxisStrip(*m_scene, this)),
      m_legend(new LegendStrip(*m_scene, this)) {
    installChartAccessibility();
    setObjectName(u"barChart"_s);
    m_view->setObjectName(u"chartView"_s);
    m_legend->setObjectName(u"chartLegend"_s);
    setFocusPolicy(Qt::StrongFocus);
    setProperty(FocusRing::kOwnFocusMark, true);
    // Figures grow from left to right in every language, and so do bars, axis and legend that belong to them.
    setLayoutDirection(Qt::LeftToRight);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The scene says itself what is no longer right: one area is cheaper than the sum of its many items.
    m_view->setViewportUpdateMode(QGraphicsView::NoViewportUpdate);
    m_view->viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // the scene fills its background
    m_view->viewport()->setAutoFillBackground(false);
    connect(m_scene, &ChartScene::outdated, this, [this](const QRectF& area) {
        if (area.isEmpty()) {
            m_view->viewport()->update();
        } else {
            m_view->viewport()->update(m_view->mapFromScene(area).boundingRect());
        }
    });
    m_view->setOptimizationFlags(QGraphicsView::DontSavePainterState | QGraphicsView::DontAdjustForAntialiasing);
    m_view->setInteractive(false);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_axis);
    column->addWidget(m_legend);
    column->addStretch(0);
    retranslate();
    look();
}

BarChart::~BarChart() {
    // The view must not see the scene's end.
    m_view->viewport()->removeEventFilter(this);
}

void BarChart::setSnapshot(const Snapshot& snapshot) {
    m_snapshot = snapshot;
    refresh();
}

void BarChart::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    refresh();
}

void BarChart::setPatterns(bool patterns) {
    m_patterns = patterns;
    refresh();
    m_legend->update();
}

void BarChart::retranslate() { setAccessibleName(tr("Memory need of each row as stacked bars")); }

QSize BarChart::minimumSizeHint() const { return {520, 180}; }

QSize BarChart::sizeHint() const { return {900, 480}; }

void BarChart::refresh() {
    if (!m_snapshot) {
        return;
    }
    const BarChartData& shown = m_scene->data();
    const std::size_t rows = shown.rows.size();
    const std::optional<std::size_t> focused = shown.focusedRow;
    const std::vector<LegendEntry> legend = legendEntries(shown);
    const ChartGeometry geometry = m_scene->geometry();
    const ByteUnit unit = shown.unit;
    const bool share = shown.share;
    BarChartData now = barChartData(*m_snapshot, m_unit);
    now.patterns = m_patterns;
    m_scene->setData(std::move(now));
    if (shown.rows.size() != rows) {
        layOut();
    }
    if (!(geometry == m_scene->geometry()) || unit != shown.unit || share != shown.share) {
        m_axis->update();
    }
    const std::vector<LegendEntry> entries = legendEntries(m_scene->data());
    const bool same = std::equal(entries.begin(), entries.end(), legend.begin(), legend.end(),
                                 [](const LegendEntry& a, const LegendEntry& b) { return a.text == b.text; });
    if (!same) {
        m_legend->updateGeometry();
        m_legend->update();
        layOut();
    }
    if (m_scene->data().focusedRow != focused) {
        announceFocusedRow(*this);
    }
}

void BarChart::look() {
    const bool dark = isDark(palette());
    m_scene->setLook(font(), dark);
    m_axis->updateGeometry();
    m_legend->updateGeometry();
    m_axis->update();
    m_legend->update();
}

void BarChart::layOut() {
    // From the whole widget: the view's own height is a result of this.
    const int below = m_axis->sizeHint().height() + m_legend->heightForWidth(width());
    m_scene->setAvailable(QSizeF(m_view->viewport()->width(), std::max(height() - below, 0)));
    // The axis follows the last row where the rows do not fill the place.
    const double least = m_scene->geometry().height();
    m_view->setMaximumHeight(m_scene->data().rows.empty() ? QWIDGETSIZE_MAX : std::max(static_cast<int>(least), 1));
    m_axis->update();
}

void BarChart::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        retranslate();
        refresh();
        look();
        layOut();
        break;
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        look();
        layOut();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void BarChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), themeColours(isDark(palette())).background);
}

void BarChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

void BarChart::keyPressEvent(QKeyEvent* event) {
    const std::size_t rows = m_scene->data().rows.size();
    if (rows == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const std::size_t current = m_scene->data().focusedRow.value_or(0);
    const double seen = m_view->viewport()->height() / m_scene->geometry().rowHeight;
    const auto page = static_cast<std::size_t>(std::max(std::floor(seen) - 1, 1.0));
    std::optional<std::size_t> next;
    switch (event->key()) {
    case Qt::Key_Up:
        next = current > 0 ? current - 1 : 0;
        break;
    case Qt::Key_Down:
        next = std::min(current + 1, rows - 1);
        break;
    case Qt::Key_PageUp:
        next = current > page ? current - page : 0;
        break;
    case Qt::Key_PageDown:
        next = std::min(current + page, rows - 1);
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = rows - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (asksOtherwiseAt(current)) {
            emit rowUsed(current);
        } else {
            emit rowActivated(current);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_scene->setKeyboardFocus(true);
    showRow(*next);
    emit rowClicked(*next);
}

void BarChart::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    switch (event->reason()) {
    case Qt::MouseFocusReason:
        m_scene->setKeyboardFocus(false);
        break;
    case Qt::ActiveWindowFocusReason:
    case Qt::PopupFocusReason:
    case Qt::MenuBarFocusReason:
        m_scene->setKeyboardFocus(window()->testAttribute(Qt::WA_KeyboardFocusChange));
        break;
    default:
        m_scene->setKeyboardFocus(true);
        break;
    }
    announceFocusedRow(*this);
}

void BarChart::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_scene->setKeyboardFocus(false);
}

bool BarChart::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view->viewport()) {
        return QWidget::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::Resize:
        // A scroll bar that comes or goes changes the width alone.
        layOut();
        return false;
    case QEvent::MouseMove: {
        const auto* const mouse = static_cast<QMouseEvent*>(event);
        hover(m_view->mapToScene(mouse->position().toPoint()), mouse->globalPosition().toPoint());
        return true;
    }
    case QEvent::Leave:
        m_scene->setHovered(std::nullopt);
        return false;
    case QEvent::ToolTip:
        return true; // shown while the pointer moves
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        press(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        doubleClick(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::ContextMenu: {
        const auto* const menu = static_cast<QContextMenuEvent*>(event);
        const QPointF position = m_view->mapToScene(menu->pos());
        if (const auto row = m_scene->geometry().rowAt(position.y()); row && *row < m_scene->data().rows.size()) {
            openMenu(*row, menu->globalPos());
        }
        return true;
    }
    default:
        return false;
    }
}

BarChart::Pressed BarChart::pressedAt(QPoint viewportPoint) const {
    const QPointF position = m_view->mapToScene(viewportPoint);
    const auto segment = segmentAt(m_scene->data(), m_scene->geometry(), position);
    return {viewportPoint, m_scene->geometry().rowAt(position.y()),
            segment ? std::optional(segment->part) : std::nullopt};
}

void BarChart::press(const QMouseEvent& mouse) {
    if (mouse.button() != Qt::LeftButton) {
        return;
    }
    m_pressed = pressedAt(mouse.position().toPoint());
    const Pressed pressed = *m_pressed; // what listens may change the rows
    if (pressed.row) {
        emit rowClicked(*pressed.row);
    }
    if (pressed.row && pressed.part) {
        emit segmentClicked(*pressed.row, *pressed.part);
    }
}

void BarChart::doubleClick(const QMouseEvent& mouse) {
    if (mouse.button() != Qt::LeftButton) {
        return;
    }
    const QPoint place = mouse.position().toPoint();
    // The first click may have opened a drawer that moves the rows: what is meant is what was pressed.
    const bool sameSpot =
        m_pressed && (m_pressed->place - place).manhattanLength() <= QApplication::startDragDistance();
    const Pressed pressed = sameSpot ? *m_pressed : pressedAt(place);
    if (pressed.row && asksOtherwiseAt(*pressed.row)) {
        emit rowUsed(*pressed.row);
    } else if (pressed.row && !pressed.part) {
        emit rowActivated(*pressed.row);
    }
}

void BarChart::contextMenuEvent(QContextMenuEvent* event) {
    const auto focused = m_scene->data().focusedRow;
    if (event->reason() != QContextMenuEvent::Keyboard || !focused) {
        QWidget::contextMenuEvent(event);
        return;
    }
    showRow(*focused);
    const QPointF place = m_scene->geometry().row(*focused).center();
    openMenu(*focused, m_view->viewport()->mapToGlobal(m_view->mapFromScene(place)));
}

bool BarChart::asksOtherwiseAt(std::size_t row) const {
    return m_snapshot && row < m_snapshot->rows.size() && asksOtherwise(m_snapshot->rows[row]);
}

void BarChart::openMenu(std::size_t row, QPoint global) {
    emit rowClicked(row); // what the menu is of is seen to be chosen
    auto* const menu = new QMenu(this);
    menu->setObjectName(u"chartMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Why?")), &QAction::triggered, this, [this, row] { emit rowActivated(row); });
    if (m_snapshot && row < m_snapshot->rows.size() && m_snapshot->rows[row].value) {
        QAction* const use = menu->addAction(axisUseText(*m_snapshot->rows[row].value));
        use->setObjectName(u"useRow"_s);
        use->setEnabled(asksOtherwiseAt(row));
        connect(use, &QAction::triggered, this, [this, row] { emit rowUsed(row); });
    }
    menu->popup(global);
}

void BarChart::hover(QPointF position, QPoint global) {
    const BarChartData& shown = m_scene->data();
    const auto segment = segmentAt(shown, m_scene->geometry(), position);
    const auto row = m_scene->geometry().rowAt(position.y());
    m_scene->setHovered(segment);
    if (!row || *row >= shown.rows.size()) {
        QToolTip::hideText();
        return;
    }
    const QString text = segment ? segmentToolTip(shown, *segment) : rowToolTip(shown, *row);
    QToolTip::showText(global, text, m_view->viewport());
}

void BarChart::showRow(std::size_t row) {
    const QRectF area = m_scene->geometry().row(row);
    m_view->ensureVisible(area, 0, 0);
}

} // namespace vram::ui
