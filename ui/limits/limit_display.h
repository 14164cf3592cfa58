// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/feature.h"

#include "ui/store/limit_advisor.h"

namespace vram::ui {

/// Shows what could be chosen instead: zones on the sliders of the panel, limits in the columns of the table. It has
/// no menu entries.
class LimitDisplay : public Feature {
    Q_OBJECT

public:
    explicit LimitDisplay(const FeatureContext& context);
    void retranslate() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showLimits();
    /// Columns that are seen, and the order of the rows.
    [[nodiscard]] WantedLimits wanted() const;
    ScenarioStore& m_store;
    ScenarioPanel& m_panel;
    Comparison& m_comparison;
    LimitAdvisor* m_advisor;
};

} // namespace vram::ui
