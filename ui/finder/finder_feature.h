// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "ui/window/feature.h"

namespace vram::ui {

/// Explore › Find models and GPUs.
class FinderFeature : public Feature {
    Q_OBJECT

public:
    FinderFeature(const FeatureContext& context, QObject* parent);
    void retranslate() override;

private:
    QAction* m_find;
    QPointer<QDialog> m_dialog;
};

} // namespace vram::ui
