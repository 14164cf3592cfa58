// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/band/elided_label.h"
#include "ui/chart/bar_chart.h"
#include "ui/chart/chart_scene.h"
#include "ui/export/chart_export.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/field_row.h"
#include "ui/panel/stop_slider.h"
#include "ui/theme/theme.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"
#include "window_views.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QGraphicsView>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace vram;
using namespace vram::test;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSmallest{1280, 720};
constexpr QSize kEnlarged{960, 600}; ///< what a screen of 1920×1200 pixels has at 200 %

QString describe(const QWidget* widget) {
    return QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName() + u' ' +
           widget->property("text").toString();
}

/// The part of a widget that scroll areas and windows leave to be seen, as large as it wants to be.
bool isClipped(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        const int width = label->contentsRect().width();
        const int height = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        return label->height() < height || (!label->wordWrap() && width < label->sizeHint().width());
    }
    if (const auto* list = qobject_cast<const QComboBox*>(&widget)) {
        // The entry that is shown, not the longest of all.
        const int room = list->width() - 30;
        return list->height() < list->minimumSizeHint().height() ||
               list->fontMetrics().horizontalAdvance(list->currentText()) > room;
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
        return line->fontMetrics().horizontalAdvance(line->text()) > line->width() - 8;
    }
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(&widget)) {
        return spin->fontMetrics().horizontalAdvance(spin->text()) > spin->width() - 26;
    }
    const bool ofQt = widget.inherits("QLineEditIconButton"); // a picture, as large as its line is high
    if (qobject_cast<const QAbstractButton*>(&widget) != nullptr && !ofQt) {
        return widget.width() < widget.sizeHint().width() || widget.height() < widget.sizeHint().height();
    }
    return false;
}

/// In a table that is usual, in a text and a panel it is not. Qt's rounding makes a text a pixel too wide.
bool scrollsSideways(const QWidget& widget) {
    const auto* const text = qobject_cast<const QTextEdit*>(&widget);
    const auto* const area = qobject_cast<const QScrollArea*>(&widget);
    return (text != nullptr && text->horizontalScrollBar()->maximum() > 1) ||
           (area != nullptr && area->widget()->width() > area->viewport()->width());
}

/// Beyond the edge of what it lies in. What is scrolled may be, and so may what its neighbours push out of sight.
bool spillsOver(const QWidget& widget) {
    const QWidget& around = *widget.parentWidget();
    const bool scrolled = around.parentWidget() != nullptr && around.parentWidget()->inherits("QAbstractScrollArea");
    const bool control = qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
                         qobject_cast<const QLabel*>(&widget) != nullptr || widget.inherits("QComboBox") ||
                         widget.inherits("QAbstractSpinBox");
    return control && !scrolled && !around.rect().contains(widget.geometry());
}

QStringList clippedTitles(const QWidget& widget) {
    const auto* const header = qobject_cast<const QHeaderView*>(&widget);
    QStringList titles;
    for (int i = 0; header != nullptr && header->orientation() == Qt::Horizontal && i < header->count(); ++i) {
        const QString title = header->model()->headerData(i, Qt::Horizontal).toString();
        if (!header->isSectionHidden(i) && header->sectionSize(i) < header->fontMetrics().horizontalAdvance(title)) {
            titles += title;
        }
    }
    const auto* const tabs = qobject_cast<const QTabBar*>(&widget);
    for (int i = 0; tabs != nullptr && i < tabs->count(); ++i) {
        const bool whole = tabs->rect().contains(tabs->tabRect(i)) &&
                           tabs->tabRect(i).width() > tabs->fontMetrics().horizontalAdvance(tabs->tabText(i));
        titles += whole ? QStringList() : QStringList(tabs->tabText(i));
    }
    return titles;
}

/// What of `top` cannot be read in full, and which of its neighbours lie on each other.
QStringList faultsOf(QWidget& top) {
    QStringList faults;
    for (QWidget* widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &top) {
            continue;
        }
        if (isClipped(*widget)) {
            faults += u"clipped: %1 (%2×%3, wants %4×%5)"_s.arg(describe(widget))
                          .arg(widget->width())
                          .arg(widget->height())
                          .arg(widget->sizeHint().width())
                          .arg(widget->sizeHint().height());
        }
        if (scrollsSideways(*widget)) {
            faults += u"scrolls sideways: "_s + describe(widget);
        }
        if (spillsOver(*widget)) {
            faults += u"beyond its edge: "_s + describe(widget);
        }
        for (const QString& title : clippedTitles(*widget)) {
            faults += u"clipped title: %1 in %2"_s.arg(title, describe(widget));
        }
        for (const QObject* other : widget->parentWidget()->children()) {
            const auto* sibling = qobject_cast<const QWidget*>(other);
            const bool laidOut = sibling != nullptr && sibling != widget && sibling->isVisible() &&
                                 !sibling->isWindow() && widget->parentWidget()->layout() != nullptr &&
                                 widget->parentWidget()->layout()->indexOf(widget) >= 0 &&
                                 widget->parentWidget()->layout()->indexOf(sibling) >= 0;
            if (laidOut && sibling->geometry().intersects(widget->geometry())) {
                faults += u"overlap: "_s + describe(widget) + u" and "_s + describe(sibling);
            }
        }
    }
    return faults;
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theCheckFindsFaults();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void viewsFit_data();
    void viewsFit();
    void elidedLinesSayTheRest();
    void theWindowFitsASmallScreen_data();
    void theWindowFitsASmallScreen();
    void chartColumnsKeepApart_data();
    void chartColumnsKeepApart();
    void barsDoNotMirror();
    void slidersMirror();

