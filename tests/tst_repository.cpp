// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/source/repository_address.h"
#include "core/source/repository_files.h"

#include <algorithm>
#include <string>

using namespace vram;

namespace {

std::vector<RepositoryFile> filesOf(const QStringList& lines) {
    std::vector<RepositoryFile> files;
    for (const QString& line : lines) {
        files.push_back({line.section(' ', 0, 0).toStdString(), Bytes{line.section(' ', 1, 1).toLongLong()}, {}});
    }
    return files;
}

/// "gguf Q4_K_M 3 of 3: 600 first-part.gguf +index"
QString shown(const RepositoryChoice& choice) {
    return QStringLiteral("%1 %2 %3/%4 %5 %6%7")
        .arg(QString::fromLatin1(repositoryChoiceKindId(choice.kind).data()),
             choice.quantization.empty() ? QStringLiteral("-") : QString::fromStdString(choice.quantization))
        .arg(choice.parts.size())
        .arg(choice.expectedParts)
        .arg(choice.size.count())
        .arg(QString::fromStdString(choice.file()),
             choice.index.empty() ? QString() : QStringLiteral(" +") + QString::fromStdString(choice.index));
}

QStringList shown(const std::vector<RepositoryChoice>& choices) {
    QStringList lines;
    for (const RepositoryChoice& choice : choices) {
        lines += shown(choice);
    }
    return lines;
}

} // namespace

