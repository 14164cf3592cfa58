// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/source/gguf/gguf_file.h"
#include "fake_hub.h"
#include "gguf_writer.h"
#include "net/address_check.h"
#include "net/http_client.h"
#include "net/repository_client.h"
#include "net/repository_job.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <utility>

using namespace vram;
using namespace vram::net;
using namespace vram::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kGigabyte = 1'000'000'000;

/// A header of some size: its vocabulary has `words` entries of 11 bytes each (8 of length, 3 of text).
QByteArray header(std::uint64_t words, std::uint64_t rows = 256) {
    GgufWriter writer;
    std::string elements;
    for (std::uint64_t i = 0; i < words; ++i) {
        elements += GgufWriter::text("abc");
    }
    writer.string("general.architecture", "llama").array("tokenizer.ggml.tokens", 8, words, elements);
    writer.tensor("token_embd.weight", {rows, 4}, 1, 0); // F16
    return QByteArray::fromStdString(writer.bytes());
}

/// The header of one shard with one tensor of `bytes` bytes.
QByteArray shard(qint64 bytes) {
    const QByteArray json = R"({"w":{"dtype":"U8","shape":[)" + QByteArray::number(bytes) + R"(],"data_offsets":[0,)" +
                            QByteArray::number(bytes) + "]}}";
    return QByteArray::fromStdString(GgufWriter::number(static_cast<std::uint64_t>(json.size()))) + json;
}

QByteArray text(const Error& error) {
    QByteArray line(errorCodeId(error.code).data());
    for (const std::string& argument : error.arguments) {
        line += ' ' + QByteArray::fromStdString(argument);
    }
    return line;
}

RepositoryAddress address(const char* spelled) {
    const auto parsed = parseRepositoryAddress(spelled);
    if (!parsed) {
        qFatal("bad address in the test");
    }
    return *parsed;
}

} // namespace

/// Repositories over HTTP, against servers of the test's own.
class TestNet : public QObject {
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
    void statusesBecomeErrors_data();
    void statusesBecomeErrors();
    void troublePassesByItself();
    void badAnswersAreRefused_data();
    void badAnswersAreRefused();
    void badRangesAreRefused_data();
    void badRangesAreRefused();
    void serversWithoutRangesAreCutOff();
    void serversWithoutRangesAreRefusedForLater();
    void redirectsAreRefused_data();
    void redirectsAreRefused();
    void redirectsMayLeadToPublicHosts();
    void tokensStayWithTheirHost();
    void noNetworkIsSaid();
    void cancelEndsAWait();
    void offlineUsesWhatWasRead();
    void unchangedListingsAreNotSentAgain();
    void changedFilesAreReadAnew();
    void damagedPiecesAreReadAnew();
    void cacheFirstAsksNobody();
    void cacheKeepsToItsLimit();
    void clearingRemovesOnlyEntries();
    void jobsAnswerWithoutBlocking();
    void newQuestionsReplaceOldOnes();
    void publicAddresses_data();
    void publicAddresses();
    void environmentIsHonoured();
    void tokenFilesAreRead();
    void nothingHappensByItself();
    void theCommandLineInspects();
    void theCommandLineReports();

private:
    [[nodiscard]] NetSettings settingsFor(const LocalServer& server) const {
        NetSettings settings;
        settings.huggingFace = server.url();
        settings.modelScope = server.url();
        settings.cacheFolder = m_folder->filePath(u"cache"_s);
        settings.limits.idleMilliseconds = 5000;
        settings.limits.wholeMilliseconds = 20'000;
        settings.limits.backoffMilliseconds = 1;
        return settings;
    }
    /// What the command line says, asking `server`.
    [[nodiscard]] std::pair<int, QJsonDocument> run(const LocalServer& server, const QStringList& arguments,
                                                    const QByteArray& input = {}) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HF_ENDPOINT"_s, server.url().toString());
        environment.insert(u"XDG_CACHE_HOME"_s, m_folder->filePath(u"home"_s));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CLI_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput())};
    }
    /// The error of a listing that the server answers with `answer`.
    [[nodiscard]] QByteArray listingError(const WebAnswer& answer,
                                          const std::function<void(NetSettings&)>& change = {}) const {
        const LocalServer server([answer](const WebRequest&) { return answer; });
        NetSettings settings = settingsFor(server);
        if (change) {
            change(settings);
        }
        const auto listing = RepositoryClient(settings).list(address("hf:org/model"));
        return listing ? QByteArray("no error") : text(listing.error());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
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

void TestNet::statusesBecomeErrors_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("404") << 404 << QByteArray() << QByteArray() << QByteArray("not-found org/model");
    QTest::newRow("revision") << 404 << QByteArray("RevisionNotFound") << QByteArray()
                              << QByteArray("not-found org/model");
    QTest::newRow("401, no token") << 401 << QByteArray("RepoNotFound") << QByteArray()
                                   << QByteArray("token-missing org/model");
    QTest::newRow("401, token") << 401 << QByteArray() << QByteArray("hf_x") << QByteArray("token-refused org/model");
    QTest::newRow("401, token, none such")
        << 401 << QByteArray("RepoNotFound") << QByteArray("hf_x") << QByteArray("not-found org/model");
    QTest::newRow("gated, no token") << 401 << QByteArray("GatedRepo") << QByteArray()
                                     << QByteArray("access-gated org/model");
    QTest::newRow("gated, token") << 403 << QByteArray("GatedRepo") << QByteArray("hf_x")
                                  << QByteArray("access-gated org/model");
    QTest::newRow("500") << 500 << QByteArray() << QByteArray() << QByteArray("server-error 127.0.0.1 500");
    QTest::newRow("429") << 429 << QByteArray() << QByteArray() << QByteArray("server-error 127.0.0.1 429");
    QTest::newRow("418") << 418 << QByteArray() << QByteArray() << QByteArray("server-error 127.0.0.1 418");
}
void TestNet::statusesBecomeErrors() {
    QFETCH(const int, status);
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, token);
    WebAnswer answer{status, {}, "an error's page"};
    if (!code.isEmpty()) {
        answer.headers += {"X-Error-Code", code};
    }
    QTEST(listingError(answer, [&token](NetSettings& settings) { settings.huggingFaceToken = token; }), "expected");
}

