// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/catalog/json_reader.h"

using namespace vram;

namespace {

Error parseError(std::string_view text, std::size_t mostBytes = 64U << 20U) {
    const Result<Json> result = parseJson(text, "file.json", mostBytes);
    return result.ok() ? Error{} : result.error();
}

/// Reads `key` of {"key": <value>} as a whole number within 0 to 1000.
struct IntegerAnswer {
    std::optional<std::int64_t> value;
    std::vector<Error> errors;
};
IntegerAnswer readInteger(std::string_view value, std::int64_t most = 1000) {
    IntegerAnswer answer;
    const Result<Json> json = parseJson("{\"key\": " + std::string(value) + "}", "file.json");
    if (!json) {
        answer.errors.push_back(json.error());
        return answer;
    }
    ObjectReader reader(*json, "scenario", answer.errors);
    answer.value = reader.integer("key", 0, most);
    return answer;
}

} // namespace

class TestJsonReader : public QObject {
    Q_OBJECT

private slots:
    void keepsTheOrderAndTheValues() {
        const Result<Json> json =
            parseJson(R"({"z": [1, -2, 3.5], "a": {"b": null, "c": true}, "s": "\u9854\u5361"})", "x");
        QVERIFY(json.ok());
        QCOMPARE(QByteArray::fromStdString(json->dump()),
                 QByteArray(R"({"z":[1,-2,3.5],"a":{"b":null,"c":true},"s":"顔卡"})"));
        QCOMPARE(parseJson("7", "x")->get<int>(), 7);
        QVERIFY(parseJson("\xEF\xBB\xBF{}", "x").ok()); // a byte-order mark, as Windows editors write it
    }

