// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inventory.h"
#include "core/source/config/config_reader.h"
#include "shipped_catalog.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace vram;

namespace {

QByteArray contents(const QString& name) {
    QFile file(QStringLiteral(TEST_DATA_DIR "/config/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Row {
    QString file;
    std::string model;
};

/// tests/data/config/index.tsv: file, catalogue model, source.
std::vector<Row> rows() {
    std::vector<Row> result;
    const QList<QByteArray> lines = contents(QStringLiteral("index.tsv")).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines.at(i).split('\t');
        if (cells.size() == 3) {
            result.push_back({QString::fromUtf8(cells.at(0)), cells.at(1).toStdString()});
        }
    }
    return result;
}

Result<ModelDescription> described(const QByteArray& text) {
    return describeConfig(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "config.json");
}

std::string text(const Block& block) {
    std::string s = "norms " + std::to_string(block.norms) + (block.normBias ? " bias" : "") + " extra " +
                    std::to_string(block.extraParameters);
    if (const auto* a = std::get_if<GroupedAttention>(&block.attention)) {
        s += " grouped " + std::to_string(a->heads) + '/' + std::to_string(a->kvHeads) + " x " +
             std::to_string(a->headDim) + '/' + std::to_string(a->valueDim) + " window " + std::to_string(a->window) +
             " kind " + std::to_string(static_cast<int>(a->windowKind)) + " qk " +
             std::to_string(static_cast<int>(a->qkNorm)) + " flags ";
        for (const bool flag : {a->qkvBias, a->outputBias, a->outputGate, a->headGate, a->sinks, a->fusedQkv,
                                a->reusesKv, a->kvWeights, a->keyIsValue, a->crossAttention}) {
            s += flag ? '1' : '0';
        }
        s += " indexer " + std::to_string(a->indexerHeads);
    }
    if (const auto* a = std::get_if<LatentAttention>(&block.attention)) {
        s += " latent " + std::to_string(a->heads) + " q " + std::to_string(a->queryRank) + " kv " +
             std::to_string(a->kvRank) + " dims " + std::to_string(a->ropeDim) + ',' + std::to_string(a->nopeDim) +
             ',' + std::to_string(a->valueDim) + " indexer " + std::to_string(a->indexerHeads);
    }
    if (const auto* a = std::get_if<CompressedAttention>(&block.attention)) {
        s += " compressed " + std::to_string(a->compressRatio) + " indexer " + std::to_string(a->indexerHeads);
    }
    if (block.recurrent) {
        const Recurrent& r = *block.recurrent;
        s += " recurrent";
        for (const std::int64_t number : {static_cast<std::int64_t>(r.kind), r.convKernel, r.convChannels, r.inner,
                                          r.state, r.heads, r.groups, r.stateElements, r.rank}) {
            s += ' ' + std::to_string(number);
        }
        for (const bool flag : {r.bias, r.norm, r.fullGate, r.projectionNorms}) {
            s += flag ? '1' : '0';
        }
    }
    if (const auto* f = std::get_if<DenseFeedForward>(&block.feedForward)) {
        s += " dense " + std::to_string(f->width) + ' ';
        for (const bool flag : {f->gated, f->bias, f->fusedGateUp, f->innerNorm}) {
            s += flag ? '1' : '0';
        }
    }
    if (const auto* m = std::get_if<MixtureOfExperts>(&block.feedForward)) {
        s += " experts";
        for (const std::int64_t number :
             {m->experts, m->usedExperts, m->expertWidth, m->sharedWidth, m->latentWidth, m->denseWidth}) {
            s += ' ' + std::to_string(number);
        }
        for (const bool flag :
             {m->latentNorm, m->gated, m->sharedGate, m->routerBias, m->selectionBias, m->expertBias}) {
            s += flag ? '1' : '0';
        }
    }
    return s;
}

/// The architecture with nothing but what must be equal: names of blocks aside, towers apart.
Architecture comparable(Architecture architecture) {
    Architecture result = architecture;
    result.blocks.clear();
    result.layerBlocks.clear();
    result.visionParameters = 0;
    result.audioParameters = 0;
    result.nextTokenLayers = 0; // by a key that not every file has, see layersThatPredictFurther()
    result.nextTokenBlock = 0;
    return result;
}

Block nameless(Block block) {
    block.name.clear();
    return block;
}

/// How the two differ; empty: not at all.
std::string difference(const Architecture& found, const Architecture& expected) {
    if (found.layerCount() != expected.layerCount()) {
        return "layers " + std::to_string(found.layerCount()) + ", not " + std::to_string(expected.layerCount());
    }
    for (std::int64_t i = 0; i < found.layerCount(); ++i) {
        if (nameless(found.layer(i)) != nameless(expected.layer(i))) {
            return "layer " + std::to_string(i) + ": " + text(found.layer(i)) + ", not " + text(expected.layer(i));
        }
    }
    if (comparable(found) != comparable(expected)) {
        const auto numbers = [](const Architecture& a) {
            std::string s;
            for (const std::int64_t number :
                 {a.hiddenSize, a.vocabSize, a.ggufVocabSize, std::int64_t{a.tiedEmbeddings},
                  std::int64_t{a.ggufOutput}, std::int64_t{a.outputBias}, std::int64_t{a.outputNorm},
                  std::int64_t{a.outputNormBias}, static_cast<std::int64_t>(a.positions), a.ropeFactors,
                  a.ropeFactorSets, a.perLayerWidth, a.perLayerVocab, a.altupInputs, a.laurelRank, a.hyperConnections,
                  a.extraParameters}) {
                s += ' ' + std::to_string(number);
            }
            return s;
        };
        return "whole:" + numbers(found) + ", not" + numbers(expected);
    }
    return {};
}

/// Where a file rightly says something else than the catalogue's entry.
struct Difference {
    std::string_view file;
    std::string_view field;
    std::string_view why;
};
constexpr std::array kDifferences{
    Difference{"qwen3-235b-a22b-fp8.json", "format", "the repository with FP8 weights"},
    Difference{"gemma-4-31b-nvfp4.json", "format", "the repository with NVFP4 weights"},
    Difference{"ministral-3-3b.json", "format", "FP8 with one scale a tensor; the entry names the family"},
    Difference{"devstral-2.json", "format", "FP8 with one scale a tensor; the entry names the family"},
    Difference{"mistral-large-3.json", "format", "composed without its quantization"},
    Difference{"qwen2.5-7b.json", "context", "the base model, which states more than the instruct model"},
    Difference{"glm-5.2.json", "context", "a figure of its later release"},
    Difference{"minimax-m3.json", "context", "a figure of its later release"},
    Difference{"command-r7b.json", "context", "the file adds 1024 positions"},
    Difference{"falcon-7b.json", "context", "Falcon's first files do not say it"},
    Difference{"falcon-40b.json", "context", "Falcon's first files do not say it"},
    Difference{"llama-4-scout.json", "vision", "published there without the vision part"},
    Difference{"llama-4-maverick.json", "vision", "published there without the vision part"},
    Difference{"minimax-m3.json", "vision", "layout of the projector not in the table"},
    Difference{"gemma-3n-e2b.json", "vision", "MobileNet; the entry's figure is rounded"},
    Difference{"gemma-3n-e2b.json", "audio", "not sized; the entry's figure is rounded"},
    Difference{"gemma-4-e2b.json", "audio", "not sized; the entry has what the published total leaves"},
    // By the modelling code; the entries' figures differ by less than 0.05 % of the tower.
    Difference{"gemma-4-26b-a4b.json", "vision", "1,152 more"},
    Difference{"gemma-4-31b-nvfp4.json", "vision", "1,152 more"},
    Difference{"gemma-4-e2b.json", "vision", "1,280 more"},
    Difference{"pixtral-12b.json", "vision", "184,320 more: patches of 16, not 14 pixels (total 12,682,739,712)"},
    Difference{"llama-3.2-11b-vision.json", "vision", "2,557 less (total 10,670,220,835)"},
};

bool differs(const QString& file, std::string_view field) {
    return std::any_of(kDifferences.begin(), kDifferences.end(), [&](const Difference& row) {
        return file == QString::fromUtf8(row.file.data()) && row.field == field;
    });
}

QString idOf(LayoutSource source) { return QString::fromStdString(std::string(layoutSourceId(source))); }

/// A plain decoder that the tests bend: all that sizes it is there.
nlohmann::ordered_json plain() {
    return {{"architectures", {"LlamaForCausalLM"}},
            {"model_type", "llama"},
            {"hidden_size", 64},
            {"intermediate_size", 128},
            {"num_hidden_layers", 4},
            {"num_attention_heads", 8},
            {"num_key_value_heads", 2},
            {"head_dim", 8},
            {"max_position_embeddings", 2048},
            {"tie_word_embeddings", false},
            {"vocab_size", 1000},
            {"torch_dtype", "bfloat16"}};
}

Result<ModelDescription> describedJson(const nlohmann::ordered_json& json) {
    return describeConfig(json.dump(), "config.json");
}

/// The JSON of `plain()` with the value of `key` as written, which need not be JSON.
std::string withText(const std::string& key, const std::string& value) {
    nlohmann::ordered_json json = plain();
    json[key] = "@@";
    const std::string text = json.dump();
    const std::size_t at = text.find("\"@@\"");
    return text.substr(0, at) + value + text.substr(at + 4);
}

std::vector<std::string> codes(const ModelDescription& description) {
    std::vector<std::string> result;
    for (const ModelWarning& warning : description.warnings) {
        result.emplace_back(warning.code);
    }
    return result;
}

} // namespace

class TestConfig : public QObject {
    Q_OBJECT

private slots:
    void everyArchitectureIsKnown();
    void describesTheCatalogue_data();
    void describesTheCatalogue();
    void layersThatPredictFurther();
    void coversManyArchitectures();
    void layoutSources_data();
    void layoutSources();
    void refusesBadValues_data();
    void refusesBadValues();
    void acceptsLegalValues_data();
    void acceptsLegalValues();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void nestingIsBounded();
    void pythonNumbersOnlyWhereNotRead();
    void unknownArchitectures_data();
    void unknownArchitectures();
    void unknownLayoutHoldsNoGuess();
    void storedFormats_data();
    void storedFormats();
    void windowsThatRuntimesIgnore();
    void towers();
    void stateAndAttentionInOneLayer();
    void tiedByFamily();
    void namesOfKeys();
    void survivesEveryCut();
    void survivesEveryValue();
};

void TestConfig::everyArchitectureIsKnown() {
    QStringList missing;
    for (const CatalogModel& model : facts().catalog->models()) {
        for (const std::string& name : model.hfArchitectures) {
            if (!knowsConfigArchitecture(name)) {
                missing << QString::fromStdString(name);
            }
        }
    }
    QCOMPARE(missing, QStringList());
}

void TestConfig::describesTheCatalogue_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<std::string>("model");
    for (const Row& row : rows()) {
        QTest::newRow(qPrintable(row.file)) << row.file << row.model;
    }
}

