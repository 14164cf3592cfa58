// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/band/elided_label.h"
#include "ui/chart/bar_chart.h"
#include "ui/chart/chart_scene.h"
#include "ui/language/language_switcher.h"
#include "ui/theme/theme.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"
#include "window_views.h"

#include <QAbstractButton>
#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QGraphicsView>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>

#include <map>

using namespace vram;
using namespace vram::test;
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

using Colours = std::map<QRgb, int>; ///< with how many pixels have them

Colours coloursWithin(const QImage& image, const QRect& place) {
    Colours colours;
    const QRect area = QRect(place.topLeft() * kScale, place.size() * kScale) & image.rect();
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            ++colours[image.pixel(x, y)];
        }
    }
    return colours;
}

/// What is there most.
QColor groundOf(const Colours& colours) {
    return QColor::fromRgb(
        std::ranges::max_element(colours, {}, [](const auto& entry) { return entry.second; })->first);
}

/// What stands out most from the ground is the ink.
double contrastWithin(const QImage& image, const QRect& place) {
    const Colours colours = coloursWithin(image, place);
    const QColor ground = groundOf(colours);
    double best = 1;
    for (const auto& [colour, count] : colours) {
        // A few pixels are noise, strokes are not.
        if (count >= 2 * kScale) {
            best = std::max(best, contrastRatio(QColor::fromRgb(colour), ground));
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

/// What is found faint, and how much was looked at.
struct Faint {
    QStringList faults;
    int seen = 0;

    void look(const QImage& image, const QRect& place, const QString& what, double least = kText) {
        ++seen;
        if (const double contrast = contrastWithin(image, place); contrast < least) {
            faults += u"%1: %2"_s.arg(what).arg(contrast);
        }
    }
};

void lookAtCells(const QAbstractItemView& view, const QWidget& top, const QImage& image, Faint& faint) {
    const QRect sight = view.viewport()->rect();
    const QPoint origin = view.viewport()->mapTo(&top, QPoint());
    for (int row = 0; view.model() != nullptr && row < view.model()->rowCount(); ++row) {
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const QModelIndex index = view.model()->index(row, column);
            const QRect cell = view.visualRect(index).adjusted(2, 2, -2, -2);
            const bool shown = cell.isValid() && sight.contains(cell) && !index.data().toString().isEmpty();
            if (shown && index.flags().testFlag(Qt::ItemIsEnabled)) {
                faint.look(image, cell.translated(origin), u"cell "_s + index.data().toString());
            }
        }
    }
}

void lookAtTitles(const QHeaderView& header, const QWidget& top, const QImage& image, Faint& faint) {
    const QPoint origin = header.viewport()->mapTo(&top, QPoint());
    for (int i = 0; i < header.count() && header.orientation() == Qt::Horizontal; ++i) {
        const QRect place(header.sectionViewportPosition(i) + 2, 2, header.sectionSize(i) - 4, header.height() - 4);
        const QString title = header.model()->headerData(i, Qt::Horizontal).toString();
        if (!header.isSectionHidden(i) && !title.isEmpty() && header.viewport()->rect().contains(place)) {
            faint.look(image, place.translated(origin), u"title "_s + title);
        }
    }
}

/// Each format's colour on the ground of its lines. What has no letter or figure is a swatch.
void lookAtDocument(const QTextEdit& text, const QWidget& top, const QImage& image, Faint& faint) {
    static const QRegularExpression letters(u"[\\p{L}\\p{N}]"_s);
    const QRect sight = text.viewport()->rect().translated(text.viewport()->mapTo(&top, QPoint()));
    const QPoint scrolled(text.horizontalScrollBar()->value(), text.verticalScrollBar()->value());
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
        const QRectF place = text.document()->documentLayout()->blockBoundingRect(block);
        const QRect lines = place.toAlignedRect().translated(sight.topLeft() - scrolled) & sight;
        for (auto part = block.begin(); !part.atEnd() && !lines.isEmpty(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            const bool coloured = format.foreground().style() != Qt::NoBrush;
            const QColor ink = coloured ? format.foreground().color() : text.palette().color(QPalette::Text);
            if (!part.fragment().text().contains(letters)) {
                continue;
            }
            ++faint.seen;
            if (const double contrast = contrastRatio(ink, groundOf(coloursWithin(image, lines))); contrast < kText) {
                faint.faults += u"text %1: %2"_s.arg(part.fragment().text()).arg(contrast);
            }
        }
    }
}

/// What is out of sight, wholly or in part, has no colours to look at.
bool isScrolledAway(const QWidget& widget) {
    for (const QWidget* inner = &widget; !inner->isWindow(); inner = inner->parentWidget()) {
        const QWidget* const around = inner->parentWidget();
        if (!around->rect().contains(QRect(widget.mapTo(around, QPoint()), widget.size()))) {
            return true;
        }
    }
    return false;
}

Faint faintTexts(QWidget& top) {
    const QImage image = pictureOf(top);
    Faint faint;
    for (const QWidget* widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != &top || isScrolledAway(*widget)) {
            continue;
        }
        const QPoint origin = widget->mapTo(&top, QPoint());
        if (const QRect text = textPlace(*widget); !text.isEmpty()) {
            const bool large = widget->font().pointSizeF() >= 14 && widget->font().bold();
            faint.look(image, text.translated(origin),
                       QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u' ' +
                           widget->property("text").toString(),
                       large ? kLarge : kText);
        }
        if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
            lookAtTitles(*header, top, image, faint);
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
            lookAtCells(*view, top, image, faint);
        } else if (const auto* text = qobject_cast<const QTextEdit*>(widget)) {
            lookAtDocument(*text, top, image, faint);
        } else if (const auto* plain = qobject_cast<const QPlainTextEdit*>(widget)) {
            faint.look(image, plain->viewport()->rect().translated(plain->viewport()->mapTo(&top, QPoint())),
                       plain->toPlainText());
        }
        const auto* const tabs = qobject_cast<const QTabBar*>(widget);
        for (int i = 0; tabs != nullptr && i < tabs->count(); ++i) {
            faint.look(image, tabs->tabRect(i).adjusted(4, 4, -4, -4).translated(origin), tabs->tabText(i));
        }
    }
    return faint;
}

} // namespace

