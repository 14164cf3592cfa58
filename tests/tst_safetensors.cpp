// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/source/safetensors/checkpoint.h"
#include "core/source/safetensors/checkpoint_index.h"
#include "core/source/safetensors/safetensors_json.h"
#include "safetensors_writer.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace vram;
using test::MemoryFiles;
using test::SafetensorsWriter;

namespace {

Result<SafetensorsFile> read(const std::string& bytes) {
    MemorySource source(bytes);
    return readSafetensors(source);
}

Result<CheckpointIndex> readIndex(const std::string& text) {
    MemorySource source(text);
    return readCheckpointIndex(source);
}

/// 10 x 8 values of 16 bits, 8 of 32 bits: 160 + 32 bytes.
SafetensorsWriter good() {
    return SafetensorsWriter()
        .metadata("format", "pt")
        .bf16("model.embed_tokens.weight", {10, 8})
        .tensor("model.norm.weight", "F32", {8}, 32);
}

std::string one(std::string_view type, std::string_view shape, std::string_view offsets, std::size_t data) {
    return SafetensorsWriter::file(SafetensorsWriter::braced(SafetensorsWriter::entry("t", type, shape, offsets)),
                                   data);
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) {
        result += text;
    }
    return result;
}

QByteArray shown(std::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

const ModelWarning* warningOf(const std::vector<ModelWarning>& warnings, std::string_view code) {
    const auto found = std::find_if(warnings.begin(), warnings.end(),
                                    [code](const ModelWarning& warning) { return warning.code == code; });
    return found == warnings.end() ? nullptr : &*found;
}

SafetensorsWriter shard(const std::string& name) { return SafetensorsWriter().bf16(name, {4, 4}); }

std::string indexOf(const std::vector<std::pair<std::string, std::string>>& map, const std::string& totalSize) {
    std::string text = "{\"metadata\":{\"total_size\":" + totalSize + R"(},"weight_map":{)";
    for (std::size_t i = 0; i < map.size(); ++i) {
        text += (i > 0 ? ",\"" : "\"") + map[i].first + "\":\"" + map[i].second + "\"";
    }
    return text + "}}";
}

const std::string kPart1 = "model-00001-of-00002.safetensors";
const std::string kPart2 = "model-00002-of-00002.safetensors";
const std::string kIndex = "model.safetensors.index.json";

/// Two parts of 32 bytes of weights each.
MemoryFiles sharded(const std::string& totalSize = "64") {
    MemoryFiles files;
    files.weights(kPart1, shard("a")).weights(kPart2, shard("b"));
    files.text(kIndex, indexOf({{"a", kPart1}, {"b", kPart2}}, totalSize));
    return files;
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private slots:
    void readsASmallFile() {
        const std::string bytes = good().bytes();
        const auto file = read(bytes);
        QVERIFY(file.ok());
        QCOMPARE(file->tensors.size(), 2U);
        QCOMPARE(file->tensors[0].name, std::string("model.embed_tokens.weight"));
        QVERIFY(file->tensors[0].type == SafetensorsType::BF16);
        QCOMPARE(file->tensors[0].dimensionCount, 2);
        QCOMPARE(file->tensors[0].dimensions[0], 10);
        QCOMPARE(file->tensors[0].dimensions[1], 8);
        QCOMPARE(file->tensors[0].elements(), 80);
        QCOMPARE(file->tensors[1].offset, 160U);
        QCOMPARE(file->tensors[1].bytes.count(), 32);
        QCOMPARE(file->tensorBytes.count(), 192);
        QCOMPARE(file->fileBytes.count(), static_cast<std::int64_t>(bytes.size()));
        QCOMPARE(file->headerBytes.count(), static_cast<std::int64_t>(bytes.size()) - 192);
        QCOMPARE(file->metadata.size(), 1U);
        QCOMPARE(file->metadata[0].value, std::string("pt"));
        QVERIFY(file->unknownTypes.empty());
    }

    void readsEveryType_data() {
        QTest::addColumn<int>("bytes");
        // Eight values take as many bytes as one has bits.
        const auto row = [](const char* type, int bits) { QTest::newRow(type) << bits; };
        for (const char* type : {"BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ"}) {
            row(type, 8);
        }
        for (const char* type : {"I16", "U16", "F16", "BF16"}) {
            row(type, 16);
        }
        for (const char* type : {"I32", "U32", "F32"}) {
            row(type, 32);
        }
        for (const char* type : {"I64", "U64", "F64", "C64"}) {
            row(type, 64);
        }
        row("F4", 4);
        row("F6_E2M3", 6);
        row("F6_E3M2", 6);
    }
    void readsEveryType() {
        QFETCH(int, bytes);
        const auto write = [](int size) {
            return SafetensorsWriter()
                .tensor("t", QTest::currentDataTag(), {2, 4}, static_cast<std::uint64_t>(size))
                .bytes();
        };
        const auto file = read(write(bytes));
        QVERIFY(file.ok());
        QCOMPARE(shown(safetensorsTypeInfo(file->tensors[0].type).id), QByteArray(QTest::currentDataTag()));
        QCOMPARE(file->tensors[0].elements(), 8);
        QVERIFY(file->unknownTypes.empty());
        for (const int other : {bytes - 1, bytes + 1}) {
            const auto wrong = read(write(other));
            QVERIFY(!wrong.ok());
            QVERIFY(wrong.error().code == ErrorCode::Inconsistent);
        }
    }

    void acceptsWhatTheFormatAllows_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("tensors");
        const auto row = [](const char* name, const std::string& bytes, int tensors) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << tensors;
        };
        row("no tensor", SafetensorsWriter::file("{}      "), 0);
        row("a single value", one("F32", "[]", "[0,4]", 4), 1);
        row("no value", one("F32", "[0,7]", "[0,0]", 0), 1);
        row("padded header", SafetensorsWriter::file(good().header() + std::string(4000, ' '), 192), 2);
        const auto entry = SafetensorsWriter::entry;
        const auto braced = [](const std::string& text) { return SafetensorsWriter::braced(text); };
        row("any order",
            SafetensorsWriter::file(braced(entry("b", "U8", "[3]", "[2,5]") + "," + entry("a", "U8", "[2]", "[0,2]")),
                                    5),
            2);
        row("text of many scripts", SafetensorsWriter().bf16("模型.層\\u00e9", {1}).bytes(), 1);
        row("a type of tomorrow", one("F5_E9", "[8]", "[0,5]", 5), 1);
    }
    void acceptsWhatTheFormatAllows() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, tensors);
        const auto file = read(bytes.toStdString());
        QVERIFY2(file.ok(), file.ok() ? "" : file.error().where.c_str());
        QCOMPARE(static_cast<int>(file->tensors.size()), tensors);
    }

    void flagsTypesItDoesNotKnow() {
        const auto checkpoint =
            readCheckpoint(MemoryFiles().weights("model.safetensors", SafetensorsWriter().tensor("t", "Q9", {8}, 9)));
        QVERIFY(checkpoint.ok());
        QCOMPARE(checkpoint->tensorBytes.count(), 9);
        const ModelWarning* warning = warningOf(checkpoint->warnings, "unknown-dtype");
        QVERIFY(warning != nullptr);
        QCOMPARE(warning->arguments, (std::vector<std::string>{"Q9"}));
        // A byte for 9 values, or 17 bytes for one, is no type.
        QVERIFY(read(one("Q9", "[9]", "[0,1]", 1)).error().code == ErrorCode::Inconsistent);
        QVERIFY(read(one("Q9", "[1]", "[0,17]", 17)).error().code == ErrorCode::Inconsistent);
    }

    void readsAHundredThousandTensors() {
        SafetensorsWriter writer;
        for (int i = 0; i < 100'000; ++i) {
            writer.bf16("model.layers." + std::to_string(i) + ".mlp.experts.down_proj.weight", {1});
        }
        const auto file = read(writer.bytes());
        QVERIFY(file.ok());
        QCOMPARE(file->tensors.size(), 100'000U);
        QCOMPARE(file->tensorBytes.count(), 200'000);
        QCOMPARE(file->tensors.back().name, std::string("model.layers.99999.mlp.experts.down_proj.weight"));
    }

    // The byte is the last one that was read: the end of a text or list, for a number the sign behind it.
    void refusesBadFiles_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("where");
        const auto row = [](const char* name, const std::string& bytes, ErrorCode code, const char* where) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << code << QByteArray(where);
        };
        using enum ErrorCode;
        const auto length = SafetensorsWriter::length;
        const auto file = [](std::string_view header, std::size_t data = 0) {
            return SafetensorsWriter::file(header, data);
        };
        const auto entry = SafetensorsWriter::entry;
        const auto braced = [](const std::string& text) { return SafetensorsWriter::braced(text); };
        const std::string zeros(100, '\0');
        row("empty", "", NotThisKind, "byte 0");
        row("seven bytes", std::string(7, '\0'), EndsEarly, "byte 0: header length");
        row("length 2^64-1", length(~std::uint64_t{0}) + zeros, TooLarge, "byte 0: header length");
        row("length over 100 MB", length(100'000'001) + zeros, TooLarge, "byte 0: header length");
        row("length beyond the file", length(101) + zeros, EndsEarly, "byte 0: header length");
        row("length 0", length(0) + zeros, OutOfRange, "byte 0: header length");
        row("no object", file("[1,2,3]"), NotThisKind, "byte 8");
        row("a space first", file(" {}"), NotThisKind, "byte 8");

        row("ZIP", std::string("PK\x03\x04") + zeros, NotThisKind, "byte 0");
        row("pickle", std::string("\x80\x02}q") + zeros, NotThisKind, "byte 0");
        row("GGUF", std::string("GGUF\x03\0\0\0", 8) + zeros, NotThisKind, "byte 0");
        row("web page", "<!DOCTYPE html><html></html>", NotThisKind, "byte 0");
        row("pointer", "version https://git-lfs.github.com/spec/v1\n", NotThisKind, "byte 0");
        row("UTF-16", std::string("\xFF\xFE{\0\"\0a\0\"\0", 10), NotThisKind, "byte 0");
        row("JSON itself", R"({"a": "plain JSON file"})", NotThisKind, "byte 0");

        row("not UTF-8", file("{\"a\xC3(\":{}}"), NotJson, "byte 12");
        row("lone surrogate", file(R"({"\ud800":{}})"), NotJson, "byte 16");
        row("text behind it", file("{}x"), NotJson, "byte 10");
        row("cut header", file("{\"a\":{\"dtype\":\"F32\""), NotJson, "byte 26: a: dtype");
        row("name with NUL", file(R"({"a\u0000b":{}})"), WrongType, "byte 18: a b");
        row("empty name", file(braced(entry("", "U8", "[1]", "[0,1]")), 1), OutOfRange, "byte 10");
        row("long name", file(braced(entry(std::string(5000, 'x'), "U8", "[1]", "[0,1]")), 1), OutOfRange, "byte ");

        const std::string a = entry("a", "U8", "[1]", "[0,1]");
        row("name twice", file(braced(a + "," + a), 1), Duplicate, "byte 8: a");
        row("field twice", file(R"({"a":{"dtype":"U8","dtype":"U8"}})"), Duplicate, "byte 33: a: dtype");
        row("metadata twice", file(R"({"__metadata__":{},"__metadata__":{}})"), Duplicate, "byte 40: __metadata__");
        row("metadata key twice", file(R"({"__metadata__":{"a":"1","a":"2"}})"), Duplicate, "byte 35: __metadata__");
        row("unknown field", file(R"({"a":{"type":"U8"}})"), UnknownKey, "byte 19: a");
        row("no offsets", file(R"({"a":{"dtype":"U8","shape":[]}})"), MissingKey, "byte 37: a");
        row("entry is no object", file(R"({"a":[1]})"), WrongType, "byte 13: a");
        row("entry is null", file(R"({"a":null})"), WrongType, "byte 16: a");
        row("metadata is no object", file(R"({"__metadata__":"pt"})"), WrongType, "byte 27: __metadata__");
        row("metadata is no text", file(R"({"__metadata__":{"a":1}})"), WrongType, "byte 30: __metadata__");
        row("metadata nested", file(R"({"__metadata__":{"a":{"b":"c"}}})"), WrongType, "byte 29: __metadata__");
        row("type is no text", file(R"({"a":{"dtype":32}})"), WrongType, "byte 24: a: dtype");
        row("type is no word", one("F32; rm", "[1]", "[0,4]", 4), UnknownValue, "byte 30: t: dtype");

        row("nested 10,000 deep", file(repeated("{\"a\":", 10'000) + "1" + repeated("}", 10'000)), UnknownKey,
            "byte 16: a");
        row("arrays 10,000 deep", file("{\"a\":" + repeated("[", 10'000) + repeated("]", 10'000) + "}"), WrongType,
            "byte 13: a");
        row("shape 10,000 deep", one("U8", repeated("[", 10'000) + repeated("]", 10'000), "[0,1]", 1), WrongType,
            "byte 36: t: shape");

        row("offsets reversed", one("U8", "[1]", "[1,0]", 1), Inconsistent, "byte 59: t: data_offsets");
        row("offsets beyond the end", one("U8", "[5]", "[0,5]", 4), EndsEarly, "byte 59: t: data_offsets");
        row("one offset", one("U8", "[5]", "[5]", 5), OutOfRange, "byte 56: t: data_offsets");
        row("three offsets", one("U8", "[5]", "[0,5,5]", 5), OutOfRange, "byte 60: t: data_offsets");
        row("offset negative", one("U8", "[5]", "[-1,4]", 5), OutOfRange, "byte 57: t: data_offsets");
        row("offset of 2^63", one("U8", "[5]", "[0,9223372036854775808]", 5), OutOfRange, "byte 76: t: data_offsets");
        row("offset of 2^64", one("U8", "[5]", "[0,18446744073709551616]", 5), OutOfRange, "byte 77: t: data_offsets");
        row("offset as text", one("U8", "[5]", "[\"0\",5]", 5), WrongType, "byte 57: t: data_offsets");
        row("offsets as text", one("U8", "[5]", "\"0,5\"", 5), WrongType, "byte 58: t: data_offsets");
        // Data begin at byte 8 + 1 + 51 + 1 + 51 + 1 = 113; of one such tensor at 61.
        row("overlapping", file(braced(entry("a", "U8", "[4]", "[0,4]") + "," + entry("b", "U8", "[4]", "[2,6]")), 6),
            Inconsistent, "byte 115: b");
        row("a hole", file(braced(entry("a", "U8", "[2]", "[0,2]") + "," + entry("b", "U8", "[2]", "[4,6]")), 6),
            Inconsistent, "byte 115: b");
        row("a hole first", one("U8", "[4]", "[2,6]", 6), Inconsistent, "byte 61: t");
        row("a hole last", one("U8", "[4]", "[0,4]", 6), Inconsistent, "byte 65: data_offsets");

        row("fewer bytes than the shape", one("F32", "[2,2]", "[0,12]", 12), Inconsistent, "byte 63: t: shape");
        row("half a byte", one("F4", "[3]", "[0,1]", 1), Inconsistent, "byte 59: t: shape");
        row("six bits", one("F6_E2M3", "[2]", "[0,2]", 2), Inconsistent, "byte 64: t: shape");
        row("shape wraps", one("U8", "[4294967296,4294967296]", "[0,0]", 0), Overflow, "byte 79: t: shape");
        row("bytes wrap", one("F64", "[2305843009213693952]", "[0,0]", 0), Overflow, "byte 78: t: shape");
        row("bits wrap", one("F4", "[4611686018427387904]", "[0,0]", 0), Overflow, "byte 77: t: shape");
        row("dimension negative", one("U8", "[-5]", "[0,5]", 5), OutOfRange, "byte 38: t: shape");
        row("dimension of 3.0", one("U8", "[3.0]", "[0,3]", 3), WrongType, "byte 39: t: shape");
        row("dimension of 1e308", one("U8", "[1e308]", "[0,3]", 3), WrongType, "byte 41: t: shape");
        row("dimension of 1e400", one("U8", "[1e400]", "[0,3]", 3), NotFinite, "byte 41: t: shape");
        row("dimension as text", one("U8", "[\"3\"]", "[0,3]", 3), WrongType, "byte 38: t: shape");
        row("shape as number", one("U8", "3", "[0,3]", 3), WrongType, "byte 36: t: shape");
        row("nine dimensions", one("U8", "[1,1,1,1,1,1,1,1,1]", "[0,1]", 1), TooLarge, "byte 53: t: shape");
    }
    void refusesBadFiles() {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, where);
        const auto file = read(bytes.toStdString());
        QVERIFY(!file.ok());
        QCOMPARE(shown(errorCodeId(file.error().code)), shown(errorCodeId(code)));
        const QByteArray found = shown(file.error().where);
        QVERIFY2(where.endsWith(' ') ? found.startsWith(where) : found == where, found);
    }

    void refusesAnEndlessText() {
        // 30 MB without an end are not collected.
        const auto file =
            read(SafetensorsWriter::file("{\"__metadata__\":{\"a\":\"" + std::string(30'000'000, 'x') + "\"}}"));
        QVERIFY(!file.ok());
        QVERIFY(file.error().code == ErrorCode::TooLarge);
        // After 8 MiB, to the next end of a window of 256 KiB.
        QCOMPARE(file.error().where, std::string("byte 8650759: __metadata__"));
    }

    void keepsTheStartOfLongMetadata() {
        const auto file = read(SafetensorsWriter().metadata("tags", std::string(1'000'000, 'x')).bytes());
        QVERIFY(file.ok());
        QCOMPARE(file->metadata[0].value.size(), 1024U);
        QCOMPARE(file->metadata[0].length, 1'000'000U);
    }

    void saysWhereItIsCut() {
        // A good file cut at every byte: always an error, never a smaller model.
        const std::string whole = good().bytes();
        QVERIFY(read(whole).ok());
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto file = read(whole.substr(0, size));
            QVERIFY2(!file.ok(), std::to_string(size).c_str());
            QVERIFY(!file.error().where.empty());
            const bool expected = file.error().code == (size == 0 ? ErrorCode::NotThisKind : ErrorCode::EndsEarly);
            QVERIFY2(expected, std::to_string(size).c_str());
        }
    }

    void survivesEveryChangedByte() {
        const std::string whole = good().bytes();
        int refused = 0;
        for (std::size_t i = 0; i < whole.size() - 192; ++i) {
            for (const char value : {'\0', '"', '9', '}', '\xFF'}) {
                std::string changed = whole;
                changed[i] = value;
                const auto file = read(changed);
                refused += file.ok() ? 0 : 1;
                QVERIFY(!file.ok() || file->tensorBytes.count() == 192);
            }
        }
        QVERIFY(refused > 500);
    }

    void readsAnIndex() {
        const auto index = readIndex(
            "{\"metadata\":{\"total_size\":96.0,\"other\":[1,{\"a\":[]}]},\"more\":{\"x\":[[]]},"
            "\"weight_map\":{\"a\":\"two.safetensors\",\"b\":\"one.safetensors\",\"c\":\"two.safetensors\"}}");
        QVERIFY(index.ok());
        QCOMPARE(index->shards, (std::vector<std::string>{"one.safetensors", "two.safetensors"}));
        QCOMPARE(index->tensors.size(), 3U);
        QCOMPARE(index->tensors[0].shard, 1U);
        QCOMPARE(index->tensors[1].shard, 0U);
        QCOMPARE(index->totalSize.value_or(0), 96.0);
        QVERIFY(!readIndex(R"({"weight_map":{"a":"x"}})")->totalSize);
    }

    void refusesBadIndexes_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("where");
        const auto row = [](const char* name, const std::string& text, ErrorCode code, const char* where) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << code << QByteArray(where);
        };
        using enum ErrorCode;
        const auto shard = [](const char* name) { return std::string("{\"weight_map\":{\"t\":\"") + name + "\"}}"; };
        row("parent folder", shard("../../etc/passwd"), WrongType, "byte 36: t");
        row("absolute path", shard("/etc/passwd"), WrongType, "byte 31: t");
        row("address", shard("https://a.b/c.safetensors"), WrongType, "byte 45: t");
        row("subfolder", shard("x/y.safetensors"), WrongType, "byte 35: t");
        row("backslash", shard(R"(..\\a)"), WrongType, "byte 25: t");
        row("drive", shard("C:a"), WrongType, "byte 23: t");
        row("dots", shard(".."), WrongType, "byte 22: t");
        row("hidden", shard(".a.safetensors"), WrongType, "byte 34: t");
        row("no name", shard(""), WrongType, "byte 20: t");
        row("NUL", shard(R"(a\u0000b)"), WrongType, "byte 28: t");
        row("line break", shard(R"(a\nb)"), WrongType, "byte 24: t");
        row("long name", shard(std::string(300, 'x').c_str()), WrongType, "byte 320: t");
        row("a number", R"({"weight_map":{"t":1}})", WrongType, "byte 20: t");
        row("nested", R"({"weight_map":{"t":{}}})", WrongType, "byte 19: t");
        row("tensor twice", R"({"weight_map":{"t":"a","t":"b"}})", Duplicate, "byte 0: weight_map: t");
        row("map twice", R"({"weight_map":{"t":"a"},"weight_map":{}})", Duplicate, "byte 37: weight_map");
        row("map is an array", R"({"weight_map":["a"]})", WrongType, "byte 14: weight_map");
        row("no map", R"({"metadata":{}})", MissingKey, "byte 0");
        row("empty map", R"({"weight_map":{}})", MissingKey, "byte 0");
        row("an array", "[]", WrongType, "byte 0");
        row("empty", "", NotJson, "byte 0");
        row("web page", "<html>", NotJson, "byte 0");
        row("pointer", "version https://git-lfs", NotJson, "byte 0");
        row("not UTF-8", "{\"\xFF\":1}", NotJson, "byte 2");
        row("nested 10,000 deep", "{\"x\":" + repeated("[", 10'000) + repeated("]", 10'000) + "}", NotJson,
            "byte 69: x");
        row("total of 1e400", R"({"metadata":{"total_size":1e400},"weight_map":{"t":"a"}})", NotFinite,
            "byte 31: metadata");
    }
    void refusesBadIndexes() {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, where);
        const auto index = readIndex(text.toStdString());
        QVERIFY(!index.ok());
        QCOMPARE(shown(errorCodeId(index.error().code)), shown(errorCodeId(code)));
        QCOMPARE(shown(index.error().where), where);
    }

    void readsAShardedModel_data() {
        QTest::addColumn<QByteArray>("opened");
        QTest::newRow("folder") << QByteArray();
        QTest::newRow("index") << shown(kIndex);
        QTest::newRow("a part") << shown(kPart2);
        QTest::newRow("configuration") << QByteArray("config.json");
    }
    void readsAShardedModel() {
        QFETCH(QByteArray, opened);
        const auto checkpoint = readCheckpoint(sharded().text("config.json", "{}"), opened.toStdString());
        QVERIFY(checkpoint.ok());
        QCOMPARE(checkpoint->container, std::string("safetensors"));
        QCOMPARE(checkpoint->shards.size(), 2U);
        QCOMPARE(checkpoint->tensors.size(), 2U);
        QCOMPARE(checkpoint->tensors[1].shard, 1U);
        QCOMPARE(checkpoint->tensorBytes.count(), 64);
        QCOMPARE(checkpoint->configuration, std::string("{}"));
        QVERIFY(checkpoint->warnings.empty());
    }

    void choosesTheFiles_data() {
        QTest::addColumn<QByteArrayList>("names");
        QTest::addColumn<QByteArrayList>("chosen");
        QTest::newRow("single") << QByteArrayList{"model.safetensors"} << QByteArrayList{"model.safetensors"};
        QTest::newRow("beside Mistral's")
            << QByteArrayList{"consolidated.safetensors", "model.safetensors"} << QByteArrayList{"model.safetensors"};
        QTest::newRow("parts beside Mistral's")
            << QByteArrayList{"consolidated.safetensors", "model-1-of-2.safetensors", "model-2-of-2.safetensors"}
            << QByteArrayList{"model-1-of-2.safetensors", "model-2-of-2.safetensors"};
        QTest::newRow("Mistral's alone") << QByteArrayList{"consolidated.safetensors", "tokenizer.model"}
                                         << QByteArrayList{"consolidated.safetensors"};
        QTest::newRow("several without parts") << QByteArrayList{"one.safetensors", "two.safetensors"}
                                               << QByteArrayList{"one.safetensors", "two.safetensors"};
        QTest::newRow("two sets") << QByteArrayList{"fp16-1-of-1.safetensors", "model-1-of-1.safetensors"}
                                  << QByteArrayList{"model-1-of-1.safetensors"};
        QTest::newRow("adapter beside a model")
            << QByteArrayList{"adapter_model.safetensors", "my.safetensors"} << QByteArrayList{"my.safetensors"};
        QTest::newRow("training state") << QByteArrayList{"my.safetensors", "optimizer.safetensors"}
                                        << QByteArrayList{"my.safetensors"};
    }
    void choosesTheFiles() {
        QFETCH(QByteArrayList, names);
        QFETCH(QByteArrayList, chosen);
        MemoryFiles files;
        for (const QByteArray& name : names) {
            files.weights(name.toStdString(), shard(name.toStdString()));
        }
        const auto checkpoint = readCheckpoint(files);
        QVERIFY(checkpoint.ok());
        QByteArrayList found;
        for (const CheckpointShard& part : checkpoint->shards) {
            found += shown(part.name);
        }
        QCOMPARE(found, chosen);
    }

    void missesParts() {
        MemoryFiles files;
        files.weights(kPart1, shard("a"));
        const auto unlisted = readCheckpoint(files);
        QVERIFY(!unlisted.ok());
        QVERIFY(unlisted.error().code == ErrorCode::FileUnreadable);
        QCOMPARE(unlisted.error().where, kPart2);
        files.text(kIndex, indexOf({{"a", kPart1}, {"b", kPart2}}, "64"));
        QCOMPARE(readCheckpoint(files).error().where, kPart2);
        files.text(kIndex, indexOf({{"a", kPart1}, {"b", "../" + kPart2}}, "64"));
        const auto outside = readCheckpoint(files);
        QVERIFY(outside.error().code == ErrorCode::WrongType);
        QVERIFY(outside.error().where.starts_with(kIndex + ": byte "));
    }

    void refusesATensorInTwoFiles() {
        MemoryFiles files;
        files.weights("one.safetensors", shard("a")).weights("two.safetensors", shard("a"));
        const auto checkpoint = readCheckpoint(files);
        QVERIFY(!checkpoint.ok());
        QVERIFY(checkpoint.error().code == ErrorCode::Duplicate);
        QVERIFY(checkpoint.error().where.ends_with(".safetensors: a"));
    }

    void doubtsWhatAnIndexSays() {
        for (const char* total : {"-1", "0", "65", "1e300", "18446744073709551615"}) {
            const auto checkpoint = readCheckpoint(sharded(total));
            QVERIFY(checkpoint.ok());
            QCOMPARE(checkpoint->tensorBytes.count(), 64);
            const ModelWarning* warning = warningOf(checkpoint->warnings, "total-size-differs");
            QVERIFY2(warning != nullptr, total);
            QCOMPARE(warning->arguments[1], std::string("64"));
        }
        // "a" is not where the index has it, "gone" nowhere, "b" not listed.
        MemoryFiles files = sharded();
        files.text(kIndex, indexOf({{"a", kPart2}, {"gone", kPart1}}, "64"));
        const auto checkpoint = readCheckpoint(files);
        QVERIFY(checkpoint.ok());
        const ModelWarning* warning = warningOf(checkpoint->warnings, "index-differs");
        QVERIFY(warning != nullptr);
        QCOMPARE(warning->where, kIndex + ": a");
        QCOMPARE(warning->arguments, (std::vector<std::string>{"2", "1"}));
    }

    void neverOpensPyTorchFiles() {
        const std::string archive = "PK\x03\x04" + std::string(96, 'x');
        MemoryFiles files;
        files.text("pytorch_model-00001-of-00002.bin", archive).text("pytorch_model-00002-of-00002.bin", archive);
        files.text("training_args.bin", archive);
        const auto unlisted = readCheckpoint(files);
        QVERIFY(unlisted.ok());
        QCOMPARE(unlisted->container, std::string("PyTorch"));
        QCOMPARE(unlisted->tensorBytes.count(), 200);
        QVERIFY(warningOf(unlisted->warnings, "sizes-from-files") != nullptr);
        const auto withTotal = [&](const char* total) {
            files.text("pytorch_model.bin.index.json", indexOf({{"a", "pytorch_model-00001-of-00002.bin"},
                                                                {"b", "pytorch_model-00002-of-00002.bin"},
                                                                {"c", "pytorch_model-00002-of-00002.bin"}},
                                                               total));
            return readCheckpoint(files);
        };
        const auto listed = withTotal("190");
        QVERIFY(listed.ok());
        QCOMPARE(listed->tensorBytes.count(), 190); // the rest is the archive's own
        QCOMPARE(listed->shards[1].tensors, 2);
        QVERIFY(warningOf(listed->warnings, "total-size-differs") == nullptr);
        for (const char* lie : {"-1", "20", "201"}) {
            const auto lying = withTotal(lie);
            QCOMPARE(lying->tensorBytes.count(), 200);
            QVERIFY(warningOf(lying->warnings, "total-size-differs") != nullptr);
        }
        files.text("pytorch_model-00002-of-00002.bin", "version https://git-lfs.github.com/spec/v1\n");
        QVERIFY(readCheckpoint(files).error().code == ErrorCode::NotThisKind);
    }

    void readsFolders() {
        const QTemporaryDir temporary;
        const std::filesystem::path root = temporary.path().toStdString();
        const std::filesystem::path blobs = root / "blobs";
        const std::filesystem::path model = root / "snapshot";
        std::filesystem::create_directory(blobs);
        std::filesystem::create_directory(model);
        QVERIFY(readCheckpoint(model).error().code == ErrorCode::NotThisKind);
        // As Hugging Face's cache has it: links to files of another folder.
        test::writeFile(blobs / "1", shard("a").bytes());
        test::writeFile(blobs / "2", shard("b").bytes());
        test::writeFile(blobs / "3", indexOf({{"a", kPart1}, {"b", kPart2}}, "64"));
        std::filesystem::create_symlink("../blobs/1", model / kPart1);
        std::filesystem::create_symlink("../blobs/2", model / kPart2);
        std::filesystem::create_symlink("../blobs/3", model / kIndex);
        const auto linked = readCheckpoint(model);
        QVERIFY(linked.ok());
        QCOMPARE(linked->tensorBytes.count(), 64);
        QCOMPARE(readCheckpoint(model / kPart1)->tensorBytes.count(), 64);
        QCOMPARE(readCheckpoint(blobs / "1").ok(), false); // no model by its name

        const auto replaced = [&](const auto& make) {
            std::filesystem::remove(model / kPart2);
            make(model / kPart2);
            return readCheckpoint(model);
        };
        const auto fifo = replaced([](const std::filesystem::path& path) { QCOMPARE(mkfifo(path.c_str(), 0600), 0); });
        QVERIFY(fifo.error().code == ErrorCode::FileUnreadable);
        QCOMPARE(fifo.error().arguments[1], std::string("not a regular file"));
        const auto device =
            replaced([](const std::filesystem::path& path) { std::filesystem::create_symlink("/dev/zero", path); });
        QCOMPARE(device.error().arguments[1], std::string("not a regular file"));
        const auto folder =
            replaced([](const std::filesystem::path& path) { std::filesystem::create_directory(path); });
        QCOMPARE(folder.error().arguments[1], std::string("not a regular file"));
        const auto dangling =
            replaced([](const std::filesystem::path& path) { std::filesystem::create_symlink("../blobs/none", path); });
        QVERIFY(dangling.error().code == ErrorCode::FileUnreadable);
        const auto looping =
            replaced([](const std::filesystem::path& path) { std::filesystem::create_symlink(path.filename(), path); });
        QVERIFY(looping.error().code == ErrorCode::FileUnreadable);
    }

    void readsTwoHundredShards() {
        const QTemporaryDir temporary;
        const std::filesystem::path root = temporary.path().toStdString();
        constexpr std::int64_t kSide = 65'536; // 8 GiB a shard, nearly all of it a hole
        for (int i = 1; i <= 200; ++i) {
            const std::string number = QString::number(i).rightJustified(5, '0').toStdString();
            const std::filesystem::path path = root / ("model-" + number + "-of-00200.safetensors");
            const SafetensorsWriter writer = SafetensorsWriter().bf16("t" + number, {kSide, kSide});
            const std::string head = SafetensorsWriter::file(writer.header());
            test::writeFile(path, head);
            std::filesystem::resize_file(path, head.size() + writer.data());
        }
        const auto checkpoint = readCheckpoint(root);
        QVERIFY(checkpoint.ok());
        QCOMPARE(checkpoint->shards.size(), 200U);
        QCOMPARE(checkpoint->tensorBytes.count(), 200 * kSide * kSide * 2);
    }

    void recognizesAdapters() {
        // Rank 8 on two modules of width 16: A is 8 x 16, B 16 x 8, 128 values each.
        SafetensorsWriter writer;
        for (const char* module : {"q_proj", "v_proj"}) {
            const std::string name = std::string("base_model.model.model.layers.0.self_attn.") + module;
            writer.bf16(name + ".lora_A.weight", {8, 16}).bf16(name + ".lora_B.weight", {16, 8});
        }
        MemoryFiles files;
        files.weights("adapter_model.safetensors", writer);
        files.text("adapter_config.json",
                   R"({"r":8,"base_model_name_or_path":"org/base","target_modules":["q_proj"]})");
        const auto checkpoint = readCheckpoint(files);
        QVERIFY(checkpoint.ok());
        QVERIFY(checkpoint->adapter.has_value());
        QCOMPARE(checkpoint->adapter->rank, 8);
        QCOMPARE(checkpoint->adapter->targets, (std::vector<std::string>{"q_proj", "v_proj"}));
        QCOMPARE(checkpoint->adapter->parameters, 4 * 128);
        QCOMPARE(checkpoint->adapter->bytes.count(), 4 * 128 * 2);
        QCOMPARE(checkpoint->adapter->baseModel, std::string("org/base"));
        QVERIFY(checkpoint->warnings.empty());
        files.text("adapter_config.json", R"({"r":"64"})");
        const auto lying = readCheckpoint(files);
        QCOMPARE(lying->adapter->rank, 8);
        QVERIFY(warningOf(lying->warnings, "rank-differs") != nullptr);
        files.text("adapter_config.json", "{");
        QVERIFY(warningOf(readCheckpoint(files)->warnings, "adapter-config-unread") != nullptr);
        // mlx-lm transposes its factors; a whole model is no adapter.
        const auto mlx = readCheckpoint(
            MemoryFiles().weights("adapters.safetensors", SafetensorsWriter()
                                                              .bf16("model.layers.0.q_proj.lora_a", {16, 4})
                                                              .bf16("model.layers.0.q_proj.lora_b", {4, 16})));
        QCOMPARE(mlx->adapter->rank, 4);
        QVERIFY(!readCheckpoint(sharded())->adapter);
    }

    void writesJson() {
        const auto checkpoint = readCheckpoint(sharded());
        QVERIFY(checkpoint.ok());
        const auto json = checkpointToJson(*checkpoint);
        QCOMPARE(json["format"].get<std::string>(), std::string("safetensors"));
        QCOMPARE(json["tensor_bytes"].get<int>(), 64);
        QCOMPARE(json["file_bytes"].get<int>(), json["header_bytes"].get<int>() + 64);
        QCOMPARE(json["elements"].get<int>(), 32);
        QCOMPARE(json["shards"].size(), 2U);
        QCOMPARE(json["shards"][1]["name"].get<std::string>(), kPart2);
        QCOMPARE(json["types"].dump(), std::string(R"([{"type":"BF16","tensors":2,"elements":32,"bytes":64}])"));
        QCOMPARE(json["tensors"][1]["shard"].get<int>(), 1);
        const auto single = checkpointToJson(*readCheckpoint(MemoryFiles().weights("model.safetensors", good())));
        QCOMPARE(single["tensors"][0]["dimensions"].dump(), std::string("[8,10]")); // columns first
        QCOMPARE(single["metadata"][0]["key"].get<std::string>(), std::string("format"));
        QVERIFY(!single["tensors"][0].contains("shard"));
        QVERIFY(!single.contains("adapter"));
    }
};

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
