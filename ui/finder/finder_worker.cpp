// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder_worker.h"

#include <QMetaObject>
#include <QThread>

#include <algorithm>
#include <optional>
#include <utility>

namespace vram::ui {

struct FinderWorker::Known {
    explicit Known(std::shared_ptr<const Catalog> catalog) : finder(std::move(catalog)) {}
    ModelFinder finder;
    std::optional<Scenario> scenario;
    Machine machine;
    FinderTable table;
};

struct FinderWorker::Count {
    Scenario scenario;
    double leastBits = 0;
    std::uint64_t ticket = 0;
    FinderProduct product;
    std::atomic<std::size_t> next = 0; ///< model that nobody has taken
    std::atomic<std::size_t> done = 0;
};

namespace {

/// What an answer does not depend on, taken out: two questions that differ in no more have the same answer.
Scenario essential(Scenario scenario) {
    scenario.model = CatalogName{};
    scenario.weights.clear();
    scenario.view = {};
    scenario.seen = {};
    return scenario;
}

/// A question that shares nothing that changes with the window's.
Resolved isolated(Resolved question) {
    question.memo = std::make_shared<MemoSlot>();
    if (question.extras != nullptr && question.extras->draft != nullptr) {
        ResolvedExtras extras = *question.extras;
        extras.draft = std::make_shared<const Resolved>(isolated(*extras.draft));
        question.extras = std::make_shared<const ResolvedExtras>(std::move(extras));
    }
    return question;
}

} // namespace

FinderWorker::FinderWorker(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : QObject(parent),
      m_catalog(std::move(catalog)),
      m_known(std::make_unique<Known>(m_catalog)) {
    m_pool.setMaxThreadCount(1);
    m_counters.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    m_counters.setThreadPriority(QThread::LowPriority);
}

FinderWorker::~FinderWorker() {
    ++m_models;
    ++m_hardware;
    ++m_count;
    wait();
}

void FinderWorker::wait() {
    m_pool.waitForDone();
    m_counters.waitForDone();
}

void FinderWorker::findModels(const Scenario& scenario, const FinderFilter& filter) {
    const std::uint64_t ticket = ++m_models;
    m_pool.start([this, scenario = essential(scenario), filter, ticket] { searchModels(scenario, filter, ticket); });
}

void FinderWorker::searchModels(const Scenario& scenario, const FinderFilter& filter, std::uint64_t ticket) {
    const auto wanted = [this, ticket] { return m_models == ticket; };
    const auto tell = [this, wanted](auto call) {
        QMetaObject::invokeMethod(
            this,
            [wanted, call] {
                if (wanted()) {
                    call();
                }
            },
            Qt::QueuedConnection);
    };
    if (!wanted()) {
        return;
    }
    Known& known = *m_known;
    if (known.scenario != scenario) {
        known.scenario.reset();
        Result<Machine> machine = resolveMachine(scenario.machine, *m_catalog);
        Result<FinderTable> table =
            machine ? known.finder.find(scenario, *machine, [&](std::size_t, std::size_t) { return wanted(); })
                    : Result<FinderTable>(machine.error());
        if (!table) {
            tell([this, error = table.error()] { emit modelsFailed(error); });
            return;
        }
        if (!table->complete) {
            return;
        }
        known.machine = std::move(machine).value();
        known.table = std::move(table).value();
        known.scenario = scenario;
    }
    const FinderLook look = [&](FinderRow& row) {
        static_cast<void>(known.finder.look(scenario, known.machine, known.table.formats, row));
        return wanted();
    };
    const std::optional<std::vector<std::size_t>> chosen = filtered(known.table, *m_catalog, filter, look);
    const auto send = [&](bool final) {
        auto found = std::make_shared<ModelsFound>();
        found->formats = known.table.formats;
        for (const std::size_t i : *chosen) {
            found->rows.push_back(known.table.rows[i]);
        }
        found->final = final;
        tell([this, found = std::shared_ptr<const ModelsFound>(std::move(found))] { emit modelsFound(found); });
    };
    if (!chosen) {
        return;
    }
    send(false);
    for (const std::size_t i : *chosen) {
        if (!known.table.rows[i].looked && !look(known.table.rows[i])) {
            return;
        }
    }
    send(true);
}

void FinderWorker::findHardware(const Resolved& question) {
    const std::uint64_t ticket = ++m_hardware;
    m_pool.start([this, question = isolated(question), ticket] {
        const auto wanted = [this, ticket] { return m_hardware == ticket; };
        auto table = std::make_shared<const HardwareTable>(
            vram::findHardware(question, *m_catalog, [&](std::size_t, std::size_t) { return wanted(); }));
        if (!table->complete) {
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, wanted, table] {
                if (wanted()) {
                    emit hardwareFound(table);
                }
            },
            Qt::QueuedConnection);
    });
}

void FinderWorker::countModels(const Scenario& scenario, double leastBits) {
    const RuntimeProfile* const runtime = findRuntime(scenario.runtime.name);
    const std::uint64_t ticket = ++m_count;
    if (runtime == nullptr) {
        return;
    }
    auto count = std::make_shared<Count>();
    count->scenario = essential(scenario);
    count->leastBits = leastBits;
    count->ticket = ticket;
    count->product = FinderProduct(*m_catalog, loadableFormats(*m_catalog, *runtime), scenario.machine);
    for (int i = 0; i < m_counters.maxThreadCount(); ++i) {
        m_counters.start([this, count] { countSome(count); });
    }
}

void FinderWorker::countSome(const std::shared_ptr<Count>& count) {
    const std::size_t all = m_catalog->models().size();
    ModelFinder finder(m_catalog);
    const auto tell = [this, count](auto call) {
        QMetaObject::invokeMethod(
            this,
            [this, count, call] {
                if (m_count == count->ticket) {
                    call();
                }
            },
            Qt::QueuedConnection);
    };
    for (std::size_t model = count->next++; model < all && m_count == count->ticket; model = count->next++) {
        finder.judge(count->scenario, count->product, model, model + 1);
        const std::size_t done = ++count->done;
        tell([this, done, all] { emit countProgressed(static_cast<int>(done), static_cast<int>(all)); });
        if (done == all) { // whoever is last has seen all others end
            tell([this, counts = modelsThatRun(count->product, *m_catalog, count->leastBits)] {
                emit modelsCounted(counts);
            });
        }
    }
}

void FinderWorker::cancelCount() { ++m_count; }

} // namespace vram::ui
