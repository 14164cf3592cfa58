// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/model_reader.h"
#include "gguf_of_model.h"
#include "shipped_catalog.h"
#include "ui/panel/model_picker.h"
#include "ui/panel/stop_slider.h"
#include "ui/panel/weights_row.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/scenario_document.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// Models from the user's own files, as actions in the window.
class TestModelFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aDroppedModelIsAnswered();
    void anyPartOfASplitModelOpensTheWhole();
    void otherFormatsStaySelectable();
    void whatCannotBeReadLeavesTheAnswer();
    void aMissingModelOfAScenarioIsSaid();
    void aModelThatCameLaterIsTriedAgain();
    void aChoiceMadeMeanwhileStays();
    void aConfigurationIsPasted();
    void aProjectorIsCountedBesideTheModel();
    void anAdapterIsCountedBesideTheModel();
    void aFormatThatTheRuntimeCannotLoadBringsItsRuntime();
    void looksAtFilesBeforeItTakesThemForModels();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    /// A file with this beginning, as long as it says it is.
    QString write(const QString& name, const std::string& header, std::int64_t data = 0) const {
        QFile out(path(name));
        const auto size = static_cast<qint64>(header.size());
        if (!out.open(QIODevice::WriteOnly) || out.write(header.data(), size) != size || !out.resize(size + data)) {
            qFatal("cannot write");
        }
        return path(name);
    }
    static const CatalogModel& model(std::string_view id) { return *facts().catalog->findModel(id); }
    QString writeModel(const QString& name, std::string_view id = "Qwen/Qwen3-4B") const {
        const test::GgufOfModel file(*model(id).architecture, model(id).ggufArchitecture);
        return write(name, file.header(), file.dataBytes());
    }
    /// The same model as the catalogue has it.
    static Result<Resolved> fromCatalogue(const std::string& weights) {
        Scenario scenario;
        scenario.model = CatalogName{"Qwen/Qwen3-4B"};
        scenario.weights = weights;
        return resolve(scenario, facts().catalog);
    }
    void drop(const QStringList& paths) const {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& each : paths) {
            urls += QUrl::fromLocalFile(each);
        }
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
    }
    [[nodiscard]] ScenarioStore& store() const { return *m_window->findChild<ScenarioStore*>(); }
    [[nodiscard]] const Resolved& resolved() const { return *store().snapshot().resolved; }
    [[nodiscard]] bool asksAbout(const QString& file) const {
        return store().scenario().model == ModelSource{ModelFile{file.toStdString()}} &&
               store().snapshot().resolved.has_value();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestModelFile::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(path(u"settings.ini"_s));
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->show();
}

void TestModelFile::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestModelFile::aDroppedModelIsAnswered() {
    const QString file = writeModel(u"mine.gguf"_s);
    const Scenario before = store().scenario();
    drop({file});
    QTRY_VERIFY(asksAbout(file));
    QCOMPARE(store().scenario().weights, std::string("file"));
    // The file was written in the types of Q4_K_M: its tensors are those of the catalogue's model in that format.
    const auto known = fromCatalogue("Q4_K_M");
    QCOMPARE(resolved().weights->total.typical, known->weights->total.typical);
    QVERIFY(resolved().model.source == ArchitectureSource::File);
    QCOMPARE(resolved().model.parameters, model("Qwen/Qwen3-4B").parameters);
    const Result<Report> mine = report(resolved());
    const Result<Report> theirs = report(*known);
    QCOMPARE(mine->memory.get(MemoryPart::KvCache)->typical, theirs->memory.get(MemoryPart::KvCache)->typical);
    QCOMPARE(m_window->findChild<QComboBox*>(u"weightsBox"_s)->currentText(), u"As stored"_s);
    QVERIFY(m_window->findChild<WeightsRow*>()->hint().startsWith(u"Q4_K_M as the file stores it"_s));
    QVERIFY(m_window->findChild<ModelPicker*>()->toolTip().contains(u"mine.gguf"_s));
    QCOMPARE(m_settings->recentFiles().value(0), file);
    // It was one edit.
    m_window->findChild<QAction*>(u"undoAction"_s)->trigger();
    QCOMPARE(store().scenario(), before);
}

