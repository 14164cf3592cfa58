// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "core/scenario/detected_choice.h"
#include "core/scenario/scenario_json.h"
#include "detect/machine_probe.h"
#include "detect/text_file.h"
#include "machine_tree.h"
#include "shipped_catalog.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace vram;
using namespace vram::detect;
using vram::test::codesOf;

namespace {

namespace fs = std::filesystem;
using Code = MachineTroubleCode;
using namespace std::chrono_literals;

const fs::path kMachines = test::machinesFolder();

bool hasTrouble(const DetectedMachine& machine, Code code) {
    return std::ranges::find(machine.troubles, code, &MachineTrouble::code) != machine.troubles.end();
}

/// A folder with a recorded tree and a program that stands in for nvidia-smi.
class Recorded {
public:
    explicit Recorded(const char* tree = nullptr) {
        if (tree != nullptr) {
            test::unpackTree(kMachines / tree, root());
        }
    }

    [[nodiscard]] fs::path root() const { return m_folder.path().toStdString(); }

    void setProgram(const std::string& script) const {
        const fs::path program = root() / "nvidia-smi";
        test::writeFile(program, "#!/bin/sh\n" + script + "\n");
        fs::permissions(program, fs::perms::owner_all);
    }
    void answerWith(const char* name, int exitCode = 0) const {
        setProgram("cat '" + (kMachines / name).string() + "'; exit " + std::to_string(exitCode));
    }

    [[nodiscard]] MachineSources sources(std::chrono::milliseconds timeout = 20s) const {
        MachineSources sources;
        sources.files = {System::Linux, false, root() / "sys", root() / "proc", root() / "run"};
        sources.nvidiaSmi = QStringList{QString::fromStdString((root() / "nvidia-smi").string())};
        sources.timeout = timeout;
        return sources;
    }

    [[nodiscard]] DetectedMachine detect(std::chrono::milliseconds timeout = 20s) const {
        return detect(sources(timeout));
    }

