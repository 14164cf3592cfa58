// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "allocation_guard.h"
#include "core/source/gguf/gguf_model.h"
#include "gguf_writer.h"

#include <chrono>
#include <cmath>
#include <functional>
#include <limits>

using namespace vram;
using test::GgufWriter;

// Headers that are well formed and describe no model, or not one that can be sized: refused with the key and its byte,
// or answered in part and flagged. The numbers are those of the list of bad inputs.

namespace {

constexpr std::int64_t kMostBytes = 64LL << 20;
constexpr std::chrono::seconds kMostTime{10};

constexpr std::uint32_t kUInt16 = 2;
constexpr std::uint32_t kUInt32 = 4;
constexpr std::uint32_t kInt32 = 5;
constexpr std::uint32_t kFloat = 6;
constexpr std::uint32_t kBool = 7;
constexpr std::uint32_t kString = 8;
constexpr std::uint32_t kArray = 9;

std::string n16(std::uint16_t value) { return GgufWriter::number(value); }
std::string n32(std::uint32_t value) { return GgufWriter::number(value); }
std::string real(float value) { return n32(std::bit_cast<std::uint32_t>(value)); }
std::string numbers(const std::vector<std::int32_t>& values) {
    std::string bytes = n32(kInt32) + GgufWriter::number(std::uint64_t{values.size()});
    for (const std::int32_t value : values) {
        bytes += GgufWriter::number(static_cast<std::uint32_t>(value));
    }
    return bytes;
}

struct Key {
    std::string name;
    std::uint32_t type = 0;
    std::string value;
};

struct NamedTensor {
    std::string name;
    std::vector<std::uint64_t> dimensions;
};

/// A model that can be changed before it is written. All tensors are of 32-bit floats.
struct Model {
    std::string architecture = "llama";
    std::vector<Key> keys;
    std::vector<NamedTensor> tensors;

    /// Sets a key, at its place where it is there.
    Model& set(const std::string& name, std::uint32_t type, const std::string& value) {
        for (Key& key : keys) {
            if (key.name == name) {
                key = {name, type, value};
                return *this;
            }
        }
        keys.push_back({name, type, value});
        return *this;
    }
    Model& number(const std::string& name, std::uint32_t value) { return set(name, kUInt32, n32(value)); }
    Model& add(const std::string& name, const std::vector<std::uint64_t>& dimensions) {
        tensors.push_back({name, dimensions});
        return *this;
    }

    /// Without its data a header may claim any size.
    [[nodiscard]] std::string bytes(bool data = true) const {
        GgufWriter writer;
        writer.string("general.architecture", architecture);
        for (const Key& key : keys) {
            writer.key(key.name, key.type, key.value);
        }
        std::uint64_t offset = 0;
        for (const NamedTensor& tensor : tensors) {
            std::uint64_t size = 4;
            for (const std::uint64_t dimension : tensor.dimensions) {
                size *= dimension;
            }
            writer.tensor(tensor.name, tensor.dimensions, 0, offset);
            offset += (size + 31) / 32 * 32;
        }
        return writer.bytes(data ? static_cast<std::size_t>(offset) : 0);
    }

    /// "byte N: key", where N is the byte of the type behind the key's name: 24 bytes, the architecture, the keys
    /// before it (8 bytes and the name, 4 of type, the value).
    [[nodiscard]] std::string place(const std::string& name) const {
        std::size_t byte = 24 + 8 + 20 + 4 + 8 + architecture.size();
        for (const Key& key : keys) {
            byte += 8 + key.name.size();
            if (key.name == name) {
                return "byte " + std::to_string(byte) + ": " + name;
            }
            byte += 4 + key.value.size();
        }
        return name;
    }
};

/// A header as the beginning of a file that is said to have 2^62 bytes.
class ClaimedSource : public ByteSource {
public:
    explicit ClaimedSource(std::string bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return std::uint64_t{1} << 62; }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> target) override {
        std::ranges::fill(target, '\0');
        const std::size_t from = std::min<std::size_t>(offset, m_bytes.size());
        std::copy_n(m_bytes.data() + from, std::min(m_bytes.size() - from, target.size()), target.data());
        return true;
    }

private:
    std::string m_bytes;
};

