// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/repository_service.h"
#include "fake_hub.h"
#include "gguf_writer.h"
#include "net/repository_reader.h"
#include "shipped_catalog.h"
#include "ui/language/language_switcher.h"
#include "ui/repository/choice_table.h"
#include "ui/repository/repository_dialog.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

/// Answers when the test says so.
class FakeBrowser : public RepositoryBrowser {
public:
    std::vector<std::string> listedAddresses;
    std::vector<std::string> readAddresses;
    int cancels = 0;
    Bytes kept{3 << 20};

    [[nodiscard]] std::string mirror() const override { return "mirror.example"; }
    void list(const RepositoryAddress& address) override { listedAddresses.push_back(repositoryAddressText(address)); }
    void read(const RepositoryAddress& address) override { readAddresses.push_back(repositoryAddressText(address)); }
    void cancel() override {
        ++cancels;
        emit failed(Error{ErrorCode::Cancelled, {}, {}});
    }
    [[nodiscard]] Bytes keptBytes() const override { return kept; }
    void clearKept() override { kept = Bytes{}; }

    void answer(const QStringList& files, bool offline = false) {
        RepositoryListing listing;
        listing.address.repository = "org/model";
        listing.offline = offline;
        for (const QString& file : files) {
            listing.files.push_back(
                {file.section(u' ', 0, 0).toStdString(), Bytes{file.section(u' ', 1, 1).toLongLong()}, {}});
        }
        emit listed(listing);
    }
};

const QStringList kFiles{u"README.md 10"_s, u"m-Q8_0.gguf 8589934592"_s, u"m-Q4_K_M-00001-of-00002.gguf 2147483648"_s,
                         u"m-Q4_K_M-00002-of-00002.gguf 2147483648"_s, u"m-IQ1_S-00001-of-00002.gguf 1073741824"_s};

} // namespace

/// Opening a model of a repository, as a user meets it.
class TestRepositoryDialog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsAndPicks();
    void keysAreEnough();
    void aNamedFileIsPreselected_data();
    void aNamedFileIsPreselected();
    void badAddressesAreSaidAtOnce();
    void errorsSayWhatToDo();
    void escapeStopsFirst();
    void closingStopsTheQuestion();
    void offlineIsSaid();
    void namesAreNoMarkup();
    void theClipboardIsOffered();
    void theLanguageSwitches();
    void theMenuOffersItOnlyWithABrowser();
    void pickingSetsTheModel();
    void preferencesClearWhatIsKept();
    void asksARealServer();

private:
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* widget = m_dialog->findChild<T*>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    [[nodiscard]] QPushButton* use() const {
        return m_dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }
    [[nodiscard]] QString status() const { return find<QLabel>("repositoryStatus")->text(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return m_dialog->findChild<ChoiceTable*>()->index(row, column).data().toString();
    }
    [[nodiscard]] int currentRow() const {
        const QModelIndexList rows = find<QTableView>("repositoryChoices")->selectionModel()->selectedRows();
        return rows.isEmpty() ? -1 : rows.front().row();
    }
    void open(RepositoryBrowser& browser) {
        m_dialog = std::make_unique<RepositoryDialog>(browser, ByteUnit::GiB);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        m_dialog->activateWindow();
    }
    void enter(const QString& address) const {
        auto* line = find<QLineEdit>("repositoryAddress");
        line->setFocus();
        line->setText(address);
        QTest::keyClick(line, Qt::Key_Return);
    }
    std::unique_ptr<FakeBrowser> m_browser;
    std::unique_ptr<app::RepositoryService> m_service;
    std::unique_ptr<RepositoryDialog> m_dialog;
};

void TestRepositoryDialog::init() {
    QGuiApplication::clipboard()->clear();
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    QCoreApplication::processEvents();
    m_browser = std::make_unique<FakeBrowser>();
    open(*m_browser);
}

void TestRepositoryDialog::cleanup() {
    m_dialog.reset();
    m_service.reset();
    m_browser.reset();
}

