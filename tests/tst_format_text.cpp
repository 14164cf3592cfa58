// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"

#include "fake_snapshot.h"

#include <QTest>

#include <cmath>
#include <memory>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

QLocale localeOf(const QString& name) { return name == "C"_L1 ? QLocale::c() : QLocale(name); }

// "~" stands for the no-break space that formatting puts before a unit.
QString readable(QString text) { return text.replace(QChar(0x00A0), u'~'); }

} // namespace

class FormatTextTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void bytesFollowUnitAndLocale_data();
    void bytesFollowUnitAndLocale();
    void rangesMergeWhatReadsTheSame_data();
    void rangesMergeWhatReadsTheSame();
    void capacityReadsAsOnTheBox_data();
    void capacityReadsAsOnTheBox();
    void parametersAndPercent_data();
    void parametersAndPercent();
    void tokensAreParsedAsTyped_data();
    void tokensAreParsedAsTyped();
    void parametersAreParsedAsTyped_data();
    void parametersAreParsedAsTyped();
    void parsingAcceptsWhatFormattingPrints_data();
    void parsingAcceptsWhatFormattingPrints();
    void gpuNamesAreShort_data();
    void gpuNamesAreShort();
    void rowLabelsNameCountAndMemory();
    void everyErrorSaysWhatAndWhere();
    void errorsSuggestNames();
    void argumentsMayLookLikePlaceholders();
    void everyNoteHasWords_data();
    void everyNoteHasWords();
    void unknownNotesAreSilent();
    void wordsOfOneRowsVerdict();
    void scenarioInOneLine();
};

void FormatTextTest::bytesFollowUnitAndLocale_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<bool>("decimal");
    QTest::addColumn<QString>("expected");
    // 20.5 GiB = 20.5 * 2^30 = 22 011 707 392 bytes = 22.01 GB
    QTest::newRow("en GiB") << "en_US" << 22'011'707'392LL << false << "20.5~GiB";
    QTest::newRow("zh_TW GiB") << "zh_TW" << 22'011'707'392LL << false << "20.5~GiB";
    QTest::newRow("zh_CN GiB") << "zh_CN" << 22'011'707'392LL << false << "20.5~GiB";
    QTest::newRow("de GiB") << "de_DE" << 22'011'707'392LL << false << "20,5~GiB";
    QTest::newRow("en GB") << "en_US" << 22'011'707'392LL << true << "22.0~GB";
    QTest::newRow("de GB") << "de_DE" << 22'011'707'392LL << true << "22,0~GB";
    QTest::newRow("no decimals from 100") << "en_US" << (141LL << 30) << false << "141~GiB";
    QTest::newRow("99.96 reads 100") << "en_US" << static_cast<qint64>(99.96 * 1073741824.0) << false << "100~GiB";
    QTest::newRow("99.94 keeps its decimal")
        << "en_US" << static_cast<qint64>(99.94 * 1073741824.0) << false << "99.9~GiB";
    QTest::newRow("grouped thousands") << "en_US" << (2240LL << 30) << false << "2,240~GiB";
    QTest::newRow("grouped thousands, de") << "de_DE" << (2240LL << 30) << false << "2.240~GiB";
    QTest::newRow("MiB") << "en_US" << (512LL << 20) << false << "512~MiB";
    QTest::newRow("few MiB") << "en_US" << (3LL << 19) << false << "1.5~MiB";
    QTest::newRow("never 1,024 MiB") << "en_US" << ((1LL << 30) - 1) << false << "1.0~GiB";
    QTest::newRow("1023 MiB stays") << "en_US" << (1023LL << 20) << false << "1,023~MiB";
    QTest::newRow("KiB") << "en_US" << 12'288LL << false << "12~KiB";
    QTest::newRow("MB") << "en_US" << 512'000'000LL << true << "512~MB";
    QTest::newRow("never 1,000 MB") << "en_US" << 999'999'999LL << true << "1.0~GB";
    QTest::newRow("nothing") << "en_US" << 0LL << false << "0~GiB";
    QTest::newRow("missing") << "en_US" << -(5LL << 29) << false << "-2.5~GiB";
}