/// Two layers of 8 columns, 2 heads of 4 for the queries and one for keys and values.
Model dense(const std::string& architecture = "llama") {
    Model model;
    model.architecture = architecture;
    const std::string a = architecture + '.';
    model.number(a + "block_count", 2)
        .number(a + "context_length", 64)
        .number(a + "embedding_length", 8)
        .number(a + "feed_forward_length", 12)
        .number(a + "attention.head_count", 2)
        .number(a + "attention.head_count_kv", 1)
        .set(a + "rope.freq_base", kFloat, real(10000.0F))
        .add("token_embd.weight", {8, 4})
        .add("output_norm.weight", {8});
    for (const char* block : {"blk.0.", "blk.1."}) {
        model.add(std::string(block) + "attn_norm.weight", {8})
            .add(std::string(block) + "attn_q.weight", {8, 8})
            .add(std::string(block) + "attn_k.weight", {8, 4})
            .add(std::string(block) + "attn_v.weight", {8, 4})
            .add(std::string(block) + "attn_output.weight", {8, 8})
            .add(std::string(block) + "ffn_norm.weight", {8})
            .add(std::string(block) + "ffn_gate.weight", {8, 12})
            .add(std::string(block) + "ffn_up.weight", {8, 12})
            .add(std::string(block) + "ffn_down.weight", {12, 8});
    }
    return model;
}

Model with(const std::string& key, std::uint32_t type, const std::string& value) {
    return dense().set(key, type, value);
}
Model with(const std::string& key, std::uint32_t value) { return dense().number(key, value); }

/// One layer with 4 experts, 2 of them used.
Model experts() {
    Model model = dense();
    model.number("llama.block_count", 1).number("llama.expert_count", 4).number("llama.expert_used_count", 2);
    std::erase_if(model.tensors, [](const NamedTensor& tensor) {
        return tensor.name.starts_with("blk.1.") || tensor.name.starts_with("blk.0.ffn_");
    });
    return model.add("blk.0.ffn_norm.weight", {8})
        .add("blk.0.ffn_gate_inp.weight", {8, 4})
        .add("blk.0.ffn_gate_exps.weight", {8, 6, 4})
        .add("blk.0.ffn_up_exps.weight", {8, 6, 4})
        .add("blk.0.ffn_down_exps.weight", {6, 8, 4});
}

/// One layer of a state-space model: 16 channels, 2 values of state each.
Model recurrent() {
    Model model;
    model.architecture = "mamba";
    return model.number("mamba.block_count", 1)
        .number("mamba.embedding_length", 8)
        .number("mamba.ssm.conv_kernel", 4)
        .number("mamba.ssm.inner_size", 16)
        .number("mamba.ssm.state_size", 2)
        .number("mamba.ssm.time_step_rank", 2)
        .add("token_embd.weight", {8, 4})
        .add("output_norm.weight", {8})
        .add("blk.0.attn_norm.weight", {8})
        .add("blk.0.ssm_in.weight", {8, 32})
        .add("blk.0.ssm_conv1d.weight", {4, 16})
        .add("blk.0.ssm_conv1d.bias", {16})
        .add("blk.0.ssm_x.weight", {16, 6})
        .add("blk.0.ssm_dt.weight", {2, 16})
        .add("blk.0.ssm_dt.bias", {16})
        .add("blk.0.ssm_a", {2, 16})
        .add("blk.0.ssm_d", {16})
        .add("blk.0.ssm_out.weight", {16, 8});
}

/// One of `count` parts: the first has the whole model, the others one tensor each.
Model part(std::uint16_t index, std::uint16_t count, std::int32_t tensors, const std::string& only = {}) {
    Model model = dense();
    if (!only.empty()) {
        model.tensors = {{only, {8}}};
    }
    return model.set("split.no", kUInt16, n16(index))
        .set("split.count", kUInt16, n16(count))
        .set("split.tensors.count", kInt32, n32(static_cast<std::uint32_t>(tensors)));
}

constexpr std::int32_t kTensors = 2 + 2 * 9; ///< of dense()

struct Expected {
    std::optional<ErrorCode> code; ///< absent: it is described
    std::string where;
    std::string warnings = {}; ///< codes in alphabetical order
    bool cacheKnown = true;
};

struct BadModel {
    const char* name;
    std::function<std::vector<Model>()> parts;
    Expected expected;
};

using enum ErrorCode;

/// A row of one file, refused because of `key`.
BadModel refused(const char* name, const Model& model, ErrorCode code, const std::string& key) {
    return {name, [model] { return std::vector{model}; }, {code, model.place(key)}};
}
BadModel flagged(const char* name, const Model& model, std::string warnings, bool cacheKnown) {
    return {name, [model] { return std::vector{model}; }, {std::nullopt, {}, std::move(warnings), cacheKnown}};
}
BadModel accepted(const char* name, const Model& model) { return flagged(name, model, "", true); }

