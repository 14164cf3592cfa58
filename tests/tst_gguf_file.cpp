// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/source/gguf/gguf_file.h"
#include "core/source/gguf/gguf_json.h"
#include "gguf_writer.h"

#include <QTemporaryDir>

using namespace vram;
using test::GgufWriter;

namespace {

constexpr std::uint32_t kF32 = 0;
constexpr std::uint32_t kQ4K = 12;

Result<GgufFile> read(const std::string& bytes) {
    MemorySource source(bytes);
    return readGguf(source);
}

/// A file with an architecture and nothing else.
GgufWriter plain() { return GgufWriter().string("general.architecture", "llama"); }

/// A whole small model file: 256 x 4 in Q4_K (4 blocks of 144), a norm of 256 in f32, a vector of 3.
GgufWriter good() {
    return plain()
        .uint32("llama.block_count", 1)
        .array("llama.attention.head_count_kv", 5, 3, GgufWriter::number(std::uint32_t{8}) + std::string(8, '\0'))
        .array("tokenizer.ggml.tokens", 8, 2, GgufWriter::text("a") + GgufWriter::text("bc"))
        .key("llama.rope.freq_base", 6, GgufWriter::number(std::bit_cast<std::uint32_t>(10000.0F)))
        .tensor("token_embd.weight", {256, 4}, kQ4K, 0)
        .tensor("output_norm.weight", {256}, kF32, 576)
        .tensor("rope_freqs.weight", {3}, kF32, 576 + 1024);
}
constexpr std::size_t kGoodData = 576 + 1024 + 32;

std::string zeros(std::size_t count) { return std::string(count, '\0'); }

} // namespace

class TestGgufFile : public QObject {
    Q_OBJECT

private slots:
    void readsASmallFile() {
        const std::string bytes = good().bytes(kGoodData);
        const auto file = read(bytes);
        QVERIFY(file.ok());
        QCOMPARE(file->version, 3U);
        QCOMPARE(file->architecture, std::string("llama"));
        QCOMPARE(file->tensors.size(), 3U);
        QCOMPARE(file->tensors[0].bytes.count(), 4 * 144);
        QCOMPARE(file->tensors[2].bytes.count(), 12);
        QCOMPARE(file->tensorBytes.count(), 576 + 1024 + 12);
        QCOMPARE(file->fileBytes.count(), static_cast<std::int64_t>(bytes.size()));
        QCOMPARE(file->headerBytes.count(), static_cast<std::int64_t>(bytes.size() - kGoodData));
        QVERIFY(!file->split);
        const auto& kvHeads = std::get<GgufArray>(file->find("llama.attention.head_count_kv")->value);
        QCOMPARE(kvHeads.numbers, (std::vector<std::int64_t>{8, 0, 0}));
        const auto& tokens = std::get<GgufArray>(file->find("tokenizer.ggml.tokens")->value);
        QCOMPARE(tokens.count, 2U);
        QCOMPARE(tokens.bytes.count(), 8 + 1 + 8 + 2);
        QCOMPARE(std::get<double>(file->find("llama.rope.freq_base")->value), 10000.0);
        QVERIFY(file->find("llama.context_length") == nullptr);
    }

    void readsVersion2AndOtherAlignments() {
        GgufWriter writer = good();
        writer.version = 2;
        QVERIFY(read(writer.bytes(kGoodData)).ok());
        GgufWriter wide = plain().uint32("general.alignment", 64).tensor("a", {16}, kF32, 0).tensor("b", {1}, kF32, 64);
        wide.alignment = 64;
        const auto file = read(wide.bytes(128));
        QVERIFY(file.ok());
        QCOMPARE(file->alignment, 64U);
        QCOMPARE(file->headerBytes.count() % 64, 0);
    }