void TestConfig::describesTheCatalogue() {
    QFETCH(const QString, file);
    QFETCH(const std::string, model);
    const CatalogModel* known = facts().catalog->findModel(model);
    QVERIFY(known != nullptr);
    const auto found = described(contents(file));
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().where.c_str());
    const Architecture& architecture = *found->architecture;
    QCOMPARE(QString::fromStdString(difference(architecture, *known->architecture)), QString());

    const std::int64_t vision = architecture.visionParameters - known->architecture->visionParameters;
    const std::int64_t audio = architecture.audioParameters - known->architecture->audioParameters;
    QCOMPARE(vision != 0, differs(file, "vision"));
    QCOMPARE(audio != 0, differs(file, "audio"));
    QCOMPARE(found->parameters, known->parameters + vision + audio);
    QCOMPARE(found->parameters, parameterCount(architecture));
    QCOMPARE(found->activeParameters, activeParameterCount(*known->architecture));
    QCOMPARE(found->cacheKnown, known->cacheKnown);
    QCOMPARE(QString::fromStdString(found->ggufArchitecture), QString::fromStdString(known->ggufArchitecture));
    QCOMPARE(QString::fromStdString(found->container), QStringLiteral("config.json"));
    QVERIFY(found->stored == nullptr);
    QVERIFY(found->tensorsKnown);
    QCOMPARE(found->storedFormat != known->nativeFormat, differs(file, "format"));
    QVERIFY(facts().catalog->findWeightFormat(found->storedFormat) != nullptr);
    QCOMPARE(found->maxContext != known->maxContext, differs(file, "context"));
}

