// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/series.h"
#include "core/advice/side_subject.h"

#include "shipped_catalog.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace vram;

namespace {

Scenario asked(const char* model, const char* card, std::int64_t cards = 1, const char* weights = "Q4_K_M") {
    Scenario scenario;
    scenario.model = CatalogName{model};
    scenario.weights = weights;
    scenario.machine.gpus = {{card, cards}};
    return scenario;
}

SideBySide sidesOf(const std::vector<Scenario>& scenarios) {
    Resolver resolver(facts().catalog);
    return sideBySide(resolver, scenarios);
}

const SideRow& rowOf(const SideBySide& sides, SideProperty property) {
    const auto found = std::ranges::find(sides.rows, property, &SideRow::property);
    if (found == sides.rows.end()) {
        qFatal("no such row: %d", static_cast<int>(property));
    }
    return *found;
}

std::vector<SideReason> reasons(const SideConclusion& conclusion) {
    std::vector<SideReason> codes;
    for (const SideArgument& argument : conclusion.because) {
        codes.push_back(argument.reason);
    }
    return codes;
}

const SideArgument* find(const SideConclusion& conclusion, SideReason reason) {
    const auto found = std::ranges::find(conclusion.because, reason, &SideArgument::reason);
    return found == conclusion.because.end() ? nullptr : &*found;
}

/// A subject whose every figure is stated here: 10 GiB are needed.
SideSubject subject(Verdict verdict, std::int64_t cores, double usableGib) {
    Report report;
    report.verdict = verdict;
    report.needTotal = ByteRange::exact(kGiB * 10);
    report.usable = Bytes::fromGiB(usableGib);
    report.headroom = report.usable - report.needTotal.high;
    report.layersTotal = 41;
    report.gpuLayers = verdict == Verdict::Offload ? 20 : 41;
    SideSubject result{Resolved{}, report, cores, 1000, 100, {}, {}, {}};
    return result;
}

/// With ranges of a fifth around decode, and of half around prefill.
SideSubject fast(SideSubject subject, double decode, double prefill) {
    Speed speed;
    speed.decode = {decode * 0.8, decode, decode * 1.2};
    speed.prefill = SpeedRange{prefill * 0.5, prefill, prefill * 1.5};
    speed.limit = SpeedLimit::MemoryBandwidth;
    speed.prefillLimit = SpeedLimit::Compute;
    subject.report.value().speed = speed;
    return subject;
}

} // namespace

class TestSideBySide : public QObject {
    Q_OBJECT

private slots:
    void coresDoNotReplaceMemory();
    void coresOfRealCardsDoNotEither();
    void aPartInRamIsBetterThanNothing();
    void noneHolds();
    void theMarginDecides();
    void bandwidthDecidesDecode();
    void promptsDecideATie();
    void roomDecidesATieOfSpeeds();
    void withinTheRangesIsATie();
    void theFirstOfThree();
    void otherModelsHaveNoWinner();
    void otherSettingsAreSaid();
    void oneSideConcludesNothing();
    void figuresAreOfAllCards();
    void theSpeedPerWattIsTheTypicalOne();
    void betterIsMarkedWhereItIsSo();
    void unknownPricesStayAbsent();
    void theLongestContextIsExact_data();
    void theLongestContextIsExact();
    void theLongestContextIsThatOfALineToo();
    void aModelsOwnLimitIsReached();
    void aSideWithoutAnswer();
};

void TestSideBySide::coresDoNotReplaceMemory() {
    // 10,000 cores and 8 GB against 5,000 cores and 24 GB, for a model that needs 10 GiB.
    const SideConclusion conclusion = sideConclusion(
        {fast(subject(Verdict::Offload, 10'000, 7.5), 8, 500), fast(subject(Verdict::Fits, 5'000, 23.5), 60, 2000)});
    QCOMPARE(conclusion.winner.value_or(9), std::size_t{1});
    QCOMPARE(reasons(conclusion), (std::vector{SideReason::OnlyOneHolds, SideReason::CoresDoNotHelp}));
    QCOMPARE(conclusion.because[1].other, std::size_t{0});
    QCOMPARE(conclusion.because[1].factor, 2.0); // 10,000 / 5,000
}

