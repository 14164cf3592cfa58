// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/machine_probe.h"

#include "core/catalog/reported_gpu.h"
#include "core/hardware/machine_text.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace vram::detect {

struct MachineProbe::Link {
    std::mutex mutex;
    MachineProbe* probe = nullptr; ///< nullptr once it is gone
};

namespace {

std::string secondsOf(std::chrono::milliseconds time) {
    return std::to_string((time.count() + 999) / 1000); // begun seconds
}

/// The trouble of a run that did not finish; nullopt for one that did, or whose program is not there.
std::optional<MachineTrouble> troubleOf(ProgramEnd end, const ProgramAnswer& answer, std::chrono::milliseconds time) {
    switch (end) {
    case ProgramEnd::Finished:
    case ProgramEnd::NotStarted:
        return std::nullopt;
    case ProgramEnd::TimedOut:
        return MachineTrouble{MachineTroubleCode::ProgramTimedOut, {answer.program, secondsOf(time)}};
    case ProgramEnd::TooLong:
        return MachineTrouble{MachineTroubleCode::ProgramAnswerUnread, {answer.program, excerptOf(answer.output)}};
    case ProgramEnd::Crashed:
        break;
    }
    return MachineTrouble{MachineTroubleCode::ProgramFailed, {answer.program, excerptOf(answer.errors)}};
}

template <typename T>
void append(std::vector<T>& list, const std::vector<T>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

} // namespace

MachineProbe::MachineProbe(std::shared_ptr<const Catalog> catalog, MachineSources sources, QObject* parent)
    : QObject(parent),
      m_catalog(std::move(catalog)),
      m_sources(std::move(sources)),
      m_link(std::make_shared<Link>()) {
    m_link->probe = this;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        FileReadings nothing;
        nothing.machine.troubles.push_back(
            {MachineTroubleCode::FileUnreadable, {m_sources.files.sys.string(), std::string(kNoAnswer)}});
        takeFiles(std::move(nothing));
    });
}

MachineProbe::~MachineProbe() {
    const std::lock_guard lock(m_link->mutex);
    m_link->probe = nullptr;
}

void MachineProbe::start() {
    if (m_running) {
        return;
    }
    m_running = true;
    ++m_search;
    m_runs.clear();
    m_files.reset();
    m_told = {};
    m_noNvidiaSmi = false;
    readFilesBeside();
    if (m_sources.files.system == System::Apple) {
        askApple();
    } else {
        askNvidia(QString::fromUtf8(kNvidiaFields.data(), static_cast<qsizetype>(kNvidiaFields.size())));
    }
}

void MachineProbe::ask(const QStringList& programs, const QStringList& arguments, ProgramRun::Done use) {
    ++m_open;
    auto done = [this, use = std::move(use)](ProgramEnd end, const ProgramAnswer& answer) {
        if (const std::optional<MachineTrouble> trouble = troubleOf(end, answer, m_sources.timeout)) {
            m_told.troubles.push_back(*trouble);
        }
        use(end, answer);
        finishPart();
    };
    m_runs.push_back(std::make_unique<ProgramRun>(programs, arguments, m_sources.timeout, std::move(done)));
    m_runs.back()->start();
}

void MachineProbe::askNvidia(const QString& fields) {
    ask(m_sources.nvidiaSmi, {QStringLiteral("--query-gpu=") + fields, QStringLiteral("--format=csv,noheader,nounits")},
        [this](ProgramEnd end, const ProgramAnswer& answer) { takeNvidia(end, answer); });
}

void MachineProbe::takeNvidia(ProgramEnd end, const ProgramAnswer& answer) {
    if (end == ProgramEnd::NotStarted) {
        m_noNvidiaSmi = true;
        return;
    }
    if (end != ProgramEnd::Finished) {
        return;
    }
    GpuReading reading = readNvidiaSmi(answer);
    if (reading.fieldUnknown && m_runs.size() == 1) {
        askNvidia(QString::fromUtf8(kNvidiaOldFields.data(), static_cast<qsizetype>(kNvidiaOldFields.size())));
        return;
    }
    append(m_told.gpus, reading.gpus);
    append(m_told.troubles, reading.troubles);
}

void MachineProbe::askApple() {
    ask({m_sources.systemProfiler}, {QStringLiteral("SPHardwareDataType"), QStringLiteral("-json")},
        [this](ProgramEnd end, const ProgramAnswer& answer) {
            if (end == ProgramEnd::Finished) {
                readAppleHardware(answer, m_told);
            }
        });
    ask({m_sources.sysctl},
        {QStringLiteral("hw.memsize"), QStringLiteral("hw.physicalcpu"), QStringLiteral("hw.perflevel0.physicalcpu"),
         QStringLiteral("machdep.cpu.brand_string")},
        [this](ProgramEnd end, const ProgramAnswer& answer) {
            if (end == ProgramEnd::Finished) {
                readAppleSysctl(answer, m_told);
            }
        });
}

void MachineProbe::readFilesBeside() {
    ++m_open;
    m_timer.start(m_sources.timeout);
    // Detached: a driver that never answers holds up this thread alone, and at most until the program ends.
    std::thread([link = m_link, sources = m_sources.files, search = m_search] {
        auto readings = std::make_shared<FileReadings>(readFiles(sources));
        const std::lock_guard lock(link->mutex);
        MachineProbe* const probe = link->probe;
        if (probe == nullptr) {
            return;
        }
        QMetaObject::invokeMethod(
            probe,
            [probe, readings, search] {
                if (search == probe->m_search) {
                    probe->takeFiles(std::move(*readings));
                }
            },
            Qt::QueuedConnection);
    }).detach();
}

void MachineProbe::takeFiles(FileReadings readings) {
    if (m_files) {
        return; // too late
    }
    m_timer.stop();
    m_files = std::move(readings);
    finishPart();
}

void MachineProbe::finishPart() {
    if (--m_open > 0) {
        return;
    }
    // From the event loop: whoever hears it may delete this object, in which a run is still ending.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_running = false;
            emit found(together());
        },
        Qt::QueuedConnection);
}

DetectedMachine MachineProbe::together() const {
    DetectedMachine machine = m_files->machine;
    std::vector<DetectedGpu> gpus = m_told.gpus;
    if (m_noNvidiaSmi && (m_files->nvidia || !m_files->nvidiaModels.empty())) {
        machine.troubles.push_back({MachineTroubleCode::NoNvidiaSmi, {m_sources.nvidiaSmi.value(0).toStdString()}});
    }
    if (gpus.empty()) {
        for (const std::string& model : m_files->nvidiaModels) {
            DetectedGpu gpu;
            gpu.reportedName = model;
            gpu.vendor = Vendor::Nvidia;
            gpus.push_back(std::move(gpu));
        }
    }
    append(gpus, machine.gpus);
    machine.gpus = std::move(gpus);
    append(machine.troubles, m_told.troubles);
    // Apple's programs tell what files tell elsewhere.
    machine.ram = m_told.ram ? m_told.ram : machine.ram;
    machine.cores = m_told.cores ? m_told.cores : machine.cores;
    machine.performanceCores = m_told.performanceCores ? m_told.performanceCores : machine.performanceCores;
    machine.cpuName = m_told.cpuName.empty() ? machine.cpuName : m_told.cpuName;
    return completedMachine(std::move(machine), *m_catalog);
}

} // namespace vram::detect