void TestConfig::layersThatPredictFurther() {
    // As published: num_nextn_predict_layers 1 beside 61 layers of DeepSeek-V3, the last of which are mixtures.
    const auto found = described(contents(QStringLiteral("deepseek-v3.json")));
    QVERIFY(found.ok());
    const Architecture& a = *found->architecture;
    const Architecture& known = *facts().catalog->findModel("deepseek-ai/DeepSeek-V3")->architecture;
    QCOMPARE(a.layerCount(), 61);
    QCOMPARE(a.nextTokenLayers, known.nextTokenLayers);
    QVERIFY(nameless(a.blocks[a.nextTokenBlock]) == nameless(known.blocks[known.nextTokenBlock]));
    QCOMPARE(described(contents(QStringLiteral("qwen3-8b.json")))->architecture->nextTokenLayers, 0);
}

void TestConfig::coversManyArchitectures() {
    std::vector<std::string> names;
    for (const Row& row : rows()) {
        const auto found = described(contents(row.file));
        names.push_back(found.ok() ? found->architectureName : "");
    }
    QStringList missing; // of the catalogue, without a file
    for (const CatalogModel& model : facts().catalog->models()) {
        for (const std::string& name : model.hfArchitectures) {
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                missing << QString::fromStdString(name);
            }
        }
    }
    QCOMPARE(missing, QStringList());
}

void TestConfig::layoutSources_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("warning");
    // All in the file; the alternation of Gemma 2 and the defaults of Gemma 3 come from the table; a window that
    // llama.cpp ignores is a decision of the table, too; caches that nothing sizes.
    QTest::newRow("grouped") << "qwen3-8b.json"
                             << "config"
                             << "";
    QTest::newRow("latent") << "deepseek-v3.json"
                            << "config"
                            << "";
    QTest::newRow("states") << "granite-4.0-h-small.json"
                            << "config"
                            << "";
    QTest::newRow("pattern of the family") << "gemma-2-9b.json"
                                           << "architecture-table"
                                           << "layout-from-table";
    QTest::newRow("defaults of the family") << "gemma-3-4b.json"
                                            << "architecture-table"
                                            << "layout-from-table";
    QTest::newRow("window ignored") << "mistral-7b-v0.1.json"
                                    << "architecture-table"
                                    << "window-ignored";
    QTest::newRow("compressed") << "deepseek-v4-flash.json"
                                << "unknown"
                                << "layout-unknown";
    QTest::newRow("block-sparse") << "minimax-m3.json"
                                  << "unknown"
                                  << "layout-unknown";
}