void TestNet::troublePassesByItself() {
    FakeHub hub;
    hub.add("m.gguf", header(1), 4000);
    std::atomic_int attempts = 0;
    const LocalServer server([&hub, &attempts](const WebRequest& request) {
        switch (attempts++) {
        case 0:
            return WebAnswer{503, {{"Retry-After", "0"}}, {}};
        case 1: {
            WebAnswer lost = hub(request);
            lost.announced = lost.body.size() + 100; // ends in the middle
            return lost;
        }
        default:
            return hub(request);
        }
    });
    QVERIFY(RepositoryClient(settingsFor(server)).list(address("hf:org/model")));
    QCOMPARE(attempts.load(), 3);
}

void TestNet::badAnswersAreRefused_data() {
    QTest::addColumn<WebAnswer>("answer");
    QTest::addColumn<QByteArray>("expected");
    // A gzip of a kilobyte that unpacks to a megabyte; what matters is that nobody unpacks it.
    QTest::newRow("compressed") << WebAnswer{200, {{"Content-Encoding", "gzip"}}, QByteArray(1000, '\x1f')}
                                << QByteArray("malformed-answer compressed although not asked for");
    QTest::newRow("compressed twice") << WebAnswer{200, {{"Content-Encoding", "br, gzip"}}, "x"}
                                      << QByteArray("malformed-answer compressed although not asked for");
    QTest::newRow("announces more than it sends")
        << WebAnswer{.body = "[]", .announced = 500} << QByteArray("malformed-answer shorter than announced");
    QTest::newRow("announces less than it sends")
        << WebAnswer{.body = R"([{"type": "directory", "path": "a"}])", .announced = 5}
        << QByteArray("malformed-answer no JSON");
    QTest::newRow("announces a terabyte")
        << WebAnswer{.body = "[]", .announced = 1'000'000'000'000} << QByteArray("too-large 1000000000000 4194304");
    QTest::newRow("too large") << WebAnswer{.body = QByteArray((4 << 20) + 1, ' ')}
                               << QByteArray("too-large 4194305 4194304");
    QTest::newRow("a log-in page") << WebAnswer{.body = "<html>Log in</html>"}
                                   << QByteArray("malformed-answer no JSON");
    QTest::newRow("another protocol") << WebAnswer{.raw = "220 ftp.example.org FTP server ready\r\n"}
                                      << QByteArray("no-network 127.0.0.1");
    QTest::newRow("endless redirects") << WebAnswer{302, {{"Location", "/api/models/org/model/tree/main"}}, {}}
                                       << QByteArray("redirect-refused");
}
void TestNet::badAnswersAreRefused() {
    QFETCH(const WebAnswer, answer);
    QFETCH(const QByteArray, expected);
    const QByteArray found = listingError(answer);
    QVERIFY2(found.startsWith(expected), found.constData());
    // Nothing of it is kept.
    QCOMPARE(RepositoryCache(m_folder->filePath(u"cache"_s), 1 << 20).size(), 0);
}