void FormatTextTest::bytesFollowUnitAndLocale() {
    QFETCH(QString, locale);
    QFETCH(qint64, bytes);
    QFETCH(bool, decimal);
    QFETCH(QString, expected);
    QLocale::setDefault(localeOf(locale));
    QCOMPARE(readable(formatBytes(Bytes{bytes}, decimal ? ByteUnit::GB : ByteUnit::GiB)), expected);
}

void FormatTextTest::rangesMergeWhatReadsTheSame_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("expected");
    QTest::newRow("two figures") << 20.1 << 20.9 << u"20.1–20.9~GiB"_s;
    QTest::newRow("same figure") << 20.11 << 20.13 << u"20.1~GiB"_s;
    QTest::newRow("exact") << 4.0 << 4.0 << u"4.0~GiB"_s;
    QTest::newRow("two units") << 0.875 << 1.125 << u"896~MiB–1.1~GiB"_s;
}

void FormatTextTest::rangesMergeWhatReadsTheSame() {
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, expected);
    const ByteRange range{Bytes::fromGiB(low), Bytes::fromGiB(low), Bytes::fromGiB(high)};
    QCOMPARE(readable(formatRange(range)), expected);
}

void FormatTextTest::capacityReadsAsOnTheBox_data() {
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("24 GiB are sold as 24 GB") << (24LL << 30) << "24~GB";
    QTest::newRow("141 decimal gigabytes") << 141'000'000'000LL << "141~GB";
    QTest::newRow("0.5 GiB") << (1LL << 29) << "0.5~GB";
}

void FormatTextTest::capacityReadsAsOnTheBox() {
    QFETCH(qint64, bytes);
    QFETCH(QString, expected);
    QCOMPARE(readable(formatCapacity(Bytes{bytes})), expected);
}