/// Addresses of repositories, and what of their files makes a model.
class TestRepository : public QObject {
    Q_OBJECT

private slots:
    void addressesAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("hf:org/name", "hf:org/name");
        row("HF:Qwen/Qwen3-14B-GGUF", "hf:Qwen/Qwen3-14B-GGUF");
        row("  hf:org/name \n", "hf:org/name");
        row("hf:org/name:file.gguf", "hf:org/name:file.gguf");
        row("hf:org/name:BF16/part-00001-of-00002.gguf", "hf:org/name:BF16/part-00001-of-00002.gguf");
        row("hf:org/name:Q4_K_M", "hf:org/name:Q4_K_M");
        row("hf:org/name@v1.0", "hf:org/name@v1.0");
        row("hf:org/name@refs/pr/3:a.gguf", "hf:org/name@refs/pr/3:a.gguf");
        row("ms:Qwen/Qwen3-8B", "ms:Qwen/Qwen3-8B");
        row("ms:org/name:x/y.gguf", "ms:org/name:x/y.gguf");
        row("org/name", "hf:org/name");
        row("org/name:Q8_0", "hf:org/name:Q8_0");
        row("https://huggingface.co/org/name", "hf:org/name");
        row("http://huggingface.co/org/name/", "hf:org/name");
        row("https://HuggingFace.co/Org/Name?library=x#files", "hf:Org/Name");
        row("huggingface.co/org/name", "hf:org/name");
        row("https://hf.co/org/name", "hf:org/name");
        row("hf.co/org/name:Q4_K_M", "hf:org/name:Q4_K_M");
        row("https://huggingface.co/org/name/tree/main", "hf:org/name");
        row("https://huggingface.co/org/name/tree/main/BF16", "hf:org/name");
        row("https://huggingface.co/org/name/tree/v2", "hf:org/name@v2");
        row("https://huggingface.co/org/name/tree/refs%2Fpr%2F1", "hf:org/name@refs/pr/1");
        row("https://huggingface.co/org/name/blob/main/a/b.gguf", "hf:org/name:a/b.gguf");
        row("https://huggingface.co/org/name/resolve/main/b.gguf?download=true", "hf:org/name:b.gguf");
        row("https://huggingface.co/org/name/resolve/abc123/b%20c.gguf", "hf:org/name@abc123:b c.gguf");
        row("https://huggingface.co/org/name/raw/main/config.json", "hf:org/name:config.json");
        row("https://huggingface.co/org/name/discussions/4", "hf:org/name");
        row("https://mirror.example:8443/org/name/tree/main", "hf:org/name");
        row("https://modelscope.cn/models/org/name", "ms:org/name");
        row("https://www.modelscope.cn/models/org/name/files", "ms:org/name");
        row("https://modelscope.cn/models/org/name/file/view/master/a%2Fb.gguf?status=2", "ms:org/name:a/b.gguf");
        row("https://modelscope.cn/models/org/name/resolve/v1/b.gguf", "ms:org/name@v1:b.gguf");
    }
    void addressesAreRead() {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        const auto address = parseRepositoryAddress(text.toStdString(), "Mirror.example:8443");
        QVERIFY(address);
        QCOMPARE(QString::fromStdString(repositoryAddressText(*address)), expected);
        // What is written can be read again.
        QCOMPARE(*parseRepositoryAddress(expected.toStdString()), *address);
    }

    void whatIsNoAddressIsRefused_data() {
        QTest::addColumn<QString>("text");
        for (const char* const text : {"",
                                       "hf:",
                                       "hf:name",
                                       "hf:org/",
                                       "hf:/name",
                                       "hf:org/name/more",
                                       "hf:org/na me",
                                       "hf:../name",
                                       "hf:org/..",
                                       "hf:org/name:",
                                       "hf:org/name:../../etc/passwd",
                                       "hf:org/name:/etc/passwd",
                                       "hf:org/name:a//b",
                                       "hf:org/name:a\\b",
                                       "hf:org/name@",
                                       "hf:org/name@..",
                                       "hf:org/name@a b",
                                       "hf:org/name@../x:f",
                                       "https://huggingface.co",
                                       "https://huggingface.co/org",
                                       "https://huggingface.co/datasets/org/name",
                                       "https://huggingface.co/spaces/org/name",
                                       "https://example.com/org/name",
                                       "https://huggingface.co@evil.example/org/name",
                                       "https://huggingface.co.evil.example/org/name",
                                       "https://mirror.example/org/name",
                                       "https://huggingface.co/org/name/resolve/main/%2E%2E/x",
                                       "https://huggingface.co/org/name/resolve/main/a%00b",
                                       "https://huggingface.co/org/name/resolve/main/%zz",
                                       "https://modelscope.cn/datasets/org/name",
                                       "file:///etc/passwd",
                                       "ftp://huggingface.co/org/name",
                                       "javascript:alert(1)",
                                       "model.gguf",
                                       "/home/me/model.gguf",
                                       "hf:\xE2\x80\xAEorg/name"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
        QTest::newRow("long") << QStringLiteral("hf:org/") + QString(5000, QLatin1Char('x'));
        QTest::newRow("control") << QStringLiteral("hf:org/name:a\nHost: evil");
    }
    void whatIsNoAddressIsRefused() {
        QFETCH(const QString, text);
        const auto address = parseRepositoryAddress(text.toStdString(), "mirror.example:8443");
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::BadAddress);
        QVERIFY(address.error().arguments.at(0).size() < 200);
        QVERIFY(!address.error().arguments.at(1).empty());
    }

    void pathsAreNoAddresses() {
        QVERIFY(isRepositoryAddress("hf:org/name"));
        QVERIFY(isRepositoryAddress("MS:org/name"));
        QVERIFY(isRepositoryAddress("https://huggingface.co/org/name"));
        QVERIFY(!isRepositoryAddress("org/name"));
        QVERIFY(!isRepositoryAddress("/models/hf:org"));
        QVERIFY(!isRepositoryAddress(""));
    }

    void filesComeTogether_data() {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<QStringList>("extras");
        QTest::newRow("quantizations, the smallest first")
            << QStringList{"README.md 10", "m-Q8_0.gguf 900", "m-Q4_K_M.gguf 500", "m-IQ2_XXS.gguf 300",
                           "m-UD-Q4_K_XL.gguf 520"}
            << QStringList{"gguf IQ2_XXS 1/1 300 m-IQ2_XXS.gguf", "gguf Q4_K_M 1/1 500 m-Q4_K_M.gguf",
                           "gguf UD-Q4_K_XL 1/1 520 m-UD-Q4_K_XL.gguf", "gguf Q8_0 1/1 900 m-Q8_0.gguf"}
            << QStringList{};
        QTest::newRow("split, in folders")
            << QStringList{"BF16/m-BF16-00002-of-00003.gguf 200", "BF16/m-BF16-00001-of-00003.gguf 200",
                           "BF16/m-BF16-00003-of-00003.gguf 150", "Q4_0/m-Q4_0-00001-of-00002.gguf 90"}
            // The second part of the latter is missing.
            << QStringList{"gguf Q4_0 1/2 90 Q4_0/m-Q4_0-00001-of-00002.gguf",
                           "gguf BF16 3/3 550 BF16/m-BF16-00001-of-00003.gguf"}
            << QStringList{};
        QTest::newRow("the same name in one and in two parts")
            << QStringList{"m.gguf 9", "m-00001-of-00002.gguf 4", "m-00002-of-00002.gguf 5"}
            << QStringList{"gguf - 1/1 9 m.gguf", "gguf - 2/2 9 m-00001-of-00002.gguf"} << QStringList{};
        QTest::newRow("names as people write them") << QStringList{"phi-3-mini-4k-instruct-q4.gguf 1",
                                                                   "phi.fp16.gguf 2",
                                                                   "llama.Q5_K_S.gguf 3",
                                                                   "gpt-oss-20b-mxfp4.gguf 4",
                                                                   "model_q4_k_m.gguf 5",
                                                                   "Q8x.gguf 6",
                                                                   "m-TQ1_0.gguf 7"}
                                                    << QStringList{"gguf Q4 1/1 1 phi-3-mini-4k-instruct-q4.gguf",
                                                                   "gguf FP16 1/1 2 phi.fp16.gguf",
                                                                   "gguf Q5_K_S 1/1 3 llama.Q5_K_S.gguf",
                                                                   "gguf MXFP4 1/1 4 gpt-oss-20b-mxfp4.gguf",
                                                                   "gguf Q4_K_M 1/1 5 model_q4_k_m.gguf",
                                                                   "gguf - 1/1 6 Q8x.gguf",
                                                                   "gguf TQ1_0 1/1 7 m-TQ1_0.gguf"}
                                                    << QStringList{};
        QTest::newRow("shards with their index, copies left out")
            << QStringList{"config.json 1",
                           "model.safetensors.index.json 30",
                           "model-00001-of-00002.safetensors 700",
                           "model-00002-of-00002.safetensors 300",
                           "consolidated.safetensors 1000",
                           "pytorch_model.bin 1000",
                           "original/consolidated.00.pth 1000"}
            << QStringList{"safetensors - 2/2 1000 model-00001-of-00002.safetensors +model.safetensors.index.json"}
            << QStringList{};
        QTest::newRow("one safetensors file") << QStringList{"model.safetensors 70", "config.json 1"}
                                              << QStringList{"safetensors - 1/1 70 model.safetensors"} << QStringList{};
        QTest::newRow("consolidated alone")
            << QStringList{"consolidated.safetensors 70"}
            << QStringList{"safetensors - 1/1 70 consolidated.safetensors"} << QStringList{};
        QTest::newRow("PyTorch where there is nothing else")
            << QStringList{"pytorch_model-00001-of-00002.bin 5", "pytorch_model-00002-of-00002.bin 6",
                           "pytorch_model.bin.index.json 1", "training_args.bin 1"}
            << QStringList{"pytorch - 2/2 11 pytorch_model-00001-of-00002.bin +pytorch_model.bin.index.json"}
            << QStringList{};
        QTest::newRow("extras") << QStringList{"m-Q4_K_M.gguf 50", "mmproj-m-F16.gguf 9", "m-lora-f16.gguf 2",
                                               "imatrix.gguf 1", "adapter_model.safetensors 3"}
                                << QStringList{"gguf Q4_K_M 1/1 50 m-Q4_K_M.gguf"}
                                << QStringList{"mmproj F16 1/1 9 mmproj-m-F16.gguf",
                                               "adapter F16 1/1 2 m-lora-f16.gguf",
                                               "adapter - 1/1 3 adapter_model.safetensors"};
        QTest::newRow("numbers that are no parts")
            << QStringList{"m-00003-of-00002.gguf 1", "m-0001-of-0002.gguf 2", "m-00000-of-00002.gguf 3"}
            << QStringList{"gguf - 1/1 1 m-00003-of-00002.gguf", "gguf - 1/1 2 m-0001-of-0002.gguf",
                           "gguf - 1/1 3 m-00000-of-00002.gguf"}
            << QStringList{};
        QTest::newRow("nothing") << QStringList{"README.md 1", "dataset.parquet 9"} << QStringList{} << QStringList{};
    }
    void filesComeTogether() {
        QFETCH(const QStringList, files);
        QFETCH(const QStringList, models);
        QFETCH(const QStringList, extras);
        const RepositoryContents contents = groupRepositoryFiles(filesOf(files));
        QCOMPARE(shown(contents.models), models);
        QCOMPARE(shown(contents.extras), extras);
        QCOMPARE(contents.config.has_value(), files.contains("config.json 1"));
    }

    void choicesAreFoundByPartOrQuantization() {
        const RepositoryContents contents =
            groupRepositoryFiles(filesOf({"a-Q4_K_M-00001-of-00002.gguf 1", "a-Q4_K_M-00002-of-00002.gguf 1",
                                          "a-Q8_0.gguf 4", "mmproj-F16.gguf 1"}));
        const auto file = [&contents](const char* name) {
            const RepositoryChoice* const choice = findRepositoryChoice(contents, name);
            return choice == nullptr ? std::string("none") : choice->file();
        };
        QCOMPARE(file("a-Q4_K_M-00002-of-00002.gguf"), std::string("a-Q4_K_M-00001-of-00002.gguf"));
        QCOMPARE(file("q4_k_m"), std::string("a-Q4_K_M-00001-of-00002.gguf"));
        QCOMPARE(file("Q8_0"), std::string("a-Q8_0.gguf"));
        QCOMPARE(file("mmproj-F16.gguf"), std::string("mmproj-F16.gguf"));
        QCOMPARE(file("F16"), std::string("none"));
        QCOMPARE(file(""), std::string("none")); // there are two
        const RepositoryContents one = groupRepositoryFiles(filesOf({"a.gguf 1"}));
        QCOMPARE(findRepositoryChoice(one, {})->file(), std::string("a.gguf"));
    }

    void listingsAreRead() {
        const auto hub = readRepositoryListing(RepositoryHost::HuggingFace, R"([
            {"type": "directory", "oid": "d", "size": 0, "path": "BF16"},
            {"type": "file", "oid": "abc", "size": 1519, "path": "README.md"},
            {"type": "file", "oid": "pointer", "size": 135, "path": "BF16/m.gguf",
             "lfs": {"oid": "def", "size": 29543422816, "pointerSize": 135}, "xetHash": "x"},
            {"type": "file", "oid": "abc", "size": 1, "path": "../outside"}])");
        QVERIFY(hub);
        QCOMPARE(*hub, (std::vector<RepositoryFile>{{"README.md", Bytes{1519}, "abc"},
                                                    {"BF16/m.gguf", Bytes{29'543'422'816}, "def"}}));
        const auto scope = readRepositoryListing(RepositoryHost::ModelScope, R"({"Code": 200, "Data": {"Files": [
            {"Name": "BF16", "Path": "BF16", "Size": 0, "Type": "tree"},
            {"Name": "m.gguf", "Path": "BF16/m.gguf", "Size": 77, "Type": "blob", "Sha256": "def", "IsLFS": true}]},
            "Message": "success", "Success": true})");
        QVERIFY(scope);
        QCOMPARE(*scope, (std::vector<RepositoryFile>{{"BF16/m.gguf", Bytes{77}, "def"}}));
    }

    void badListingsAreRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const QByteArray& text, const char* reason) {
            QTest::newRow(name) << text << QByteArray(reason);
        };
        row("empty", "", "no JSON");
        row("a web page", "<!doctype html><title>Log in</title>", "no JSON");
        row("cut", "[{\"type\": \"file\", \"pa", "no JSON");
        row("deep", QByteArray(20'000, '['), "no JSON");
        row("an object", R"({"error": "Repository not found"})", "a list of files expected");
        row("numbers", "[1, 2]", "a file expected");
        row("without path", R"([{"type": "file", "size": 1}])", "a file without a path");
        row("path of another type", R"([{"type": "file", "size": 1, "path": 7}])", "a file without a path");
        row("without size", R"([{"type": "file", "path": "a.gguf"}])", "a file without a size");
        row("negative size", R"([{"type": "file", "path": "a.gguf", "size": -5}])", "a file without a size");
        row("broken size", R"([{"type": "file", "path": "a.gguf", "size": 1.5}])", "a file without a size");
        row("size of 2^64-1", R"([{"type": "file", "path": "a", "size": 18446744073709551615}])",
            "a file without a size");
        row("size 1e400", R"([{"type": "file", "path": "a", "size": 1e400}])", "no JSON");
    }
    void badListingsAreRefused() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, reason);
        const auto files = readRepositoryListing(RepositoryHost::HuggingFace, text.toStdString());
        QVERIFY(!files);
        QCOMPARE(files.error().code, ErrorCode::MalformedAnswer);
        QCOMPARE(files.error().arguments.at(0), reason.toStdString());
        // The same inside ModelScope's wrapping, or without it.
        const auto scope = readRepositoryListing(RepositoryHost::ModelScope, text.toStdString());
        QVERIFY(!scope);
        QCOMPARE(scope.error().code, ErrorCode::MalformedAnswer);
    }

    void sumsOfLyingSizesDoNotWrap() {
        const RepositoryContents contents = groupRepositoryFiles(
            filesOf({"m-00001-of-00002.gguf 9223372036854775807", "m-00002-of-00002.gguf 9223372036854775807"}));
        QVERIFY(contents.models.at(0).size.isSaturated());
    }
};

QTEST_APPLESS_MAIN(TestRepository)
#include "tst_repository.moc"
