// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>

#include "core/advice/axis_value.h"
#include "core/scenario/resolve.h"

#include <string_view>

namespace vram::ui {

/// What a line about a question consists of.
enum class ScenarioItem : unsigned {
    Model = 1,
    Weights = 2,
    Task = 4,
    Context = 8,
    Batch = 16,
    KvCache = 32,
    Runtime = 64,
    Extras = 128
};
Q_DECLARE_FLAGS(ScenarioItems, ScenarioItem)
Q_DECLARE_OPERATORS_FOR_FLAGS(ScenarioItems)

// Words for the axes of core/advice/axis.h, translated when called.
[[nodiscard]] QString axisName(std::string_view axis);          ///< "Weights"
[[nodiscard]] QString axisHeadline(std::string_view axis);      ///< "GPU memory needed, by weight format"
[[nodiscard]] QString axisChoiceTitle(std::string_view axis);   ///< "Weight formats to compare"
[[nodiscard]] QString axisUseText(const AxisValue& value);      ///< menu entry: "Use this weight format"
[[nodiscard]] ScenarioItems itemsOfAxis(std::string_view axis); ///< what differs between its rows

/// "Q4_K_M", "32,768 tokens", "4 sequences", "q8_0 / q8_0". `question`, where it is known, has the model's own name and
/// what is stored.
[[nodiscard]] QString valueTitle(const AxisValue& value, const Resolved* question = nullptr);

/// The name of a model that is not looked up.
[[nodiscard]] QString modelSourceName(const ModelSource& source);

} // namespace vram::ui