void TestRepositoryDialog::listsAndPicks() {
    QSignalSpy chosen(m_dialog.get(), &RepositoryDialog::chosen);
    QVERIFY(m_browser->listedAddresses.empty()); // nothing is asked by itself
    QVERIFY(!find<QPushButton>("listRepository")->isEnabled());
    QVERIFY(!use()->isEnabled());
    QVERIFY(!m_dialog->findChild<QProgressBar*>()->isVisible());
    find<QLineEdit>("repositoryAddress")->setText(u"https://mirror.example/org/model/tree/main"_s);
    QTest::mouseClick(find<QPushButton>("listRepository"), Qt::LeftButton);
    QCOMPARE(m_browser->listedAddresses, std::vector<std::string>{"hf:org/model"});
    QVERIFY(m_dialog->findChild<QProgressBar*>()->isVisible());
    QVERIFY(status().contains(u"org/model"_s));
    emit m_browser->progressed(3 << 20);
    QVERIFY2(status().endsWith(u"3.0\u00A0MiB"_s), qPrintable(status()));

    m_browser->answer(kFiles);
    QVERIFY(!m_dialog->findChild<QProgressBar*>()->isVisible());
    QCOMPARE(status(), u"3 models in org/model"_s);
    // The smallest first, split parts together: 1 GiB of which a part is missing, 2 x 2 GiB, 8 GiB.
    QCOMPARE(cell(0, ChoiceTable::Quantization), u"IQ1_S"_s);
    QCOMPARE(cell(0, ChoiceTable::Files), u"1 of 2"_s);
    QCOMPARE(cell(1, ChoiceTable::Quantization), u"Q4_K_M"_s);
    QCOMPARE(cell(1, ChoiceTable::Size), u"4.0\u00A0GiB"_s);
    QCOMPARE(cell(1, ChoiceTable::Files), u"2"_s);
    QCOMPARE(cell(2, ChoiceTable::Size), u"8.0\u00A0GiB"_s);
    m_dialog->setByteUnit(ByteUnit::GB);
    QCOMPARE(cell(2, ChoiceTable::Size), u"8.6\u00A0GB"_s);

    find<QTableView>("repositoryChoices")->selectRow(1);
    QTest::mouseClick(use(), Qt::LeftButton);
    QCOMPARE(m_browser->readAddresses, std::vector<std::string>{"hf:org/model:m-Q4_K_M-00001-of-00002.gguf"});
    QVERIFY(!use()->isEnabled());
    QCOMPARE(chosen.count(), 0);
    emit m_browser->headersRead(*parseRepositoryAddress(m_browser->readAddresses.front()), false);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), u"hf:org/model:m-Q4_K_M-00001-of-00002.gguf"_s);
    QVERIFY(!m_dialog->isVisible());
}

void TestRepositoryDialog::keysAreEnough() {
    QTest::keyClicks(find<QLineEdit>("repositoryAddress"), u"org/model"_s);
    QTest::keyClick(find<QLineEdit>("repositoryAddress"), Qt::Key_Return);
    m_browser->answer(kFiles);
    auto* view = find<QTableView>("repositoryChoices");
    QVERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(currentRow(), 1);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_browser->readAddresses.size(), std::size_t{1});
}

void TestRepositoryDialog::aNamedFileIsPreselected_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("row");
    QTest::newRow("none") << u"hf:org/model"_s << 0;
    QTest::newRow("a later part") << u"hf:org/model:m-Q4_K_M-00002-of-00002.gguf"_s << 1;
    QTest::newRow("quantization") << u"hf.co/org/model:q8_0"_s << 2;
    QTest::newRow("a page of it") << u"https://huggingface.co/org/model/blob/main/m-Q8_0.gguf"_s << 2;
}
void TestRepositoryDialog::aNamedFileIsPreselected() {
    QFETCH(const QString, address);
    enter(address);
    m_browser->answer(kFiles);
    QTEST(currentRow(), "row");
    QVERIFY(use()->isEnabled());
}

void TestRepositoryDialog::badAddressesAreSaidAtOnce() {
    enter(u"https://evil.example/org/model"_s);
    QVERIFY(m_browser->listedAddresses.empty());
    QVERIFY2(status().contains(u"another host"_s), qPrintable(status()));
    enter(u"model.gguf"_s);
    QVERIFY2(status().contains(u"hf:organisation/name"_s), qPrintable(status()));
}

void TestRepositoryDialog::errorsSayWhatToDo() {
    const QColor plain = find<QLabel>("repositoryStatus")->palette().color(QPalette::WindowText);
    enter(u"hf:org/model"_s);
    emit m_browser->failed(Error{ErrorCode::AccessGated, {}, {"org/model"}});
    QVERIFY2(status().contains(u"HF_TOKEN"_s), qPrintable(status()));
    QVERIFY(find<QLabel>("repositoryStatus")->palette().color(QPalette::WindowText) != plain);
    QVERIFY(find<QPushButton>("listRepository")->isEnabled()); // to try again
    enter(u"hf:org/model"_s);
    m_browser->answer({u"README.md 1"_s});
    QVERIFY2(status().contains(u"GGUF"_s), qPrintable(status()));
    QVERIFY(!use()->isEnabled());
    // Of the headers: the list stays.
    enter(u"hf:org/model"_s);
    m_browser->answer(kFiles);
    QTest::mouseClick(use(), Qt::LeftButton);
    emit m_browser->failed(Error{ErrorCode::Timeout, {}, {"huggingface.co", "20"}});
    QVERIFY2(status().contains(u"20"_s), qPrintable(status()));
    QVERIFY(use()->isEnabled());
    QVERIFY(m_dialog->isVisible());
}

