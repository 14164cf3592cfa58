// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/model/inventory.h"
#include "core/source/safetensors/checkpoint_description.h"
#include "safetensors_writer.h"
#include "shipped_catalog.h"

using namespace vram;
using test::MemoryFiles;
using test::SafetensorsWriter;

namespace {

/// Width 8, 10 tokens, 2 heads of 4, 1 of them for keys, feed-forward 16, two layers:
/// a layer has 64 (q) + 32 (k) + 32 (v) + 64 (o) + 3 * 128 (feed-forward) + 2 * 8 (norms) = 592 parameters,
/// the model 80 (embedding) + 2 * 592 + 8 (norm) + 80 (output) = 1,352.
constexpr std::int64_t kLayer = 592;
constexpr std::int64_t kModel = 1352;

Architecture small(bool tied = false) {
    Architecture architecture;
    architecture.hiddenSize = 8;
    architecture.vocabSize = 10;
    architecture.tiedEmbeddings = tied;
    Block block;
    block.attention = GroupedAttention{.heads = 2, .kvHeads = 1, .headDim = 4, .valueDim = 4};
    block.feedForward = DenseFeedForward{.width = 16};
    architecture.blocks = {block};
    architecture.layerBlocks = {0, 0};
    return architecture;
}

ModelDescription configured(Architecture architecture) {
    ModelDescription description;
    description.architectureName = "LlamaForCausalLM";
    description.container = "config.json";
    description.parameters = parameterCount(architecture);
    description.activeParameters = description.parameters;
    description.architecture = std::make_shared<const Architecture>(std::move(architecture));
    description.layoutSource = LayoutSource::Config;
    description.cacheKnown = true;
    return description;
}

void addLayer(SafetensorsWriter& writer, const std::string& prefix) {
    for (const auto& [name, rows, columns] :
         {std::tuple{"self_attn.q_proj", 8, 8}, std::tuple{"self_attn.k_proj", 4, 8},
          std::tuple{"self_attn.v_proj", 4, 8}, std::tuple{"self_attn.o_proj", 8, 8},
          std::tuple{"mlp.gate_proj", 16, 8}, std::tuple{"mlp.up_proj", 16, 8}, std::tuple{"mlp.down_proj", 8, 16}}) {
        writer.bf16(prefix + name + ".weight", {rows, columns});
    }
    writer.bf16(prefix + "input_layernorm.weight", {8}).bf16(prefix + "post_attention_layernorm.weight", {8});
}

SafetensorsWriter smallFile(bool output = true) {
    SafetensorsWriter writer;
    writer.bf16("model.embed_tokens.weight", {10, 8});
    addLayer(writer, "model.layers.0.");
    addLayer(writer, "model.layers.1.");
    writer.bf16("model.norm.weight", {8});
    if (output) {
        writer.bf16("lm_head.weight", {10, 8});
    }
    return writer;
}

Result<ModelDescription> describe(const SafetensorsWriter& writer, std::optional<ModelDescription> config = {},
                                  const std::string& configuration = {}) {
    MemoryFiles files;
    files.weights("model.safetensors", writer);
    if (!configuration.empty()) {
        files.text("config.json", configuration);
    }
    const auto checkpoint = readCheckpoint(files);
    return checkpoint ? describeCheckpoint(*checkpoint, std::move(config)) : checkpoint.error();
}

const ModelWarning* warningOf(const ModelDescription& description, std::string_view code) {
    const auto& warnings = description.warnings;
    const auto found = std::find_if(warnings.begin(), warnings.end(),
                                    [code](const ModelWarning& warning) { return warning.code == code; });
    return found == warnings.end() ? nullptr : &*found;
}

/// One module of 32 rows and 64 columns, 2,048 parameters, as a quantizer stores it.
struct Packed {
    std::string name;
    std::string type;
    std::vector<std::int64_t> shape;
    std::uint64_t bytes = 0;
};
using PackedModule = std::vector<Packed>;

} // namespace

Q_DECLARE_METATYPE(PackedModule)

