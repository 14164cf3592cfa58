// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/hardware/memory_bandwidth.h"
#include "core/hardware/memory_modules.h"
#include "machine_tree.h"

#include <span>

using namespace vram;
using vram::test::codesOf;

namespace {

using Code = MachineTroubleCode;

/// The firmware's table as the standard has it: structures of a header, fields and strings (DSP0134, 6.1 and 7.18).
class DmiTable {
public:
    struct Module {
        int type = 0x22; ///< DDR5
        int speed = 5600;
        int configured = 5600;
        int bits = 64;
        int size = 0x4000; ///< MB; 0: an empty place
        const char* place = "DIMM 0";
        const char* bank = "P0 CHANNEL A";
    };

    DmiTable& add(const Module& module) {
        std::vector<unsigned char> fields(0x5C, 0);
        const auto put = [&fields](std::size_t at, int value) {
            fields[at] = static_cast<unsigned char>(value & 0xFF);
            fields[at + 1] = static_cast<unsigned char>(value >> 8 & 0xFF);
        };
        fields[0] = 17;
        fields[1] = 0x5C;
        put(0x08, module.bits);
        put(0x0A, module.bits);
        put(0x0C, module.size);
        fields[0x10] = 1;
        fields[0x11] = 2;
        fields[0x12] = static_cast<unsigned char>(module.type);
        put(0x15, module.speed);
        put(0x20, module.configured);
        append(fields, {module.place, module.bank});
        return *this;
    }
    /// Another kind of structure in between: no fields, one string.
    DmiTable& addOther() {
        append({1, 4, 0, 0}, {"Example Board"});
        return *this;
    }

    [[nodiscard]] const std::vector<unsigned char>& bytes() const { return m_bytes; }
    [[nodiscard]] std::string text() const { return {m_bytes.begin(), m_bytes.end()}; }

private:
    void append(const std::vector<unsigned char>& fields, const std::vector<std::string>& strings) {
        m_bytes.insert(m_bytes.end(), fields.begin(), fields.end());
        for (const std::string& text : strings) {
            m_bytes.insert(m_bytes.end(), text.begin(), text.end());
            m_bytes.push_back(0);
        }
        m_bytes.push_back(0);
    }

    std::vector<unsigned char> m_bytes;
};

DetectedMachine described(const std::vector<MemoryModule>& modules) {
    DetectedMachine machine;
    describeMemory(modules, machine);
    return machine;
}

} // namespace

