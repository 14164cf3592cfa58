// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/catalog/architecture_reader.h"
#include "core/catalog/catalog.h"
#include "core/catalog/model_reader.h"
#include "core/model/inventory.h"
#include "core/model/next_token.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

using namespace vram;

namespace {

const CatalogLoad& shipped() {
    static const CatalogLoad load = loadCatalog();
    return load;
}

const Architecture& architectureOf(const char* id) {
    const CatalogModel* model = shipped().catalog->findModel(id);
    if (model == nullptr) {
        qFatal("no such model: %s", id);
    }
    return *model->architecture;
}

std::int64_t sum(const std::vector<Tensor>& tensors, TensorRole role) {
    std::int64_t elements = 0;
    for (const Tensor& tensor : tensors) {
        elements += tensor.role == role ? tensor.elements() : 0;
    }
    return elements;
}

std::int64_t count(const std::vector<Tensor>& tensors, TensorRole role) {
    return std::count_if(tensors.begin(), tensors.end(), [&](const Tensor& t) { return t.role == role; });
}

const Tensor& find(const std::vector<Tensor>& tensors, TensorRole role, std::int32_t layer) {
    const auto tensor = std::find_if(tensors.begin(), tensors.end(),
                                     [&](const Tensor& t) { return t.role == role && t.layer == layer; });
    if (tensor == tensors.end()) {
        qFatal("no tensor of role %d in layer %d", int(role), int(layer));
    }
    return *tensor;
}

/// Bytes of the GGUF view with matrices of 2 bytes a value, and 4 for what converters keep in f32.
std::int64_t halfPrecisionBytes(const std::vector<Tensor>& tensors) {
    std::int64_t bytes = 0;
    for (const Tensor& tensor : tensors) {
        switch (tensor.role) {
        case TensorRole::Router:
        case TensorRole::RecurrentConv:
        case TensorRole::RecurrentSmall:
        case TensorRole::AttentionQkNorm:
            bytes += 4 * tensor.elements();
            break;
        default:
            bytes += (tensor.isMatrix() ? 2 : 4) * tensor.elements();
        }
    }
    return bytes;
}

std::vector<std::int64_t> layersWith(const Architecture& a, bool (*has)(const Block&)) {
    std::vector<std::int64_t> layers;
    for (std::int64_t i = 0; i < a.layerCount(); ++i) {
        if (has(a.layer(i))) {
            layers.push_back(i);
        }
    }
    return layers;
}

bool hasWholeContext(const Block& block) {
    const auto* grouped = std::get_if<GroupedAttention>(&block.attention);
    return (grouped != nullptr && grouped->windowKind == WindowKind::Full) ||
           std::holds_alternative<LatentAttention>(block.attention);
}

} // namespace

class TestInventory : public QObject {
    Q_OBJECT

private slots:
    void everyShippedModelIsRead();
    void modelsAreFoundByWhatPeopleType_data();
    void modelsAreFoundByWhatPeopleType();
    void shapesGiveThePublishedCount_data();
    void shapesGiveThePublishedCount();
    void nextTokenLayersGiveTheRest_data();
    void nextTokenLayersGiveTheRest();
    void goldenCounts_data();
    void goldenCounts();
    void activeParametersCountUsedExpertsOnly();
    void ggufTensorNumbers_data();
    void ggufTensorNumbers();
    void halfPrecisionFiles_data();
    void halfPrecisionFiles();
    void latentProjectionIsSplitInGguf();
    void ggufHasRopeFactorsAndNoTowers();
    void sizesSaturate();
    void layersInterleave_data();
    void layersInterleave();
    void windowsThatLlamaCppIgnoresAreFull();
    void nestedLayerLists();
    void badEntries_data();
    void badEntries();
};

void TestInventory::everyShippedModelIsRead() {
    for (const Error& problem : shipped().problems) {
        qWarning("%s", problem.where.c_str());
    }
    QVERIFY(shipped().problems.empty());
    QCOMPARE(shipped().catalog->models().size(), std::size_t{268});
    for (const CatalogModel& model : shipped().catalog->models()) {
        QVERIFY2(shipped().catalog->findWeightFormat(model.nativeFormat) != nullptr, model.id.c_str());
        QVERIFY2(model.maxContext > 0 && !model.source.empty() && !model.license.empty(), model.id.c_str());
    }
}

