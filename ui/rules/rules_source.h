// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include "core/advice/rules.h"

#include <atomic>
#include <memory>
#include <optional>

namespace vram::ui {

/// The tables of rules, computed once beside the event loop: they depend on the catalogue alone.
class RulesSource : public QObject {
    Q_OBJECT

public:
    explicit RulesSource(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);
    ~RulesSource() override;
    RulesSource(const RulesSource&) = delete;
    RulesSource& operator=(const RulesSource&) = delete;

    /// Nothing until `computed`.
    [[nodiscard]] const RuleTables* tables() const { return m_tables ? &*m_tables : nullptr; }
    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }
    void start();

signals:
    void computed();

private:
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<RuleTables> m_tables;
    std::atomic<bool> m_stop = false;
    bool m_started = false;
    QThreadPool m_pool; ///< one thread
};

} // namespace vram::ui
