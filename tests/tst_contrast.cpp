// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/band/elided_label.h"
#include "ui/chart/bar_chart.h"
#include "ui/chart/chart_scene.h"
#include "ui/language/language_switcher.h"
#include "ui/theme/theme.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QGraphicsView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

// WCAG 2.1: 1.4.3 for text, and for large text; 1.4.11 for what is needed to make out a control.
constexpr double kText = 4.5;
constexpr double kLarge = 3.0;
constexpr double kGraphics = 3.0;
constexpr int kScale = 3; ///< so that strokes are wider than their smoothed edges

QImage pictureOf(QWidget& widget) {
    QImage image(widget.size() * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    widget.render(&image);
    return image;
}

/// What is there most is the ground; what stands out most from it is the ink.
double contrastWithin(const QImage& image, const QRect& place) {
    std::map<QRgb, int> colours;
    const QRect area = QRect(place.topLeft() * kScale, place.size() * kScale) & image.rect();
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            ++colours[image.pixel(x, y)];
        }
    }
    const auto ground = std::ranges::max_element(colours, {}, [](const auto& entry) { return entry.second; });
    double best = 1;
    for (const auto& [colour, count] : colours) {
        // A few pixels are noise, strokes are not.
        if (count >= 2 * kScale) {
            best = std::max(best, contrastRatio(QColor::fromRgb(colour), QColor::fromRgb(ground->first)));
        }
    }
    return best;
}

/// The part of a widget that holds text alone; empty where it shows none.
QRect textPlace(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        // A space alone keeps the place of a text.
        return label->text().trimmed().isEmpty() ? QRect() : label->contentsRect();
    }
    if (const auto* label = qobject_cast<const ElidedLabel*>(&widget)) {
        return label->text().isEmpty() ? QRect() : label->rect();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        return button->text().isEmpty() ? QRect() : button->rect().adjusted(4, 4, -4, -4);
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
        return line->text().isEmpty() && line->placeholderText().isEmpty() ? QRect()
                                                                           : line->rect().adjusted(4, 4, -4, -4);
    }
    if (const auto* list = qobject_cast<const QComboBox*>(&widget)) {
        return list->rect().adjusted(4, 4, -24, -4);
    }
    return {};
}

QStringList faintTexts(QWidget& top, int& seen) {
    const QImage image = pictureOf(top);
    QStringList faults;
    for (const QWidget* widget : top.findChildren<QWidget*>()) {
        const QRect text = textPlace(*widget);
        if (text.isEmpty() || !widget->isVisible() || !widget->isEnabled() || widget->window() != &top) {
            continue;
        }
        ++seen;
        const bool large = widget->font().pointSizeF() >= 14 && widget->font().bold();
        const double contrast = contrastWithin(image, text.translated(widget->mapTo(&top, QPoint())));
        if (contrast < (large ? kLarge : kText)) {
            faults += u"%1 %2 %3: %4"_s
                          .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                               widget->property("text").toString())
                          .arg(contrast);
        }
    }
    for (const auto* view : top.findChildren<QTableView*>()) {
        const QRect sight = view->viewport()->rect();
        for (int row = 0; view->isVisible() && row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                const QModelIndex index = view->model()->index(row, column);
                const QRect cell = view->visualRect(index).adjusted(2, 2, -2, -2);
                if (!cell.isValid() || !sight.contains(cell) || index.data().toString().isEmpty()) {
                    continue;
                }
                ++seen;
                const QPoint origin = view->viewport()->mapTo(&top, QPoint());
                const double contrast = contrastWithin(image, cell.translated(origin));
                if (contrast < kText) {
                    faults += u"cell %1: %2"_s.arg(index.data().toString()).arg(contrast);
                }
            }
        }
    }
    return faults;
}

} // namespace

class TestContrast : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void textsAreReadable_data();
    void textsAreReadable();
    void textsOfTheBarsAreReadable_data() { themes(); }
    void textsOfTheBarsAreReadable();
    void controlsAreMadeOut_data() { themes(); }
    void controlsAreMadeOut();
    void theCheckFindsFaintText();

private:
    static void themes() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestContrast::init() {
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    m_settings->setAdvancedOpen(true);
    m_settings->setPlacementOpen(true);
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->resize(1280, 1400); // all rows of the panel in sight
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestContrast::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
    applyTheme(Theme::Light);
}

void TestContrast::textsAreReadable_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("action");
    for (const bool dark : {false, true}) {
        for (const QString& action : {QString(), u"table"_s, u"preferencesAction"_s, u"addCardsAction"_s,
                                      u"machineAction"_s, u"shortcutsAction"_s, u"aboutAction"_s}) {
            QTest::addRow("%s, %s", dark ? "dark" : "light", qPrintable(action)) << dark << action;
        }
    }
}