void TestNet::badRangesAreRefused_data() {
    QTest::addColumn<WebAnswer>("answer");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray body(4000, '\0');
    const auto ranged = [&body](const char* range, qsizetype bytes) {
        return WebAnswer{206, {{"Content-Range", range}}, body.left(bytes)};
    };
    QTest::newRow("another beginning") << ranged("bytes 1-4000/8000", 4000)
                                       << QByteArray("malformed-answer another range");
    QTest::newRow("fewer") << ranged("bytes 0-99/4000", 100) << QByteArray("malformed-answer another range");
    QTest::newRow("reversed") << ranged("bytes 3999-0/4000", 4000) << QByteArray("malformed-answer another range");
    QTest::newRow("wrapping") << ranged("bytes 0-18446744073709551615/4000", 4000)
                              << QByteArray("malformed-answer another range");
    QTest::newRow("no range") << WebAnswer{206, {}, body} << QByteArray("malformed-answer another range");
    QTest::newRow("several parts") << WebAnswer{206, {{"Content-Type", "multipart/byteranges; boundary=x"}}, body}
                                   << QByteArray("malformed-answer another range");
    QTest::newRow("another size") << ranged("bytes 0-3999/9000", 4000) << QByteArray("malformed-answer another size");
    QTest::newRow("shorter than it says")
        << ranged("bytes 0-3999/4000", 50) << QByteArray("malformed-answer shorter than announced");
    QTest::newRow("416") << WebAnswer{416, {}, {}} << QByteArray("malformed-answer another range");
    QTest::newRow("304") << WebAnswer{304, {}, {}} << QByteArray("malformed-answer another range");
    QTest::newRow("compressed") << WebAnswer{206,
                                             {{"Content-Range", "bytes 0-3999/4000"}, {"Content-Encoding", "gzip"}},
                                             body}
                                << QByteArray("malformed-answer compressed");
    QTest::newRow("another file by now")
        << WebAnswer{206, {{"Content-Range", "bytes 0-3999/4000"}, {"X-Linked-Etag", "\"new\""}}, body}
        << QByteArray("malformed-answer the file changed");
    QTest::newRow("no GGUF") << ranged("bytes 0-3999/4000", 4000) << QByteArray("not-this-kind");
}
void TestNet::badRangesAreRefused() {
    QFETCH(const WebAnswer, answer);
    QFETCH(const QByteArray, expected);
    FakeHub hub;
    hub.add("m.gguf", {}, 4000);
    const LocalServer server([&hub, answer](const WebRequest& request) {
        return request.path().startsWith("/api/") ? hub(request) : answer;
    });
    RepositoryClient client(settingsFor(server));
    auto model = client.open(address("hf:org/model"));
    QVERIFY(model);
    const auto error = client.readHeaders(model.value());
    QVERIFY(error.has_value());
    QVERIFY2(text(*error).startsWith(expected), text(*error).constData());
}