class TestContrast : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void viewsAreReadable_data();
    void viewsAreReadable();
    void textsOfVerdictsAreReadable_data();
    void textsOfVerdictsAreReadable();
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

void TestContrast::viewsAreReadable_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<std::size_t>("index");
    for (const bool dark : {false, true}) {
        for (std::size_t i = 0; i < windowViews().size(); ++i) {
            QTest::addRow("%s, %s", dark ? "dark" : "light", windowViews()[i].name) << dark << i;
        }
    }
}

void TestContrast::viewsAreReadable() {
    QFETCH(bool, dark);
    QFETCH(std::size_t, index);
    applyTheme(dark ? Theme::Dark : Theme::Light);
    QWidget* const top = windowViews()[index].open(*m_window);
    QVERIFY(top != nullptr);
    QCoreApplication::processEvents();
    const Faint faint = faintTexts(*top);
    QVERIFY2(faint.faults.isEmpty(), qPrintable(faint.faults.join(u'\n')));
    QVERIFY2(faint.seen >= (top == m_window.get() ? 20 : 3), qPrintable(QString::number(faint.seen)));
}

void TestContrast::textsOfVerdictsAreReadable_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("table");
    for (const bool dark : {false, true}) {
        for (const bool table : {false, true}) {
            QTest::addRow("%s, %s", dark ? "dark" : "light", table ? "table" : "bars") << dark << table;
        }
    }
}

void TestContrast::textsOfVerdictsAreReadable() {
    QFETCH(bool, dark);
    QFETCH(bool, table);
    applyTheme(dark ? Theme::Dark : Theme::Light);
    // Every kind of verdict and remark: a chip that filters, a warning, an error in the message bar.
    m_window->comparison().setTableShown(table);
    m_window->comparison().setWhyShown(true);
    m_window->store().edit([](Scenario& scenario) { scenario.context = 131072; });
    m_window->messages().showMessage(MessageBar::Kind::Error, [] { return u"A sentence about a file."_s; });
    QCoreApplication::processEvents();
    QStringList faults = faintTexts(*m_window).faults;
    for (int verdict = 0; verdict < 4; ++verdict) {
        m_window->store().setVerdictFilter(static_cast<Verdict>(verdict));
        m_window->messages().showMessage(MessageBar::Kind::Information, [] { return u"All is well."_s; });
        QCoreApplication::processEvents();
        faults += faintTexts(*m_window).faults;
    }
    // All of the other drawer, with targets that are missed.
    m_window->store().setVerdictFilter(std::nullopt);
    m_window->store().edit([](Scenario& scenario) { scenario.target = {0.001, 10'000.0}; });
    m_window->comparison().setRunShown(true);
    m_window->resize(1920, 1600);
    QCoreApplication::processEvents();
    const Faint last = faintTexts(*m_window);
    faults += last.faults;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(last.seen >= 20, qPrintable(QString::number(last.seen)));
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
    const QStringList faults = faintTexts(*m_window).faults;
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