void TestInventory::modelsAreFoundByWhatPeopleType_data() {
    QTest::addColumn<QString>("id");
    const auto row = [](const char* typed, const char* id) { QTest::newRow(typed) << QString::fromLatin1(id); };
    row("llama3.1 8b", "meta-llama/Llama-3.1-8B-Instruct");
    row("Llama-3.1-8B", "meta-llama/Llama-3.1-8B-Instruct");
    row("Meta-Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-8B-Instruct");
    row("llama 3.3 70b", "meta-llama/Llama-3.3-70B-Instruct");
    row("qwen3:14b", "Qwen/Qwen3-14B");
    row("Qwen3-14B", "Qwen/Qwen3-14B");
    row("qwen2.5 72b", "Qwen/Qwen2.5-72B-Instruct");
    row("qwen2.5-coder 32b", "Qwen/Qwen2.5-Coder-32B-Instruct");
    row("qwen3:30b", "Qwen/Qwen3-30B-A3B");
    row("gemma3:12b", "google/gemma-3-12b-it");
    row("gemma 2 9b", "google/gemma-2-9b-it");
    row("gpt-oss:20b", "openai/gpt-oss-20b");
    row("mistral 7b", "mistralai/Mistral-7B-Instruct-v0.3");
    row("mixtral 8x7b", "mistralai/Mixtral-8x7B-Instruct-v0.1");
    row("phi4", "microsoft/phi-4");
    row("deepseek-r1:70b", "deepseek-ai/DeepSeek-R1-Distill-Llama-70B");
    row("DeepSeek-R1", "deepseek-ai/DeepSeek-R1");
}

void TestInventory::modelsAreFoundByWhatPeopleType() {
    QFETCH(QString, id);
    const CatalogModel* model = shipped().catalog->findModel(QTest::currentDataTag());
    QVERIFY(model != nullptr);
    QCOMPARE(QString::fromStdString(model->id), id);
}

void TestInventory::shapesGiveThePublishedCount_data() {
    QTest::addColumn<QString>("id");
    for (const CatalogModel& model : shipped().catalog->models()) {
        QTest::newRow(model.id.c_str()) << QString::fromStdString(model.id);
    }
}

void TestInventory::shapesGiveThePublishedCount() {
    QFETCH(QString, id);
    const CatalogModel* model = shipped().catalog->findModel(id.toStdString());
    QVERIFY(model != nullptr);
    const Architecture& architecture = *model->architecture;
    QCOMPARE(parameterCount(architecture), model->parameters);
    QCOMPARE(activeParameterCount(architecture), model->activeParameters);

    // The GGUF view holds the same values, apart from what the converter adds, drops or leaves to other files.
    std::int64_t gguf = 0;
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Gguf)) {
        QVERIFY(tensor.columns > 0 && tensor.rows > 0 && tensor.slices > 0);
        QVERIFY(tensor.layer >= -1 && tensor.layer < architecture.layerCount());
        gguf += tensor.elements();
    }
    const std::int64_t vocabularyCopies = architecture.tiedEmbeddings ? 1 : 2;
    const std::int64_t droppedRows = architecture.vocabSize - architecture.ggufRows();
    const std::int64_t factors = architecture.ropeFactors * std::max<std::int64_t>(architecture.ropeFactorSets, 1);
    // Falcon's second copy of the tied matrix: with it the count is that of its published files (7,217,189,760 for 7B).
    const std::int64_t copied = architecture.ggufOutput ? architecture.ggufRows() * architecture.hiddenSize : 0;
    QCOMPARE(gguf, model->parameters - architecture.visionParameters - architecture.audioParameters + factors + copied -
                       vocabularyCopies * droppedRows * architecture.hiddenSize);
}

