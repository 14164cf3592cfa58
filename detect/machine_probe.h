// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "core/catalog/catalog.h"
#include "core/hardware/detected_machine.h"
#include "detect/file_readings.h"
#include "detect/machine_sources.h"
#include "detect/program_run.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace vram::detect {

/// Asks programs and files at once and puts their answers together. Nothing waits: programs run beside this one, files
/// are read on a thread of their own, and what does not answer in time is a trouble. May go at any time.
class MachineProbe : public QObject {
    Q_OBJECT

public:
    MachineProbe(std::shared_ptr<const Catalog> catalog, MachineSources sources, QObject* parent = nullptr);
    ~MachineProbe() override;
    MachineProbe(const MachineProbe&) = delete;
    MachineProbe& operator=(const MachineProbe&) = delete;

    /// Ends in found(); while a search runs, another call changes nothing.
    void start();

signals:
    void found(const vram::DetectedMachine& machine);

private:
    struct Link;

    void askNvidia(const QString& fields);
    void askApple();
    void ask(const QStringList& programs, const QStringList& arguments, ProgramRun::Done use);
    void readFilesBeside();
    void takeFiles(FileReadings readings);
    void takeNvidia(ProgramEnd end, const ProgramAnswer& answer);
    void finishPart();
    [[nodiscard]] DetectedMachine together() const;

    std::shared_ptr<const Catalog> m_catalog;
    MachineSources m_sources;
    std::shared_ptr<Link> m_link; ///< what the thread of the files knows of this object
    QTimer m_timer;
    std::uint64_t m_search = 0;
    bool m_running = false;
    int m_open = 0; ///< parts that have not answered
    std::vector<std::unique_ptr<ProgramRun>> m_runs;
    std::optional<FileReadings> m_files;
    DetectedMachine m_told; ///< by programs
    bool m_noNvidiaSmi = false;
};

} // namespace vram::detect
