// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <set>

using namespace vram;
using namespace vram::ui;

namespace {

// WCAG 2.1: 1.4.3 for text, 1.4.11 for graphics.
constexpr double kText = 4.5;
constexpr double kGraphics = 3.0;

QColor over(const QColor& upper, const QColor& lower) {
    const float alpha = upper.alphaF();
    return QColor::fromRgbF(upper.redF() * alpha + lower.redF() * (1 - alpha),
                            upper.greenF() * alpha + lower.greenF() * (1 - alpha),
                            upper.blueF() * alpha + lower.blueF() * (1 - alpha));
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void contrastIsWcags();
    void segmentColoursAreTheDesigns();
    void labelsAreReadableOnTheirSegments();
    void separatorsStandOut();
    void textIsReadable_data();
    void textIsReadable();
    void verdictsDifferInShape();
    void applyingSwitchesThePalette();
};

void ThemeTest::contrastIsWcags() {
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    // #767676 is the lightest grey that passes AA on white: 4.54
    QVERIFY(std::abs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.005);
}

void ThemeTest::segmentColoursAreTheDesigns() {
    const std::array<const char*, kMemoryParts> expected{"#0072b2", "#e69f00", "#f0e442", "#009e73",
                                                         "#8c8c8c", "#cc79a7", "#d55e00", "#56b4e9"};
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        QCOMPARE(partColour(static_cast<MemoryPart>(i)).name(), QString::fromLatin1(expected.at(i)));
    }
}

void ThemeTest::labelsAreReadableOnTheirSegments() {
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        const auto part = static_cast<MemoryPart>(i);
        QVERIFY(contrastRatio(partColour(part), partLabelColour(part)) >= kText);
    }
}

void ThemeTest::separatorsStandOut() {
    for (const bool dark : {false, true}) {
        for (std::size_t i = 0; i < kMemoryParts; ++i) {
            QVERIFY(contrastRatio(partColour(static_cast<MemoryPart>(i)), themeColours(dark).separator) >= kGraphics);
        }
        QVERIFY(contrastRatio(themeColours(dark).usableMark, themeColours(dark).background) >= kGraphics);
        QVERIFY(contrastRatio(themeColours(dark).border, themePalette(dark).color(QPalette::Window)) >= kGraphics);
    }
}

void ThemeTest::textIsReadable_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background");
    for (const bool dark : {false, true}) {
        const char* const theme = dark ? "dark" : "light";
        const QPalette palette = themePalette(dark);
        const ThemeColours& colours = themeColours(dark);
        const QColor window = palette.color(QPalette::Window);
        const QColor track = over(colours.track, colours.background);
        for (const auto& [name, background] :
             {std::pair{"window", window}, std::pair{"chart", colours.background},
              std::pair{"focused row", colours.rowHighlight}, std::pair{"track", track},
              std::pair{"focused track", over(colours.track, colours.rowHighlight)}}) {
            QTest::addRow("%s: text on %s", theme, name) << colours.text << background;
            QTest::addRow("%s: muted on %s", theme, name) << colours.mutedText << background;
        }
        for (int i = 0; i < 5; ++i) {
            const QColor verdict = verdictColour(static_cast<Verdict>(i), dark);
            QTest::addRow("%s: verdict %d on window", theme, i) << verdict << window;
            QTest::addRow("%s: verdict %d on chart", theme, i) << verdict << colours.background;
            QTest::addRow("%s: verdict %d on the focused row", theme, i) << verdict << colours.rowHighlight;
        }
        for (const auto& [name, front, back] : {std::tuple{"window", QPalette::WindowText, QPalette::Window},
                                                std::tuple{"field", QPalette::Text, QPalette::Base},
                                                std::tuple{"alternate", QPalette::Text, QPalette::AlternateBase},
                                                std::tuple{"button", QPalette::ButtonText, QPalette::Button},
                                                std::tuple{"selection", QPalette::HighlightedText, QPalette::Highlight},
                                                std::tuple{"tooltip", QPalette::ToolTipText, QPalette::ToolTipBase},
                                                std::tuple{"placeholder", QPalette::PlaceholderText, QPalette::Base},
                                                std::tuple{"link", QPalette::Link, QPalette::Window}}) {
            QTest::addRow("%s: palette %s", theme, name) << palette.color(front) << palette.color(back);
        }
    }
}

void ThemeTest::textIsReadable() {
    QFETCH(QColor, text);
    QFETCH(QColor, background);
    const double ratio = contrastRatio(text, background);
    QVERIFY2(ratio >= kText, qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), background.name()).arg(ratio)));
}

void ThemeTest::verdictsDifferInShape() {
    // Without colour: the silhouettes of the signs must differ too.
    std::set<QByteArray> shapes;
    for (int i = 0; i < 5; ++i) {
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintVerdictIcon(painter, QRectF(0, 0, 32, 32), static_cast<Verdict>(i), false);
        painter.end();
        QByteArray shape;
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                shape += pixel.alpha() < 128 ? ' ' : (pixel.lightness() > 200 ? '#' : '.');
            }
        }
        QVERIFY(shape.contains('#'));
        QVERIFY(shape.contains('.'));
        shapes.insert(shape);
    }
    QCOMPARE(shapes.size(), std::size_t{5});
}

void ThemeTest::applyingSwitchesThePalette() {
    applyTheme(Theme::Dark);
    QVERIFY(isDark(QApplication::palette()));
    applyTheme(Theme::Light);
    QVERIFY(!isDark(QApplication::palette()));
    applyTheme(Theme::System); // no portal here: what the platform gave at the start
    QVERIFY(!isDark(QApplication::palette()));
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
