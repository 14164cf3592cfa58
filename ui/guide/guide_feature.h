// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/feature.h"

namespace vram::ui {

/// Help > Guide.
class GuideFeature : public Feature {
    Q_OBJECT

public:
    explicit GuideFeature(const FeatureContext& context);
    ~GuideFeature() override;
    GuideFeature(const GuideFeature&) = delete;
    GuideFeature& operator=(const GuideFeature&) = delete;
    void retranslate() override;

private:
    QAction* m_action;
    QPointer<QDialog> m_dialog;
};

} // namespace vram::ui
