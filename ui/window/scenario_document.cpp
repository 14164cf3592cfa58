// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/scenario_document.h"

#include "core/scenario/scenario_json.h"
#include "core/scenario/scenario_link.h"
#include "ui/store/row_machine.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <string>
#include <utility>

namespace vram::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t kStandInParameters = 7'000'000'000;

Error unreadable(const QString& path, const QString& reason) {
    return {ErrorCode::FileUnreadable, {}, {path.toStdString(), reason.toStdString()}};
}

/// The first thing in the scenario that cannot be answered.
std::optional<Error> problemOf(const Scenario& scenario, const std::shared_ptr<const Catalog>& catalog) {
    // A model's own file is read later and may be away for now: the rest of the question is good without it.
    Scenario checked = scenario;
    if (std::holds_alternative<ModelFile>(scenario.model)) {
        checked.model = ModelSize{kStandInParameters};
    }
    if (const Result<Resolved> resolved = resolve(checked, catalog); !resolved) {
        return resolved.error();
    }
    for (std::size_t i = 0; i < scenario.view.rows.size(); ++i) {
        if (const Result<Machine> machine = rowMachine({}, scenario.view.rows[i], *catalog); !machine) {
            Error error = machine.error();
            error.where = "view.rows[" + std::to_string(i) + "].name";
            return error;
        }
    }
    return std::nullopt;
}

Result<Scenario> checked(Result<Scenario> scenario, const std::shared_ptr<const Catalog>& catalog) {
    if (scenario) {
        if (std::optional<Error> problem = problemOf(*scenario, catalog)) {
            return std::move(*problem);
        }
    }
    return scenario;
}

} // namespace

bool isScenarioLink(const QString& text) {
    return text.startsWith(QLatin1StringView(kLinkScheme.data(), static_cast<qsizetype>(kLinkScheme.size())));
}

Result<Scenario> readScenarioText(const QString& text, const std::shared_ptr<const Catalog>& catalog) {
    const std::string utf8 = text.toStdString();
    const std::string_view link = findLink(utf8);
    // JSON may hold a link in one of its texts.
    const bool json = text.trimmed().startsWith(u'{');
    return checked(link.empty() || json ? scenarioFromText(utf8) : scenarioFromLink(link), catalog);
}

Result<Scenario> readScenarioFile(const QString& path, const std::shared_ptr<const Catalog>& catalog) {
    if (isScenarioLink(path)) {
        return readScenarioText(path, catalog);
    }
    QFile file(path);
    if (QFileInfo(path).isDir()) {
        return unreadable(path, QCoreApplication::translate("ScenarioDocument", "it is a folder"));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(path, file.errorString());
    }
    // One byte more than is allowed tells a file that is too large, also from a pipe without a size.
    const QByteArray text = file.read(kLargestScenarioFile + 1);
    if (text.size() > kLargestScenarioFile) {
        return Error{ErrorCode::TooLarge,
                     path.toStdString(),
                     {formatBytes(Bytes{std::max<qint64>(file.size(), text.size())}).toStdString(),
                      formatBytes(Bytes{kLargestScenarioFile}).toStdString()}};
    }
    return checked(scenarioFromText(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))),
                   catalog);
}

Result<Scenario> readOrdinaryFile(const QString& path, const std::shared_ptr<const Catalog>& catalog) {
    const QFileInfo file(path);
    if (file.exists() && !file.isFile() && !file.isDir()) {
        return unreadable(path, QCoreApplication::translate("ScenarioDocument", "it is not an ordinary file"));
    }
    return readScenarioFile(path, catalog);
}

bool writeScenarioFile(const QString& path, const Scenario& scenario, QString* why) {
    const std::string text = scenarioToJson(scenario).dump(4) + '\n';
    QSaveFile file(path);
    // Flushed by hand: commit() of Qt 6.4 does not hear of what its own flush could not write, and would put an empty
    // file in place of the old one on a full disk.
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) && file.flush() &&
        file.commit();
    if (!written) {
        *why = file.errorString();
    }
    return written;
}

ScenarioDocument::ScenarioDocument(ScenarioStore& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&m_store, &ScenarioStore::changed, this, &ScenarioDocument::stateChanged);
}

bool ScenarioDocument::isModified() const { return !m_path.isEmpty() && !(m_saved == m_store.scenario()); }

std::optional<Error> ScenarioDocument::open(const QString& path, bool pipes) {
    Result<Scenario> scenario = (pipes ? &readScenarioFile : &readOrdinaryFile)(path, m_store.sharedCatalog());
    if (!scenario) {
        return scenario.error();
    }
    m_path = path;
    m_saved = *scenario;
    m_store.setVerdictFilter(std::nullopt); // the file's rows, all of them
    m_store.setScenario(std::move(scenario).value());
    emit stateChanged();
    return std::nullopt;
}

void ScenarioDocument::attach(const QString& path) {
    if (Result<Scenario> scenario = readOrdinaryFile(path, m_store.sharedCatalog())) {
        m_path = path;
        m_saved = std::move(scenario).value();
        emit stateChanged();
    }
}

bool ScenarioDocument::save(const QString& path, QString* why) {
    if (!writeScenarioFile(path, m_store.scenario(), why)) {
        return false;
    }
    m_path = path;
    m_saved = m_store.scenario();
    emit stateChanged();
    return true;
}

QString ScenarioDocument::suggestedName() const {
    const auto* name = std::get_if<CatalogName>(&m_store.scenario().model);
    QString stem = name ? QString::fromStdString(name->name).section(u'/', -1) : u"scenario"_s;
    static const QRegularExpression unsafe(u"[^\\w.+-]+"_s);
    stem.replace(unsafe, u"-"_s);
    return stem + u".vram.json"_s;
}

} // namespace vram::ui
