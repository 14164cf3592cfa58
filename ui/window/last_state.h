// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/units/result.h"
#include "ui/store/scenario_store.h"

#include <optional>

namespace vram::ui {

/// Keeps the last question on disk, so that it is there again after the next start, however the program ended.
class LastState : public QObject {
    Q_OBJECT

public:
    static constexpr int kDelayMilliseconds = 2000; ///< after the last change

    /// What restoring came to where it failed.
    struct Failure {
        Error error;
        QString aside; ///< where the file lies now
    };

    LastState(ScenarioStore& store, QString path, QObject* parent = nullptr);

    /// The question of the file, where there is one. A file that cannot be read is put aside (".damaged").
    [[nodiscard]] std::optional<Failure> restore();
    /// Keeps the file as `copy`, for a start that begins with another question. False: it cannot be copied.
    bool keepAs(const QString& copy) const;
    /// Writes now what has not been written; atomic. False: the place cannot be written.
    bool flush();

signals:
    /// The first time that the place cannot be written, and again only after it could be in between. `why` is the
    /// system's reason.
    void failed(const QString& path, const QString& why);

private:
    ScenarioStore& m_store;
    QString m_path;
    QTimer m_timer;
    std::optional<Scenario> m_written;
    bool m_failed = false;
};

} // namespace vram::ui