void TestRepositoryDialog::escapeStopsFirst() {
    enter(u"hf:org/model"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(m_browser->cancels, 1);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(status(), u"Cancelled."_s);
    enter(u"hf:org/model"_s);
    QTest::mouseClick(find<QPushButton>("stopRepository"), Qt::LeftButton);
    QCOMPARE(m_browser->cancels, 2);
    QVERIFY(!find<QPushButton>("stopRepository")->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestRepositoryDialog::closingStopsTheQuestion() {
    enter(u"hf:org/model"_s);
    m_dialog.reset();
    QCOMPARE(m_browser->cancels, 1);
    m_browser->answer(kFiles); // nobody listens
}

void TestRepositoryDialog::offlineIsSaid() {
    enter(u"hf:org/model"_s);
    m_browser->answer(kFiles, true);
    QVERIFY2(status().contains(u"cannot be reached"_s), qPrintable(status()));
    QVERIFY(use()->isEnabled());
}

void TestRepositoryDialog::namesAreNoMarkup() {
    enter(u"hf:org/model"_s);
    m_browser->answer({u"<img/src=x>-Q4_0.gguf 1"_s, u"<b>bold-Q8_0.gguf 2"_s});
    QCOMPARE(find<QLabel>("repositoryStatus")->textFormat(), Qt::PlainText);
    QCOMPARE(cell(0, ChoiceTable::Name), u"<img/src=x>-Q4_0"_s);
    // What Qt would not take for markup stays as it is, what it would take for markup is escaped.
    for (int row = 0; row < 2; ++row) {
        const QString tip =
            m_dialog->findChild<ChoiceTable*>()->index(row, ChoiceTable::Name).data(Qt::ToolTipRole).toString();
        const bool markup = Qt::mightBeRichText(tip);
        QVERIFY2(markup ? !tip.contains(u"<img"_s) && !tip.contains(u"<b>"_s) : tip.startsWith(u'<'), qPrintable(tip));
    }
}

void TestRepositoryDialog::theClipboardIsOffered() {
    QCOMPARE(find<QLineEdit>("repositoryAddress")->text(), QString());
    m_dialog.reset();
    QGuiApplication::clipboard()->setText(u" https://huggingface.co/org/model \n"_s);
    open(*m_browser);
    QCOMPARE(find<QLineEdit>("repositoryAddress")->text(), u"https://huggingface.co/org/model"_s);
    QVERIFY(m_browser->listedAddresses.empty());
    m_dialog.reset();
    // What may be anything, such as a password with a slash, is left alone.
    QGuiApplication::clipboard()->setText(u"secret/word"_s);
    open(*m_browser);
    QCOMPARE(find<QLineEdit>("repositoryAddress")->text(), QString());
}

void TestRepositoryDialog::theLanguageSwitches() {
    enter(u"hf:org/model"_s);
    m_browser->answer(kFiles);
    for (const auto& [code, title, models] :
         {std::tuple{u"zh_TW"_s, u"從 Hugging Face 或 ModelScope 開啟"_s, u"org/model 中有 3 個模型"_s},
          std::tuple{u"zh_CN"_s, u"从 Hugging Face 或 ModelScope 打开"_s, u"org/model 中有 3 个模型"_s}}) {
        LanguageSwitcher::ofApplication().setLanguage(code);
        QCoreApplication::processEvents();
        QCOMPARE(m_dialog->windowTitle(), title);
        QCOMPARE(status(), models);
    }
    emit m_browser->failed(Error{ErrorCode::MalformedAnswer, {}, {"no JSON"}});
    const QString text = status();
    QVERIFY2(!text.contains(u"no JSON"_s), qPrintable(text)); // the reason is worded too
}

void TestRepositoryDialog::theMenuOffersItOnlyWithABrowser() {
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    MainWindow window(facts(), settings);
    auto* action = window.findChild<QAction*>(u"openRepositoryAction"_s);
    QVERIFY(!action->isVisible());
    QVERIFY(!action->isEnabled());
    window.offerRepositories(*m_browser);
    QVERIFY(action->isVisible());
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
}

void TestRepositoryDialog::pickingSetsTheModel() {
    test::GgufWriter writer;
    writer.string("general.architecture", "llama").tensor("token_embd.weight", {256, 4}, 12, 0);
    test::FakeHub hub;
    hub.add("m-Q4_K_M.gguf", QByteArray::fromStdString(writer.bytes(4 * 144)));
    const test::LocalServer server(hub);
    const QTemporaryDir folder;
    net::NetSettings network;
    network.huggingFace = server.url();
    network.cacheFolder = folder.filePath(u"kept"_s);
    m_service = std::make_unique<app::RepositoryService>(network);
    network.access = net::NetAccess::CacheOnly;
    Settings settings(folder.filePath(u"settings.ini"_s));
    MainWindow window(facts(), settings, nullptr, std::make_shared<net::RepositoryModelReader>(network));
    window.offerRepositories(*m_service);
    window.findChild<QAction*>(u"openRepositoryAction"_s)->trigger();
    auto* dialog = window.findChild<RepositoryDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    window.findChild<QAction*>(u"openRepositoryAction"_s)->trigger();
    QCOMPARE(window.findChildren<RepositoryDialog*>().size(), 1);
    auto* line = dialog->findChild<QLineEdit*>(u"repositoryAddress"_s);
    line->setText(u"hf:org/model:Q4_K_M"_s);
    QTest::keyClick(line, Qt::Key_Return);
    auto* use = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QTRY_VERIFY(use->isEnabled());
    QTest::mouseClick(use, Qt::LeftButton);
    const ModelSource expected = ModelFile{"hf:org/model:m-Q4_K_M.gguf"};
    QTRY_COMPARE(window.store().scenario().model, expected);
    QCOMPARE(window.store().scenario().weights, std::string("file"));
    // Answered from what was kept: the list, the redirect and the bytes were all that was asked for.
    QTRY_VERIFY(window.store().snapshot().resolved);
    QCOMPARE(window.store().snapshot().resolved->weights->total.typical, Bytes{4 * 144});
    QCOMPARE(server.count(), 4); // the list once more for the header: nothing changed
}

void TestRepositoryDialog::preferencesClearWhatIsKept() {
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    MainWindow window(facts(), settings);
    window.findChild<QAction*>(u"preferencesAction"_s)->trigger();
    QVERIFY(window.findChild<QPushButton*>(u"clearKept"_s) == nullptr);
    window.findChild<QDialog*>(u"settingsDialog"_s)->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window.offerRepositories(*m_browser);
    window.findChild<QAction*>(u"preferencesAction"_s)->trigger();
    auto* size = window.findChild<QLabel*>(u"keptSize"_s);
    auto* clear = window.findChild<QPushButton*>(u"clearKept"_s);
    QCOMPARE(size->text(), u"3.0\u00A0MiB"_s);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(m_browser->kept, Bytes{});
    QVERIFY2(size->text().startsWith(u'0'), qPrintable(size->text()));
    QVERIFY(!clear->isEnabled());
}

void TestRepositoryDialog::asksARealServer() {
    test::GgufWriter writer;
    writer.string("general.architecture", "llama").tensor("token_embd.weight", {256, 4}, 12, 0);
    test::FakeHub hub;
    hub.add("m-Q4_K_M.gguf", QByteArray::fromStdString(writer.bytes(4 * 144)));
    hub.add("m-Q8_0.gguf", "no GGUF", 5000);
    const test::LocalServer server(hub);
    const QTemporaryDir folder;
    net::NetSettings settings;
    settings.huggingFace = server.url();
    settings.cacheFolder = folder.filePath(u"kept"_s);
    m_dialog.reset();
    m_service = std::make_unique<app::RepositoryService>(settings);
    open(*m_service);
    QSignalSpy chosen(m_dialog.get(), &RepositoryDialog::chosen);
    enter(u"hf:org/other"_s);
    QTRY_VERIFY2(status().contains(u"is not there"_s), qPrintable(status()));
    enter(server.url().toString() + u"/org/model"_s);
    QTRY_COMPARE(status(), u"2 models in org/model"_s);
    find<QTableView>("repositoryChoices")->selectRow(1);
    QTest::mouseClick(use(), Qt::LeftButton);
    QTRY_VERIFY2(status().contains(u"GGUF"_s), qPrintable(status()));
    QVERIFY(m_dialog->isVisible());
    find<QTableView>("repositoryChoices")->selectRow(0);
    QTest::mouseClick(use(), Qt::LeftButton);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), u"hf:org/model:m-Q4_K_M.gguf"_s);
    QVERIFY(m_service->keptBytes() > Bytes{1000});
    m_service->clearKept();
    QCOMPARE(m_service->keptBytes(), Bytes{});
}

QTEST_MAIN(TestRepositoryDialog)
#include "tst_repository_dialog.moc"