void TestModelFile::anyPartOfASplitModelOpensTheWhole() {
    const CatalogModel& known = model("Qwen/Qwen3-4B");
    test::GgufOfModel first(*known.architecture, known.ggufArchitecture);
    const Bytes whole = first.file().tensorBytes;
    const auto tensors = first.file().tensors;
    const std::size_t half = tensors.size() / 2;
    const auto key = [](GgufFile& file, const char* name, std::uint64_t value) {
        file.metadata.push_back({name, GgufValueType::UInt16, value, 0});
    };
    // llama-gguf-split gives the keys to the first part and numbers all of them.
    test::GgufOfModel second(*known.architecture, known.ggufArchitecture);
    second.file().metadata.resize(1);
    first.file().tensors.assign(tensors.begin(), tensors.begin() + static_cast<std::ptrdiff_t>(half));
    second.file().tensors.assign(tensors.begin() + static_cast<std::ptrdiff_t>(half), tensors.end());
    const std::uint64_t begin = second.file().tensors.front().offset;
    for (GgufTensor& tensor : second.file().tensors) {
        tensor.offset -= begin;
    }
    for (auto* part : {&first, &second}) {
        key(part->file(), "split.no", part == &first ? 0 : 1);
        key(part->file(), "split.count", 2);
        key(part->file(), "split.tensors.count", tensors.size());
    }
    write(u"m-00001-of-00002.gguf"_s, first.header(), first.dataBytes());
    const QString other = write(u"m-00002-of-00002.gguf"_s, second.header(), second.dataBytes());
    drop({other});
    QTRY_VERIFY(asksAbout(other));
    QCOMPARE(resolved().weights->total.typical, whole);
    // Without the first part the rest is no model.
    QVERIFY(QFile::remove(path(u"m-00001-of-00002.gguf"_s)));
    const auto alone = readModelFiles(pathFromUtf8(other.toStdString()));
    QVERIFY(!alone.ok());
    QCOMPARE(alone.error().code, ErrorCode::EndsEarly);
}

void TestModelFile::otherFormatsStaySelectable() {
    const QString file = writeModel(u"mine.gguf"_s);
    drop({file});
    QTRY_VERIFY(asksAbout(file));
    auto* list = m_window->findChild<QComboBox*>(u"weightsBox"_s);
    const int q8 = list->findText(u"Q8_0"_s);
    QVERIFY(q8 > 0);
    list->setCurrentIndex(q8);
    emit list->activated(q8);
    QCOMPARE(store().scenario().weights, std::string("Q8_0"));
    const auto known = fromCatalogue("Q8_0");
    QCOMPARE(resolved().weights->total.typical, known->weights->total.typical);
    emit list->activated(0);
    QCOMPARE(store().scenario().weights, std::string("file"));
    // The slider has formats only: a step leaves the file for one of them.
    auto* slider = m_window->findChild<StopSlider*>(u"weightsSlider"_s);
    QTest::keyClick(slider, Qt::Key_Up);
    QVERIFY(store().scenario().weights != "file");
}

void TestModelFile::whatCannotBeReadLeavesTheAnswer() {
    const Scenario before = store().scenario();
    const QString file = write(u"cut.gguf"_s, std::string("GGUF\3\0\0\0", 8));
    drop({file});
    auto* messages = m_window->findChild<MessageBar*>();
    QTRY_VERIFY(messages->text().contains(u"cut.gguf"_s));
    QCOMPARE(messages->kind(), MessageBar::Kind::Error);
    QVERIFY2(messages->text().contains(u"ends too early"_s), qPrintable(messages->text()));
    QCOMPARE(store().scenario(), before);
}

