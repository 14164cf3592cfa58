// SPDX-License-Identifier: GPL-3.0-or-later
// What could be chosen instead, in the window: zones and marks on the sliders, limits in the table.
#include "core/advice/limits.h"
#include "shipped_catalog.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/stop_slider.h"
#include "ui/panel/stops.h"
#include "ui/settings/settings.h"
#include "ui/store/limit_advisor.h"
#include "ui/store/row_machine.h"
#include "ui/table/row_table.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"

#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>
#include <memory>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

class TestLimitsUi : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    }
    void init() {
        QFile::remove(m_folder->filePath(u"settings.ini"_s));
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_window = std::make_unique<MainWindow>(facts(), *m_settings);
        m_window->resize(1600, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(slider("contextSlider").track().current && slider("weightsSlider").track().current);
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
    }

    void zonesAreTheFocusedRowsVerdicts_data();
    void zonesAreTheFocusedRowsVerdicts();
    void ownSettingKeepsItsZonesOthersDoNot();
    void anotherRowHasOtherZones();
    void dragStopsAtTheMark();
    void dragsToTheMarkInRightToLeft();
    void arrowKeysStopAtTheMarkOnce();
    void markIsClicked();
    void markIsSaid();
    void paintsEveryVerdictInAnotherForm();
    void tableColumnsAreTheLimits();
    void headersOfLimitsSort();
    void rowsMoveOnceWhenTheirLimitsAreThere();
    void barsAreOrderedByLimitsToo();

private:
    [[nodiscard]] StopSlider& slider(const char* name) const {
        auto* found = m_window->findChild<StopSlider*>(QString::fromLatin1(name));
        if (found == nullptr) {
            qFatal("no slider %s", name);
        }
        return *found;
    }
    [[nodiscard]] ScenarioStore& store() const { return m_window->store(); }
    /// report()'s verdict for the focused row with this context.
    [[nodiscard]] Verdict verdict(const std::function<void(Scenario&)>& change) const {
        const Snapshot& now = store().snapshot();
        Scenario scenario = now.scenario;
        change(scenario);
        scenario.machine.gpus = {now.rows[now.focusedRow].choice};
        const Result<Resolved> resolved = resolve(scenario, facts().catalog);
        const Result<Report> answer = resolved ? report(*resolved) : Result<Report>(resolved.error());
        return answer ? answer->verdict : Verdict::Unknown;
    }
    /// The figure of each row, in the order of the rows, as core/advice/limits finds it; nothing where it finds none.
    [[nodiscard]] std::vector<std::optional<std::int64_t>> limits(Setting setting) const {
        std::vector<std::optional<std::int64_t>> found;
        const Snapshot& now = store().snapshot();
        for (const Row& row : now.rows) {
            Resolver resolver(facts().catalog);
            Probe probe(resolver, now.scenario, rowMachine(row, now.scenario, *facts().catalog).value());
            const std::optional<Limit> limit = largest(probe, setting, Reach::Comfortable);
            found.push_back(limit ? std::optional(limit->value) : std::nullopt);
        }
        return found;
    }
    /// Figures rise or fall, those that there are not come last.
    [[nodiscard]] static bool areOrdered(const std::vector<std::optional<std::int64_t>>& figures, bool falling) {
        return std::ranges::is_sorted(figures, [falling](const auto& a, const auto& b) {
            if (!a || !b) {
                return a.has_value() && !b.has_value();
            }
            return falling ? *b < *a : *a < *b;
        });
    }
    [[nodiscard]] static QStringList names(const Snapshot& snapshot) {
        QStringList all;
        for (const Row& row : snapshot.rows) {
            all += QString::fromStdString(row.choice.name);
        }
        return all;
    }
    void showLimitColumns() const {
        m_window->comparison().setTableShown(true);
        RowTable& table = m_window->comparison().table();
        table.setColumns({u"card"_s, u"max_context"_s, u"max_users"_s, u"best_weights"_s, u"most_layers"_s});
        emit table.columnsChanged(table.columns());
    }
    [[nodiscard]] static Verdict paintedAt(const SliderTrack& track, double position) {
        for (const SliderTrack::Part& part : track.parts) {
            if (position <= part.to) {
                return part.verdict;
            }
        }
        return Verdict::Unknown;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestLimitsUi::zonesAreTheFocusedRowsVerdicts_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("context") << QByteArray("contextSlider");
    QTest::newRow("batch") << QByteArray("batchSlider");
    QTest::newRow("size") << QByteArray("sizeSlider");
}

void TestLimitsUi::zonesAreTheFocusedRowsVerdicts() {
    QFETCH(QByteArray, name);
    const StopSlider& control = slider(name.constData());
    QTRY_VERIFY(control.track().current);
    const std::vector<double>& stops = control.stops();
    int kinds = 0;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const auto value = static_cast<std::int64_t>(std::llround(stops[i]));
        const Verdict expected = verdict([&](Scenario& scenario) {
            if (name.startsWith("context")) {
                scenario.context = value;
            } else if (name.startsWith("batch")) {
                scenario.batch = value;
            } else {
                scenario.model = ModelSize{value};
            }
        });
        const Verdict painted = paintedAt(control.track(), static_cast<double>(i));
        QVERIFY2(painted == expected, qPrintable(QString::number(value)));
        kinds |= 1 << static_cast<int>(expected);
    }
    QVERIFY(kinds & 1); // a 24 GB card holds small ones and does not hold large ones
    QVERIFY(kinds > 1);
    QVERIFY(control.track().mark && control.track().markFits);
}