void TestSideBySide::coresOfRealCardsDoNotEither() {
    // 14.8 B parameters at 8.5 bits are 15.7 GB: more than 12 GiB, less than 24 GiB. 10,240 cores against 8,192.
    const SideBySide sides =
        sidesOf({asked("Qwen/Qwen3-14B", "RTX 3080 Ti", 1, "Q8_0"), asked("Qwen/Qwen3-14B", "RTX A5000", 1, "Q8_0")});
    QCOMPARE(sides.conclusion.winner.value_or(9), std::size_t{1});
    QCOMPARE(reasons(sides.conclusion), (std::vector{SideReason::OnlyOneHolds, SideReason::CoresDoNotHelp}));
    QCOMPARE(sides.conclusion.because[1].factor, 1.25);
    const SideRow& cores = rowOf(sides, SideProperty::Cores);
    QVERIFY(cores.best[0] && !cores.best[1]); // more cores, and yet
    const SideRow& verdict = rowOf(sides, SideProperty::Verdict);
    QVERIFY(!verdict.best[0] && verdict.best[1]);
}

void TestSideBySide::aPartInRamIsBetterThanNothing() {
    const SideConclusion conclusion =
        sideConclusion({subject(Verdict::No, 100, 2), fast(subject(Verdict::Offload, 50, 6), 8, 500)});
    QCOMPARE(conclusion.winner.value_or(9), std::size_t{1});
    QCOMPARE(reasons(conclusion), std::vector{SideReason::RunsAtAll});
}

void TestSideBySide::noneHolds() {
    const SideConclusion conclusion = sideConclusion({subject(Verdict::No, 100, 2), subject(Verdict::No, 50, 4)});
    QVERIFY(!conclusion.winner);
    QCOMPARE(reasons(conclusion), std::vector{SideReason::NoneHolds});
}

void TestSideBySide::theMarginDecides() {
    const SideConclusion conclusion = sideConclusion(
        {fast(subject(Verdict::Fits, 100, 23.5), 50, 500), fast(subject(Verdict::Tight, 100, 10.5), 60, 600)});
    QCOMPARE(conclusion.winner.value_or(9), std::size_t{0});
    QCOMPARE(reasons(conclusion), std::vector{SideReason::LeavesMargin});
}

void TestSideBySide::bandwidthDecidesDecode() {
    // Both hold 8 B at 4.9 bits (5 GB); 936 GB/s against 288.
    const SideBySide sides = sidesOf({asked("Qwen/Qwen3-8B", "RTX 4060 Ti 16GB"), asked("Qwen/Qwen3-8B", "RTX 3090")});
    QCOMPARE(sides.conclusion.winner.value_or(9), std::size_t{1});
    QCOMPARE(reasons(sides.conclusion), (std::vector{SideReason::FasterDecode, SideReason::MoreBandwidth}));
    QCOMPARE(sides.conclusion.because[1].factor, 936.0 / 288.0);
}

void TestSideBySide::promptsDecideATie() {
    // Both hold it. 1,008 against 936 GB/s is within the ranges of a fifth; 165 against 71 Tflop/s is not.
    const SideBySide sides = sidesOf({asked("Qwen/Qwen3-8B", "RTX 4090"), asked("Qwen/Qwen3-8B", "RTX 3090")});
    QCOMPARE(sides.conclusion.winner.value_or(9), std::size_t{0});
    QCOMPARE(reasons(sides.conclusion), (std::vector{SideReason::FasterPrefill, SideReason::MoreCompute,
                                                     SideReason::DecodeTie, SideReason::MoreBandwidth}));
    const SideArgument* const bandwidth = find(sides.conclusion, SideReason::MoreBandwidth);
    QCOMPARE(bandwidth->subject, std::size_t{0});
    QCOMPARE(bandwidth->factor, 1008.0 / 936.0);
    // A tie is none that one side could be marked for.
    QCOMPARE(rowOf(sides, SideProperty::Decode).best, (std::vector{false, false}));
    QCOMPARE(rowOf(sides, SideProperty::Prefill).best, (std::vector{true, false}));
}

