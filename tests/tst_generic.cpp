// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/catalog/catalog.h"
#include "core/model/generic.h"
#include "core/model/inventory.h"

#include <cmath>

using namespace vram;

namespace {

std::vector<std::int64_t> sizes(double step) {
    std::vector<std::int64_t> list;
    for (double size = 1e8; size < 2e12; size *= step) {
        list.push_back(std::llround(size));
    }
    list.push_back(kGenericMost);
    return list;
}

std::int64_t widthOf(const Architecture& architecture) {
    return std::get<DenseFeedForward>(architecture.blocks.front().feedForward).width;
}

} // namespace

class TestGeneric : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_load = loadCatalog(); }
    void countIsExact_data();
    void countIsExact();
    void growsWithoutStepsBack_data() { supports(); }
    void growsWithoutStepsBack();
    void ratiosArePlausible_data() { supports(); }
    void ratiosArePlausible();
    void isNearPublishedModels_data();
    void isNearPublishedModels();
    void sizesOutsideTheRangeAreClamped();

private:
    void supports() {
        QTest::addColumn<bool>("shipped");
        QTest::newRow("the catalogue's models") << true;
        QTest::newRow("no catalogue") << false;
    }
    [[nodiscard]] std::span<const ShapePoint> points(bool shipped) const {
        return shipped ? std::span<const ShapePoint>(m_load.catalog->shapePoints()) : std::span<const ShapePoint>{};
    }
    CatalogLoad m_load;
};

void TestGeneric::countIsExact_data() {
    QTest::addColumn<qint64>("parameters");
    for (const qint64 n : {100'000'000LL, 100'000'001LL, 123'456'789LL, 500'000'000LL, 999'999'999LL, 1'000'000'007LL,
                           6'738'415'616LL, 7'000'000'000LL, 13'000'000'001LL, 70'553'706'496LL, 405'000'000'000LL,
                           1'000'000'000'039LL, 2'000'000'000'000LL}) {
        QTest::newRow(qPrintable(QString::number(n))) << n;
    }
}

void TestGeneric::countIsExact() {
    QFETCH(qint64, parameters);
    for (const bool shipped : {true, false}) {
        for (std::int64_t n = parameters; n <= std::min<std::int64_t>(parameters + 2, kGenericMost); ++n) {
            const Architecture architecture = genericArchitecture(n, points(shipped));
            QCOMPARE(parameterCount(architecture), n);
            QVERIFY(architecture.remainder >= 0);
            QVERIFY(architecture.remainder * 10'000 < n);
        }
    }
}

void TestGeneric::growsWithoutStepsBack() {
    QFETCH(bool, shipped);
    std::int64_t layers = 0;
    std::int64_t hidden = 0;
    std::int64_t cached = 0;
    for (const std::int64_t n : sizes(1.01)) {
        const Architecture architecture = genericArchitecture(n, points(shipped));
        QCOMPARE(parameterCount(architecture), n);
        QVERIFY(architecture.layerCount() >= layers);
        QVERIFY(architecture.hiddenSize >= hidden);
        // no jump that a slider would show as a leap
        QVERIFY(layers == 0 || architecture.layerCount() <= layers + 2);
        QVERIFY(hidden == 0 || static_cast<double>(architecture.hiddenSize) <= static_cast<double>(hidden) * 1.26);
        const std::int64_t keyWidth = std::get<GroupedAttention>(architecture.blocks[0].attention).keyWidth();
        QVERIFY(keyWidth >= cached);
        layers = architecture.layerCount();
        hidden = architecture.hiddenSize;
        cached = keyWidth;
    }
}

void TestGeneric::ratiosArePlausible() {
    QFETCH(bool, shipped);
    for (const std::int64_t n : sizes(1.03)) {
        const Architecture architecture = genericArchitecture(n, points(shipped));
        const auto& attention = std::get<GroupedAttention>(architecture.blocks[0].attention);
        QCOMPARE(attention.heads % attention.kvHeads, std::int64_t{0});
        QVERIFY(attention.headDim == 128 || (attention.headDim == 64 && architecture.hiddenSize < 1024));
        QCOMPARE(architecture.hiddenSize % 128, std::int64_t{0});
        QCOMPARE(widthOf(architecture) % 256, std::int64_t{0});
        const double ratio = static_cast<double>(widthOf(architecture)) / static_cast<double>(architecture.hiddenSize);
        QVERIFY2(ratio >= 2 && ratio <= 5.5, qPrintable(QString::number(ratio)));
        const double queries =
            static_cast<double>(attention.queryWidth()) / static_cast<double>(architecture.hiddenSize);
        QVERIFY(queries >= 0.6 && queries <= 1.7);
        QVERIFY(architecture.vocabSize >= 32'000 && architecture.vocabSize <= 262'144);
        for (std::int64_t layer = 1; layer < architecture.layerCount(); ++layer) {
            const std::int64_t difference =
                widthOf(architecture) - std::get<DenseFeedForward>(architecture.layer(layer).feedForward).width;
            QVERIFY(difference == 0 || difference == -256);
        }
    }
}

void TestGeneric::isNearPublishedModels_data() {
    QTest::addColumn<qint64>("parameters");
    QTest::addColumn<qint64>("layers");
    QTest::addColumn<qint64>("hidden");
    // config.json of Qwen3-0.6B, Llama-3.2-3B, Llama-3.1-8B, Qwen3-14B, Qwen3-32B, Llama-3.1-70B and 405B
    QTest::newRow("0.6B") << qint64{596'049'920} << qint64{28} << qint64{1024};
    QTest::newRow("3B") << qint64{3'212'749'824} << qint64{28} << qint64{3072};
    QTest::newRow("8B") << qint64{8'030'261'248} << qint64{32} << qint64{4096};
    QTest::newRow("14B") << qint64{14'768'307'200} << qint64{40} << qint64{5120};
    QTest::newRow("32B") << qint64{32'762'123'264} << qint64{64} << qint64{5120};
    QTest::newRow("70B") << qint64{70'553'706'496} << qint64{80} << qint64{8192};
    QTest::newRow("405B") << qint64{405'853'388'800} << qint64{126} << qint64{16384};
}

void TestGeneric::isNearPublishedModels() {
    QFETCH(qint64, parameters);
    QFETCH(qint64, layers);
    QFETCH(qint64, hidden);
    const Architecture architecture = genericArchitecture(parameters, points(true));
    const double depth = static_cast<double>(architecture.layerCount()) / static_cast<double>(layers);
    const double width = static_cast<double>(architecture.hiddenSize) / static_cast<double>(hidden);
    QVERIFY2(depth > 0.7 && depth < 1.4, qPrintable(QString::number(depth)));
    QVERIFY2(width > 0.7 && width < 1.4, qPrintable(QString::number(width)));
}

void TestGeneric::sizesOutsideTheRangeAreClamped() {
    QCOMPARE(parameterCount(genericArchitecture(0, {})), kGenericLeast);
    QCOMPARE(parameterCount(genericArchitecture(-7, {})), kGenericLeast);
    QCOMPARE(parameterCount(genericArchitecture(std::numeric_limits<std::int64_t>::max(), {})), kGenericMost);
    // degenerate support points are ignored
    const std::vector<ShapePoint> bad(3);
    QCOMPARE(parameterCount(genericArchitecture(8'000'000'000, bad)), std::int64_t{8'000'000'000});
}

QTEST_APPLESS_MAIN(TestGeneric)
#include "tst_generic.moc"
