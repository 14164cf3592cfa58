// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/background_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace vram::ui {

BackgroundReader::BackgroundReader(std::shared_ptr<ModelReader> reader, QObject* parent)
    : QObject(parent),
      m_reader(std::move(reader)) {
    m_pool.setMaxThreadCount(1);
}

BackgroundReader::~BackgroundReader() {
    m_pool.clear();
    m_reader->cancel();
    m_pool.waitForDone();
}

Result<std::shared_ptr<const ModelDescription>> BackgroundReader::read(const std::string& path) {
    const auto known = std::ranges::find(m_known, path, &Known::path);
    if (known != m_known.end()) {
        return known->answer;
    }
    start(path);
    return Error{ErrorCode::StillReading, {}, {path}};
}

void BackgroundReader::cancel() { m_reader->cancel(); }

void BackgroundReader::forgetError(const std::string& path) {
    std::erase_if(m_known, [&](const Known& known) { return known.path == path && !known.answer.ok(); });
}

void BackgroundReader::reload(const std::string& path) {
    std::erase_if(m_known, [&](const Known& known) { return known.path == path; });
    start(path);
}

void BackgroundReader::wait() {
    while (!m_reading.empty()) {
        m_pool.waitForDone();
        QCoreApplication::sendPostedEvents(this);
    }
}

void BackgroundReader::start(const std::string& path) {
    if (!m_reading.insert(path).second) {
        return;
    }
    m_pool.start([this, reader = m_reader, path] {
        auto answer = std::make_shared<Answer>(reader->read(path));
        // The destructor waits for this thread, so that the object is still there.
        QMetaObject::invokeMethod(
            this, [this, path, answer] { keep(path, std::move(*answer)); }, Qt::QueuedConnection);
    });
}

void BackgroundReader::keep(const std::string& path, Answer answer) {
    m_reading.erase(path);
    std::erase_if(m_known, [&](const Known& known) { return known.path == path; });
    if (m_known.size() == kKept) {
        m_known.erase(m_known.begin());
    }
    m_known.push_back({path, std::move(answer)});
    emit finished(QString::fromStdString(path));
}

} // namespace vram::ui