    [[nodiscard]] static DetectedMachine detect(const MachineSources& sources) {
        MachineProbe probe(facts().catalog, sources);
        QSignalSpy spy(&probe, &MachineProbe::found);
        probe.start();
        if (!spy.wait(30000)) {
            return {};
        }
        return spy.front().front().value<DetectedMachine>();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestDetect : public QObject {
    Q_OBJECT

private slots:
    void tablesForRootAloneAreSaidToBe() {
        DetectedMachine machine;
        readModules("/sys/table", {std::nullopt, kNoPermission}, {}, machine);
        QVERIFY(machine.troubles == (std::vector<MachineTrouble>{{Code::RamTypeNeedsRoot, {"/sys/table"}}}));
        // udev has read it already.
        DetectedMachine told;
        readModules(
            "/sys/table", {std::nullopt, kNoPermission},
            {"E:MEMORY_DEVICE_0_SIZE=17179869184\nE:MEMORY_DEVICE_0_TYPE=DDR4\nE:MEMORY_DEVICE_0_SPEED_MTS=3200\n", {}},
            told);
        QVERIFY(told.troubles.empty());
        QCOMPARE(told.ramType, std::string("DDR4-3200"));
    }

    void amdDesktopIsFound() {
        const DetectedMachine machine = Recorded("amd_desktop.tree").detect();
        QCOMPARE(machine.gpus.size(), 2U);
        QCOMPARE(machine.gpus[0].catalogName, std::string("Radeon RX 7900 XTX"));
        QCOMPARE(machine.gpus[0].total->count(), (24LL << 30) - (16LL << 20));
        QCOMPARE(machine.gpus[0].free->count(), (23LL << 30) - (16LL << 20));
        // The card says 16 lanes, the slot has four.
        QCOMPARE(machine.gpus[0].pcie, std::string("4.0x4"));
        QVERIFY(machine.gpus[1].unified && machine.gpus[1].catalogName.empty());
        QCOMPARE(machine.ramType, std::string("DDR5-6000"));
        QCOMPARE(machine.ramChannels.value_or(0), 2);
        QCOMPARE(machine.cores.value_or(0), 16);
        QCOMPARE(machine.cpuName, std::string("AMD Ryzen 9 7950X 16-Core Processor"));
        QVERIFY(machine.troubles.empty());

        const DetectedChoice choice = machineChoiceOf(machine);
        QVERIFY(choice.machine.gpus == (std::vector<GpuChoice>{{"Radeon RX 7900 XTX", 1}}));
        QCOMPARE(choice.machine.ramGib, 62.0); // 65 000 000 kB
        QVERIFY(choice.pretended.empty());
    }

    void sharedMemoryIsWhatSystemAndGraphicsHold() {
        const DetectedMachine machine = Recorded("strix_halo.tree").detect();
        QCOMPARE(machine.gpus.at(0).catalogName, std::string("Ryzen AI Max+ 395 (Radeon 8060S) 128GB"));
        QVERIFY(machine.gpus[0].unified && machine.gpus[0].pcie.empty());
        QCOMPARE(machine.gpus[0].total->count(), 64500000LL * 1024 + (64LL << 30));
        QCOMPARE(machine.ramType, std::string("LPDDR5-8000"));
        QCOMPARE(machine.ramChannels.value_or(0), 4);
        QVERIFY(machineChoiceOf(machine).pretended.empty());
    }

    void intelCardIsFound() {
        const DetectedMachine machine = Recorded("intel_b580.tree").detect();
        QCOMPARE(machine.gpus.size(), 2U);
        QVERIFY(machine.gpus[0].unified && machine.gpus[0].catalogName.empty());
        QCOMPARE(machine.gpus[1].catalogName, std::string("Arc B580"));
        QCOMPARE(machine.gpus[1].total->count(), 12LL << 30);
        QCOMPARE(machine.gpus[1].pcie, std::string("4.0x8"));
        // i5-13400: six fast cores with two threads, four slow ones.
        QCOMPARE(machine.cores.value_or(0), 10);
        QCOMPARE(machine.performanceCores.value_or(0), 6);
        QCOMPARE(machine.ramChannels.value_or(0), 1);
        QVERIFY(machine.troubles.empty());
    }

    void nvidiaDesktopIsFound() {
        const Recorded recorded("nvidia_desktop.tree");
        recorded.answerWith("nvidia-smi/desktop.csv");
        const DetectedMachine machine = recorded.detect();
        QCOMPARE(machine.gpus.size(), 1U);
        QCOMPARE(machine.gpus[0].catalogName, std::string("GeForce RTX 4090"));
        QVERIFY(codesOf(machine.troubles) == std::vector{Code::RamTypeUnknown});
        const DetectedChoice choice = machineChoiceOf(machine);
        QCOMPARE(choice.machine.pcie, std::string("4.0x16"));
        QVERIFY(choice.pretended == std::vector{kPretendedRamSpeed});
    }

    void withoutNvidiaSmiTheDriverStillNamesTheCard() {
        const DetectedMachine machine = Recorded("nvidia_desktop.tree").detect();
        QCOMPARE(machine.gpus.at(0).catalogName, std::string("GeForce RTX 4090"));
        QVERIFY(!machine.gpus[0].total);
        QVERIFY(codesOf(machine.troubles) == (std::vector{Code::RamTypeUnknown, Code::NoNvidiaSmi}));
        QVERIFY(machineChoiceOf(machine).pretended == (std::vector{kPretendedGpu, kPretendedPcie, kPretendedRamSpeed}));
    }

    void sparkSharesItsMemory() {
        const Recorded recorded;
        recorded.answerWith("nvidia-smi/spark.csv");
        test::writeFile(recorded.root() / "proc/meminfo", "MemTotal: 127600748 kB\nMemAvailable: 118566368 kB\n");
        const DetectedMachine machine = recorded.detect();
        QCOMPARE(machine.gpus.at(0).catalogName, std::string("DGX Spark (GB10)"));
        QVERIFY(machine.gpus[0].unified);
        QCOMPARE(machine.gpus[0].total->count(), 127600748LL * 1024);
        QVERIFY(machineChoiceOf(machine).machine.pcie.empty());
    }

    void olderDriversAreAskedAgain() {
        const Recorded recorded;
        recorded.setProgram("case \"$1\" in *mig*) cat '" + (kMachines / "nvidia-smi/field_unknown.txt").string() +
                            "'; exit 2;; esac\ncat '" + (kMachines / "nvidia-smi/laptop_old_driver.csv").string() +
                            "'");
        QCOMPARE(recorded.detect().gpus.at(0).catalogName, std::string("GeForce RTX 4090 Laptop"));
    }

    void cardsOfAKindAreCounted() {
        const Recorded recorded;
        recorded.answerWith("nvidia-smi/three_cards.csv");
        const DetectedChoice choice = machineChoiceOf(recorded.detect());
        QVERIFY(choice.machine.gpus == (std::vector<GpuChoice>{{"GeForce RTX 3060 12GB", 1},
                                                               {"GeForce RTX 4060 Ti 16GB", 1},
                                                               {"GeForce RTX 4060 Ti 8GB", 1}}));
        QCOMPARE(choice.machine.pcie, std::string("4.0x4")); // the slowest

        recorded.answerWith("nvidia-smi/server_mig.csv");
        const DetectedChoice server = machineChoiceOf(recorded.detect());
        QVERIFY(server.machine.gpus == (std::vector<GpuChoice>{{"A100 SXM4 80GB", 2}}));
        QCOMPARE(server.pretended.front(), kPretendedGpu);
    }

    void aMachineThatTellsNothingPretendsAll() {
        const Recorded recorded;
        const DetectedMachine machine = recorded.detect();
        QVERIFY(codesOf(machine.troubles) ==
                (std::vector{Code::RamTypeUnknown, Code::NoGpu, Code::RamUnknown, Code::CoresUnknown}));
        const DetectedChoice choice = machineChoiceOf(machine);
        QVERIFY(choice.machine == MachineChoice{});
        QVERIFY(choice.pretended == (std::vector{kPretendedRam, kPretendedRamSpeed, kPretendedCores}));
    }

    void programsThatHangAreKilled() {
        const Recorded recorded;
        recorded.setProgram("echo $$ > '" + (recorded.root() / "pid").string() + "'\nexec sleep 600");
        const DetectedMachine machine = recorded.detect(300ms);
        QVERIFY(!machine.troubles.empty());
        QVERIFY(hasTrouble(machine, Code::ProgramTimedOut));
        std::ifstream file(recorded.root() / "pid");
        int pid = 0;
        file >> pid;
        QVERIFY(pid > 0);
        QTRY_VERIFY(!fs::exists("/proc/" + std::to_string(pid)));
    }

    void programsThatNeverStopTalkingAreKilled() {
        const Recorded recorded;
        recorded.setProgram("while :; do echo 'NVIDIA GeForce RTX 4090, 24564, 23012, 4, 16, [N/A]'; done");
        const DetectedMachine machine = recorded.detect();
        QVERIFY(machine.gpus.empty());
        QVERIFY(hasTrouble(machine, Code::ProgramAnswerUnread));
    }

    void programsThatCrashAreTrouble() {
        const Recorded recorded;
        recorded.setProgram("kill -SEGV $$");
        const DetectedMachine machine = recorded.detect();
        QVERIFY(hasTrouble(machine, Code::ProgramFailed));
    }

    void aProbeMayGoWhileItSearches() {
        const Recorded recorded("amd_desktop.tree");
        recorded.setProgram("exec sleep 600");
        for (int i = 0; i < 20; ++i) {
            auto probe = std::make_unique<MachineProbe>(facts().catalog, recorded.sources());
            probe->start();
            QTest::qWait(i);
            probe.reset();
        }
        // In the middle of its own signal, too.
        recorded.answerWith("nvidia-smi/desktop.csv");
        auto* probe = new MachineProbe(facts().catalog, recorded.sources());
        bool found = false;
        connect(probe, &MachineProbe::found, this, [&found, probe] {
            found = true;
            delete probe;
        });
        probe->start();
        QTRY_VERIFY(found);
        QCoreApplication::processEvents();
    }

    void aSecondCallWhileOneRunsChangesNothing() {
        const Recorded recorded("amd_desktop.tree");
        MachineProbe probe(facts().catalog, recorded.sources());
        QSignalSpy spy(&probe, &MachineProbe::found);
        probe.start();
        probe.start();
        QVERIFY(spy.wait(30000));
        QCOMPARE(spy.size(), 1);
        probe.start(); // and again afterwards
        QVERIFY(spy.wait(30000));
        QCOMPARE(spy.size(), 2);
        QVERIFY(spy[0][0].value<DetectedMachine>() == spy[1][0].value<DetectedMachine>());
    }

    void filesThatCannotBeReadAreTrouble_data() {
        QTest::addColumn<QString>("phrase");
        for (const std::string_view phrase : {kNotRegular, kTooLong, kLinkLoop}) {
            QTest::newRow(std::string(phrase).c_str())
                << QString::fromUtf8(phrase.data(), static_cast<qsizetype>(phrase.size()));
        }
        QTest::newRow("a pipe") << QStringLiteral("pipe");
    }
    void filesThatCannotBeReadAreTrouble() {
        QFETCH(QString, phrase);
        const Recorded recorded("amd_desktop.tree");
        const fs::path path = recorded.root() / "sys/class/drm/card0/device/mem_info_vram_total";
        fs::remove(path);
        if (phrase == QStringLiteral("pipe")) {
            QCOMPARE(mkfifo(path.c_str(), 0600), 0); // opening it would wait for a writer for ever
        } else if (phrase.toStdString() == kNotRegular) {
            fs::create_directory(path);
        } else if (phrase.toStdString() == kTooLong) {
            test::writeFile(path, std::string(10000, '1'));
        } else {
            fs::create_symlink(path.filename(), path);
        }
        const DetectedMachine machine = recorded.detect();
        QCOMPARE(machine.gpus.size(), 2U);
        QCOMPARE(machine.gpus[0].catalogName, std::string("Radeon RX 7900 XTX")); // by its numbers
        QVERIFY(!machine.gpus[0].total && !machine.gpus[0].free);
        QVERIFY(codesOf(machine.troubles) == std::vector{Code::FileUnreadable});
    }

    void cardsThatTellNonsenseAreTrouble_data() {
        QTest::addColumn<QByteArray>("total");
        QTest::newRow("negative") << QByteArray("-1\n");
        QTest::newRow("beyond 64 bits") << QByteArray("18446744073709551616\n");
        QTest::newRow("beyond a PiB") << QByteArray("1125899906842625\n");
        QTest::newRow("NUL") << QByteArray("2\0004\n", 4);
        QTest::newRow("words") << QByteArray("a lot\n");
    }
    void cardsThatTellNonsenseAreTrouble() {
        QFETCH(QByteArray, total);
        const Recorded recorded("amd_desktop.tree");
        test::writeFile(recorded.root() / "sys/class/drm/card0/device/mem_info_vram_total", total.toStdString());
        const DetectedMachine machine = recorded.detect();
        QVERIFY(!machine.gpus.at(0).total);
        QVERIFY(codesOf(machine.troubles) == std::vector{Code::ValueOutOfRange});
    }

    void linksInACircleEnd() {
        const Recorded recorded;
        const fs::path card = recorded.root() / "sys/class/drm/card0";
        fs::create_directories(card);
        fs::create_symlink("device", card / "device");
        fs::create_directories(recorded.root() / "sys/devices/system");
        fs::create_symlink("cpu", recorded.root() / "sys/devices/system/cpu");
        const DetectedMachine machine = recorded.detect();
        QVERIFY(machine.gpus.empty());
        QVERIFY(std::ranges::any_of(machine.troubles, [](const MachineTrouble& trouble) {
            return trouble.code == Code::FileUnreadable && trouble.arguments.at(1) == kLinkLoop;
        }));
    }

    void theCommandLineWritesAMachineForAScenario() {
        const Recorded recorded("amd_desktop.tree");
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM), {QStringLiteral("machine"), QStringLiteral("--root"),
                                                    QString::fromStdString(recorded.root().string())});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 0);
        const Json json = Json::parse(process.readAllStandardOutput().toStdString());
        QCOMPARE(json["machine"], Json::parse(R"({"gpus": [{"name": "Radeon RX 7900 XTX", "count": 1}], "ram_gib": 62.0,
            "ram_type": "DDR5-6000", "ram_channels": 2, "cpu_cores": 16, "pcie": "4.0x4"})"));
        QVERIFY(json["pretended"].empty() && json["troubles"].empty());
        QCOMPARE(json["found"]["gpus"][0]["reported"].get<std::string>(), std::string("Radeon RX 7900 XTX"));
        Json whole = Json::object();
        whole["model"] = {{"catalog", "Qwen/Qwen3-14B"}};
        whole["machine"] = json["machine"];
        const auto scenario = scenarioFromJson(whole, {});
        QVERIFY2(scenario, scenario ? "" : (scenario.error().where + scenario.error().arguments.at(0)).c_str());
        QVERIFY(scenario->machine == machineChoiceOf(recorded.detect()).machine);
    }
};

QTEST_GUILESS_MAIN(TestDetect)
#include "tst_detect.moc"