void TestLimitsUi::ownSettingKeepsItsZonesOthersDoNot() {
    const SliderTrack before = slider("contextSlider").track();
    store().edit([](Scenario& scenario) { scenario.context = 16384; });
    QVERIFY(slider("contextSlider").track().current);
    QCOMPARE(slider("contextSlider").track(), before);
    QVERIFY(!slider("batchSlider").track().current);
    QVERIFY(!slider("weightsSlider").track().current);
    QTRY_VERIFY(slider("batchSlider").track().current);
    const std::int64_t most = slider("batchSlider").track().markValue;
    QCOMPARE(verdict([most](Scenario& scenario) { scenario.batch = most; }), Verdict::Fits);
    QVERIFY(verdict([most](Scenario& scenario) { scenario.batch = most + 1; }) != Verdict::Fits);
    store().edit([](Scenario& scenario) { scenario.batch = 2; });
    QVERIFY(!slider("contextSlider").track().current);
    QTRY_VERIFY(slider("contextSlider").track().current);
    QVERIFY(slider("contextSlider").track().markValue < before.markValue);
}

void TestLimitsUi::anotherRowHasOtherZones() {
    const std::int64_t before = slider("contextSlider").track().markValue;
    store().setFocusedRow(4); // an RTX 5090: 32 GB instead of 24
    QVERIFY(!slider("contextSlider").track().current);
    QTRY_VERIFY(slider("contextSlider").track().current);
    QVERIFY(slider("contextSlider").track().markValue > before);
}

void TestLimitsUi::dragStopsAtTheMark() {
    StopSlider& context = slider("contextSlider");
    const std::int64_t value = context.track().markValue;
    QVERIFY(std::ranges::find(contextStops(), value) == contextStops().end()); // between two stops
    const QPoint start = context.handleRect().center();
    const QPoint mark(context.pixelAt(*context.track().mark), start.y());
    QTest::mousePress(&context, Qt::LeftButton, {}, start);
    QTest::mouseMove(&context, mark - QPoint(30, 0));
    QTest::mouseMove(&context, mark + QPoint(1, 0));
    QCOMPARE(store().scenario().context, value);
    QCOMPARE(m_window->findChild<QLineEdit*>(u"contextBox"_s)->text(), QLocale().toString(value));
    QTest::mouseMove(&context, mark + QPoint(30, 0));
    QVERIFY(store().scenario().context > value);
    QVERIFY(std::ranges::find(contextStops(), store().scenario().context) != contextStops().end());
    QTest::mouseMove(&context, mark);
    QTest::mouseRelease(&context, Qt::LeftButton, {}, mark);
    QCOMPARE(store().scenario().context, value); // it stays there
}

void TestLimitsUi::dragsToTheMarkInRightToLeft() {
    StopSlider& context = slider("contextSlider");
    const int left = context.pixelAt(*context.track().mark);
    context.setLayoutDirection(Qt::RightToLeft);
    const int right = context.pixelAt(*context.track().mark);
    QVERIFY(std::abs(left + right - (context.width() - 1)) <= 2); // mirrored
    const QPoint start = context.handleRect().center();
    QTest::mousePress(&context, Qt::LeftButton, {}, start);
    QTest::mouseMove(&context, QPoint(right, start.y()));
    QTest::mouseRelease(&context, Qt::LeftButton, {}, QPoint(right, start.y()));
    QCOMPARE(store().scenario().context, context.track().markValue);
}

