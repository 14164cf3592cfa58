// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/feature.h"

namespace vram::ui {

/// Explore > Side by side.
class SidesFeature : public Feature {
    Q_OBJECT

public:
    explicit SidesFeature(const FeatureContext& context);
    void retranslate() override;

private:
    void open();
    FeatureContext m_context;
    QAction* m_action;
    QPointer<QDialog> m_dialog;
};

} // namespace vram::ui
