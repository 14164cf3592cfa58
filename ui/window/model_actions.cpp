// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/model_actions.h"

#include "core/runtime/runtime.h"
#include "core/scenario/scenario_link.h"
#include "core/source/config/config_json.h"
#include "core/source/config/config_reader.h"
#include "core/source/gguf/gguf_adapter.h"
#include "core/source/gguf/gguf_model.h"
#include "ui/settings/settings.h"
#include "ui/store/runtime_switch.h"
#include "ui/store/scenario_store.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/window/message_bar.h"
#include "ui/window/scenario_document.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 300; // milliseconds

/// The scenario's runtime where it can load the format, else the first that can.
const RuntimeProfile* runtimeFor(const Scenario& scenario, const WeightFormat& format) {
    const RuntimeProfile* const own = findRuntime(scenario.runtime.name);
    if (own != nullptr && loadsFormat(*own, format)) {
        return own;
    }
    const auto able = std::ranges::find_if(runtimeTable(), [&format](const RuntimeProfile& runtime) {
        return runtime.engine != Engine::Unsized && loadsFormat(runtime, format);
    });
    return able == runtimeTable().end() ? own : &*able;
}

/// A link, or JSON whose "model" is a scenario's: a config.json has none.
bool isScenario(const QString& text) {
    if (!text.startsWith(u'{')) {
        return !findLink(text.toStdString()).empty();
    }
    const Result<Json> json = parseJson(text.toStdString(), {});
    return json && json->contains("model") && (*json)["model"].is_object();
}

} // namespace

ModelActions::ModelActions(ScenarioStore& store, Settings& settings, MessageBar& messages, QWidget& window)
    : QObject(&window),
      m_store(store),
      m_settings(settings),
      m_messages(messages),
      m_window(window),
      m_patience(new QTimer(this)) {
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatience);
    connect(m_patience, &QTimer::timeout, this, [this] {
        m_messages.showMessage(MessageBar::Kind::Information,
                               [source = m_opening] { return tr("%1 is being read …").arg(shownText(source)); });
    });
    connect(&m_store.models(), &BackgroundReader::finished, this, &ModelActions::finish);
}

void ModelActions::open(const QString& source) {
    const bool local = QFileInfo::exists(source);
    m_opening = local ? QFileInfo(source).absoluteFilePath() : source;
    if (local) {
        m_settings.setLastFolder(QFileInfo(m_opening).absolutePath());
    }
    m_before = m_store.scenario().model;
    m_patience->start();
    m_store.models().reload(m_opening.toStdString());
}

