// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/task_question.h"
#include "core/scenario/training_json.h"
#include "panel_test.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/advanced_section.h"
#include "ui/panel/stop_slider.h"
#include "ui/panel/task_row.h"
#include "ui/panel/training_option_table.h"
#include "ui/store/history.h"
#include "ui/store/runtime_switch.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <set>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// A change of task, and what the panel shows of each.
class TestTaskSwitch : public PanelTest {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theTaskTakesRuntimeAndWeightsAlong_data();
    void theTaskTakesRuntimeAndWeightsAlong();
    void aTaskIsFoundAsItWasLeft();
    void aChangeOfTaskIsOneStep();
    void aMovedRuntimeIsSaidUntilTheNextChange();
    void rowsAreThoseOfTheTask_data();
    void rowsAreThoseOfTheTask();
    void advancedRowsAreThoseOfTheTask();
    void weightsAreThoseOfTheTask();
    void everyControlWritesItsKey();
    void theRankIsDraggedAndTyped();
    void defaultsAreThoseOfTheFramework();
    void rowsThatDependOnOthersAppearWithThem();
    void whatAFileNamesIsShown();
    void theLineNamesTheRun();
    void notesAreWorded();
    void textsFollowTheLanguage();

private:
    static void use(const QString& code) {
        LanguageSwitcher::ofApplication().setLanguage(code);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] TaskRow* tabs() const { return find<TaskRow>("taskTabs"); }
    void choose(Task task) const {
        const auto* const found = std::ranges::find(kComparedTasks, task);
        tabs()->setCurrentIndex(static_cast<int>(found - kComparedTasks.begin()));
    }
    void pick(const char* list, const QString& value) const {
        auto* box = find<QComboBox>(list);
        const int index = box->findData(value);
        QVERIFY2(index >= 0, qPrintable(value));
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    void pickText(const char* list, const QString& text) const {
        auto* box = find<QComboBox>(list);
        const int index = box->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    [[nodiscard]] const Scenario& now() const { return m_store->scenario(); }
    /// Labels of the rows that can be seen, without the letter for Alt.
    [[nodiscard]] QString labels(const QWidget* within) const {
        QStringList names;
        for (const FieldRow* row : within->findChildren<FieldRow*>()) {
            if (row->isVisibleTo(m_panel.get())) {
                names += row->label().remove(u'&');
            }
        }
        return names.join(u'|');
    }
    [[nodiscard]] QStringList items(const char* list) const {
        auto* box = find<QComboBox>(list);
        QStringList texts;
        for (int i = 0; i < box->count(); ++i) {
            texts += box->itemText(i);
        }
        return texts;
    }
};

void TestTaskSwitch::init() {
    use(u"en"_s);
    open();
    m_store->edit([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-8B"}; });
}

void TestTaskSwitch::cleanup() { close(); }

void TestTaskSwitch::theTaskTakesRuntimeAndWeightsAlong_data() {
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("newRuntime");
    // What a framework cannot load, or the task does not start from, becomes the task's usual weights.
    const auto row = [](const char* name, Task task, const QStringList& words) {
        QTest::newRow(name) << static_cast<int>(task) << words[0] << words[1] << words[2] << words[3];
    };
    row("GGUF to QLoRA", Task::Qlora, {u"llama.cpp"_s, u"Q4_K_M"_s, u"NF4"_s, u"Transformers"_s});
    row("GGUF to LoRA", Task::Lora, {u"llama.cpp"_s, u"Q4_K_M"_s, u"BF16"_s, u"Transformers"_s});
    row("GGUF to full", Task::Full, {u"llama.cpp"_s, u"Q4_K_M"_s, u"BF16"_s, u"Transformers"_s});
    row("AWQ serves QLoRA", Task::Qlora, {u"vLLM"_s, u"AWQ"_s, u"AWQ"_s, u"Transformers"_s});
    row("AWQ to full", Task::Full, {u"vLLM"_s, u"AWQ"_s, u"BF16"_s, u"Transformers"_s});
    row("F16 serves LoRA", Task::Lora, {u"llama.cpp"_s, u"F16"_s, u"F16"_s, u"Transformers"_s});
    row("16 bits to QLoRA", Task::Qlora, {u"Transformers"_s, u"BF16"_s, u"NF4"_s, u"Transformers"_s});
    row("as stored to LoRA", Task::Lora, {u"llama.cpp"_s, u"file"_s, u"BF16"_s, u"Transformers"_s});
}

void TestTaskSwitch::theTaskTakesRuntimeAndWeightsAlong() {
    QFETCH(int, task);
    QFETCH(QString, runtime);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, newRuntime);
    m_store->edit([&](Scenario& scenario) {
        scenario.runtime.name = runtime.toStdString();
        scenario.weights = before.toStdString();
    });
    choose(static_cast<Task>(task));
    QCOMPARE(static_cast<int>(now().task), task);
    QCOMPARE(QString::fromStdString(now().weights), after);
    QCOMPARE(QString::fromStdString(now().runtime.name), newRuntime);
    QVERIFY(m_store->snapshot().resolved);
    QCOMPARE(find<QComboBox>("runtimeList")->currentText(), newRuntime);
    QCOMPARE(hints().contains(u"Moved with the task: %1 to %2"_s.arg(runtime, newRuntime)), runtime != newRuntime);
    QCOMPARE(hints().contains(u"Moved with the task: %1 to %2 ("_s.arg(before, after)), before != after);
}

void TestTaskSwitch::aTaskIsFoundAsItWasLeft() {
    m_store->edit([](Scenario& scenario) {
        scenario.runtime = {};
        scenario.runtime.name = "vLLM";
        scenario.runtime.gpuMemoryUtilization = 0.8;
        scenario.weights = "AWQ";
        scenario.kvCache = {"fp8", "fp8"};
    });
    const Scenario inference = now();
    choose(Task::Qlora);
    pickText("runtimeList", u"Unsloth"_s);
    m_store->edit([](Scenario& scenario) { scenario.weights = "GPTQ-Int4"; });
    QVERIFY(now().kvCache == KvCacheChoice{});

    choose(Task::Inference);
    QVERIFY(now() == inference);
    // All training tasks share the framework; each has weights of its own.
    choose(Task::Lora);
    QCOMPARE(now().runtime.name, "Unsloth");
    QCOMPARE(now().weights, "BF16");
    choose(Task::Qlora);
    QCOMPARE(now().runtime.name, "Unsloth");
    QCOMPARE(now().weights, "GPTQ-Int4");
    choose(Task::Inference);
    QVERIFY(now() == inference);
}

void TestTaskSwitch::aChangeOfTaskIsOneStep() {
    const Scenario before = now();
    History history(*m_store);
    const QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    choose(Task::Full);
    QCOMPARE(changes.count(), 1);
    history.undo();
    QVERIFY(now() == before);
    QVERIFY(!history.canUndo());
    QCOMPARE(tabs()->currentIndex(), 0);
    QVERIFY(!hints().contains(u"Moved with the task"_s));
    history.redo();
    QCOMPARE(now().task, Task::Full);
    QCOMPARE(tabs()->tabText(tabs()->currentIndex()), u"Full training"_s);
}

void TestTaskSwitch::aMovedRuntimeIsSaidUntilTheNextChange() {
    choose(Task::Qlora);
    QVERIFY(hints().contains(u"Moved with the task: llama.cpp to Transformers"_s));
    pickText("runtimeList", u"axolotl"_s);
    QVERIFY(!hints().contains(u"llama.cpp to"_s));
    choose(Task::Lora);
    QVERIFY(!hints().contains(u"to axolotl"_s)); // it stayed
}

void TestTaskSwitch::rowsAreThoseOfTheTask_data() {
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Task task, const QString& expected) {
        QTest::newRow(name) << static_cast<int>(task) << expected;
    };
    row("inference", Task::Inference, u"Model|Size|Weights|Context|Batch|KV cache|Runtime"_s);
    const QString adapters = u"Model|Size|Weights|Sequence length|Micro-batch|Framework|LoRA rank|Targets|DoRA|"
                             "Optimizer|Checkpointing|Accumulation|Several cards"_s;
    row("QLoRA", Task::Qlora, adapters);
    row("LoRA", Task::Lora, adapters);
    row("full", Task::Full,
        u"Model|Size|Sequence length|Micro-batch|Framework|Precision|Optimizer|Checkpointing|Accumulation|"
        "Several cards"_s);
}

void TestTaskSwitch::rowsAreThoseOfTheTask() {
    QFETCH(int, task);
    QFETCH(QString, expected);
    choose(static_cast<Task>(task));
    QCOMPARE(labels(m_panel.get()), expected);
    choose(Task::Inference);
    QCOMPARE(labels(m_panel.get()), u"Model|Size|Weights|Context|Batch|KV cache|Runtime"_s);
}

void TestTaskSwitch::advancedRowsAreThoseOfTheTask() {
    m_panel->advanced().setOpen(true);
    const QString tail = u"Layers a checkpoint|Tensor parallel|Context parallel|Pipeline parallel|Expert parallel|"
                         "Safety margin|System memory"_s;
    choose(Task::Qlora);
    QCOMPARE(
        labels(&m_panel->advanced()),
        QString(u"Method|Flash attention|Loss|Fused kernels|Compile|LoRA dropout|Adapters|Offload to RAM|"_s + tail));
    choose(Task::Full);
    QCOMPARE(labels(&m_panel->advanced()), QString(u"Method|Flash attention|Loss|Fused kernels|Compile|"
                                                   "Train embedding|Step in backward|Offload to RAM|"_s +
                                                   tail));
    // Options of a runtime and what it loads beside the model are inference's.
    choose(Task::Inference);
    QVERIFY(labels(&m_panel->advanced()).startsWith(u"Keys|Values|Flash attention|Safety margin|System memory|"_s));
    QVERIFY(!labels(&m_panel->advanced()).contains(u"Offload to RAM"_s));
}

void TestTaskSwitch::weightsAreThoseOfTheTask() {
    const auto offered = [this](const char* id) { return items("weightsBox").contains(QString::fromLatin1(id)); };
    choose(Task::Qlora);
    for (const char* id : {"NF4", "NF4-DQ", "INT8", "GPTQ-Int4", "GPTQ-Int8", "AWQ"}) {
        QVERIFY2(offered(id), id);
    }
    for (const char* id : {"BF16", "F16", "F32", "Q4_K_M"}) {
        QVERIFY2(!offered(id), id);
    }
    type("weightsBox", u"bf16"_s);
    QCOMPARE(now().weights, "NF4");
    QVERIFY(hints().contains(u"QLoRA starts from quantized weights. With BF16 it is LoRA."_s));
    choose(Task::Lora);
    for (const char* id : {"BF16", "F16", "F32", "NF4", "AWQ"}) {
        QVERIFY2(offered(id), id);
    }
    QVERIFY(!offered("Q4_K_M"));
    choose(Task::Inference);
    QVERIFY(offered("Q4_K_M"));

    // The list of full training is not shown, what another runtime moves to follows it all the same.
    const RuntimeProfile& transformers = *findRuntime("Transformers");
    const auto full = loadableFormats(*catalog(), transformers, Task::Full);
    QCOMPARE(full.size(), 3U); // F16, BF16, F32: the formats of one type throughout
    QVERIFY(std::ranges::all_of(full, [](const WeightFormat* format) { return bitsPerWeight(*format) >= 16; }));
}

/// Works the control of each setting and looks for its key in the saved scenario, which leaves defaults out.
void TestTaskSwitch::everyControlWritesItsKey() {
    m_panel->advanced().setOpen(true);
    for (const TrainingOption& option : trainingOptions()) {
        m_store->edit([](Scenario& scenario) { scenario.training = {}; });
        choose(option.when == TrainingOption::When::Full ? Task::Full : Task::Qlora);
        const QByteArray name = QByteArray(option.key) + "Training";
        if (std::holds_alternative<TrainingOption::Words>(option.value)) {
            auto* list = find<QComboBox>(name.constData());
            const int other = list->currentIndex() == 1 ? 2 : 1;
            list->setCurrentIndex(other);
            emit list->activated(other);
        } else if (std::holds_alternative<TrainingOption::Count>(option.value)) {
            auto* box = find<QSpinBox>(name.constData());
            box->setValue(box->value() + 1);
        } else if (std::holds_alternative<TrainingOption::Share>(option.value)) {
            find<QDoubleSpinBox>(name.constData())->setValue(0.1);
        } else if (std::holds_alternative<TrainingOption::Switch>(option.value)) {
            find<QCheckBox>(name.constData())->click();
        } else {
            find<StopSlider>((name + "Slider").constData())->setValue(0);
        }
        const Json saved = trainingToJson(now().training);
        QVERIFY2(saved.size() == 1 && saved.contains(option.key), (name + ": " + saved.dump().c_str()).constData());
    }
}

void TestTaskSwitch::theRankIsDraggedAndTyped() {
    choose(Task::Lora);
    auto* slider = find<StopSlider>("lora_rankTrainingSlider");
    QCOMPARE(slider->stops().front(), 1);
    QCOMPARE(slider->stops().back(), 512);
    QCOMPARE(slider->stops().size(), 10U); // 2^0 to 2^9
    QCOMPARE(slider->value(), 4);          // 16
    slider->setValue(6);
    QCOMPARE(now().training.loraRank, 64);
    type("lora_rankTrainingBox", u"24"_s);
    QCOMPARE(now().training.loraRank, 24);
    QCOMPARE(box("lora_rankTrainingBox")->text(), u"24"_s);
    type("lora_rankTrainingBox", u"many"_s);
    QCOMPARE(now().training.loraRank, 24);
    QVERIFY(hints().contains(u"“many” is no rank. Type a whole number from 1 to 65,536."_s));
}

void TestTaskSwitch::defaultsAreThoseOfTheFramework() {
    choose(Task::Qlora);
    const auto expect = [this](const QString& framework, const QStringList& expected) {
        pickText("runtimeList", framework);
        const QStringList shown{find<QComboBox>("checkpointingTraining")->currentText(),
                                find<QComboBox>("lossTraining")->currentText(),
                                find<QComboBox>("fused_kernelsTraining")->currentText()};
        QCOMPARE(shown, expected);
    };
    expect(u"Transformers"_s, {u"Default: Every layer"_s, u"Default: All logits at once"_s, u"Default: Off"_s});
    expect(u"Unsloth"_s,
           {u"Default: Every layer, kept in RAM"_s, u"Default: Fused with the head (Liger)"_s, u"Default: On"_s});
    expect(u"torchtune"_s, {u"Default: Every layer"_s, u"Default: In chunks"_s, u"Default: Off"_s});
    expect(u"torchtitan"_s, {u"Default: Selective"_s, u"Default: All logits at once"_s, u"Default: Off"_s});
    use(u"zh_TW"_s);
    QCOMPARE(find<QComboBox>("checkpointingTraining")->currentText(), u"預設：選擇性"_s);
}

void TestTaskSwitch::rowsThatDependOnOthersAppearWithThem() {
    m_panel->advanced().setOpen(true);
    choose(Task::Full);
    QVERIFY(!find<QSpinBox>("optimizer_rankTraining")->isVisibleTo(m_panel.get()));
    pick("optimizerTraining", u"galore"_s);
    QVERIFY(find<QSpinBox>("optimizer_rankTraining")->isVisibleTo(m_panel.get()));
    QVERIFY(!find<QCheckBox>("sequence_parallelTraining")->isVisibleTo(m_panel.get()));
    find<QSpinBox>("tensor_parallelTraining")->setValue(2);
    QVERIFY(find<QCheckBox>("sequence_parallelTraining")->isVisibleTo(m_panel.get()));
}

void TestTaskSwitch::whatAFileNamesIsShown() {
    choose(Task::Lora);
    m_store->edit([](Scenario& scenario) {
        scenario.training.loraTargets = "q,down";
        scenario.training.adapters = 9000; // beyond the box
        scenario.training.checkpointing = false;
    });
    QCOMPARE(find<QComboBox>("lora_targetsTraining")->currentText(), u"q,down"_s);
    QCOMPARE(find<QSpinBox>("adaptersTraining")->value(), 4096);
    QCOMPARE(now().training.adapters, 9000);
    QCOMPARE(find<QComboBox>("checkpointingTraining")->currentText(), u"Off: keep everything"_s);
    pick("checkpointingTraining", u"selective"_s);
    QVERIFY(now().training.checkpointing);
    QCOMPARE(now().training.recompute, "selective");
}

void TestTaskSwitch::theLineNamesTheRun() {
    choose(Task::Qlora);
    QCOMPARE(scenarioLine(m_store->snapshot()),
             u"Qwen3 8B · NF4 · QLoRA · 8,192 tokens · micro-batch 1 · LoRA rank 16 · AdamW · Transformers"_s);
    choose(Task::Full);
    QCOMPARE(scenarioLine(m_store->snapshot()),
             u"Qwen3 8B · BF16 mixed · Full training · 8,192 tokens · micro-batch 1 · AdamW · Transformers"_s);
    pick("precisionTraining", u"bf16"_s);
    pick("optimizerTraining", u"adamw-8bit"_s);
    QCOMPARE(scenarioLine(m_store->snapshot()),
             u"Qwen3 8B · BF16 · Full training · 8,192 tokens · micro-batch 1 · AdamW 8-bit · Transformers"_s);
    choose(Task::Inference);
    QVERIFY(!scenarioLine(m_store->snapshot()).contains(u"AdamW"_s));
}

void TestTaskSwitch::notesAreWorded() {
    QCOMPARE(noteText({"training-low-confidence", {"dpo"}}),
             u"DPO is sized as the sum of what it loads and generates: a rough figure."_s);
    QCOMPARE(noteText({"worst-stage", {"1", "4"}}), u"The fullest of 4 pipeline stages is number 1."_s);
    QCOMPARE(noteText({"training-rule", {"lora-inference", "2.8", "2.0", "3.0"}}),
             u"Rule of thumb: 2 to 3 × inference, here 2.8 ×."_s);
    QVERIFY(noteText({"training-rule", {"parts-weights", "7.0", "3.0", "8.0"}}).contains(u"3 to 8 × the weights"_s));
    QVERIFY(noteText({"parallel-degrees", {"3", "4"}}).contains(u"(together 3) do not divide 4 card(s)"_s));
    QVERIFY(noteText({"training-offload", {"1073741824"}}).startsWith(u"1.0\u00a0GiB lie"_s));
    // The wrong runtime for a task is an error that names those that serve it.
    m_store->edit([](Scenario& scenario) { scenario.task = Task::Lora; });
    QVERIFY(m_store->snapshot().problem);
    const QString problem = errorText(*m_store->snapshot().problem);
    QVERIFY2(problem.contains(u"llama.cpp does not train models (task “lora”)."_s), qPrintable(problem));
    QVERIFY2(problem.contains(u"Unsloth"_s), qPrintable(problem));
    use(u"zh_CN"_s);
    QVERIFY(errorText(*m_store->snapshot().problem).contains(u"llama.cpp 不能训练模型（任务“lora”）。"_s));
}

void TestTaskSwitch::textsFollowTheLanguage() {
    choose(Task::Qlora);
    m_panel->advanced().setOpen(true);
    // Names are the same everywhere.
    const std::set<std::string> names{"dora", "lora_dropout", "flash_attention"};
    std::map<QString, QStringList> seen;
    for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
        use(code);
        for (const TrainingOption& option : trainingOptions()) {
            const QString name = QString::fromLatin1(option.key) + u"Training"_s;
            const bool slides = std::holds_alternative<TrainingOption::Slider>(option.value);
            const auto* control = m_panel->findChild<QWidget*>(slides ? QString(name + u"Slider"_s) : name);
            QVERIFY2(control != nullptr, option.key);
            QVERIFY2(!control->toolTip().isEmpty(), option.key);
            QVERIFY2(!control->accessibleName().isEmpty() || !control->findChildren<QWidget*>().isEmpty(), option.key);
            seen[name + u" tip"_s] += control->toolTip();
            if (!names.contains(option.key)) {
                const auto* row = slides ? control->parentWidget()->parentWidget() : control->parentWidget();
                seen[name + u" label"_s] += row->findChild<QLabel*>()->text();
            }
        }
        seen[u"full"_s] += tabs()->tabText(3);
        seen[u"tab tip"_s] += tabs()->tabToolTip(1);
        seen[u"line"_s] += scenarioLine(m_store->snapshot());
    }
    for (const auto& [what, texts] : seen) {
        QVERIFY2(texts[0] != texts[1] && texts[0] != texts[2], qPrintable(what + u": "_s + texts.join(u" / "_s)));
    }
    // Terms that differ between the two Chinese languages, not only in their characters.
    QCOMPARE(seen[u"tensor_parallelTraining label"_s].mid(1), (QStringList{u"張量平行"_s, u"张量并行"_s}));
    QCOMPARE(seen[u"optimizerTraining label"_s].mid(1), (QStringList{u"最佳化器"_s, u"优化器"_s}));
}

QTEST_MAIN(TestTaskSwitch)
#include "tst_task_switch.moc"