class TestCheckpoint : public QObject {
    Q_OBJECT

private slots:
    void sumsByPlace() {
        const auto description = describe(smallFile(), configured(small()));
        QVERIFY(description.ok());
        QCOMPARE(description->container, std::string("safetensors"));
        QCOMPARE(description->architectureName, std::string("LlamaForCausalLM"));
        QCOMPARE(description->parameters, kModel);
        QCOMPARE(description->storedFormat, std::string("BF16"));
        QVERIFY(description->cacheKnown);
        QVERIFY(description->tensorsKnown);
        QVERIFY(description->warnings.empty());
        const WeightSizes& stored = *description->stored;
        QCOMPARE(stored.total.typical.count(), 2 * kModel);
        QVERIFY(stored.total.isExact());
        QCOMPARE(stored.tokenEmbedding.count(), 160);
        QCOMPARE(stored.output.count(), 160 + 16);
        QCOMPARE(stored.layers.size(), 2U);
        QCOMPARE(stored.layers[0].count(), 2 * kLayer);
        QCOMPARE(stored.layers[1].count(), 2 * kLayer);
        QCOMPARE(stored.layerExperts[0].count(), 0);
        QCOMPARE(stored.other.count(), 0);
        QCOMPARE(stored.vision.count(), 0);
        // The inventory in 16 bits is the same, place by place.
        const WeightSizes computed =
            sizeWeights(*description->architecture, *facts().catalog->findWeightFormat("BF16"), Container::Safetensors);
        QCOMPARE(stored.total.typical.count(), computed.total.typical.count());
        QCOMPARE(stored.output.count(), computed.output.count());
        QVERIFY(stored.layers == computed.layers);
    }

    void saysWhereParametersDiffer() {
        Architecture wider = small();
        wider.blocks[0].feedForward = DenseFeedForward{.width = 17};
        const auto description = describe(smallFile(), configured(wider));
        QVERIFY(description.ok());
        const ModelWarning* warning = warningOf(*description, "parameters-differ");
        QVERIFY(warning != nullptr);
        // Each of two layers would have three matrices of one more row or column of 8.
        QCOMPARE(warning->arguments, (std::vector<std::string>{"1352", "1400"}));
        QVERIFY(!description->tensorsKnown);
        QCOMPARE(description->parameters, kModel);
    }

    void countsATiedOutputOnce() {
        const auto description = describe(smallFile(), configured(small(true)));
        QVERIFY(description.ok());
        QCOMPARE(description->parameters, kModel - 80);
        QVERIFY(description->warnings.empty());
        QCOMPARE(description->stored->total.typical.count(), 2 * kModel); // as stored
        QVERIFY(describe(smallFile(false), configured(small(true)))->warnings.empty());
    }

    void leavesOutFurtherTokensLayers_data() {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<bool>("withConfiguration");
        QTest::newRow("behind the last layer") << QByteArray("model.layers.2.") << true;
        QTest::newRow("by its parts") << QByteArray("model.layers.2.") << false;
        QTest::newRow("Qwen3-Next") << QByteArray("mtp.layers.0.") << true;
        QTest::newRow("MiMo") << QByteArray("model.mtp_layers.0.") << false;
        QTest::newRow("DeepSeek-V4") << QByteArray("mtp.0.") << false;
    }
    void leavesOutFurtherTokensLayers() {
        QFETCH(QByteArray, prefix);
        QFETCH(bool, withConfiguration);
        SafetensorsWriter writer = smallFile();
        addLayer(writer, prefix.toStdString());
        writer.bf16(prefix.toStdString() + "eh_proj.weight", {8, 16});
        const auto description =
            describe(writer, withConfiguration ? std::optional(configured(small())) : std::nullopt);
        QVERIFY(description.ok());
        QCOMPARE(description->parameters, kModel);
        QCOMPARE(description->stored->layers.size(), 2U);
        QCOMPARE(description->stored->total.typical.count(), 2 * kModel);
        const ModelWarning* warning = warningOf(*description, "draft-heads");
        QVERIFY(warning != nullptr);
        QCOMPARE(warning->arguments, (std::vector<std::string>{"1", std::to_string(2 * (kLayer + 128))}));
        QVERIFY(warningOf(*description, "parameters-differ") == nullptr);
    }