void TestNet::serversWithoutRangesAreCutOff() {
    FakeHub hub;
    hub.add("m.gguf", header(30'000), 40'000'000); // 330 kB of header
    hub.ranges = false;
    const LocalServer server(hub);
    RepositoryClient client(settingsFor(server));
    auto model = client.open(address("hf:org/model"));
    QVERIFY(model);
    const auto file = readGguf(*model->parts.front());
    QVERIFY(file);
    // Two requests, each cut off when it had what it wanted: 256 KiB, then 768 KiB, and what lay in the network's
    // buffers.
    QVERIFY2(server.served() < 20'000'000, QByteArray::number(server.served()));
}

void TestNet::serversWithoutRangesAreRefusedForLater() {
    FakeHub hub;
    hub.add("m.gguf", {}, 3'000'000);
    hub.ranges = false;
    const LocalServer server(hub);
    NetSettings settings = settingsFor(server);
    settings.limits.mostPrefix = 1 << 20;
    auto model = RepositoryClient(settings).open(address("hf:org/model"));
    QVERIFY(model);
    char byte = 1;
    QVERIFY(!model->parts.front()->read(2'000'000, {&byte, 1}));
    QCOMPARE(text(*model->error()), "server-without-ranges 127.0.0.1");
    QVERIFY(model->parts.front()->read(1000, {&byte, 1}));
    QCOMPARE(byte, '\0');
}

void TestNet::redirectsAreRefused_data() {
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* target, const char* reason) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(reason);
    };
    row("file:///etc/passwd", "neither http nor https");
    row("ftp://example.org/x", "neither http nor https");
    row("data:text/plain,x", "neither http nor https");
    row("javascript:alert(1)", "neither http nor https");
    row("http:///nowhere", "neither http nor https");
    row("http://127.0.0.1:9/x", "a private address"); // another port of the same machine
    row("http://127.0.0.2/x", "a private address");
    row("http://2130706433/x", "a private address"); // 127.0.0.1 as a number
    row("http://0x7f.1/x", "a private address");
    row("http://localhost/x", "a private address");
    row("http://router/x", "a private address");
    row("http://printer.local/x", "a private address");
    row("http://metadata.google.internal/x", "a private address");
    row("http://169.254.169.254/latest/meta-data", "a private address");
    row("http://10.0.0.1/x", "a private address");
    row("http://172.20.0.1/x", "a private address");
    row("http://192.168.1.1/x", "a private address");
    row("http://100.64.0.1/x", "a private address");
    row("http://0.0.0.0/x", "a private address");
    row("http://[::1]/x", "a private address");
    row("http://[::ffff:127.0.0.1]/x", "a private address");
    row("http://[fe80::1]/x", "a private address");
    row("http://[fd00::1]/x", "a private address");
    row("http://[64:ff9b::7f00:1]/x", "a private address");
    row("http://user:secret@127.0.0.1:9/x", "a private address");
}
void TestNet::redirectsAreRefused() {
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, reason);
    const QByteArray found = listingError({302, {{"Location", target}}, {}});
    QVERIFY2(found.startsWith("redirect-refused ") && found.endsWith(' ' + reason), found.constData());
    QVERIFY(!found.contains("secret"));
}

void TestNet::redirectsMayLeadToPublicHosts() {
    FakeHub hub;
    hub.add("m.gguf", header(1), 4000);
    const LocalServer elsewhere(hub, QHostAddress(u"127.0.0.2"_s));
    const QByteArray place = elsewhere.url().toEncoded();
    const LocalServer server([&hub, place](const WebRequest& request) {
        return request.path().startsWith("/api/")
                   ? hub(request)
                   : WebAnswer{302, {{"Location", place + "/bytes/m.gguf?signed=secret"}}, {}};
    });
    NetSettings settings = settingsFor(server);
    settings.isPublic = [](const QHostAddress& each) { return each == QHostAddress(u"127.0.0.2"_s); };
    RepositoryClient client(settings);
    auto model = client.open(address("hf:org/model"));
    QVERIFY(model);
    QVERIFY(!client.readHeaders(model.value()));
    QCOMPARE(elsewhere.requests().constFirst().target, "/bytes/m.gguf?signed=secret");
    // Not back to a private one from there.
    const LocalServer back(
        [&server](const WebRequest&) {
            return WebAnswer{302, {{"Location", "http://127.0.0.3:9/x"}}, {}};
        },
        QHostAddress(u"127.0.0.2"_s));
    const QByteArray there = back.url().toEncoded();
    QCOMPARE(listingError({302, {{"Location", there}}, {}},
                          [&settings](NetSettings& each) { each.isPublic = settings.isPublic; }),
             "redirect-refused http://127.0.0.3:9/x a private address");
}

