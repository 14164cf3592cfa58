// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/catalog/reported_gpu.h"
#include "core/hardware/machine_readings.h"
#include "core/hardware/pci_gpus.h"
#include "machine_tree.h"
#include "shipped_catalog.h"

#include <algorithm>
#include <set>

using namespace vram;
using vram::test::codesOf;
using vram::test::recordedText;

namespace {

using Code = MachineTroubleCode;

ProgramAnswer answerOf(const char* name, int exitCode = 0) { return {"nvidia-smi", recordedText(name), {}, exitCode}; }

} // namespace

class TestMachineReadings : public QObject {
    Q_OBJECT

private slots:
    void nvidiaSmiIsRead() {
        const GpuReading one = readNvidiaSmi(answerOf("nvidia-smi/desktop.csv"));
        QCOMPARE(one.gpus.size(), 1U);
        QVERIFY(one.troubles.empty());
        QCOMPARE(one.gpus[0].reportedName, std::string("NVIDIA GeForce RTX 4090"));
        QCOMPARE(one.gpus[0].total->count(), 24564LL * 1048576);
        QCOMPARE(one.gpus[0].free->count(), 23012LL * 1048576);
        QCOMPARE(one.gpus[0].pcie, std::string("4.0x16"));

        const GpuReading three = readNvidiaSmi(answerOf("nvidia-smi/three_cards.csv"));
        QCOMPARE(three.gpus.size(), 3U);
        QCOMPARE(three.gpus[2].pcie, std::string("4.0x4"));

        const GpuReading old = readNvidiaSmi(answerOf("nvidia-smi/laptop_old_driver.csv"));
        QCOMPARE(old.gpus.size(), 1U);
        QCOMPARE(old.gpus[0].pcie, std::string("4.0x8"));

        const GpuReading partitioned = readNvidiaSmi(answerOf("nvidia-smi/server_mig.csv"));
        QCOMPARE(partitioned.gpus.size(), 2U);
        QVERIFY(codesOf(partitioned.troubles) == std::vector{Code::GpuPartitioned});

        const GpuReading untold = readNvidiaSmi(answerOf("nvidia-smi/not_in_catalogue.csv"));
        QVERIFY(untold.gpus.at(0).pcie.empty());

        // A link that no scenario takes is as good as untold: six lanes, an eighth generation.
        const GpuReading odd = readNvidiaSmi({"nvidia-smi",
                                              "NVIDIA GeForce RTX 4060 Ti, 8188, 7800, 4, 6, [N/A]\n"
                                              "NVIDIA GeForce RTX 4060 Ti, 8188, 7800, 8, 16, [N/A]\n",
                                              {},
                                              0});
        QCOMPARE(odd.gpus.size(), 2U);
        QVERIFY(odd.gpus[0].pcie.empty() && odd.gpus[1].pcie.empty());
    }

    void nvidiaSmiThatFailsSaysWhy() {
        const GpuReading failed = readNvidiaSmi(answerOf("nvidia-smi/no_driver.txt", 9));
        QVERIFY(failed.gpus.empty());
        QVERIFY(codesOf(failed.troubles) == std::vector{Code::ProgramFailed});
        QCOMPARE(failed.troubles[0].arguments.at(1),
                 std::string("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure "
                             "that the latest NVIDIA driver is installed and running."));
        // The same where a wrapper lost the exit status.
        QVERIFY(codesOf(readNvidiaSmi(answerOf("nvidia-smi/no_driver.txt", 0)).troubles) ==
                std::vector{Code::ProgramAnswerUnread});
        const GpuReading mismatch = readNvidiaSmi(answerOf("nvidia-smi/mismatch.txt", 18));
        QCOMPARE(mismatch.troubles.at(0).arguments.at(1),
                 std::string("Failed to initialize NVML: Driver/library version mismatch"));
        const GpuReading none = readNvidiaSmi(answerOf("nvidia-smi/no_devices.txt", 6));
        QVERIFY(none.gpus.empty() && none.troubles.empty());
        QVERIFY(readNvidiaSmi(answerOf("nvidia-smi/field_unknown.txt", 2)).fieldUnknown);
    }

