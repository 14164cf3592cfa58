// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/language_switcher.h"
#include "ui/store/scenario_store.h"
#include "ui/text/labels.h"
#include "ui/why/explanation_text.h"
#include "ui/why/explanation_words.h"
#include "ui/why/why_document.h"
#include "ui/why/why_drawer.h"

#include "fake_snapshot.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include <algorithm>
#include <set>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Catalog> catalog() {
    static const auto kCatalog = loadCatalog().catalog;
    return kCatalog;
}

void ask(ScenarioStore& store, const char* model, const char* runtime, const char* format, const char* card,
         std::int64_t count = 1) {
    store.edit([&](Scenario& scenario) {
        scenario.model = CatalogName{model};
        scenario.runtime.name = runtime;
        scenario.weights = format;
        scenario.view.rows = {{card, count}};
    });
}

/// A text document gives its no-break spaces back as spaces.
QString spaced(QString text) { return text.replace(QChar(0x00A0), u' '); }

QString fine(Bytes bytes) { return spaced(fineBytes(bytes, ByteUnit::GiB)); }

QString shown(WhyDrawer& drawer, const ScenarioStore& store, std::optional<MemoryPart> part) {
    drawer.setExplanations(store.snapshot(), 0, part);
    drawer.show();
    return drawer.text();
}

} // namespace

