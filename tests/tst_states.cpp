// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/task_question.h"
#include "core/scenario/scenario_json.h"
#include "shipped_catalog.h"
#include "ui/band/elided_label.h"
#include "ui/cards/gpu_picker.h"
#include "ui/cards/gpu_table.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/field_row.h"
#include "ui/panel/model_picker.h"
#include "ui/table/row_table.h"
#include "ui/table/table_column.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// States without a good answer: each has a sentence and a way out, and the way out leads out.
class TestStates : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aGoodAnswerOffersNothing();
    void aCardTooSmallOffersWhatFits();
    void aTrainingRunTooLargeOffersUsualRemedies();
    void moreCardsBecomeTheRow();
    void aTightTrainingRunOffersMoreRoom();
    void theCardThatHoldsItIsOneClickAway();
    void withoutAnyCardThatHoldsItTheListOpens();
    void adviceGoesWithTheQuestion();
    void aContextBeyondTheModelIsSetToItsLimit();
    void anUnknownCacheSaysWhatIsKnown();
    void aCardThatTheRuntimeCannotUseOffersAnother();
    void aFormatThatTheCardCannotUseOffersTheNearest();
    void aQuantizedCacheWithoutFlashAttentionOffersIt();
    void anOverflowOffersAWayBack();
    void aFilterThatLeavesNothingCanBeTakenAway();
    void theCpuAloneCanBeCompared();
    void aRuntimeThatNeedsACardOffersOneThatDoesNot();
    void aModelSearchWithoutHitsOffersTheSize();
    void aModelSearchWithoutHitsCanBeCleared();
    void aCardSearchWithoutHitsCanBeCleared();
    void noCardAtAllCannotBeChosen();
    void theSmallestChangeIsMarked();
    void everyOfferDoesWhatItSays_data();
    void everyOfferDoesWhatItSays();
    void offersOfOtherValuesDoWhatTheySay_data();
    void offersOfOtherValuesDoWhatTheySay();
    void aFormatOfARowIsRunByAnotherRuntime();
    void moreOpensByTheKeyboard();
    void anotherCardStandsBesideTheFirst();
    void aTightAnswerIsQuiet();
    void offersMoveNothing_data();
    void offersMoveNothing();
    void offersStandBesideTheChipsInAWideWindow();
    void theButtonsFollowTheLanguage();

private:
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* widget = m_window->findChild<T*>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    [[nodiscard]] ScenarioStore& store() const { return m_window->store(); }
    [[nodiscard]] const Report& focused() const {
        const Snapshot& snapshot = store().snapshot();
        return snapshot.rows[snapshot.focusedRow].report.value();
    }
    [[nodiscard]] QString said(const char* label) const { return find<ElidedLabel>(label)->text(); }
    void ask(const std::function<void(Scenario&)>& change, std::vector<GpuChoice> rows) const {
        store().edit([&](Scenario& scenario) {
            change(scenario);
            scenario.view.rows = std::move(rows);
        });
        store().setFocusedRow(0);
    }
    [[nodiscard]] QToolButton* button(int i) const {
        return find<QToolButton>(u"remedy%1"_s.arg(i).toLatin1().constData());
    }
    [[nodiscard]] QStringList shownOffers() const {
        QStringList texts;
        for (int i = 0; i < 4 && button(i)->isVisible(); ++i) {
            texts += button(i)->text();
        }
        return texts;
    }
    /// The entries behind "More…", as they are when it opens.
    [[nodiscard]] QList<QAction*> entries() const {
        auto* const menu = find<QMenu>("remedyMenu");
        emit menu->aboutToShow();
        return menu->actions();
    }
    static QString labelOf(const QAction* entry) {
        return entry->text().section(u'\t', 0, 0).remove(u" – smallest change"_s);
    }
    /// All that is offered now.
    [[nodiscard]] QStringList offers() const {
        if (!find<QToolButton>("moreRemedies")->isVisible()) {
            return shownOffers();
        }
        QStringList texts;
        for (const QAction* entry : entries()) {
            texts += labelOf(entry);
        }
        return texts;
    }
    void take(const QString& offer) const {
        if (const auto index = shownOffers().indexOf(offer); index >= 0) {
            QTest::mouseClick(button(static_cast<int>(index)), Qt::LeftButton);
            return;
        }
        QVERIFY2(offers().contains(offer), qPrintable(offers().join(u" | "_s)));
        const QList<QAction*> all = entries();
        (*std::ranges::find_if(all, [&](const QAction* entry) { return labelOf(entry) == offer; }))->trigger();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestStates::initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }

