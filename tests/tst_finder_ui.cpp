// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/finder/finder_dialog.h"
#include "ui/finder/found_hardware.h"
#include "ui/finder/found_models.h"
#include "ui/language/language_switcher.h"
#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// The dialog of the finders, as a user meets it.
class TestFinderUi : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void modelsAreShownAndUsed();
    void filtersApply();
    void theOldAnswerIsPaleMeanwhile();
    void anotherMachineIsAsked();
    void columnsSort();
    void rowsAreCopied();
    void cardsAreShownAndAdded();
    void modelsAreCountedAndStopped();
    void speaksThreeLanguages_data();
    void speaksThreeLanguages();

private:
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableView* models() const { return child<QTableView>("foundModels"); }
    /// Waits for an answer that is complete.
    [[nodiscard]] bool answered() const {
        return QTest::qWaitFor(
            [this] {
                const FoundModels* const found = m_dialog->findChild<FoundModels*>();
                return !found->isPale() && found->rowCount() > 0 && found->row(0).looked;
            },
            60000);
    }
    [[nodiscard]] bool hardwareAnswered() const {
        return QTest::qWaitFor(
            [this] {
                const FoundHardware* const found = m_dialog->findChild<FoundHardware*>();
                return !found->isPale() && found->rowCount() > 0;
            },
            60000);
    }
    [[nodiscard]] int rowOf(const QTableView& view, const QString& name) const {
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            if (view.model()->index(row, 0).data().toString() == name) {
                return row;
            }
        }
        return -1;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ScenarioStore> m_store;
    std::unique_ptr<FinderDialog> m_dialog;
};

void TestFinderUi::init() {
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_store = std::make_unique<ScenarioStore>(facts().catalog);
    Scenario scenario;
    scenario.machine.gpus = {{"RTX 4090", 1}};
    scenario.view.rows = {{"RTX 4090", 1}};
    m_store->setScenario(scenario);
    m_dialog = std::make_unique<FinderDialog>(*m_store, *m_settings);
    m_dialog->show();
}

void TestFinderUi::cleanup() {
    m_dialog.reset();
    m_store.reset();
    m_settings.reset();
}

void TestFinderUi::modelsAreShownAndUsed() {
    QVERIFY(answered());
    const int row = rowOf(*models(), u"Qwen3 32B"_s);
    QVERIFY(row >= 0);
    // Needs no more than a 24 GB card has, and is in a format of four bits or more.
    QCOMPARE(models()->model()->index(row, FoundModels::Verdict_).data().toString(), u"✔ Fits"_s);
    QVERIFY(models()->model()->index(row, FoundModels::Bits).data(FoundTable::SortRole).toDouble() >= 4);
    QVERIFY(rowOf(*models(), u"DeepSeek V3"_s) < 0);
    QVERIFY(child<QLabel>("modelsSummary")->text().contains(u"Largest that fits: "_s));

    QVERIFY(!child<QPushButton>("useModel")->isEnabled());
    models()->selectRow(row);
    QVERIFY(child<QPushButton>("useModel")->isEnabled());
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    QTest::mouseClick(child<QPushButton>("useModel"), Qt::LeftButton);
    QCOMPARE(changes.size(), 1); // one step to undo
    QCOMPARE(std::get<CatalogName>(m_store->scenario().model).name, std::string("Qwen/Qwen3-32B"));
    const QString format = models()->model()->index(row, FoundModels::Format).data().toString();
    QCOMPARE(QString::fromStdString(m_store->scenario().weights), format);
    // The window now says the same of it.
    QCOMPARE(m_store->snapshot().rows.front().report->verdict, Verdict::Fits);
}

void TestFinderUi::filtersApply() {
    QVERIFY(answered());
    child<QLineEdit>("finderSearch")->setText(u"qwen3 14b"_s);
    QVERIFY(QTest::qWaitFor([this] { return models()->model()->rowCount() == 1; }, 30000));
    QCOMPARE(models()->model()->index(0, 0).data().toString(), u"Qwen3 14B"_s);
    child<QCheckBox>("finderEveryFormat")->setChecked(true);
    QVERIFY(QTest::qWaitFor([this] { return models()->model()->rowCount() > 10; }, 30000));
    child<QCheckBox>("finderEveryFormat")->setChecked(false);
    child<QLineEdit>("finderSearch")->setText(u"no such model"_s);
    QVERIFY(QTest::qWaitFor([this] { return models()->model()->rowCount() == 0; }, 30000));
    QCOMPARE(child<QLabel>("modelsSummary")->text(), u"No model meets these conditions on this machine."_s);
}