void TestConfig::layoutSources() {
    QFETCH(const QString, file);
    QFETCH(const QString, source);
    QFETCH(const QString, warning);
    const auto found = described(contents(file));
    QVERIFY(found.ok());
    QCOMPARE(idOf(found->layoutSource), source);
    const auto warnings = codes(*found);
    QCOMPARE(std::find(warnings.begin(), warnings.end(), warning.toStdString()) != warnings.end(), !warning.isEmpty());
}

void TestConfig::refusesBadValues_data() {
    QTest::addColumn<std::string>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* key, const char* value, const char* code, const char* where = nullptr) {
        QTest::newRow(
            qPrintable(QStringLiteral("%1 %2").arg(QString::fromUtf8(key), QString::fromUtf8(value).left(60))))
            << withText(key, value) << QString::fromUtf8(code)
            << QStringLiteral("config.json: ") + QString::fromUtf8(where == nullptr ? key : where);
    };
    for (const char* const key : {"hidden_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads",
                                  "head_dim", "vocab_size", "intermediate_size", "max_position_embeddings"}) {
        row(key, "0", "out-of-range");
        row(key, "-1", "out-of-range");
        row(key, "9223372036854775808", "out-of-range");
        row(key, "\"32\"", "wrong-type");
        row(key, "true", "wrong-type");
        row(key, "3.5", "wrong-type");
        row(key, "{}", "wrong-type");
        row(key, "1e400", "not-finite");
        row(key, "-1e400", "not-finite");
        row(key, "NaN", "not-finite");
        row(key, "Infinity", "not-finite");
    }
    for (const char* const key :
         {"hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size", "intermediate_size"}) {
        row(key, "null", "missing-key");
    }
    row("num_key_value_heads", "16", "inconsistent"); // more than heads
    row("num_key_value_heads", "3", "inconsistent");
    row("num_hidden_layers", "4097", "out-of-range");
    row("head_dim", "16777216", "out-of-range"); // times 8 heads: too wide
    row("tie_word_embeddings", "1", "wrong-type");
    row("architectures", "\"LlamaForCausalLM\"", "wrong-type");
    row("architectures", "[7]", "wrong-type", "architectures[0]");
    row("text_config", "7", "wrong-type");
    row("layer_types", R"(["full_attention"])", "inconsistent");
    row("layer_types", R"(["full_attention","full_attention","full_attention","magic"])", "unknown-value",
        "layer_types[3]");
    row("layer_types", R"(["full_attention",1,"full_attention","full_attention"])", "wrong-type", "layer_types[1]");
    row("sliding_window", "-1", "out-of-range");
    row("sliding_window", "2.5", "wrong-type");
    row("use_sliding_window", "\"yes\"", "wrong-type");
    row("num_experts", "70000", "out-of-range");
    row("num_experts", "8", "missing-key", "num_experts_per_tok");
    row("kv_lora_rank", "16", "missing-key", "qk_rope_head_dim");
    row("block_configs", "[{},{},{},7]", "missing-key", "block_configs[0].attention");
    row("hybrid_override_pattern", "\"M-M\"", "inconsistent");
    row("hybrid_override_pattern", "\"M-M?\"", "unknown-value");
    row("rope_scaling", "\"yarn\"", "wrong-type");
    row("rope_scaling", R"({"rope_type":"yarn","factor":1e999,"original_max_position_embeddings":4096})", "not-finite",
        "rope_scaling.factor");
    row("quantization_config", R"({"quant_method":"telepathy"})", "unknown-value", "quantization_config.quant_method");
    row("quantization_config", R"({"bits":4})", "missing-key", "quantization_config.quant_method");
    row("quantization_config", R"({"quant_method":"gptq","bits":0})", "out-of-range", "quantization_config.bits");
    row("quantization_config", R"({"quant_method":"gptq","bits":64})", "out-of-range", "quantization_config.bits");
    row("quantization_config", R"({"quant_method":"gptq","bits":4,"group_size":0})", "out-of-range",
        "quantization_config.group_size");
    row("quantization_config", R"({"quant_method":"gptq","bits":4,"group_size":-2})", "out-of-range",
        "quantization_config.group_size");
    row("quantization_config", "[]", "wrong-type");
    // Each within bounds, too many parameters together (2^24 x 2^24 a matrix and 4096 layers)
    nlohmann::ordered_json huge = plain();
    huge["hidden_size"] = 1 << 24;
    huge["intermediate_size"] = 1 << 24;
    huge["num_hidden_layers"] = 4096;
    QTest::newRow("too many parameters") << huge.dump() << "overflow"
                                         << "config.json: hidden_size";
    nlohmann::ordered_json odd = plain();
    odd.erase("head_dim");
    odd["num_attention_heads"] = 12;
    QTest::newRow("heads that do not divide") << odd.dump() << "inconsistent"
                                              << "config.json: num_attention_heads";
    nlohmann::ordered_json used = plain();
    used["num_experts"] = 4;
    used["num_experts_per_tok"] = 8;
    QTest::newRow("more experts used than there are") << used.dump() << "inconsistent"
                                                      << "config.json: num_experts_per_tok";
    nlohmann::ordered_json inner{{"architectures", {"LlavaForConditionalGeneration"}}, {"text_config", plain()}};
    inner["text_config"]["hidden_size"] = -5;
    QTest::newRow("inside text_config") << inner.dump() << "out-of-range"
                                        << "config.json: text_config.hidden_size";
    QTest::newRow("a key twice") << std::string(R"({"hidden_size":1,"hidden_size":2})") << "duplicate"
                                 << "config.json";
    QTest::newRow("no architecture") << std::string(R"({"hidden_size":64})") << "missing-key"
                                     << "config.json: architectures";
    QTest::newRow("a list") << std::string("[1,2]") << "wrong-type"
                            << "config.json";
}

