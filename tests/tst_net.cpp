// SPDX-License-Identifier: GPL-3.0-or-later
#include "net_test.h"

using namespace vram;
using namespace vram::net;
using namespace vram::test;
using namespace Qt::StringLiterals;

/// Repositories over HTTP, against servers of the test's own.
class TestNet : public NetTest {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void listsAllPages();
    void listsModelScope();
    void readsOnlyTheHeader();
    void headerCostsFewRequests();
    void readersMayJumpAbout();
    void opensEveryPart();
    void opensShardsWithTheirTexts();
    void namedFilesAreOpened_data();
    void namedFilesAreOpened();
    void jobsAnswerWithoutBlocking();
    void newQuestionsReplaceOldOnes();
    void theCommandLineInspects();
    void theCommandLineReports();
    void shardsAreDescribed();
};

void TestNet::listsAllPages() {
    FakeHub hub;
    for (int i = 0; i < 7; ++i) {
        hub.add("m-Q" + QByteArray::number(i + 1) + ".gguf", {}, 1000 + i);
    }
    hub.filesPerPage = 3;
    const LocalServer server(hub);
    const auto listing = RepositoryClient(settingsFor(server)).list(address("hf:org/model"));
    QVERIFY(listing);
    QCOMPARE(listing->files.size(), std::size_t{7});
    QCOMPARE(listing->files.at(6), (RepositoryFile{"m-Q7.gguf", Bytes{1006}, "hash-of-m-Q7.gguf"}));
    QVERIFY(!listing->offline);
    // Three pages of this server, although its links name huggingface.co.
    QCOMPARE(server.count(), 3);
    QCOMPARE(server.requests().at(0).target, "/api/models/org/model/tree/main?recursive=true");
    QCOMPARE(server.requests().at(2).target, "/api/models/org/model/tree/main?recursive=true&cursor=6");
}

void TestNet::listsModelScope() {
    FakeHub hub;
    hub.add("a/m-Q4_K_M.gguf", header(10), 5000);
    const LocalServer server(hub);
    RepositoryClient client(settingsFor(server));
    const auto listing = client.list(address("ms:org/model"));
    QVERIFY(listing);
    QCOMPARE(listing->files,
             (std::vector<RepositoryFile>{{"a/m-Q4_K_M.gguf", Bytes{5000}, "hash-of-a/m-Q4_K_M.gguf"}}));
    auto model = client.open(address("ms:org/model:a/m-Q4_K_M.gguf"));
    QVERIFY(model);
    QVERIFY(!client.readHeaders(model.value()));
    QCOMPARE(server.requests().constFirst().target,
             "/api/v1/models/org/model/repo/files?Revision=master&Recursive=true");
    QCOMPARE(server.requests().constLast().target,
             "/api/v1/models/org/model/repo?Revision=master&FilePath=a%2Fm-Q4_K_M.gguf");
}

