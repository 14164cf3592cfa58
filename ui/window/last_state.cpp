// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/last_state.h"

#include "ui/window/scenario_document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

LastState::LastState(ScenarioStore& store, QString path, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_path(std::move(path)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LastState::flush);
    connect(&m_store, &ScenarioStore::changed, this, [this] {
        if (m_written != m_store.scenario()) {
            m_timer.start();
        }
    });
}

std::optional<LastState::Failure> LastState::restore() {
    if (!QFileInfo::exists(m_path)) {
        return std::nullopt;
    }
    Result<Scenario> scenario = readOrdinaryFile(m_path, m_store.sharedCatalog());
    if (!scenario) {
        const QString aside = m_path + u".damaged"_s;
        QFile::remove(aside);
        return Failure{scenario.error(), QFile::rename(m_path, aside) ? aside : m_path};
    }
    m_written = *scenario;
    m_store.setScenario(std::move(scenario).value());
    return std::nullopt;
}

bool LastState::keepAs(const QString& copy) const {
    QFile::remove(copy);
    return QFile::copy(m_path, copy);
}

bool LastState::flush() {
    m_timer.stop();
    if (m_written == m_store.scenario()) {
        return true;
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QString why;
    const bool written = writeScenarioFile(m_path, m_store.scenario(), &why);
    if (written) {
        m_written = m_store.scenario();
    }
    const bool failedBefore = std::exchange(m_failed, !written);
    if (m_failed && !failedBefore) {
        emit failed(m_path, why);
    }
    return written;
}

} // namespace vram::ui