private:
    void open(const QString& language, QSize size = kSmallest) {
        LanguageSwitcher::ofApplication().setLanguage(language);
        QCoreApplication::processEvents();
        m_window = std::make_unique<MainWindow>(facts(), *m_settings);
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QCoreApplication::processEvents();
    }
    static void languageRows() {
        QTest::addColumn<QString>("language");
        for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
            QTest::newRow(qPrintable(code)) << code;
        }
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestLayout::init() {
    applyTheme(Theme::Light);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
}

void TestLayout::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    QCoreApplication::processEvents();
}

void TestLayout::theCheckFindsFaults() {
    open(u"en"_s);
    QVERIFY(faultsOf(*m_window).isEmpty());
    m_window->findChild<QAbstractButton*>(u"addCards"_s)->setFixedWidth(30);
    QCoreApplication::processEvents();
    const QStringList faults = faultsOf(*m_window);
    QCOMPARE(faults.size(), 1);
    QVERIFY(faults.front().contains(u"addCards"_s));
}

void TestLayout::nothingIsClipped_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("table");
    QTest::addColumn<bool>("mirrored");
    for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
        QTest::addRow("%s, bars", qPrintable(code)) << code << false << false;
        QTest::addRow("%s, table", qPrintable(code)) << code << true << false;
        QTest::addRow("%s, bars, mirrored", qPrintable(code)) << code << false << true;
        QTest::addRow("%s, table, mirrored", qPrintable(code)) << code << true << true;
    }
}

void TestLayout::nothingIsClipped() {
    QFETCH(QString, language);
    QFETCH(bool, table);
    QFETCH(bool, mirrored);
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    m_settings->setAdvancedOpen(true);
    m_settings->setPlacementOpen(true);
    open(language);
    m_window->comparison().setTableShown(table);
    m_window->comparison().setWhyShown(true);
    m_window->messages().showMessage(MessageBar::Kind::Error, [] { return u"A sentence about a file."_s; });
    // A mixture of experts has the longest lines, a filter one more button.
    m_window->store().edit([](Scenario& scenario) {
        scenario.model = CatalogName{"deepseek-ai/DeepSeek-V3"};
        scenario.context = 131072;
    });
    m_window->store().setVerdictFilter(Verdict::No);
    QCoreApplication::processEvents();
    // Rows that come and go settle in several steps.
    QTRY_VERIFY2(faultsOf(*m_window).isEmpty(), qPrintable(faultsOf(*m_window).join(u'\n')));
    m_window->store().setVerdictFilter(std::nullopt);
    m_window->store().edit([](Scenario& scenario) { scenario.target = {0.001, 10'000.0}; });
    m_window->comparison().setRunShown(true);
    QCoreApplication::processEvents();
    QTRY_VERIFY2(faultsOf(*m_window).isEmpty(), qPrintable(faultsOf(*m_window).join(u'\n')));
    // The runtime with the most options of its own.
    m_window->store().edit([](Scenario& scenario) {
        scenario.runtime = {};
        scenario.runtime.name = "SGLang";
        scenario.weights = "FP8";
        scenario.kvCache = {};
    });
    QCoreApplication::processEvents();
    QVERIFY(m_window->findChild<QWidget*>(u"mem_fraction_staticOption3"_s)->isVisible());
    QTRY_VERIFY2(faultsOf(*m_window).isEmpty(), qPrintable(faultsOf(*m_window).join(u'\n')));
}

void TestLayout::viewsFit_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<std::size_t>("index");
    for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
        for (std::size_t i = 0; i < windowViews().size(); ++i) {
            QTest::addRow("%s, %s", qPrintable(code), windowViews()[i].name) << code << i;
        }
    }
}

void TestLayout::viewsFit() {
    QFETCH(QString, language);
    QFETCH(std::size_t, index);
    const WindowView& view = windowViews()[index];
    open(language, kEnlarged);
    QWidget* const top = view.open(*m_window);
    QVERIFY(top != nullptr);
    QCoreApplication::processEvents();
    const QSize least = top->minimumSizeHint();
    QVERIFY2(least.width() <= kEnlarged.width() && least.height() <= kEnlarged.height(),
             qPrintable(u"%1×%2"_s.arg(least.width()).arg(least.height())));
    for (const QSize size : {kEnlarged, kSmallest}) {
        // A dialog is as large as it likes; one that is cut to the screen of the tests may have more.
        if (!view.dialog || top->width() >= top->screen()->availableSize().width()) {
            top->resize(size);
            QCoreApplication::processEvents();
            QCOMPARE(top->size(), size);
        }
        // A layout whose height depends on its width settles in several steps.
        QTRY_VERIFY2(faultsOf(*top).isEmpty(), qPrintable(faultsOf(*top).join(u'\n')));
    }
}

void TestLayout::elidedLinesSayTheRest() {
    open(u"en"_s);
    m_window->store().edit([](Scenario& scenario) {
        scenario.model = CatalogName{"deepseek-ai/DeepSeek-V3"};
        scenario.context = 400000; // more to remark than one line can hold
    });
    m_window->resize(m_window->minimumSizeHint());
    QCoreApplication::processEvents();
    int elided = 0;
    for (auto* label : m_window->findChildren<ElidedLabel*>()) {
        if (label->isVisible() && label->isElided()) {
            ++elided;
            QVERIFY(label->toolTipText().contains(label->text()) || label->toolTipText().contains(u'\n'));
        }
    }
    QVERIFY(elided > 0);
}

void TestLayout::theWindowFitsASmallScreen_data() { languageRows(); }

void TestLayout::theWindowFitsASmallScreen() {
    QFETCH(QString, language);
    m_settings->setAdvancedOpen(true);
    m_settings->setPlacementOpen(true);
    open(language);
    m_window->comparison().setWhyShown(true);
    m_window->resize(kEnlarged);
    for (const bool table : {false, true}) {
        m_window->comparison().setTableShown(table);
        QCoreApplication::processEvents();
        const QSize least = m_window->minimumSizeHint();
        QVERIFY2(least.width() <= kEnlarged.width() && least.height() <= kEnlarged.height(),
                 qPrintable(u"%1×%2"_s.arg(least.width()).arg(least.height())));
        QCOMPARE(m_window->size(), kEnlarged);
    }
}

void TestLayout::chartColumnsKeepApart_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
        for (const QSize size : {kSmallest, QSize(1920, 1080), QSize(2560, 1440), QSize(3840, 2160)}) {
            QTest::addRow("%s, %dx%d", qPrintable(code), size.width(), size.height()) << code << size;
        }
    }
}

