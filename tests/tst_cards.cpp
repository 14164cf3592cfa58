// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/cards/counts_text.h"
#include "ui/cards/gpu_filter.h"
#include "ui/cards/gpu_picker.h"
#include "ui/cards/gpu_table.h"
#include "ui/store/scenario_store.h"

#include <QAbstractItemModelTester>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

class TestCards : public QObject {
    Q_OBJECT

private slots:
    void cardTableIsAProperModel();
    void cardFiltersNarrow();
    void cardsKeepTheirOrder();
    void severalCountsGiveSeveralRows();
    void countsAreParsed_data();
    void countsAreParsed();
    void pickerRefusesNothing();
};

void TestCards::cardTableIsAProperModel() {
    GpuTable table(facts().catalog);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.rowCount(), static_cast<int>(facts().catalog->gpus().size()));
    GpuFilter filter;
    filter.setSourceModel(&table);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setChoices(ScenarioStore::defaultRows());
    filter.setSearch(u"rtx"_s);
    filter.sort(GpuTable::Memory, Qt::DescendingOrder);
    const auto memory = [&filter](int row) { return filter.index(row, 0).data(GpuTable::MemoryRole).toLongLong(); };
    for (int row = 1; row < filter.rowCount(); ++row) {
        QVERIFY(memory(row - 1) >= memory(row));
    }
}

void TestCards::cardFiltersNarrow() {
    GpuTable table(facts().catalog);
    table.setChoices({{"RTX 4090", 1}, {"RTX 3060 12GB", 1}});
    GpuFilter filter;
    filter.setSourceModel(&table);
    const auto count = [&filter] { return filter.rowCount(); };
    const auto expected = [](auto&& accepts) {
        return static_cast<int>(std::ranges::count_if(facts().catalog->gpus(), accepts));
    };
    filter.setVendor(Vendor::Apple);
    QCOMPARE(count(), expected([](const Gpu& gpu) { return gpu.vendor == Vendor::Apple; }));
    filter.setLeastMemory(kGiB * 64);
    QCOMPARE(count(), expected([](const Gpu& gpu) { return gpu.vendor == Vendor::Apple && gpu.memory >= kGiB * 64; }));
    filter.setVendor(std::nullopt);
    filter.setGpuClass(GpuClass::Datacenter);
    QCOMPARE(count(),
             expected([](const Gpu& gpu) { return gpu.gpuClass == GpuClass::Datacenter && gpu.memory >= kGiB * 64; }));
    filter.setGpuClass(std::nullopt);
    filter.setLeastMemory(Bytes{});
    filter.setOnlyChecked(true);
    QCOMPARE(count(), 2);
    filter.setSearch(u"3060"_s);
    QCOMPARE(count(), 1);
}

void TestCards::cardsKeepTheirOrder() {
    GpuTable table(facts().catalog);
    const std::vector<GpuChoice> given{{"GeForce RTX 5090", 1}, {"GeForce RTX 3060 12GB", 4}, {"GeForce RTX 4090", 1}};
    table.setChoices(given);
    QCOMPARE(table.choices(), given);
    // A card that is added goes to the end; one that is taken away leaves the others where they were.
    const auto set = [&table](const char* name, bool checked) {
        const Gpu* gpu = facts().catalog->findGpu(name);
        const auto row = static_cast<int>(gpu - facts().catalog->gpus().data());
        QVERIFY(
            table.setData(table.index(row, GpuTable::Name), checked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole));
    };
    set("RTX 3090", true);
    set("RTX 3060 12GB", false);
    QCOMPARE(table.choices(),
             (std::vector<GpuChoice>{{"GeForce RTX 5090", 1}, {"GeForce RTX 4090", 1}, {"GeForce RTX 3090", 1}}));
}

void TestCards::severalCountsGiveSeveralRows() {
    GpuTable table(facts().catalog);
    table.setChoices({{"RTX 4090", 1}, {"RTX 4090", 2}});
    QCOMPARE(table.choices(), (std::vector<GpuChoice>{{"GeForce RTX 4090", 1}, {"GeForce RTX 4090", 2}}));
    const auto row = static_cast<int>(facts().catalog->findGpu("RTX 4090") - facts().catalog->gpus().data());
    const QModelIndex cell = table.index(row, GpuTable::Count);
    QCOMPARE(cell.data().toString(), u"1, 2"_s);
    QVERIFY(table.setData(cell, u"4, 2, 2"_s));
    QCOMPARE(table.choices(), (std::vector<GpuChoice>{{"GeForce RTX 4090", 2}, {"GeForce RTX 4090", 4}}));
    QVERIFY(!table.setData(cell, u"17"_s));
    QVERIFY(!table.setData(cell, u"many"_s));
    QCOMPARE(cell.data().toString(), u"2, 4"_s);
}

void TestCards::countsAreParsed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read"); // empty: refused
    QTest::newRow("one") << u"1"_s << u"1"_s;
    QTest::newRow("list") << u"4,1 ,2"_s << u"1, 2, 4"_s;
    QTest::newRow("Chinese commas") << u"1，2、4"_s << u"1, 2, 4"_s;
    QTest::newRow("as people write") << u"2x 4×"_s << u"2, 4"_s;
    QTest::newRow("most") << u"16"_s << u"16"_s;
    QTest::newRow("too many") << u"17"_s << QString();
    QTest::newRow("none") << u"0"_s << QString();
    QTest::newRow("negative") << u"-1"_s << QString();
    QTest::newRow("fraction") << u"1.5"_s << QString();
    QTest::newRow("words") << u"two"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("commas") << u",,"_s << QString();
}

void TestCards::countsAreParsed() {
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto counts = parseCounts(text);
    QCOMPARE(counts ? formatCounts(*counts) : QString(), read);
}

void TestCards::pickerRefusesNothing() {
    GpuPicker picker(facts().catalog, {});
    const auto* box = picker.findChild<QDialogButtonBox*>();
    QVERIFY(!box->button(QDialogButtonBox::Ok)->isEnabled());
    box->button(QDialogButtonBox::RestoreDefaults)->click();
    QVERIFY(box->button(QDialogButtonBox::Ok)->isEnabled());
    QCOMPARE(picker.choices().size(), ScenarioStore::defaultRows().size());
}

QTEST_MAIN(TestCards)
#include "tst_cards.moc"