void TestConfig::refusesBadValues() {
    QFETCH(const std::string, json);
    QFETCH(const QString, code);
    QFETCH(const QString, where);
    const auto found = describeConfig(json, "config.json");
    QVERIFY(!found.ok());
    QCOMPARE(QString::fromStdString(std::string(errorCodeId(found.error().code))), code);
    QCOMPARE(QString::fromStdString(found.error().where), where);
}

void TestConfig::acceptsLegalValues_data() {
    QTest::addColumn<std::string>("json");
    QTest::newRow("no window") << withText("sliding_window", "null");
    QTest::newRow("a window of 0") << withText("sliding_window", "0");
    QTest::newRow("a window larger than the context") << withText("sliding_window", "1000000");
    QTest::newRow("a whole number as a float") << withText("hidden_size", "64.0");
    QTest::newRow("one group a row") << withText("quantization_config",
                                                 R"({"quant_method":"gptq","bits":4,"group_size":-1})");
    QTest::newRow("code that is not run")
        << withText("auto_map", R"({"AutoConfig":"../../evil.py--os.system","AutoModel":["x"]})");
    QTest::newRow("attention implementation") << withText("_attn_implementation_internal", "\"flash_attention_2\"");
    QTest::newRow("nothing for a number that has a default") << withText("max_position_embeddings", "null");
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBF" + plain().dump();
}

void TestConfig::acceptsLegalValues() {
    QFETCH(const std::string, json);
    const auto found = describeConfig(json, "config.json");
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().where.c_str());
    // 2 x 1000 x 64 embeddings, per layer 64 x (64 + 2 x 16) + 64 x 64 + 3 x 64 x 128 + 2 x 64, and the last norm
    QCOMPARE(found->parameters, std::int64_t{2 * 1000 * 64 + 4 * (64 * 96 + 64 * 64 + 3 * 64 * 128 + 2 * 64) + 64});
    QVERIFY(found->cacheKnown);
    QVERIFY(found->warnings.empty());
}

void TestConfig::refusesOtherFiles_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("kind");
    QTest::newRow("nothing") << QByteArray() << "not-this-kind"
                             << "an empty file";
    QTest::newRow("ZIP, PyTorch") << QByteArray("PK\x03\x04{}") << "not-this-kind"
                                  << "a ZIP or PyTorch archive";
    QTest::newRow("pickle") << QByteArray("\x80\x02}q") << "not-this-kind"
                            << "a Python pickle";
    QTest::newRow("HTML") << QByteArray("<!doctype html>") << "not-this-kind"
                          << "a web page";
    QTest::newRow("LFS pointer") << QByteArray("version https://git-lfs.github.com/spec/v1") << "not-this-kind"
                                 << "a Git LFS pointer, not the file itself";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << "not-this-kind"
                            << "UTF-16 text";
    QTest::newRow("GGUF") << QByteArray("GGUF\x03") << "not-this-kind"
                          << "a GGUF file";
    QTest::newRow("NUL") << QByteArray("{\0}", 3) << "not-json"
                         << "";
    QTest::newRow("broken UTF-8") << QByteArray("{\"a\":\"\xC3\x28\"}") << "not-json"
                                  << "";
    QTest::newRow("5 MB") << QByteArray(5 << 20, ' ') << "too-large"
                          << "";
}

void TestConfig::refusesOtherFiles() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, code);
    QFETCH(const QString, kind);
    const auto found = described(text);
    QVERIFY(!found.ok());
    QCOMPARE(QString::fromStdString(std::string(errorCodeId(found.error().code))), code);
    if (!kind.isEmpty()) {
        QCOMPARE(QString::fromStdString(found.error().arguments.at(1)), kind);
    }
}

void TestConfig::nestingIsBounded() {
    const auto nested = [](int depth) {
        std::string text;
        for (int i = 0; i < depth; ++i) {
            text += R"({"model_type":"llava","text_config":)";
        }
        return text + plain().dump() + std::string(static_cast<std::size_t>(depth), '}');
    };
    QVERIFY(describeConfig(nested(2), "config.json").ok());
    const auto deep = describeConfig(nested(10), "config.json");
    QVERIFY(!deep.ok());
    QCOMPARE(deep.error().code, ErrorCode::TooLarge);
    const auto deeper = describeConfig(nested(1000), "config.json");
    QVERIFY(!deeper.ok());
    QCOMPARE(deeper.error().code, ErrorCode::NotJson);
}

