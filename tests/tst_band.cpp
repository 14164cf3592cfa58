// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/band_text.h"
#include "ui/band/elided_label.h"
#include "ui/band/verdict_band.h"
#include "ui/band/verdict_chip.h"

#include "fake_snapshot.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

/// Spread of half a GiB: 10.0 to 11.0 around 10.5.
Snapshot spread() {
    fake::Parts parts;
    parts.spread = 0.5;
    return fake::snapshot(parts);
}

ElidedLabel* label(const VerdictBand& band, const QString& name) { return band.findChild<ElidedLabel*>(name); }
VerdictChip* chip(const VerdictBand& band, Verdict verdict) {
    return band.findChild<VerdictChip*>(u"verdictChip%1"_s.arg(static_cast<int>(verdict)));
}

} // namespace

class BandTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void saysVerdictRowAndWhatIsLeft();
    void saysWhatIsMissing();
    void saysWhyACardCannotBeUsed();
    void saysProblemsAndEmptyLists();
    void countsByVerdict();
    void chipsFilterAndClear();
    void heightNeverJumps();
    void elidesWithToolTip();
    void switchesLanguageLive();
};

void BandTest::saysVerdictRowAndWhatIsLeft() {
    const BandText text = bandText(spread(), false);
    QCOMPARE(text.verdict, Verdict::Fits);
    QCOMPARE(text.word, u"Fits"_s);
    QCOMPARE(text.row, u"RTX 4090 24\u00A0GB"_s);
    // 23.5 - 11.0, the high end of the need
    QCOMPARE(text.headroom, u"12.5\u00A0GiB left"_s);
    QCOMPARE(text.need, u"needs 10.5\u00A0GiB (10.0–11.0\u00A0GiB)"_s);
    QCOMPARE(bandText(fake::snapshot(), false).need, u"needs 10.5\u00A0GiB"_s);
    QVERIFY(text.scenario.startsWith(u"Qwen3 14B · Q4_K_M"_s));
    Snapshot large = spread();
    Report report = large.rows[2].report.value();
    report.parameters = 30'532'122'624;
    report.activeParameters = 3'353'139'200;
    report.layers = 48;
    report.kvBytesPerToken = Bytes{98'304}; // 96 KiB
    large.rows[2].report = report;
    QCOMPARE(bandText(large, false).facts,
             u"30.5\u00A0B parameters · 3.35\u00A0B active · 48 layer(s) · 96\u00A0KiB of KV cache per token"_s);
    // A dense model whose count includes a vision part is no mixture of experts.
    report.activeParameters = 30'000'000'000;
    large.rows[2].report = report;
    QVERIFY(!bandText(large, false).facts.contains(u"active"_s));
    report.needFirst = ByteRange::exact(Bytes::fromGiB(9.25));
    large.rows[2].report = report;
    QVERIFY(bandText(large, false).facts.endsWith(u"· 9.3\u00A0GiB at first, 10.5\u00A0GiB at full context"_s));
}

void BandTest::saysWhatIsMissing() {
    Snapshot snapshot = fake::snapshot();
    snapshot.focusedRow = 0;
    Report report = snapshot.rows[0].report.value();
    report.notes = {{"offload-layers", {"33", "41"}}, {"from-the-future", {}}};
    snapshot.rows[0].report = report;
    const BandText text = bandText(snapshot, false);
    QCOMPARE(text.word, u"Offload 33/41"_s);
    // 10.5 - 7.5
    QCOMPARE(text.headroom, u"3.0\u00A0GiB short"_s);
    QCOMPARE(text.notes.size(), 1);
    QVERIFY(text.notes.first().contains(u"33 of 41"_s));
}

void BandTest::saysWhyACardCannotBeUsed() {
    Snapshot snapshot = fake::snapshot();
    Report report = snapshot.rows[2].report.value();
    report.verdict = Verdict::No;
    report.notes = {{"usable-by-rule", {}}, {"unsupported-runtime", {"vLLM", "RTX 4090"}}};
    snapshot.rows[2].report = report;
    const BandText text = bandText(snapshot, false);
    QCOMPARE(text.word, u"Not supported"_s);
    QVERIFY(text.headroom.isEmpty()); // there is room, but that is not the point
    QCOMPARE(text.notes.size(), 2);
    QCOMPARE(text.notes.first(), u"vLLM does not run on RTX 4090."_s);
}

void BandTest::saysProblemsAndEmptyLists() {
    Snapshot snapshot = fake::snapshot();
    snapshot.rows[2].report = Error{ErrorCode::Overflow, "context", {"KV cache"}};
    QCOMPARE(bandText(snapshot, false).verdict, Verdict::Unknown);
    QVERIFY(bandText(snapshot, false).notes.first().contains(u"too large"_s));
    snapshot.rows.clear();
    QVERIFY(bandText(snapshot, false).word != bandText(snapshot, true).word);
    snapshot.problem = Error{ErrorCode::UnknownModel, "model.catalog", {"Qwen9", "Qwen3 14B"}};
    QVERIFY(bandText(snapshot, false).notes.first().contains(u"Did you mean Qwen3 14B?"_s));
}

void BandTest::countsByVerdict() {
    Snapshot snapshot = fake::snapshot();
    snapshot.rows.push_back(fake::row({"RTX 6000 Ada", 48, 47.25}, Verdict::Fits));
    snapshot.rows.push_back(fake::row({"RTX 9999", 8, 7.5}, Verdict::Fits));
    snapshot.rows.back().report = Error{ErrorCode::UnknownGpu, {}, {"RTX 9999"}};
    QCOMPARE(verdictCounts(snapshot.rows), (std::array<int, kVerdicts>{2, 1, 1, 0, 1}));
    QCOMPARE(unsupportedCount(snapshot.rows), 0);
    // A card that the runtime cannot use is not too small.
    const fake::Card card{"RTX 6000 Ada", 48, 47.25};
    snapshot.rows.back() = fake::row(card, Verdict::No);
    Row refused = fake::row(card, Verdict::No);
    Report report = refused.report.value();
    report.notes = {{"unsupported-format", {"vLLM", "RTX 4090"}}};
    refused.report = report;
    snapshot.rows.push_back(refused);
    QCOMPARE(verdictCounts(snapshot.rows).at(static_cast<std::size_t>(Verdict::No)), 2);
    QCOMPARE(unsupportedCount(snapshot.rows), 1);
    QCOMPARE(chipLabel(Verdict::No, 2, 0), u"2 do(es) not fit"_s);
    QCOMPARE(chipLabel(Verdict::No, 2, 1), u"2 do(es) not fit or not supported"_s);
    QCOMPARE(chipLabel(Verdict::No, 2, 2), u"2 not supported"_s);
}

void BandTest::chipsFilterAndClear() {
    VerdictBand band;
    const Snapshot snapshot = fake::snapshot();
    band.setSnapshot(snapshot, snapshot.rows, std::nullopt);
    band.show();
    QSignalSpy spy(&band, &VerdictBand::filterChosen);
    QTest::mouseClick(chip(band, Verdict::Tight), Qt::LeftButton);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<std::optional<Verdict>>(), std::optional(Verdict::Tight));
    band.setSnapshot(snapshot, snapshot.rows, Verdict::Tight);
    QVERIFY(chip(band, Verdict::Tight)->isChecked());
    QVERIFY(!chip(band, Verdict::Fits)->isChecked());
    QTest::mouseClick(chip(band, Verdict::Fits), Qt::LeftButton); // another filter instead
    QCOMPARE(spy.at(1).at(0).value<std::optional<Verdict>>(), std::optional(Verdict::Fits));
    band.setSnapshot(snapshot, snapshot.rows, Verdict::Fits);
    QVERIFY(!chip(band, Verdict::Tight)->isChecked());
    QTest::mouseClick(chip(band, Verdict::Fits), Qt::LeftButton);
    QCOMPARE(spy.at(2).at(0).value<std::optional<Verdict>>(), std::nullopt);
    // Nothing to show: cannot be chosen. Unknown is there only when it counts something.
    QVERIFY(!chip(band, Verdict::No)->isEnabled());
    QVERIFY(chip(band, Verdict::No)->isVisible());
    QVERIFY(!chip(band, Verdict::Unknown)->isVisible());
}