class TestMemoryModules : public QObject {
    Q_OBJECT

private slots:
    void bandwidthIsRateTimesEightBytesTimesChannels_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("channels");
        QTest::addColumn<double>("gigabytes");
        // MT/s x 8 bytes x channels / 1000, by hand.
        QTest::newRow("old desktop") << "DDR3-1600" << 2 << 25.6;
        QTest::newRow("desktop") << "DDR4-3200" << 2 << 51.2;
        QTest::newRow("new desktop") << "DDR5-5600" << 2 << 89.6;
        QTest::newRow("overclocked") << "ddr5 8400" << 2 << 134.4;
        QTest::newRow("laptop") << "LPDDR5X-8533" << 2 << 136.528;
        QTest::newRow("server of 8 channels") << "DDR4-3200" << 8 << 204.8;
        QTest::newRow("server of 12 channels") << "DDR5-4800" << 12 << 460.8;
        QTest::newRow("two of them") << "DDR5-4800" << 24 << 921.6;
    }
    void bandwidthIsRateTimesEightBytesTimesChannels() {
        QFETCH(QString, type);
        QFETCH(int, channels);
        QFETCH(double, gigabytes);
        const auto bandwidth = memoryBandwidth(type.toStdString(), channels);
        QVERIFY(bandwidth);
        QCOMPARE(bandwidth->value, gigabytes);
    }

    void memoryTypesThatMakeNoSenseAreErrors_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("code");
        const int unknown = static_cast<int>(ErrorCode::UnknownValue);
        const int range = static_cast<int>(ErrorCode::OutOfRange);
        QTest::newRow("empty") << QByteArray("") << unknown;
        QTest::newRow("no rate") << QByteArray("DDR5") << unknown;
        QTest::newRow("empty rate") << QByteArray("DDR5-") << unknown;
        QTest::newRow("no number") << QByteArray("DDR5-fast") << unknown;
        QTest::newRow("more behind") << QByteArray("DDR5-5600 MHz") << unknown;
        QTest::newRow("no generation") << QByteArray("DDR9-5600") << unknown;
        QTest::newRow("NUL") << QByteArray("DDR5\0-5600", 10) << unknown;
        QTest::newRow("negative") << QByteArray("DDR5--5600") << range;
        QTest::newRow("too slow") << QByteArray("DDR5-1600") << range;
        QTest::newRow("too fast") << QByteArray("DDR4-99999") << range;
        QTest::newRow("beyond 64 bits") << QByteArray("DDR5-99999999999999999999") << range;
    }
    void memoryTypesThatMakeNoSenseAreErrors() {
        QFETCH(QByteArray, type);
        QFETCH(int, code);
        const auto parsed = parseMemoryType(type.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(static_cast<int>(parsed.error().code), code);
    }

    void channelsHaveLimits() {
        QVERIFY(!memoryBandwidth("DDR5-5600", 0));
        QVERIFY(!memoryBandwidth("DDR5-5600", -2));
        QVERIFY(!memoryBandwidth("DDR5-5600", kMostMemoryChannels + 1));
        QVERIFY(memoryBandwidth("DDR5-5600", kMostMemoryChannels));
    }

    void usualMemoriesCanBeRead() {
        QVERIFY(usualMemories().size() > 20);
        for (const UsualMemory& memory : usualMemories()) {
            QVERIFY2(memoryBandwidth(memory.type, memory.channels), std::string(memory.type).c_str());
        }
    }

    void firmwareTablesAreRead() {
        DmiTable table;
        table.addOther()
            .add({.place = "DIMM 0", .bank = "P0 CHANNEL A"})
            .add({.size = 0, .place = "DIMM 1", .bank = "P0 CHANNEL A"})
            .add({.configured = 4800, .place = "DIMM 0", .bank = "P0 CHANNEL B"});
        const std::vector<MemoryModule> modules = readDmiModules(table.bytes());
        QCOMPARE(modules.size(), 2U);
        QVERIFY(modules[1] == (MemoryModule{"DDR5", 4800, 64, "DIMM 0", "P0 CHANNEL B"}));
        const DetectedMachine machine = described(modules);
        QCOMPARE(machine.ramType, std::string("DDR5-4800")); // the slower
        QCOMPARE(machine.ramChannels.value_or(0), 2);
        QVERIFY(codesOf(machine.troubles) == std::vector{Code::RamMixed});
    }

    void channelsAreCountedByPlaces_data() {
        QTest::addColumn<QStringList>("places");
        QTest::addColumn<QStringList>("banks");
        QTest::addColumn<int>("channels"); // 0: not told
        QTest::newRow("four modules, two channels") << QStringList{"DIMM_A1", "DIMM_A2", "DIMM_B1", "DIMM_B2"}
                                                    << QStringList{"BANK 0", "BANK 1", "BANK 2", "BANK 3"} << 2;
        QTest::newRow("controllers") << QStringList{"Controller0-ChannelA-DIMM0", "Controller1-ChannelA-DIMM0"}
                                     << QStringList{"BANK 0", "BANK 0"} << 2;
        QTest::newRow("two sockets") << QStringList{"P1-DIMMA1", "P1-DIMMB1", "P2-DIMMA1", "P2-DIMMB1"}
                                     << QStringList{"", "", "", ""} << 4;
        QTest::newRow("one module") << QStringList{"DIMM 0"} << QStringList{"Bank 0"} << 1;
        QTest::newRow("names without a channel") << QStringList{"DIMM 0", "DIMM 1"} << QStringList{"0", "1"} << 0;
    }
    void channelsAreCountedByPlaces() {
        QFETCH(QStringList, places);
        QFETCH(QStringList, banks);
        QFETCH(int, channels);
        std::vector<MemoryModule> modules;
        for (qsizetype i = 0; i < places.size(); ++i) {
            modules.push_back({"DDR4", 3200, 64, places[i].toStdString(), banks[i].toStdString()});
        }
        QCOMPARE(static_cast<int>(described(modules).ramChannels.value_or(0)), channels);
    }

    void solderedChipsAreCountedByWidth() {
        // 8 chips of 32 bits are 256 bits: 4 channels. LPDDR5X is told as LPDDR5.
        std::vector<MemoryModule> modules(8, MemoryModule{"LPDDR5", 9600 + 1067, 32, "Board", ""});
        QCOMPARE(described(modules).ramType, std::string("LPDDR5X-10667"));
        QCOMPARE(described(modules).ramChannels.value_or(0), 4);
    }

    void firmwareTablesThatEndEarlyEndTheList() {
        const std::vector<unsigned char> whole = DmiTable().add({}).addOther().add({}).bytes();
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const std::span part(whole.data(), size);
            QVERIFY(readDmiModules(part).size() <= 2);
        }
        QCOMPARE(readDmiModules(whole).size(), 2U);
        const std::vector<unsigned char> zeros(100000, 0);
        QVERIFY(readDmiModules(zeros).empty());
        const std::vector<unsigned char> ones(100000, 0xff);
        QVERIFY(readDmiModules(ones).empty());
    }

    void virtualMachinesDoNotTellTheType() {
        const std::vector<MemoryModule> modules =
            readDmiModules(DmiTable().add({.type = 7, .speed = 0, .configured = 0}).bytes());
        QCOMPARE(modules.size(), 1U);
        QVERIFY(described(modules).ramType.empty());
        QVERIFY(codesOf(described(modules).troubles) == std::vector{Code::RamTypeUnknown});
    }
};

QTEST_APPLESS_MAIN(TestMemoryModules)
#include "tst_memory_modules.moc"
