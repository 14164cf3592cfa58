// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/catalog/catalog.h"
#include "core/format/gguf_mix.h"
#include "measured_cases.h"

#include <numeric>

using namespace vram;

namespace {

const Catalog& catalog() { return *test::shippedCatalog(); }

const WeightFormat& format(std::string_view id) {
    const WeightFormat* found = catalog().findWeightFormat(id);
    if (found == nullptr) {
        qFatal("no format %s", std::string(id).c_str());
    }
    return *found;
}

const Architecture& architecture(std::string_view model) {
    const CatalogModel* found = catalog().findModel(model);
    if (found == nullptr) {
        qFatal("no model %s", std::string(model).c_str());
    }
    return *found->architecture;
}

std::int64_t size(std::string_view id, const Tensor& tensor) { return tensorBytes(format(id), tensor).count(); }

constexpr Tensor linear(std::int64_t columns, std::int64_t rows) {
    return {TensorRole::FeedForwardDown, 0, columns, rows, 1};
}

} // namespace

class TestFormats : public QObject {
    Q_OBJECT

private slots:
    void sizesGgufRows() {
        // 4,096 columns are 128 blocks of 32: 34 bytes each in Q8_0, 18 in Q4_0; or 16 blocks of 256: 144 bytes each in
        // Q4_K, 210 in Q6_K, 110 in Q3_K.
        QCOMPARE(size("Q8_0", linear(4096, 10)), 10 * 128 * 34);
        QCOMPARE(size("Q4_0", linear(4096, 10)), 10 * 128 * 18);
        QCOMPARE(size("Q4_K_M", linear(4096, 10)), 10 * 16 * 144);
        QCOMPARE(size("Q6_K", linear(4096, 10)), 10 * 16 * 210);
        QCOMPARE(size("Q3_K_S", linear(4096, 10)), 10 * 16 * 110);
        // Experts are slices of the same rows.
        QCOMPARE(size("Q8_0", {TensorRole::ExpertUp, 0, 64, 5, 8}), 8 * 5 * 2 * 34);
        // Norms, routers and convolutions stay f32.
        QCOMPARE(size("Q4_K_M", {TensorRole::BlockNorm, 0, 4096, 1, 1}), 4 * 4096);
        QCOMPARE(size("Q8_0", {TensorRole::Router, 0, 4096, 8, 1}), 4 * 4096 * 8);
        QCOMPARE(size("F16", {TensorRole::RecurrentConv, 0, 4, 8192, 1}), 4 * 4 * 8192);
    }

    void fallsBackWhereColumnsDoNotFitTheBlock() {
        // 2,880 is a multiple of 32, not of 256: Q4_K becomes Q5_0 (22 bytes), Q6_K Q8_0, Q3_K Q4_0, IQ4_XS IQ4_NL.
        QCOMPARE(size("Q4_K_M", linear(2880, 3)), 3 * 90 * 22);
        QCOMPARE(size("Q6_K", linear(2880, 3)), 3 * 90 * 34);
        QCOMPARE(size("Q3_K_S", linear(2880, 3)), 3 * 90 * 18);
        QCOMPARE(size("IQ4_XS", linear(2880, 3)), 3 * 90 * 18);
        // 100 is a multiple of neither: 16 bits.
        QCOMPARE(size("Q8_0", linear(100, 7)), 2 * 100 * 7);
        QCOMPARE(size("Q4_K_M", linear(100, 7)), 2 * 100 * 7);
        QCOMPARE(storableType(GgmlType::Q5_K, 2880), GgmlType::Q5_1);
        QCOMPARE(storableType(GgmlType::Q5_K, 512), GgmlType::Q5_K);
    }