    void knowsOnlyTheWeightsWithoutAConfiguration() {
        SafetensorsWriter writer = smallFile();
        writer.bf16("visual.blocks.0.attn.qkv.weight", {3, 5});
        for (const bool unknownLayout : {false, true}) {
            std::optional<ModelDescription> config;
            if (unknownLayout) {
                config = configured(small());
                config->layoutSource = LayoutSource::Unknown;
            }
            const auto description = describe(writer, config);
            QVERIFY(description.ok());
            QVERIFY(description->layoutSource == LayoutSource::Unknown);
            QVERIFY(!description->cacheKnown);
            QVERIFY(!description->tensorsKnown);
            QVERIFY(warningOf(*description, "layout-unknown") != nullptr);
            QCOMPARE(description->parameters, kModel + 15);
            const Architecture& architecture = *description->architecture;
            QCOMPARE(architecture.hiddenSize, 8);
            QCOMPARE(architecture.vocabSize, 10);
            QCOMPARE(architecture.layerCount(), 2);
            QCOMPARE(architecture.blocks.size(), 1U);
            QCOMPARE(architecture.layer(0).extraParameters, kLayer);
            QCOMPARE(architecture.visionParameters, 15);
            QVERIFY(!architecture.tiedEmbeddings);
            QCOMPARE(parameterCount(architecture), kModel + 15);
            QVERIFY(std::holds_alternative<std::monostate>(architecture.layer(0).attention));
        }
        QVERIFY(describe(smallFile(false))->architecture->tiedEmbeddings);
    }

    void readsEveryFamilysNames_data() {
        QTest::addColumn<QByteArray>("embedding");
        QTest::addColumn<QByteArray>("layers");
        QTest::addColumn<QByteArray>("norm");
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("Llama") << QByteArray("model.embed_tokens") << QByteArray("model.layers.")
                               << QByteArray("model.norm") << QByteArray("lm_head");
        QTest::newRow("GPT-2") << QByteArray("transformer.wte") << QByteArray("transformer.h.")
                               << QByteArray("transformer.ln_f") << QByteArray("lm_head");
        QTest::newRow("GPT-2 bare") << QByteArray("wte") << QByteArray("h.") << QByteArray("ln_f")
                                    << QByteArray("lm_head");
        QTest::newRow("Falcon") << QByteArray("transformer.word_embeddings") << QByteArray("transformer.h.")
                                << QByteArray("transformer.ln_f") << QByteArray("lm_head");
        QTest::newRow("GPT-NeoX") << QByteArray("gpt_neox.embed_in") << QByteArray("gpt_neox.layers.")
                                  << QByteArray("gpt_neox.final_layer_norm") << QByteArray("embed_out");
        QTest::newRow("ChatGLM") << QByteArray("transformer.embedding.word_embeddings")
                                 << QByteArray("transformer.encoder.layers.")
                                 << QByteArray("transformer.encoder.final_layernorm")
                                 << QByteArray("transformer.output_layer");
        QTest::newRow("InternLM2") << QByteArray("model.tok_embeddings") << QByteArray("model.layers.")
                                   << QByteArray("model.norm") << QByteArray("output");
        QTest::newRow("Mistral's own") << QByteArray("tok_embeddings") << QByteArray("layers.") << QByteArray("norm")
                                       << QByteArray("output");
        QTest::newRow("Mamba") << QByteArray("backbone.embeddings") << QByteArray("backbone.layers.")
                               << QByteArray("backbone.norm_f") << QByteArray("lm_head");
        QTest::newRow("OPT") << QByteArray("model.decoder.embed_tokens") << QByteArray("model.decoder.layers.")
                             << QByteArray("model.decoder.final_layer_norm") << QByteArray("lm_head");
        QTest::newRow("MPT, DBRX") << QByteArray("transformer.wte") << QByteArray("transformer.blocks.")
                                   << QByteArray("transformer.norm_f") << QByteArray("lm_head");
        QTest::newRow("Gemma 3") << QByteArray("language_model.model.embed_tokens")
                                 << QByteArray("language_model.model.layers.")
                                 << QByteArray("language_model.model.norm") << QByteArray("language_model.lm_head");
        QTest::newRow("Qwen3-VL") << QByteArray("model.language_model.embed_tokens")
                                  << QByteArray("model.language_model.layers.")
                                  << QByteArray("model.language_model.norm") << QByteArray("lm_head");
        QTest::newRow("Qwen2.5-Omni") << QByteArray("thinker.model.embed_tokens") << QByteArray("thinker.model.layers.")
                                      << QByteArray("thinker.model.norm") << QByteArray("thinker.lm_head");
        QTest::newRow("BERT") << QByteArray("bert.embeddings.word_embeddings") << QByteArray("bert.encoder.layer.")
                              << QByteArray("final_norm") << QByteArray("lm_head");
    }
    void readsEveryFamilysNames() {
        QFETCH(QByteArray, embedding);
        QFETCH(QByteArray, layers);
        QFETCH(QByteArray, norm);
        QFETCH(QByteArray, output);
        SafetensorsWriter writer;
        writer.bf16((embedding + ".weight").toStdString(), {10, 8});
        writer.bf16((layers + "0.some.weight").toStdString(), {3});
        writer.bf16((layers + "1.other_norm.weight").toStdString(), {5});
        writer.bf16((norm + ".weight").toStdString(), {8});
        writer.bf16((output + ".weight").toStdString(), {10, 8});
        const auto description = describe(writer);
        QVERIFY(description.ok());
        const WeightSizes& stored = *description->stored;
        QCOMPARE(stored.tokenEmbedding.count(), 160);
        QCOMPARE(stored.output.count(), 160 + 16);
        QCOMPARE(stored.layers.size(), 2U);
        QCOMPARE(stored.layers[0].count(), 6);
        QCOMPARE(stored.layers[1].count(), 10);
        QCOMPARE(stored.other.count(), 0);
        QVERIFY(!description->architecture->tiedEmbeddings);
    }

