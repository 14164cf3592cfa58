// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/comparison.h"

#include "ui/access/splitter_keys.h"
#include "ui/access/spoken.h"
#include "ui/chart/bar_chart.h"
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
      m_why(new WhyDrawer(store.sharedCatalog())),
      m_escape(new QShortcut(Qt::Key_Escape, this)) {
    setObjectName(u"comparison"_s);
    m_views->addWidget(m_chart);
    m_views->addWidget(m_table);
    addWidget(m_views);
    addWidget(m_why);
    readInOrder(*this);
    new SplitterKeys(*this);
    setTabOrder(&m_table->view(), handle(1));
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    if (!restoreState(settings.drawerSplitter())) {
        usualSizes();
    }
    m_why->hide();
    setChildrenCollapsible(false);
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    m_escape->setEnabled(false);
    if (const QStringList columns = settings.columns(); !columns.isEmpty()) {
        m_table->setColumns(columns);
    }
    connectViews();
    setTableShown(settings.showsTable());
    retranslate();
}

void Comparison::connectViews() {
    connect(&m_store, &ScenarioStore::changed, this, &Comparison::setSnapshot);
    connect(m_chart, &BarChart::rowClicked, &m_store, &ScenarioStore::setFocusedRow);
    connect(m_chart, &BarChart::segmentClicked, this, [this](std::size_t, MemoryPart part) { explain(part); });
    connect(m_chart, &BarChart::rowActivated, this, [this] { explain(std::nullopt); });
    connect(m_chart, &BarChart::taskChosen, &m_store, &ScenarioStore::useTask);
    connect(m_table, &RowTable::taskChosen, &m_store, &ScenarioStore::useTask);
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
    connect(m_why, &WhyDrawer::closed, this, [this] { setWhyShown(false); });
    connect(m_escape, &QShortcut::activated, this, [this] { setWhyShown(false); });
}

void Comparison::setSnapshot(const Snapshot& snapshot) {
    if (isTableShown()) {
        m_table->setSnapshot(snapshot);
    } else {
        m_chart->setSnapshot(snapshot);
    }
    if (isWhyShown()) {
        m_why->setExplanations(snapshot, snapshot.focusedRow, m_part);
    }
}

void Comparison::setByteUnit(ByteUnit unit) {
    m_chart->setByteUnit(unit);
    m_table->setByteUnit(unit);
    m_why->setByteUnit(unit);
}

void Comparison::setPatterns(bool patterns) { m_chart->setPatterns(patterns); }

void Comparison::setTableShown(bool table) {
    const bool focused = isAncestorOf(focusWidget());
    m_views->setCurrentWidget(table ? static_cast<QWidget*>(m_table) : m_chart);
    setSnapshot(m_store.snapshot());
    if (focused && !isWhyShown()) {
        m_views->currentWidget()->setFocus();
    }
}

bool Comparison::isTableShown() const { return m_views->currentWidget() == m_table; }

void Comparison::explain(std::optional<MemoryPart> part) {
    m_part = part;
    setWhyShown(true);
}

void Comparison::setWhyShown(bool shown) {
    const bool changes = shown != isWhyShown();
    endSlide();
    if (!shown && m_why->isAncestorOf(window()->focusWidget())) {
        m_views->currentWidget()->setFocus();
    }
    if (shown) {
        const Snapshot& snapshot = m_store.snapshot();
        m_why->setExplanations(snapshot, snapshot.focusedRow, m_part);
    }
    m_why->setVisible(shown);
    m_escape->setEnabled(shown);
    if (changes) {
        if (shown) {
            slideDrawerIn();
        }
        emit whyShown(shown);
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
        connect(m_slide, &QVariantAnimation::finished, this,
                [this, usual = m_why->sizePolicy()] { m_why->setSizePolicy(usual); });
    }
    // Narrower than its text asks for, until it is there.
    m_why->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_slide->setStartValue(0);
    m_slide->setEndValue(target.value(1));
    m_slide->start();
}

void Comparison::endSlide() {
    if (m_slide != nullptr && m_slide->state() == QAbstractAnimation::Running) {
        m_slide->setCurrentTime(m_slide->duration());
    }
}

bool Comparison::isWhyShown() const { return !m_why->isHidden(); }

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
    handle(1)->setAccessibleName(tr("Border between comparison and explanation"));
}

void Comparison::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QSplitter::changeEvent(event);
}

} // namespace vram::ui