void TestConfig::pythonNumbersOnlyWhereNotRead() {
    // As Nemotron's files have them; a text that looks like one stays a text
    const std::string json = withText("time_step_limit", "[0.0, Infinity, -Infinity, NaN]");
    const auto found = describeConfig(json, "config.json");
    QVERIFY(found.ok());
    const auto name = describeConfig(withText("note", "\"say \\\"NaN\\\" or -Infinity\""), "config.json");
    QVERIFY(name.ok());
    QVERIFY(!describeConfig(withText("note", "Infinit"), "config.json").ok());
}

void TestConfig::unknownArchitectures_data() {
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<QString>("source");
    QTest::newRow("nothing unusual") << std::string("new_scale") << std::string("1.5") << "config";
    QTest::newRow("full layers") << std::string("layer_types")
                                 << std::string(
                                        R"(["full_attention","full_attention","full_attention","full_attention"])")
                                 << "config";
    QTest::newRow("no window") << std::string("sliding_window") << std::string("null") << "config";
    QTest::newRow("window switched off") << std::string("linear_scale") << std::string("false") << "config";
    QTest::newRow("a window somewhere") << std::string("sliding_window") << std::string("512") << "unknown";
    QTest::newRow("KV heads not said") << std::string("num_key_value_heads") << std::string("null") << "unknown";
    QTest::newRow("head size not said") << std::string("head_dim") << std::string("null") << "unknown";
    QTest::newRow("states") << std::string("ssm_dim") << std::string("16") << "unknown";
    QTest::newRow("convolutions") << std::string("conv_width") << std::string("4") << "unknown";
    QTest::newRow("latents") << std::string("latent_size") << std::string("128") << "unknown";
    QTest::newRow("compression") << std::string("kv_compression") << std::string("4") << "unknown";
    QTest::newRow("linear layers")
        << std::string("layer_types")
        << std::string(R"(["linear_attention","full_attention","linear_attention","full_attention"])") << "unknown";
    QTest::newRow("encoder") << std::string("is_encoder_decoder") << std::string("true") << "unknown";
}

void TestConfig::unknownArchitectures() {
    QFETCH(const std::string, key);
    QFETCH(const std::string, value);
    QFETCH(const QString, source);
    nlohmann::ordered_json json = nlohmann::ordered_json::parse(withText(key, value));
    json["architectures"] = {"BrandNewForCausalLM"};
    json["model_type"] = "brandnew";
    const auto found = describedJson(json);
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().where.c_str());
    QCOMPARE(idOf(found->layoutSource), source);
    QCOMPARE(found->cacheKnown, source == QStringLiteral("config"));
    QVERIFY(!found->tensorsKnown);
    QCOMPARE(codes(*found), std::vector<std::string>{found->cacheKnown ? "architecture-not-known" : "layout-unknown"});
}

void TestConfig::unknownLayoutHoldsNoGuess() {
    nlohmann::ordered_json json = plain();
    json["architectures"] = {"BrandNewForCausalLM"};
    json["model_type"] = "brandnew";
    json["mamba_state"] = 16;
    const auto found = describedJson(json);
    QVERIFY(found.ok());
    QCOMPARE(found->parameters, std::int64_t{0});
    QCOMPARE(found->architecture->hiddenSize, std::int64_t{64});
    QCOMPARE(found->architecture->layerCount(), std::int64_t{4});
    for (const Block& block : found->architecture->blocks) {
        QVERIFY(std::holds_alternative<std::monostate>(block.attention));
        QVERIFY(!block.recurrent);
    }
}

