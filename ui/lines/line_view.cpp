// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lines/line_view.h"

#include "ui/band/elided_label.h"
#include "ui/chart/chart_geometry.h"
#include "ui/lines/line_chart.h"
#include "ui/lines/line_figures.h"
#include "ui/lines/line_source.h"
#include "ui/lines/line_text.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

LineView::LineView(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_source(new LineSource(store, this)),
      m_context(new QToolButton),
      m_sequences(new QToolButton),
      m_subject(new ElidedLabel),
      m_chart(new LineChart),
      m_inspection(new ElidedLabel),
      m_figures(new LineFigures) {
    setObjectName(u"lineView"_s);
    build();
    connect(m_source, &LineSource::changed, this, &LineView::refresh);
    connect(m_chart, &LineChart::valueChosen, this, [this](qint64 value) {
        const SeriesAxis axis = m_source->axis();
        m_store.edit([axis, value](Scenario& scenario) { scenario = withAxisValue(std::move(scenario), axis, value); });
    });
    connect(m_chart, &LineChart::inspected, this, [this](std::optional<std::int64_t> value) {
        m_inspected = value;
        showFigures();
    });
    retranslate();
}

void LineView::build() {
    m_context->setObjectName(u"linesOverContext"_s);
    m_sequences->setObjectName(u"linesOverSequences"_s);
    m_inspection->setObjectName(u"lineInspection"_s);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(0);
    auto* group = new QButtonGroup(this);
    for (const auto& [button, axis] :
         {std::pair{m_context, SeriesAxis::Context}, std::pair{m_sequences, SeriesAxis::Sequences}}) {
        button->setCheckable(true);
        button->setAutoExclusive(true); // said as one of two, not as a check box
        group->addButton(button);
        halves->addWidget(button);
        connect(button, &QToolButton::toggled, this, [this, axis = axis](bool chosen) {
            if (chosen) {
                setAxis(axis);
                emit axisChosen(axis);
            }
        });
    }
    m_context->setChecked(true);
    auto* top = new QHBoxLayout;
    const int margin = static_cast<int>(ChartGeometry::kMargin);
    top->setContentsMargins(margin, 6, margin, 0);
    top->setSpacing(12);
    top->addLayout(halves);
    top->addWidget(m_subject, 1);
    top->addWidget(m_inspection, 1);
    m_inspection->setAlignment(Qt::AlignRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_chart, 1);
    column->addWidget(m_figures);
    recolour();
}

QWidget* LineView::lastControl() const { return m_chart; }

void LineView::setSnapshot(const Snapshot& snapshot) {
    m_snapshot = snapshot;
    m_source->follow(snapshot);
    refresh();
}

void LineView::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    refresh();
}

void LineView::setPatterns(bool patterns) {
    m_patterns = patterns;
    refresh();
}

void LineView::setAxis(SeriesAxis axis) {
    const QSignalBlocker quietContext(m_context);
    const QSignalBlocker quietSequences(m_sequences);
    (axis == SeriesAxis::Context ? m_context : m_sequences)->setChecked(true);
    recolour();
    m_inspected.reset();
    m_source->setAxis(axis);
    refresh();
}

void LineView::setWanted(bool wanted) { m_source->setWanted(wanted); }

LineChartData LineView::shownData() const {
    LineChartData lines = lineChartData(*m_snapshot, *m_source, m_unit);
    lines.patterns = m_patterns;
    return lines;
}

LineChartData LineView::dataNow() const {
    m_source->finish();
    return m_snapshot ? shownData() : LineChartData{};
}

void LineView::refresh() {
    if (!m_snapshot) {
        return;
    }
    LineChartData now = shownData();
    if (now.trains != m_trains) {
        m_trains = now.trains;
        retranslate();
    }
    m_chart->setLines(std::move(now));
    m_subject->setText(m_chart->lines().subject);
    showFigures();
}

void LineView::showFigures() {
    const LineChartData& shown = m_chart->lines();
    const SeriesPoint& point = m_inspected && shown.hasLines() ? shown.nearest(*m_inspected) : shown.present;
    m_figures->setData(shown, point);
    m_inspection->setText(shown.sentence.isEmpty() ? lineSentence(shown, point) : QString());
}

void LineView::retranslate() {
    m_context->setText(m_trains ? tr("Sequence length") : tr("Context"));
    m_context->setToolTip(tr("The need over the tokens of one sequence"));
    m_sequences->setText(m_trains ? tr("Micro-batch") : tr("Sequences"));
    m_sequences->setToolTip(tr("The need over the sequences at once"));
    //: screen reader: the switch of what the lines are drawn over; %1 is the text of one half
    const QString over = tr("Over: %1");
    m_context->setAccessibleName(over.arg(m_context->text()));
    m_sequences->setAccessibleName(over.arg(m_sequences->text()));
    m_figures->setAccessibleName(tr("Figures of the lines"));
    m_chart->retranslate();
}

void LineView::recolour() {
    // Fusion's own mark of a pressed button is hardly visible on a dark ground.
    const QPalette general = palette();
    QPalette chosen = general;
    chosen.setColor(QPalette::Button, general.color(QPalette::Highlight));
    chosen.setColor(QPalette::ButtonText, general.color(QPalette::HighlightedText));
    for (QToolButton* half : {m_context, m_sequences}) {
        const QPalette& wanted = half->isChecked() ? chosen : general;
        if (half->palette() != wanted) {
            half->setPalette(wanted);
        }
    }
}

void LineView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        retranslate();
        refresh();
    } else if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
    QWidget::changeEvent(event);
}

void LineView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), themeColours(isDark(palette())).background);
}

} // namespace vram::ui