    void tellsTowersApart_data() {
        QTest::addColumn<bool>("tower");
        for (const char* name :
             {"visual.blocks.0.attn.qkv.weight", "model.visual.blocks.3.mlp.linear_fc1.weight",
              "visual.merger.mlp.0.weight", "vision_tower.vision_model.encoder.layers.0.mlp.fc1.weight",
              "model.vision_tower.layers.0.mlp.fc1.weight", "vision_model.model.layers.0.mlp.fc1.weight",
              "multi_modal_projector.linear_1.weight", "model.multi_modal_projector.mm_input_projection_weight",
              "audio_tower.layers.0.fc1.weight", "thinker.audio_tower.layers.0.fc1.weight",
              "model.embed_vision.embedding.weight", "mlp1.0.weight", "vision_model.encoder.layers.0.attn.qkv.weight",
              "model.connector.modality_projection.proj.weight"}) {
            QTest::newRow(name) << true;
        }
        for (const char* name : {"model.embed_tokens_per_layer.weight", "transformer.wpe.weight", "score.weight"}) {
            QTest::newRow(name) << false;
        }
    }
    void tellsTowersApart() {
        QFETCH(bool, tower);
        SafetensorsWriter writer = smallFile();
        writer.bf16(QTest::currentDataTag(), {7});
        const auto description = describe(writer);
        QVERIFY(description.ok());
        QCOMPARE(description->stored->other.count(), 14);
        QCOMPARE(description->stored->vision.count(), tower ? 14 : 0);
        QCOMPARE(description->stored->layers.size(), 2U);
    }

    void tellsExpertsApart_data() {
        QTest::addColumn<QByteArrayList>("experts");
        QTest::addColumn<QByteArrayList>("others");
        QTest::newRow("Qwen3") << QByteArrayList{"mlp.experts.0.up_proj.weight", "mlp.experts.1.up_proj.weight"}
                               << QByteArrayList{"mlp.gate.weight", "mlp.shared_expert.up_proj.weight"};
        QTest::newRow("Mixtral") << QByteArrayList{"block_sparse_moe.experts.0.w1.weight"}
                                 << QByteArrayList{"block_sparse_moe.gate.weight"};
        QTest::newRow("DeepSeek-V3") << QByteArrayList{"mlp.experts.7.down_proj.weight"}
                                     << QByteArrayList{"mlp.shared_experts.down_proj.weight",
                                                       "mlp.gate.e_score_correction_bias"};
        QTest::newRow("Llama 4") << QByteArrayList{"feed_forward.experts.gate_up_proj"}
                                 << QByteArrayList{"feed_forward.router.weight"};
        QTest::newRow("DBRX") << QByteArrayList{"ffn.experts.mlp.w1"} << QByteArrayList{"ffn.router.layer.weight"};
    }
    void tellsExpertsApart() {
        QFETCH(QByteArrayList, experts);
        QFETCH(QByteArrayList, others);
        SafetensorsWriter writer;
        for (const QByteArray& name : experts + others) {
            writer.bf16("model.layers.0." + name.toStdString(), {4, 8});
        }
        writer.bf16("model.layers.0.block_sparse_moe.input_linear.weight", {4, 4, 4}); // Granite: one tensor of all
        writer.bf16("model.layers.0.mixer.conv1d.weight", {8, 1, 4});                  // no experts
        const auto description = describe(writer);
        QVERIFY(description.ok());
        QCOMPARE(description->stored->layerExperts[0].count(), 64 * experts.size() + 128);
        QCOMPARE(description->stored->layers[0].count(), 64 * (experts.size() + others.size()) + 2 * 64 + 2 * 32);
    }