void TestStates::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestStates::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
}

void TestStates::aGoodAnswerOffersNothing() {
    ask([](Scenario&) {}, {{"RTX 4090", 1}});
    QCOMPARE(focused().verdict, Verdict::Fits);
    QTest::qWait(2 * 150);
    QCOMPARE(offers(), QStringList());
    QVERIFY(!find<QLabel>("tryLabel")->isVisible());
}

void TestStates::aCardTooSmallOffersWhatFits() {
    ask([](Scenario& scenario) { scenario.context = 131072; }, {{"RTX 4090", 1}});
    QCOMPARE(focused().verdict, Verdict::Offload);
    QVERIFY(said("verdictHeadroom").contains(u"short"_s));
    QTRY_VERIFY(offers().size() >= 3);
    const QStringList all = offers();
    const auto tokens = std::ranges::find_if(all, [](const QString& text) { return text.contains(u" tokens (−"_s); });
    QVERIFY2(tokens != all.end(), qPrintable(all.join(u" | "_s)));
    take(*tokens);
    QCOMPARE(focused().verdict, Verdict::Fits);
    QVERIFY(store().scenario().context < 131072);
    QCOMPARE(offers().filter(u"(−"_s), QStringList()); // the model's own limit is another matter
    find<QAction>("undoAction")->trigger();            // one step
    QCOMPARE(store().scenario().context, 131072);
    QTRY_VERIFY(offers().size() >= 3);
    const QStringList again = offers();
    const auto cache = std::ranges::find_if(again, [](const QString& text) { return text.startsWith(u"KV cache"_s); });
    QVERIFY2(cache != again.end(), qPrintable(again.join(u" | "_s)));
    take(*cache);
    QCOMPARE(focused().verdict, Verdict::Fits);
    QVERIFY(store().scenario().kvCache.k == store().scenario().kvCache.v && !store().scenario().kvCache.k.empty());
}

void TestStates::aTrainingRunTooLargeOffersUsualRemedies() {
    const auto lora = [](Scenario& scenario) {
        scenario = withTask(scenario, Task::Lora, *facts().catalog);
        scenario.model = CatalogName{"Qwen/Qwen3-4B"};
        scenario.context = 2048;
        scenario.batch = 2;
    };
    ask(lora, {{"RTX 4090", 1}});
    QCOMPARE(focused().verdict, Verdict::No);
    QTRY_VERIFY(offers().size() >= 3);
    const Scenario before = store().scenario();
    const QStringList all = offers();
    QVERIFY2(all.filter(u"KV cache"_s).isEmpty(), qPrintable(all.join(u" | "_s)));
    const auto sequence =
        std::ranges::find_if(all, [](const QString& text) { return text.startsWith(u"Sequence of"_s); });
    QVERIFY2(sequence == all.end() || sequence->contains(u"(−"_s), qPrintable(all.join(u" | "_s)));
    const auto cards = std::ranges::find_if(all, [](const QString& text) { return text.contains(u"such cards"_s); });
    const QString first = *std::ranges::find_if(all, [](const QString& text) { return text.contains(u"(−"_s); });
    QVERIFY2(cards == all.end() || first != *cards, qPrintable(all.join(u" | "_s)));
    take(first);
    QVERIFY(store().scenario() != before);
    QCOMPARE(focused().verdict, Verdict::Fits);
    find<QAction>("undoAction")->trigger(); // one step
    QCOMPARE(store().scenario(), before);
}

void TestStates::moreCardsBecomeTheRow() {
    const auto full = [](Scenario& scenario) {
        scenario = withTask(scenario, Task::Full, *facts().catalog);
        scenario.model = CatalogName{"Qwen/Qwen3-4B"};
        scenario.context = 1024;
    };
    ask(full, {{"RTX 4060", 1}, {"A100 SXM4 80GB", 1}});
    store().setFocusedRow(1);
    QCOMPARE(focused().verdict, Verdict::No);
    QTRY_VERIFY(!offers().filter(u"such cards"_s).isEmpty());
    const Scenario before = store().scenario();
    take(offers().filter(u"such cards"_s).front());
    QCOMPARE(store().scenario().view.rows.front(), (GpuChoice{"RTX 4060", 1}));
    QCOMPARE(store().scenario().view.rows.back().name, std::string("A100 SXM4 80GB"));
    QVERIFY(store().scenario().view.rows.back().count > 1);
    QCOMPARE(store().scenario().training.sharding, std::string("fsdp"));
    QCOMPARE(store().snapshot().focusedRow, 1U);
    QCOMPARE(focused().verdict, Verdict::Fits);
    find<QAction>("undoAction")->trigger();
    QCOMPARE(store().scenario(), before);
}