void TestNet::tokensStayWithTheirHost() {
    FakeHub hub;
    hub.add("m.gguf", header(1), 4000);
    hub.wantedToken = "hf_secret";
    const LocalServer elsewhere(hub, QHostAddress(u"127.0.0.2"_s));
    const QByteArray place = elsewhere.url().toEncoded();
    const LocalServer server([&hub, place](const WebRequest& request) {
        WebAnswer answer = hub(request);
        if (answer.status == 302) {
            // First to itself, as a renamed repository does, then elsewhere.
            const bool again = request.target.contains("again");
            answer.headers = {{"Location", again ? place + "/bytes/m.gguf" : request.target + "?again"}};
        }
        return answer;
    });
    NetSettings settings = settingsFor(server);
    settings.huggingFaceToken = "hf_secret";
    settings.isPublic = [](const QHostAddress& each) { return each == QHostAddress(u"127.0.0.2"_s); };
    RepositoryClient client(settings);
    auto model = client.open(address("hf:org/model"));
    QVERIFY(model);
    QVERIFY(!client.readHeaders(model.value()));
    QCOMPARE(server.count(), 3);
    for (const WebRequest& request : server.requests()) {
        QCOMPARE(request.headers.value("authorization"), "Bearer hf_secret");
    }
    QVERIFY(elsewhere.count() > 0);
    for (const WebRequest& request : elsewhere.requests()) {
        QVERIFY(!request.headers.contains("authorization"));
        QVERIFY(!request.headers.contains("cookie"));
        QVERIFY(!request.headers.contains("referer"));
        QCOMPARE(request.headers.value("accept-encoding"), "identity");
        QCOMPARE(request.headers.value("user-agent"), "vram-sizer");
    }
}

void TestNet::noNetworkIsSaid() {
    QUrl nobody;
    {
        const LocalServer gone([](const WebRequest&) { return WebAnswer{}; });
        nobody = gone.url();
    }
    NetSettings settings;
    settings.huggingFace = nobody;
    const auto refused = RepositoryClient(settings).list(address("hf:org/model"));
    QCOMPARE(refused.error().code, ErrorCode::NoNetwork);
    QCOMPARE(refused.error().arguments.at(0), std::string("127.0.0.1"));
    // Time out: a server that says nothing, and one that says a byte now and then.
    const auto quick = [](NetSettings& each) {
        each.limits.idleMilliseconds = 200;
        each.limits.wholeMilliseconds = 400;
    };
    QCOMPARE(listingError({.silent = true}, quick), "timeout 127.0.0.1 1");
    QCOMPARE(listingError({.body = QByteArray(1000, ' '), .dripMilliseconds = 20}, quick), "timeout 127.0.0.1 1");
    const QByteArray closed = listingError({.hangUp = true});
    QVERIFY2(closed.startsWith("no-network 127.0.0.1 "), closed.constData());
}

void TestNet::cancelEndsAWait() {
    const LocalServer server([](const WebRequest&) { return WebAnswer{.silent = true}; });
    NetWatch watch;
    QTimer::singleShot(0, this, [watch] { watch.cancelled->store(true); });
    const auto listing = RepositoryClient(settingsFor(server), watch).list(address("hf:org/model"));
    QCOMPARE(listing.error().code, ErrorCode::Cancelled);
}

