// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/limit_worker.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vram::ui {

/// The window's reader belongs to the window's thread; what it has read is handed over with the question.
class LimitWorker::KnownModel : public ModelReader {
public:
    [[nodiscard]] Result<std::shared_ptr<const ModelDescription>> read(const std::string& path) override {
        if (m_description == nullptr) {
            return Error{ErrorCode::StillReading, {}, {path}};
        }
        return m_description;
    }
    /// False: it was the same.
    bool set(const std::shared_ptr<const ModelDescription>& description) {
        return std::exchange(m_description, description) != description;
    }

private:
    std::shared_ptr<const ModelDescription> m_description;
};

LimitWorker::LimitWorker(std::shared_ptr<const Catalog> catalog)
    : m_reader(std::make_shared<KnownModel>()),
      m_present(catalog, m_reader),
      m_formats(catalog, m_reader),
      m_sizes(std::move(catalog), m_reader) {}

LimitWorker::~LimitWorker() = default;

void LimitWorker::use(const LimitQuestion& question) {
    if (m_reader->set(question.description)) {
        for (Resolver* resolver : {&m_present, &m_formats, &m_sizes}) {
            resolver->forgetModel();
        }
    }
}

void LimitWorker::search(const std::shared_ptr<LimitJob>& job) {
    searchTracks(*job);
    searchRows(*job);
    emit answered(job);
}

void LimitWorker::searchTracks(LimitJob& job) {
    use(job.question);
    for (LimitJob::Track& track : job.tracks) {
        switch (track.kind) {
        case ZoneKind::Size: {
            Probe probe(m_sizes, job.question.scenario, job.machine);
            track.zones = zonesOf(probe, Setting::Size, track.stops);
            break;
        }
        case ZoneKind::Weights: {
            Probe probe(m_formats, job.question.scenario, job.machine);
            track.zones = weightZones(probe, track.formats);
            break;
        }
        case ZoneKind::Context:
        case ZoneKind::Batch:
        case ZoneKind::Rank: {
            Probe probe(m_present, job.question.scenario, job.machine);
            const Setting setting = track.kind == ZoneKind::Context ? Setting::Context
                                    : track.kind == ZoneKind::Batch ? Setting::Batch
                                                                    : Setting::Rank;
            track.zones = zonesOf(probe, setting, track.stops);
            break;
        }
        }
    }
}

void LimitWorker::searchRows(LimitJob& job) {
    const auto count = [](const std::optional<Limit>& limit) {
        return RowLimits::Count{limit ? std::optional(limit->value) : std::nullopt};
    };
    std::vector<LimitJob::Line*> open;
    for (LimitJob::Line& line : job.rows) {
        if (m_given) {
            return;
        }
        use(line.question);
        Probe probe(m_present, line.question.scenario, line.machine);
        if (line.wanted.context) {
            line.limits.context = count(largest(probe, Setting::Context, Reach::Comfortable));
        }
        if (line.wanted.users) {
            const bool serves = line.question.scenario.task == Task::Inference;
            line.limits.users = count(serves ? largest(probe, Setting::Batch, Reach::Comfortable) : std::nullopt);
        }
        if (line.wanted.layers) {
            line.limits.layers = count(largest(probe, Setting::GpuLayers, Reach::Comfortable));
        }
        if (line.wanted.weights) {
            open.push_back(&line);
        }
    }
    // Rows of the same question on other cards are asked together.
    while (!open.empty() && !m_given) {
        const auto same = [&first = *open.front()](const LimitJob::Line* line) {
            return line->question.scenario == first.question.scenario;
        };
        std::vector<LimitJob::Line*> together;
        std::ranges::copy_if(open, std::back_inserter(together), same);
        std::erase_if(open, [&together](const LimitJob::Line* line) {
            return std::ranges::find(together, line) != together.end();
        });
        searchWeights(std::move(together));
    }
}

void LimitWorker::searchWeights(std::vector<LimitJob::Line*> lines) {
    use(lines.front()->question);
    std::vector<Machine> machines;
    machines.reserve(lines.size());
    for (const LimitJob::Line* line : lines) {
        machines.push_back(line->machine);
    }
    const auto best = bestWeights(m_formats, lines.front()->question.scenario, machines, Reach::Comfortable);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i]->limits.weights = RowLimits::Format{best[i].value_or(std::string())};
    }
}

} // namespace vram::ui