std::vector<BadModel> keyRows() {
    constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
    const std::string heads = "llama.attention.head_count";
    const std::string kvHeads = "llama.attention.head_count_kv";
    const std::string pattern = "gemma3.attention.sliding_window_pattern";
    const std::string base = "llama.rope.freq_base";
    const Model window = dense("gemma3").number("gemma3.attention.sliding_window", 16);
    const auto windowed = [&](std::uint32_t type, const std::string& value) {
        return Model(window).set(pattern, type, value);
    };
    return {
        accepted("a good model", dense()),
        refused("35 head_count 0", with(heads, 0), OutOfRange, heads),
        flagged("36 head_count_kv 0", with(kvHeads, 0), "layout-unknown tensors-not-known", false),
        refused("37 block_count 2^32-1", with("llama.block_count", kMost), OutOfRange, "llama.block_count"),
        accepted("38 context_length 2^32-1", with("llama.context_length", kMost)), // a limit, no size
        refused("39 embedding_length 2^32-1", with("llama.embedding_length", kMost), OutOfRange,
                "llama.embedding_length"),
        refused("40 block_count 0", with("llama.block_count", 0), OutOfRange, "llama.block_count"),
        refused("40 block_count as text", with("llama.block_count", kString, GgufWriter::text("2")), WrongType,
                "llama.block_count"),
        refused("45 head_count_kv too short", with(kvHeads, kArray, numbers({1})), Inconsistent, kvHeads),
        refused("46 head_count_kv with negatives", with(kvHeads, kArray, numbers({1, -1})), OutOfRange, kvHeads),
        refused("50 key_length 0", with("llama.attention.key_length", 0), OutOfRange, "llama.attention.key_length"),
        flagged("65 head_count_kv of zeros, longer than the layers", with(kvHeads, kArray, numbers({0, 0, 0, 0, 0})),
                "layout-unknown tensors-not-known", false),
        accepted("65 the same of a state-space model",
                 recurrent().set("mamba.attention.head_count_kv", kArray, numbers({0, 0, 0}))),
        refused("66 window pattern too short",
                windowed(kArray, n32(kBool) + GgufWriter::number(std::uint64_t{1}) + '\1'), Inconsistent, pattern),
        refused("66 window pattern 0", windowed(kUInt32, n32(0)), OutOfRange, pattern),
        refused("67 full_attention_interval 0", with("llama.full_attention_interval", 0), OutOfRange,
                "llama.full_attention_interval"),
        refused("68 rope base NaN", with(base, kFloat, real(std::nanf(""))), NotFinite, base),
        refused("68 rope base infinite", with(base, kFloat, real(std::numeric_limits<float>::infinity())), NotFinite,
                base),
        refused("68 rope base negative", with(base, kFloat, real(-1.0F)), OutOfRange, base),
        refused("69 key_length and kv heads 2^31",
                with("llama.attention.key_length", 0x80000000U).number(kvHeads, 0x80000000U), OutOfRange, kvHeads),
        // 8 columns / 3 heads are 2 each: the projections have 8 rows.
        flagged("70 head_count that does not divide", with(heads, 3).number(kvHeads, 3), "layout-unknown", false),
        flagged("no kv heads for these heads", with(kvHeads, 3), "layout-unknown tensors-not-known", false),
    };
}

std::vector<BadModel> expertRows() {
    return {
        accepted("experts", experts()),
        refused("49 expert_used_count above expert_count", experts().number("llama.expert_used_count", 5), Inconsistent,
                "llama.expert_used_count"),
        flagged("71 expert_count 0 with experts",
                experts().number("llama.expert_count", 0).number("llama.expert_used_count", 0), "experts-disagree",
                true),
        // What the layers' shapes do not explain is counted, not guessed.
        flagged("72 names that differ in their normal form", dense().add("blk.0.\u00e9", {8}).add("blk.0.e\u0301", {8}),
                "tensors-not-known", true),
    };
}