void TestContrast::textsAreReadable() {
    QFETCH(bool, dark);
    QFETCH(QString, action);
    applyTheme(dark ? Theme::Dark : Theme::Light);
    QWidget* top = m_window.get();
    int least = 20;
    if (action.endsWith(u"Action"_s)) {
        m_window->findChild<QAction*>(action)->trigger();
        for (auto* dialog : m_window->findChildren<QDialog*>()) {
            top = dialog->isVisible() ? dialog : top;
        }
        QVERIFY(top != m_window.get());
        QVERIFY(QTest::qWaitForWindowExposed(top));
        least = 3;
    } else {
        // Every kind of verdict and remark: a chip that filters, a warning, an error in the message bar.
        m_window->comparison().setTableShown(!action.isEmpty());
        m_window->comparison().setWhyShown(true);
        m_window->store().edit([](Scenario& scenario) { scenario.context = 131072; });
        m_window->messages().showMessage(MessageBar::Kind::Error, [] { return u"A sentence about a file."_s; });
    }
    QCoreApplication::processEvents();
    int seen = 0;
    QStringList faults = faintTexts(*top, seen);
    if (top == m_window.get()) {
        for (int verdict = 0; verdict < 4; ++verdict) {
            m_window->store().setVerdictFilter(static_cast<Verdict>(verdict));
            m_window->messages().showMessage(MessageBar::Kind::Information, [] { return u"All is well."_s; });
            QCoreApplication::processEvents();
            faults += faintTexts(*top, seen);
        }
        // All of the other drawer, with targets that are missed.
        m_window->store().setVerdictFilter(std::nullopt);
        m_window->store().edit([](Scenario& scenario) { scenario.target = {0.001, 10'000.0}; });
        m_window->comparison().setRunShown(true);
        m_window->resize(1920, 1600);
        QCoreApplication::processEvents();
        faults += faintTexts(*top, seen);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(seen >= least, qPrintable(QString::number(seen)));
}

void TestContrast::textsOfTheBarsAreReadable() {
    QFETCH(bool, dark);
    applyTheme(dark ? Theme::Dark : Theme::Light);
    QCoreApplication::processEvents();
    BarChart& chart = m_window->comparison().chart();
    const ChartGeometry& geometry = chart.scene().geometry();
    const QImage image = pictureOf(chart);
    const QPoint origin = chart.view().viewport()->mapTo(&chart, QPoint());
    for (std::size_t row = 0; row < geometry.rows; ++row) {
        for (const QRectF& place : {geometry.label(row), geometry.total(row), geometry.verdict(row)}) {
            const double contrast = contrastWithin(image, place.toRect().adjusted(0, 6, 0, -6).translated(origin));
            QVERIFY2(contrast >= kText, qPrintable(u"row %1: %2"_s.arg(row).arg(contrast)));
        }
        // The figure on the weights.
        const auto span = segmentSpan(chart.scene().data(), geometry, {row, MemoryPart::Weights});
        QVERIFY(span.has_value());
        const QRectF bar = geometry.bar(row);
        const QRectF weights(span->left + 8, bar.top() + 4, span->right - span->left - 28, bar.height() - 8);
        const double contrast = contrastWithin(image, weights.toRect().translated(origin));
        QVERIFY2(contrast >= kText, qPrintable(u"weights of %1: %2"_s.arg(row).arg(contrast)));
    }
}

void TestContrast::controlsAreMadeOut() {
    QFETCH(bool, dark);
    applyTheme(dark ? Theme::Dark : Theme::Light);
    QCoreApplication::processEvents();
    const QImage image = pictureOf(*m_window);
    const QColor window = themePalette(dark).color(QPalette::Window);
    int seen = 0;
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool field =
            qobject_cast<const QLineEdit*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr ||
            qobject_cast<const QAbstractSpinBox*>(widget) != nullptr || qobject_cast<const QSlider*>(widget) != nullptr;
        if (!field || !widget->isVisible() || widget->parentWidget()->inherits("QAbstractSpinBox") ||
            widget->parentWidget()->inherits("QComboBox")) {
            continue;
        }
        // An outline all the way down its middle: the field is told from the window.
        const QRect place(widget->mapTo(m_window.get(), QPoint()) * kScale, widget->size() * kScale);
        double best = 1;
        for (int y = place.top(); y <= place.bottom(); ++y) {
            best = std::max(best, contrastRatio(image.pixelColor(place.center().x(), y), window));
        }
        QVERIFY2(best >= kGraphics, qPrintable(widget->objectName() + u": "_s + QString::number(best)));
        ++seen;
    }
    QVERIFY(seen >= 15);
    const ThemeColours& colours = themeColours(dark);
    const QPalette palette = themePalette(dark);
    for (const QColor& ground : {window, palette.color(QPalette::Base), palette.color(QPalette::AlternateBase),
                                 palette.color(QPalette::Button), colours.rowHighlight, colours.background}) {
        QVERIFY2(contrastRatio(colours.focus, ground) >= kGraphics, qPrintable(ground.name()));
    }
    for (const QColor& ground : {window, palette.color(QPalette::Base), colours.background}) {
        QVERIFY2(contrastRatio(colours.border, ground) >= kGraphics, qPrintable(ground.name()));
    }
    // The range below a bar, the line above what does not fit, and the mark of a model's limit.
    for (const QColor& ground : {colours.background, colours.rowHighlight}) {
        QVERIFY(contrastRatio(colours.mutedText, ground) >= kGraphics);
        QVERIFY(contrastRatio(colours.usableMark, ground) >= kGraphics);
        for (int verdict = 0; verdict < 5; ++verdict) {
            QVERIFY(contrastRatio(verdictColour(static_cast<Verdict>(verdict), dark), ground) >= kGraphics);
        }
    }
    QVERIFY(contrastRatio(verdictColour(Verdict::Tight, dark), window) >= kGraphics);
}

void TestContrast::theCheckFindsFaintText() {
    auto* const label = m_window->findChild<ElidedLabel*>(u"verdictScenario"_s);
    label->setColour(QColor(0xB0, 0xB0, 0xB0)); // 2:1 on the window
    int seen = 0;
    const QStringList faults = faintTexts(*m_window, seen);
    QCOMPARE(faults.size(), 1);
    QVERIFY(faults.front().contains(u"verdictScenario"_s));
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    applyTheme(Theme::Light); // before there is a widget, as in the program
    TestContrast test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_contrast.moc"
