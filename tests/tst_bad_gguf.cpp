// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "allocation_guard.h"
#include "core/source/gguf/gguf_file.h"
#include "gguf_writer.h"

#include <chrono>
#include <functional>

using namespace vram;
using test::GgufWriter;

// Files that a reader must survive: damaged, cut, or made to harm it. Each is answered by a typed error that names the
// field and the byte, in time and within memory, or accepted where it is legal.

namespace {

constexpr std::int64_t kMostBytes = 64LL << 20; ///< over the file itself
constexpr std::chrono::seconds kMostTime{10};   ///< a guard against hanging, ten times what a reader may take

constexpr std::uint32_t kF32 = 0;
constexpr std::uint32_t kQ4K = 12;
constexpr std::uint32_t kString = 8;
constexpr std::uint32_t kArray = 9;

// Where things lie in plain() followed by one key "a" or one tensor "t": 24 bytes of magic, version and counts; the
// architecture (8 + 20 bytes of key, 4 of type, 8 + 5 of text); then 8 + 1 bytes of name.
constexpr int kFirst = 24;
constexpr int kSecond = kFirst + 8 + 20 + 4 + 8 + 5;
constexpr int kType = kSecond + 8 + 1;
constexpr int kValue = kType + 4;
constexpr int kDimensions = kType;
constexpr int kDimension = kDimensions + 4;

std::string n16(std::uint16_t value) { return GgufWriter::number(value); }
std::string n32(std::uint32_t value) { return GgufWriter::number(value); }
std::string n64(std::uint64_t value) { return GgufWriter::number(value); }
std::string zeros(std::size_t count) { return std::string(count, '\0'); }
constexpr std::uint64_t power(unsigned exponent) { return std::uint64_t{1} << exponent; }

GgufWriter plain() { return GgufWriter().string("general.architecture", "llama"); }

std::string version(std::uint32_t value) {
    GgufWriter writer = plain();
    writer.version = value;
    return writer.bytes(64);
}

/// A file of magic, version and counts (no tensor, one key), then `rest`.
std::string oneKey(const std::string& rest) { return GgufWriter().counts(0, 1).bytes().substr(0, kFirst) + rest; }
std::string withKey(std::uint32_t type, const std::string& value) { return plain().key("a", type, value).bytes(64); }
std::string withTensor(const std::vector<std::uint64_t>& dimensions, std::uint32_t type = kF32,
                       std::uint64_t offset = 0) {
    return plain().tensor("t", dimensions, type, offset).bytes(64);
}
std::string withAlignment(std::uint32_t value) { return plain().uint32("general.alignment", value).bytes(64); }

/// Where an error about a whole key points: at the type behind its name.
std::string keyAt(int byte, const std::string& key) {
    return "byte " + std::to_string(byte + 8 + static_cast<int>(key.size())) + ": " + key;
}
std::string placeOf(int byte, const std::string& what) { return "byte " + std::to_string(byte) + ": " + what; }

/// A whole model: one layer of 64 columns, every kind of value, a tensor in blocks of 256.
std::string wholeModel() {
    return plain()
        .uint32("llama.block_count", 1)
        .uint32("llama.context_length", 4096)
        .uint32("llama.embedding_length", 256)
        .uint32("llama.feed_forward_length", 256)
        .uint32("llama.attention.head_count", 4)
        .array("llama.attention.head_count_kv", 5, 1, n32(2))
        .key("llama.rope.freq_base", 6, n32(std::bit_cast<std::uint32_t>(10000.0F)))
        .key("tokenizer.ggml.add_bos_token", 7, std::string(1, '\1'))
        .array("tokenizer.ggml.tokens", kString, 2, GgufWriter::text("a") + GgufWriter::text("bc"))
        .tensor("token_embd.weight", {256, 2}, kQ4K, 0)
        .tensor("blk.0.attn_norm.weight", {256}, kF32, 288)
        .tensor("blk.0.attn_q.weight", {256, 256}, kQ4K, 1'312)
        .tensor("blk.0.attn_k.weight", {256, 128}, kQ4K, 38'176)
        .tensor("blk.0.attn_v.weight", {256, 128}, kQ4K, 56'608)
        .tensor("blk.0.attn_output.weight", {256, 256}, kQ4K, 75'040)
        .tensor("blk.0.ffn_norm.weight", {256}, kF32, 111'904)
        .tensor("blk.0.ffn_gate.weight", {256, 256}, kQ4K, 112'928)
        .tensor("blk.0.ffn_up.weight", {256, 256}, kQ4K, 149'792)
        .tensor("blk.0.ffn_down.weight", {256, 256}, kQ4K, 186'656)
        .tensor("output_norm.weight", {256}, kF32, 223'520)
        .bytes(224'544);
}

/// Which error a file is refused with; no code: it is accepted.
struct Expected {
    std::optional<ErrorCode> code;
    std::string where;
};

struct BadFile {
    const char* name; ///< its number in the list of bad inputs, and what it is
    std::function<std::string()> bytes;
    Expected expected;
};

using enum ErrorCode;

std::vector<BadFile> containerFiles() {
    return {
        {"1 empty", [] { return std::string(); }, {NotThisKind, "byte 0"}},
        {"2 magic only", [] { return std::string("GGUF"); }, {EndsEarly, "byte 4: version"}},
        {"3 other magic", [] { return std::string("GGML") + zeros(100); }, {NotThisKind, "byte 0"}},
        {"4 version 0", [] { return version(0); }, {UnknownValue, "byte 4: version"}},
        {"4 version 1", [] { return version(1); }, {UnknownValue, "byte 4: version"}},
        {"5 version 99", [] { return version(99); }, {UnknownValue, "byte 4: version"}},
        {"6 big-endian", [] { return version(0x03000000); }, {BigEndian, "byte 4: version"}},
        {"7 key count 2^63", [] { return plain().counts(0, power(63)).bytes(); }, {TooLarge, "byte 16: key count"}},
        {"8 key count 2^32", [] { return plain().counts(0, power(32)).bytes(); }, {TooLarge, "byte 16: key count"}},
        {"9 tensor count 2^60",
         [] { return plain().counts(power(60), 1).bytes(); },
         {TooLarge, "byte 8: tensor count"}},
        {"9 more tensors than bytes",
         [] { return plain().counts(100'000, 1).bytes(); },
         {EndsEarly, "byte 8: tensor count"}},
        {"52 four bytes",
         [] {
             return std::string("\x7f"
                                "ELF",
                                4);
         },
         {NotThisKind, "byte 0"}},
        {"52 three bytes", [] { return std::string("GGU"); }, {NotThisKind, "byte 0"}},
        {"8 more keys than bytes", [] { return plain().counts(0, 60'000).bytes(); }, {EndsEarly, "byte 16: key count"}},
        {"53 one key, then the end", [] { return oneKey({}); }, {EndsEarly, "byte 16: key count"}},
        {"88 ZIP", [] { return std::string("PK\x03\x04") + zeros(100); }, {NotThisKind, "byte 0"}},
        {"88 web page", [] { return std::string("<!DOCTYPE html><html>"); }, {NotThisKind, "byte 0"}},
        {"88 Git LFS pointer",
         [] { return std::string("version https://git-lfs.github.com/spec/v1\n"); },
         {NotThisKind, "byte 0"}},
        {"88 UTF-16", [] { return std::string("\xFF\xFEG\0G\0U\0F\0", 10); }, {NotThisKind, "byte 0"}},
    };
}

std::vector<BadFile> keyFiles() {
    return {
        {"10 key length 2^64-1",
         [] { return oneKey(n64(~std::uint64_t{0}) + zeros(64)); },
         {OutOfRange, "byte 24: key 0"}},
        {"11 string length 2^40", [] { return withKey(kString, n64(power(40))); }, {EndsEarly, placeOf(kValue, "a")}},
        {"12 array length 2^63",
         [] { return withKey(kArray, n32(0) + n64(power(63))); },
         {EndsEarly, placeOf(kValue + 4, "a")}},
        {"12 array length 2^64-1 of 8 bytes each",
         [] { return withKey(kArray, n32(10) + n64(~std::uint64_t{0})); },
         {EndsEarly, placeOf(kValue + 4, "a")}},
        {"13 array of 2^34 bytes",
         [] { return withKey(kArray, n32(0) + n64(power(34))); },
         {EndsEarly, placeOf(kValue + 4, "a")}},
        {"14 20,000 nested arrays",
         [] {
             std::string nested;
             for (int i = 0; i < 20'000; ++i) {
                 nested += n32(kArray) + n64(1);
             }
             return withKey(kArray, nested);
         },
         {UnknownValue, placeOf(kValue, "a")}},
        {"15 unknown type", [] { return withKey(13, zeros(64)); }, {UnknownValue, placeOf(kType, "a")}},
        {"16 unknown type of elements",
         [] { return withKey(kArray, n32(99) + n64(1) + zeros(64)); },
         {UnknownValue, placeOf(kValue, "a")}},
        {"17 key twice",
         [] { return plain().uint32("a", 1).uint32("a", 2).bytes(); },
         {Duplicate, keyAt(kValue + 4, "a")}},
        {"18 empty key", [] { return oneKey(n64(0) + zeros(64)); }, {OutOfRange, "byte 24: key 0"}},
        {"19 alignment 0", [] { return withAlignment(0); }, {OutOfRange, keyAt(kSecond, "general.alignment")}},
        {"20 alignment 2^31",
         [] { return withAlignment(0x80000000U); },
         {OutOfRange, keyAt(kSecond, "general.alignment")}},
        {"21 alignment 3", [] { return withAlignment(3); }, {Inconsistent, keyAt(kSecond, "general.alignment")}},
        {"41 architecture is a number",
         [] { return GgufWriter().uint32("general.architecture", 1).bytes(); },
         {WrongType, keyAt(kFirst, "general.architecture")}},
        {"42 architecture of 100,000 characters",
         [] { return GgufWriter().string("general.architecture", std::string(100'000, 'x')).bytes(); },
         {TooLarge, keyAt(kFirst, "general.architecture")}},
        {"43 invalid UTF-8 in the architecture",
         [] { return GgufWriter().string("general.architecture", "lla\xC3(").bytes(); },
         {WrongType, keyAt(kFirst, "general.architecture")}},
        {"43 invalid UTF-8 in a key",
         [] { return GgufWriter().string("a\xC3(", "x").bytes(); },
         {WrongType, "byte 24: key 0"}},
        {"43 invalid UTF-8 in a tensor's name",
         [] { return plain().tensor("a\xED\xA0\x80", {8}, kF32, 0).bytes(32); }, // a surrogate
         {WrongType, placeOf(kSecond, "tensor 0")}},
        {"43 invalid UTF-8 in a value", [] { return plain().string("general.name", "a\xFF").bytes(); }, {}},
        {"44 NUL in a key",
         [] { return GgufWriter().string(std::string_view("a\0b", 3), "x").bytes(); },
         {WrongType, "byte 24: key 0"}},
        {"44 NUL in a tensor's name",
         [] { return plain().tensor(std::string_view("a\0b", 3), {8}, kF32, 0).bytes(64); },
         {WrongType, placeOf(kSecond, "tensor 0")}},
        {"44 NUL in the architecture",
         [] { return GgufWriter().string("general.architecture", std::string_view("a\0b", 3)).bytes(); },
         {WrongType, keyAt(kFirst, "general.architecture")}},
        {"47 a string whose length lies",
         [] { return withKey(kString, n64(200) + "short"); },
         {EndsEarly, placeOf(kValue, "a")}},
        {"47 a string in an array whose length lies",
         [] { return withKey(kArray, n32(kString) + n64(2) + GgufWriter::text("ab") + n64(power(62))); },
         {EndsEarly, placeOf(kValue + 4, "a")}},
        {"48 no architecture",
         [] { return GgufWriter().uint32("a", 1).bytes(64); },
         {MissingKey, placeOf(kFirst + 8 + 1 + 4 + 4, "general.architecture")}},
        {"58 a million empty strings",
         [] { return plain().array("tokens", kString, 1'000'000, zeros(8'000'000)).bytes(); },
         {}},
        {"58 more strings than any vocabulary",
         [] { return plain().array("a", kString, 20'000'000, zeros(160'000'000)).bytes(); },
         {TooLarge, placeOf(kValue + 4, "a")}},
        {"59 alignment as text",
         [] { return plain().string("general.alignment", "32").bytes(); },
         {WrongType, keyAt(kSecond, "general.alignment")}},
        {"59 alignment as 64-bit number",
         [] { return plain().key("general.alignment", 10, n64(32)).bytes(); },
         {WrongType, keyAt(kSecond, "general.alignment")}},
        // 8 + 17 bytes of key, 4 of type, 4 of value between the two.
        {"60 alignment twice, with different values",
         [] { return plain().uint32("general.alignment", 32).uint32("general.alignment", 64).bytes(); },
         {Duplicate, keyAt(kSecond + 33, "general.alignment")}},
        {"73 chat template of 50 MB",
         [] { return plain().string("tokenizer.chat_template", std::string(50'000'000, '{')).bytes(); },
         {}},
    };
}

std::vector<BadFile> tensorFiles() {
    return {
        {"22 10^9 dimensions",
         [] {
             const std::string file = withTensor({1});
             return file.substr(0, kDimensions) + n32(1'000'000'000) + file.substr(kDimension);
         },
         {OutOfRange, placeOf(kDimensions, "t")}},
        {"23 a dimension of 0",
         [] {
             return withTensor({4, 0});
         },
         {OutOfRange, placeOf(kDimension + 8, "t")}},
        {"24 dimensions whose product wraps",
         [] {
             return withTensor({power(32), power(32)});
         },
         {Overflow, placeOf(kDimension + 8, "t")}},
        {"25 a negative dimension",
         [] { return withTensor({~std::uint64_t{0}}); },
         {OutOfRange, placeOf(kDimension, "t")}},
        {"26 bytes that wrap", [] { return withTensor({power(62)}); }, {Overflow, placeOf(kDimension + 8, "t")}},
        {"27 unknown tensor type",
         [] { return withTensor({256}, 4711); },
         {UnknownValue, placeOf(kDimension + 8, "t")}},
        {"28 removed tensor type", [] { return withTensor({256}, 4); }, {UnknownValue, placeOf(kDimension + 8, "t")}},
        {"29 columns of half a block",
         [] { return withTensor({128}, kQ4K); },
         {Inconsistent, placeOf(kDimension + 8, "t")}},
        {"30 beyond the end", [] { return withTensor({8}, kF32, 64); }, {EndsEarly, placeOf(kSecond, "t")}},
        {"30 longer than the file", [] { return withTensor({17}); }, {EndsEarly, placeOf(kSecond, "t")}},
        {"31 unaligned", [] { return withTensor({4}, kF32, 16); }, {Inconsistent, placeOf(kSecond, "t")}},
        // An entry of one dimension takes 8 + 1 + 4 + 8 + 4 + 8 bytes.
        {"32 overlapping",
         [] { return plain().tensor("a", {16}, kF32, 0).tensor("b", {8}, kF32, 32).bytes(64); },
         {Inconsistent, placeOf(kSecond + 33, "b")}},
        {"33 the same tensor twice",
         [] { return plain().tensor("a", {8}, kF32, 0).tensor("a", {8}, kF32, 32).bytes(64); },
         {Duplicate, placeOf(kSecond + 33, "a")}},
        {"34 a name of 5,000 characters",
         [] { return plain().tensor(std::string(5'000, 'x'), {8}, kF32, 0).bytes(64); },
         {OutOfRange, placeOf(kSecond, "tensor 0")}},
        {"54 no dimension", [] { return withTensor({}); }, {OutOfRange, placeOf(kDimensions, "t")}},
        {"55 five dimensions",
         [] {
             return withTensor({1, 1, 1, 1, 1});
         },
         {OutOfRange, placeOf(kDimensions, "t")}},
        {"56 padded sizes whose sum wraps",
         [] {
             GgufWriter writer = plain();
             for (const char* name : {"a", "b", "c", "d", "e"}) {
                 writer.tensor(name, {power(60)}, kF32, 0); // 2^62 bytes each
             }
             return writer.bytes(64);
         },
         {EndsEarly, placeOf(kSecond, "a")}},
        {"57 offset and size wrap",
         [] { return withTensor({8}, kF32, ~std::uint64_t{31}); },
         {EndsEarly, placeOf(kSecond, "t")}},
        // Bytes decide: two spellings of é are two names. Neither is one that a runtime knows.
        {"72 names that differ in their normal form",
         [] { return plain().tensor("\u00e9", {8}, kF32, 0).tensor("e\u0301", {8}, kF32, 32).bytes(64); },
         {}},
    };
}

std::vector<BadFile> splitFiles() {
    return {
        {"62 split.no of split.count",
         [] { return plain().key("split.count", 2, n16(2)).key("split.no", 2, n16(2)).bytes(); },
         {OutOfRange, keyAt(kSecond + 8 + 11 + 4 + 2, "split.no")}},
        {"62 a negative split.no",
         [] { return plain().key("split.count", 2, n16(2)).key("split.no", 3, n16(0xFFFF)).bytes(); },
         {OutOfRange, keyAt(kSecond + 8 + 11 + 4 + 2, "split.no")}},
        {"63 split.tensors.count below this part's",
         [] {
             return plain()
                 .key("split.count", 2, n16(2))
                 .key("split.tensors.count", 5, n32(1))
                 .tensor("a", {8}, kF32, 0)
                 .tensor("b", {8}, kF32, 32)
                 .bytes(64);
         },
         {Inconsistent, keyAt(kSecond + 8 + 11 + 4 + 2, "split.tensors.count")}},
        {"61 split.count as text",
         [] { return plain().string("split.count", "2").bytes(); },
         {WrongType, keyAt(kSecond, "split.count")}},
    };
}

/// Whole files that fill what a reader keeps of a file.
std::vector<BadFile> largeFiles() {
    return {
        // 512 bytes each in the file, eight times as much when read.
        {"60,000 arrays of 512 numbers",
         [] {
             GgufWriter writer = plain();
             for (int i = 0; i < 60'000; ++i) {
                 writer.array(std::to_string(i), 0, 512, zeros(512));
             }
             return writer.bytes();
         },
         {TooLarge, "k"}},
        {"60,000 texts of a kilobyte",
         [] {
             GgufWriter writer = plain();
             for (int i = 0; i < 60'000; ++i) {
                 writer.string(std::to_string(i), std::string(1'024, 'x'));
             }
             return writer.bytes();
         },
         {TooLarge, "k"}},
        {"500 keys of 60,000 characters",
         [] {
             GgufWriter writer = plain();
             for (int i = 0; i < 500; ++i) {
                 writer.uint32(std::to_string(i) + std::string(60'000, 'k'), 1);
             }
             return writer.bytes();
         },
         {TooLarge, "k"}},
        {"131,072 tensors with the longest names",
         [] {
             GgufWriter writer = plain();
             for (std::uint64_t i = 0; i < kMostGgufTensors; ++i) {
                 const std::string number = std::to_string(i);
                 writer.tensor(number + std::string(kMostGgufName - number.size(), 'x'), {8}, kF32, 32 * i);
             }
             return writer.bytes(32 * kMostGgufTensors);
         },
         {}},
    };
}

} // namespace

class TestBadGguf : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (const auto& list : {containerFiles(), keyFiles(), tensorFiles(), splitFiles(), largeFiles()}) {
            m_files.insert(m_files.end(), list.begin(), list.end());
        }
    }

    void answersInTimeAndMemory_data() {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < m_files.size(); ++i) {
            QTest::newRow(m_files[i].name) << i;
        }
    }
    void answersInTimeAndMemory() {
        QFETCH(const std::size_t, index);
        const BadFile& bad = m_files[index];
        MemorySource source(bad.bytes());
        const test::AllocationGuard memory;
        const auto start = std::chrono::steady_clock::now();
        const auto file = readGguf(source);
        QVERIFY(std::chrono::steady_clock::now() - start < kMostTime);
        QVERIFY2(memory.mostBytes() < kMostBytes, std::to_string(memory.mostBytes()).c_str());
        if (!bad.expected.code) {
            QVERIFY2(file.ok(), file.ok() ? "" : file.error().where.c_str());
            return;
        }
        QVERIFY(!file.ok());
        QCOMPARE(QByteArray(errorCodeId(file.error().code).data()), QByteArray(errorCodeId(*bad.expected.code).data()));
        const std::string& where = file.error().where;
        if (bad.expected.where == "k") { // one of many keys that are all alike
            QVERIFY2(where.starts_with("byte ") && where.find(": ") != std::string::npos, where.c_str());
        } else {
            QCOMPARE(QByteArray::fromStdString(where), QByteArray::fromStdString(bad.expected.where));
        }
    }

    // 51: a good file cut at every byte of its header, and at some of its data.
    void saysWhereItIsCut() {
        const std::string whole = wholeModel();
        const auto file = read(whole);
        QVERIFY2(file.ok(), file.ok() ? "" : file.error().where.c_str());
        const auto header = static_cast<std::size_t>(file->headerBytes.count());
        for (std::size_t length = 0; length < whole.size(); length += length < header + 2 ? 1 : 997) {
            const auto cut = read(whole.substr(0, length));
            QVERIFY2(!cut.ok(), std::to_string(length).c_str());
            QVERIFY(cut.error().where.starts_with("byte "));
            const bool expected = cut.error().code == (length < 4 ? NotThisKind : EndsEarly);
            QVERIFY2(expected, std::to_string(length).c_str());
        }
    }

    void survivesEveryChangedByte() {
        const std::string whole = wholeModel();
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

private:
    static Result<GgufFile> read(const std::string& bytes) {
        MemorySource source(bytes);
        return readGguf(source);
    }

    std::vector<BadFile> m_files;
};

QTEST_APPLESS_MAIN(TestBadGguf)
#include "tst_bad_gguf.moc"