    void sizesCheckpointTensors() {
        const std::int64_t weights = 4096 * 4096;
        // A group of 128: 4-bit values, an fp16 scale, a 4-bit zero point; GPTQ has an int32 group index a column.
        QCOMPARE(size("GPTQ-Int4", linear(4096, 4096)), weights / 2 + weights / 128 * 5 / 2 + 4 * 4096);
        QCOMPARE(size("AWQ", linear(4096, 4096)), weights / 2 + weights / 128 * 5 / 2);
        QCOMPARE(size("GPTQ-Int8", linear(4096, 4096)), weights + weights / 128 * 3 + 4 * 4096);
        // bitsandbytes functional.py, QuantState. NF4: absmax fp32 per 64 and quant_map of 16 fp32.
        QCOMPARE(size("NF4", linear(4096, 4096)), weights / 2 + weights / 64 * 4 + 16 * 4);
        // Double quantization: absmax 8 bits per 64, nested_absmax fp32 per 256 of those, quant_map of 16 and
        // nested_quant_map of 256 fp32, and the offset. 8,388,608 + 262,144 + 4,096 + 64 + 1,024 + 4.
        QCOMPARE(size("NF4-DQ", linear(4096, 4096)), 8'655'940);
        // LLM.int8 (nn/modules.py, Linear8bitLt): SCB, an fp32 per row.
        QCOMPARE(size("INT8", linear(4096, 1000)), 4096 * 1000 + 4 * 1000);
        // FP8 in blocks of 128 x 128 with an fp32 scale each, also for the part blocks at the edge: 576 rows are 5.
        QCOMPARE(size("FP8", linear(7168, 576)), 7168 * 576 + 56 * 5 * 4);
        // MXFP4: a byte of scale per 32 values of 4 bits, experts only.
        QCOMPARE(size("MXFP4", {TensorRole::ExpertUp, 0, 2880, 2880, 32}), 32 * 2880 * (2880 / 2 + 90));
        QCOMPARE(size("MXFP4", {TensorRole::AttentionQ, 0, 2880, 4096, 1}), 2 * 2880 * 4096);
        // MLX: an fp16 scale and bias per 64, the embedding too; elsewhere it stays 16-bit.
        const Tensor embedding{TensorRole::TokenEmbedding, -1, 4096, 32000, 1};
        QCOMPARE(size("MLX 4-bit", embedding), 32000 * (4096 / 2 + 4096 / 64 * 4));
        // Its routers take 8 bits, and columns that are no whole groups stay as they are.
        QCOMPARE(size("MLX 4-bit", {TensorRole::Router, 0, 4096, 8, 1}), 8 * (4096 + 4096 / 64 * 4));
        QCOMPARE(size("MLX 4-bit", linear(100, 7)), 2 * 100 * 7);
        // HQQ packs ten 3-bit values in an int32: 3.2 bits, and fp16 scale and zero per 64.
        QCOMPARE(size("HQQ 3-bit g64", linear(4096, 4096)), (weights * 32 + 79) / 80 + weights / 64 * 4);
        // EXL3: the trellis of 4-bit codes, an fp16 value a column and one a row; as in the published
        // quantization_config.json of a 4-bit q_proj of 2,048 x 4,096 (4,096, 8,192 and 4,194,304 bytes).
        QCOMPARE(size("EXL3 4.0 bpw", linear(2048, 4096)), 4'194'304 + 4'096 + 8'192);
        // compressed-tensors (pack_quantized.py), symmetric: a 16-bit scale a group, weight_shape of two int64.
        QCOMPARE(size("W4A16 compressed-tensors sym g128", linear(4096, 4096)), weights / 2 + weights / 128 * 2 + 16);
        // W8A8: an fp32 scale a row of 8-bit values.
        QCOMPARE(size("W8A8", linear(4096, 1000)), 4096 * 1000 + 4 * 1000);
        // FP8 per channel: the same; per tensor: weight_scale and input_scale, fp32 each, for every expert.
        QCOMPARE(size("FP8-dynamic", linear(4096, 1000)), 4096 * 1000 + 4 * 1000);
        QCOMPARE(size("FP8-tensor", linear(4096, 1000)), 4096 * 1000 + 8);
        QCOMPARE(size("FP8-tensor", {TensorRole::ExpertUp, 0, 64, 32, 8}), 8 * (64 * 32 + 8));
        // NVFP4 (vLLM modelopt.py): 4 bits, an fp8 scale per 16, weight_scale_2 and input_scale in fp32.
        QCOMPARE(size("NVFP4", linear(4096, 4096)), weights / 2 + weights / 16 + 8);
        QCOMPARE(size("NVFP4", {TensorRole::LatentQueryDown, 0, 7168, 1536, 1}), 2 * 7168 * 1536);
        QCOMPARE(size("GPTQ-Int4", embedding), 2 * 32000 * 4096);
        QCOMPARE(size("AWQ", {TensorRole::Router, 0, 4096, 8, 1}), 2 * 4096 * 8);
    }