void TestNet::offlineUsesWhatWasRead() {
    FakeHub hub;
    const QByteArray start = header(50'000); // 550 kB: several pieces
    hub.add("m-Q8_0.gguf", start, start.size() + 2048);
    hub.add("m-Q4_0.gguf", header(1), 3000);
    LocalServer server(hub);
    const NetSettings settings = settingsFor(server);
    {
        RepositoryClient client(settings);
        auto model = client.open(address("hf:org/model:Q8_0"));
        QVERIFY(model && !client.readHeaders(model.value()));
        QVERIFY(!model->offline);
    }
    server.setHandler([](const WebRequest&) { return WebAnswer{503, {}, {}}; });
    RepositoryClient client(settings);
    const auto listing = client.list(address("hf:org/model"));
    QVERIFY(listing);
    QVERIFY(listing->offline);
    QCOMPARE(listing->files.size(), std::size_t{2});
    auto model = client.open(address("hf:org/model:Q8_0"));
    QVERIFY(model);
    QVERIFY(model->offline);
    const auto file = readGguf(*model->parts.front());
    QVERIFY(file);
    QCOMPARE(file->headerBytes.count(), start.size());
    // What was not read before cannot be.
    auto other = client.open(address("hf:org/model:Q4_0"));
    QVERIFY(other);
    QCOMPARE(text(*client.readHeaders(other.value())), "server-error 127.0.0.1 503");
    // That the repository is gone is no trouble on the way.
    server.setHandler([](const WebRequest&) { return WebAnswer{404, {}, {}}; });
    QCOMPARE(text(client.list(address("hf:org/model")).error()), "not-found org/model");
}

void TestNet::unchangedListingsAreNotSentAgain() {
    FakeHub hub;
    hub.add("m.gguf", header(1), 4000);
    LocalServer server(hub);
    QVERIFY(RepositoryClient(settingsFor(server)).list(address("hf:org/model")));
    const qint64 first = server.served();
    QVERIFY(first > 0);
    const auto again = RepositoryClient(settingsFor(server)).list(address("hf:org/model"));
    QVERIFY(again);
    QVERIFY(!again->offline);
    QCOMPARE(again->files.size(), std::size_t{1});
    QCOMPARE(server.served(), first);
}

void TestNet::changedFilesAreReadAnew() {
    FakeHub hub;
    hub.add("m.gguf", header(10), 4000);
    LocalServer server(hub);
    const auto tokens = [this, &server]() -> std::uint64_t {
        auto model = RepositoryClient(settingsFor(server)).open(address("hf:org/model"));
        const auto file = readGguf(*model->parts.front());
        return std::get<GgufArray>(file->find("tokenizer.ggml.tokens")->value).count;
    };
    QCOMPARE(tokens(), 10U);
    server.forget();
    QCOMPARE(tokens(), 10U);
    QCOMPARE(server.count(), 1); // the list alone
    hub.add("m.gguf", header(20), 4000);
    hub.files["m.gguf"].hash = "another";
    server.setHandler(hub);
    QCOMPARE(tokens(), 20U);
}

void TestNet::damagedPiecesAreReadAnew() {
    FakeHub hub;
    hub.add("m.gguf", header(10), 4000);
    LocalServer server(hub);
    const auto read = [this, &server] {
        RepositoryClient client(settingsFor(server));
        auto model = client.open(address("hf:org/model"));
        return model && !client.readHeaders(model.value());
    };
    QVERIFY(read());
    QDirIterator pieces(m_folder->filePath(u"cache"_s), QDir::Files, QDirIterator::Subdirectories);
    int damaged = 0;
    while (pieces.hasNext()) {
        QFile piece(pieces.next());
        QVERIFY(piece.open(QIODevice::ReadWrite));
        piece.seek(piece.size() / 2);
        piece.write("damage");
        ++damaged;
    }
    QCOMPARE(damaged, 2); // the list and the file's one block
    server.forget();
    QVERIFY(read());
    QCOMPARE(server.count(), 3); // all of it again: list, redirect, bytes
}

void TestNet::cacheFirstAsksNobody() {
    FakeHub hub;
    hub.add("m.gguf", header(10), 4000);
    LocalServer server(hub);
    NetSettings settings = settingsFor(server);
    settings.access = NetAccess::CacheOnly;
    QCOMPARE(text(RepositoryClient(settings).open(address("hf:org/model")).error()), "not-read-yet hf:org/model");
    QCOMPARE(server.count(), 0);
    settings.access = NetAccess::CacheFirst;
    for (const int expected : {3, 3}) { // list, redirect, bytes; then nothing
        RepositoryClient client(settings);
        auto model = client.open(address("hf:org/model"));
        QVERIFY(model && !client.readHeaders(model.value()));
        QCOMPARE(server.count(), expected);
    }
    settings.access = NetAccess::CacheOnly;
    RepositoryClient client(settings);
    auto model = client.open(address("hf:org/model"));
    QVERIFY(model && !client.readHeaders(model.value()));
    QCOMPARE(server.count(), 3);
}

void TestNet::cacheKeepsToItsLimit() {
    const QString folder = m_folder->filePath(u"cache"_s);
    RepositoryCache cache(folder, 10'000);
    const QByteArray piece(1000, 'x');
    for (int i = 0; i < 30; ++i) {
        cache.write(QString::number(i), u"0"_s, piece);
        // Files written within one tick of the clock have no order.
        for (const QFileInfo& entry : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(entry.absoluteFilePath() + u"/0"_s);
            if (file.open(QIODevice::ReadWrite) &&
                file.fileTime(QFile::FileModificationTime).secsTo(QDateTime::currentDateTime()) < 1000) {
                file.setFileTime(QDateTime::currentDateTime().addSecs(-5000 + i), QFile::FileModificationTime);
            }
        }
        QVERIFY(cache.size() <= 10'000);
    }
    QVERIFY(cache.read(u"29"_s, u"0"_s).has_value());
    QVERIFY(!cache.read(u"0"_s, u"0"_s).has_value());
    QVERIFY(cache.size() >= 7000); // not emptied without need
    cache.write(u"large"_s, u"0"_s, QByteArray(20'000, 'x'));
    QVERIFY(!cache.read(u"large"_s, u"0"_s).has_value());
}

void TestNet::clearingRemovesOnlyEntries() {
    const QString folder = m_folder->filePath(u"cache"_s);
    RepositoryCache cache(folder, 1 << 20);
    cache.write(u"a"_s, u"0"_s, "bytes");
    QVERIFY(cache.size() > 0);
    QVERIFY(QDir().mkpath(folder + u"/mine"_s));
    QFile own(folder + u"/mine/file"_s);
    QVERIFY(own.open(QIODevice::WriteOnly) && own.write("keep") == 4);
    own.close();
    cache.clear();
    QCOMPARE(cache.size(), 0);
    QVERIFY(!cache.read(u"a"_s, u"0"_s).has_value());
    QVERIFY(QFile::exists(folder + u"/mine/file"_s));
    // Without a folder, or where none can be made, nothing is kept and nothing fails.
    RepositoryCache nowhere({}, 1 << 20);
    nowhere.write(u"a"_s, u"0"_s, "bytes");
    nowhere.clear();
    QCOMPARE(nowhere.size(), 0);
    RepositoryCache blocked(folder + u"/mine/file/x"_s, 1 << 20);
    blocked.write(u"a"_s, u"0"_s, "bytes");
    QVERIFY(!blocked.read(u"a"_s, u"0"_s).has_value());
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

void TestNet::publicAddresses_data() {
    QTest::addColumn<QString>("spelled");
    QTest::addColumn<bool>("expected");
    for (const char* const each :
         {"1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "100.63.0.1", "100.128.0.1", "198.18.0.5",
          "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
        QTest::newRow(each) << QString::fromLatin1(each) << true;
    }
    for (const char* const each : {"0.0.0.0",
                                   "10.1.2.3",
                                   "100.64.0.1",
                                   "127.0.0.1",
                                   "127.255.255.254",
                                   "169.254.1.1",
                                   "172.16.0.1",
                                   "172.31.255.255",
                                   "192.168.0.1",
                                   "224.0.0.1",
                                   "255.255.255.255",
                                   "::",
                                   "::1",
                                   "fe80::1",
                                   "fec0::1",
                                   "fc00::1",
                                   "fdff::1",
                                   "ff02::1",
                                   "::ffff:10.0.0.1",
                                   "::ffff:127.0.0.1",
                                   "64:ff9b::a00:1",
                                   "2002:7f00:1::",
                                   "2002:c0a8:101::",
                                   "::127.0.0.1",
                                   ""}) {
        QTest::newRow(each) << QString::fromLatin1(each) << false;
    }
}
void TestNet::publicAddresses() {
    QFETCH(const QString, spelled);
    QTEST(isPublicAddress(QHostAddress(spelled)), "expected");
}

void TestNet::environmentIsHonoured() {
    QMap<QByteArray, QString> variables;
    const auto read = [&variables] {
        return readNetSettings([&variables](const char* name) { return variables.value(name); }, u"/nowhere"_s);
    };
    QCOMPARE(read().huggingFace, QUrl(u"https://huggingface.co"_s));
    QCOMPARE(read().mirror(), std::string("huggingface.co"));
    QVERIFY(read().huggingFaceToken.isEmpty());
    QCOMPARE(read().access, NetAccess::Online);
    variables = {{"HF_ENDPOINT", u" https://hf-mirror.com "_s},
                 {"HF_TOKEN", u"hf_abc\n"_s},
                 {"HF_HUB_OFFLINE", u"1"_s},
                 {"MODELSCOPE_API_TOKEN", u"ms_abc"_s}};
    QCOMPARE(read().huggingFace, QUrl(u"https://hf-mirror.com"_s));
    QCOMPARE(read().huggingFaceToken, "hf_abc");
    QCOMPARE(read().modelScopeToken, "ms_abc");
    QCOMPARE(read().access, NetAccess::CacheOnly);
    variables = {{"HF_ENDPOINT", u"http://127.0.0.1:8080/hub/"_s}};
    QCOMPARE(read().mirror(), std::string("127.0.0.1:8080"));
    // What makes no sense asks nobody, instead of another host than was meant.
    for (const char* const bad : {"hf-mirror.com", "file:///tmp", "https://", "https://me:pw@host"}) {
        variables = {{"HF_ENDPOINT", QString::fromLatin1(bad)}};
        QVERIFY2(read().huggingFace.isEmpty(), bad);
        QCOMPARE(RepositoryClient(read()).list(address("hf:org/model")).error().code, ErrorCode::BadAddress);
    }
    // A token with a line break would smuggle a header in.
    variables = {{"HF_TOKEN", u"hf_a\r\nX-Evil: 1"_s}};
    QVERIFY(read().huggingFaceToken.isEmpty());
}

void TestNet::tokenFilesAreRead() {
    const QString home = m_folder->path();
    const auto put = [&home](const QString& path, const QByteArray& token) {
        QDir().mkpath(QFileInfo(home + path).absolutePath());
        QFile file(home + path);
        if (!file.open(QIODevice::WriteOnly) || file.write(token) != token.size()) {
            qFatal("cannot write");
        }
    };
    QMap<QByteArray, QString> variables;
    const auto token = [&variables, &home] {
        return readNetSettings([&variables](const char* name) { return variables.value(name); }, home).huggingFaceToken;
    };
    put(u"/.cache/huggingface/token"_s, "hf_home\n");
    put(u"/hub/token"_s, "hf_hub");
    put(u"/mine"_s, "hf_mine");
    put(u"/xdg/huggingface/token"_s, "hf_xdg");
    QCOMPARE(token(), "hf_home");
    variables = {{"XDG_CACHE_HOME", home + u"/xdg"_s}};
    QCOMPARE(token(), "hf_xdg");
    variables = {{"HF_HOME", u"~/hub"_s}};
    QCOMPARE(token(), "hf_hub");
    variables.insert("HF_TOKEN_PATH", home + u"/mine"_s);
    QCOMPARE(token(), "hf_mine");
    variables.insert("HF_TOKEN", u"hf_variable"_s);
    QCOMPARE(token(), "hf_variable");
    variables = {{"HF_HUB_DISABLE_IMPLICIT_TOKEN", u"1"_s}};
    QCOMPARE(token(), "");
    variables = {{"HF_TOKEN_PATH", home}}; // a folder
    QCOMPARE(token(), "");
}

void TestNet::nothingHappensByItself() {
    const LocalServer server([](const WebRequest&) { return WebAnswer{}; });
    const RepositoryJob job(settingsFor(server));
    const RepositoryClient client(settingsFor(server));
    QCoreApplication::processEvents();
    QCOMPARE(server.count(), 0);
    QVERIFY(!QDir(m_folder->filePath(u"cache"_s)).exists());
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

QTEST_GUILESS_MAIN(TestNet)
#include "tst_net.moc"