    void nvidiaSmiThatMakesNoSenseIsTrouble_data() {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<int>("cards");
        QTest::addColumn<int>("code");
        const int unread = static_cast<int>(Code::ProgramAnswerUnread);
        const int range = static_cast<int>(Code::ValueOutOfRange);
        QTest::newRow("nothing") << QByteArray() << 0 << unread;
        QTest::newRow("prose") << QByteArray("hello, this, is, no, card, list\n") << 0 << unread;
        QTest::newRow("too few fields") << QByteArray("NVIDIA GeForce RTX 4090, 24564\n") << 0 << unread;
        QTest::newRow("no name") << QByteArray(", 24564, 1, 4, 16, [N/A]\n") << 0 << unread;
        QTest::newRow("NUL") << QByteArray("NVIDIA\0 T4, 15360, 1, 3, 16, [N/A]\n", 34) << 0 << unread;
        QTest::newRow("negative") << QByteArray("Tesla T4, -15360, 15000, 3, 16, [N/A]\n") << 1 << range;
        QTest::newRow("beyond a PiB") << QByteArray("Tesla T4, 1073741825, 1, 3, 16, [N/A]\n") << 1 << range;
        QTest::newRow("beyond 64 bits") << QByteArray("Tesla T4, 9223372036854775807, 1, 3, 16, [N/A]\n") << 1 << range;
        QTest::newRow("more free than there is") << QByteArray("Tesla T4, 15360, 15361, 3, 16, [N/A]\n") << 1 << range;
    }
    void nvidiaSmiThatMakesNoSenseIsTrouble() {
        QFETCH(QByteArray, output);
        QFETCH(int, cards);
        QFETCH(int, code);
        const GpuReading reading = readNvidiaSmi({"nvidia-smi", output.toStdString(), {}, 0});
        QCOMPARE(static_cast<int>(reading.gpus.size()), cards);
        QVERIFY(!reading.troubles.empty());
        QCOMPARE(static_cast<int>(reading.troubles.front().code), code);
    }

