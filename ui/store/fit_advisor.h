// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "ui/store/remedies.h"
#include "ui/store/scenario_store.h"

#include <vector>

namespace vram::ui {

/// Looks for what can be done about a focused row that is too small, once the question has come to rest: a search asks
/// the core some dozens of times, which a slider must not wait for.
class FitAdvisor : public QObject {
    Q_OBJECT

public:
    static constexpr int kDelayMilliseconds = 150; ///< after the last change

    explicit FitAdvisor(const ScenarioStore& store, QObject* parent = nullptr);

signals:
    /// Empty at every change: what was found holds for the question that it was found for.
    void found(const std::vector<vram::Remedy>& remedies);

private:
    void forget();
    void search();
    const ScenarioStore& m_store;
    Resolver m_resolver;
    QTimer m_timer;
    bool m_offering = false;
};

} // namespace vram::ui
