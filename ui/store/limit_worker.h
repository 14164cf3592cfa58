// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/store/limit_question.h"

#include <atomic>
#include <memory>
#include <vector>

namespace vram::ui {

/// Which limits of rows are wanted.
struct WantedLimits {
    bool context = false;
    bool users = false;
    bool layers = false;
    bool weights = false;
    [[nodiscard]] bool any() const { return context || users || layers || weights; }
    friend bool operator==(const WantedLimits&, const WantedLimits&) = default;
};

/// What is asked of the thread at a time, and what it answers.
struct LimitJob {
    struct Track {
        ZoneKind kind{};
        std::span<const std::int64_t> stops; ///< of weights empty
        std::vector<std::string> formats;
        Zones zones = {}; ///< the answer
    };
    LimitQuestion question; ///< of the tracks
    Machine machine;
    std::vector<Track> tracks;
    struct Line {
        LimitQuestion question;
        Machine machine;
        WantedLimits wanted;
        RowLimits limits = {}; ///< the answer
    };
    std::vector<Line> rows;
};

/// Looks for limits in a thread of its own, with resolvers of its own.
class LimitWorker : public QObject {
    Q_OBJECT

public:
    explicit LimitWorker(std::shared_ptr<const Catalog> catalog);
    ~LimitWorker() override;
    LimitWorker(const LimitWorker&) = delete;
    LimitWorker& operator=(const LimitWorker&) = delete;
    void search(const std::shared_ptr<vram::ui::LimitJob>& job);
    /// From any thread: what is being looked for of rows is not wanted any more.
    void giveUp() { m_given = true; }
    void begin() { m_given = false; }

signals:
    void answered(const std::shared_ptr<vram::ui::LimitJob>& job);

private:
    class KnownModel;
    void searchTracks(LimitJob& job);
    void searchRows(LimitJob& job);
    void searchWeights(std::vector<LimitJob::Line*> lines);
    void use(const LimitQuestion& question);
    std::shared_ptr<KnownModel> m_reader;
    Resolver m_present; ///< contexts, batches, layers: one model in one format
    Resolver m_formats; ///< the same model in others
    Resolver m_sizes;   ///< other models
    std::atomic<bool> m_given = false;
};

} // namespace vram::ui
