// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_actions.h"

#include "core/source/model_reader.h"
#include "ui/settings/settings.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/window/message_bar.h"
#include "ui/window/model_actions.h"
#include "ui/window/scenario_document.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

bool isModel(const QString& path) { return looksLikeModel(pathFromUtf8(path.toStdString())); }

} // namespace

FileActions::FileActions(ScenarioDocument& document, ModelActions& models, Settings& settings, MessageBar& messages,
                         QWidget& window)
    : QObject(&window),
      m_document(document),
      m_models(models),
      m_settings(settings),
      m_messages(messages),
      m_window(window) {}

bool FileActions::open(const QString& path, bool pipes) {
    if (isScenarioLink(path)) {
        return m_models.openText(path);
    }
    if (isModel(path)) {
        m_models.open(path);
        return true;
    }
    if (const std::optional<Error> error = m_document.open(path, pipes)) {
        const bool forgotten = !QFileInfo::exists(path) && m_settings.recentFiles().contains(path);
        if (forgotten) {
            m_settings.removeRecentFile(path);
        }
        m_messages.showMessage(MessageBar::Kind::Error, [path, problem = *error, forgotten] {
            return forgotten
                       ? tr("%1 is not there any more. It was removed from the recent files.")
                             .arg(shownText(QDir::toNativeSeparators(path)))
                       : tr("%1 was not opened. %2").arg(shownText(QDir::toNativeSeparators(path)), errorText(problem));
        });
        return false;
    }
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    m_settings.addRecentFile(path);
    m_settings.setOpenFile(path);
    m_messages.dismissAnswer();
    emit opened();
    return true;
}

bool FileActions::save(const QString& path) {
    QString why;
    if (!m_document.save(path, &why)) {
        m_messages.showMessage(MessageBar::Kind::Error, [path, why] {
            return tr("%1 was not saved: %2").arg(shownText(QDir::toNativeSeparators(path)), why);
        });
        return false;
    }
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    m_settings.addRecentFile(path);
    m_settings.setOpenFile(path);
    m_messages.dismissAnswer();
    return true;
}

void FileActions::openSettled(const QString& path) {
    if (isModel(path)) {
        m_models.open(path); // an edit of the question like any other: nothing is lost
        return;
    }
    whenSettled([this, path] { open(path); });
}

void FileActions::openDropped(const QList<QUrl>& urls) {
    // The parts of one model, dropped together, are one.
    const bool parts = std::ranges::all_of(urls, [&urls](const QUrl& url) {
        const QString path = url.toLocalFile();
        return !path.isEmpty() && isModel(path) &&
               QFileInfo(path).absolutePath() == QFileInfo(urls.front().toLocalFile()).absolutePath();
    });
    if (urls.size() > 1 && !parts) {
        const auto count = static_cast<int>(urls.size());
        m_messages.showMessage(MessageBar::Kind::Error, [count] {
            return tr("%n file(s) at once cannot be opened. Drop one scenario or one model.", nullptr, count);
        });
    } else if (!urls.isEmpty() && !urls.front().isLocalFile()) {
        m_messages.showMessage(MessageBar::Kind::Error, [address = urls.front().toDisplayString()] {
            return tr("%1 is not a file of this computer. Save it first, then drop the file.").arg(shownText(address));
        });
    } else if (!urls.isEmpty()) {
        openSettled(urls.front().toLocalFile());
    }
}

void FileActions::askOpen() {
    m_dialog = new QFileDialog(&m_window, tr("Open scenario or model"), m_settings.lastFolder(),
                               tr("Scenarios and models (*.vram.json *.gguf *.safetensors *.json);;All files (*)"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFileMode(QFileDialog::ExistingFile);
    connect(m_dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { open(path); });
    m_dialog->open();
}

void FileActions::askSave(std::function<void()> then) {
    m_dialog = new QFileDialog(&m_window, tr("Save scenario"), m_settings.lastFolder(), tr("Scenarios (*.vram.json)"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    m_dialog->setDefaultSuffix(u"vram.json"_s);
    m_dialog->selectFile(m_document.path().isEmpty() ? m_document.suggestedName()
                                                     : QFileInfo(m_document.path()).fileName());
    connect(m_dialog, &QFileDialog::fileSelected, this, [this, then = std::move(then)](const QString& path) {
        if (save(path) && then) {
            then();
        }
    });
    m_dialog->open();
}

void FileActions::saveAgain(std::function<void()> then) {
    if (m_document.path().isEmpty()) {
        askSave(std::move(then));
    } else if (save(m_document.path()) && then) {
        then();
    }
}

void FileActions::whenSettled(std::function<void()> then) {
    if (!m_document.isModified()) {
        then();
        return;
    }
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("VRAM Sizer"),
                        tr("Save the changes to %1?").arg(shownText(QFileInfo(m_document.path()).fileName())),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::finished, this, [this, then = std::move(then)](int button) {
        if (button == QMessageBox::Save) {
            saveAgain(then);
        } else if (button == QMessageBox::Discard) {
            then();
        }
    });
    question->open();
}

} // namespace vram::ui
