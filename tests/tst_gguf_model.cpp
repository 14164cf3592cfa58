// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/memory/cache.h"
#include "core/source/gguf/gguf_model.h"
#include "gguf_of_model.h"
#include "measured_cases.h"

using namespace vram;

namespace {

std::string text(const ModelDescription& d) {
    std::string all = d.architectureName + ": " + std::string(layoutSourceId(d.layoutSource));
    for (const ModelWarning& warning : d.warnings) {
        all += " [" + std::string(warning.code) + ' ' + warning.where + ']';
    }
    return all;
}

} // namespace

class TestGgufModel : public QObject {
    Q_OBJECT

private slots:
    void readsEveryModelOfTheCatalogue_data() {
        QTest::addColumn<int>("index");
        const auto& models = test::shippedCatalog()->models();
        for (std::size_t i = 0; i < models.size(); ++i) {
            // The names that these two give the tensors of their indexers and compressors are their own.
            const std::string& name = models[i].ggufArchitecture;
            if (!name.empty() && name != "deepseek4" && name != "minimax-m3") {
                QTest::newRow(models[i].id.c_str()) << static_cast<int>(i);
            }
        }
    }
    void readsEveryModelOfTheCatalogue() {
        QFETCH(int, index);
        const CatalogModel& model = test::shippedCatalog()->models()[static_cast<std::size_t>(index)];
        const Architecture& expected = *model.architecture;
        test::GgufOfModel writer(expected, model.ggufArchitecture);
        const auto described = describeGguf({&writer.file(), 1});
        QVERIFY2(described.ok(), described.ok() ? "" : described.error().where.c_str());
        const ModelDescription& d = *described;
        const Architecture& a = *d.architecture;
        QCOMPARE(a.layerCount(), expected.layerCount());
        for (std::int64_t i = 0; i < a.layerCount(); ++i) {
            const std::string where = "layer " + std::to_string(i) + ' ' + text(d);
            QVERIFY2(a.layer(i).attention == expected.layer(i).attention, where.c_str());
            QVERIFY2(a.layer(i).recurrent == expected.layer(i).recurrent, where.c_str());
            QVERIFY2(a.layer(i).feedForward == expected.layer(i).feedForward, where.c_str());
        }
        QVERIFY2(d.cacheKnown == model.cacheKnown, text(d).c_str());
        QCOMPARE(d.stored->total.typical, writer.file().tensorBytes);
    }
};

QTEST_APPLESS_MAIN(TestGgufModel)
#include "tst_gguf_model.moc"
