// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_scene.h"

#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vram::ui {

namespace {

constexpr double kBarShare = 0.56; ///< of a row's height

} // namespace

ChartScene::ChartScene(QObject* parent)
    : QGraphicsScene(parent),
      m_chart(new QChart),
      m_series(new QHorizontalStackedBarSeries),
      m_values(new QValueAxis),
      m_categories(new QBarCategoryAxis) {
    // Every segment moves at every step: an index would only be rebuilt.
    setItemIndexMethod(QGraphicsScene::NoIndex);
    addItem(m_chart);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setMargins(QMargins());
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_chart->addAxis(m_values, Qt::AlignBottom);
    m_chart->addAxis(m_categories, Qt::AlignLeft);
    m_chart->addSeries(m_series);
    m_series->attachAxis(m_values);
    m_series->attachAxis(m_categories);
    // Grid and labels are painted here, in the program's own columns.
    m_values->setVisible(false);
    m_categories->setVisible(false);
}

ChartScene::~ChartScene() = default;

void ChartScene::setData(BarChartData data) {
    const bool sameShape = data.rows.size() == m_data.rows.size() && data.parts == m_data.parts;
    const BarChartData before = std::exchange(m_data, std::move(data));
    const ChartGeometry geometry = m_geometry;
    m_scale = chartScale(m_data);
    if (m_chart->locale() != QLocale()) {
        m_chart->setLocale(QLocale());
    }
    const bool hoverEnds = m_hovered && !segmentSpan(m_data, m_geometry, *m_hovered);
    if (hoverEnds) {
        m_hovered.reset();
    }
    if (sameShape) {
        replaceFigures();
    } else {
        rebuild();
    }
    layOut();
    const bool alike = sameShape && !hoverEnds && geometry == m_geometry && before.unit == m_data.unit &&
                       before.share == m_data.share && before.patterns == m_data.patterns;
    if (!alike) {
        emit outdated({});
    } else if (const QRectF area = changedArea(before); !area.isEmpty()) {
        emit outdated(area);
    }
}

QRectF ChartScene::changedArea(const BarChartData& before) const {
    QRectF area;
    for (std::size_t i = 0; i < m_data.rows.size(); ++i) {
        const ChartRow& now = m_data.rows[i];
        const ChartRow& old = before.rows[i];
        const bool focusMoved = (before.focusedRow == i) != (m_data.focusedRow == i);
        if (now == old && !focusMoved) {
            continue;
        }
        const QRectF row = m_geometry.row(i);
        // The bar with its marks, which reach a little beyond the plot, and the total; names and verdicts mostly stay.
        QRectF changed = row;
        if (now.label == old.label && now.subtitle == old.subtitle && now.hasBar() == old.hasBar() && !focusMoved) {
            changed.setLeft(m_geometry.plot().left() - ChartGeometry::kGap / 2);
        }
        if (now.verdict == old.verdict && now.verdictText == old.verdictText && now.speedText == old.speedText &&
            now.target == old.target && !focusMoved) {
            changed.setRight(m_geometry.icon(i).left() - ChartGeometry::kGap / 2);
        }
        area |= changed;
    }
    return area;
}

void ChartScene::setLook(const QFont& font, bool dark) {
    m_font = font;
    m_widths.setFont(font);
    m_dark = dark;
    layOut();
    emit outdated({});
}

void ChartScene::setAvailable(const QSizeF& size, std::optional<double> rowHeight) {
    const ChartGeometry before = m_geometry;
    m_available = size;
    m_rowHeight = rowHeight;
    layOut();
    if (!(before == m_geometry)) {
        emit outdated({});
    }
}

void ChartScene::setHovered(std::optional<SegmentPosition> hovered) {
    if (m_hovered == hovered) {
        return;
    }
    QRectF area;
    for (const auto& position : {std::exchange(m_hovered, hovered), hovered}) {
        if (position && position->row < m_geometry.rows) {
            area |= m_geometry.row(position->row);
        }
    }
    emit outdated(area);
}

void ChartScene::setKeyboardFocus(bool focus) {
    m_keyboardFocus = focus;
    emit outdated({});
}

ChartView ChartScene::view() const {
    return {m_data, m_scale, m_geometry, m_widths, m_font, m_dark, m_keyboardFocus, m_hovered};
}

void ChartScene::rebuild() {
    ++m_rebuilds;
    m_series->clear();
    m_categories->clear();
    QStringList names;
    while (names.size() < static_cast<qsizetype>(m_data.rows.size())) {
        names += QString::number(names.size());
    }
    m_categories->append(names);
    QList<QBarSet*> sets;
    for (const MemoryPart part : m_data.parts) {
        auto* const set = new QBarSet(QString());
        set->setBrush(partColour(part));
        set->setPen(Qt::NoPen);
        QList<qreal> figures;
        // Qt Charts puts the first category at the bottom.
        for (std::size_t i = m_data.rows.size(); i-- > 0;) {
            figures += m_data.axisValue(m_data.rows[i], m_data.rows[i].need.typical(part));
        }
        set->append(figures);
        sets += set;
    }
    m_series->append(sets);
}

void ChartScene::replaceFigures() {
    const QList<QBarSet*> sets = m_series->barSets();
    const std::size_t rows = m_data.rows.size();
    for (std::size_t s = 0; s < m_data.parts.size(); ++s) {
        QBarSet* const set = sets.at(static_cast<qsizetype>(s));
        for (std::size_t i = 0; i < rows; ++i) {
            const ChartRow& row = m_data.rows[rows - 1 - i];
            const double figure = m_data.axisValue(row, row.need.typical(m_data.parts[s]));
            const int index = static_cast<int>(i);
            if (set->at(index) != figure) { // exact: what is shown must be what the core says
                set->replace(index, figure);
                ++m_replacements;
            }
        }
    }
}

void ChartScene::layOut() {
    ChartGeometry geometry;
    geometry.width = m_available.width();
    geometry.rows = m_data.rows.size();
    geometry.maximum = m_scale.maximum;
    measureColumns(geometry, m_data, m_widths);
    geometry.rowHeight =
        m_rowHeight.value_or(fittingRowHeight(m_available.height(), geometry.rows, QFontMetricsF(m_font).height()));
    // As even or odd as the row, so that bars begin and end on whole pixels.
    geometry.barHeight = geometry.rowHeight - 2 * std::round(geometry.rowHeight * (1 - kBarShare) / 2);
    m_geometry = geometry;
    if (m_values->max() != m_scale.maximum) {
        m_values->setRange(0, m_scale.maximum);
    }
    const QRectF area(0, 0, geometry.width, std::max(geometry.height(), 1.0));
    if (m_chart->geometry() != area) {
        m_chart->setGeometry(area);
        setSceneRect(area);
    }
    // Qt Charts lays everything out again even when nothing changed.
    if (geometry.rows > 0 && m_chart->plotArea() != geometry.plot()) {
        m_chart->setPlotArea(geometry.plot());
    }
    const double share = geometry.barHeight / geometry.rowHeight;
    if (m_series->barWidth() != share) {
        m_series->setBarWidth(share);
    }
}

void ChartScene::drawBackground(QPainter* painter, const QRectF& rect) { paintUnderBars(*painter, view(), rect); }

void ChartScene::drawForeground(QPainter* painter, const QRectF& rect) { paintOverBars(*painter, view(), rect); }

} // namespace vram::ui
