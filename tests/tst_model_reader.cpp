// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/source/model_reader.h"
#include "gguf_of_model.h"
#include "measured_cases.h"
#include "safetensors_writer.h"

using namespace vram;

/// Files and folders as users have them.
class TestModelReader : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] std::string path(const char* name) const { return m_folder->filePath(name).toStdString(); }
    void write(const char* name, const std::string& bytes, std::int64_t hole = 0) const {
        QFile out(m_folder->filePath(name));
        const auto size = static_cast<qint64>(bytes.size());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes.data(), size), size);
        QVERIFY(out.resize(size + hole));
    }
    void writeGguf(const char* name) const {
        const CatalogModel& model = *test::shippedCatalog()->findModel("Qwen/Qwen3-4B");
        const test::GgufOfModel file(*model.architecture, model.ggufArchitecture);
        write(name, file.header(), file.dataBytes());
    }
    /// Two layers of 8 columns.
    void writeConfiguration() const {
        write("config.json", R"({"architectures":["LlamaForCausalLM"],"hidden_size":8,"num_hidden_layers":2,
            "num_attention_heads":2,"num_key_value_heads":1,"intermediate_size":16,"vocab_size":10})");
    }

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QVERIFY(QDir(m_folder->path()).mkdir("Tiny-Model"));
    }

    void aFolderOfAGgufMayHaveAConfiguration() {
        writeGguf("Qwen3-4B-Q4_K_M.gguf");
        writeConfiguration();
        write("imatrix.bin", "data");
        const auto described = readModelFiles(pathFromUtf8(m_folder->path().toStdString()));
        QVERIFY2(described.ok(), described.ok() ? "" : described.error().where.c_str());
        QCOMPARE(described->container, std::string("GGUF"));
        QVERIFY(described->stored != nullptr);
        // Beside a checkpoint the configuration is the checkpoint's.
        write("model.safetensors", test::SafetensorsWriter().bf16("model.embed_tokens.weight", {10, 8}).bytes());
        QCOMPARE(readModelFiles(pathFromUtf8(m_folder->path().toStdString()))->container, std::string("safetensors"));
    }

    void whatIsAddedBesideIsReadAgain() {
        writeConfiguration();
        LocalModelReader reader;
        const auto before = reader.read(path("config.json"));
        QVERIFY(before.ok() && (*before)->stored == nullptr);
        QVERIFY(*reader.read(path("config.json")) == *before); // remembered
        write("model.safetensors", test::SafetensorsWriter().bf16("model.embed_tokens.weight", {10, 8}).bytes());
        const auto after = reader.read(path("config.json"));
        QVERIFY(after.ok() && (*after)->stored != nullptr);
    }

    void whatIsWrittenIntoAFolderIsReadAgain() {
        writeConfiguration();
        LocalModelReader reader;
        const std::string folder = m_folder->path().toStdString();
        QCOMPARE((*reader.read(folder))->architecture->layerCount(), 2);
        // The same file with another layer and of another length: the folder itself stays as it was.
        QFile file(m_folder->filePath("config.json"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray changed = file.readAll().replace("\"num_hidden_layers\":2", "\"num_hidden_layers\": 3");
        QVERIFY(file.seek(0));
        QCOMPARE(file.write(changed), changed.size());
        file.close();
        QCOMPARE((*reader.read(folder))->architecture->layerCount(), 3);
    }

    void modelsAreNamedAfterTheirFolder() {
        writeConfiguration();
        QVERIFY(QFile::rename(m_folder->filePath("config.json"), m_folder->filePath("Tiny-Model/config.json")));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->filePath("Tiny-Model")));
        for (const char* const asked : {"config.json", "./config.json", ".", "./", "../Tiny-Model", "../Tiny-Model/"}) {
            const auto described = readModelFiles(asked);
            QCOMPARE(described.ok() ? described->name : described.error().where, std::string("Tiny-Model"));
        }
        QVERIFY(QDir::setCurrent(before));
    }
};

QTEST_GUILESS_MAIN(TestModelReader)
#include "tst_model_reader.moc"