    void countsNoBuffers() {
        SafetensorsWriter writer = smallFile();
        writer.tensor("model.layers.0.self_attn.rotary_emb.inv_freq", "F32", {2}, 8);
        writer.tensor("h.1.attn.bias", "F32", {1, 1, 4, 4}, 64); // GPT-2's causal mask
        const auto description = describe(writer);
        QVERIFY(description.ok());
        QCOMPARE(description->parameters, kModel);
        QCOMPARE(description->stored->total.typical.count(), 2 * kModel + 72);
    }

    void countsWhatWasPacked_data() {
        QTest::addColumn<PackedModule>("tensors");
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArray>("format");
        const auto row = [](const char* name, const char* format, const PackedModule& tensors,
                            const char* configuration = "") {
            QTest::newRow(name) << tensors << QByteArray(configuration) << QByteArray(format);
        };
        // GPTQ: 64 inputs packed into 64 * bits / 32 rows; two groups of 32.
        row("GPTQ 4-bit", "GPTQ-Int4",
            {{"qweight", "I32", {8, 32}, 1024},
             {"qzeros", "I32", {2, 4}, 32},
             {"scales", "F16", {2, 32}, 128},
             {"g_idx", "I32", {64}, 256}});
        row("GPTQ 4-bit without order", "GPTQ-Int4",
            {{"qweight", "I32", {8, 32}, 1024}, {"qzeros", "I32", {2, 4}, 32}, {"scales", "F16", {2, 32}, 128}});
        row("GPTQ 8-bit", "GPTQ-Int8",
            {{"qweight", "I32", {16, 32}, 2048},
             {"qzeros", "I32", {2, 8}, 64},
             {"scales", "F16", {2, 32}, 128},
             {"g_idx", "I32", {64}, 256}});
        row("GPTQ 3-bit", "GPTQ 3-bit g128",
            {{"qweight", "I32", {6, 32}, 768},
             {"qzeros", "I32", {2, 3}, 24},
             {"scales", "F16", {2, 32}, 128},
             {"g_idx", "I32", {64}, 256}});
        row("GPTQ by its configuration", "GPTQ-Int8",
            {{"qweight", "I32", {16, 32}, 2048}, {"scales", "F16", {2, 32}, 128}},
            R"({"quantization_config":{"bits":8,"group_size":32}})");
        // AWQ: 32 outputs packed into 4 columns.
        row("AWQ", "AWQ",
            {{"qweight", "I32", {64, 4}, 1024}, {"qzeros", "I32", {2, 4}, 32}, {"scales", "F16", {2, 32}, 128}});
        row("compressed-tensors", "W4A16 compressed-tensors sym g128",
            {{"weight_packed", "I32", {32, 8}, 1024},
             {"weight_scale", "BF16", {32, 2}, 128},
             {"weight_shape", "I64", {2}, 16}},
            R"({"quantization_config":{"config_groups":{"group_0":{"weights":{"num_bits":4,"group_size":32}}}}})");
        row("NVFP4 of compressed-tensors", "NVFP4",
            {{"weight_packed", "U8", {32, 32}, 1024},
             {"weight_scale", "F8_E4M3", {32, 4}, 128},
             {"weight_global_scale", "F32", {1}, 4}});
        row("NVFP4 of ModelOpt", "NVFP4",
            {{"weight", "U8", {32, 32}, 1024},
             {"weight_scale", "F8_E4M3", {32, 4}, 128},
             {"weight_scale_2", "F32", {}, 4},
             {"input_scale", "F32", {}, 4}});
        row("NF4", "NF4",
            {{"weight", "U8", {1024, 1}, 1024},
             {"weight.absmax", "F32", {32}, 128},
             {"weight.quant_map", "F32", {16}, 64},
             {"weight.quant_state.bitsandbytes__nf4", "U8", {81}, 81}});
        row("NF4 with packed scales", "NF4-DQ",
            {{"weight", "U8", {1024, 1}, 1024},
             {"weight.absmax", "U8", {32}, 32},
             {"weight.nested_absmax", "F32", {1}, 4},
             {"weight.nested_quant_map", "F32", {256}, 1024},
             {"weight.quant_map", "F32", {16}, 64},
             {"weight.quant_state.bitsandbytes__nf4", "U8", {97}, 97}});
        row("LLM.int8()", "INT8",
            {{"weight", "I8", {32, 64}, 2048}, {"SCB", "F32", {32}, 128}, {"weight_format", "U8", {}, 1}});
        row("FP8 by blocks", "FP8", {{"weight", "F8_E4M3", {32, 64}, 2048}, {"weight_scale_inv", "F32", {1, 1}, 4}});
        row("FP8 by rows", "FP8-tensor",
            {{"weight", "F8_E4M3", {32, 64}, 2048},
             {"weight_scale", "F32", {32, 1}, 128},
             {"input_scale", "F32", {}, 4}});
        row("INT8 by rows", "INT8 W8A8 (SmoothQuant)",
            {{"weight", "I8", {32, 64}, 2048}, {"weight_scale", "BF16", {32, 1}, 64}});
        row("MXFP4 of gpt-oss", "MXFP4",
            {{"experts.up_proj_blocks", "U8", {2, 16, 2, 16}, 1024}, {"experts.up_proj_scales", "U8", {2, 16, 2}, 64}});
        row("MXFP4 of DeepSeek-V4", "MXFP4", {{"weight", "I8", {32, 32}, 1024}, {"scale", "F8_E8M0", {32, 2}, 64}});
        row("MXFP4 as a type of its own", "MXFP4",
            {{"weight", "F4", {32, 64}, 1024}, {"weight_scale", "F8_E8M0", {32, 2}, 64}});
        const PackedModule mlx{
            {"weight", "U32", {32, 8}, 1024}, {"scales", "BF16", {32, 1}, 64}, {"biases", "BF16", {32, 1}, 64}};
        row("MLX", "MLX 4-bit g64", mlx, R"({"quantization":{"group_size":64,"bits":4}})");
        row("MLX without its group", "MLX 4-bit g64", mlx);
        row("MLX 8-bit", "MLX 8-bit g64",
            {{"weight", "U32", {32, 16}, 2048}, {"scales", "BF16", {32, 2}, 128}, {"biases", "BF16", {32, 2}, 128}},
            R"({"quantization":{"group_size":32,"bits":4}})"); // this layer has more bits than the others
        row("EXL3 4-bit", "EXL3 4.0 bpw",
            {{"trellis", "I16", {4, 2, 64}, 1024}, {"suh", "F16", {64}, 128}, {"svh", "F16", {32}, 64}});
        row("EXL2", "",
            {{"q_weight", "I32", {9, 32}, 1152}, {"q_perm", "I16", {64}, 128}, {"q_scale", "I32", {2, 4}, 32}});
        row("plain F16", "F16", {{"weight", "F16", {32, 64}, 4096}});
        row("plain F32", "F32", {{"weight", "F32", {32, 64}, 8192}});
    }
    void countsWhatWasPacked() {
        QFETCH(PackedModule, tensors);
        QFETCH(QByteArray, configuration);
        QFETCH(QByteArray, format);
        SafetensorsWriter writer;
        std::uint64_t bytes = 0;
        for (const Packed& tensor : tensors) {
            writer.tensor("model.layers.0.mlp." + tensor.name, tensor.type, tensor.shape, tensor.bytes);
            bytes += tensor.bytes;
        }
        const auto description = describe(writer, {}, configuration.toStdString());
        QVERIFY(description.ok());
        QCOMPARE(description->parameters, 32 * 64);
        QCOMPARE(description->stored->layers[0].count(), static_cast<std::int64_t>(bytes));
        QCOMPARE(description->storedFormat, format.toStdString());
        QVERIFY(format.isEmpty() || facts().catalog->findWeightFormat(format.toStdString()) != nullptr);
        QVERIFY(warningOf(*description, "bits-assumed") == nullptr);
    }