    // Names as the vendors' tools write them, totals in MiB as they list them; -1: not told.
    void reportedNamesFindTheirEntry_data() {
        QTest::addColumn<QString>("reported");
        QTest::addColumn<qlonglong>("mib");
        QTest::addColumn<QString>("entry");
        const auto row = [](const char* reported, qlonglong mib, const char* entry) {
            QTest::addRow("%s, %lld", reported, mib) << reported << mib << entry;
        };
        row("NVIDIA GeForce RTX 4090", 24564, "GeForce RTX 4090");
        row("NVIDIA GeForce RTX 4090 D", 24564, "GeForce RTX 4090 D");
        row("NVIDIA GeForce RTX 4090 Laptop GPU", 16376, "GeForce RTX 4090 Laptop");
        row("NVIDIA GeForce RTX 3060", 12288, "GeForce RTX 3060 12GB");
        row("NVIDIA GeForce RTX 3060", 8192, "GeForce RTX 3060 8GB");
        row("NVIDIA GeForce RTX 3060 Ti", 8192, "GeForce RTX 3060 Ti");
        row("NVIDIA GeForce RTX 4060 Ti", 8188, "GeForce RTX 4060 Ti 8GB");
        row("NVIDIA GeForce RTX 4060 Ti", 16380, "GeForce RTX 4060 Ti 16GB");
        row("NVIDIA GeForce RTX 3080 Laptop GPU", 16384, "GeForce RTX 3080 Laptop 16GB");
        row("NVIDIA GeForce GTX 1060 6GB", 6144, "GeForce GTX 1060 6GB");
        row("NVIDIA GeForce GTX 1650", 4096, "GeForce GTX 1650 4GB (GDDR5)");
        row("NVIDIA TITAN RTX", 24576, "TITAN RTX");
        row("Quadro RTX 6000", 24576, "Quadro RTX 6000");
        row("NVIDIA RTX 6000 Ada Generation", 49140, "RTX 6000 Ada");
        row("NVIDIA RTX A6000", 49140, "RTX A6000");
        row("NVIDIA RTX PRO 6000 Blackwell Workstation Edition", 97887, "RTX PRO 6000 Blackwell Workstation");
        row("NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition", 97887, "RTX PRO 6000 Blackwell Max-Q");
        row("NVIDIA RTX PRO 6000 Blackwell Server Edition", 97887, "RTX PRO 6000 Blackwell Server");
        row("Tesla T4", 15360, "T4");
        row("Tesla T4", 15109, "T4"); // older drivers
        row("Tesla P100-PCIE-16GB", 16280, "Tesla P100 PCIe 16GB");
        row("Tesla P40", 24576, "Tesla P40");
        row("Tesla V100-SXM2-32GB", 32510, "V100 SXM2 32GB");
        row("Tesla V100-PCIE-16GB", 16160, "V100 PCIe 16GB");
        row("Tesla V100S-PCIE-32GB", 32510, "V100S PCIe 32GB");
        row("NVIDIA A100-SXM4-40GB", 40960, "A100 SXM4 40GB");
        row("NVIDIA A100-SXM4-80GB", 81920, "A100 SXM4 80GB");
        row("NVIDIA A100-PCIE-40GB", 40960, "A100 PCIe 40GB");
        row("NVIDIA A100 80GB PCIe", 81920, "A100 PCIe 80GB");
        row("NVIDIA A100 80GB PCIe", -1, "A100 PCIe 80GB");
        row("NVIDIA A10G", 23028, "A10G");
        row("NVIDIA A16", 15356, "A16 (per GPU of 4)");
        row("NVIDIA L40S", 46068, "L40S");
        row("NVIDIA H100 80GB HBM3", 81559, "H100 SXM5 80GB");
        row("NVIDIA H100 PCIe", 81559, "H100 PCIe 80GB");
        row("NVIDIA H100 NVL", 95830, "H100 NVL 94GB");
        row("NVIDIA H200", 143771, "H200 SXM 141GB");
        row("NVIDIA H200 NVL", 143771, "H200 NVL 141GB");
        row("NVIDIA GH200 480GB", 97871, "GH200 96GB");
        row("NVIDIA GH200 144G HBM3e", 147456, "GH200 144GB");
        row("NVIDIA B200", 183359, "B200 SXM 180GB");
        row("NVIDIA B300 SXM6 AC", 275040, "B300 SXM 288GB");
        row("NVIDIA GB10", -1, "DGX Spark (GB10)");
        row("Radeon RX 7900 XTX", 24560, "Radeon RX 7900 XTX");
        row("Radeon RX 9060 XT", 16304, "Radeon RX 9060 XT 16GB");
        row("Radeon RX 9060 XT", 8176, "Radeon RX 9060 XT 8GB");
        row("AMD Instinct MI300X", 196592, "Instinct MI300X");
        row("Instinct MI50", 16368, "Instinct MI50 16GB");
        row("Radeon PRO W7800", 49136, "Radeon PRO W7800 48GB");
        row("Radeon 8060S", 98304, "Ryzen AI Max+ 395 (Radeon 8060S) 96GB");
        row("Intel(R) Arc(TM) A770 Graphics", 15930, "Arc A770 16GB");
        row("Arc A770", 8192, "Arc A770 8GB");
        row("Arc 140V", 31900, "Arc 140V (Lunar Lake) 32GB");
        row("Apple M3 Max", 131072, "Apple M3 Max (40-core GPU) 128GB");
        row("Apple M3 Max", 36864, "Apple M3 Max (30-core GPU) 36GB");
        row("Apple M1", 16384, "Apple M1 16GB");
    }
    void reportedNamesFindTheirEntry() {
        QFETCH(QString, reported);
        QFETCH(qlonglong, mib);
        QFETCH(QString, entry);
        const ReportedGpu found = findReportedGpu(*facts().catalog, reported.toStdString(),
                                                  mib < 0 ? std::nullopt : std::optional(kMiB * mib));
        QVERIFY(found.gpu != nullptr);
        QCOMPARE(QString::fromStdString(found.gpu->name), entry);
        QVERIFY(!found.memoryGuessed);
    }

