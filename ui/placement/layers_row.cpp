// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/layers_row.h"

#include "ui/text/format.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <vector>

namespace vram::ui {

namespace {

constexpr int kPageStep = 4;

QString number(std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); }

} // namespace

QString layersOnGpu(std::int64_t layers, std::int64_t all) {
    return substitute(QCoreApplication::translate("Placement", "%1 of %2 layers on the GPU"),
                      {number(layers), number(all)});
}

QString layerFigures(std::int64_t layers, std::int64_t all) {
    //: layers of all layers, in a narrow box: "33 of 41"
    return substitute(QCoreApplication::translate("Placement", "%1 of %2"), {number(layers), number(all)});
}

QString automaticFigures(const QString& figures) {
    //: the number of layers that the program chooses, in a narrow box: "auto: 33 of 41"
    return QCoreApplication::translate("Placement", "auto: %1").arg(figures);
}

std::optional<std::int64_t> parseLayers(const QString& text, std::int64_t all) {
    const QString end = substitute(QCoreApplication::translate("Placement", "%1 of %2"), {QString(), number(all)});
    QString typed = text;
    if (typed.endsWith(end)) {
        typed.chop(end.size());
    }
    const std::optional<std::int64_t> layers = parseTokens(typed);
    return layers && *layers <= all ? layers : std::nullopt;
}

std::vector<double> layerStops(std::int64_t all) {
    std::vector<double> stops;
    for (std::int64_t layers = 0; layers <= all; ++layers) {
        stops.push_back(static_cast<double>(layers));
    }
    return stops;
}

LayersRow::LayersRow(QWidget* parent) : SliderRow(QStringLiteral("gpuLayers"), Box::Line, parent) {
    slider()->setPageStep(kPageStep);
    leaveKeysToOthers();
    connect(this, &SliderRow::stopChosen, this, [this](int position) { emit layersChosen(position); });
    connect(this, &SliderRow::textEntered, this, &LayersRow::parse);
}

void LayersRow::showLayers(std::optional<std::int64_t> chosen, std::optional<std::int64_t> placed, std::int64_t all) {
    if (all != m_all) {
        m_all = all;
        slider()->setStops(layerStops(all));
    }
    if (!chosen && !placed) {
        showValue(0, tr("auto"), tr("automatic"));
        return;
    }
    const std::int64_t layers = std::clamp<std::int64_t>(chosen ? *chosen : *placed, 0, all);
    const QString figures = layerFigures(layers, all);
    const QString spoken = layersOnGpu(layers, all);
    if (chosen) {
        showValue(static_cast<int>(layers), figures, spoken);
    } else {
        showValue(static_cast<int>(layers), automaticFigures(figures), tr("automatic, %1").arg(spoken));
    }
}

void LayersRow::parse(const QString& text) {
    const QString automatic = tr("auto");
    if (text.startsWith(automatic, Qt::CaseInsensitive) ||
        text.startsWith(QStringLiteral("auto"), Qt::CaseInsensitive)) {
        emit layersChosen(std::nullopt);
        return;
    }
    if (const std::optional<std::int64_t> layers = parseLayers(text, m_all)) {
        emit layersChosen(layers);
    } else {
        reject(substitute(tr("“%1” is no number of layers. Type a whole number from 0 to %2, or auto."),
                          {text.left(40), number(m_all)}));
    }
}

void LayersRow::retranslate() {
    setTexts(tr("GPU layers"),
             tr("Layers on the card, the output layer among them (-ngl); the others lie in RAM and are computed by the "
                "processor. “auto” takes as many as leave the safety margin free."));
}

} // namespace vram::ui