// Totals of the published safetensors with their layers of multi-token prediction. Some store the embedding and the
// output matrix again with them ("copies" of vocabulary x hidden size), which runtimes share.
void TestInventory::nextTokenLayersGiveTheRest_data() {
    QTest::addColumn<qint64>("published");
    QTest::addColumn<int>("copies");
    QTest::newRow("Qwen/Qwen3-Next-80B-A3B-Instruct") << qint64{81'324'862'720} << 0;
    QTest::newRow("Qwen/Qwen3.5-0.8B") << qint64{873'438'784} << 0;
    QTest::newRow("Qwen/Qwen3.5-27B") << qint64{27'781'427'952} << 0;
    QTest::newRow("Qwen/Qwen3.5-35B-A3B") << qint64{35'951'822'704} << 0;
    QTest::newRow("Qwen/Qwen3.5-397B-A17B") << qint64{403'397'928'944} << 0;
    QTest::newRow("zai-org/GLM-4.5") << qint64{358'337'791'296} << 2;
    QTest::newRow("zai-org/GLM-4.5-Air") << qint64{110'468'824'832} << 2;
    QTest::newRow("zai-org/GLM-4.6") << qint64{356'785'898'816} << 0;
    QTest::newRow("zai-org/GLM-4.7-Flash") << qint64{31'221'488'576} << 2;
    QTest::newRow("zai-org/GLM-5") << qint64{753'864'139'008} << 0;
    QTest::newRow("XiaomiMiMo/MiMo-7B-RL") << qint64{7'833'409'536} << 0;
    QTest::newRow("stepfun-ai/Step-3.5-Flash") << qint64{199'384'301'376} << 3;
    QTest::newRow("tencent/Hy3-preview") << qint64{298'786'155'776} << 0;
    // 684,531,386,000 less the FP8 blocks' scales.
    QTest::newRow("deepseek-ai/DeepSeek-V3") << qint64{684'489'845'504} << 2;
}

void TestInventory::nextTokenLayersGiveTheRest() {
    QFETCH(qint64, published);
    QFETCH(int, copies);
    const Architecture& model = architectureOf(QTest::currentDataTag());
    const Architecture layers = nextTokenArchitecture(model);
    std::int64_t elements = 0;
    for (const Tensor& tensor : expandInventory(layers, InventoryView::Checkpoint)) {
        elements += tensor.layer >= 0 ? tensor.elements() : 0;
    }
    QCOMPARE(parameterCount(model) + elements + copies * model.vocabSize * model.hiddenSize, published);
}

void TestInventory::goldenCounts_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<qint64>("parameters");
    QTest::addColumn<qint64>("keyWidth"); // of the first layer with a cache; a latent's width for MLA

    // 2 x 32000 x 4096 embeddings + 32 x (4 x 4096^2 + 3 x 4096 x 11008 + 2 x 4096) + 4096
    QTest::newRow("Llama 2 7B") << "meta-llama/Llama-2-7b-chat-hf" << qint64{6'738'415'616} << qint64{4096};
    // 2 x 128256 x 4096 + 32 x (2 x 4096^2 + 2 x 4096 x 1024 + 3 x 4096 x 14336 + 2 x 4096) + 4096
    QTest::newRow("Llama 3.1 8B") << "meta-llama/Llama-3.1-8B-Instruct" << qint64{8'030'261'248} << qint64{1024};
    // 2 x 151936 x 5120 + 40 x (2 x 5120^2 + 2 x 5120 x 1024 + 3 x 5120 x 17408 + 2 x 5120 + 2 x 128) + 5120
    QTest::newRow("Qwen3 14B") << "Qwen/Qwen3-14B" << qint64{14'768'307'200} << qint64{1024};
    // 2 x 151936 x 2048 + 48 x (2 x 2048 x 4096 + 2 x 2048 x 512 + 2 x 128 + 2 x 2048 + 128 x 2048
    //   + 128 x 3 x 2048 x 768) + 2048
    QTest::newRow("Qwen3 30B A3B") << "Qwen/Qwen3-30B-A3B" << qint64{30'532'122'624} << qint64{512};
    // 256000 x 4608 + 46 x (2 x 4608 x 4096 + 2 x 4608 x 2048 + 3 x 4608 x 36864 + 4 x 4608) + 4608
    QTest::newRow("Gemma 2 27B") << "google/gemma-2-27b-it" << qint64{27'227'128'320} << qint64{2048};
    // the count of DeepSeek-V3's technical report (arXiv 2412.19437) is 671B; latent 512 + 64
    QTest::newRow("DeepSeek V3") << "deepseek-ai/DeepSeek-V3" << qint64{671'026'419'200} << qint64{576};
}

void TestInventory::goldenCounts() {
    QFETCH(QString, id);
    QFETCH(qint64, parameters);
    QFETCH(qint64, keyWidth);
    const Architecture& architecture = architectureOf(qPrintable(id));
    QCOMPARE(parameterCount(architecture), std::int64_t{parameters});
    const Attention& attention = architecture.layer(0).attention;
    if (const auto* latent = std::get_if<LatentAttention>(&attention)) {
        QCOMPARE(latent->kvRank + latent->ropeDim, std::int64_t{keyWidth});
    } else {
        QCOMPARE(std::get<GroupedAttention>(attention).keyWidth(), std::int64_t{keyWidth});
    }
}

void TestInventory::activeParametersCountUsedExpertsOnly() {
    // Qwen3-30B-A3B: 120 of 128 experts of 48 layers rest, 3 x 2048 x 768 values each.
    QCOMPARE(activeParameterCount(architectureOf("Qwen/Qwen3-30B-A3B")),
             std::int64_t{30'532'122'624} - 48LL * 120 * 3 * 2048 * 768);
    // gpt-oss-20b: 28 of 32 experts of 24 layers rest, with their three biases of 2880.
    QCOMPARE(activeParameterCount(architectureOf("openai/gpt-oss-20b")),
             std::int64_t{20'914'757'184} - 24LL * 28 * (3 * 2880 * 2880 + 3 * 2880));
    const Architecture& dense = architectureOf("Qwen/Qwen3-14B");
    QCOMPARE(activeParameterCount(dense), parameterCount(dense));
    // Gemma 3 12B: the vision tower (421,290,864) is no part of the text path.
    const Architecture& vision = architectureOf("google/gemma-3-12b-it");
    QCOMPARE(activeParameterCount(vision), parameterCount(vision) - 421'290'864);
}

void TestInventory::ggufTensorNumbers_data() {
    // What llama.cpp's converter writes for these models: the tensor count in the header of the file.
    QTest::addColumn<QString>("id");
    QTest::addColumn<qint64>("tensors");
    QTest::newRow("dense") << "meta-llama/Llama-3.1-8B-Instruct" << qint64{292};
    QTest::newRow("tied") << "meta-llama/Llama-3.2-1B-Instruct" << qint64{147};
    QTest::newRow("QK norms") << "Qwen/Qwen3-8B" << qint64{399};
    QTest::newRow("post-norms") << "google/gemma-3-12b-it" << qint64{626};
    QTest::newRow("fused QKV") << "microsoft/phi-4" << qint64{243};
    QTest::newRow("experts") << "Qwen/Qwen3-30B-A3B" << qint64{579};
    QTest::newRow("MLA") << "deepseek-ai/DeepSeek-V2-Lite-Chat" << qint64{404};
    QTest::newRow("sinks and expert biases") << "openai/gpt-oss-20b" << qint64{459};
    QTest::newRow("gated delta net") << "Qwen/Qwen3-Next-80B-A3B-Instruct" << qint64{843};
    QTest::newRow("Mamba-2") << "ibm-granite/granite-4.0-h-small" << qint64{666};
}

void TestInventory::ggufTensorNumbers() {
    QFETCH(QString, id);
    QFETCH(qint64, tensors);
    QCOMPARE(qint64(expandInventory(architectureOf(qPrintable(id)), InventoryView::Gguf).size()), tensors);
}

void TestInventory::halfPrecisionFiles_data() {
    // Tensor bytes of F16 files as llama.cpp (v0.5.0) reports them.
    QTest::addColumn<QString>("id");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("Llama 2 7B") << "meta-llama/Llama-2-7b-chat-hf" << qint64{13'477'363'712};
    QTest::newRow("Llama 3.2 1B") << "meta-llama/Llama-3.2-1B-Instruct" << qint64{2'471'764'096};
    QTest::newRow("Qwen2.5 7B, biases") << "Qwen/Qwen2.5-7B-Instruct" << qint64{15'231'899'648};
    QTest::newRow("Gemma 3 12B, fewer rows") << "google/gemma-3-12b-it" << qint64{23'533'108'224};
    QTest::newRow("Mixtral") << "mistralai/Mixtral-8x7B-Instruct-v0.1" << qint64{93'408'215'040};
    QTest::newRow("DeepSeek V2 Lite") << "deepseek-ai/DeepSeek-V2-Lite-Chat" << qint64{31'420'037'120};
    QTest::newRow("Granite 4 H small") << "ibm-granite/granite-4.0-h-small" << qint64{64'442'591'232};
    QTest::newRow("Qwen3-Next") << "Qwen/Qwen3-Next-80B-A3B-Instruct" << qint64{159'452'425'216};
}

void TestInventory::halfPrecisionFiles() {
    QFETCH(QString, id);
    QFETCH(qint64, bytes);
    QCOMPARE(qint64(halfPrecisionBytes(expandInventory(architectureOf(qPrintable(id)), InventoryView::Gguf))), bytes);
}

void TestInventory::latentProjectionIsSplitInGguf() {
    // DeepSeek-V2-Lite: 16 heads, latent 512, 128 + 128 values a head (the converter's attn_k_b and attn_v_b).
    const Architecture& architecture = architectureOf("deepseek-ai/DeepSeek-V2-Lite-Chat");
    const auto gguf = expandInventory(architecture, InventoryView::Gguf);
    const auto checkpoint = expandInventory(architecture, InventoryView::Checkpoint);
    QVERIFY((find(gguf, TensorRole::LatentKeyUp, 26) == Tensor{TensorRole::LatentKeyUp, 26, 128, 512, 16}));
    QVERIFY((find(gguf, TensorRole::LatentValueUp, 26) == Tensor{TensorRole::LatentValueUp, 26, 512, 128, 16}));
    QVERIFY((find(checkpoint, TensorRole::LatentKeyUp, 0) == Tensor{TensorRole::LatentKeyUp, 0, 512, 16 * 256, 1}));
    QCOMPARE(count(checkpoint, TensorRole::LatentValueUp), std::int64_t{0});
    // the leading dense layer
    QVERIFY((find(gguf, TensorRole::FeedForwardUp, 0) == Tensor{TensorRole::FeedForwardUp, 0, 2048, 10944, 1}));
    QCOMPARE(count(gguf, TensorRole::ExpertUp), std::int64_t{26});
}

void TestInventory::ggufHasRopeFactorsAndNoTowers() {
    const auto llama = expandInventory(architectureOf("meta-llama/Llama-3.1-8B-Instruct"), InventoryView::Gguf);
    QCOMPARE(sum(llama, TensorRole::RopeFactors), std::int64_t{64});
    const auto older = expandInventory(architectureOf("meta-llama/Meta-Llama-3-8B-Instruct"), InventoryView::Gguf);
    QCOMPARE(count(older, TensorRole::RopeFactors), std::int64_t{0});
    // a long and a short table of half the head's 96 values
    const auto phi = expandInventory(architectureOf("microsoft/Phi-3.5-mini-instruct"), InventoryView::Gguf);
    QCOMPARE(sum(phi, TensorRole::RopeFactors), std::int64_t{96});
    const Architecture& gemma = architectureOf("google/gemma-3-12b-it");
    QCOMPARE(count(expandInventory(gemma, InventoryView::Gguf), TensorRole::Vision), std::int64_t{0});
    QCOMPARE(sum(expandInventory(gemma, InventoryView::Checkpoint), TensorRole::Vision), std::int64_t{421'290'864});
    QVERIFY((expandInventory(gemma, InventoryView::Gguf).front() ==
             Tensor{TensorRole::TokenEmbedding, -1, 3840, 262144, 1}));
}

void TestInventory::sizesSaturate() {
    Architecture huge;
    huge.hiddenSize = std::int64_t{1} << 40;
    huge.vocabSize = std::int64_t{1} << 40;
    QVERIFY(Bytes{parameterCount(huge)}.isSaturated());
}

void TestInventory::layersInterleave_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QList<qint64>>("whole"); // the layers that keep the whole context, from the models' configurations
    const auto every = [](qint64 layers, qint64 period, qint64 offset) {
        QList<qint64> list;
        for (qint64 i = offset; i < layers; i += period) {
            list << i;
        }
        return list;
    };
    QTest::newRow("Gemma 2: the second of two") << "google/gemma-2-9b-it" << every(42, 2, 1);
    QTest::newRow("Gemma 3: the sixth of six") << "google/gemma-3-27b-it" << every(62, 6, 5);
    QTest::newRow("gpt-oss: the second of two") << "openai/gpt-oss-120b" << every(36, 2, 1);
    QTest::newRow("Command R7B: the fourth") << "CohereLabs/c4ai-command-r7b-12-2024" << every(32, 4, 3);
    QTest::newRow("OLMo 3: the fourth") << "allenai/Olmo-3-7B-Instruct" << every(32, 4, 3);
    QTest::newRow("Llama 4: the fourth") << "meta-llama/Llama-4-Scout-17B-16E-Instruct" << every(48, 4, 3);
    QTest::newRow("Step 3.5: the first of four") << "stepfun-ai/Step-3.5-Flash" << every(45, 4, 0);
    QTest::newRow("Qwen3-Next: the fourth") << "Qwen/Qwen3-Next-80B-A3B-Instruct" << every(48, 4, 3);
    QTest::newRow("Granite 4 H") << "ibm-granite/granite-4.0-h-tiny" << QList<qint64>{5, 15, 25, 35};
    QTest::newRow("Jamba: the fifth of eight") << "ai21labs/AI21-Jamba-Mini-1.5" << every(32, 8, 4);
    QTest::newRow("MiMo V2") << "XiaomiMiMo/MiMo-V2-Flash" << QList<qint64>{0, 5, 11, 17, 23, 29, 35, 41, 47};
    QTest::newRow("Kimi Linear") << "moonshotai/Kimi-Linear-48B-A3B-Instruct"
                                 << QList<qint64>{3, 7, 11, 15, 19, 23, 26};
    QTest::newRow("LFM2") << "LiquidAI/LFM2-1.2B" << QList<qint64>{2, 5, 8, 10, 12, 14};
    QTest::newRow("Nemotron Nano") << "nvidia/NVIDIA-Nemotron-Nano-9B-v2" << QList<qint64>{14, 21, 30, 39};
}

void TestInventory::layersInterleave() {
    QFETCH(QString, id);
    QFETCH(QList<qint64>, whole);
    QList<qint64> found;
    for (const std::int64_t layer : layersWith(architectureOf(qPrintable(id)), hasWholeContext)) {
        found << qint64(layer);
    }
    QCOMPARE(found, whole);
}

void TestInventory::windowsThatLlamaCppIgnoresAreFull() {
    for (const char* id : {"mistralai/Mistral-7B-Instruct-v0.1", "microsoft/Phi-3-mini-4k-instruct",
                           "bigcode/starcoder2-7b", "Qwen/Qwen2.5-7B-Instruct"}) {
        const Architecture& architecture = architectureOf(id);
        QCOMPARE(std::int64_t(layersWith(architecture, hasWholeContext).size()), architecture.layerCount());
    }
}

void TestInventory::nestedLayerLists() {
    const auto json = parseJson(R"({"hidden_size": 64, "vocab_size": 100, "blocks": {
        "a": {"attention": {"kind": "grouped", "heads": 4, "kv_heads": 2, "head_dim": 16, "window": 8}},
        "b": {"feed_forward": {"kind": "dense", "width": 128}}},
        "layers": [[[["a", 2], "b"], 2], ["b", 1], "a"]})",
                                "test");
    std::vector<Error> errors;
    const auto architecture = readArchitecture(json.value(), "test", errors);
    QVERIFY(architecture.has_value());
    QCOMPARE(architecture->layerBlocks, (std::vector<std::uint16_t>{0, 0, 1, 0, 0, 1, 1, 0}));
    const auto& attention = std::get<GroupedAttention>(architecture->blocks[0].attention);
    QVERIFY(attention.windowKind == WindowKind::Sliding);
    QCOMPARE(attention.valueDim, std::int64_t{16});
}

void TestInventory::badEntries_data() {
    QTest::addColumn<QByteArray>("architecture");
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, QByteArray architecture, QByteArray where, ErrorCode code) {
        QTest::newRow(name) << architecture << where << int(code);
    };
    const auto withBlock = [](const char* block, const char* layers = R"(["a"])") {
        return QByteArray(R"({"hidden_size": 64, "vocab_size": 100, "blocks": {"a": )") + block + R"(}, "layers": )" +
               layers + "}";
    };
    const auto attention = [&](const char* fields) {
        return withBlock((QByteArray(R"({"attention": {"kind": "grouped", )") + fields + "}}").constData());
    };
    row("no blocks", R"({"hidden_size": 64, "vocab_size": 100, "layers": []})", "x.blocks", ErrorCode::MissingKey);
    row("no layers", withBlock("{}", "[]"), "x.layers", ErrorCode::OutOfRange);
    row("unknown block", withBlock("{}", R"(["b"])"), "x.layers[0]", ErrorCode::UnknownValue);
    row("too many layers", withBlock("{}", R"([[[["a", 4096]], 4096]])"), "x.layers[0][0]", ErrorCode::TooLarge);
    row("lists too deep", withBlock("{}", R"([[[[["a"], 2]], 2]])"), "x.layers[0][0]", ErrorCode::WrongType);
    row("negative count", withBlock("{}", R"([["a", -1]])"), "x.layers[0]", ErrorCode::OutOfRange);
    row("no such kind", withBlock(R"({"attention": {"kind": "linear"}})"), "x.blocks.a.attention.kind",
        ErrorCode::UnknownValue);
    row("unknown key", withBlock(R"({"norm": 2})"), "x.blocks.a.norm", ErrorCode::UnknownKey);
    row("heads of no group", attention(R"("heads": 10, "kv_heads": 4, "head_dim": 16)"),
        "x.blocks.a.attention.kv_heads", ErrorCode::Inconsistent);
    row("width without end", attention(R"("heads": 4, "kv_heads": 4, "head_dim": 1e12)"),
        "x.blocks.a.attention.head_dim", ErrorCode::OutOfRange);
    row("half a head", attention(R"("heads": 4.5, "kv_heads": 4, "head_dim": 16)"), "x.blocks.a.attention.heads",
        ErrorCode::WrongType);
    row("no window", attention(R"("heads": 4, "kv_heads": 4, "head_dim": 16, "window_kind": "chunked")"),
        "x.blocks.a.attention.window", ErrorCode::MissingKey);
    row("more experts used than there are",
        withBlock(R"({"feed_forward": {"kind": "experts", "experts": 4, "used_experts": 5, "expert_width": 8}})"),
        "x.blocks.a.feed_forward.used_experts", ErrorCode::Inconsistent);
    row("too many parameters",
        withBlock(
            R"({"feed_forward": {"kind": "experts", "experts": 65536, "used_experts": 1, "expert_width": 16777216}})",
            R"([["a", 4096]])"),
        "x", ErrorCode::Overflow);
}

void TestInventory::badEntries() {
    QFETCH(QByteArray, architecture);
    QFETCH(QByteArray, where);
    QFETCH(int, code);
    const auto json = parseJson(architecture.toStdString(), "test");
    QVERIFY(json.ok());
    std::vector<Error> errors;
    QVERIFY(!readArchitecture(json.value(), "x", errors).has_value());
    QVERIFY(!errors.empty());
    QCOMPARE(errors.front().where, where.toStdString());
    QCOMPARE(int(errors.front().code), code);

    // A model with it is refused as well, and a count that the shapes do not give is no excuse.
    std::vector<Error> modelErrors;
    const Json model{{"id", "a/b"}, {"max_context", 1}, {"architecture", json.value()}};
    QVERIFY(!readModel(model, "models.json: a/b", modelErrors).has_value());
    QCOMPARE(modelErrors.front().where.substr(0, 30), std::string("models.json: a/b: architecture"));
}

QTEST_APPLESS_MAIN(TestInventory)
#include "tst_inventory.moc"
