// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/examples.h"
#include "core/advice/rules.h"
#include "core/report/training_notes.h"
#include "core/scenario/scenario_json.h"
#include "shipped_catalog.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace vram;

namespace {

const RuleTables& tables() {
    static const RuleTables computed = computeRules(facts().catalog);
    return computed;
}

/// Bytes per layout, by hand: Llama 2 7B has 6,738,415,616 parameters; 65 norms of 4,096 are f32 in a GGUF, the
/// matrices of embedding and output have 32,000 x 4,096.
constexpr double kLlama2 = 6'738'415'616;
constexpr double kNorms = 65 * 4096;
constexpr double kOutput = 32'000.0 * 4096;

/// Rows of this rule for this model, in order.
std::vector<const RuleRow*> rowsOf(std::string_view rule, std::string_view model) {
    std::vector<const RuleRow*> found;
    for (const RuleRow& row : tables().rules) {
        if (row.rule->id == rule && std::get<CatalogName>(row.scenario.model).name == model) {
            found.push_back(&row);
        }
    }
    return found;
}

const RuleRow& rowOf(std::string_view rule, std::string_view model) {
    const auto found = rowsOf(rule, model);
    if (found.empty()) {
        qFatal("no such rule");
    }
    return *found.front();
}

RuleAnswer ask(const Scenario& scenario) {
    Resolver resolver(facts().catalog);
    auto answer = askRule(resolver, scenario);
    if (!answer) {
        qFatal("no answer");
    }
    return *std::move(answer);
}

double bytesOf(const RuleAnswer& answer, MemoryPart part) {
    return static_cast<double>(answer.report.need.typical(part).count());
}

/// The figure of a rule's row by what the rule's words say, from report() alone.
double figureByWords(const RuleRow& row) {
    const RuleAnswer answer = ask(row.scenario);
    const double total = static_cast<double>(answer.report.needTotal.typical.count());
    const bool full = row.scenario.task == Task::Full;
    const double weights = full ? 2.0 * static_cast<double>(answer.report.parameters)
                                : static_cast<double>(answer.report.tensorBytes.count());
    const std::string_view id = row.rule->id;
    if (id.starts_with("bytes-")) {
        return weights / static_cast<double>(answer.report.parameters);
    }
    if (id.starts_with("weights-")) {
        return weights / 1e9;
    }
    if (id == "activations-weights") {
        return bytesOf(answer, MemoryPart::Activations) / weights;
    }
    if (id == "inference" || id == "int4-long") {
        return total / weights;
    }
    Scenario other = row.scenario;
    if (id == "long-context") {
        other.context = 4096;
        return total / static_cast<double>(ask(other).report.needTotal.typical.count());
    }
    if (id == "sequences") {
        other.batch = 1;
        return bytesOf(answer, MemoryPart::KvCache) / bytesOf(ask(other), MemoryPart::KvCache);
    }
    if (id == "lora-inference" || id == "full-inference") {
        return total / (weights * 1.3);
    }
    if (id == "parts-weights") {
        return (bytesOf(answer, MemoryPart::Activations) + bytesOf(answer, MemoryPart::Gradients) +
                bytesOf(answer, MemoryPart::Optimizer)) /
               weights;
    }
    if (id == "optimizer-weights") {
        return bytesOf(answer, MemoryPart::Optimizer) / weights;
    }
    if (id == "margin") {
        return static_cast<double>(answer.report.needTotal.high.count()) / 0.9 / total - 1;
    }
    return -1;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private slots:
    void figuresAreMetAroundAndBetween() {
        // One figure: within a twentieth of 14, which is 13.3 to 14.7. A range: its ends are in it.
        QCOMPARE(agreementOf(13.48, 14, 14), Agreement::Within);
        QCOMPARE(agreementOf(13.29, 14, 14), Agreement::Below);
        QCOMPARE(agreementOf(14.71, 14, 14), Agreement::Above);
        QCOMPARE(agreementOf(2, 2, 3), Agreement::Within);
        QCOMPARE(agreementOf(3, 2, 3), Agreement::Within);
        QCOMPARE(agreementOf(1.99, 2, 3), Agreement::Below);
        QCOMPARE(agreementOf(3.01, 2, 3), Agreement::Above);
    }

    void everyRuleIsAsked() {
        QSet<QString> ids;
        for (const RuleFigure& figure : kRuleFigures) {
            const QString id = QString::fromUtf8(figure.id.data(), static_cast<qsizetype>(figure.id.size()));
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids += id;
            QCOMPARE(ruleFigure(figure.id).high, figure.high);
            const auto stated =
                std::ranges::count(tables().rules, figure.id, [](const RuleRow& row) { return row.rule->id; });
            QVERIFY2(stated >= 1, qPrintable(id));
        }
        QCOMPARE(tables().rules.size(), statedRules().size());
        QCOMPARE(tables().reference.size(), recommendations().size());
        QCOMPARE(tables().cards.size(), cardClaims().size());
        QCOMPARE(tables().contest.size(), contestCases().size());
        std::size_t remarks = 0;
        for (const ReferenceRow& row : tables().reference) {
            remarks += row.remarks.size();
        }
        QCOMPARE(remarks, referenceRemarks().size());
    }

    void weightsOfALlama2() {
        // FP16: two bytes a parameter, and two more for each value of a norm: 13.4773... GB against 14.
        const double half = (2 * kLlama2 + 2 * kNorms) / 1e9;
        QVERIFY(near(rowOf("weights-7b-fp16", "meta-llama/Llama-2-7b-chat-hf").figure, half));
        QVERIFY(std::abs(half - 13.48) < 0.01);
        QCOMPARE(rowOf("weights-7b-fp16", "meta-llama/Llama-2-7b-chat-hf").agreement, Agreement::Within);
        // Q4_0: 18 bytes for 32 weights; the output matrix is Q6_K, 210 bytes for 256; norms f32.
        const double fourBits = (kLlama2 - kNorms - kOutput) * 18 / 32 + kOutput * 210 / 256 + kNorms * 4;
        const RuleRow& row = rowOf("bytes-int4", "meta-llama/Llama-2-7b-chat-hf");
        QVERIFY(near(row.figure, fourBits / kLlama2));
        QCOMPARE(row.agreement, Agreement::Above);
        // Without the scales, 16 of every 18 bytes.
        QCOMPARE(row.reasons.front().reason, RuleReason::BlockScales);
        QVERIFY(near(row.reasons.front().without, fourBits / kLlama2 * 16 / 18));
    }

    void theNameRounds() {
        // Qwen2.5 7B has 7,615,616,512 parameters: 15.2 GB; 7 billion of them would be 14.0.
        const RuleRow& row = rowOf("weights-7b-fp16", "Qwen/Qwen2.5-7B-Instruct");
        QVERIFY(std::abs(row.figure - 15.23) < 0.01);
        QCOMPARE(row.agreement, Agreement::Above);
        QCOMPARE(row.reasons.front().reason, RuleReason::ParameterCount);
        QVERIFY(std::abs(row.reasons.front().without - 14.0) < 0.01);
    }

    void cacheWithoutGroupedQueries() {
        // Keys and values, 32 layers, 4,096 tokens, 4,096 values, two bytes: 2 GiB; eight sequences take eight times
        // that.
        const RuleRow& row = rowOf("sequences", "meta-llama/Llama-2-7b-chat-hf");
        Scenario one = row.scenario;
        one.batch = 1;
        QCOMPARE(ask(one).report.need.typical(MemoryPart::KvCache), kGiB * 2);
        QCOMPARE(row.figure, 8.0);
        QCOMPARE(row.agreement, Agreement::Within);
    }

    void statesOfAdam() {
        // Two f32 states a parameter: 8 bytes against 2 of the 16-bit weights; 8-bit states and their scales about a
        // quarter.
        const auto rows = rowsOf("optimizer-weights", "meta-llama/Llama-2-7b-chat-hf");
        QCOMPARE(rows.size(), std::size_t{2});
        QVERIFY(near(rows[0]->figure, 4));
        QCOMPARE(rows[0]->agreement, Agreement::Within);
        QVERIFY(rows[1]->figure > 1 && rows[1]->figure < 1.05);
        QCOMPARE(rows[1]->agreement, Agreement::Below);
        QCOMPARE(rows[1]->reasons.front().reason, RuleReason::SmallStates);
        QVERIFY(near(rows[1]->reasons.front().without, 4));
    }

    void figuresAreTheReports() {
        for (const RuleRow& row : tables().rules) {
            const double figure = figureByWords(row);
            QVERIFY2(near(row.figure, figure),
                     qPrintable(QString::fromUtf8(row.rule->id.data()) + QString::number(row.figure) + u'/' +
                                QString::number(figure)));
            QCOMPARE(row.agreement, agreementOf(figure, row.rule->low, row.rule->high));
        }
    }

    void disagreementHasAReason() {
        const auto check = [](Agreement agreement, const std::vector<RuleExplanation>& reasons, const char* what) {
            QVERIFY2((agreement == Agreement::Within) == reasons.empty(), what);
            QVERIFY2(reasons.size() <= 2, what);
        };
        int disagreements = 0;
        for (const RuleRow& row : tables().rules) {
            check(row.agreement, row.reasons, row.rule->id.data());
            disagreements += row.agreement == Agreement::Within ? 0 : 1;
            for (const RuleExplanation& each : row.reasons) {
                // Nearer to the rule's range, or past it.
                QVERIFY(row.agreement == Agreement::Above ? each.without < row.figure : each.without > row.figure);
            }
        }
        for (const ReferenceRow& row : tables().reference) {
            check(row.agreement, row.reasons, row.recommendation->id.data());
        }
        for (const ClaimRow& row : tables().cards) {
            check(row.agreement, row.reasons, row.claim->id.data());
        }
        QVERIFY(disagreements >= 15);
    }

    void reasonsFollowFromAskingAgain() {
        // A context of 32K: with keys and values for each of Llama 3.1 8B's 32 heads instead of 8, four times the
        // cache.
        const RuleRow& grouped = rowOf("long-context", "meta-llama/Llama-3.1-8B-Instruct");
        QCOMPARE(grouped.agreement, Agreement::Below);
        QCOMPARE(grouped.reasons.front().reason, RuleReason::GroupedCache);
        const auto withFullCache = [](Scenario scenario, std::int64_t context) {
            scenario.context = context;
            const RuleAnswer answer = ask(scenario);
            return static_cast<double>(answer.report.needTotal.typical.count()) +
                   3 * bytesOf(answer, MemoryPart::KvCache);
        };
        QVERIFY(near(grouped.reasons.front().without,
                     withFullCache(grouped.scenario, 32'768) / withFullCache(grouped.scenario, 4096)));
        // A fused loss never holds the logits of 152,064 tokens.
        const RuleRow& vocabulary = rowOf("lora-inference", "Qwen/Qwen2.5-7B-Instruct");
        QCOMPARE(vocabulary.agreement, Agreement::Above);
        QCOMPARE(vocabulary.reasons.front().reason, RuleReason::Vocabulary);
        Scenario fused = vocabulary.scenario;
        fused.training.loss = "fused";
        const RuleAnswer answer = ask(fused);
        QVERIFY(near(vocabulary.reasons.front().without,
                     static_cast<double>(answer.report.needTotal.typical.count()) /
                         (static_cast<double>(answer.report.tensorBytes.count()) * 1.3)));
        // Activations: the whole prompt at once without flash attention is what the rule is about.
        const RuleRow& steps = rowOf("activations-weights", "meta-llama/Llama-2-7b-chat-hf");
        QCOMPARE(steps.reasons.front().reason, RuleReason::PromptInSteps);
        QCOMPARE(agreementOf(steps.reasons.front().without, 0.1, 0.3), Agreement::Within);
    }

    void recommendationsAgainstCards() {
        for (const ReferenceRow& row : tables().reference) {
            const double low = row.recommendation->lowGib;
            const double high = row.recommendation->highGib.value_or(1e9);
            QVERIFY(row.tight < row.comfortable && row.need.high < row.tight);
            const bool agrees = row.tight.toGiB() <= high && row.comfortable.toGiB() >= low;
            QCOMPARE(row.agreement == Agreement::Within, agrees);
            // Verdicts on every size are report()'s, and the first that fits is named.
            std::optional<std::size_t> first;
            for (std::size_t i = 0; i < row.sizes.size(); ++i) {
                Scenario scenario = row.scenario;
                scenario.machine.gpus = {{std::string(row.sizes[i].size.card), row.sizes[i].size.count}};
                QCOMPARE(row.sizes[i].verdict, ask(scenario).report.verdict);
                if (!first && row.sizes[i].verdict == Verdict::Fits) {
                    first = i;
                }
            }
            QCOMPARE(row.smallestFits, first);
        }
    }

    void remarksAsVerdicts() {
        // "16 tight, 24 comfortable": Llama 2's cache of 2 GiB is too much for 16 GB; Qwen2.5 7B is tight there.
        const auto remark = [](std::string_view id, std::string_view model, double gib) {
            for (const ReferenceRow& row : tables().reference) {
                for (const ClaimRow& each : row.remarks) {
                    if (each.claim->id == id && each.claim->conditions.model == model && each.claim->cardGib == gib) {
                        return each;
                    }
                }
            }
            qFatal("no such remark");
        };
        const ClaimRow llama = remark("7b-fp16", "meta-llama/Llama-2-7b-chat-hf", 16);
        QCOMPARE(llama.verdict, Verdict::Offload);
        QCOMPARE(llama.agreement, Agreement::Above);
        QCOMPARE(llama.reasons.front().reason, RuleReason::FullCache);
        QCOMPARE(remark("7b-fp16", "Qwen/Qwen2.5-7B-Instruct", 16).verdict, Verdict::Tight);
        QCOMPARE(remark("7b-fp16", "meta-llama/Llama-2-7b-chat-hf", 24).verdict, Verdict::Fits);
        const ClaimRow thirteen = remark("13b-fp16", "meta-llama/Llama-2-13b-chat-hf", 24);
        QCOMPARE(thirteen.verdict, Verdict::Offload);
        QCOMPARE(thirteen.agreement, Agreement::Within);
    }

    void claimsAreJudgedByReports() {
        for (const ClaimRow& row : tables().cards) {
            const Report answer = ask(row.scenario).report;
            QCOMPARE(row.verdict, answer.verdict);
            QCOMPARE(row.need, answer.needTotal.high);
            QCOMPARE(row.usable, answer.usable);
            // The card has the size that the claim is about.
            QCOMPARE(std::round(answer.devices.front().capacity.toGiB()), row.claim->cardGib);
            if (row.agreement == Agreement::Within && row.claim->claim == Claim::Comfortable) {
                QCOMPARE(row.verdict, Verdict::Fits);
            }
        }
        // 8 GB hold a 7B at 4 bits; 24 GB a 7B in 16 bits at ease.
        QVERIFY(std::ranges::all_of(tables().cards, [](const ClaimRow& row) {
            return row.claim->id != "7b-int4" || row.verdict == Verdict::Fits || row.verdict == Verdict::Tight;
        }));
    }

    void memoryBeforeCores() {
        const std::vector<ContestRow>& rows = tables().contest;
        QCOMPARE(rows.size(), std::size_t{2});
        QVERIFY(rows[0].cores > rows[1].cores && rows[0].memory < rows[1].memory);
        QCOMPARE(rows[0].verdict, Verdict::Offload);
        QCOMPARE(rows[1].verdict, Verdict::Fits);
        QVERIFY(!rows[0].wins && rows[1].wins);
        QVERIFY(*rows[1].tokensPerSecond > 3 * *rows[0].tokensPerSecond);
    }

    void rowsOpenAsScenarios() {
        std::vector<Scenario> scenarios;
        for (const RuleRow& row : tables().rules) {
            scenarios.push_back(row.scenario);
        }
        for (const ReferenceRow& row : tables().reference) {
            scenarios.push_back(row.scenario);
        }
        for (const ClaimRow& row : tables().cards) {
            scenarios.push_back(row.scenario);
        }
        for (const ContestRow& row : tables().contest) {
            scenarios.push_back(row.scenario);
        }
        for (const Scenario& scenario : scenarios) {
            const auto read = scenarioFromText(scenarioToJson(scenario).dump());
            QVERIFY(read.ok());
            QVERIFY(*read == scenario);
            // The card of the question is compared, mostly with the sizes around it.
            QVERIFY(std::ranges::find(scenario.view.rows, scenario.machine.gpus.front()) != scenario.view.rows.end());
            const auto resolved = resolve(scenario, facts().catalog);
            QVERIFY(resolved.ok());
            // Within what the model was made for.
            QVERIFY(scenario.context <= resolved->model.maxContext.value_or(0));
        }
    }

    void theRuleBesideAnAnswer() {
        Scenario scenario;
        scenario.model = CatalogName{"meta-llama/Llama-3.1-8B-Instruct"};
        scenario.machine.gpus = {{"RTX 4090", 1}};
        scenario.weights = "F16";
        const auto rule = [&scenario] { return inferenceRule(ask(scenario).resolved); };
        // 8,030,261,248 parameters in two bytes (norms in four, and 64 f32 rope factors) times 1.3.
        QCOMPARE(rule()->factor, 1.3);
        QVERIFY(std::abs(rule()->byRule.toGB() - 8.030261248 * 2 * 1.3) < 0.01);
        scenario.context = 32'768;
        QVERIFY(near(rule()->factor, 1.3 * 1.5));
        scenario.weights = "Q4_K_M";
        QVERIFY(near(rule()->factor, 1.5 * 1.5));
        scenario.context = 16'384;
        QCOMPARE(rule()->factor, 1.5);
        scenario.context = 8192;
        QCOMPARE(rule()->factor, 1.3);
        scenario.batch = 5;
        QVERIFY(!rule());
        scenario.batch = 1;
        scenario.task = Task::Qlora;
        scenario.weights = "NF4";
        scenario.runtime.name = "Transformers";
        QVERIFY(!rule());
    }

    void trainingTakesItsRulesFromTheTable() {
        const RuleRow& row = rowOf("full-inference", "meta-llama/Llama-2-7b-chat-hf");
        const RuleAnswer answer = ask(row.scenario);
        const std::vector<TrainingRule> rules = trainingRules(answer.resolved, answer.report);
        QCOMPARE(rules.size(), std::size_t{2});
        for (const TrainingRule& rule : rules) {
            QCOMPARE(rule.low, ruleFigure(rule.id).low);
            QCOMPARE(rule.high, ruleFigure(rule.id).high);
        }
        QVERIFY(near(rules[0].figure, row.figure));
    }

    void examplesAnswerAsTheirTitlesSay() {
        const auto verdict = [](std::string_view id, std::string_view card, std::int64_t count = 1) {
            const auto found = std::ranges::find(examples(), id, &Example::id);
            Scenario scenario = exampleScenario(*found);
            scenario.machine.gpus = {{std::string(card), count}};
            return ask(scenario).report.verdict;
        };
        QCOMPARE(verdict("worked-7b", "RTX 4060 Ti 16GB"), Verdict::Tight);
        QCOMPARE(verdict("worked-7b", "RTX 4090"), Verdict::Fits);
        QCOMPARE(verdict("worked-qlora", "RTX 4060 Ti 16GB"), Verdict::Fits);
        QCOMPARE(verdict("worked-13b", "RTX 4090"), Verdict::Offload);
        QCOMPARE(verdict("worked-13b", "RTX 4090", 2), Verdict::Fits);
        QCOMPARE(verdict("home-8", "RTX 4060"), Verdict::Fits);
        QCOMPARE(verdict("home-16", "RTX 4060 Ti 16GB"), Verdict::Fits);
        QCOMPARE(verdict("team-24", "RTX 4090"), Verdict::Fits);
        QCOMPARE(verdict("team-48", "RTX 6000 Ada"), Verdict::Fits);
        QCOMPARE(verdict("research-service", "H100 80GB", 4), Verdict::Fits);
        QCOMPARE(verdict("research-full", "H100 80GB", 8), Verdict::Fits);
        QCOMPARE(verdict("research-qlora", "H100 80GB"), Verdict::Fits);
    }

    void theDocumentHasTheTables() {
        QProcess program;
        program.start(QStringLiteral(CLI_PROGRAM), {QStringLiteral("rules"), QStringLiteral("--markdown")});
        QVERIFY(program.waitForFinished(60000));
        QCOMPARE(program.exitCode(), 0);
        const QByteArray written = program.readAllStandardOutput();
        QVERIFY(written.size() > 5000);
        QFile document(QStringLiteral(DOCS_DIR "/rules.md"));
        QVERIFY(document.open(QIODevice::ReadOnly));
        QVERIFY2(document.readAll().endsWith(written), "write the tables again: vram-sizer-cli rules --markdown");
    }

    void theCommandLineWritesJson() {
        QProcess program;
        program.start(QStringLiteral(CLI_PROGRAM), {QStringLiteral("rules")});
        QVERIFY(program.waitForFinished(60000));
        const QJsonObject json = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        QCOMPARE(json[QStringLiteral("rules")].toArray().size(), static_cast<qsizetype>(statedRules().size()));
        QCOMPARE(json[QStringLiteral("reference")].toArray().size(), static_cast<qsizetype>(recommendations().size()));
        const QJsonObject first = json[QStringLiteral("rules")].toArray().first().toObject();
        QCOMPARE(first[QStringLiteral("figure")].toDouble(), tables().rules.front().figure);
        program.start(QStringLiteral(CLI_PROGRAM), {QStringLiteral("rules"), QStringLiteral("x")});
        QVERIFY(program.waitForFinished(60000));
        QCOMPARE(program.exitCode(), 2);
    }
};

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