void TestConfig::storedFormats_data() {
    QTest::addColumn<std::string>("quantization");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* json, const char* id) {
        QTest::newRow(json) << std::string(json) << QString::fromUtf8(id);
    };
    row(R"({"quant_method":"gptq","bits":4,"group_size":128,"desc_act":true})", "GPTQ-Int4");
    row(R"({"quant_method":"gptq","bits":4,"group_size":32})", "GPTQ 4-bit g32");
    row(R"({"quant_method":"gptq","bits":3,"group_size":128})", "GPTQ 3-bit g128");
    row(R"({"quant_method":"gptq","bits":8,"group_size":128})", "GPTQ-Int8");
    row(R"({"quant_method":"awq","bits":4,"group_size":128,"version":"gemm","zero_point":true})", "AWQ");
    row(R"({"quant_method":"auto-round","bits":4,"group_size":128})", "AutoRound INT4 g128");
    row(R"({"quant_method":"bitsandbytes","load_in_4bit":true,"bnb_4bit_quant_type":"nf4"})", "NF4");
    row(R"({"quant_method":"bitsandbytes","load_in_4bit":true,"bnb_4bit_use_double_quant":true})", "NF4-DQ");
    row(R"({"load_in_8bit":true,"llm_int8_threshold":6.0})", "INT8");
    row(R"({"quant_method":"fp8","fmt":"e4m3","weight_block_size":[128,128]})", "FP8");
    row(R"({"quant_method":"fp8","activation_scheme":"static"})", "FP8-tensor");
    row(R"({"quant_method":"fbgemm_fp8"})", "FP8-tensor");
    row(R"({"quant_method":"mxfp4"})", "MXFP4");
    row(R"({"quant_method":"compressed-tensors","format":"pack-quantized","config_groups":{"group_0":{"input_activations":null,"weights":{"num_bits":4,"type":"int","group_size":128,"strategy":"group"}}}})",
        "W4A16 compressed-tensors sym g128");
    row(R"({"quant_method":"compressed-tensors","format":"int-quantized","config_groups":{"group_0":{"input_activations":{"num_bits":8},"weights":{"num_bits":8,"type":"int","strategy":"channel"}}}})",
        "INT8 W8A8 (SmoothQuant)");
    row(R"({"quant_method":"compressed-tensors","format":"float-quantized","config_groups":{"group_0":{"weights":{"num_bits":8,"type":"float","strategy":"channel"}}}})",
        "FP8-tensor");
    row(R"({"quant_method":"compressed-tensors","format":"float-quantized","config_groups":{"group_0":{"weights":{"num_bits":8,"type":"float","strategy":"block"}}}})",
        "FP8");
    row(R"({"quant_method":"compressed-tensors","format":"nvfp4-pack-quantized","config_groups":{"group_0":{"weights":{"num_bits":4,"type":"float","group_size":16}}}})",
        "NVFP4");
    row(R"({"quant_method":"modelopt","quant_algo":"NVFP4"})", "NVFP4");
    row(R"({"quant_method":"modelopt","quant_algo":"FP8"})", "FP8-tensor");
    row(R"({"quant_method":"hqq","quant_config":{"weight_quant_params":{"nbits":4,"group_size":64}}})",
        "HQQ 4-bit g64");
    row(R"({"quant_method":"torchao","quant_type":{"default":{"_type":"Int4WeightOnlyConfig"}}})",
        "torchao int4 weight-only g128");
    row(R"({"quant_method":"exl2","bits":4.2,"head_bits":6})", "EXL2 4.25 bpw");
    row(R"({"quant_method":"exl3","bits":3.0})", "EXL3 3.0 bpw");
    row(R"({"quant_method":"aqlm","nbits_per_codebook":16})", "AQLM 2-bit 1x16");
    row(R"({"quant_method":"bitnet"})", "BitNet i2_s");
    row(R"({"quant_method":"quark"})", "");
    row(R"({"quant_method":"gptq","bits":2})", "");
}

void TestConfig::storedFormats() {
    QFETCH(const std::string, quantization);
    QFETCH(const QString, id);
    const auto found = describeConfig(withText("quantization_config", quantization), "config.json");
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().where.c_str());
    QCOMPARE(QString::fromStdString(found->storedFormat), id);
    const WeightFormat* format = facts().catalog->findWeightFormat(found->storedFormat);
    QCOMPARE(format != nullptr && format->id == found->storedFormat, !id.isEmpty());
    QCOMPARE(codes(*found), id.isEmpty() ? std::vector<std::string>{"format-not-sized"} : std::vector<std::string>{});

    const auto mlx = describeConfig(withText("quantization", R"({"group_size":64,"bits":4})"), "config.json");
    QVERIFY(mlx.ok());
    QCOMPARE(QString::fromStdString(mlx->storedFormat), QStringLiteral("MLX 4-bit g64"));
}

void TestConfig::windowsThatRuntimesIgnore() {
    // Qwen2 with its window switched on: llama.cpp keeps the whole context, and so does the catalogue
    nlohmann::ordered_json json = plain();
    json["architectures"] = {"Qwen2ForCausalLM"};
    json["sliding_window"] = 512;
    json["use_sliding_window"] = true;
    json["max_window_layers"] = 2;
    const auto found = describedJson(json);
    QVERIFY(found.ok());
    QCOMPARE(std::get<GroupedAttention>(found->architecture->layer(3).attention).window, std::int64_t{0});
    QCOMPARE(found->warnings.front(), (ModelWarning{"window-ignored", "sliding_window", {"512"}}));
    json["use_sliding_window"] = false;
    const auto off = describedJson(json);
    QVERIFY(off.ok() && off->warnings.empty());
}

