// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/placement_section.h"

#include "ui/access/spoken.h"
#include "ui/panel/placement_options.h"
#include "ui/placement/layer_chart.h"
#include "ui/placement/layer_curve_source.h"
#include "ui/placement/layers_row.h"
#include "ui/placement/placement_text.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {

namespace {

QLabel* makeLabel(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

bool hasPlacement(std::string_view runtime) {
    return std::ranges::any_of(placementOptions(),
                               [runtime](const PlacementOption& option) { return option.isOf(runtime); });
}

} // namespace

PlacementSection::PlacementSection(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_header(new QToolButton),
      m_body(new QWidget),
      m_layers(new LayersRow),
      m_automatic(new QCheckBox),
      m_automaticRow(new FieldRow(m_automatic)),
      m_chart(new LayerChart),
      m_curve(new LayerCurveSource(store, this)),
      m_ram(makeLabel("ramFigure")),
      m_ramRow(new FieldRow(m_ram)),
      m_options(new PlacementOptions(store)),
      m_nothing(makeLabel("placementNothing")) {
    m_header->setObjectName(QStringLiteral("placementButton"));
    m_header->setCheckable(true);
    m_header->setAutoRaise(true);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_automatic->setObjectName(QStringLiteral("gpuLayersAutomatic"));
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(kRowSpacing);
    for (QWidget* part :
         {static_cast<QWidget*>(m_layers), static_cast<QWidget*>(m_automaticRow), static_cast<QWidget*>(m_chart),
          static_cast<QWidget*>(m_ramRow), static_cast<QWidget*>(m_nothing), static_cast<QWidget*>(m_options)}) {
        body->addWidget(part);
    }
    for (FieldRow* row : {m_automaticRow, m_ramRow}) {
        row->leaveKeysToOthers();
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_header, 0, Qt::AlignLeft);
    layout->addWidget(m_body);
    connect(m_header, &QToolButton::toggled, this, [this](bool open) {
        setOpen(open);
        emit openChanged(open);
    });
    connect(m_layers, &LayersRow::layersChosen, this, &PlacementSection::chooseLayers);
    connect(m_chart, &QAbstractSlider::valueChanged, this, [this](int layers) { chooseLayers(layers); });
    connect(m_automatic, &QCheckBox::clicked, this, [this](bool automatic) {
        chooseLayers(automatic ? std::nullopt : std::optional<std::int64_t>(m_layers->slider()->value()));
    });
    connect(m_curve, &LayerCurveSource::changed, this, &PlacementSection::showChart);
    setOpen(false);
}

void PlacementSection::chooseLayers(std::optional<std::int64_t> layers) {
    m_store.edit([layers](Scenario& scenario) { scenario.placement.gpuLayers = layers; });
}

void PlacementSection::setOpen(bool open) {
    const QSignalBlocker quiet(m_header);
    m_header->setChecked(open);
    const Qt::ArrowType closed = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    m_header->setArrowType(open ? Qt::DownArrow : closed);
    m_body->setVisible(open);
    m_curve->setWanted(open);
    if (open) {
        setSnapshot(m_store.snapshot());
    }
}

bool PlacementSection::isOpen() const { return m_header->isChecked(); }

void PlacementSection::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    setSnapshot(m_store.snapshot());
}

void PlacementSection::setSnapshot(const Snapshot& snapshot) {
    if (snapshot.scenario.task != Task::Inference ||
        (snapshot.resolved && !hasPlacement(snapshot.resolved->runtime->name))) {
        hide();
        return;
    }
    if (!snapshot.resolved) {
        return; // a question without an answer keeps what was there
    }
    show();
    if (!isOpen()) {
        return; // what nobody sees costs a drag nothing
    }
    const Row* const row = placedRow(snapshot);
    const Report* const report = row != nullptr ? sized(*row) : nullptr;
    m_options->setSnapshot(snapshot, placementFacts(snapshot));
    m_nothing->setVisible(row != nullptr && m_options->isEmpty());
    m_curve->follow(snapshot);
    showLayers(snapshot, report);
    showChart();
    showRam(report);
}

void PlacementSection::showLayers(const Snapshot& snapshot, const Report* report) {
    const bool has = snapshot.resolved->runtime->engine == Engine::LlamaCpp && report != nullptr &&
                     !report->devices.empty() && report->layersTotal > 0;
    m_layers->setVisible(has);
    m_automaticRow->setVisible(has);
    if (has) {
        const std::optional<std::int64_t> chosen = snapshot.scenario.placement.gpuLayers;
        m_layers->showLayers(chosen, report->gpuLayers, report->layersTotal);
        m_automatic->setChecked(!chosen);
    }
}

void PlacementSection::showChart() {
    const Row* const row = placedRow(m_store.snapshot());
    const Report* const report = row != nullptr ? sized(*row) : nullptr;
    const std::vector<LayerPoint>& points = m_curve->points();
    const bool shown = !m_layers->isHidden() && report != nullptr && points.size() > 1;
    m_chart->setVisible(shown);
    if (!shown) {
        return;
    }
    LayerChartData curve;
    curve.points = points;
    curve.usable = report->usable;
    curve.ram = report->host ? report->host->capacity : std::nullopt;
    curve.chosen = m_layers->slider()->value();
    curve.stale = !m_curve->isCurrent();
    curve.unit = m_unit;
    m_chart->setData(std::move(curve));
}

void PlacementSection::showRam(const Report* report) {
    const RamText text =
        report != nullptr && report->host ? ramText(*report->host, m_store.scenario().placement, m_unit) : RamText{};
    m_ramRow->setVisible(!text.figure.isEmpty());
    m_ram->setText(text.figure);
    m_ramRow->setHint(text.remark, text.kind);
}

void PlacementSection::retranslate() {
    m_header->setText(tr("Placeme&nt"));
    m_header->setToolTip(tr("Layers on the GPU and in RAM, a limit of VRAM, experts, several cards"));
    m_automatic->setText(tr("As many as fit"));
    m_automatic->setToolTip(tr("As many layers on the card as leave the safety margin free"));
    m_automatic->setAccessibleName(tr("GPU layers: as many as fit"));
    m_ramRow->setLabel(tr("RAM"));
    m_nothing->setText(tr("Nothing to choose with one card. Add a machine with several cards, such as 2×, to share the "
                          "model out among them."));
    m_layers->retranslate();
    m_chart->retranslate();
    m_options->retranslate();
    setSnapshot(m_store.snapshot());
}

void PlacementSection::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LayoutDirectionChange) {
        setOpen(isOpen());
    }
    QWidget::changeEvent(event);
}

} // namespace vram::ui