    void readsEveryTypeOfValue() {
        const std::string eight = GgufWriter::number(std::uint64_t{0xFFFF'FFFF'FFFF'FFFE});
        GgufWriter writer = plain();
        for (const std::uint32_t type : {0U, 1U, 2U, 3U, 4U, 5U, 7U, 10U, 11U}) {
            const std::size_t width = type <= 1 || type == 7 ? 1 : type <= 3 ? 2 : type <= 5 ? 4 : 8;
            writer.key(std::string("t").append(std::to_string(type)), type, eight.substr(0, width));
        }
        writer.key("t12", 12, GgufWriter::number(std::bit_cast<std::uint64_t>(0.25)));
        const auto file = read(writer.bytes());
        QVERIFY(file.ok());
        const auto natural = [&](const char* key) { return std::get<std::uint64_t>(file->find(key)->value); };
        const auto integer = [&](const char* key) { return std::get<std::int64_t>(file->find(key)->value); };
        QCOMPARE(natural("t0"), 0xFEU);
        QCOMPARE(natural("t2"), 0xFFFEU);
        QCOMPARE(natural("t4"), 0xFFFF'FFFEU);
        QCOMPARE(natural("t10"), 0xFFFF'FFFF'FFFF'FFFEU);
        for (const char* key : {"t1", "t3", "t5", "t11"}) {
            QCOMPARE(integer(key), -2);
        }
        QCOMPARE(std::get<bool>(file->find("t7")->value), true);
        QCOMPARE(std::get<double>(file->find("t12")->value), 0.25);
    }

    void keepsOnlyTheStartOfLongTexts() {
        // A chat template of 50 MB is passed over.
        const auto file =
            read(plain().string("tokenizer.chat_template", std::string(50'000'000, 'x')).uint32("after", 7).bytes());
        QVERIFY(file.ok());
        const auto& text = std::get<GgufText>(file->find("tokenizer.chat_template")->value);
        QCOMPARE(text.length, 50'000'000U);
        QCOMPARE(text.start.size(), 1024U);
        QCOMPARE(std::get<std::uint64_t>(file->find("after")->value), 7U);
    }

    void readsAMillionEmptyStrings() {
        const auto file = read(plain().array("tokens", 8, 1'000'000, zeros(8'000'000)).bytes());
        QVERIFY(file.ok());
        QCOMPARE(std::get<GgufArray>(file->find("tokens")->value).bytes.count(), 8'000'000);
    }

    void saysWhichPartOfASplitFileItIs() {
        const auto file = read(plain()
                                   .key("split.no", 2, GgufWriter::number(std::uint16_t{1}))
                                   .key("split.count", 2, GgufWriter::number(std::uint16_t{65535}))
                                   .key("split.tensors.count", 5, GgufWriter::number(std::int32_t{291}))
                                   .bytes());
        QVERIFY(file.ok());
        QVERIFY(file->split.has_value());
        QCOMPARE(file->split->index, 1U);
        QCOMPARE(file->split->count, 65535U);
        QCOMPARE(file->split->tensors, 291U);
    }

    void readsFilesAndRefusesFolders() {
        const QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "model.gguf";
        {
            // Larger than the reader's window, so that values lie across its edge.
            std::ofstream out(path, std::ios::binary);
            std::string tokens;
            for (int i = 0; i < 30'000; ++i) {
                tokens += GgufWriter::text(std::to_string(i));
            }
            const std::string bytes = plain().array("tokens", 8, 30'000, tokens).tensor("a", {8}, kF32, 0).bytes(32);
            out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        }
        FileSource source(path);
        QVERIFY(!source.error());
        const auto file = readGguf(source);
        QVERIFY(file.ok());
        // 10 + 2 x 90 + 3 x 900 + 4 x 9,000 + 5 x 20,000 digits, and a length each.
        QCOMPARE(std::get<GgufArray>(file->find("tokens")->value).bytes.count(),
                 30'000 * 8 + 10 + 180 + 2'700 + 36'000 + 100'000);
        QCOMPARE(file->tensors.size(), 1U);
        FileSource directory(std::filesystem::path(folder.path().toStdString()));
        QVERIFY(directory.error().has_value());
        QVERIFY(FileSource(path / "none").error().has_value());
    }

    void writesJson() {
        const auto file = read(good().bytes(kGoodData));
        QVERIFY(file.ok());
        const auto json = ggufToJson(*file);
        QCOMPARE(json["architecture"].get<std::string>(), std::string("llama"));
        QCOMPARE(json["tensor_bytes"].get<std::int64_t>(), 576 + 1024 + 12);
        QCOMPARE(json["elements"].get<std::int64_t>(), 256 * 4 + 256 + 3);
        QCOMPARE(json["types"].size(), 2U);
        QCOMPARE(json["types"][1]["type"].get<std::string>(), std::string("Q4_K"));
        QCOMPARE(json["tensors"][0]["dimensions"].dump(), std::string("[256,4]"));
        QCOMPARE(json["metadata"][3]["count"].get<int>(), 2);
        QVERIFY(!json.contains("split"));
    }
};

QTEST_APPLESS_MAIN(TestGgufFile)
#include "tst_gguf_file.moc"