class TestWhy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }
    void init() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void cleanup() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }

    void theFormulaHasTheCoresNumbers() {
        ScenarioStore store(catalog());
        ask(store, "Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", "RTX 4090");
        WhyDrawer drawer(catalog());
        const QString text = shown(drawer, store, MemoryPart::KvCache);
        // Qwen3-14B: 40 layers, 8 KV heads of 128, f16; 40 x 8,192 x (1,024 + 1,024) x 2 = 1,342,177,280 bytes.
        QVERIFY2(text.contains(u"40 layers × 8,192 cells × batch 1 × (keys 1,024 × 2 + values 1,024 × 2) "
                               "bytes = 1.25 GiB"_s),
                 qPrintable(text));
        QVERIFY(text.contains(u"Exact: 1,342,177,280 bytes."_s));
        QVERIFY(text.contains(u"catalogue: f16"_s));
        QVERIFY(text.contains(u"your choice"_s));
        QVERIFY(drawer.findChild<QLabel*>(u"whyTitle"_s)->text().contains(u"KV cache · RTX 4090 24"_s));
    }

    void theRangeSaysWhyItIsOne() {
        ScenarioStore store(catalog());
        ask(store, "Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", "RTX 4090");
        WhyDrawer drawer(catalog());
        QString text = shown(drawer, store, MemoryPart::Activations);
        ByteRange need = store.snapshot().rows[0].report->need.get(MemoryPart::Activations).value();
        QVERIFY(need.isExact()); // Qwen3 on an NVIDIA card equals llama.cpp's own figure
        QVERIFY2(text.contains(u"Exact: %1 bytes."_s.arg(QLocale().toString(qlonglong{need.typical.count()}))),
                 qPrintable(text));
        // Gate, up and their product: 3 x 512 tokens x 17,408 x 4 bytes.
        QVERIFY2(text.contains(u"Fullest moment: the feed-forward layer"_s), qPrintable(text));
        QVERIFY2(text.contains(u"values inside the feed-forward layer 102.0 MiB"_s), qPrintable(text));
        ask(store, "Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", "Arc B580"); // no measurement on Intel's backend
        text = shown(drawer, store, MemoryPart::Activations);
        need = store.snapshot().rows[0].report->need.get(MemoryPart::Activations).value();
        QVERIFY(!need.isExact());
        QVERIFY(text.contains(u"Between %1 and %2. Exact for architectures"_s.arg(fine(need.low), fine(need.high))));
        ask(store, "Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", "RTX 4090");
        text = shown(drawer, store, MemoryPart::Overhead);
        QVERIFY(text.contains(u"measured: RTX 4090 and RTX PRO 6000 Blackwell, measured"_s));
    }

    void everyPartOfTheRowInBrief() {
        ScenarioStore store(catalog());
        ask(store, "Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", "RTX 4090");
        WhyDrawer drawer(catalog());
        const QString text = shown(drawer, store, std::nullopt);
        for (const MemoryPart part :
             {MemoryPart::Weights, MemoryPart::KvCache, MemoryPart::Activations, MemoryPart::Overhead}) {
            const Bytes bytes = store.snapshot().rows[0].report->need.typical(part);
            QVERIFY(text.contains(partLabel(part) + u" · "_s + fine(bytes)));
        }
        QVERIFY(text.contains(u"Total "_s + fine(store.snapshot().rows[0].report->needTotal.typical)));
        QVERIFY(!text.contains(u"Where it came from"_s)); // no tables
    }

    void slidingWindowsHaveTheirOwnFormula() {
        ScenarioStore store(catalog());
        ask(store, "google/gemma-3-27b-it", "llama.cpp", "Q4_K_M", "RTX 5090");
        WhyDrawer drawer(catalog());
        const QString text = shown(drawer, store, MemoryPart::KvCache);
        // Gemma 3 27B: 52 of 62 layers see 1,024 positions; with a micro-batch of 512 that is 1,536 cells.
        QVERIFY(text.contains(u"Layers with a sliding window"_s));
        QVERIFY2(text.contains(u"52 layers × 1,536 cells"_s), qPrintable(text));
        QVERIFY(text.contains(u"10 layers × 8,192 cells"_s));
    }

    /// Every formula and operand that the core can name has words, in whatever runtime, format and machine.
    void everythingTheCoreNamesHasWords_data() {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("runtime");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<int>("count");
        QTest::addColumn<Task>("task");
        QTest::newRow("llama.cpp") << QByteArray("Qwen/Qwen3-14B") << QByteArray("llama.cpp") << QByteArray("Q4_K_M")
                                   << QByteArray("RTX 4090") << 2 << Task::Inference;
        QTest::newRow("hybrid, unified") << QByteArray("Qwen/Qwen3-Next-80B-A3B-Instruct") << QByteArray("llama.cpp")
                                         << QByteArray("Q4_K_M") << QByteArray("Apple M4 Max (40-core GPU) 64GB") << 1
                                         << Task::Inference;
        QTest::newRow("latent") << QByteArray("deepseek-ai/DeepSeek-V3") << QByteArray("vLLM") << QByteArray("FP8")
                                << QByteArray("H200") << 8 << Task::Inference;
        QTest::newRow("padded") << QByteArray("google/gemma-3-27b-it") << QByteArray("vLLM") << QByteArray("BF16")
                                << QByteArray("H100 SXM") << 1 << Task::Inference;
        QTest::newRow("experts") << QByteArray("Qwen/Qwen3-30B-A3B") << QByteArray("vLLM") << QByteArray("BF16")
                                 << QByteArray("A100 80GB") << 2 << Task::Inference;
        QTest::newRow("Transformers") << QByteArray("Qwen/Qwen3-8B") << QByteArray("Transformers") << QByteArray("NF4")
                                      << QByteArray("RTX 4090") << 1 << Task::Inference;
        QTest::newRow("by bits") << QByteArray("Qwen/Qwen3-14B") << QByteArray("llama.cpp") << QByteArray("IQ4_XS")
                                 << QByteArray("Arc A770 16GB") << 1 << Task::Inference;
        QTest::newRow("LoRA") << QByteArray("Qwen/Qwen3-8B") << QByteArray("Transformers") << QByteArray("BF16")
                              << QByteArray("RTX 4090") << 1 << Task::Lora;
        QTest::newRow("LoRA, checkpoints in RAM") << QByteArray("Qwen/Qwen3-8B") << QByteArray("Unsloth")
                                                  << QByteArray("BF16") << QByteArray("RTX 4090") << 1 << Task::Lora;
        QTest::newRow("QLoRA") << QByteArray("Qwen/Qwen3-8B") << QByteArray("ms-swift") << QByteArray("NF4")
                               << QByteArray("RTX 4090") << 2 << Task::Qlora;
        QTest::newRow("QLoRA, litgpt") << QByteArray("Qwen/Qwen3-8B") << QByteArray("litgpt") << QByteArray("NF4")
                                       << QByteArray("RTX 4090") << 1 << Task::Qlora;
        QTest::newRow("full, the step") << QByteArray("Qwen/Qwen3-8B") << QByteArray("Transformers")
                                        << QByteArray("BF16") << QByteArray("H100 SXM") << 1 << Task::Full;
        QTest::newRow("full, fused kernels") << QByteArray("Qwen/Qwen3-8B") << QByteArray("torchtune")
                                             << QByteArray("BF16") << QByteArray("H100 SXM") << 1 << Task::Full;
        QTest::newRow("full, DeepSpeed") << QByteArray("Qwen/Qwen3-8B") << QByteArray("DeepSpeed") << QByteArray("BF16")
                                         << QByteArray("H100 SXM") << 4 << Task::Full;
        QTest::newRow("full, torchtitan") << QByteArray("Qwen/Qwen3-8B") << QByteArray("torchtitan")
                                          << QByteArray("BF16") << QByteArray("H100 SXM") << 4 << Task::Full;
        QTest::newRow("full, Megatron-LM") << QByteArray("Qwen/Qwen3-30B-A3B") << QByteArray("Megatron-LM")
                                           << QByteArray("BF16") << QByteArray("H100 SXM") << 4 << Task::Full;
        QTest::newRow("full without a card") << QByteArray("Qwen/Qwen3-0.6B") << QByteArray("Transformers")
                                             << QByteArray("BF16") << QByteArray("CPU") << 1 << Task::Full;
        QTest::newRow("full in one memory")
            << QByteArray("Qwen/Qwen3-0.6B") << QByteArray("Transformers") << QByteArray("BF16")
            << QByteArray("Apple M4 Max (40-core GPU) 64GB") << 1 << Task::Full;
    }

    void everythingTheCoreNamesHasWords() {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, runtime);
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, card);
        QFETCH(int, count);
        QFETCH(Task, task);
        ScenarioStore store(catalog());
        ask(store, model.constData(), runtime.constData(), format.constData(), card.constData(), count);
        store.edit([task](Scenario& scenario) {
            scenario.task = task;
            scenario.training.gradientAccumulation = task == Task::Full ? 1 : 4;
        });
        QVERIFY(store.snapshot().rows[0].report.ok());
        const WhyContent content = whyContent(store.snapshot(), 0, std::nullopt, *catalog());
        QVERIFY(content.parts.size() >= 4);
        for (const PartReasons& reasons : content.parts) {
            Bytes sum;
            for (const Explanation& explanation : reasons.explanations) {
                sum += explanation.result.typical;
                const QString text = formulaText(explanation, ByteUnit::GiB);
                QVERIFY2(text.contains(fineBytes(explanation.result.typical, ByteUnit::GiB)), qPrintable(text));
                QVERIFY2(!text.contains(u'{') && !text.contains(u"  "_s), qPrintable(text));
                const bool sentence = std::ranges::any_of(
                    formulaWords(), [&](const FormulaWords& words) { return words.formula == explanation.formula; });
                const bool buffer = explanation.formula.starts_with("activations-llamacpp-");
                const bool trains = explanation.formula.starts_with("training-");
                QVERIFY2(sentence || buffer || trains || explanation.formula.starts_with("weights"),
                         explanation.formula.data());
                const bool moment = buffer || (trains && explanation.part == MemoryPart::Activations);
                QVERIFY2(!moment || !explanationHeading(explanation, false).isEmpty(), explanation.formula.data());
                QVERIFY(!trains || explanation.result.isExact() || rangeText(explanation, ByteUnit::GiB).size() > 100);
                for (const Operand& operand : explanation.operands) {
                    const bool named = std::ranges::any_of(
                        operandWords(), [&](const OperandWords& words) { return words.operand == operand.id; });
                    QVERIFY2(named, operand.id.data());
                    // What a sum of training is made of stands in it.
                    QVERIFY2(!trains || operand.unit != OperandUnit::Bytes || text.contains(operandName(operand)),
                             qPrintable(text));
                    if (operand.source == OperandSource::Measured || operand.source == OperandSource::Assumption) {
                        const bool remark = std::ranges::any_of(
                            sourceRemarks(), [&](const char* known) { return operand.detail == known; });
                        QVERIFY2(remark, operand.detail.c_str());
                    }
                }
            }
            QCOMPARE(sum.count(), reasons.total.typical.count());
        }
        if (content.pool) {
            QVERIFY(!explanationHeading(*content.pool, false).isEmpty());
            QVERIFY(std::ranges::any_of(
                formulaWords(), [&](const FormulaWords& words) { return words.formula == content.pool->formula; }));
            for (const Operand& operand : content.pool->operands) {
                QVERIFY2(operandName(operand) != QString::fromLatin1(operand.id.data(), qsizetype(operand.id.size())) ||
                             operand.id == "sequences",
                         operand.id.data());
            }
        }
    }

    /// Names, sentences and remarks in Chinese are not the English ones.
    void theWordsAreThereInChinese() {
        const auto translated = [](const char* context, const char* text) {
            const QString words = QCoreApplication::translate(context, text);
            const std::string_view same = "logits"; // stays
            return *text == '\0' || text == same || words != QString::fromUtf8(text);
        };
        for (const QString& language : {u"zh_TW"_s, u"zh_CN"_s}) {
            LanguageSwitcher::ofApplication().setLanguage(language);
            for (const OperandWords& words : operandWords()) {
                QVERIFY2(translated("Why", words.name) && translated("Why", words.rule), words.name);
            }
            for (const FormulaWords& words : formulaWords()) {
                // Some are names of operands and signs alone.
                const QString rest = QString::fromUtf8(words.sentence).remove(QRegularExpression(u"\\{[^}]*\\}"_s));
                const bool hasWords = rest.contains(QRegularExpression(u"[a-z]{2}"_s));
                QVERIFY2(!hasWords || translated("Why", words.sentence), words.sentence);
            }
            for (const RangeWords& words : rangeWords()) {
                QVERIFY2(translated("Why", words.sentence), words.sentence);
            }
            for (const char* remark : sourceRemarks()) {
                QVERIFY2(translated("WhySource", remark), remark);
            }
            Explanation explanation{MemoryPart::Activations, "", {}, {}};
            for (const std::string_view formula :
                 {"training-backward", "training-backward-shared", "training-step", "training-moved"}) {
                explanation.formula = formula;
                const QString heading = explanationHeading(explanation, false);
                QVERIFY2(!heading.isEmpty() && heading.front() > QChar(0x7F), qPrintable(heading));
            }
        }
    }

    void whatTheGradientsTakeOverIsTakenOff() {
        Explanation explanation{MemoryPart::Activations, "training-backward-shared", {}, ByteRange::exact(kMiB * 60)};
        const auto add = [&explanation](std::string_view id, double mib) {
            explanation.operands.push_back({id, mib * 1048576, OperandUnit::Bytes, OperandSource::Architecture, {}});
        };
        explanation.operands.push_back({"cards", 2, OperandUnit::None, OperandSource::Scenario, {}});
        add("kept-activations", 20);
        add("loss-activations", 35);
        add("gradient-room", 30);
        add("training-base", 5); // 2 x (20 + 35 + 5 - 30) = 60
        QCOMPARE(spaced(formulaText(explanation, ByteUnit::GiB)),
                 u"2 cards × (values kept for the backward pass 20.00 MiB + logits and loss 35.00 MiB + workspaces "
                 "5.00 MiB − room that gradients take over later 30.00 MiB) = 60.00 MiB"_s);
    }

    void whatTheRuntimeReservesStandsByTheCache() {
        ScenarioStore store(catalog());
        ask(store, "Qwen/Qwen3-14B", "vLLM", "BF16", "H100 SXM");
        WhyDrawer drawer(catalog());
        const QString text = shown(drawer, store, MemoryPart::KvCache);
        const Report& report = *store.snapshot().rows[0].report;
        QVERIFY2(text.contains(u"Reserved by the runtime"_s), qPrintable(text));
        QVERIFY2(text.contains(u"= %1, of which this question needs %2"_s.arg(
                     fine(report.devices.front().kvPool->bytes), fine(report.need.typical(MemoryPart::KvCache)))),
                 qPrintable(text));
        QVERIFY(!shown(drawer, store, MemoryPart::Weights).contains(u"Reserved by the runtime"_s));
    }

    void namesAreShownAsTheyAre() {
        Snapshot snapshot = fake::snapshot();
        snapshot.resolved.reset();
        snapshot.problem = Error{ErrorCode::UnknownModel, "model.catalog", {"<b>no & such</b>"}};
        WhyDrawer drawer(catalog());
        drawer.setExplanations(snapshot, 0, MemoryPart::Weights);
        drawer.show();
        QVERIFY2(drawer.text().contains(u"<b>no & such</b>"_s), qPrintable(drawer.text()));
    }

    void textCanBeSelectedAndTheDrawerCloses() {
        ScenarioStore store(catalog());
        WhyDrawer drawer(catalog());
        shown(drawer, store, MemoryPart::Weights);
        const auto* const browser = drawer.findChild<QTextBrowser*>(u"whyText"_s);
        QVERIFY(browser->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        QVERIFY(browser->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        QSignalSpy closed(&drawer, &WhyDrawer::closed);
        drawer.findChild<QToolButton*>(u"whyClose"_s)->click();
        QTest::keyClick(&drawer, Qt::Key_Escape);
        QCOMPARE(closed.count(), 2);
    }

    void whatIsMissingIsNoNegativeRest() {
        ScenarioStore store(catalog());
        ask(store, "Qwen/Qwen3-32B", "llama.cpp", "Q8_0", "RTX 4090");
        WhyDrawer drawer(catalog());
        const QString text = shown(drawer, store, std::nullopt);
        const Bytes missing = Bytes{} - store.snapshot().rows.front().report->headroom;
        QVERIFY(missing > Bytes{});
        QVERIFY2(text.contains(fine(missing) + u" short on the fullest card."_s), qPrintable(text));
    }

    void unitAndLanguageSwitchLive() {
        ScenarioStore store(catalog());
        ask(store, "Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", "RTX 4090");
        WhyDrawer drawer(catalog());
        shown(drawer, store, MemoryPart::KvCache);
        drawer.setByteUnit(ByteUnit::GB);
        QVERIFY(drawer.text().contains(u"1.34 GB"_s));
        fake::PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QCoreApplication::processEvents();
        QVERIFY(drawer.text().contains(u"«40 layers"_s));
        QVERIFY(drawer.text().contains(u"«Where it came from»"_s));
        QCoreApplication::removeTranslator(&pseudo);
    }
};

QTEST_MAIN(TestWhy)
#include "tst_why.moc"