    void everyEntryIsFoundByItsOwnName() {
        for (const Gpu& gpu : facts().catalog->gpus()) {
            const ReportedGpu found =
                findReportedGpu(*facts().catalog, gpu.name, gpu.driverMemory.value_or(gpu.memory));
            QVERIFY2(found.gpu != nullptr, gpu.name.c_str());
            QCOMPARE(found.gpu->name, gpu.name);
        }
    }

    void cardsThatAreNotInTheCatalogueAreNotGuessed() {
        const Catalog& catalog = *facts().catalog;
        for (const char* name : {"Tesla K80", "NVIDIA GeForce RTX 2080 with Max-Q Design", "", "GPU", "NVIDIA",
                                 "NVIDIA RTX 6000 Pro Maxi", "Orin (nvgpu)"}) {
            QVERIFY2(findReportedGpu(catalog, name, kGiB * 8).gpu == nullptr, name);
        }
        // A rebuilt card with twice the memory: the name is known, the figures are not.
        const ReportedGpu rebuilt = findReportedGpu(catalog, "NVIDIA GeForce RTX 2080 Ti", kMiB * 22528);
        QVERIFY(rebuilt.gpu == nullptr);
        QCOMPARE(rebuilt.nearest->name, std::string("GeForce RTX 2080 Ti"));
        // Sold with 8 and with 16 GB, and nothing tells which.
        QVERIFY(findReportedGpu(catalog, "Arc A770", std::nullopt).memoryGuessed);
    }

    void pciNumbersNameEntriesOfTheCatalogue() {
        struct Row {
            std::int64_t vendor, device, revision;
            const char* name;
        };
        // pci.ids and amdgpu.ids.
        for (const Row& row :
             {Row{kPciAmd, 0x744c, 0xc8, "Radeon RX 7900 XTX"}, Row{kPciAmd, 0x744c, 0xcc, "Radeon RX 7900 XT"},
              Row{kPciAmd, 0x744c, 0xce, "Radeon RX 7900 GRE"}, Row{kPciAmd, 0x73bf, 0xc3, "Radeon RX 6800"},
              Row{kPciAmd, 0x7480, 0xcf, "Radeon RX 7600"}, Row{kPciAmd, 0x1586, 0xc1, "Radeon 8060S"},
              Row{kPciAmd, 0x1586, 0xd2, "Radeon 8050S"}, Row{kPciAmd, 0x74a1, 0x00, "Instinct MI300X"},
              Row{kPciIntel, 0xe20b, 0x00, "Arc B580"}, Row{kPciIntel, 0x56a0, 0x08, "Arc A770"}}) {
            const PciGpu* gpu = findPciGpu(row.vendor, row.device, row.revision);
            QVERIFY2(gpu != nullptr, row.name);
            QCOMPARE(std::string(gpu->name), std::string(row.name));
        }
        QVERIFY(findPciGpu(kPciAmd, 0x744c, 0xcf) == nullptr); // RX 7900M: a laptop's, not in the catalogue
        QVERIFY(findPciGpu(kPciNvidia, 0x2684, 0xa1) == nullptr);
        std::set<std::string_view> names;
        for (const std::int64_t vendor : {kPciAmd, kPciIntel}) {
            for (std::int64_t device = 0; device <= 0xffff; ++device) {
                for (const std::int64_t revision : {0x00, 0xc0, 0xc1, 0xc3, 0xc8, 0xcc, 0xcf, 0xff}) {
                    const PciGpu* gpu = findPciGpu(vendor, device, revision);
                    if (gpu != nullptr && names.insert(gpu->name).second) {
                        const ReportedGpu entry = findReportedGpu(*facts().catalog, gpu->name, std::nullopt);
                        QVERIFY2(entry.gpu != nullptr || gpu->unified, std::string(gpu->name).c_str());
                    }
                }
            }
        }
        QVERIFY(names.size() > 40);
    }

