// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include "core/advice/layer_curve.h"
#include "ui/text/format.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vram::ui {

/// Memory against the number of layers on the cards, and what there is of it.
struct LayerChartData {
    std::vector<LayerPoint> points; ///< of 0, 1, ... layers
    Bytes usable;                   ///< of all cards together
    std::optional<Bytes> ram;       ///< absent: one pool with the cards
    std::int64_t chosen = 0;
    bool stale = false; ///< of a question before this one
    ByteUnit unit = ByteUnit::GiB;

    [[nodiscard]] std::int64_t all() const { return static_cast<std::int64_t>(points.size()) - 1; }
    /// What lies where with the chosen layers; null where that is not known.
    [[nodiscard]] const LayerPoint* present() const;
    /// Most layers that fit; absent: not even none does.
    [[nodiscard]] std::optional<std::int64_t> mostThatFit() const;
};

/// Where a value stands on the chart.
struct LayerChartGeometry {
    QRectF plot;
    std::int64_t all = 1;
    double maximum = 1; ///< of the axis, in the data's unit
    double step = 1;    ///< between lines of the grid

    [[nodiscard]] double xOf(std::int64_t layers) const;
    [[nodiscard]] double yOf(double value) const;
    /// The nearest number of layers.
    [[nodiscard]] std::int64_t layersAt(double x) const;
};

/// The axis holds the curves; the marks too, unless one lies so far up that the curves would be flat.
[[nodiscard]] LayerChartGeometry layerChartGeometry(const LayerChartData& data, const QRectF& plot);

/// "33 of 41 layers on the GPU", memory and speed, one a line.
[[nodiscard]] QString layerToolTip(const LayerChartData& data, std::int64_t layers);
/// The same in one line, for assistive technology.
[[nodiscard]] QString layerSpoken(const LayerChartData& data, std::int64_t layers);
/// What the curves say, in sentences.
[[nodiscard]] QString layerSummary(const LayerChartData& data);

} // namespace vram::ui