void TestLayout::chartColumnsKeepApart() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    open(language, size);
    const ChartScene& scene = m_window->comparison().chart().scene();
    const ChartGeometry& geometry = scene.geometry();
    QVERIFY(!scene.data().rows.empty());
    const QFontMetricsF metrics(m_window->comparison().chart().font());
    for (std::size_t i = 0; i < geometry.rows; ++i) {
        const ChartRow& row = scene.data().rows[i];
        QVERIFY(geometry.label(i).right() <= geometry.bar(i).left());
        QVERIFY(geometry.bar(i).right() <= geometry.total(i).left());
        QVERIFY(geometry.total(i).right() <= geometry.icon(i).left());
        QVERIFY(geometry.icon(i).right() <= geometry.verdict(i).left());
        QVERIFY(geometry.verdict(i).right() <= geometry.width);
        QVERIFY(geometry.speedWidth > 0); // there is room for it in every language
        QVERIFY(geometry.verdict(i).right() <= geometry.speed(i).left());
        QVERIFY(geometry.speed(i).right() <= geometry.width);
        QVERIFY(metrics.horizontalAdvance(row.speedText) <= geometry.speed(i).width() + 1);
        QVERIFY(metrics.horizontalAdvance(row.label) <= geometry.label(i).width() + 1);
        QVERIFY(metrics.horizontalAdvance(row.totalText) <= geometry.total(i).width() + 1);
        QVERIFY(metrics.horizontalAdvance(row.verdictText) <= geometry.verdict(i).width() + 1);
    }
}

void TestLayout::barsDoNotMirror() {
    open(u"en"_s);
    const auto picture = [this] { return m_window->comparison().chart().grab().toImage(); };
    m_window->comparison().chart().setFixedSize(860, 480);
    QCoreApplication::processEvents();
    const QImage usual = picture();
    ExportOptions options;
    options.version = u"1"_s;
    const QImage exported = renderChart(m_window->store().snapshot(), options);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->findChild<QMenuBar*>()->layoutDirection(), Qt::RightToLeft);
    // Figures grow to the right in every language: bars, axis, labels and legend stay as they are, to the pixel.
    QCOMPARE(picture(), usual);
    QCOMPARE(renderChart(m_window->store().snapshot(), options), exported);
}

void TestLayout::slidersMirror() {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    open(u"en"_s);
    auto* const slider = m_window->findChild<StopSlider*>(u"contextSlider"_s);
    slider->setValue(slider->minimum());
    QVERIFY(slider->handleRect().center().x() > slider->width() / 2);
    slider->setValue(slider->maximum());
    QVERIFY(slider->handleRect().center().x() < slider->width() / 2);
    // The mark of the model's limit mirrors with the handle: it lies where the handle would be.
    for (const int stop : {0, 10, 20}) {
        slider->setValue(stop);
        const int middle = slider->handleRect().center().x();
        QVERIFY(std::abs(slider->pixelOf(slider->number()) - middle) <= 2);
    }
    auto* const panel = m_window->findChild<QWidget*>(u"modelPicker"_s);
    QVERIFY(panel->mapTo(m_window.get(), QPoint()).x() > m_window->width() / 2);
}

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
