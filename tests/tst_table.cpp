// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/row_order.h"
#include "ui/store/scenario_store.h"
#include "ui/table/row_table.h"
#include "ui/table/row_table_model.h"
#include "ui/table/table_column.h"
#include "ui/table/table_copy.h"

#include "fake_snapshot.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

/// Stated here, so that a change of the catalogue does not change what is tested.
const Gpu* gpuOf(const std::string& name) {
    static const std::vector<Gpu> kGpus = [] {
        std::vector<Gpu> gpus(3);
        gpus[0].name = "GeForce RTX 4060";
        gpus[0].bandwidth = {272};
        gpus[0].shaderCores = 3072;
        gpus[0].releaseYear = 2023;
        gpus[0].tdpWatts = 115;
        gpus[1].name = "GeForce RTX 3060 12GB";
        gpus[1].bandwidth = {360};
        gpus[1].shaderCores = 3584;
        gpus[1].releaseYear = 2021;
        gpus[2].name = "GeForce RTX 4090";
        gpus[2].bandwidth = {1008};
        gpus[2].shaderCores = 16384;
        gpus[2].releaseYear = 2022;
        gpus[2].tdpWatts = 450;
        gpus[2].memoryType = "GDDR6X";
        return gpus;
    }();
    const auto found = std::find_if(kGpus.begin(), kGpus.end(), [&](const Gpu& gpu) { return gpu.name == name; });
    return found == kGpus.end() ? nullptr : &*found;
}

int column(const char* id) { return tableColumn(id).value(); }

QString cell(const RowTable& table, int row, const char* id) {
    return table.model().index(row, column(id)).data().toString();
}

/// The changed cells as "row:first-last".
QStringList changes(const QSignalSpy& spy) {
    QStringList cells;
    for (const QList<QVariant>& call : spy) {
        const auto from = call.at(0).toModelIndex();
        const auto to = call.at(1).toModelIndex();
        cells += u"%1:%2-%3"_s.arg(from.row()).arg(from.column()).arg(to.column());
    }
    return cells;
}

} // namespace