void TestLimitsUi::arrowKeysStopAtTheMarkOnce() {
    StopSlider& context = slider("contextSlider");
    const std::int64_t value = context.track().markValue;
    const auto above = std::ranges::lower_bound(contextStops(), value);
    context.setFocus();
    store().edit([&](Scenario& scenario) { scenario.context = *(above - 1); });
    QTest::keyClick(&context, Qt::Key_Right);
    QCOMPARE(store().scenario().context, value);
    QTest::keyClick(&context, Qt::Key_Right);
    QCOMPARE(store().scenario().context, *above);
    QTest::keyClick(&context, Qt::Key_Right);
    QCOMPARE(store().scenario().context, *(above + 1));
    QTest::keyClick(&context, Qt::Key_Left);
    QTest::keyClick(&context, Qt::Key_Left);
    QCOMPARE(store().scenario().context, value);
    QTest::keyClick(&context, Qt::Key_Left);
    QCOMPARE(store().scenario().context, *(above - 1));
}

void TestLimitsUi::markIsClicked() {
    StopSlider& context = slider("contextSlider");
    store().edit([](Scenario& scenario) { scenario.context = 1024; });
    QVERIFY(context.track().current);
    QTest::mouseClick(&context, Qt::LeftButton, {},
                      QPoint(context.pixelAt(*context.track().mark), context.height() / 2 + 9));
    QCOMPARE(store().scenario().context, context.track().markValue);
}

void TestLimitsUi::markIsSaid() {
    StopSlider& context = slider("contextSlider");
    const QString value = QLocale().toString(context.track().markValue);
    QVERIFY(context.toolTip().contains(value));
    QVERIFY(context.toolTip().contains(u"RTX 4090"_s));
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&context);
    QVERIFY(spoken->text(QAccessible::Description).contains(value));
    store().edit([](Scenario& scenario) { scenario.batch = 3; });
    QVERIFY(!context.toolTip().contains(value)); // of another question
}

