// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include "core/scenario/scenario.h"

#include <utility>
#include <vector>

namespace vram::ui {

/// Questions that people arrive with, by story; choosing one asks it.
class ExamplesMenu : public QMenu {
    Q_OBJECT

public:
    explicit ExamplesMenu(QWidget* parent = nullptr);
    void retranslate();

signals:
    void chosen(const vram::Scenario& scenario);

private:
    std::vector<std::pair<QMenu*, const char*>> m_groups; ///< with the source text of their title
    std::vector<std::pair<QAction*, const char*>> m_steps;
};

} // namespace vram::ui