void TestConfig::towers() {
    // Pixtral as Mistral's community repository writes it: the class's defaults are left out. Patches 3 x 16 x 16 x
    // 1024 and a norm; 24 layers of two norms, 4 x 1024^2 and 3 x 1024 x 4096; a projector with biases, 1024 to 64
    // to 64.
    nlohmann::ordered_json json{{"architectures", {"LlavaForConditionalGeneration"}},
                                {"text_config", plain()},
                                {"vision_config", {{"model_type", "pixtral"}, {"patch_size", 16}}}};
    const auto pixtral = describedJson(json);
    QVERIFY(pixtral.ok());
    const std::int64_t layer = 2 * 1024 + 4 * 1024 * 1024 + 3 * 1024 * 4096;
    const std::int64_t projector = 1024 * 64 + 64 + 64 * 64 + 64;
    QCOMPARE(pixtral->architecture->visionParameters, std::int64_t{3 * 16 * 16 * 1024 + 1024} + 24 * layer + projector);
    QVERIFY(pixtral->warnings.empty());
    // LLaVA's CLIP is another layout; a wrong number is an error all the same
    json["vision_config"]["model_type"] = "clip_vision_model";
    const auto clip = describedJson(json);
    QVERIFY(clip.ok());
    QCOMPARE(codes(*clip), std::vector<std::string>{"vision-not-sized"});
    json["vision_config"] = {{"model_type", "pixtral"}, {"hidden_size", -3}};
    const auto wrong = describedJson(json);
    QVERIFY(!wrong.ok());
    QCOMPARE(QString::fromStdString(wrong.error().where), QStringLiteral("config.json: vision_config.hidden_size"));
    json["vision_config"] = nullptr;
    const auto none = describedJson(json);
    QVERIFY(none.ok() && none->warnings.empty());
}

void TestConfig::stateAndAttentionInOneLayer() {
    nlohmann::ordered_json json = plain();
    json["architectures"] = {"FalconH1ForCausalLM"};
    json["mamba_d_ssm"] = 96;
    json["mamba_n_heads"] = 6;
    json["mamba_d_head"] = 16;
    json["mamba_d_state"] = 32;
    json["mamba_n_groups"] = 1;
    json["mamba_d_conv"] = 4;
    json["mamba_rms_norm"] = false;
    const auto found = describedJson(json);
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().where.c_str());
    const Block& block = found->architecture->layer(0);
    QVERIFY(std::holds_alternative<GroupedAttention>(block.attention));
    QVERIFY(block.recurrent.has_value());
    QCOMPARE(block.recurrent->convChannels, std::int64_t{96 + 2 * 32});
    QCOMPARE(block.recurrent->stateElements, std::int64_t{96 * 32});
    QVERIFY(!block.recurrent->norm);
    QCOMPARE(idOf(found->layoutSource), QStringLiteral("config"));
}

void TestConfig::tiedByFamily() {
    const auto tied = [](const char* architecture) {
        nlohmann::ordered_json json = plain();
        json.erase("tie_word_embeddings");
        json["architectures"] = {architecture};
        const auto found = describedJson(json);
        return found.ok() && found->architecture->tiedEmbeddings;
    };
    QVERIFY(tied("GemmaForCausalLM"));
    QVERIFY(tied("CohereForCausalLM"));
    QVERIFY(!tied("LlamaForCausalLM"));
    QVERIFY(!tied("Qwen2ForCausalLM"));
}

void TestConfig::namesOfKeys() {
    // The same model by GPT-like names: 4 layers, 8 heads, 2 KV heads of 8, width 64 and 128
    const nlohmann::ordered_json json{{"architectures", {"LlamaForCausalLM"}},
                                      {"n_embd", 64},
                                      {"n_inner", 128},
                                      {"n_layer", 4},
                                      {"n_head", 8},
                                      {"n_head_kv", 2},
                                      {"kv_channels", 8},
                                      {"n_positions", 2048},
                                      {"vocab_size", 1000}};
    const auto found = describedJson(json);
    QVERIFY(found.ok());
    const auto usual = describedJson(plain());
    QVERIFY(usual.ok());
    QVERIFY(*found->architecture == *usual->architecture);
    QCOMPARE(found->maxContext, usual->maxContext);
}

void TestConfig::survivesEveryCut() {
    const std::string whole = plain().dump();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        QVERIFY(!describeConfig(std::string_view(whole).substr(0, length), "config.json").ok());
    }
}

void TestConfig::survivesEveryValue() {
    // Each key of each file with values of the wrong kind or size: a description within bounds or a typed error
    const std::vector<nlohmann::ordered_json> values{
        nullptr, 0, -1, 3, 1e300, "x", true, nlohmann::ordered_json::array(), nlohmann::ordered_json::object(),
        16777216};
    std::size_t next = 0;
    const auto check = [](const nlohmann::ordered_json& json) {
        const auto found = describedJson(json);
        const bool bounded = !found.ok() || (found->architecture != nullptr && found->parameters >= 0 &&
                                             found->parameters <= std::int64_t{1} << 50);
        QVERIFY(bounded);
        QVERIFY(found.ok() || found.error().where.starts_with("config.json"));
    };
    for (const Row& row : rows()) {
        std::string text = contents(row.file).toStdString();
        if (const std::size_t at = text.find("Infinity"); at != std::string::npos) {
            text = text.substr(0, at) + '1' + text.substr(at + 8);
        }
        const auto json = nlohmann::ordered_json::parse(text);
        const bool inner = json.contains("text_config");
        const nlohmann::ordered_json& keys = inner ? json["text_config"] : json;
        for (const auto& [key, unused] : keys.items()) {
            for (int i = 0; i < 2; ++i) { // two each: a key stands in many files, and meets all values there
                nlohmann::ordered_json bent = json;
                (inner ? bent["text_config"] : bent)[key] = values[next++ % values.size()];
                check(bent);
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestConfig)
#include "tst_config.moc"
