// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/slider_row.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vram::ui {

/// Layers on the cards, the output layer among them: a number, or as many as fit.
class LayersRow : public SliderRow {
    Q_OBJECT

public:
    explicit LayersRow(QWidget* parent = nullptr);
    /// `placed`: what the answer has on the cards; absent: there is no answer. `all`: blocks and output layer.
    void showLayers(std::optional<std::int64_t> chosen, std::optional<std::int64_t> placed, std::int64_t all);
    void retranslate();

signals:
    /// By slider or typed; nullopt: automatic.
    void layersChosen(std::optional<std::int64_t> layers);

private:
    void parse(const QString& text);
    std::int64_t m_all = 0;
};

/// "33 of 41", for a narrow box.
[[nodiscard]] QString layerFigures(std::int64_t layers, std::int64_t all);
/// "auto: 33 of 41": the program chooses them.
[[nodiscard]] QString automaticFigures(const QString& figures);
/// "33 of 41", or a number alone; nullopt where it is none or above `all`.
[[nodiscard]] std::optional<std::int64_t> parseLayers(const QString& text, std::int64_t all);
/// The positions 0 to `all` of a slider over layers.
[[nodiscard]] std::vector<double> layerStops(std::int64_t all);
/// "33 of 41 layers on the GPU".
[[nodiscard]] QString layersOnGpu(std::int64_t layers, std::int64_t all);

} // namespace vram::ui
