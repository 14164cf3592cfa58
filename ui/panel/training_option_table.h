// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/training_table.h"
#include "core/scenario/scenario.h"
#include "ui/panel/count_row.h"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace vram::ui {

/// A setting of training: where it stands in the scenario, when it matters, its words.
struct TrainingOption {
    struct Choice {
        std::string value; ///< as in the scenario; empty: the framework's own
        const char* label = nullptr;
        bool translated = true; ///< false: a name that every language shares
    };
    struct Words {
        std::vector<Choice> (*choices)() = nullptr;
        std::string (*get)(const TrainingChoice& training) = nullptr;
        void (*set)(TrainingChoice& training, const std::string& value) = nullptr;
        /// What the empty value comes to; null: there is none.
        std::string (*own)(const TrainingFramework& framework) = nullptr;
    };
    /// A count with a slider.
    struct Slider {
        std::int64_t TrainingChoice::*member = nullptr;
        const CountKind& (*kind)() = nullptr;
    };
    using Count = std::int64_t TrainingChoice::*;
    using Switch = bool TrainingChoice::*;
    using Share = double TrainingChoice::*;

    enum class When : std::uint8_t { Always, Adapters, Full, LowRankOptimizer, TensorParallel };

    const char* key = nullptr; ///< as in the scenario's JSON; the control's object name with "Training" behind it
    bool advanced = false;
    When when{};
    std::variant<Words, Count, Switch, Share, Slider> value;
    const char* label = nullptr; ///< of context "TrainingOption"
    const char* tip = nullptr;
    int most = 0; ///< of a count
    /// Whether it changes anything for the question.
    [[nodiscard]] bool matters(const Scenario& scenario) const;
};

/// In the order that they are shown in.
[[nodiscard]] std::span<const TrainingOption> trainingOptions();

} // namespace vram::ui