void TestLimitsUi::paintsEveryVerdictInAnotherForm() {
    // Without colours: which pixels are drawn at all.
    std::vector<QImage> forms;
    for (const Verdict each : {Verdict::Fits, Verdict::Tight, Verdict::Offload, Verdict::No, Verdict::Unknown}) {
        QImage image(60, 5, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintZone(painter, image.rect(), each, false);
        painter.end();
        const QImage form = image.convertToFormat(QImage::Format_Alpha8);
        QVERIFY(std::ranges::find(forms, form) == forms.end());
        forms.push_back(form);
    }
}

void TestLimitsUi::tableColumnsAreTheLimits() {
    showLimitColumns();
    const RowTable& table = m_window->comparison().table();
    const auto cell = [&table](int row, const char* column) {
        return table.model().index(row, *tableColumn(column)).data(RowTableModel::SortRole);
    };
    QTRY_VERIFY(cell(3, "max_context").isValid() && cell(3, "best_weights").isValid());
    const Snapshot snapshot = store().snapshot();
    for (int row = 0; row < static_cast<int>(snapshot.rows.size()); ++row) {
        const Result<Machine> machine =
            rowMachine(snapshot.rows[static_cast<std::size_t>(row)], snapshot.scenario, *facts().catalog);
        QVERIFY(machine.ok());
        Resolver resolver(facts().catalog);
        Probe probe(resolver, snapshot.scenario, *machine);
        for (const auto& [column, setting] :
             {std::pair("max_context", Setting::Context), std::pair("max_users", Setting::Batch),
              std::pair("most_layers", Setting::GpuLayers)}) {
            const std::optional<Limit> limit = largest(probe, setting, Reach::Comfortable);
            QCOMPARE(cell(row, column), limit ? QVariant(static_cast<qlonglong>(limit->value)) : QVariant());
        }
        const std::array machines{*machine};
        const auto best = bestWeights(resolver, snapshot.scenario, machines, Reach::Comfortable);
        QCOMPARE(cell(row, "best_weights").toString(), QString::fromStdString(best.front().value_or("")));
    }
    // Another context: its own column still holds, the others are taken away until they are known.
    const QVariant context = cell(3, "max_context");
    store().edit([](Scenario& scenario) { scenario.context = 4096; });
    QCOMPARE(cell(3, "max_context"), context);
    QVERIFY(!cell(3, "max_users").isValid());
    QTRY_VERIFY(cell(3, "max_users").isValid());
    QCOMPARE(cell(3, "max_context"), context);
}

void TestLimitsUi::headersOfLimitsSort() {
    // The largest context of the 24 GB card and of those above it is the model's own with one sequence, not with 16.
    store().edit([](Scenario& scenario) { scenario.batch = 16; });
    const QStringList added = names(store().snapshot());
    showLimitColumns();
    QHeaderView* const header = m_window->comparison().table().view().horizontalHeader();
    const auto click = [header](const char* id) {
        const int x = header->sectionViewportPosition(*tableColumn(id)) + 20;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    };
    for (const auto& [column, setting] :
         {std::pair("max_context", Setting::Context), std::pair("max_users", Setting::Batch),
          std::pair("most_layers", Setting::GpuLayers)}) {
        const QString id = QString::fromLatin1(column);
        click(column); // most first
        QCOMPARE(QString::fromStdString(store().scenario().view.sort), u'-' + id);
        QTRY_VERIFY2(areOrdered(limits(setting), true), column);
        QVERIFY(names(store().snapshot()) != added);
        QCOMPARE(header->sortIndicatorSection(), *tableColumn(column));
        click(column);
        QCOMPARE(QString::fromStdString(store().scenario().view.sort), id);
        QVERIFY2(areOrdered(limits(setting), false), column); // at once: all are known
        click(column);
        QCOMPARE(names(store().snapshot()), added);
    }
    click("best_weights");
    QTRY_VERIFY(names(store().snapshot()) != added);
    // As the cells say: no row has a format of more bits than the one above it.
    std::vector<double> bits;
    for (int row = 0; row < static_cast<int>(store().snapshot().rows.size()); ++row) {
        const QModelIndex cell = m_window->comparison().table().model().index(row, *tableColumn("best_weights"));
        const WeightFormat* const format =
            facts().catalog->findWeightFormat(cell.data(RowTableModel::SortRole).toString().toStdString());
        bits.push_back(format == nullptr ? 0 : format->effectiveBits.value_or(format->bitsPerWeight.value_or(0)));
    }
    QVERIFY(std::ranges::is_sorted(bits, std::greater{}));
    QVERIFY(bits.front() > bits.back());
}

void TestLimitsUi::rowsMoveOnceWhenTheirLimitsAreThere() {
    showLimitColumns();
    store().edit([](Scenario& scenario) { scenario.view.sort = "-max_context"; });
    QTRY_VERIFY(areOrdered(limits(Setting::Context), true));
    QTRY_VERIFY(slider("contextSlider").track().current);
    const QStringList before = names(store().snapshot());
    QStringList orders;
    connect(&store(), &ScenarioStore::changed, this, [&orders](const Snapshot& snapshot) {
        const QString now = names(snapshot).join(u',');
        if (orders.isEmpty() || orders.last() != now) {
            orders += now;
        }
    });
    // Cards that held the model's own context alike do not with so many sequences.
    store().edit([](Scenario& scenario) { scenario.batch = 16; });
    QCOMPARE(names(store().snapshot()), before);
    QTRY_VERIFY(areOrdered(limits(Setting::Context), true));
    QTest::qWait(3 * LimitAdvisor::kRestMilliseconds); // nothing follows
    QCOMPARE(orders.size(), 2);
    QCOMPARE(orders.first(), before.join(u','));
    QVERIFY(areOrdered(limits(Setting::Context), true));
}

void TestLimitsUi::barsAreOrderedByLimitsToo() {
    store().edit([](Scenario& scenario) { scenario.batch = 16; });
    QVERIFY(!m_window->comparison().isTableShown());
    auto* const list = m_window->findChild<QComboBox*>(u"sortList"_s);
    list->setFocus();
    QTest::keyClicks(list, u"Largest"_s); // as by the keyboard
    QCOMPARE(list->currentText(), u"Largest context"_s);
    emit list->activated(list->currentIndex());
    QCOMPARE(store().scenario().view.sort, std::string("-max_context"));
    QTRY_VERIFY(areOrdered(limits(Setting::Context), true));
    QCOMPARE(names(store().snapshot()).first(), u"RTX PRO 6000 Blackwell Workstation"_s); // 96 GB
}

QTEST_MAIN(TestLimitsUi)
#include "tst_limits_ui.moc"
