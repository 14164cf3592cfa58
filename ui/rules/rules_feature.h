// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/feature.h"

class QAction;

namespace vram::ui {

class RulesSource;

/// Explore > Rules of thumb.
class RulesFeature : public Feature {
    Q_OBJECT

public:
    RulesFeature(const FeatureContext& context, QObject* parent);
    void retranslate() override;

private:
    QAction* m_action;
    RulesSource* m_source;
    QPointer<QDialog> m_dialog;
};

} // namespace vram::ui