void TestModelFile::aMissingModelOfAScenarioIsSaid() {
    const QString file = path(u"later.gguf"_s);
    QFile scenario(path(u"question.vram.json"_s));
    QVERIFY(scenario.open(QIODevice::WriteOnly));
    scenario.write(QByteArray(R"({"model": {"file": ")") + file.toUtf8() + R"("}, "context": 4096})");
    scenario.close();
    QVERIFY(m_window->openScenario(path(u"question.vram.json"_s)));
    QTRY_VERIFY(store().snapshot().problem && store().snapshot().problem->code == ErrorCode::FileUnreadable);
    // Opened again once it is there, the same question has an answer.
    writeModel(u"later.gguf"_s);
    drop({file});
    QTRY_VERIFY(asksAbout(file));
    QCOMPARE(store().scenario().context, 4096);
}

void TestModelFile::aModelThatCameLaterIsTriedAgain() {
    const QString file = path(u"later.gguf"_s);
    const auto ask = [&] {
        store().edit([&file](Scenario& scenario) { scenario.model = ModelFile{file.toStdString()}; });
    };
    ask();
    QTRY_VERIFY(store().snapshot().problem && store().snapshot().problem->code == ErrorCode::FileUnreadable);
    writeModel(u"later.gguf"_s);
    m_window->findChild<QAction*>(u"undoAction"_s)->trigger();
    ask();
    QTRY_VERIFY(asksAbout(file));
}

void TestModelFile::aChoiceMadeMeanwhileStays() {
    const QString file = writeModel(u"mine.gguf"_s);
    drop({file}); // read beside the event loop, which has not run since
    store().edit([](Scenario& scenario) { scenario.model = CatalogName{"google/gemma-3-12b-it"}; });
    store().models().wait();
    QVERIFY(store().scenario().model == ModelSource{CatalogName{"google/gemma-3-12b-it"}});
}

void TestModelFile::aConfigurationIsPasted() {
    auto* paste = m_window->findChild<QAction*>(u"pasteModelAction"_s);
    auto* messages = m_window->findChild<MessageBar*>();
    const Scenario before = store().scenario();
    QGuiApplication::clipboard()->setText(u"qwen"_s);
    paste->trigger();
    QCOMPARE(messages->kind(), MessageBar::Kind::Error);
    QGuiApplication::clipboard()->setText(uR"({"architectures": ["Qwen3ForCausalLM"], "hidden_size": 0})"_s);
    paste->trigger();
    QVERIFY2(messages->text().contains(u"hidden_size"_s), qPrintable(messages->text()));
    QCOMPARE(store().scenario(), before);
    QFile file(QStringLiteral(TEST_DATA_DIR "/config/qwen3-8b.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(file.readAll()));
    paste->trigger();
    QVERIFY(std::holds_alternative<ModelConfig>(store().scenario().model));
    QVERIFY(store().snapshot().resolved.has_value());
    // As published: 8,190,735,360 parameters in 16 bits; in a GGUF its norms are f32: 36 x (2 x 4096 + 2 x 128) + 4096.
    QCOMPARE(resolved().model.parameters, 8'190'735'360);
    QCOMPARE(resolved().weights->total.typical.count(), 2 * 8'190'735'360 + 2 * (36 * (2 * 4096 + 2 * 128) + 4096));
    // It survives being saved and opened.
    const Scenario pasted = store().scenario();
    QVERIFY(m_window->saveScenario(path(u"pasted.vram.json"_s)));
    m_window->findChild<QAction*>(u"resetAction"_s)->trigger();
    QVERIFY(m_window->openScenario(path(u"pasted.vram.json"_s)));
    QCOMPARE(store().snapshot().resolved->model.parameters, 8'190'735'360);
    QCOMPARE(store().scenario().weights, pasted.weights);
}

void TestModelFile::aProjectorIsCountedBesideTheModel() {
    test::GgufWriter writer;
    writer.string("general.architecture", "clip")
        .string("general.type", "mmproj")
        .tensor("v.patch_embd.weight", {32, 4}, 0, 0);
    drop({write(u"mmproj-F16.gguf"_s, writer.bytes(512))});
    QTRY_VERIFY(store().scenario().extras.vision);
    QVERIFY(m_window->findChild<MessageBar*>()->text().contains(u"mmproj-F16.gguf"_s));
}

void TestModelFile::anAdapterIsCountedBesideTheModel() {
    test::GgufWriter writer;
    // f32 matrices of rank 8: 256 x 8 and 8 x 512.
    writer.string("general.architecture", "qwen3").string("general.type", "adapter").string("adapter.type", "lora");
    writer.tensor("blk.0.attn_q.weight.lora_a", {256, 8}, 0, 0).tensor("blk.0.attn_q.weight.lora_b", {8, 512}, 0, 8192);
    drop({write(u"style.gguf"_s, writer.bytes(8192 + 16384))});
    QTRY_VERIFY(store().scenario().extras.lora.has_value());
    QCOMPARE(store().scenario().extras.lora->rank, 8);
    QCOMPARE(store().scenario().extras.lora->targets, std::string("q"));
    QVERIFY(store().scenario().extras.lora->f32);
}

void TestModelFile::aFormatThatTheRuntimeCannotLoadBringsItsRuntime() {
    store().edit([](Scenario& scenario) { scenario.runtime.name = "Transformers"; });
    store().edit([](Scenario& scenario) { scenario.weights = "BF16"; });
    const QString file = writeModel(u"mine.gguf"_s);
    drop({file});
    QTRY_VERIFY(asksAbout(file));
    QCOMPARE(store().scenario().runtime.name, std::string("llama.cpp"));
    QVERIFY(m_window->findChild<MessageBar*>()->text().contains(u"llama.cpp"_s));
}

void TestModelFile::looksAtFilesBeforeItTakesThemForModels() {
    const auto isModel = [](const QString& file) { return looksLikeModel(pathFromUtf8(file.toStdString())); };
    QVERIFY(isModel(write(u"download"_s, "GGUF....")));
    QVERIFY(isModel(write(u"model-00001-of-00002.safetensors"_s, "x")));
    QVERIFY(isModel(write(u"config.json"_s, "{}")));
    QVERIFY(isModel(m_folder->path()));
    QVERIFY(!isModel(write(u"a.vram.json"_s, "{}")));
    QVERIFY(!isModel(write(u"picture.png"_s, "\x89PNG")));
    QVERIFY(!isModel(path(u"nothing"_s)));
}

QTEST_MAIN(TestModelFile)
#include "tst_model_file.moc"