void TestSideBySide::roomDecidesATieOfSpeeds() {
    // 13.5 GiB against 1.5 GiB are left: 12 GiB more, above a tenth of the 10 GiB that are needed.
    const SideConclusion conclusion = sideConclusion(
        {fast(subject(Verdict::Fits, 100, 11.5), 50, 500), fast(subject(Verdict::Fits, 100, 23.5), 50, 500)});
    QCOMPARE(conclusion.winner.value_or(9), std::size_t{1});
    QCOMPARE(reasons(conclusion), (std::vector{SideReason::MoreHeadroom, SideReason::DecodeTie}));
    QVERIFY(conclusion.because[0].bytes == kGiB * 12);
}

void TestSideBySide::withinTheRangesIsATie() {
    // 50 lies within 44 to 66, and 0.5 GiB more is less than a tenth of the need.
    SideSubject second = fast(subject(Verdict::Fits, 100, 24), 55, 500);
    second.bandwidth = 1100;
    const SideConclusion conclusion = sideConclusion({fast(subject(Verdict::Fits, 100, 23.5), 50, 500), second});
    QVERIFY(!conclusion.winner);
    QCOMPARE(reasons(conclusion), (std::vector{SideReason::Tie, SideReason::DecodeTie, SideReason::MoreBandwidth}));
    QCOMPARE(conclusion.because[2].subject, std::size_t{1});
    QCOMPARE(conclusion.because[2].factor, 1.1);
    QVERIFY(withinRanges({40, 50, 60}, {44, 55, 66}));
    QVERIFY(withinRanges({40, 50, 60}, {58, 72, 87}) == false); // 60 < 72 and 50 < 58, although the ranges meet
}

void TestSideBySide::theFirstOfThree() {
    // The second is faster than the first, the third has most cores and no room.
    const SideConclusion conclusion = sideConclusion({fast(subject(Verdict::Fits, 100, 23.5), 30, 500),
                                                      fast(subject(Verdict::Fits, 100, 23.5), 90, 500),
                                                      fast(subject(Verdict::Offload, 900, 7.5), 8, 500)});
    QCOMPARE(conclusion.winner.value_or(9), std::size_t{1});
    QCOMPARE(conclusion.because.front().reason, SideReason::FasterDecode);
    QCOMPARE(conclusion.because.front().other, std::size_t{0});
    QCOMPARE(conclusion.because.front().factor, 3.0);
}

void TestSideBySide::otherModelsHaveNoWinner() {
    const SideBySide sides = sidesOf({asked("Qwen/Qwen3-8B", "RTX 4090"), asked("Qwen/Qwen3-14B", "RTX 4090")});
    QVERIFY(!sides.conclusion.winner);
    QCOMPARE(reasons(sides.conclusion), std::vector{SideReason::OtherModels});
    QVERIFY(rowOf(sides, SideProperty::Model).differs);
    QVERIFY(!rowOf(sides, SideProperty::Cores).differs);
}

void TestSideBySide::otherSettingsAreSaid() {
    const SideBySide sides =
        sidesOf({asked("Qwen/Qwen3-14B", "RTX 4060 Ti 16GB"), asked("Qwen/Qwen3-14B", "RTX 4060 Ti 16GB", 1, "Q8_0")});
    QCOMPARE(sides.conclusion.winner.value_or(9), std::size_t{0});
    QCOMPARE(sides.conclusion.because.back().reason, SideReason::OtherSettings);
    QVERIFY(rowOf(sides, SideProperty::Weights).differs);
    QCOMPARE(std::get<std::string>(rowOf(sides, SideProperty::Weights).values[1]), std::string("Q8_0"));
}

void TestSideBySide::oneSideConcludesNothing() {
    const SideBySide sides = sidesOf({asked("Qwen/Qwen3-14B", "RTX 4090")});
    QVERIFY(!sides.conclusion.winner && sides.conclusion.because.empty());
    QCOMPARE(rowOf(sides, SideProperty::Cores).best, std::vector{false});
}

