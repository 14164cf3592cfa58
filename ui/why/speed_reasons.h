// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/explain_speed.h"
#include "ui/text/format.h"

#include <vector>

namespace vram::ui {

/// One line of what a step's time goes to.
struct SpeedShare {
    QString name;   ///< "Read from VRAM"
    QString amount; ///< "7.9 GiB", "29 GFLOP"; may be empty
    QString rate;   ///< "812 GB/s"; empty where the amount takes no time of its own
    QString time;   ///< "10 ms", "meanwhile"
};

/// A step in words and figures.
struct SpeedParagraph {
    QString heading;
    QString sentence;
    std::vector<SpeedShare> lines;
};

/// Generating and reading the prompt, from the core's terms.
[[nodiscard]] std::vector<SpeedParagraph> speedParagraphs(const SpeedReasons& reasons, const Speed& speed,
                                                          const Scenario& scenario, ByteUnit unit);

} // namespace vram::ui
