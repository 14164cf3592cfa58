// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/comparison.h"

#include "ui/access/splitter_keys.h"
#include "ui/access/spoken.h"
#include "ui/chart/bar_chart.h"
#include "ui/lines/line_view.h"
#include "ui/run/run_drawer.h"
#include "ui/table/row_table.h"
#include "ui/theme/motion.h"
#include "ui/why/why_drawer.h"

#include <QEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVariantAnimation>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDrawerWidth = 360;
constexpr int kDrawerHeight = 250;
/// From here on bars or table keep enough width beside the drawer; a narrower place has it below.
constexpr int kWideEnough = 1180;

} // namespace

Comparison::Comparison(ScenarioStore& store, Settings& settings, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent),
      m_store(store),
      m_settings(settings),
      m_views(new QStackedWidget),
      m_chart(new BarChart),
      m_table(new RowTable(store.catalog())),
      m_lines(new LineView(store)),
      m_drawers(new QStackedWidget),
      m_why(new WhyDrawer(store.sharedCatalog())),
      m_run(new RunDrawer(store)),
      m_escape(new QShortcut(Qt::Key_Escape, this)) {
    setObjectName(u"comparison"_s);
    m_views->addWidget(m_chart);
    m_views->addWidget(m_table);
    m_views->addWidget(m_lines);
    addWidget(m_views);
    m_drawers->addWidget(m_why);
    m_drawers->addWidget(m_run);
    addWidget(m_drawers);
    readInOrder(*this);
    new SplitterKeys(*this);
    setTabOrder(m_lines->lastControl(), handle(1));
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    if (!restoreState(settings.drawerSplitter())) {
        usualSizes();
    }
    m_drawers->hide();
    setChildrenCollapsible(false);
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    m_escape->setEnabled(false);
    if (const QStringList columns = settings.columns(); !columns.isEmpty()) {
        m_table->setColumns(columns);
    }
    connectViews();
    m_lines->setAxis(settings.linesOverSequences() ? SeriesAxis::Sequences : SeriesAxis::Context);
    setView(settings.view());
    retranslate();
}

void Comparison::connectViews() {
    connect(&m_store, &ScenarioStore::changed, this, &Comparison::setSnapshot);
    connect(m_chart, &BarChart::rowClicked, &m_store, &ScenarioStore::setFocusedRow);
    connect(m_chart, &BarChart::segmentClicked, this, [this](std::size_t, MemoryPart part) { explain(part); });
    connect(m_chart, &BarChart::rowActivated, this, [this] { explain(std::nullopt); });
    connect(m_chart, &BarChart::rowUsed, &m_store, &ScenarioStore::useRow);
    connect(m_table, &RowTable::rowUsed, &m_store, &ScenarioStore::useRow);
    connect(m_table, &RowTable::rowClicked, &m_store, &ScenarioStore::setFocusedRow);
    connect(m_table, &RowTable::cellActivated, this, [this](std::size_t row, MemoryPart part) {
        m_store.setFocusedRow(row);
        explain(part);
    });
    connect(m_table, &RowTable::rowActivated, this, [this](std::size_t row) {
        m_store.setFocusedRow(row);
        explain(std::nullopt);
    });
    connect(m_table, &RowTable::cellClicked, this, [this](std::size_t, std::optional<MemoryPart> part) {
        if (isWhyShown()) {
            explain(part);
        }
    });
    connect(m_table, &RowTable::columnsChanged, &m_settings, &Settings::setColumns);
    connect(m_table, &RowTable::sortChanged, this, [this](const QString& sort) {
        m_store.edit([&sort](Scenario& scenario) { scenario.view.sort = sort.toStdString(); });
        m_settings.setSort(sort);
    });
    connect(m_lines, &LineView::axisChosen, &m_settings,
            [this](SeriesAxis axis) { m_settings.setLinesOverSequences(axis == SeriesAxis::Sequences); });
    connect(m_why, &WhyDrawer::closed, this, &Comparison::closeDrawer);
    connect(m_why, &WhyDrawer::runRequested, this, [this] { setRunShown(true); });
    connect(m_run, &RunDrawer::closed, this, &Comparison::closeDrawer);
    connect(m_run, &RunDrawer::whyRequested, this, [this] { explain(std::nullopt); });
    connect(m_escape, &QShortcut::activated, this, &Comparison::closeDrawer);
}

void Comparison::setSnapshot(const Snapshot& snapshot) {
    switch (view()) {
    case ViewKind::Bars:
        m_chart->setSnapshot(snapshot);
        break;
    case ViewKind::Table:
        m_table->setSnapshot(snapshot);
        break;
    case ViewKind::Lines:
        m_lines->setSnapshot(snapshot);
        break;
    }
    updateDrawer();
}

void Comparison::updateDrawer() {
    const Snapshot& snapshot = m_store.snapshot();
    if (isWhyShown()) {
        m_why->setExplanations(snapshot, snapshot.focusedRow, m_part);
    } else if (isRunShown()) {
        m_run->setSnapshot(snapshot);
    }
}