void TestStates::aTightTrainingRunOffersMoreRoom() {
    const auto lora = [](Scenario& scenario) {
        scenario = withTask(scenario, Task::Lora, *facts().catalog);
        scenario.model = CatalogName{"Qwen/Qwen3-4B"};
        scenario.context = 2048;
    };
    ask(lora, {{"RTX 4090", 1}});
    std::int64_t context = 2048;
    while (focused().verdict == Verdict::Fits && context < 8192) {
        context += 256;
        store().edit([context](Scenario& scenario) { scenario.context = context; });
    }
    QCOMPARE(focused().verdict, Verdict::Tight);
    QTRY_VERIFY(!offers().filter(u"(−"_s).isEmpty());
    QVERIFY2(!offers().filter(u"Fused kernels"_s).isEmpty(), qPrintable(offers().join(u" | "_s)));
    take(offers().filter(u"Fused kernels"_s).front());
    QCOMPARE(focused().verdict, Verdict::Fits);
    QCOMPARE(offers().filter(u"(−"_s), QStringList());
}

void TestStates::theCardThatHoldsItIsOneClickAway() {
    ask([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-32B"}; },
        {{"RTX 4060", 1}, {"A100 SXM4 80GB", 1}, {"RTX 5090", 1}});
    QCOMPARE(offers().value(0), u"See RTX 5090"_s); // the smaller of the two that hold it
    take(u"See RTX 5090"_s);
    QCOMPARE(focused().verdict, Verdict::Fits);
    QCOMPARE(store().snapshot().focusedRow, 2U);
}

void TestStates::withoutAnyCardThatHoldsItTheListOpens() {
    ask([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-235B-A22B"}; }, {{"RTX 4060", 1}});
    QCOMPARE(offers(), QStringList{u"Choose cards…"_s}); // until the core has searched
    take(u"Choose cards…"_s);
    QVERIFY(m_window->findChild<GpuPicker*>() != nullptr && m_window->findChild<GpuPicker*>()->isVisible());
}

void TestStates::adviceGoesWithTheQuestion() {
    ask([](Scenario& scenario) { scenario.context = 131072; }, {{"RTX 4090", 1}});
    QTRY_VERIFY(offers().size() >= 3);
    store().edit([](Scenario& scenario) { scenario.context = 130000; });
    QCOMPARE(offers().filter(u" tokens"_s), QStringList{u"40,960 tokens"_s}); // the model's limit, known at once
}

void TestStates::aContextBeyondTheModelIsSetToItsLimit() {
    ask([](Scenario& scenario) { scenario.context = 100000; }, {{"A100 SXM4 80GB", 1}});
    QCOMPARE(focused().verdict, Verdict::Fits);
    QVERIFY2(said("verdictNotes").contains(u"40,960"_s), qPrintable(said("verdictNotes")));
    take(u"40,960 tokens"_s);
    QCOMPARE(store().scenario().context, 40960);
    QCOMPARE(offers(), QStringList());
}

void TestStates::anUnknownCacheSaysWhatIsKnown() {
    ask([](Scenario& scenario) { scenario.model = CatalogName{"deepseek-ai/DeepSeek-V4-Pro"}; },
        {{"RTX 4090", 1}, {"RTX 5090", 1}});
    QCOMPARE(focused().verdict, Verdict::Unknown);
    QVERIFY2(said("verdictNotes").contains(u"cache is not known"_s) &&
                 said("verdictNotes").contains(u"weights alone"_s),
             qPrintable(said("verdictNotes")));
    QVERIFY(said("verdictNeed").isEmpty() && said("verdictHeadroom").isEmpty());
    take(u"Choose another model…"_s);
    auto* picker = find<ModelPicker>("modelPicker");
    QTRY_VERIFY(picker->popup()->isVisible());
    QTest::keyClicks(picker, u"qwen3 8b"_s);
    QTest::keyClick(picker->popup(), Qt::Key_Return);
    QTRY_VERIFY(focused().verdict != Verdict::Unknown);
}

void TestStates::aCardThatTheRuntimeCannotUseOffersAnother() {
    ask(
        [](Scenario& scenario) {
            scenario.runtime.name = "vLLM";
            scenario.weights = "AWQ";
        },
        {{"Apple M4 Max (40-core GPU) 64GB", 1}});
    QCOMPARE(said("verdictWord"), u"Not supported"_s);
    QVERIFY(said("verdictNotes").contains(u"vLLM does not run on"_s));
    QVERIFY(said("verdictHeadroom").isEmpty()); // room to spare would mislead
    take(u"Run it with llama.cpp"_s);
    QCOMPARE(store().scenario().runtime.name, std::string("llama.cpp"));
    QCOMPARE(focused().verdict, Verdict::Fits);
}

void TestStates::aFormatThatTheCardCannotUseOffersTheNearest() {
    ask(
        [](Scenario& scenario) {
            scenario.runtime.name = "Transformers";
            scenario.weights = "FP8";
            scenario.model = CatalogName{"Qwen/Qwen3-8B"};
        },
        {{"GeForce RTX 3060 12GB", 1}});
    QCOMPARE(said("verdictWord"), u"Not supported"_s);
    QVERIFY2(offers().value(0).startsWith(u"Weights in "_s), qPrintable(offers().join(u" | "_s)));
    take(offers().value(0));
    QVERIFY(said("verdictWord") != u"Not supported"_s);
    QCOMPARE(store().scenario().runtime.name, std::string("Transformers"));
}

void TestStates::aQuantizedCacheWithoutFlashAttentionOffersIt() {
    ask(
        [](Scenario& scenario) {
            scenario.kvCache = {"f16", "q8_0"};
            scenario.runtime.flashAttention = false;
        },
        {{"RTX 4090", 1}});
    take(u"Use flash attention"_s);
    QCOMPARE(store().scenario().runtime.flashAttention, std::optional(true));
    QVERIFY(!said("verdictNotes").contains(u"flash attention"_s));
}

void TestStates::anOverflowOffersAWayBack() {
    ask(
        [](Scenario& scenario) {
            scenario.context = kMostContext;
            scenario.batch = kMostBatch;
        },
        {{"RTX 4090", 1}});
    QVERIFY(!store().snapshot().rows.front().report.ok());
    QVERIFY(!said("verdictNotes").isEmpty());
    take(u"8,192 tokens"_s);
    QCOMPARE(store().scenario().context, 8192);
    if (!store().snapshot().rows.front().report.ok()) {
        take(u"Start values"_s);
    } else {
        find<QAction>("resetAction")->trigger();
    }
    QCOMPARE(focused().modelName, std::string("Qwen3 14B"));
}

void TestStates::aFilterThatLeavesNothingCanBeTakenAway() {
    ask([](Scenario&) {}, {{"RTX 4090", 1}, {"RTX 5090", 1}});
    store().setVerdictFilter(Verdict::Fits);
    store().edit([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-235B-A22B"}; });
    QVERIFY(store().snapshot().rows.empty());
    QCOMPARE(said("verdictWord"), u"No row has this verdict"_s);
    take(u"Show all rows"_s);
    QCOMPARE(store().snapshot().rows.size(), 2U);
}

void TestStates::theCpuAloneCanBeCompared() {
    QTest::mouseClick(find<QToolButton>("addCards"), Qt::LeftButton);
    auto* picker = m_window->findChild<GpuPicker*>();
    auto* cpu = picker->findChild<QCheckBox*>(u"cpuRow"_s);
    QVERIFY(!cpu->isChecked());
    cpu->click();
    picker->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(store().allRows().size(), ScenarioStore::defaultRows().size() + 1);
    store().setFocusedRow(store().snapshot().rows.size() - 1);
    QCOMPARE(focused().verdict, Verdict::Fits);
    QVERIFY(focused().devices.empty());
    QCOMPARE(said("verdictRow"), u"CPU only"_s);
    QVERIFY(said("verdictNotes").contains(u"No graphics card"_s));
    // It survives a file and a start.
    const QString path = m_folder->filePath(u"cpu.vram.json"_s);
    QVERIFY(m_window->saveScenario(path));
    const Scenario mine = store().scenario();
    m_window.reset();
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    QCOMPARE(store().scenario().view.rows.back(), (GpuChoice{"CPU", 1}));
    QVERIFY(m_window->openScenario(path));
    QCOMPARE(store().scenario(), mine);
}

void TestStates::aRuntimeThatNeedsACardOffersOneThatDoesNot() {
    ask(
        [](Scenario& scenario) {
            scenario.runtime.name = "vLLM";
            scenario.weights = "AWQ";
        },
        {{"CPU", 1}});
    find<QToolButton>("tableView")->click();
    QVERIFY(said("verdictNotes").contains(u"without a graphics card"_s));
    QVERIFY(said("verdictNeed").isEmpty()); // not known, so not 0
    QCOMPARE(find<RowTable>("rowTable")->model().index(0, *tableColumn("total")).data().toString(), u"\u2013"_s);
    take(u"Run it with llama.cpp"_s);
    QCOMPARE(focused().verdict, Verdict::Fits);
}

void TestStates::aModelSearchWithoutHitsOffersTheSize() {
    auto* picker = find<ModelPicker>("modelPicker");
    auto* useSize = find<QToolButton>("useAsSize");
    QVERIFY(!useSize->isVisible());
    QTest::mouseClick(picker, Qt::LeftButton);
    QTest::keyClicks(picker, u"13.7b"_s);
    QVERIFY2(useSize->isVisible() && useSize->text().contains(u"13.7"_s), qPrintable(useSize->text()));
    QTest::mouseClick(useSize, Qt::LeftButton);
    QCOMPARE(std::get<ModelSize>(store().scenario().model).parameters, 13'700'000'000);
    QVERIFY(!useSize->isVisible());
    QTest::mouseClick(picker, Qt::LeftButton);
    QTest::keyClicks(picker, u"11.3b"_s);
    QTest::keyClick(picker, Qt::Key_Return);
    QCOMPARE(std::get<ModelSize>(store().scenario().model).parameters, 11'300'000'000);
}

void TestStates::aModelSearchWithoutHitsCanBeCleared() {
    auto* picker = find<ModelPicker>("modelPicker");
    const Scenario before = store().scenario();
    QTest::mouseClick(picker, Qt::LeftButton);
    QTest::keyClicks(picker, u"no such model"_s);
    auto* row = qobject_cast<FieldRow*>(picker->parentWidget());
    QVERIFY(row != nullptr && row->hint().contains(u"no such model"_s));
    QVERIFY(!find<QToolButton>("useAsSize")->isVisible());
    auto* clear = find<QToolButton>("clearModelSearch");
    QVERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(picker->popup()->isVisible());
    QVERIFY(row->hint().isEmpty() && !clear->isVisible());
    QCOMPARE(store().scenario(), before);
}

void TestStates::aCardSearchWithoutHitsCanBeCleared() {
    QTest::mouseClick(find<QToolButton>("addCards"), Qt::LeftButton);
    auto* picker = m_window->findChild<GpuPicker*>();
    auto* search = picker->findChild<QLineEdit*>(u"gpuSearch"_s);
    auto* view = picker->findChild<QTableView*>(u"gpuView"_s);
    const int all = view->model()->rowCount();
    auto* vendors = picker->findChild<QComboBox*>(u"vendorFilter"_s);
    vendors->setCurrentIndex(2);
    QTest::keyClicks(search, u"voodoo 2"_s);
    auto* nothing = picker->findChild<QFrame*>(u"noCardFound"_s);
    QVERIFY(nothing->isVisible() && !view->isVisible());
    QVERIFY(nothing->findChild<QLabel*>()->text().contains(u"voodoo 2"_s));
    QTest::mouseClick(picker->findChild<QPushButton*>(u"clearSearch"_s), Qt::LeftButton);
    QVERIFY(!nothing->isVisible() && view->isVisible());
    QCOMPARE(view->model()->rowCount(), all);
    QCOMPARE(vendors->currentIndex(), 0);
    QVERIFY(search->text().isEmpty());
}

void TestStates::noCardAtAllCannotBeChosen() {
    QTest::mouseClick(find<QToolButton>("addCards"), Qt::LeftButton);
    auto* picker = m_window->findChild<GpuPicker*>();
    auto* buttons = picker->findChild<QDialogButtonBox*>();
    picker->table().setChoices({});
    QVERIFY(!buttons->button(QDialogButtonBox::Ok)->isEnabled());
    picker->findChild<QCheckBox*>(u"cpuRow"_s)->click();
    QVERIFY(buttons->button(QDialogButtonBox::Ok)->isEnabled()); // no card is a row too
    picker->findChild<QCheckBox*>(u"cpuRow"_s)->click();
    QVERIFY(!buttons->button(QDialogButtonBox::Ok)->isEnabled());
    buttons->button(QDialogButtonBox::RestoreDefaults)->click();
    QCOMPARE(picker->choices(), ScenarioStore::defaultRows());
    QVERIFY(buttons->button(QDialogButtonBox::Ok)->isEnabled());
}

void TestStates::theSmallestChangeIsMarked() {
    // 20 GiB of cache are too many, half of them are not.
    ask([](Scenario& scenario) { scenario.context = 131072; }, {{"RTX 4090", 1}});
    QTRY_VERIFY(find<QToolButton>("moreRemedies")->isVisible());
    QVERIFY2(button(0)->text().startsWith(u"KV cache in q8_0 (−"_s), qPrintable(button(0)->text()));
    QVERIFY(button(0)->font().bold() && !button(1)->font().bold());
    QVERIFY(button(0)->toolTip().contains(u"smallest change"_s));
    QVERIFY2(button(0)->accessibleName().contains(u": Fits"_s), qPrintable(button(0)->accessibleName()));
    QVERIFY(!button(0)->icon().isNull());
    QVERIFY(entries().front()->text().contains(u"smallest change"_s));
}

void TestStates::everyOfferDoesWhatItSays_data() {
    QTest::addColumn<Scenario>("asked");
    QTest::addColumn<QString>("card");
    Scenario scenario;
    scenario.context = 131072;
    QTest::newRow("a long context") << scenario << u"RTX 4090"_s;
    scenario = {};
    scenario.model = CatalogName{"Qwen/Qwen3-30B-A3B"};
    QTest::newRow("experts") << scenario << u"GeForce RTX 3060 12GB"_s;
    scenario.model = CatalogName{"Qwen/Qwen3-32B"};
    scenario.runtime.name = "vLLM";
    scenario.weights = "AWQ";
    scenario.batch = 8;
    QTest::newRow("vLLM") << scenario << u"RTX 4090"_s;
    scenario = withTask({}, Task::Full, *facts().catalog);
    scenario.model = CatalogName{"Qwen/Qwen3-8B"};
    QTest::newRow("full training") << scenario << u"A100 SXM4 80GB"_s;
}

void TestStates::everyOfferDoesWhatItSays() {
    QFETCH(Scenario, asked);
    QFETCH(QString, card);
    ask([&asked](Scenario& scenario) { scenario = asked; }, {{card.toStdString(), 1}, {"RTX 4060", 1}});
    const Scenario before = store().scenario();
    QTRY_VERIFY(find<QToolButton>("moreRemedies")->isVisible());
    const qsizetype count = entries().size();
    QVERIFY(count >= 4);
    int taken = 0;
    for (qsizetype i = 0; i < count; ++i) {
        QTRY_COMPARE(entries().size(), count);
        QAction* const entry = entries().at(i);
        const QString outcome = entry->text().section(u'\t', 1, 1).section(u" · "_s, 0, 0);
        if (outcome.isEmpty()) {
            continue; // opens a list
        }
        const QString said = entry->text();
        entry->trigger();
        QVERIFY2(outcome == verdictLabel(focused().verdict), qPrintable(said));
        QVERIFY(store().scenario() != before);
        ++taken;
        find<QAction>("undoAction")->trigger(); // one step
        QCOMPARE(store().scenario(), before);
        store().setFocusedRow(0);
    }
    QVERIFY(taken >= 3);
}

void TestStates::offersOfOtherValuesDoWhatTheySay_data() {
    QTest::addColumn<QString>("axis");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("takenAlong"); // the row's question takes the place of the present one
    QTest::newRow("weights") << u"weights"_s << u"F16"_s << false;
    QTest::newRow("context") << u"context"_s << u"131072"_s << false;
    QTest::newRow("batch") << u"batch"_s << u"64"_s << false;
    QTest::newRow("cache") << u"kv"_s << u"f32"_s << false;
    QTest::newRow("model") << u"model"_s << u"Qwen/Qwen3-32B"_s << false;
    QTest::newRow("runtime") << u"runtime"_s << u"Ollama"_s << true;
    QTest::newRow("saved") << u"scenario"_s << u"large"_s << true;
}

void TestStates::offersOfOtherValuesDoWhatTheySay() {
    QFETCH(QString, axis);
    QFETCH(QString, value);
    QFETCH(bool, takenAlong);
    ask(
        [&](Scenario& scenario) {
            if (axis == u"kv" || axis == u"runtime") { // 18.4 GiB of weights, 8 GiB of cache in 16 bits
                scenario.model = CatalogName{"Qwen/Qwen3-32B"};
                scenario.context = 32768;
            }
            scenario.view.axis = axis.toStdString();
            if (axis == u"scenario") {
                Scenario large = scenario;
                large.model = CatalogName{"Qwen/Qwen3-32B"};
                large.context = 65536;
                scenario.view.scenarios = {savedScenario("large", large)};
            } else {
                scenario.view.values = {value.toStdString()};
            }
        },
        {{"RTX 4090", 1}});
    const auto focusOther = [this] {
        const std::vector<Row>& rows = store().snapshot().rows;
        const auto other = std::ranges::find_if(rows, &asksOtherwise);
        QVERIFY(other != rows.end());
        store().setFocusedRow(static_cast<std::size_t>(other - rows.begin()));
    };
    const auto now = [this]() -> const Row& { return store().snapshot().rows[store().snapshot().focusedRow]; };
    focusOther();
    const AxisValue looked = now().value.value();
    const QString title = rowTitle(now());
    const Scenario before = store().scenario();
    QTRY_VERIFY(offers().size() >= 3);
    const qsizetype count = offers().size();
    for (qsizetype i = 0; i < count; ++i) {
        QTRY_COMPARE(entries().size(), count);
        QAction* const entry = entries().at(i);
        const QString said = entry->text();
        const QString outcome = said.section(u'\t', 1, 1).section(u" · "_s, 0, 0);
        QVERIFY2(!outcome.isEmpty(), qPrintable(said));
        QCOMPARE(said.startsWith(title + u": "_s), takenAlong);
        QVERIFY(entry->toolTip().contains(takenAlong ? u"the place of the present one"_s : u"the other rows"_s));
        entry->trigger();
        QVERIFY2(outcome == verdictLabel(focused().verdict), qPrintable(said));
        QVERIFY(store().scenario() != before);
        // The row that was looked at is looked at, or has become the question.
        QCOMPARE(now().present, takenAlong);
        QVERIFY(takenAlong || now().value == looked);
        find<QAction>("undoAction")->trigger(); // one step
        QCOMPARE(store().scenario(), before);
        focusOther();
    }
}

void TestStates::aFormatOfARowIsRunByAnotherRuntime() {
    ask(
        [](Scenario& scenario) {
            scenario.view.axis = "weights";
            scenario.view.values = {"AWQ"};
        },
        {{"RTX 4090", 1}});
    store().setFocusedRow(store().snapshot().rows[0].present ? 1 : 0);
    // llama.cpp loads no AWQ. Another format would be another row.
    QVERIFY(!offers().isEmpty());
    for (const QString& offer : offers()) {
        QVERIFY2(offer.startsWith(u"Run it with "_s), qPrintable(offer));
    }
    take(offers().value(0));
    const std::vector<Row>& rows = store().snapshot().rows;
    const auto row =
        std::ranges::find_if(rows, [](const Row& each) { return each.value == AxisValue(WeightsValue{"AWQ"}); });
    QVERIFY(row != rows.end() && row->report.ok());
    QCOMPARE(row->report->verdict, Verdict::Fits);
}

void TestStates::moreOpensByTheKeyboard() {
    ask([](Scenario& scenario) { scenario.context = 131072; }, {{"RTX 4090", 1}});
    QTRY_VERIFY(find<QToolButton>("moreRemedies")->isVisible());
    auto* const more = find<QToolButton>("moreRemedies");
    m_window->activateWindow();
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    QWidget* const popup = QApplication::activePopupWidget();
    QVERIFY(popup != nullptr && popup->objectName() == u"remedyMenu"_s);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTRY_COMPARE(focused().verdict, Verdict::Fits);
    QCOMPARE(store().scenario().kvCache.k, std::string("q8_0"));
}

void TestStates::anotherCardStandsBesideTheFirst() {
    ask([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-32B"}; },
        {{"RTX 4060", 1}, {"GeForce RTX 3060 12GB", 1}});
    QTRY_VERIFY(!offers().filter(u"at launch)"_s).isEmpty());
    const Scenario before = store().scenario();
    take(offers().filter(u"at launch)"_s).front());
    QCOMPARE(store().scenario().view.rows.size(), 3U);
    QCOMPARE(store().scenario().view.rows.front(), (GpuChoice{"RTX 4060", 1}));
    QCOMPARE(store().snapshot().focusedRow, 1U);
    QCOMPARE(focused().verdict, Verdict::Fits);
    find<QAction>("undoAction")->trigger();
    QCOMPARE(store().scenario(), before);
    // Two of the same take its place, also where a filter would hide them.
    store().setFocusedRow(0);
    store().setVerdictFilter(focused().verdict);
    QTRY_VERIFY(!offers().filter(u"such cards"_s).isEmpty());
    take(offers().filter(u"such cards"_s).front());
    QVERIFY(store().scenario().view.rows.front().count > 1);
    QCOMPARE(focused().verdict, Verdict::Fits);
}

void TestStates::aTightAnswerIsQuiet() {
    ask([](Scenario&) {}, {{"GeForce RTX 3060 12GB", 1}});
    std::int64_t context = 4096;
    while (focused().verdict != Verdict::Tight && context < 40960) {
        context += 1024;
        store().edit([context](Scenario& scenario) { scenario.context = context; });
    }
    QCOMPARE(focused().verdict, Verdict::Tight);
    QVERIFY(offers().isEmpty());
    QTRY_VERIFY(!shownOffers().isEmpty());
    QVERIFY(shownOffers().size() <= 2);
    QCOMPARE(find<QLabel>("tryLabel")->text(), u"More room:"_s);
    QVERIFY(button(0)->autoRaise() && !button(0)->font().bold());
    take(shownOffers().front());
    QCOMPARE(focused().verdict, Verdict::Fits);
}

void TestStates::offersMoveNothing_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const QString& language : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
        QTest::newRow(qPrintable(language + u" small"_s)) << language << QSize(1280, 720);
        QTest::newRow(qPrintable(language + u" wide"_s)) << language << QSize(1920, 1080);
    }
}

void TestStates::offersMoveNothing() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    LanguageSwitcher::ofApplication().setLanguage(language);
    m_window->resize(size);
    ask([](Scenario&) {}, {{"RTX 4090", 1}});
    const auto* const band = find<QWidget>("verdictBand");
    // Another language and size: layouts within layouts come to rest one after the other.
    QTRY_COMPARE(m_window->size(), size);
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
    const int height = band->height();
    for (const std::int64_t context : {131072LL, 8192LL, 524288LL, 65536LL}) {
        store().edit([context](Scenario& scenario) { scenario.context = context; });
        QCoreApplication::processEvents();
        QCOMPARE(band->height(), height);
        // The width of the verdict's own words comes to rest first; offers have not come yet.
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        }
        const int narrowest = m_window->minimumSizeHint().width();
        if (focused().verdict != Verdict::Fits) {
            QTRY_VERIFY(find<QToolButton>("moreRemedies")->isVisible());
        }
        QCoreApplication::processEvents();
        QCOMPARE(band->height(), height);
        QCOMPARE(m_window->minimumSizeHint().width(), narrowest);
        const auto* const bar = find<QWidget>("offerBar");
        for (int i = 0; i < shownOffers().size(); ++i) {
            QVERIFY(bar->rect().contains(button(i)->geometry()));
            QVERIFY(button(i)->width() >= button(i)->sizeHint().width());
        }
        QVERIFY(!find<QToolButton>("moreRemedies")->isVisible() ||
                bar->rect().contains(find<QToolButton>("moreRemedies")->geometry()));
    }
}

void TestStates::offersStandBesideTheChipsInAWideWindow() {
    const auto* const bar = find<QWidget>("offerBar");
    const auto* const chip = find<QAbstractButton>("verdictChip0");
    const auto besideTheChips = [&] {
        return std::abs(bar->geometry().center().y() - chip->geometry().center().y()) < 4;
    };
    m_window->resize(2100, 800);
    QTRY_VERIFY(besideTheChips());
    m_window->resize(m_window->minimumSizeHint().width(), 800);
    QTRY_VERIFY(!besideTheChips());
    const auto* const word = find<QWidget>("verdictWord");
    QVERIFY(word->height() >= word->sizeHint().height()); // nothing is squeezed for the line more
}

void TestStates::theButtonsFollowTheLanguage() {
    ask([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-235B-A22B"}; }, {{"RTX 4060", 1}});
    QVERIFY(offers().contains(u"Choose cards…"_s));
    LanguageSwitcher::ofApplication().setLanguage(u"zh_TW"_s);
    QTRY_VERIFY(offers().contains(u"選擇顯示卡…"_s));
    QCOMPARE(find<QToolButton>("moreRemedies")->text(), u"更多…"_s);
}

QTEST_MAIN(TestStates)
#include "tst_states.moc"