    void saysWhereBitsAreAssumed() {
        SafetensorsWriter writer;
        writer.tensor("model.layers.0.mlp.qweight", "I32", {8, 32}, 1024);
        const auto description = describe(writer);
        QVERIFY(description.ok());
        const ModelWarning* warning = warningOf(*description, "bits-assumed");
        QVERIFY(warning != nullptr);
        QCOMPARE(warning->where, std::string("model.layers.0.mlp.qweight"));
        QCOMPARE(description->parameters, 2048);
    }

    void prefersTheConfigurationsFormat() {
        ModelDescription config = configured(small());
        config.storedFormat = "GPTQ 4-bit g32";
        QCOMPARE(describe(smallFile(), config)->storedFormat, std::string("GPTQ 4-bit g32"));
    }

    void saysWhichLayersAreMissing() {
        SafetensorsWriter writer;
        writer.bf16("model.layers.0.a.weight", {4}).bf16("model.layers.3.a.weight", {4});
        const auto description = describe(writer);
        QVERIFY(description.ok());
        QCOMPARE(description->stored->layers.size(), 4U);
        const ModelWarning* warning = warningOf(*description, "layers-missing");
        QVERIFY(warning != nullptr);
        QCOMPARE(warning->where, std::string("layer 1"));
        QCOMPARE(warning->arguments, (std::vector<std::string>{"2"}));
    }