void Comparison::setByteUnit(ByteUnit unit) {
    m_chart->setByteUnit(unit);
    m_table->setByteUnit(unit);
    m_lines->setByteUnit(unit);
    m_why->setByteUnit(unit);
    m_run->setByteUnit(unit);
}

void Comparison::setPatterns(bool patterns) {
    m_chart->setPatterns(patterns);
    m_lines->setPatterns(patterns);
}

void Comparison::setView(ViewKind view) {
    const bool focused = isAncestorOf(focusWidget());
    m_views->setCurrentIndex(static_cast<int>(view));
    setSnapshot(m_store.snapshot());
    m_lines->setWanted(view == ViewKind::Lines);
    if (focused && !isDrawerShown()) {
        m_views->currentWidget()->setFocus();
    }
}

ViewKind Comparison::view() const { return static_cast<ViewKind>(m_views->currentIndex()); }

void Comparison::explain(std::optional<MemoryPart> part) {
    m_part = part;
    setWhyShown(true);
}

void Comparison::setWhyShown(bool shown) {
    if (shown) {
        setDrawer(m_why);
    } else if (isWhyShown()) {
        setDrawer(nullptr);
    }
}

void Comparison::setRunShown(bool shown) {
    if (shown) {
        setDrawer(m_run);
    } else if (isRunShown()) {
        setDrawer(nullptr);
    }
}

void Comparison::closeDrawer() { setDrawer(nullptr); }

void Comparison::setDrawer(QWidget* drawer) {
    const bool wasShown = isDrawerShown();
    const bool explained = isWhyShown();
    const bool ran = isRunShown();
    endSlide();
    QWidget* const focus = window()->focusWidget();
    const bool loses =
        focus != nullptr && m_drawers->isAncestorOf(focus) && (drawer == nullptr || !drawer->isAncestorOf(focus));
    if (loses && drawer == nullptr) {
        m_views->currentWidget()->setFocus();
    }
    if (drawer != nullptr) {
        m_drawers->setCurrentWidget(drawer);
    }
    m_drawers->setVisible(drawer != nullptr);
    updateDrawer();
    m_escape->setEnabled(drawer != nullptr);
    if (loses && drawer != nullptr) {
        drawer->setFocus();
    }
    if (drawer != nullptr && !wasShown) {
        slideDrawerIn();
    }
    if (explained != isWhyShown()) {
        emit whyShown(isWhyShown());
    }
    if (ran != isRunShown()) {
        emit runShown(isRunShown());
    }
}

void Comparison::slideDrawerIn() {
    refresh(); // the sizes with the drawer
    const QList<int> target = sizes();
    if (!movesThings() || !isVisible() || target.value(1) <= 0) {
        return;
    }
    if (m_slide == nullptr) {
        m_slide = new QVariantAnimation(this);
        m_slide->setDuration(kMotionMilliseconds);
        m_slide->setEasingCurve(QEasingCurve::OutCubic);
        connect(m_slide, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
            const QList<int> now = sizes();
            setSizes({now.value(0) + now.value(1) - value.toInt(), value.toInt()});
        });
        connect(m_slide, &QVariantAnimation::finished, this, [this, usual = m_why->sizePolicy()] {
            for (QWidget* const each : drawerWidgets()) {
                each->setSizePolicy(usual);
            }
        });
    }
    // Narrower than its text asks for, until it is there.
    for (QWidget* const each : drawerWidgets()) {
        each->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    }
    m_slide->setStartValue(0);
    m_slide->setEndValue(target.value(1));
    m_slide->start();
}

std::array<QWidget*, 3> Comparison::drawerWidgets() const { return {m_drawers, m_why, m_run}; }

void Comparison::endSlide() {
    if (m_slide != nullptr && m_slide->state() == QAbstractAnimation::Running) {
        m_slide->setCurrentTime(m_slide->duration());
    }
}

bool Comparison::isDrawerShown() const { return !m_drawers->isHidden(); }

bool Comparison::isWhyShown() const { return isDrawerShown() && m_drawers->currentWidget() == m_why; }

bool Comparison::isRunShown() const { return isDrawerShown() && m_drawers->currentWidget() == m_run; }

void Comparison::usualSizes() {
    const bool beside = orientation() == Qt::Horizontal;
    const int drawer = beside ? kDrawerWidth : kDrawerHeight;
    setSizes({std::max((beside ? width() : height()) - drawer, drawer), drawer});
}

void Comparison::resizeEvent(QResizeEvent* event) {
    const Qt::Orientation wanted = width() >= kWideEnough ? Qt::Horizontal : Qt::Vertical;
    if (wanted != orientation()) {
        setOrientation(wanted);
        usualSizes();
    }
    QSplitter::resizeEvent(event);
}

void Comparison::rememberSizes() {
    endSlide();
    m_settings.setDrawerSplitter(saveState());
}

void Comparison::retranslate() {
    handle(1)->setToolTip(tr("Drag to change the sizes"));
    handle(1)->setAccessibleName(tr("Border between comparison and drawer"));
}

void Comparison::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QSplitter::changeEvent(event);
}

} // namespace vram::ui