void BandTest::heightNeverJumps() {
    QWidget window;
    auto* const column = new QVBoxLayout(&window);
    auto* const band = new VerdictBand;
    column->addWidget(band);
    column->addStretch(1);
    window.resize(900, 400);
    window.show();
    QCoreApplication::processEvents();
    const int height = band->height();
    Snapshot unknown = fake::snapshot();
    unknown.rows[2].report = Error{
        ErrorCode::UnknownGpu, {}, {"a name that is much longer than anything that fits on one line of the band"}};
    Snapshot problem;
    problem.problem = Error{ErrorCode::UnknownModel, "model", {"Qwen9"}};
    for (const Snapshot& snapshot : {fake::snapshot(), spread(), unknown, problem, Snapshot{}}) {
        band->setSnapshot(snapshot, snapshot.rows, std::nullopt);
        QCoreApplication::processEvents();
        QCOMPARE(band->height(), height);
        QVERIFY(band->width() <= window.width());
    }
}

void BandTest::elidesWithToolTip() {
    VerdictBand band;
    const Snapshot snapshot = spread();
    band.setSnapshot(snapshot, snapshot.rows, std::nullopt);
    band.resize(480, band.sizeHint().height());
    band.show();
    QCoreApplication::processEvents();
    // What matters most is never cut.
    QVERIFY(!label(band, u"verdictWord"_s)->isElided());
    QVERIFY(!label(band, u"verdictNeed"_s)->isElided());
    ElidedLabel line;
    line.setText(u"a rather long line of text"_s);
    line.resize(400, 20);
    QVERIFY(!line.isElided());
    line.resize(40, 20);
    QVERIFY(line.isElided());
    QCOMPARE(line.minimumSizeHint().width(), 0);
}

void BandTest::switchesLanguageLive() {
    VerdictBand band;
    const Snapshot snapshot = fake::snapshot();
    band.setSnapshot(snapshot, snapshot.rows, std::nullopt);
    band.show();
    fake::PseudoTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QCoreApplication::processEvents();
    QCOMPARE(label(band, u"verdictWord"_s)->text(), u"«Fits»"_s);
    for (int i = 0; i < 5; ++i) {
        VerdictChip* const each = chip(band, static_cast<Verdict>(i));
        QVERIFY2(each->text().startsWith(u'«'), qPrintable(each->text()));
        QVERIFY2(each->toolTip().startsWith(u'«'), qPrintable(each->toolTip()));
    }
    QCoreApplication::removeTranslator(&translator);
    QCoreApplication::processEvents();
    QCOMPARE(label(band, u"verdictWord"_s)->text(), u"Fits"_s);
}

QTEST_MAIN(BandTest)
#include "tst_band.moc"