    void refusesAbsurdModels() {
        const auto far = describe(SafetensorsWriter().bf16("model.layers.4096.a.weight", {4}));
        QVERIFY(!far.ok());
        QVERIFY(far.error().code == ErrorCode::OutOfRange);
        QCOMPARE(far.error().where, std::string("model.layers.4096.a.weight"));
        // A number beyond 64 bits is no layer's.
        const auto longer = describe(SafetensorsWriter().bf16("model.layers.99999999999999999999.a.weight", {4}));
        QVERIFY(longer.ok());
        QCOMPARE(longer->stored->layers.size(), 0U);
        QCOMPARE(longer->stored->other.count(), 8);
        const auto vast = describe(SafetensorsWriter().bf16("t", {std::int64_t{1} << 50, 2}));
        QVERIFY(vast.error().code == ErrorCode::Overflow);
        const auto none = describe(SafetensorsWriter());
        QVERIFY(none.error().code == ErrorCode::MissingKey);
        const auto adapter =
            describe(SafetensorsWriter().bf16("a.lora_A.weight", {4, 8}).bf16("a.lora_B.weight", {8, 4}));
        QVERIFY(adapter.error().code == ErrorCode::NotThisKind);
    }

    void sizesPyTorchByItsTotal() {
        // 1,352 parameters of two bytes and 8 bytes that no tensor explains.
        const std::string archive = "PK\x03\x04" + std::string(2 * kModel + 4, 'x');
        MemoryFiles files;
        files.text("pytorch_model.bin", archive);
        const auto checkpoint = readCheckpoint(files);
        QVERIFY(checkpoint.ok());
        const auto described = describeCheckpoint(*checkpoint, configured(small()));
        QVERIFY(described.ok());
        QCOMPARE(described->container, std::string("PyTorch"));
        QCOMPARE(described->storedFormat, std::string("F16"));
        QCOMPARE(described->stored->total.typical.count(), 2 * kModel + 8);
        QVERIFY(!described->stored->exact);
        QCOMPARE(described->stored->layers[0].count(), 2 * kLayer);
        QCOMPARE(described->stored->other.count(), 8);
        QVERIFY(warningOf(*described, "sizes-from-files") != nullptr);
        const auto alone = describeCheckpoint(*checkpoint, std::nullopt);
        QVERIFY(alone.ok());
        QCOMPARE(alone->stored->total.typical.count(), 2 * kModel + 8);
        QVERIFY(warningOf(*alone, "layout-unknown") != nullptr);
    }
};

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
