// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include "core/source/model_reader.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace vram::ui {

/// Reads models beside the event loop: what is known is there at once, everything else is StillReading until `finished`
/// says so. Lives in the thread of the window.
class BackgroundReader : public QObject, public ModelReader {
    Q_OBJECT

public:
    /// `reader` must be fit for calls from another thread.
    explicit BackgroundReader(std::shared_ptr<ModelReader> reader, QObject* parent = nullptr);
    ~BackgroundReader() override;
    BackgroundReader(const BackgroundReader&) = delete;
    BackgroundReader& operator=(const BackgroundReader&) = delete;

    [[nodiscard]] Result<std::shared_ptr<const ModelDescription>> read(const std::string& path) override;
    void cancel() override;
    /// Forgets that it could not be read: the next question tries again.
    void forgetError(const std::string& path);
    /// Reads it anew, whatever is known.
    void reload(const std::string& path);
    /// Waits until nothing is being read any more; `finished` has been emitted then.
    void wait();

signals:
    /// `read(path)` has an answer now.
    void finished(const QString& path);

private:
    using Answer = Result<std::shared_ptr<const ModelDescription>>;
    struct Known {
        std::string path;
        Answer answer;
    };
    void start(const std::string& path);
    void keep(const std::string& path, Answer answer);
    static constexpr std::size_t kKept = 16;
    std::shared_ptr<ModelReader> m_reader;
    QThreadPool m_pool; ///< one thread: models are read one after another
    std::set<std::string> m_reading;
    std::vector<Known> m_known; ///< the last one read at the end
};

} // namespace vram::ui
