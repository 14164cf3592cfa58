// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include "core/advice/finder_filter.h"
#include "core/advice/hardware_finder.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace vram::ui {

/// Models for a machine, as shown.
struct ModelsFound {
    std::vector<WeightFormat> formats;
    std::vector<FinderRow> rows;
    bool final = false; ///< false: speeds, and what has to be searched for, are still being worked out
};

/// Asks the finders beside the event loop, each thread with a resolver of its own. A newer question stops the older
/// one, whose answer is then never told.
class FinderWorker : public QObject {
    Q_OBJECT

public:
    explicit FinderWorker(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);
    ~FinderWorker() override;
    FinderWorker(const FinderWorker&) = delete;
    FinderWorker& operator=(const FinderWorker&) = delete;

    /// Models for the scenario's machine; its own model does not matter.
    void findModels(const Scenario& scenario, const FinderFilter& filter);
    void findHardware(const Resolved& question);
    /// Every model on every GPU, on all cores.
    void countModels(const Scenario& scenario, double leastBits);
    void cancelCount();
    /// Until nothing runs; answers have been sent then.
    void wait();

signals:
    void modelsFound(const std::shared_ptr<const vram::ui::ModelsFound>& found);
    void modelsFailed(const vram::Error& error);
    void hardwareFound(const std::shared_ptr<const vram::HardwareTable>& table);
    void countProgressed(int done, int all);
    /// Models that run on each GPU of the catalogue.
    void modelsCounted(const std::vector<std::size_t>& counts);

private:
    using Ticket = std::atomic<std::uint64_t>;
    struct Known; ///< the last table: another filter does not ask anew
    struct Count;
    void searchModels(const Scenario& scenario, const FinderFilter& filter, std::uint64_t ticket);
    void countSome(const std::shared_ptr<Count>& count);
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<Known> m_known; ///< of the one thread of m_pool
    Ticket m_models = 0;
    Ticket m_hardware = 0;
    Ticket m_count = 0;
    QThreadPool m_pool;
    QThreadPool m_counters;
};

} // namespace vram::ui