    void sizesWholeCheckpoints() {
        // Llama-2-7B: 32 layers of 4 x 4096^2 + 3 x 4096 x 11008 = 202,375,168 linear weights.
        //   4 bits                       32 x 202,375,168 / 2           = 3,238,002,688
        //   2.5 bytes per 128            6,476,005,376 / 128 x 2.5      =   126,484,480
        //   g_idx, 4 bytes a column      32 x (6 x 4096 + 11008) x 4    =     4,554,752
        //   embedding and head, 16 bits  2 x 32000 x 4096 x 2           =   524,288,000
        //   norms, 16 bits               65 x 4096 x 2                  =       532,480
        const WeightSizes gptq = sizeWeights(architecture("meta-llama/Llama-2-7b-chat-hf"), format("GPTQ-Int4"));
        QCOMPARE(gptq.total.typical.count(), 3'893'862'400);
        QVERIFY(gptq.exact);
        QVERIFY(gptq.total.isExact());
        // Llama-3.1-8B has 8,030,261,248 parameters of two bytes: the total_size of its safetensors index.
        const Architecture& llama = architecture("meta-llama/Llama-3.1-8B-Instruct");
        QCOMPARE(sizeWeights(llama, format("BF16"), Container::Safetensors).total.typical.count(), 16'060'522'496);
        // openai/gpt-oss-20b, MXFP4: total_size of the published index, 13,761,264,768.
        QCOMPARE(sizeWeights(architecture("openai/gpt-oss-20b"), format("MXFP4")).total.typical.count(),
                 13'761'264'768);
        // A GGUF keeps norms in f32 (65 x 4096 of them) and adds 64 rope factors.
        QCOMPARE(sizeWeights(llama, format("F16"), Container::Gguf).total.typical.count(),
                 16'060'522'496 + 65 * 4096 * 2 + 64 * 4);
    }

    void keepsLatentAttentionInNvfp4() {
        // DeepSeek-V3, 61 layers. The exclude_modules of nvidia/DeepSeek-R1-FP4 name every self_attn and lm_head.
        //   attention a layer: 7168 x 1536, 1536 x 128 x 192, 7168 x 576, 512 x 128 x 256, 128 x 128 x 7168
        //     = 11,010,048 + 37,748,736 + 4,128,768 + 16,777,216 + 117,440,512 = 187,105,280; x 61 x 2 bytes
        //                                                                  = 22,826,844,160
        //   embedding and head: 2 x 129,280 x 7168 x 2 bytes               =  3,706,716,160
        //   norms: (61 x (2 x 7168 + 1536 + 512) + 7168) x 2 bytes         =      2,013,184
        //   routers and their bias: 58 x 256 x (7168 + 1) x 2 bytes        =    212,890,624
        //   3 dense layers: 3 x 3 x 7168 x 18432 values                    =  1,189,085,184
        //   58 x 257 experts: 58 x 257 x 3 x 7168 x 2048 values            = 656,463,101,952 (44,718 matrices)
        //   quantized: 657,652,187,136 values x 9/16 bytes + 8 x (44,718 + 9) matrices
        //                                                                  = 369,929,355,264 + 357,816
        const WeightSizes sizes = sizeWeights(architecture("deepseek-ai/DeepSeek-V3"), format("NVFP4"));
        QCOMPARE(sizes.total.typical.count(),
                 22'826'844'160 + 3'706'716'160 + 2'013'184 + 212'890'624 + 369'929'355'264 + 357'816);
        // Grouped attention is quantized: all 224 matrices of Llama-3.1-8B, 6,979,321,856 values.
        QCOMPARE(sizeWeights(architecture("meta-llama/Llama-3.1-8B-Instruct"), format("NVFP4")).total.typical.count(),
                 6'979'321'856 / 16 * 9 + 224 * 8 + 2 * 525'336'576LL * 2 + 266'240 * 2);
    }

    void sizesEveryMeasuredGguf() {
        // Tensor bytes as llama.cpp's own type selection gives them.
        const std::vector<test::MeasuredCase> cases = test::measuredCases("gguf_sizes");
        QCOMPARE(cases.size(), 514U);
        for (const test::MeasuredCase& measured : cases) {
            const std::string model = measured.scenario["model"]["catalog"];
            const std::string weights = measured.scenario["weights"];
            const WeightSizes sizes = sizeWeights(architecture(model), format(weights), Container::Gguf);
            const auto expected = measured.measured["tensor_bytes"].get<std::int64_t>();
            QVERIFY2(sizes.exact && sizes.total.typical.count() == expected,
                     (model + " " + weights + ": " + std::to_string(sizes.total.typical.count())).c_str());
        }
    }

    void splitsAddUpToTheTotal_data() {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("weights");
        for (const char* model : {"Qwen/Qwen3-30B-A3B", "google/gemma-3-27b-it", "deepseek-ai/DeepSeek-V3",
                                  "ibm-granite/granite-4.0-h-small"}) {
            for (const char* weights :
                 {"Q4_K_M", "UD-Q4_K_XL", "IQ3_K", "BF16", "FP8", "NF4", "EXL3 4.0 bpw", "MXFP4"}) {
                QTest::addRow("%s %s", model, weights) << QByteArray(model) << QByteArray(weights);
            }
        }
    }
    void splitsAddUpToTheTotal() {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, weights);
        const Architecture& layout = architecture(model.toStdString());
        const WeightSizes sizes = sizeWeights(layout, format(weights.toStdString()));
        QCOMPARE(static_cast<std::int64_t>(sizes.layers.size()), layout.layerCount());
        const Bytes layers = std::accumulate(sizes.layers.begin(), sizes.layers.end(), Bytes{});
        QCOMPARE((layers + sizes.tokenEmbedding + sizes.output + sizes.other).count(), sizes.total.typical.count());
        QVERIFY(sizes.vision <= sizes.other);
        QVERIFY(sizes.total.low <= sizes.total.typical && sizes.total.typical <= sizes.total.high);
        QVERIFY(sizes.exact == sizes.total.isExact());
        for (std::size_t i = 0; i < sizes.layers.size(); ++i) {
            QVERIFY(sizes.layerExperts[i] < sizes.layers[i]);
        }
    }

    void sizesTensorByTensorAsAWhole() {
        // The sum over the inventory, one tensor at a time, for formats that do not mix types by layer.
        const Architecture& layout = architecture("Qwen/Qwen3-30B-A3B");
        for (const char* id : {"GPTQ-Int4", "FP8", "NF4-DQ", "MLX 4-bit"}) {
            Bytes sum;
            for (const Tensor& tensor : expandInventory(layout, InventoryView::Checkpoint)) {
                sum += tensorBytes(format(id), tensor);
            }
            QCOMPARE(sizeWeights(layout, format(id)).total.typical.count(), sum.count());
        }
    }

    void staysWithinBoundsWithoutAnExactLayout() {
        const Architecture& layout = architecture("meta-llama/Llama-3.1-8B-Instruct");
        const WeightSizes exl = sizeWeights(layout, format("EXL2 4.0 bpw"));
        QVERIFY(!exl.exact);
        // 6,979,321,856 linear weights at 4 bits, a head of 128,256 x 4,096 at 6, an embedding of the same shape and
        // 266,240 norm weights at 16.
        QCOMPARE(exl.total.typical.count(),
                 6'979'321'856 / 2 + 525'336'576LL * 6 / 8 + 525'336'576LL * 2 + 266'240 * 2);
        QVERIFY(exl.total.low < exl.total.typical && exl.total.typical < exl.total.high);
    }

    void saturatesInsteadOfWrapping() {
        const Tensor huge{TensorRole::FeedForwardDown, 0, std::int64_t{1} << 40, std::int64_t{1} << 40, 1};
        for (const WeightFormat& row : catalog().weightFormats()) {
            QVERIFY2(tensorBytes(row, huge).count() > std::int64_t{1} << 60, row.id.c_str());
        }
    }

    void sizesKvBlocks() {
        // 34 bytes per 32 values; a part block is a whole one.
        const KvFormat* q8 = catalog().findKvFormat("llama.cpp", "Q8_0");
        QVERIFY(q8 != nullptr);
        QCOMPARE(q8->bytesFor(1024).count(), 1024 / 32 * 34);
        QCOMPARE(q8->bytesFor(33).count(), 2 * 34);
        // One row of a latent cache in vLLM's own layout: 512 fp8 values, 4 fp32 scales, 64 bf16 values.
        const KvFormat* latent = catalog().findKvFormat("vLLM", "fp8_ds_mla");
        QVERIFY(latent != nullptr);
        QCOMPARE(latent->bytesFor(576).count(), 512 + 4 * 4 + 64 * 2);
        QVERIFY(!catalog().findKvFormat("vLLM", "nvfp4_ds_mla")->blockBytes); // layout unknown: never sized
        QVERIFY(catalog().findKvFormat("llama.cpp", "fp8") == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"