void FormatTextTest::parametersAndPercent_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("formatted");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char* name, const QString& locale, std::int64_t count, const QString& expected) {
        QLocale::setDefault(localeOf(locale));
        QTest::newRow(name) << locale << readable(formatParameters(count)) << expected;
    };
    add("Qwen3-14B", u"en_US"_s, 14'768'307'200, u"14.8~B"_s);
    add("Qwen3-14B, de", u"de_DE"_s, 14'768'307'200, u"14,8~B"_s);
    add("Qwen3-14B, zh_TW", u"zh_TW"_s, 14'768'307'200, u"14.8~B"_s);
    add("7.0", u"en_US"_s, 7'000'000'000, u"7.0~B"_s);
    add("8.03", u"en_US"_s, 8'030'261'248, u"8.03~B"_s);
    add("9.995 reads 10.0", u"en_US"_s, 9'996'000'000, u"10.0~B"_s);
    add("DeepSeek-V3", u"en_US"_s, 671'026'419'200, u"671~B"_s);
    add("0.6B", u"en_US"_s, 596'049'920, u"596~M"_s);
    add("just a billion", u"en_US"_s, 999'900'000, u"1.0~B"_s);
    add("Kimi K2", u"en_US"_s, 1'026'470'000'000, u"1.03~T"_s);
    add("tiny", u"en_US"_s, 950, u"950"_s);
    const auto addPercent = [](const char* name, const QString& locale, double fraction, const QString& expected) {
        QLocale::setDefault(localeOf(locale));
        QTest::newRow(name) << locale << readable(formatPercent(fraction)) << expected;
    };
    addPercent("85 %", u"en_US"_s, 0.85, u"85~%"_s);
    addPercent("a little", u"en_US"_s, 0.004, u"0.4~%"_s);
    addPercent("a little, de", u"de_DE"_s, 0.004, u"0,4~%"_s);
    addPercent("nothing", u"zh_CN"_s, 0, u"0~%"_s);
}

void FormatTextTest::parametersAndPercent() {
    QFETCH(QString, formatted);
    QFETCH(QString, expected);
    QCOMPARE(formatted, expected);
}

void FormatTextTest::tokensAreParsedAsTyped_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("expected"); // -1: no count
    const auto add = [](const QString& locale, const QString& typed, qint64 expected) {
        QTest::addRow("%s: %s", qPrintable(locale), qPrintable(typed)) << locale << typed << expected;
    };
    for (const QString& locale : {u"en_US"_s, u"zh_TW"_s, u"zh_CN"_s, u"de_DE"_s, u"C"_s}) {
        add(locale, u"32k"_s, 32'768);
        add(locale, u"128K"_s, 131'072);
        add(locale, u"1m"_s, 1'048'576);
        add(locale, u" 1 M "_s, 1'048'576);
        add(locale, u"32 768"_s, 32'768);
        add(locale, u"32\u00A0768"_s, 32'768);
        add(locale, u"32\u202F768"_s, 32'768);
        add(locale, u"8,192"_s, 8'192);
        add(locale, u"8.192"_s, 8'192);
        add(locale, u"1,048,576"_s, 1'048'576);
        add(locale, u"1.048.576"_s, 1'048'576);
        add(locale, u"32_768"_s, 32'768);
        add(locale, u"32768"_s, 32'768);
        add(locale, u"32k tokens"_s, 32'768);
        add(locale, u"３２ｋ"_s, 32'768);
        add(locale, u"１３１０７２"_s, 131'072);
        add(locale, u"８，１９２"_s, 8'192);
        add(locale, u"3万"_s, 30'000);
        add(locale, u"12萬"_s, 120'000);
        add(locale, u"0"_s, 0);
        for (const QString& wrong :
             {u""_s, u"k"_s, u"abc"_s, u"32x"_s, u"-5"_s, u"1.5"_s, u"1,5"_s, u"12,34"_s, u"1e6"_s, u"nan"_s, u"inf"_s,
              u"99999999999999999999"_s, u"9999999999999m"_s, u"1 2 k 3"_s}) {
            add(locale, wrong, -1);
        }
    }
    add(u"en_US"_s, u"1.5k"_s, 1'536);
    add(u"de_DE"_s, u"1,5k"_s, 1'536);
    add(u"en_US"_s, u"1,5k"_s, 1'536);
    add(u"zh_TW"_s, u"3.2萬"_s, 32'000);
}

void FormatTextTest::tokensAreParsedAsTyped() {
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    QFETCH(qint64, expected);
    QLocale::setDefault(localeOf(locale));
    QCOMPARE(parseTokens(typed).value_or(-1), expected);
}

void FormatTextTest::parametersAreParsedAsTyped_data() {
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("expected"); // -1: no count
    const auto add = [](const QString& locale, const QString& typed, qint64 expected) {
        QTest::addRow("%s: %s", qPrintable(locale), qPrintable(typed)) << locale << typed << expected;
    };
    for (const QString& locale : {u"en_US"_s, u"zh_TW"_s, u"zh_CN"_s, u"de_DE"_s}) {
        add(locale, u"7b"_s, 7'000'000'000);
        add(locale, u"0.5B"_s, 500'000'000);
        add(locale, u"70 B"_s, 70'000'000'000);
        add(locale, u"70\u00A0B"_s, 70'000'000'000);
        add(locale, u"1.5t"_s, 1'500'000'000'000);
        add(locale, u"350m"_s, 350'000'000);
        add(locale, u"7,5b"_s, 7'500'000'000);
        add(locale, u"14.8"_s, 14'800'000'000);
        add(locale, u"671"_s, 671'000'000'000);
        add(locale, u"14768307200"_s, 14'768'307'200);
        add(locale, u"７ｂ"_s, 7'000'000'000);
        add(locale, u"７．５Ｂ"_s, 7'500'000'000);
        add(locale, u"70亿"_s, 7'000'000'000);
        add(locale, u"70 億"_s, 7'000'000'000);
        add(locale, u"7bn"_s, 7'000'000'000);
        for (const QString& wrong : {u""_s, u"b"_s, u"8x7b"_s, u"-7b"_s, u"7g"_s, u"7bb"_s, u"."_s, u"99999999t"_s}) {
            add(locale, wrong, -1);
        }
    }
    // The language decides what cannot be told apart.
    add(u"de_DE"_s, u"1.500m"_s, 1'500'000'000);
    add(u"en_US"_s, u"1,500m"_s, 1'500'000'000);
    add(u"de_DE"_s, u"1,234b"_s, 1'234'000'000);
}

void FormatTextTest::parametersAreParsedAsTyped() {
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    QFETCH(qint64, expected);
    QLocale::setDefault(localeOf(locale));
    QCOMPARE(parseParameters(typed).value_or(-1), expected);
}

void FormatTextTest::parsingAcceptsWhatFormattingPrints_data() {
    QTest::addColumn<QString>("locale");
    for (const char* const locale : {"en_US", "zh_TW", "zh_CN", "de_DE", "fr_FR", "de_CH", "C"}) {
        QTest::newRow(locale) << QString::fromLatin1(locale);
    }
}

void FormatTextTest::parsingAcceptsWhatFormattingPrints() {
    QFETCH(QString, locale);
    QLocale::setDefault(localeOf(locale));
    for (const std::int64_t tokens : {1LL, 512LL, 1'000LL, 8'192LL, 131'072LL, 1'048'576LL, 999'999'999LL}) {
        QCOMPARE(parseTokens(formatTokens(tokens)).value_or(-1), tokens);
    }
    for (const double count : {1e8, 5.96e8, 1.54e9, 7e9, 1.48e10, 6.71e11, 1.03e12}) {
        const auto exact = static_cast<std::int64_t>(count);
        QCOMPARE(parseParameters(formatParameters(exact)).value_or(-1), exact);
    }
}

void FormatTextTest::gpuNamesAreShort_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("GeForce") << "GeForce RTX 4090"
                             << "RTX 4090";
    QTest::newRow("vendor too") << "NVIDIA GeForce RTX 4090"
                                << "RTX 4090";
    QTest::newRow("memory in the name") << "GeForce RTX 3060 12GB"
                                        << "RTX 3060 12~GB";
    QTest::newRow("laptop") << "GeForce RTX 3080 Laptop 16GB"
                            << "RTX 3080 Laptop 16~GB";
    QTest::newRow("Radeon RX") << "Radeon RX 7900 XTX"
                               << "RX 7900 XTX";
    QTest::newRow("Radeon alone stays") << "Radeon VII"
                                        << "Radeon VII";
    QTest::newRow("remark") << "Apple M4 Max (40-core GPU) 64GB"
                            << "Apple M4 Max 64~GB";
    QTest::newRow("remark at the end") << "GB200 (per B200 GPU)"
                                       << "GB200";
    QTest::newRow("the plain edition") << "RTX PRO 6000 Blackwell Workstation"
                                       << "RTX PRO 6000 Blackwell";
    QTest::newRow("another edition") << "RTX PRO 6000 Blackwell Max-Q"
                                     << "RTX PRO 6000 Blackwell Max-Q";
    QTest::newRow("no product line") << "A100 SXM4 80GB"
                                     << "A100 SXM4 80~GB";
}

void FormatTextTest::gpuNamesAreShort() {
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(readable(shortGpuName(name)), expected);
}

void FormatTextTest::rowLabelsNameCountAndMemory() {
    const Report two = fake::report({"GeForce RTX 4090", 24, 23.5, 2}, {}, Verdict::Fits);
    QCOMPARE(readable(rowLabel({"GeForce RTX 4090", 2}, &two)), u"2× RTX 4090 24~GB"_s);
    QCOMPARE(readable(rowLabel({"GeForce RTX 4090", 1}, &two)), u"RTX 4090 24~GB"_s);
    QCOMPARE(readable(rowLabel({"GeForce RTX 3060 12GB", 1}, &two)), u"RTX 3060 12~GB"_s);
    QCOMPARE(readable(rowLabel({"GeForce RTX 4090", 1})), u"RTX 4090"_s);
    QCOMPARE(rowLabel({"", 1}), u"CPU only"_s);
}

void FormatTextTest::everyErrorSaysWhatAndWhere() {
    for (int i = 0; i <= static_cast<int>(ErrorCode::TooLarge); ++i) {
        const Error error{static_cast<ErrorCode>(i), "machine.gpus[1].name", {"first", "second", "third"}};
        const QString text = errorText(error);
        QVERIFY2(text.startsWith(u"machine.gpus[1].name: "_s), qPrintable(text));
        QVERIFY2(text.contains(u"first"_s), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        QVERIFY2(text.endsWith(u'.') || text.endsWith(u'?'), qPrintable(text));
        // Fewer arguments than expected leave no placeholder either.
        QVERIFY(!errorText({static_cast<ErrorCode>(i), {}, {}}).contains(u'%'));
    }
}

void FormatTextTest::errorsSuggestNames() {
    const QString text = errorText({ErrorCode::UnknownGpu, "view.rows[0].name", {"RTX 9999", "RTX 5090", "RTX 4090"}});
    QCOMPARE(text, u"view.rows[0].name: No GPU is called “RTX 9999”. Did you mean RTX 5090, RTX 4090?"_s);
    QCOMPARE(errorText({ErrorCode::UnknownGpu, {}, {"RTX 9999"}}), u"No GPU is called “RTX 9999”."_s);
    QCOMPARE(errorText({ErrorCode::UnknownKvFormat, "kv_cache.k", {"q3", "llama.cpp", "f16", "q8_0"}}),
             u"kv_cache.k: llama.cpp has no KV cache type “q3”. Known here: f16, q8_0."_s);
    QCOMPARE(errorText({ErrorCode::Inconsistent, {}, {"kv_heads must divide heads"}}),
             u"This does not agree with the rest: kv_heads must divide heads."_s);
    QVERIFY(errorText({ErrorCode::WrongType, "batch", {"integer", "string"}})
                .contains(u"expected integer, found string"_s));
}

void FormatTextTest::argumentsMayLookLikePlaceholders() {
    const QString text = errorText({ErrorCode::FileUnreadable, {}, {"%2.gguf", "no such file"}});
    QVERIFY2(text.contains(u"%2.gguf"_s) && text.contains(u"no such file"_s), qPrintable(text));
}

void FormatTextTest::everyNoteHasWords_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part"); // of the sentence
    QTest::newRow("generic-model") << "generic-model" << QStringList{} << "generic";
    QTest::newRow("beyond-model-context")
        << "beyond-model-context" << QStringList{"131072", "40960"} << "131,072 tokens is longer than the 40,960";
    QTest::newRow("unsupported-runtime") << "unsupported-runtime" << QStringList{"vLLM", "Arc A770"}
                                         << "vLLM does not run on Arc A770";
    QTest::newRow("unsupported-format") << "unsupported-format" << QStringList{"FP8", "vLLM", "RTX 2080"}
                                        << "vLLM cannot use the format FP8 on RTX 2080";
    QTest::newRow("unsupported-runtime, long name")
        << "unsupported-runtime" << QStringList{"vLLM", "GeForce GTX 1080"} << "on GTX 1080.";
    QTest::newRow("unsupported-runtime, no card")
        << "unsupported-runtime" << QStringList{"vLLM", "CPU"} << "without a graphics card";
    QTest::newRow("unsupported-format, no card to blame")
        << "unsupported-format" << QStringList{"Q4_K_M", "vLLM", ""} << "vLLM cannot load the format Q4_K_M.";
    QTest::newRow("cache-unknown") << "cache-unknown" << QStringList{} << "not known";
    QTest::newRow("usable-by-rule") << "usable-by-rule" << QStringList{} << "estimated";
    QTest::newRow("weights-by-bits") << "weights-by-bits" << QStringList{} << "bits per weight";
    QTest::newRow("kv-dominates") << "kv-dominates" << QStringList{} << "larger than the weights";
    QTest::newRow("chosen-layers") << "chosen-layers" << QStringList{"20", "41"} << "as chosen";
    QTest::newRow("offload-layers") << "offload-layers" << QStringList{"33", "41"} << "33 of 41 layers";
    QTest::newRow("ram-short") << "ram-short" << QStringList{} << "system memory";
    QTest::newRow("cpu-only") << "cpu-only" << QStringList{} << "No graphics card";
    QTest::newRow("unified-memory") << "unified-memory" << QStringList{"75"} << "75~%";
    QTest::newRow("pool") << "pool" << QStringList{"123456", "15"} << "123,456 tokens, that is for 15 requests";
    QTest::newRow("pool-short") << "pool-short" << QStringList{"3", "8"} << "holds 3 of 8 requests";
    QTest::newRow("draft-vocabulary") << "draft-vocabulary" << QStringList{"Llama 3.1 8B"} << "Llama 3.1 8B";
    QTest::newRow("uneven-heads") << "uneven-heads" << QStringList{} << "heads";
    QTest::newRow("no-gguf") << "no-gguf" << QStringList{"MegaNet 9B"} << "MegaNet 9B";
    QTest::newRow("flash-attention-needed") << "flash-attention-needed" << QStringList{} << "flash attention";
    QTest::newRow("vision-not-counted") << "vision-not-counted" << QStringList{} << "vision";
    QTest::newRow("short-of") << "short-of" << QStringList{"2684354560"} << "2.5~GiB";
}

void FormatTextTest::everyNoteHasWords() {
    QFETCH(QString, code);
    QFETCH(QStringList, arguments);
    QFETCH(QString, part);
    const std::string id = code.toStdString();
    Note note{id, {}};
    for (const QString& argument : arguments) {
        note.arguments.push_back(argument.toStdString());
    }
    const QString text = readable(noteText(note));
    QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY2(text.endsWith(u'.'), qPrintable(text));
}

void FormatTextTest::unknownNotesAreSilent() { QVERIFY(noteText({"from-the-future", {"1"}}).isEmpty()); }

void FormatTextTest::wordsOfOneRowsVerdict() {
    Report report = fake::report({"GeForce RTX 4060", 8, 7.5}, {}, Verdict::Offload);
    QCOMPARE(verdictLabel(report), u"Offload 33/41"_s);
    report.verdict = Verdict::No;
    QCOMPARE(verdictLabel(report), u"Does not fit"_s);
    report.notes = {{"unsupported-runtime", {"vLLM", "Arc A770"}}};
    QCOMPARE(verdictLabel(report), u"Not supported"_s);
    QCOMPARE(blockingNote(report), u"vLLM does not run on Arc A770."_s);
}

void FormatTextTest::scenarioInOneLine() {
    Snapshot snapshot = fake::snapshot();
    QCOMPARE(scenarioLine(snapshot), u"Qwen3 14B · Q4_K_M · 8,192 tokens · batch 1 · KV f16 · llama.cpp"_s);
    auto extras = std::make_shared<ResolvedExtras>();
    extras->vision = true;
    extras->loraTargets = {TensorRole{}};
    auto draft = std::make_shared<Resolved>();
    draft->model.name = "Qwen3 0.6B";
    extras->draft = draft;
    snapshot.resolved->extras = extras;
    snapshot.scenario.extras.lora = LoraChoice{};
    QVERIFY(
        scenarioLine(snapshot).endsWith(u"· llama.cpp · draft model Qwen3 0.6B · LoRA rank 16 · with vision part"_s));
    snapshot.resolved->extras.reset();
    snapshot.resolved->valueFormat.id = "q8_0";
    snapshot.resolved->model.name.clear();
    snapshot.resolved->model.parameters = 7'000'000'000;
    QCOMPARE(readable(scenarioLine(snapshot)),
             u"Generic 7.0~B model · Q4_K_M · 8,192 tokens · batch 1 · KV f16/q8_0 · llama.cpp"_s);
    snapshot.resolved.reset();
    QVERIFY(scenarioLine(snapshot).startsWith(u"Qwen/Qwen3-14B · Q4_K_M"_s));
}

QTEST_GUILESS_MAIN(FormatTextTest)
#include "tst_format_text.moc"
