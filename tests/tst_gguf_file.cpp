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

    void refusesBadFiles_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("where");
        const auto row = [](const char* name, const std::string& bytes, ErrorCode code, const char* where) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << code << QByteArray(where);
        };
        using enum ErrorCode;
        const auto n64 = [](std::uint64_t value) { return GgufWriter::number(value); };
        const auto n32 = [](std::uint32_t value) { return GgufWriter::number(value); };
        const auto version = [](std::uint32_t value) {
            GgufWriter writer = plain();
            writer.version = value;
            return writer.bytes();
        };
        row("empty", "", NotThisKind, "byte 0");
        row("magic only", "GGUF", EndsEarly, "byte 4: version");
        row("three bytes", "GGU", NotThisKind, "byte 0");
        row("other magic", std::string("GGML") + zeros(100), NotThisKind, "byte 0");
        row("pointer", "version https://git-lfs.github.com/spec/v1\n", NotThisKind, "byte 0");
        row("version 0", version(0), UnknownValue, "byte 4: version");
        row("version 1", version(1), UnknownValue, "byte 4: version");
        row("version 99", version(99), UnknownValue, "byte 4: version");
        row("big endian", version(0x03000000), BigEndian, "byte 4: version");
        row("2^63 keys", plain().counts(0, std::uint64_t{1} << 63).bytes(), TooLarge, "byte 16: key count");
        row("2^32 keys", plain().counts(0, std::uint64_t{1} << 32).bytes(), TooLarge, "byte 16: key count");
        row("2^60 tensors", plain().counts(std::uint64_t{1} << 60, 1).bytes(), TooLarge, "byte 8: tensor count");
        row("more keys than bytes", plain().counts(0, 60'000).bytes(), EndsEarly, "byte 16: key count");
        row("a key that is not there", GgufWriter().counts(0, 1).bytes(), EndsEarly, "byte 16: key count");

        GgufWriter head;
        head.counts(0, 1);
        const std::string start = head.bytes().substr(0, 24);
        row("key of 2^64-1", start + n64(~std::uint64_t{0}) + zeros(64), OutOfRange, "byte 24: key 0");
        row("empty key", start + n64(0) + zeros(64), OutOfRange, "byte 24: key 0");
        row("key with NUL", GgufWriter().string(std::string_view("a\0b", 3), "x").bytes(), WrongType, "byte 24: key 0");
        row("key that is no text", GgufWriter().string("a\xC3(", "x").bytes(), WrongType, "byte 24: key 0");
        row("string of 2^40", plain().key("a", 8, n64(std::uint64_t{1} << 40)).bytes(64), EndsEarly, ": a");
        row("array of 2^63", plain().key("a", 9, n32(0) + n64(std::uint64_t{1} << 63)).bytes(64), EndsEarly, ": a");
        row("array of 2^34 bytes", plain().key("a", 9, n32(0) + n64(std::uint64_t{1} << 34)).bytes(64), EndsEarly,
            ": a");
        row("too many strings", plain().key("a", 9, n32(8) + n64(20'000'000)).bytes(160'000'000), TooLarge, ": a");
        std::string nested;
        for (int i = 0; i < 20'000; ++i) {
            nested += n32(9) + n64(1);
        }
        row("nested arrays", plain().key("a", 9, nested).bytes(), UnknownValue, ": a");
        row("unknown type", plain().key("a", 13, zeros(64)).bytes(), UnknownValue, ": a");
        row("unknown element type", plain().array("a", 99, 1, zeros(64)).bytes(), UnknownValue, ": a");
        row("key twice", plain().uint32("a", 1).uint32("a", 2).bytes(), Duplicate, ": a");
        row("alignment twice", plain().uint32("general.alignment", 32).uint32("general.alignment", 64).bytes(),
            Duplicate, ": general.alignment");
        for (const std::uint32_t value : {0U, 0x80000000U}) {
            row(value == 0 ? "alignment 0" : "alignment 2^31", plain().uint32("general.alignment", value).bytes(),
                OutOfRange, ": general.alignment");
        }
        row("alignment 3", plain().uint32("general.alignment", 3).bytes(), Inconsistent, ": general.alignment");
        row("alignment as text", plain().string("general.alignment", "32").bytes(), WrongType, ": general.alignment");
        row("no architecture", GgufWriter().uint32("a", 1).bytes(), MissingKey, ": general.architecture");
        row("architecture as number", GgufWriter().uint32("general.architecture", 1).bytes(), WrongType,
            ": general.architecture");
        row("long architecture", GgufWriter().string("general.architecture", std::string(100'000, 'x')).bytes(),
            TooLarge, ": general.architecture");
        row("architecture with NUL", GgufWriter().string("general.architecture", std::string_view("a\0b", 3)).bytes(),
            WrongType, ": general.architecture");

        const auto tensor = [](const std::vector<std::uint64_t>& dimensions, std::uint32_t type = kF32,
                               std::uint64_t offset = 0) {
            return plain().tensor("t", dimensions, type, offset).bytes(64);
        };
        const std::string dimensions10p9 = [&] {
            std::string bytes = plain().tensor("t", {1}, kF32, 0).bytes(64);
            bytes.replace(bytes.find(GgufWriter::text("t")) + 9, 4, n32(1'000'000'000));
            return bytes;
        }();
        row("10^9 dimensions", dimensions10p9, OutOfRange, ": t");
        row("no dimension", tensor({}), OutOfRange, ": t");
        row("five dimensions", tensor({1, 1, 1, 1, 1}), OutOfRange, ": t");
        row("dimension 0", tensor({4, 0}), OutOfRange, ": t");
        row("negative dimension", tensor({~std::uint64_t{0}}), OutOfRange, ": t");
        row("product wraps", tensor({std::uint64_t{1} << 32, std::uint64_t{1} << 32}), Overflow, ": t");
        row("bytes wrap", tensor({std::uint64_t{1} << 62}), Overflow, ": t");
        row("unknown tensor type", tensor({256}, 4711), UnknownValue, ": t");
        row("removed tensor type", tensor({256}, 4), UnknownValue, ": t");
        row("half a block", tensor({128}, kQ4K), Inconsistent, ": t");
        row("beyond the end", tensor({8}, kF32, 64), EndsEarly, "tensor t");
        row("longer than the file", tensor({17}), EndsEarly, "tensor t");
        row("offset wraps", tensor({8}, kF32, ~std::uint64_t{31}), EndsEarly, "tensor t");
        row("unaligned", tensor({4}, kF32, 16), Inconsistent, "tensor t");
        row("overlapping", plain().tensor("a", {16}, kF32, 0).tensor("b", {8}, kF32, 32).bytes(64), Inconsistent,
            "tensor b");
        row("tensor twice", plain().tensor("a", {8}, kF32, 0).tensor("a", {8}, kF32, 32).bytes(64), Duplicate,
            "tensor a");
        row("long name", plain().tensor(std::string(5'000, 'x'), {8}, kF32, 0).bytes(64), OutOfRange, ": tensor 0");
        row("name with NUL", plain().tensor(std::string_view("a\0b", 3), {8}, kF32, 0).bytes(64), WrongType,
            ": tensor 0");
        row("sum wraps",
            plain()
                .tensor("a", {std::uint64_t{1} << 60}, kF32, 0)
                .tensor("b", {std::uint64_t{1} << 60}, kF32, std::uint64_t{1} << 62)
                .bytes(64),
            EndsEarly, "tensor a");
        const auto n16 = [](std::uint16_t value) { return GgufWriter::number(value); };
        row("split.no beyond", plain().key("split.count", 2, n16(2)).key("split.no", 2, n16(2)).bytes(), OutOfRange,
            ": split.no");
        row("split tensors too few",
            plain()
                .key("split.count", 2, n16(2))
                .key("split.tensors.count", 5, n32(1))
                .tensor("a", {8}, kF32, 0)
                .tensor("b", {8}, kF32, 32)
                .bytes(64),
            Inconsistent, ": split.tensors.count");
        row("split as text", plain().string("split.count", "2").bytes(), WrongType, ": split.count");
    }
    void refusesBadFiles() {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, where);
        const auto file = read(bytes.toStdString());
        QVERIFY(!file.ok());
        QCOMPARE(QByteArray(errorCodeId(file.error().code).data()), QByteArray(errorCodeId(code).data()));
        const QByteArray found = QByteArray::fromStdString(file.error().where);
        QVERIFY2(where.startsWith(':') ? found.startsWith("byte ") && found.endsWith(where) : found == where, found);
    }

    void saysWhereItIsCut() {
        // A good file cut at every byte: always an error, never a crash or a smaller model.
        const std::string whole = good().bytes(kGoodData);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto file = read(whole.substr(0, length));
            // The padding behind the last tensor may be missing.
            if (length >= whole.size() - 20) {
                QVERIFY(file.ok());
                continue;
            }
            QVERIFY2(!file.ok(), std::to_string(length).c_str());
            QVERIFY(!file.error().where.empty());
            const bool expected = file.error().code == (length < 4 ? ErrorCode::NotThisKind : ErrorCode::EndsEarly);
            QVERIFY2(expected, std::to_string(length).c_str());
        }
    }

    void survivesEveryChangedByte() {
        const std::string whole = good().bytes(kGoodData);
        const auto header = static_cast<std::size_t>(read(whole)->headerBytes.count());
        int refused = 0;
        for (std::size_t i = 0; i < header; ++i) {
            for (const char value : {'\0', '\x01', '\x7F', '\xFF'}) {
                std::string changed = whole;
                changed[i] = value;
                const auto file = read(changed);
                refused += file.ok() ? 0 : 1;
                QVERIFY(!file.ok() || file->tensorBytes.count() <= static_cast<std::int64_t>(whole.size()));
            }
        }
        QVERIFY(refused > 300);
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
