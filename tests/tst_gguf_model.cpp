// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/source/catalog_match.h"
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

    void saysWhatItDoesNotKnow() {
        const CatalogModel& model = *test::shippedCatalog()->findModel("Qwen/Qwen3-4B");
        // An architecture that nobody has heard of: the tensors tell all of a plain cache.
        test::GgufOfModel plain(*model.architecture, "brandnew");
        const auto known = describeGguf({&plain.file(), 1});
        QVERIFY(known->cacheKnown && known->warnings.empty());
        QVERIFY(known->layoutSource == LayoutSource::File);
        // A window without a word on which layers have it.
        test::GgufOfModel windowed(*model.architecture, "brandnew");
        windowed.number("attention.sliding_window", 1024);
        const auto unsure = describeGguf({&windowed.file(), 1});
        QVERIFY(!unsure->cacheKnown);
        QVERIFY(unsure->layoutSource == LayoutSource::Unknown);
        QCOMPARE(unsure->warnings.front().code, std::string_view("window-unknown"));
        QCOMPARE(unsure->stored->total.typical, windowed.file().tensorBytes);
        // The same with a pattern: every second layer.
        windowed.number("attention.sliding_window_pattern", 2);
        const auto told = describeGguf({&windowed.file(), 1});
        QVERIFY(told->cacheKnown && told->layoutSource == LayoutSource::File);
        QCOMPARE(std::get<GroupedAttention>(told->architecture->layer(0).attention).window, 1024);
        QCOMPARE(std::get<GroupedAttention>(told->architecture->layer(1).attention).window, 0);
        // An attention tensor that may change the cache.
        test::GgufOfModel odd(*model.architecture, "brandnew");
        odd.file().tensors[5].name = "blk.0.attn_compressor.weight";
        const auto strange = describeGguf({&odd.file(), 1});
        QVERIFY(!strange->cacheKnown);
        QVERIFY(strange->warnings.front().where.find("blk.0") == 0);
        QCOMPARE(strange->stored->total.typical, odd.file().tensorBytes);
    }

    void completesAnUnknownLayoutFromTheCatalogue() {
        const CatalogModel& model = *test::shippedCatalog()->findModel("Qwen/Qwen3-4B");
        test::GgufOfModel file(*model.architecture, model.ggufArchitecture);
        std::erase_if(file.file().metadata, [](const GgufEntry& entry) { return entry.key == "qwen3.block_count"; });
        ModelDescription description = *describeGguf({&file.file(), 1});
        QVERIFY(!description.cacheKnown);
        completeFromCatalog(description, *test::shippedCatalog());
        QVERIFY(description.cacheKnown && description.warnings.empty());
        QVERIFY(description.layoutSource == LayoutSource::Catalog);
        QVERIFY(description.architecture == model.architecture);
        // One layer more is another model.
        ModelDescription other = *describeGguf({&file.file(), 1});
        Architecture longer = *other.architecture;
        longer.layerBlocks.push_back(0);
        other.architecture = std::make_shared<const Architecture>(longer);
        QVERIFY(sameLayout(other, *test::shippedCatalog()) == nullptr);
    }

    void filesWithoutLatentMetadataCacheWholeKeys() {
        const CatalogModel& model = *test::shippedCatalog()->findModel("deepseek-ai/DeepSeek-V2-Lite-Chat");
        test::GgufOfModel file(*model.architecture, model.ggufArchitecture);
        std::erase_if(file.file().metadata, [](const GgufEntry& entry) {
            return entry.key.ends_with("_length_mla") || entry.key.ends_with(".key_length") ||
                   entry.key.ends_with(".value_length") || entry.key.ends_with("head_count_kv");
        });
        file.number("attention.head_count_kv", 16);
        file.number("attention.key_length", 192);
        file.number("attention.value_length", 128);
        const auto described = describeGguf({&file.file(), 1});
        QVERIFY(described->cacheKnown);
        QCOMPARE(described->warnings.front().code, std::string_view("latent-expanded"));
        const auto& attention = std::get<GroupedAttention>(described->architecture->layer(0).attention);
        // 16 heads of 192 and 128 instead of one latent of 576: 8.9 times as much.
        QCOMPARE(attention.keyWidth() + attention.valueWidth(), 16 * (192 + 128));
    }

    void modelsOfStatesAloneHaveNoHeads() {
        // state-spaces/mamba-130m: width 768, inner width 1536, state 16, convolution of 4, rank 768 / 16.
        Block block;
        block.norms = 1;
        block.feedForward = {};
        block.recurrent = Recurrent{RecurrentKind::Mamba1, 4, 1536, 1536, 16, 0, 0, std::int64_t{16} * 1536, 48, true};
        Architecture mamba;
        mamba.hiddenSize = 768;
        mamba.vocabSize = 50280;
        mamba.tiedEmbeddings = true;
        mamba.blocks = {block};
        mamba.layerBlocks.assign(24, 0);
        test::GgufOfModel file(mamba, "mamba");
        file.number("attention.head_count", 0); // as conversion/mamba.py writes it
        const auto described = describeGguf({&file.file(), 1});
        QVERIFY2(described.ok(), described.ok() ? "" : described.error().where.c_str());
        QVERIFY2(described->cacheKnown && described->warnings.empty(), text(*described).c_str());
        QVERIFY(described->architecture->layer(23).recurrent == block.recurrent);
        QVERIFY(std::holds_alternative<std::monostate>(described->architecture->layer(23).attention));
        // The same number in a model with attention is an error.
        const CatalogModel& model = *test::shippedCatalog()->findModel("Qwen/Qwen3-4B");
        test::GgufOfModel heads(*model.architecture, model.ggufArchitecture);
        for (GgufEntry& entry : heads.file().metadata) {
            entry.value = entry.key.ends_with("attention.head_count") ? GgufValue{std::uint64_t{0}} : entry.value;
        }
        QVERIFY(describeGguf({&heads.file(), 1}).error().code == ErrorCode::OutOfRange);
    }

    void smallThinkerSlidesOnlyWhereTheFileSaysSo() {
        const auto windowOf = [](const ModelDescription& d, std::int64_t layer) {
            return std::get<GroupedAttention>(d.architecture->layer(layer).attention).window;
        };
        const CatalogModel& model = *test::shippedCatalog()->findModel("Qwen/Qwen3-4B");
        test::GgufOfModel file(*model.architecture, "smallthinker");
        const auto whole = describeGguf({&file.file(), 1});
        QVERIFY(whole->cacheKnown && whole->layoutSource == LayoutSource::File);
        QCOMPARE(windowOf(*whole, 1), 0);
        // With one, the first of four layers keeps the whole context.
        file.number("attention.sliding_window", 4096);
        const auto slides = describeGguf({&file.file(), 1});
        QVERIFY(slides->layoutSource == LayoutSource::Table);
        QCOMPARE(windowOf(*slides, 0), 0);
        QCOMPARE(windowOf(*slides, 1), 4096);
        QCOMPARE(windowOf(*slides, 4), 0);
    }

    void scalesOfLayersAreUnderstood() {
        const CatalogModel& model = *test::shippedCatalog()->findModel("Qwen/Qwen3-4B");
        test::GgufOfModel file(*model.architecture, model.ggufArchitecture);
        const std::int64_t before = describeGguf({&file.file(), 1})->parameters;
        for (std::int64_t i = 0; i < model.architecture->layerCount(); ++i) {
            GgufTensor scale = file.file().tensors.front();
            scale.name = "blk." + std::to_string(i) + ".layer_output_scale.weight";
            scale.type = &ggmlTypeInfo(GgmlType::F32);
            scale.dimensions = {1, 1, 1, 1};
            scale.bytes = Bytes{4};
            file.file().tensors.push_back(std::move(scale));
        }
        const auto described = describeGguf({&file.file(), 1});
        QVERIFY2(described->warnings.empty() && described->tensorsKnown, text(*described).c_str());
        QCOMPARE(described->parameters, before + model.architecture->layerCount());
        QCOMPARE(described->architecture->layer(0).extraParameters, 1);
    }
};

QTEST_APPLESS_MAIN(TestGgufModel)
#include "tst_gguf_model.moc"
