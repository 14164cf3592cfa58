// SPDX-License-Identifier: GPL-3.0-or-later
#include "net_test.h"

using namespace vram;
using namespace vram::net;
using namespace vram::test;
using namespace Qt::StringLiterals;

/// What servers may say, and where they may lead: every bad answer is an error of its own.
class TestNetAnswers : public NetTest {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

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
    void publicAddresses_data();
    void publicAddresses();
};

void TestNetAnswers::statusesBecomeErrors_data() {
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
void TestNetAnswers::statusesBecomeErrors() {
    QFETCH(const int, status);
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, token);
    WebAnswer answer{status, {}, "an error's page"};
    if (!code.isEmpty()) {
        answer.headers += {"X-Error-Code", code};
    }
    QTEST(listingError(answer, [&token](NetSettings& settings) { settings.huggingFaceToken = token; }), "expected");
}

void TestNetAnswers::troublePassesByItself() {
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

void TestNetAnswers::badAnswersAreRefused_data() {
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
void TestNetAnswers::badAnswersAreRefused() {
    QFETCH(const WebAnswer, answer);
    QFETCH(const QByteArray, expected);
    const QByteArray found = listingError(answer);
    QVERIFY2(found.startsWith(expected), found.constData());
    // Nothing of it is kept.
    QCOMPARE(RepositoryCache(m_folder->filePath(u"cache"_s), 1 << 20).size(), 0);
}

void TestNetAnswers::badRangesAreRefused_data() {
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
void TestNetAnswers::badRangesAreRefused() {
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

void TestNetAnswers::serversWithoutRangesAreCutOff() {
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

void TestNetAnswers::serversWithoutRangesAreRefusedForLater() {
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

void TestNetAnswers::redirectsAreRefused_data() {
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
void TestNetAnswers::redirectsAreRefused() {
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, reason);
    const QByteArray found = listingError({302, {{"Location", target}}, {}});
    QVERIFY2(found.startsWith("redirect-refused ") && found.endsWith(' ' + reason), found.constData());
    QVERIFY(!found.contains("secret"));
}

void TestNetAnswers::redirectsMayLeadToPublicHosts() {
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

void TestNetAnswers::tokensStayWithTheirHost() {
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

void TestNetAnswers::noNetworkIsSaid() {
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

void TestNetAnswers::cancelEndsAWait() {
    const LocalServer server([](const WebRequest&) { return WebAnswer{.silent = true}; });
    NetWatch watch;
    QTimer::singleShot(0, this, [watch] { watch.cancelled->store(true); });
    const auto listing = RepositoryClient(settingsFor(server), watch).list(address("hf:org/model"));
    QCOMPARE(listing.error().code, ErrorCode::Cancelled);
}

void TestNetAnswers::publicAddresses_data() {
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
void TestNetAnswers::publicAddresses() {
    QFETCH(const QString, spelled);
    QTEST(isPublicAddress(QHostAddress(spelled)), "expected");
}

QTEST_GUILESS_MAIN(TestNetAnswers)
#include "tst_net_answers.moc"