    void coresAreCountedOnce() {
        // Two sockets of two cores with two threads each; core numbers begin again in the second socket.
        std::vector<LogicalProcessor> processors;
        for (std::int64_t i = 0; i < 8; ++i) {
            processors.push_back({i, i / 4, i % 2, {}});
        }
        DetectedMachine machine;
        countCores(processors, {}, machine);
        QCOMPARE(machine.cores.value_or(0), 4);
        QVERIFY(!machine.performanceCores);
        // Arm: four fast and four slow cores.
        for (std::int64_t i = 0; i < 8; ++i) {
            processors[static_cast<std::size_t>(i)] = {i, 0, i, i < 4 ? 446 : 1024};
        }
        DetectedMachine arm;
        countCores(processors, {}, arm);
        QCOMPARE(arm.cores.value_or(0), 8);
        QCOMPARE(arm.performanceCores.value_or(0), 4);
    }

    void memoryFiguresThatMakeNoSenseAreTrouble_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("negative") << QByteArray("MemTotal: -1 kB\n");
        QTest::newRow("beyond 64 bits") << QByteArray("MemTotal: 99999999999999999999 kB\n");
        QTest::newRow("product beyond 64 bits") << QByteArray("MemTotal: 9223372036854775807 kB\n");
        QTest::newRow("NUL") << QByteArray("MemTotal: 1\0 kB\n", 16);
        QTest::newRow("no number") << QByteArray("MemTotal: much kB\n");
    }
    void memoryFiguresThatMakeNoSenseAreTrouble() {
        QFETCH(QByteArray, text);
        DetectedMachine machine;
        readMemoryInfo(text.toStdString(), machine);
        QVERIFY(!machine.ram);
        QVERIFY(codesOf(machine.troubles) == std::vector{Code::ValueOutOfRange});
    }

    void applesAreRead() {
        DetectedMachine machine;
        readAppleHardware({"system_profiler", recordedText("apple/system_profiler.json"), {}, 0}, machine);
        readAppleSysctl({"sysctl", recordedText("apple/sysctl.txt"), {}, 0}, machine);
        machine = completedMachine(machine, *facts().catalog);
        QCOMPARE(machine.ram->count(), 48LL << 30);
        QCOMPARE(machine.cores.value_or(0), 16);
        QCOMPARE(machine.performanceCores.value_or(0), 12);
        QCOMPARE(machine.gpus.at(0).catalogName, std::string("Apple M4 Max (40-core GPU) 48GB"));
        QVERIFY(machine.gpus[0].unified && machine.troubles.empty());
        for (const char* text : {"", "{", "[]", "{\"SPHardwareDataType\":[]}", "{\"SPHardwareDataType\":[3]}"}) {
            DetectedMachine nothing;
            readAppleHardware({"system_profiler", text, {}, 0}, nothing);
            QVERIFY(codesOf(nothing.troubles) == std::vector{Code::ProgramAnswerUnread});
        }
    }

    void everyTroubleHasAnIdOfItsOwn() {
        std::vector<std::string_view> ids;
        for (int i = 0; i <= static_cast<int>(Code::CoresUnknown); ++i) {
            ids.push_back(machineTroubleId(static_cast<Code>(i)));
        }
        std::ranges::sort(ids);
        QVERIFY(std::ranges::adjacent_find(ids) == ids.end());
        QVERIFY(!ids.front().empty());
    }
};

QTEST_APPLESS_MAIN(TestMachineReadings)
#include "tst_machine_readings.moc"