    void refusesWhatIsNoJson_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("empty") << QByteArray() << QByteArray("file.json:1:1");
        QTest::newRow("cut off") << QByteArray("{\"a\": [1,\n  2") << QByteArray("file.json:2:3");
        QTest::newRow("trailing comma") << QByteArray("{\n\"a\": 1,\n}") << QByteArray("file.json:3:1");
        QTest::newRow("comment") << QByteArray("{} // x") << QByteArray("file.json:1:4");
        QTest::newRow("two values") << QByteArray("{} {}") << QByteArray("file.json:1:4");
        QTest::newRow("NaN") << QByteArray("{\"a\": NaN}") << QByteArray("file.json:1:7");
        QTest::newRow("Infinity") << QByteArray("[-Infinity]") << QByteArray("file.json:1:3");
        QTest::newRow("single quotes") << QByteArray("{'a': 1}") << QByteArray("file.json:1:2");
        QTest::newRow("leading zero") << QByteArray("[01]") << QByteArray("file.json:1:3");
        QTest::newRow("half a surrogate") << QByteArray(R"(["\ud800"])") << QByteArray("file.json:1:9");
        QTest::newRow("not UTF-8") << QByteArray("[\"a\xFF\"]") << QByteArray("file.json:1:4");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << QByteArray("file.json:1:1");
        QTest::newRow("HTML") << QByteArray("<!DOCTYPE html>") << QByteArray("file.json:1:1");
        QTest::newRow("NUL") << QByteArray("{\0}", 3) << QByteArray("file.json:1:2");
    }
    void refusesWhatIsNoJson() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, where);
        const Error error = parseError({text.constData(), static_cast<std::size_t>(text.size())});
        QCOMPARE(error.code, ErrorCode::NotJson);
        QCOMPARE(QByteArray::fromStdString(error.where), where);
        QCOMPARE(error.arguments.size(), 1U);
        QVERIFY(!error.arguments[0].empty());
        QVERIFY(error.arguments[0].find("json.exception") == std::string::npos);
    }

    void refusesRepeatedKeys() {
        const Error error = parseError(R"({"a": {"x": 1, "y": 2, "x": 3}})");
        QCOMPARE(error.code, ErrorCode::Duplicate);
        QCOMPARE(error.arguments, std::vector<std::string>{"x"});
        QVERIFY(parseJson(R"({"a": {"x": 1}, "b": {"x": 1}})", "x").ok());

        std::string many = "{";
        for (int i = 0; i < 100'000; ++i) {
            many += "\"key" + std::to_string(i) + "\": 1, ";
        }
        QVERIFY(parseJson(many + "\"last\": 1}", "x").ok());
        QCOMPARE(parseError(many + "\"key77777\": 1}").arguments, std::vector<std::string>{"key77777"});
    }

    void refusesDepthSizeAndOverflow() {
        const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
        QVERIFY(parseJson(nested(64), "x").ok());
        QCOMPARE(parseError(nested(65)).code, ErrorCode::NotJson);
        QCOMPARE(parseError(nested(1'000'000)).code, ErrorCode::NotJson);
        std::string objects;
        for (int i = 0; i < 1000; ++i) {
            objects += "{\"text_config\":";
        }
        QCOMPARE(parseError(objects).code, ErrorCode::NotJson);

        QCOMPARE(parseError("[1, 2, 3]", 8).code, ErrorCode::TooLarge);
        QVERIFY(parseJson("[1, 2, 3]", "x", 9).ok());

        const Error overflow = parseError("{\"a\": 1e400}");
        QCOMPARE(overflow.code, ErrorCode::NotFinite);
        QCOMPARE(overflow.arguments, std::vector<std::string>{"1e400"});
    }

    void readsWholeNumbers_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("value");
        QTest::newRow("0") << QByteArray("0") << qint64{0};
        QTest::newRow("7e9") << QByteArray("7e9") << qint64{7'000'000'000};
        QTest::newRow("1.5e3") << QByteArray("1.5e3") << qint64{1500};
        QTest::newRow("32.0") << QByteArray("32.0") << qint64{32};
        QTest::newRow("2^63 - 1") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max();
    }
    void readsWholeNumbers() {
        QFETCH(QByteArray, text);
        QFETCH(qint64, value);
        const IntegerAnswer answer = readInteger(text.toStdString(), std::numeric_limits<std::int64_t>::max());
        QVERIFY(answer.errors.empty());
        QCOMPARE(answer.value.value_or(-1), value);
    }

    void refusesWhatIsNoWholeNumber_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("string") << QByteArray("\"32\"") << ErrorCode::WrongType;
        QTest::newRow("boolean") << QByteArray("true") << ErrorCode::WrongType;
        QTest::newRow("null") << QByteArray("null") << ErrorCode::WrongType;
        QTest::newRow("list") << QByteArray("[32]") << ErrorCode::WrongType;
        QTest::newRow("3.5") << QByteArray("3.5") << ErrorCode::WrongType;
        QTest::newRow("-1") << QByteArray("-1") << ErrorCode::OutOfRange;
        QTest::newRow("1001") << QByteArray("1001") << ErrorCode::OutOfRange;
        QTest::newRow("2^63") << QByteArray("9223372036854775808") << ErrorCode::OutOfRange;
        QTest::newRow("2^64") << QByteArray("18446744073709551616") << ErrorCode::OutOfRange;
        QTest::newRow("1e300") << QByteArray("1e300") << ErrorCode::OutOfRange;
        QTest::newRow("1e400") << QByteArray("1e400") << ErrorCode::NotFinite;
    }
    void refusesWhatIsNoWholeNumber() {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        const IntegerAnswer answer = readInteger(text.toStdString());
        QVERIFY(!answer.value);
        QCOMPARE(answer.errors.size(), 1U);
        QCOMPARE(answer.errors[0].code, code);
        if (code != ErrorCode::NotFinite) {
            QCOMPARE(answer.errors[0].where, std::string("scenario.key"));
        }
    }

    void readsTheOtherTypes() {
        const Json json = *parseJson(R"({"s": "x", "b": false, "n": 0.5, "l": ["a", "b"], "o": {"k": 1}})", "x");
        std::vector<Error> errors;
        ObjectReader reader(json, "", errors);
        QCOMPARE(reader.string("s").value_or(""), std::string("x"));
        QCOMPARE(reader.boolean("b").value_or(true), false);
        QCOMPARE(reader.number("n", 0, 1).value_or(0), 0.5);
        QCOMPARE(reader.strings("l").size(), 2U);
        QVERIFY(reader.object("o") != nullptr);
        QVERIFY(!reader.string("absent"));
        QVERIFY(reader.raw("absent") == nullptr);
        reader.finish();
        QVERIFY(errors.empty());
    }

    void namesThePlaceOfEveryFault() {
        const Json json = *parseJson(R"({"n": 2, "l": ["a", 1], "o": [], "typo": 1})", "x");
        std::vector<Error> errors;
        ObjectReader reader(json, "gpus.json: RTX 4090: ", errors);
        QVERIFY(!reader.number("n", 0, 1));
        QCOMPARE(reader.strings("l").size(), 1U);
        QVERIFY(reader.object("o") == nullptr);
        reader.require("name");
        reader.finish();
        QCOMPARE(errors.size(), 5U);
        QCOMPARE(errors[0], (Error{ErrorCode::OutOfRange, "gpus.json: RTX 4090: n", {"2", "0.0", "1.0"}}));
        QCOMPARE(errors[1], (Error{ErrorCode::WrongType, "gpus.json: RTX 4090: l[1]", {"string", "number"}}));
        QCOMPARE(errors[2], (Error{ErrorCode::WrongType, "gpus.json: RTX 4090: o", {"object", "array"}}));
        QCOMPARE(errors[3], (Error{ErrorCode::MissingKey, "gpus.json: RTX 4090: name", {"name"}}));
        QCOMPARE(errors[4].code, ErrorCode::UnknownKey);
        QCOMPARE(errors[4].where, std::string("gpus.json: RTX 4090: typo"));
        QCOMPARE(errors[4].arguments, (std::vector<std::string>{"typo", "l", "n", "name", "o"}));
    }

    void takesNothingButAnObject() {
        std::vector<Error> errors;
        const Json list = Json::array({1, 2});
        ObjectReader reader(list, "machine.gpus[0]", errors);
        QVERIFY(!reader.string("name"));
        reader.require("name");
        reader.finish();
        QCOMPARE(errors, (std::vector<Error>{{ErrorCode::WrongType, "machine.gpus[0]", {"object", "array"}}}));
    }

    void shortensWhatItQuotes() {
        QCOMPARE(abbreviate("short"), std::string("short"));
        QCOMPARE(abbreviate("a\x1B[31mb\n"), std::string("a [31mb "));
        QCOMPARE(abbreviate("顯顯顯", 4), std::string("顯…")); // three bytes each: not cut in the middle
        std::string longText("[\"");
        longText.resize(100'000, 'x');
        const Error error = parseError(longText);
        QCOMPARE(error.code, ErrorCode::NotJson);
        QVERIFY(error.arguments[0].size() < 300);
    }
};

QTEST_APPLESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
