// SPDX-License-Identifier: GPL-3.0-or-later
#include "net_test.h"

using namespace vram;
using namespace vram::net;
using namespace vram::test;
using namespace Qt::StringLiterals;

/// What is kept of repositories, and what the environment says.
class TestNetCache : public NetTest {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void offlineUsesWhatWasRead();
    void unchangedListingsAreNotSentAgain();
    void changedFilesAreReadAnew();
    void damagedPiecesAreReadAnew();
    void cacheFirstAsksNobody();
    void cacheKeepsToItsLimit();
    void clearingRemovesOnlyEntries();
    void environmentIsHonoured();
    void tokenFilesAreRead();
    void nothingHappensByItself();
};

void TestNetCache::offlineUsesWhatWasRead() {
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

void TestNetCache::unchangedListingsAreNotSentAgain() {
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

void TestNetCache::changedFilesAreReadAnew() {
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

void TestNetCache::damagedPiecesAreReadAnew() {
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

void TestNetCache::cacheFirstAsksNobody() {
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

void TestNetCache::cacheKeepsToItsLimit() {
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

void TestNetCache::clearingRemovesOnlyEntries() {
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

void TestNetCache::environmentIsHonoured() {
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

void TestNetCache::tokenFilesAreRead() {
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

void TestNetCache::nothingHappensByItself() {
    const LocalServer server([](const WebRequest&) { return WebAnswer{}; });
    const RepositoryJob job(settingsFor(server));
    const RepositoryClient client(settingsFor(server));
    QCoreApplication::processEvents();
    QCOMPARE(server.count(), 0);
    QVERIFY(!QDir(m_folder->filePath(u"cache"_s)).exists());
}

QTEST_GUILESS_MAIN(TestNetCache)
#include "tst_net_cache.moc"