std::vector<BadModel> splitRows() {
    const auto refusedParts = [](const char* name, std::vector<Model> parts, ErrorCode code, std::string where) {
        return BadModel{name, [parts = std::move(parts)] { return parts; }, {code, std::move(where)}};
    };
    return {
        refusedParts("61 one of 65,535 parts", {part(0, 65'535, kTensors)}, EndsEarly, "split.count"),
        refusedParts("63 split.tensors.count is not the sum",
                     {part(0, 2, kTensors + 2), part(1, 2, kTensors + 2, "output.weight")}, Inconsistent,
                     "split.tensors.count"),
        refusedParts("64 two parts with one tensor",
                     {part(0, 2, kTensors + 1), part(1, 2, kTensors + 1, "output_norm.weight")}, Duplicate,
                     "output_norm.weight"),
        refusedParts("the same part twice", {part(0, 2, kTensors), part(0, 2, kTensors)}, Inconsistent, "split.no"),
        refusedParts("parts in the wrong order", {part(1, 2, 0), part(0, 2, 0)}, Inconsistent, "split.no"),
        refusedParts("no part", {}, EndsEarly, "split.count"),
    };
}

/// Large in what costs time or memory.
std::vector<BadModel> largeRows() {
    return {
        accepted("58 a million empty strings",
                 with("tokenizer.ggml.tokens", kArray,
                      n32(kString) + GgufWriter::number(std::uint64_t{1'000'000}) + std::string(8'000'000, '\0'))),
        accepted("73 chat template of 50 MB",
                 with("tokenizer.chat_template", kString, GgufWriter::text(std::string(50'000'000, '{')))),
        // The first two layers are one kind; 1,024 kinds are read.
        {"4,096 layers, each of another shape",
         [] {
             Model model = dense();
             model.number("llama.block_count", 4'096);
             for (std::uint64_t i = 2; i < 4'096; ++i) {
                 model.add("blk." + std::to_string(i) + ".ffn_up.weight", {8, i})
                     .add("blk." + std::to_string(i) + ".ffn_down.weight", {i, 8});
             }
             return std::vector{model};
         },
         {TooLarge, "blk.1025"}},
        {"100,000 tensors in one layer",
         [] {
             Model model = dense();
             for (int i = 0; i < 100'000; ++i) {
                 model.add("blk.0.attn_" + std::to_string(i), {8});
             }
             return std::vector{model};
         },
         {std::nullopt, {}, "layout-unknown tensors-not-known", false}},
    };
}

} // namespace

class TestBadGgufModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (const auto& list : {keyRows(), expertRows(), splitRows(), largeRows()}) {
            m_rows.insert(m_rows.end(), list.begin(), list.end());
        }
    }

    void refusesOrFlags_data() {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            QTest::newRow(m_rows[i].name) << i;
        }
    }
    void refusesOrFlags() {
        QFETCH(const std::size_t, index);
        const Expected& expected = m_rows[index].expected;
        std::vector<std::unique_ptr<MemorySource>> sources;
        for (const Model& model : m_rows[index].parts()) {
            sources.push_back(std::make_unique<MemorySource>(model.bytes()));
        }
        const test::AllocationGuard memory;
        const auto start = std::chrono::steady_clock::now();
        std::vector<GgufFile> files;
        for (const auto& source : sources) {
            auto file = readGguf(*source);
            QVERIFY2(file.ok(), file.ok() ? "" : file.error().where.c_str());
            files.push_back(std::move(file).value());
        }
        const Result<ModelDescription> model = describeGguf(files);
        QVERIFY(std::chrono::steady_clock::now() - start < kMostTime);
        QVERIFY2(memory.mostBytes() < kMostBytes, std::to_string(memory.mostBytes()).c_str());
        if (expected.code) {
            QVERIFY(!model.ok());
            QCOMPARE(QByteArray(errorCodeId(model.error().code).data()),
                     QByteArray(errorCodeId(*expected.code).data()));
            const std::string& where = model.error().where;
            QVERIFY2(expected.where.starts_with("byte ") ? where == expected.where : where.ends_with(expected.where),
                     where.c_str());
            return;
        }
        QVERIFY2(model.ok(), model.ok() ? "" : model.error().where.c_str());
        QByteArrayList warnings;
        for (const ModelWarning& warning : model->warnings) {
            warnings.append(QByteArray(warning.code.data()));
        }
        std::ranges::sort(warnings);
        QCOMPARE(warnings.join(' '), QByteArray::fromStdString(expected.warnings));
        QCOMPARE(model->cacheKnown, expected.cacheKnown);
        QVERIFY(model->parameters > 0);
    }

    void holdsClaimedWidths_data() {
        QTest::addColumn<QByteArray>("tensor");
        for (const char* name : {"blk.0.ffn_down.weight", "blk.1.attn_q.weight", "output_norm.weight"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }
    // A tensor of 2^38 columns: products of its width with the tokens leave 64 bits.
    void holdsClaimedWidths() {
        QFETCH(const QByteArray, tensor);
        Model model = dense();
        for (NamedTensor& each : model.tensors) {
            if (each.name == tensor.toStdString()) {
                each.dimensions.front() = std::uint64_t{1} << 38;
            }
        }
        ClaimedSource source(model.bytes(false));
        const auto file = readGguf(source);
        QVERIFY2(file.ok(), file.ok() ? "" : file.error().where.c_str());
        const auto described = describeGguf({&*file, 1});
        QVERIFY(!described.ok());
        QVERIFY(described.error().code == OutOfRange);
        QVERIFY(described.error().where.starts_with("byte "));
        QVERIFY(described.error().where.ends_with(": " + tensor.toStdString()));
    }

private:
    std::vector<BadModel> m_rows;
};

QTEST_APPLESS_MAIN(TestBadGgufModel)
#include "tst_bad_gguf_model.moc"
