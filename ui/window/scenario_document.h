// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "core/units/result.h"
#include "ui/store/scenario_store.h"

#include <memory>

namespace vram::ui {

constexpr qint64 kLargestScenarioFile = 1 << 20; ///< bytes; a scenario has some hundred

/// Whether a name on the command line or in an address bar is a link (core/scenario/scenario_link.h), not a file.
[[nodiscard]] bool isScenarioLink(const QString& text);

/// A scenario out of a text: the link in it, else its JSON. Checked as a file is.
[[nodiscard]] Result<Scenario> readScenarioText(const QString& text, const std::shared_ptr<const Catalog>& catalog);

/// Reads a scenario (a link in place of a path is its own text) and checks that it can be answered: names of model,
/// formats, runtime and compared cards included.
[[nodiscard]] Result<Scenario> readScenarioFile(const QString& path, const std::shared_ptr<const Catalog>& catalog);

/// The same of an ordinary file alone: nobody waits for a pipe or a device that came by drag and drop.
[[nodiscard]] Result<Scenario> readOrdinaryFile(const QString& path, const std::shared_ptr<const Catalog>& catalog);

/// Atomic: a file that was there stays whole when writing fails. `why` is the system's reason.
[[nodiscard]] bool writeScenarioFile(const QString& path, const Scenario& scenario, QString* why);

/// The scenario as a file: where it lies and whether it has changed since.
class ScenarioDocument : public QObject {
    Q_OBJECT

public:
    explicit ScenarioDocument(ScenarioStore& store, QObject* parent = nullptr);

    [[nodiscard]] const QString& path() const { return m_path; } ///< empty: never saved
    /// There is a file and the scenario differs from it.
    [[nodiscard]] bool isModified() const;
    /// Nothing changes when it fails. `pipes`: what is no ordinary file is read as well, until it ends.
    [[nodiscard]] std::optional<Error> open(const QString& path, bool pipes = false);
    /// The scenario as it is belongs to this file, which may say something else; nothing happens where it cannot be
    /// read.
    void attach(const QString& path);
    /// Atomic: a file that was there stays whole when writing fails. `why` is the system's reason.
    [[nodiscard]] bool save(const QString& path, QString* why);
    /// A name to offer for a scenario that has no file.
    [[nodiscard]] QString suggestedName() const;

signals:
    void stateChanged();

private:
    ScenarioStore& m_store;
    QString m_path;
    Scenario m_saved;
};

} // namespace vram::ui