class TestTable : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void cellsAreTheCoresFigures() {
        RowTable table(&gpuOf);
        table.setSnapshot(fake::snapshot());
        QAbstractItemModelTester tester(&table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        // 8.5 + 1.25 + 0.25 + 0.5 GiB on a card with 23.5 usable: 13 left.
        QCOMPARE(cell(table, 2, "card"), u"RTX 4090 24\u00A0GB"_s);
        QCOMPARE(cell(table, 2, "weights"), u"8.5\u00A0GiB"_s);
        QCOMPARE(cell(table, 2, "activations"), u"256\u00A0MiB"_s);
        QCOMPARE(cell(table, 2, "total"), u"10.5\u00A0GiB"_s);
        QCOMPARE(cell(table, 2, "usable"), u"23.5\u00A0GiB"_s);
        QCOMPARE(cell(table, 2, "left"), u"13.0\u00A0GiB"_s);
        QCOMPARE(cell(table, 0, "left"), u"-3.0\u00A0GiB"_s); // 7.5 - 10.5
        QCOMPARE(cell(table, 0, "verdict"), u"Offload 33/41"_s);
        QCOMPARE(cell(table, 2, "bandwidth"), u"1,008\u00A0GB/s"_s);
        QCOMPARE(cell(table, 2, "cores"), u"16,384"_s);
        QCOMPARE(cell(table, 2, "year"), u"2022"_s); // no separator
        QCOMPARE(cell(table, 2, "tdp"), u"450\u00A0W"_s);
        QCOMPARE(cell(table, 1, "tdp"), u"–"_s); // not in the catalogue
        const QModelIndex weights = table.model().index(0, column("weights"));
        QVERIFY(weights.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QCOMPARE(table.model().index(2, 0).data(Qt::AccessibleTextRole).toString(),
                 u"RTX 4090 24\u00A0GB, Fits, 10.5\u00A0GiB of 23.5\u00A0GiB"_s);
    }

    void aRowWithoutAnAnswerSaysWhy() {
        Snapshot snapshot = fake::snapshot();
        snapshot.rows[1].report = Error{ErrorCode::Overflow, "context", {"memory"}};
        RowTable table(&gpuOf);
        table.setSnapshot(snapshot);
        QCOMPARE(cell(table, 1, "total"), u"–"_s);
        QCOMPARE(cell(table, 1, "verdict"), u"Unknown"_s);
        QVERIFY(!table.model().index(1, 0).data(Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(cell(table, 1, "bandwidth"), u"360\u00A0GB/s"_s); // a fact of the card all the same
    }

    void sortsByRawValue() {
        RowTable table(&gpuOf);
        table.setSnapshot(fake::snapshot());
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&table.model());
        sorted.setSortRole(RowTableModel::SortRole);
        // As text "1,008" would come before "272", and "-3.0" after "1.0".
        sorted.sort(column("bandwidth"));
        QCOMPARE(sorted.index(2, column("bandwidth")).data().toString(), u"1,008\u00A0GB/s"_s);
        sorted.sort(column("left"));
        QCOMPARE(sorted.index(0, column("left")).data().toString(), u"-3.0\u00A0GiB"_s);
        sorted.sort(column("verdict"));
        QCOMPARE(sorted.index(0, column("verdict")).data().toString(), u"Fits"_s);
    }

    void aHeaderAsksForAnOrderAndShowsTheSnapshots() {
        RowTable table(&gpuOf);
        Snapshot snapshot = fake::snapshot();
        table.setSnapshot(snapshot);
        table.resize(2400, 400);
        table.show();
        QSignalSpy sorts(&table, &RowTable::sortChanged);
        QHeaderView* const header = table.view().horizontalHeader();
        const auto click = [&](const char* id) {
            const int x = header->sectionViewportPosition(column(id)) + 20;
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
        };
        click("bandwidth");
        QCOMPARE(sorts.takeFirst().first().toString(), u"-bandwidth"_s); // most first
        QCOMPARE(header->sortIndicatorSection(), -1);                    // nobody has sorted yet
        snapshot.scenario.view.sort = "-bandwidth";
        table.setSnapshot(snapshot);
        QCOMPARE(header->sortIndicatorSection(), column("bandwidth"));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        click("bandwidth");
        QCOMPARE(sorts.takeFirst().first().toString(), u"bandwidth"_s);
        snapshot.scenario.view.sort = "bandwidth";
        table.setSnapshot(snapshot);
        click("bandwidth");
        QCOMPARE(sorts.takeFirst().first().toString(), QString()); // as added
        click("total");
        QCOMPARE(sorts.takeFirst().first().toString(), u"total"_s); // least first
        click("card");
        QCOMPARE(sorts.takeFirst().first().toString(), u"name"_s); // as the list above the chart calls it
        click("range");
        QVERIFY(sorts.isEmpty());
    }

    void theStoreKnowsEveryHeadersOrder() {
        for (const TableColumn& each : tableColumns()) {
            const RowOrder* const order = findRowOrder(each.sort);
            QVERIFY2(order != nullptr, each.id.data());
            QVERIFY2(each.sort.empty() || order->descendingFirst == each.descendingFirst, each.id.data());
        }
    }

    void barsAndTableHaveOneOrder() {
        ScenarioStore store(loadCatalog().catalog);
        RowTable table(store.catalog());
        connect(&table, &RowTable::sortChanged, &store, [&store](const QString& sort) {
            store.edit([&sort](Scenario& scenario) { scenario.view.sort = sort.toStdString(); });
        });
        connect(&store, &ScenarioStore::changed, &table, &RowTable::setSnapshot);
        store.edit([](Scenario& scenario) {
            scenario.view.rows = {{"GeForce RTX 4060", 1}, {"A100 SXM4 80GB", 1}, {"GeForce RTX 4090", 1}};
        });
        emit table.view().horizontalHeader()->sectionClicked(column("cores"));
        // 16,384, 6,912 and 3,072 cores.
        QCOMPARE(cell(table, 0, "card"), u"RTX 4090 24\u00A0GB"_s);
        QCOMPARE(cell(table, 2, "card"), u"RTX 4060 8\u00A0GB"_s);
        QCOMPARE(store.snapshot().rows[0].choice.name, std::string("GeForce RTX 4090"));
    }

    void aStepChangesOnlyItsCells() {
        RowTable table(&gpuOf);
        table.setSnapshot(fake::snapshot());
        QSignalSpy resets(&table.model(), &QAbstractItemModel::modelReset);
        QSignalSpy cells(&table.model(), &QAbstractItemModel::dataChanged);
        table.setSnapshot(fake::snapshot());
        QVERIFY(cells.isEmpty());
        Snapshot grown = fake::snapshot();
        grown.rows[1] = fake::row({"GeForce RTX 3060 12GB", 12, 11.5}, Verdict::Tight, {.kv = 1.5});
        table.setSnapshot(grown);
        QCOMPARE(resets.count(), 0);
        // Of the second row alone: what is left, total and range (neighbours: one signal); the cache.
        const QString answer = u"1:%1-%2"_s.arg(column("left")).arg(column("range"));
        const QString kv = u"1:%1-%1"_s.arg(column("kv_cache"));
        QCOMPARE(changes(cells), QStringList({answer, kv}));
    }

    void anotherOrderMovesRowsAndAnotherCardResets() {
        RowTable table(&gpuOf);
        Snapshot snapshot = fake::snapshot();
        table.setSnapshot(snapshot);
        QAbstractItemModelTester tester(&table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&table.model(), &QAbstractItemModel::modelReset);
        QSignalSpy moves(&table.model(), &QAbstractItemModel::layoutChanged);
        QSignalSpy clicks(&table, &RowTable::rowClicked);
        const QPersistentModelIndex fast(table.model().index(2, 0));
        std::swap(snapshot.rows[0], snapshot.rows[2]);
        snapshot.focusedRow = 0;
        table.setSnapshot(snapshot);
        QCOMPARE(moves.count(), 1);
        QCOMPARE(fast.row(), 0);
        QCOMPARE(cell(table, 0, "card"), u"RTX 4090 24\u00A0GB"_s);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(table.view().currentIndex().row(), 0); // the focus follows
        snapshot.rows.pop_back();
        table.setSnapshot(snapshot);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(table.model().rowCount(), 2);
        QVERIFY(clicks.isEmpty()); // nobody clicked
    }

    void columnsAreChosenAndRemembered() {
        RowTable table(&gpuOf);
        table.setSnapshot(fake::snapshot());
        QVERIFY(!table.view().isColumnHidden(column("bandwidth")));
        QVERIFY(table.view().isColumnHidden(column("price")));
        // No row has a recurrent state: its column stays away although it is chosen.
        QVERIFY(table.columns().contains(u"recurrent_state"_s));
        QVERIFY(table.view().isColumnHidden(column("recurrent_state")));
        Snapshot hybrid = fake::snapshot();
        Report recurrent = hybrid.rows[0].report.value();
        recurrent.need.set(MemoryPart::RecurrentState, ByteRange::exact(fake::gib(0.5)));
        hybrid.rows[0].report = recurrent;
        table.setSnapshot(hybrid);
        QVERIFY(!table.view().isColumnHidden(column("recurrent_state")));

        QSignalSpy chosen(&table, &RowTable::columnsChanged);
        QMenu* const menu = table.makeColumnMenu(&table);
        menu->findChild<QAction*>(u"memory-type"_s)->trigger();
        QCOMPARE(chosen.count(), 1);
        const QStringList ids = chosen.takeFirst().first().toStringList();
        QVERIFY(ids.contains(u"memory-type"_s));
        QVERIFY(!table.view().isColumnHidden(column("memory-type")));
        QCOMPARE(cell(table, 2, "memory-type"), u"GDDR6X"_s);

        RowTable later(&gpuOf);
        later.setColumns({u"total"_s, u"no-such-column"_s});
        later.setSnapshot(fake::snapshot());
        QCOMPARE(later.columns(), QStringList({u"card"_s, u"total"_s})); // the card names the row
        QVERIFY(later.view().isColumnHidden(column("weights")));
        later.setColumns(ids);
        QCOMPARE(later.columns(), ids);
    }

    void rowsAreCopiedAsTextWithHeaders() {
        RowTable table(&gpuOf);
        table.setSnapshot(fake::snapshot());
        table.setColumns({u"total"_s, u"left"_s, u"verdict"_s, u"bandwidth"_s});
        table.show();
        QItemSelectionModel& selection = *table.view().selectionModel();
        selection.select(table.model().index(2, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        selection.select(table.model().index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.view().setFocus();
        QTest::keyClick(&table.view(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"Card"_s));
        // A negative figure has the true minus sign, so that no spreadsheet takes it for a formula.
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"Card\tVerdict\tLeft\tTotal\tBandwidth\n"
                 "RTX 4060 8 GB\tOffload 33/41\t\u22123.0 GiB\t10.5 GiB\t272 GB/s\n"
                 "RTX 4090 24 GB\tFits\t13.0 GiB\t10.5 GiB\t1,008 GB/s\n"_s);
    }

    void copiedTextIsNoFormula_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("copied");
        QTest::newRow("equals") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("plus") << u"+card"_s << u"'+card"_s;
        QTest::newRow("minus") << u"-card"_s << u"'-card"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("tab and line end") << u"a\tb\nc"_s << u"a b c"_s;
        QTest::newRow("plain") << u"RTX 4090"_s << u"RTX 4090"_s;
    }

    void copiedTextIsNoFormula() {
        QFETCH(QString, text);
        QFETCH(QString, copied);
        QStandardItemModel model(1, 1);
        model.setItem(0, 0, new QStandardItem(text));
        model.setHorizontalHeaderLabels({u"Card"_s});
        QCOMPARE(tableAsText(model, {0}, {0}), u"Card\n"_s + copied + u'\n');
    }

    void clicksAndKeysChooseRowAndCell() {
        RowTable table(&gpuOf);
        table.setSnapshot(fake::snapshot());
        table.resize(2400, 400);
        table.show();
        QSignalSpy rows(&table, &RowTable::rowClicked);
        QSignalSpy opened(&table, &RowTable::cellActivated);
        QSignalSpy whole(&table, &RowTable::rowActivated);
        const auto middle = [&](int row, const char* id) {
            return table.view().visualRect(table.model().index(row, column(id))).center();
        };
        QTest::mouseClick(table.view().viewport(), Qt::LeftButton, {}, middle(0, "kv_cache"));
        QCOMPARE(rows.takeFirst().first().value<std::size_t>(), std::size_t{0});
        QVERIFY(opened.isEmpty());
        QTest::keyClick(&table.view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QVERIFY(opened.first().at(1).value<MemoryPart>() == MemoryPart::KvCache);
        QTest::keyClick(&table.view(), Qt::Key_Down);
        QCOMPARE(rows.takeFirst().first().value<std::size_t>(), std::size_t{1});
        QTest::mouseClick(table.view().viewport(), Qt::LeftButton, {}, middle(1, "total"));
        QTest::keyClick(&table.view(), Qt::Key_Return);
        QCOMPARE(whole.count(), 1);
    }

    void columnsDoNotShrinkWhileFiguresDo() {
        RowTable table(&gpuOf);
        table.setSnapshot(fake::snapshot({.weights = 1234.5}));
        const int width = table.view().columnWidth(column("weights"));
        table.setSnapshot(fake::snapshot({.weights = 1.5}));
        QCOMPARE(table.view().columnWidth(column("weights")), width);
    }

    void unitAndLanguageSwitchLive() {
        RowTable table(&gpuOf);
        table.setSnapshot(fake::snapshot());
        table.setByteUnit(ByteUnit::GB);
        QCOMPARE(cell(table, 2, "total"), u"11.3\u00A0GB"_s); // 10.5 x 1.0737
        fake::PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QCoreApplication::processEvents();
        QVERIFY(table.model().headerData(column("total"), Qt::Horizontal).toString().startsWith(u"«"_s));
        QVERIFY(cell(table, 2, "verdict").startsWith(u"«"_s));
        QVERIFY(table.selectedText().startsWith(u"«Card»\t«Verdict»"_s));
        QCoreApplication::removeTranslator(&pseudo);
    }
};

QTEST_MAIN(TestTable)
#include "tst_table.moc"