void TestFinderUi::theOldAnswerIsPaleMeanwhile() {
    QVERIFY(answered());
    const FoundModels* const found = m_dialog->findChild<FoundModels*>();
    m_store->edit([](Scenario& scenario) { scenario.context = 65536; });
    QVERIFY(found->isPale());
    QVERIFY(!child<QLabel>("modelsSummary")->isEnabled());
    QVERIFY(found->index(0, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(found->rowCount() > 0);
    QVERIFY(answered());
    QVERIFY(!found->index(0, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(child<QLabel>("modelsSummary")->isEnabled());
}

void TestFinderUi::anotherMachineIsAsked() {
    QVERIFY(answered());
    const int before = models()->model()->rowCount();
    auto* gpu = child<QComboBox>("finderGpu");
    QVERIFY(!gpu->isVisible());
    child<QComboBox>("finderMachine")->setCurrentIndex(2);
    QVERIFY(gpu->isVisible());
    const Catalog& catalog = *facts().catalog;
    gpu->setCurrentIndex(static_cast<int>(catalog.findGpu("GTX 1050") - catalog.gpus().data()));
    QVERIFY(gpu->currentText().contains(u"1050"_s));
    QVERIFY(QTest::qWaitFor([&] { return models()->model()->rowCount() < before / 2; }, 60000));
    QVERIFY(rowOf(*models(), u"Qwen3 32B"_s) < 0);
}

void TestFinderUi::columnsSort() {
    QVERIFY(answered());
    for (const int column : {FoundModels::Size, FoundModels::Need, FoundModels::Decode, FoundModels::Name}) {
        models()->sortByColumn(column, Qt::AscendingOrder);
        const QAbstractItemModel& rows = *models()->model();
        for (int row = 1; row < rows.rowCount(); ++row) {
            const QVariant above = rows.index(row - 1, column).data(FoundTable::SortRole);
            const QVariant here = rows.index(row, column).data(FoundTable::SortRole);
            if (above.typeId() == QMetaType::QString) {
                QVERIFY(QString::localeAwareCompare(above.toString(), here.toString()) <= 0);
            } else if (here.isValid()) {
                QVERIFY(above.toDouble() <= here.toDouble());
            }
        }
    }
}

void TestFinderUi::rowsAreCopied() {
    QVERIFY(answered());
    models()->setFocus();
    models()->selectRow(0);
    QTest::keyClick(models(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3); // titles, the row, nothing behind its end
    QVERIFY(lines[0].startsWith(u"Model\tSize\t"_s));
    QVERIFY(lines[1].startsWith(models()->model()->index(0, 0).data().toString() + u'\t'));
}

void TestFinderUi::cardsAreShownAndAdded() {
    child<QTabWidget>("finderTabs")->setCurrentIndex(1);
    QVERIFY(hardwareAnswered());
    auto* view = child<QTableView>("foundHardware");
    const QString summary = child<QLabel>("hardwareSummary")->text();
    QVERIFY2(summary.contains(u"Cheapest that fits: "_s) && summary.contains(u"launch price US$"_s) &&
                 summary.contains(u"have no known price"_s),
             qPrintable(summary));
    child<QLineEdit>("hardwareSearch")->setText(u"3090"_s);
    child<QCheckBox>("hardwareCloud")->setChecked(false);
    const int row = rowOf(*view, u"2× RTX 3090"_s);
    QVERIFY(row >= 0);
    child<QCheckBox>("hardwareSeveral")->setChecked(false);
    QVERIFY(rowOf(*view, u"2× RTX 3090"_s) < 0);
    child<QCheckBox>("hardwareSeveral")->setChecked(true);
    view->selectRow(rowOf(*view, u"2× RTX 3090"_s));
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    QTest::mouseClick(child<QPushButton>("useHardware"), Qt::LeftButton);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_store->scenario().view.rows.size(), std::size_t{2});
    QCOMPARE(m_store->scenario().view.rows.back().count, 2);
    QCOMPARE(m_store->snapshot().rows.back().report->verdict, Verdict::Fits);
}

void TestFinderUi::modelsAreCountedAndStopped() {
    child<QTabWidget>("finderTabs")->setCurrentIndex(1);
    QVERIFY(hardwareAnswered());
    auto* count = child<QPushButton>("countModels");
    QSignalSpy counted(&m_dialog->worker(), &FinderWorker::modelsCounted);
    QTest::mouseClick(count, Qt::LeftButton);
    QCOMPARE(count->text(), u"Sto&p counting"_s);
    QTest::mouseClick(count, Qt::LeftButton); // again: it stops
    m_dialog->worker().wait();
    QCoreApplication::processEvents();
    QVERIFY(counted.isEmpty());
    QCOMPARE(count->text(), u"Count &models on each GPU"_s);
    QTest::mouseClick(count, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !counted.isEmpty(); }, 120000));
    const auto counts = counted.front().front().value<std::vector<std::size_t>>();
    const Catalog& catalog = *facts().catalog;
    QCOMPARE(counts.size(), catalog.gpus().size());
    const auto of = [&](const char* name) {
        return counts[static_cast<std::size_t>(catalog.findGpu(name) - catalog.gpus().data())];
    };
    QVERIFY(of("GTX 1050") < of("RTX 4090") && of("RTX 4090") < of("H200 SXM"));
    // Another context: the counts are of a question that nobody asks any more.
    auto* view = child<QTableView>("foundHardware");
    QVERIFY(!view->model()->index(0, FoundHardware::Models).data().toString().isEmpty());
    m_store->edit([](Scenario& scenario) { scenario.context = 32768; });
    QVERIFY(view->model()->index(0, FoundHardware::Models).data().toString().isEmpty());
}

void TestFinderUi::speaksThreeLanguages_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("title");
    QTest::newRow("English") << u"en"_s << u"What can this machine run?"_s;
    QTest::newRow("Traditional") << u"zh_TW"_s << u"這台電腦能跑哪些模型？"_s;
    QTest::newRow("Simplified") << u"zh_CN"_s << u"这台电脑能跑哪些模型？"_s;
}

void TestFinderUi::speaksThreeLanguages() {
    QFETCH(const QString, language);
    QFETCH(const QString, title);
    QVERIFY(answered());
    LanguageSwitcher::ofApplication().setLanguage(language);
    QCoreApplication::processEvents();
    QCOMPARE(child<QTabWidget>("finderTabs")->tabText(0), title);
    QCOMPARE(child<QComboBox>("finderVerdict")->currentIndex(), 1); // a new language changes no condition
    const bool english = language == u"en"_s;
    QCOMPARE(models()->model()->headerData(0, Qt::Horizontal).toString() == u"Model"_s, english);
    QCOMPARE(child<QLabel>("modelsSummary")->text().contains(u"Largest"_s), english);
}

QTEST_MAIN(TestFinderUi)
#include "tst_finder_ui.moc"
