// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rules_source.h"

#include <QMetaObject>

#include <utility>

namespace vram::ui {

RulesSource::RulesSource(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : QObject(parent),
      m_catalog(std::move(catalog)) {
    m_pool.setMaxThreadCount(1);
}

RulesSource::~RulesSource() {
    m_stop = true;
    m_pool.waitForDone();
}

void RulesSource::start() {
    if (std::exchange(m_started, true)) {
        return;
    }
    m_pool.start([this] {
        auto tables = std::make_shared<RuleTables>(computeRules(m_catalog, &m_stop));
        if (m_stop) {
            return; // nobody is left to look
        }
        QMetaObject::invokeMethod(
            this,
            [this, tables] {
                m_tables = std::move(*tables);
                emit computed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace vram::ui