void ModelActions::askOpen() {
    m_dialog = new QFileDialog(&m_window, tr("Open model"), m_settings.lastFolder(),
                               tr("Models (*.gguf *.safetensors *.json);;All files (*)"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFileMode(QFileDialog::ExistingFile);
    connect(m_dialog, &QFileDialog::fileSelected, this, &ModelActions::open);
    m_dialog->open();
}

void ModelActions::finish(const QString& source) {
    if (source != m_opening) {
        return;
    }
    m_opening.clear();
    m_patience->stop();
    if (m_store.scenario().model != m_before) {
        m_messages.dismissAnswer();
        return;
    }
    const auto answer = m_store.models().read(source.toStdString());
    if (answer) {
        use(source, **answer);
    } else if (answer.error().code != ErrorCode::NotThisKind || !useBeside(source)) {
        refuse(source, answer.error());
    }
}

void ModelActions::use(const QString& source, const ModelDescription& description) {
    ask(ModelFile{source.toStdString()}, description, QFileInfo(source).fileName());
    if (QFileInfo::exists(source)) {
        m_settings.addRecentFile(source);
    }
}

void ModelActions::ask(const ModelSource& model, const ModelDescription& description, const QString& name) {
    m_messages.dismissAnswer();
    const WeightFormat* const format = m_store.catalog().findWeightFormat(description.storedFormat);
    QString moved;
    m_store.edit([&](Scenario& scenario) {
        scenario.model = model;
        scenario.weights = kAsStored;
        const RuntimeProfile* const runtime = format == nullptr ? nullptr : runtimeFor(scenario, *format);
        if (runtime != nullptr && runtime != findRuntime(scenario.runtime.name)) {
            scenario = switchRuntime(scenario, *runtime, m_store.catalog()).scenario;
            moved = runtimeName(*runtime);
        }
    });
    if (!moved.isEmpty()) {
        m_messages.showMessage(MessageBar::Kind::Information, [name, moved] {
            return tr("The runtime is now %1, which can load %2.").arg(moved, shownText(name));
        });
    }
}

void ModelActions::paste() {
    const QMimeData* const data = QGuiApplication::clipboard()->mimeData();
    const QList<QUrl> urls = data == nullptr ? QList<QUrl>() : data->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile()) {
        open(urls.front().toLocalFile());
        return;
    }
    const QString text = data == nullptr ? QString() : data->text().trimmed();
    if (isScenario(text)) {
        openText(text);
        return;
    }
    if (!text.startsWith(u'{')) {
        m_messages.showMessage(MessageBar::Kind::Error, [] {
            return tr("The clipboard holds neither a scenario nor a model. Copy a link, the text of a scenario or of a "
                      "config.json, or a model's file, and paste again.");
        });
        return;
    }
    const auto name = QStringLiteral("config.json");
    const Result<ModelDescription> description = describeConfig(text.toStdString(), name.toStdString());
    if (!description) {
        refuse(name, description.error());
        return;
    }
    // As JSON that every reader takes, whatever Python wrote.
    const Result<Json> json = parseConfigJson(text.toStdString(), name.toStdString());
    ask(ModelConfig{json ? json->dump() : text.toStdString()}, *description, name);
}

bool ModelActions::openText(const QString& text) {
    Result<Scenario> scenario = readScenarioText(text, m_store.sharedCatalog());
    if (!scenario) {
        m_messages.showMessage(MessageBar::Kind::Error, [error = scenario.error()] {
            return tr("The scenario was not opened. %1").arg(errorText(error));
        });
        return false;
    }
    m_store.setVerdictFilter(std::nullopt); // its rows, all of them
    m_store.setScenario(std::move(scenario).value());
    m_messages.showMessage(MessageBar::Kind::Information,
                           [] { return tr("The scenario of the link or text is open. Undo brings yours back."); });
    return true;
}

bool ModelActions::useBeside(const QString& path) {
    FileSource file(pathFromUtf8(path.toStdString()));
    const Result<GgufFile> header = file.error() ? Result<GgufFile>(*file.error()) : readGguf(file);
    if (!header) {
        return false;
    }
    const GgufPurpose purpose = ggufPurpose(*header);
    const QString name = QFileInfo(path).fileName();
    if (purpose == GgufPurpose::Projector) {
        m_store.edit([](Scenario& scenario) { scenario.extras.vision = true; });
        m_messages.showMessage(MessageBar::Kind::Information, [name] {
            return tr("%1 is a vision projector: it is counted beside the model (Advanced).").arg(shownText(name));
        });
        return true;
    }
    if (purpose != GgufPurpose::Adapter) {
        return false;
    }
    const Result<GgufAdapter> adapter = readGgufAdapter(*header);
    if (!adapter) {
        return false;
    }
    m_store.edit([&adapter](Scenario& scenario) {
        scenario.extras.lora = LoraChoice{adapter->rank, adapter->targets, 1, adapter->f32};
    });
    m_messages.showMessage(MessageBar::Kind::Information, [name, rank = static_cast<int>(adapter->rank)] {
        return tr("%1 is a LoRA adapter of rank %2: it is counted beside the model (Advanced).")
            .arg(shownText(name), QString::number(rank));
    });
    return true;
}

void ModelActions::refuse(const QString& source, const Error& error) {
    m_messages.showMessage(MessageBar::Kind::Error, [source, error] {
        return tr("%1 was not opened. %2").arg(shownText(QDir::toNativeSeparators(source)), errorText(error));
    });
}

} // namespace vram::ui
