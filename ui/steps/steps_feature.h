// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/feature.h"

namespace vram::ui {

/// Explore > Choose step by step.
class StepsFeature : public Feature {
    Q_OBJECT

public:
    explicit StepsFeature(const FeatureContext& context);
    void retranslate() override;

private:
    QAction* m_action;
    QPointer<QDialog> m_dialog;
};

} // namespace vram::ui