void TestSideBySide::figuresAreOfAllCards() {
    // Two RTX 4090: 16,384 cores, 24 GiB, 450 W and US$ 1,599 each, 1,008 GB/s; with a 3090 the slower one counts.
    Scenario mixed = asked("Qwen/Qwen3-14B", "RTX 4090", 2);
    mixed.machine.gpus.push_back({"RTX 3090", 1});
    const SideBySide sides = sidesOf({asked("Qwen/Qwen3-14B", "RTX 4090", 2), mixed});
    const auto number = [&sides](SideProperty property, std::size_t side) {
        return std::get<double>(rowOf(sides, property).values[side]);
    };
    QCOMPARE(std::get<std::int64_t>(rowOf(sides, SideProperty::Cores).values[0]), std::int64_t{32'768});
    QCOMPARE(std::get<std::int64_t>(rowOf(sides, SideProperty::Cores).values[1]), std::int64_t{32'768 + 10'496});
    QVERIFY(std::get<Bytes>(rowOf(sides, SideProperty::Memory).values[0]) == kGiB * 48);
    QCOMPARE(number(SideProperty::Tdp, 0), 900.0);
    QCOMPARE(number(SideProperty::Price, 0), 3198.0);
    QCOMPARE(number(SideProperty::PricePerGb, 0), 3198.0 / 48);
    QCOMPARE(number(SideProperty::Bandwidth, 0), 1008.0);
    QCOMPARE(number(SideProperty::Bandwidth, 1), 936.0);
    QCOMPARE(std::get<std::int64_t>(rowOf(sides, SideProperty::Year).values[1]), std::int64_t{2020});
}

void TestSideBySide::theSpeedPerWattIsTheTypicalOne() {
    const SideBySide sides = sidesOf({asked("Qwen/Qwen3-8B", "RTX 4090")});
    const SpeedRange decode = std::get<SpeedRange>(rowOf(sides, SideProperty::Decode).values[0]);
    QCOMPARE(std::get<double>(rowOf(sides, SideProperty::SpeedPerWatt).values[0]), decode.typical / 450);
}

void TestSideBySide::betterIsMarkedWhereItIsSo() {
    const SideBySide sides = sidesOf({asked("Qwen/Qwen3-8B", "RTX 4060 Ti 16GB"), asked("Qwen/Qwen3-8B", "RTX 3090"),
                                      asked("Qwen/Qwen3-8B", "RTX 4090")});
    // 24 GiB twice: both are better than 16 GiB, and neither than the other.
    QCOMPARE(rowOf(sides, SideProperty::Memory).best, (std::vector{false, true, true}));
    QCOMPARE(rowOf(sides, SideProperty::Decode).best, (std::vector{false, true, true}));
    QCOMPARE(rowOf(sides, SideProperty::Tdp).best, (std::vector{true, false, false}));   // 165, 350, 450 W
    QCOMPARE(rowOf(sides, SideProperty::Price).best, (std::vector{true, false, false})); // 499, 1,499, 1,599
    QCOMPARE(rowOf(sides, SideProperty::Year).best, (std::vector{false, false, false}));
    QVERIFY(rowOf(sides, SideProperty::Year).differs);
    QVERIFY(!rowOf(sides, SideProperty::Weights).differs);
    QVERIFY(rowOf(sides, SideProperty::Machine).differs);
}

void TestSideBySide::unknownPricesStayAbsent() {
    // No US price of the RTX 4090 D is known.
    const SideBySide sides = sidesOf({asked("Qwen/Qwen3-8B", "RTX 4090 D"), asked("Qwen/Qwen3-8B", "RTX 4090")});
    for (const SideProperty property : {SideProperty::Price, SideProperty::PricePerGb}) {
        QVERIFY(std::holds_alternative<std::monostate>(rowOf(sides, property).values[0]));
        QCOMPARE(rowOf(sides, property).best, (std::vector{false, false}));
    }
}

void TestSideBySide::theLongestContextIsExact_data() {
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("within the model's limit") << asked("Qwen/Qwen3-14B", "RTX 3060 12GB");
    QTest::newRow("up to the model's limit") << asked("Qwen/Qwen3-14B", "RTX 4090");
    QTest::newRow("nothing") << asked("Qwen/Qwen3-14B", "RTX 4060");
}

void TestSideBySide::theLongestContextIsExact() {
    QFETCH(Scenario, scenario);
    const SideBySide sides = sidesOf({scenario});
    const auto longest = std::get<std::int64_t>(rowOf(sides, SideProperty::LargestContext).values[0]);
    const auto fits = [&scenario](std::int64_t context) {
        const Result<Resolved> question =
            resolve(withAxisValue(scenario, SeriesAxis::Context, context), facts().catalog);
        return report(*question)->verdict == Verdict::Fits;
    };
    QVERIFY(longest == 0 || fits(longest));
    QVERIFY(longest == 40'960 || !fits(longest + 1)); // Qwen3 14B was made for 40,960 tokens
}

/// Asked token by token (core/advice/series.h), the longest context is the same as in the steps of the runtime.
void TestSideBySide::theLongestContextIsThatOfALineToo() {
    int inside = 0;
    for (const char* const model :
         {"Qwen/Qwen3-14B", "Qwen/Qwen3-30B-A3B", "meta-llama/Llama-3.1-70B-Instruct", "google/gemma-3-27b-it"}) {
        for (const auto& [runtime, weights] :
             {std::pair("llama.cpp", "Q4_K_M"), std::pair("Ollama", "Q4_K_M"), std::pair("vLLM", "AWQ"),
              std::pair("Transformers", "NF4"), std::pair("ExLlama", "EXL3 4.0 bpw")}) {
            for (const char* const card : {"RTX 4060", "RTX 4090", "A100 SXM4 80GB"}) {
                Scenario scenario = asked(model, card, 1, weights);
                scenario.runtime.name = runtime;
                scenario.batch = 4;
                const Resolved question = resolve(scenario, facts().catalog).value();
                const std::int64_t most = question.model.maxContext.value();
                Resolver resolver(facts().catalog);
                const auto line =
                    largestHeld(resolver, scenario, question.machine, SeriesAxis::Context, SeriesBound::Margin, most);
                const SideValue side = rowOf(sidesOf({scenario}), SideProperty::LargestContext).values[0];
                const QByteArray which = QByteArray(model) + ' ' + runtime + ' ' + card;
                QVERIFY2(std::get<std::int64_t>(side) == line.value_or(0), which.constData());
                inside += line && *line < most ? 1 : 0;
            }
        }
    }
    QVERIFY2(inside >= 10, qPrintable(QString::number(inside)));
}

void TestSideBySide::aModelsOwnLimitIsReached() {
    // 5,000 tokens are no multiple of the 256 that llama.cpp rounds to.
    Scenario scenario = asked("", "RTX 4090");
    scenario.model = ModelConfig{R"({"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 2048,
        "intermediate_size": 5632, "num_hidden_layers": 22, "num_attention_heads": 32, "num_key_value_heads": 4,
        "vocab_size": 32000, "max_position_embeddings": 5000})"};
    const SideBySide sides = sidesOf({scenario});
    QCOMPARE(std::get<std::int64_t>(rowOf(sides, SideProperty::LargestContext).values[0]), std::int64_t{5000});
}

void TestSideBySide::aSideWithoutAnswer() {
    const SideBySide sides = sidesOf({asked("no/such-model", "RTX 4090"), asked("Qwen/Qwen3-8B", "RTX 4090")});
    QVERIFY(!sides.reports[0].ok());
    QVERIFY(sides.reports[1].ok());
    QVERIFY(std::holds_alternative<std::monostate>(rowOf(sides, SideProperty::Need).values[0]));
    QCOMPARE(sides.conclusion.winner.value_or(9), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestSideBySide)
#include "tst_side_by_side.moc"