void TestNet::readsOnlyTheHeader() {
    FakeHub hub;
    // 256 columns, 400 * 10^9 bytes of F16 weights: 781,250,000 rows of 512 bytes would not fit the writer's rows, so
    // the columns carry the size: 400e9 / (4 rows * 2 bytes).
    const QByteArray start = header(300'000, 50 * kGigabyte);
    hub.add("m-F16.gguf", start, start.size() + 400 * kGigabyte);
    const LocalServer server(hub);
    RepositoryClient client(settingsFor(server));
    auto model = client.open(address("hf:org/model"));
    QVERIFY(model);
    const auto file = readGguf(*model->parts.front());
    QVERIFY(file);
    QCOMPARE(file->tensorBytes.count(), 400 * kGigabyte);
    QCOMPARE(file->headerBytes.count(), start.size());
    // The header has 3.3 MB; what was sent is at most twice that and the first request.
    QVERIFY(start.size() > 3'300'000);
    QVERIFY2(server.served() < 2 * start.size() + 300'000, QByteArray::number(server.served()));
}

void TestNet::headerCostsFewRequests() {
    FakeHub hub;
    const QByteArray start = header(700'000); // 7.7 MB, as of a vocabulary with merges
    hub.add("m.gguf", start, start.size() + 2048);
    hub.redirectsFiles = false;
    const LocalServer server(hub);
    RepositoryClient client(settingsFor(server));
    auto model = client.open(address("hf:org/model"));
    QVERIFY(model);
    QVERIFY(!client.readHeaders(model.value()));
    // 256 KiB, 512 KiB, 1, 2, 4 MiB, and the list.
    QCOMPARE(server.count(), 6);
    QCOMPARE(server.requests().at(1).headers.value("range"), "bytes=0-262143");
    QCOMPARE(server.requests().at(2).headers.value("range"), "bytes=262144-786431");
}

void TestNet::readersMayJumpAbout() {
    FakeHub hub;
    QByteArray start;
    for (int i = 0; i < 640; ++i) { // 40 MiB, more than is held at once; each block begins with its number
        start += QByteArray::number(i).leftJustified(RemoteSource::kBlock, '.');
    }
    hub.add("m.gguf", start);
    const LocalServer server(hub);
    auto model = RepositoryClient(settingsFor(server)).open(address("hf:org/model"));
    QVERIFY(model);
    RemoteSource& source = *model->parts.front();
    const auto numberAt = [&source](int block) {
        QByteArray bytes(4, ' ');
        const bool read = source.read(static_cast<quint64>(block) * RemoteSource::kBlock, {bytes.data(), 4});
        return read ? bytes.replace('.', "").toInt() : -1;
    };
    for (int block = 0; block < 640; ++block) {
        QCOMPARE(numberAt(block), block);
    }
    for (const int block : {0, 639, 1, 638, 320, 0, 100, 300, 500, 20, 639}) {
        QCOMPARE(numberAt(block), block);
    }
    char byte = 0;
    QVERIFY(!source.read(source.size(), {&byte, 1}));
    QVERIFY(source.read(source.size() - 1, {&byte, 1}));
    QVERIFY(source.read(source.size(), {}));
}

void TestNet::opensEveryPart() {
    FakeHub hub;
    for (const char* const part : {"1", "2", "3"}) {
        const QByteArray start = header(10);
        hub.add(QByteArray("BF16/m-BF16-0000") + part + "-of-00003.gguf", start, start.size() + 2048);
    }
    const LocalServer server(hub);
    RepositoryClient client(settingsFor(server));
    auto model = client.open(address("hf:org/model:BF16/m-BF16-00002-of-00003.gguf"));
    QVERIFY(model);
    QCOMPARE(model->address.file, std::string("BF16/m-BF16-00001-of-00003.gguf"));
    QCOMPARE(model->parts.size(), std::size_t{3});
    for (const auto& part : model->parts) {
        const auto file = readGguf(*part);
        QVERIFY(file);
        QCOMPARE(file->tensorBytes.count(), 2048); // 256 * 4 * 2 bytes
    }
}

void TestNet::opensShardsWithTheirTexts() {
    FakeHub hub;
    constexpr int kShards = 40;
    for (int i = 1; i <= kShards; ++i) {
        const QByteArray start = shard(5 * kGigabyte);
        hub.add(QStringLiteral("model-%1-of-%2.safetensors")
                    .arg(i, 5, 10, QChar(u'0'))
                    .arg(kShards, 5, 10, QChar(u'0'))
                    .toLatin1(),
                start, start.size() + 5 * kGigabyte);
    }
    hub.add("model.safetensors.index.json", R"({"metadata": {}, "weight_map": {}})");
    hub.add("config.json", R"({"model_type": "llama"})");
    const LocalServer server(hub);
    RepositoryClient client(settingsFor(server));
    auto model = client.open(address("hf:org/model"));
    QVERIFY(model);
    QCOMPARE(model->config, std::string(R"({"model_type": "llama"})"));
    QCOMPARE(model->index, std::string(R"({"metadata": {}, "weight_map": {}})"));
    QCOMPARE(model->parts.size(), std::size_t{kShards});
    const qsizetype asked = server.count();
    QVERIFY(!client.readHeaders(model.value()));
    QCOMPARE(server.count(), asked); // the first blocks were fetched side by side
    // 64 KiB of each shard.
    QVERIFY2(server.served() < kShards * 65'536 + 100'000, QByteArray::number(server.served()));
}

void TestNet::namedFilesAreOpened_data() {
    QTest::addColumn<QByteArray>("spelled");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("by path") << QByteArray("hf:org/model:m-Q8_0.gguf") << QByteArray("m-Q8_0.gguf");
    QTest::newRow("by quantization") << QByteArray("hf:org/model:q4_k_m") << QByteArray("m-Q4_K_M.gguf");
    QTest::newRow("none named") << QByteArray("hf:org/model")
                                << QByteArray("choice-needed org/model m-Q4_K_M.gguf m-Q8_0.gguf");
    QTest::newRow("not there") << QByteArray("hf:org/model:m-Q2_K.gguf")
                               << QByteArray("not-found hf:org/model:m-Q2_K.gguf");
    QTest::newRow("another repository") << QByteArray("hf:org/other") << QByteArray("not-found org/other");
}
void TestNet::namedFilesAreOpened() {
    QFETCH(const QByteArray, spelled);
    QFETCH(const QByteArray, expected);
    FakeHub hub;
    hub.add("m-Q8_0.gguf", header(1), 5000);
    hub.add("m-Q4_K_M.gguf", header(1), 4000);
    const LocalServer server(hub);
    const auto model = RepositoryClient(settingsFor(server)).open(address(spelled.constData()));
    QCOMPARE(model ? QByteArray::fromStdString(model->address.file) : text(model.error()), expected);
    hub.files.clear();
    hub.add("README.md", "nothing else");
    const LocalServer empty(hub);
    const auto none = RepositoryClient(settingsFor(empty)).open(address("hf:org/model"));
    QCOMPARE(text(none.error()), "no-model-files org/model");
}

void TestNet::jobsAnswerWithoutBlocking() {
    FakeHub hub;
    hub.add("m-Q4_K_M.gguf", header(100'000), 9'000'000);
    const LocalServer server(hub);
    RepositoryJob job(settingsFor(server));
    QSignalSpy listed(&job, &RepositoryJob::listed);
    QSignalSpy read(&job, &RepositoryJob::headersRead);
    QSignalSpy failed(&job, &RepositoryJob::failed);
    QSignalSpy progressed(&job, &RepositoryJob::progressed);
    job.list(address("hf:org/model"));
    QVERIFY(job.isRunning());
    QTRY_COMPARE(listed.count(), 1);
    QVERIFY(!job.isRunning());
    QCOMPARE(listed[0][0].value<RepositoryListing>().files.size(), std::size_t{1});
    job.read(address("hf:org/model"));
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read[0][0].value<RepositoryAddress>(), address("hf:org/model:m-Q4_K_M.gguf"));
    QCOMPARE(read[0][1].toBool(), false);
    QVERIFY(progressed.last()[0].toLongLong() > 1'000'000); // the header has 1.1 MB
    job.list(address("hf:org/other"));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(text(failed[0][0].value<Error>()), "not-found org/other");
}

void TestNet::newQuestionsReplaceOldOnes() {
    FakeHub hub;
    hub.add("m.gguf", header(1), 4000);
    const LocalServer server([&hub](const WebRequest& request) {
        return request.path().contains("/slow/") ? WebAnswer{.silent = true} : hub(request);
    });
    RepositoryJob job(settingsFor(server));
    QSignalSpy listed(&job, &RepositoryJob::listed);
    QSignalSpy failed(&job, &RepositoryJob::failed);
    job.list(address("hf:slow/model"));
    job.list(address("hf:org/model"));
    QTRY_COMPARE(listed.count(), 1);
    QCOMPARE(failed.count(), 0);
    job.list(address("hf:slow/model"));
    job.cancel();
    QCOMPARE(text(failed[0][0].value<Error>()), "cancelled");
    QVERIFY(!job.isRunning());
    // Going away in the middle of a question ends it.
    auto gone = std::make_unique<RepositoryJob>(settingsFor(server));
    gone->list(address("hf:slow/model"));
    gone.reset();
}

void TestNet::theCommandLineInspects() {
    FakeHub hub;
    hub.add("m-Q8_0-00001-of-00002.gguf", header(10), 4000);
    hub.add("m-F16.gguf", header(10), 3000);
    hub.add("mmproj-F16.gguf", header(10), 2000);
    const LocalServer server(hub);
    const auto [listed, choices] = run(server, {u"inspect"_s, u"hf:org/model"_s});
    QCOMPARE(listed, 0);
    QCOMPARE(choices["repository"].toString(), u"hf:org/model"_s);
    QCOMPARE(choices["offline"].toBool(true), false);
    QCOMPARE(choices["choices"].toArray().size(), 2);
    QCOMPARE(choices["choices"][0]["address"].toString(), u"hf:org/model:m-F16.gguf"_s);
    QCOMPARE(choices["choices"][0]["quantization"].toString(), u"F16"_s);
    QCOMPARE(choices["choices"][0]["bytes"].toInteger(), 3000);
    QCOMPARE(choices["choices"][1]["missing_files"].toInteger(), 1);
    QCOMPARE(choices["extras"][0]["kind"].toString(), u"mmproj"_s);

    const auto [read, model] = run(server, {u"inspect"_s, u"hf:org/model:m-F16.gguf"_s});
    QCOMPARE(read, 0);
    QCOMPARE(model["address"].toString(), u"hf:org/model:m-F16.gguf"_s);
    QCOMPARE(model["architecture"].toString(), u"llama"_s);
    QCOMPARE(model["tensor_bytes"].toInteger(), 2048);

    const auto [refused, error] = run(server, {u"inspect"_s, u"hf:org/none"_s});
    QCOMPARE(refused, 1);
    QCOMPARE(error["error"]["code"].toString(), u"not-found"_s);
    const auto [bad, reason] = run(server, {u"inspect"_s, u"hf:none"_s});
    QCOMPARE(bad, 1);
    QCOMPARE(reason["error"]["code"].toString(), u"bad-address"_s);
}

void TestNet::theCommandLineReports() {
    FakeHub hub;
    hub.add("m-F16.gguf", header(10), 3000);
    LocalServer server(hub);
    const QByteArray question = R"({"model": {"file": "hf:org/model:F16"}})";
    const auto [code, report] = run(server, {u"report"_s}, question);
    QCOMPARE(code, 0);
    QCOMPARE(report["tensor_bytes"].toInteger(), 2048);
    // Again without the network.
    server.setHandler([](const WebRequest&) { return WebAnswer{500, {}, {}}; });
    const auto [again, same] = run(server, {u"report"_s}, question);
    QCOMPARE(again, 0);
    QCOMPARE(same, report);
}

void TestNet::shardsAreDescribed() {
    const auto tensors = [](const QByteArray& name, qint64 values) {
        const QByteArray json = "{\"" + name + "\":{\"dtype\":\"BF16\",\"shape\":[" + QByteArray::number(values) +
                                "],\"data_offsets\":[0," + QByteArray::number(2 * values) + "]}}";
        return QByteArray::fromStdString(GgufWriter::number(static_cast<std::uint64_t>(json.size()))) + json;
    };
    const QByteArray first = tensors("model.embed_tokens.weight", 3000);
    const QByteArray second = tensors("lm_head.weight", 2000);
    FakeHub hub;
    hub.add("model-00001-of-00002.safetensors", first, first.size() + 6000);
    hub.add("model-00002-of-00002.safetensors", second, second.size() + 4000);
    hub.add("model.safetensors.index.json", "{\"metadata\":{\"total_size\":10000},\"weight_map\":{"
                                            "\"model.embed_tokens.weight\":\"model-00001-of-00002.safetensors\","
                                            "\"lm_head.weight\":\"model-00002-of-00002.safetensors\"}}");
    const LocalServer server(hub);
    const auto [code, json] = run(server, {u"inspect"_s, u"hf:org/model"_s});
    QCOMPARE(json["error"]["message"].toString(), QString());
    QCOMPARE(code, 0);
    QCOMPARE(json["container"].toString(), u"safetensors"_s);
    QCOMPARE(json["parameters"].toInteger(), 5000);
    QCOMPARE(json["tensor_bytes"].toInteger(), 10'000);
    QCOMPARE(json["shards"].toArray().size(), 2);
    QCOMPARE(json["name"].toString(), u"model"_s); // the repository's
}

QTEST_GUILESS_MAIN(TestNet)
#include "tst_net.moc"
