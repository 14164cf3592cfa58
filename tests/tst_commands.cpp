// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include "core/report/check_steps.h"
#include "core/report/command.h"
#include "core/report/shell_quote.h"
#include "tests/answers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace vram;
using namespace vram::test;

namespace {

Scenario question(const char* runtime, const char* model, const char* format, std::vector<GpuChoice> cards) {
    Scenario scenario;
    scenario.model = CatalogName{model};
    scenario.runtime.name = runtime;
    scenario.weights = format;
    scenario.machine.gpus = std::move(cards);
    return scenario;
}
Scenario llama(const char* format, std::vector<GpuChoice> cards) {
    return question("llama.cpp", "Qwen/Qwen3-14B", format, std::move(cards));
}

QString textOf(const std::vector<Command>& commands, CommandKind kind) {
    const auto found = std::ranges::find(commands, kind, &Command::kind);
    return found == commands.end() ? QString{} : QString::fromStdString(found->text);
}
QString textOf(const Scenario& scenario, CommandKind kind, Shell shell = Shell::Posix) {
    return textOf(commandsFor(resolvedOf(scenario), shell), kind);
}
QString commandOf(const Scenario& scenario) { return textOf(scenario, CommandKind::Server); }

/// The answer to `scenario` as if its model came from a file that stores it as `container` and `format`.
Resolved fromFile(const Scenario& scenario, const std::string& path, const char* container, const char* format) {
    Resolved resolved = resolvedOf(scenario);
    auto description = std::make_shared<ModelDescription>();
    description->container = container;
    description->storedFormat = format;
    description->architecture = resolved.model.architecture;
    resolved.scenario.model = ModelFile{path};
    resolved.model.description = std::move(description);
    return resolved;
}

/// What a program gets that `sh` starts with these arguments, one in brackets.
QByteArray bySh(const std::string& arguments) {
    QProcess process;
    process.start(u"sh"_s, {u"-c"_s, u"printf '[%s]' "_s + QString::fromStdString(arguments)});
    return process.waitForFinished(30000) ? process.readAllStandardOutput() : QByteArray("no answer");
}

std::vector<CheckStep> checksOf(const Scenario& scenario) { return checkStepsFor(resolvedOf(scenario)); }
bool has(const std::vector<CheckStep>& steps, std::string_view code, const std::vector<std::string>& arguments) {
    return std::ranges::find(steps, CheckStep{code, arguments}) != steps.end();
}
const CheckStep* stepOf(const std::vector<CheckStep>& steps, std::string_view code) {
    const auto found = std::ranges::find(steps, code, &CheckStep::code);
    return found == steps.end() ? nullptr : &*found;
}

const std::string kNasty = "/models/a b/it's \"q\" $HOME `id` 100% \\n!\nnew;&|<>*?~#()^.gguf";

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private slots:
    void shGetsWhatWasMeant_data() {
        QTest::addColumn<QByteArray>("argument");
        for (const char* text : {"",
                                 "plain.gguf",
                                 "with space",
                                 "it's",
                                 "''",
                                 "\"double\"",
                                 "$HOME ${x} $(id)",
                                 "`id`",
                                 "100%s %d",
                                 "two\nlines\n",
                                 "back\\slash\\",
                                 "~/home",
                                 "*?[a]",
                                 "a;b&c|d<e>f",
                                 "#no",
                                 "=zsh",
                                 "!history",
                                 "{a,b}",
                                 "(x)",
                                 "\xE6\xA8\xA1\xE5\x9E\x8B.gguf",
                                 "\t"}) {
            QTest::newRow(*text == '\0' ? "empty" : text) << QByteArray(text);
        }
    }

    void shGetsWhatWasMeant() {
        QFETCH(const QByteArray, argument);
        QCOMPARE(bySh(shellQuoted(argument.toStdString(), Shell::Posix)), "[" + argument + "]");
    }

    void fileNamesComeOutRight() {
        Scenario scenario = llama("Q4_K_M", {{"RTX 4090", 1}});
        const Resolved nasty = fromFile(scenario, kNasty, "GGUF", "Q4_K_M");
        const auto commands = commandsFor(nasty, Shell::Posix);
        QVERIFY(textOf(commands, CommandKind::Quantize).isEmpty());
        const std::string rest = commands.front().text.substr(std::string_view("llama-server ").size());
        QCOMPARE(bySh(rest), QByteArray("[-m][") + kNasty.c_str() + "][-c][8192][-np][1][-ngl][41]");
        // The report's own command holds the path too.
        QCOMPARE(answered(nasty).command, commands.front().text);
        // A name that begins with "-" is no option.
        QCOMPARE(commandsFor(fromFile(scenario, "-x.gguf", "GGUF", "Q4_K_M"), Shell::Posix).front().text,
                 "llama-server -m ./-x.gguf -c 8192 -np 1 -ngl 41");
        QCOMPARE(commandsFor(fromFile(scenario, "-x y.gguf", "GGUF", "Q4_K_M"), Shell::Cmd).front().text,
                 "llama-server -m \"./-x y.gguf\" -c 8192 -np 1 -ngl 41");
        scenario.runtime.name = "LM Studio"; // a line a setting
        const QString settings =
            textOf(commandsFor(fromFile(scenario, "/m/a\nContext Length: 1", "GGUF", "Q4_K_M"), Shell::Posix),
                   CommandKind::Settings);
        QCOMPARE(settings.section(u'\n', 0, 1), u"Model: a Context Length: 1\nContext Length: 8192"_s);
    }

    void theOtherShellsByTheirRules_data() {
        QTest::addColumn<QByteArray>("argument");
        QTest::addColumn<QByteArray>("powerShell");
        QTest::addColumn<QByteArray>("cmd");
        QTest::newRow("plain") << QByteArray("C:/m/x-1.gguf") << QByteArray("C:/m/x-1.gguf")
                               << QByteArray("C:/m/x-1.gguf");
        QTest::newRow("empty") << QByteArray("") << QByteArray("''") << QByteArray("\"\"");
        QTest::newRow("space") << QByteArray("a b") << QByteArray("'a b'") << QByteArray("\"a b\"");
        QTest::newRow("backslash") << QByteArray("C:\\a b\\") << QByteArray("'C:\\a b\\'")
                                   << QByteArray("\"C:\\a b\\\\\"");
        // A list in PowerShell, two arguments in cmd.exe.
        QTest::newRow("comma") << QByteArray("3,1") << QByteArray("'3,1'") << QByteArray("\"3,1\"");
        QTest::newRow("quote") << QByteArray("it's") << QByteArray("'it''s'") << QByteArray("\"it's\"");
        QTest::newRow("typographic quote")
            << QByteArray("it\u2019s") << QByteArray("'it\u2019\u2019s'") << QByteArray("\"it\u2019s\"");
        QTest::newRow("variables") << QByteArray("$x `n @y") << QByteArray("'$x `n @y'") << QByteArray("\"$x `n @y\"");
        QTest::newRow("and") << QByteArray("a&b|c") << QByteArray("'a&b|c'") << QByteArray("\"a&b|c\"");
        // No variable is named "PATH^": it stays, and the caret goes.
        QTest::newRow("percent") << QByteArray("%PATH%") << QByteArray("'%PATH%'") << QByteArray("^\"^%PATH^%^\"");
        QTest::newRow("JSON") << QByteArray(R"({"a": "b\"})") << QByteArray(R"('{"a": "b\"}')")
                              << QByteArray(R"(^"{\^"a\^": \^"b\\\^"}^")");
        QTest::newRow("line break") << QByteArray("a\nb") << QByteArray("'a\nb'") << QByteArray("\"a b\"");
    }

    void theOtherShellsByTheirRules() {
        QFETCH(const QByteArray, argument);
        QFETCH(const QByteArray, powerShell);
        QFETCH(const QByteArray, cmd);
        QCOMPARE(QByteArray::fromStdString(shellQuoted(argument.toStdString(), Shell::PowerShell)), powerShell);
        QCOMPARE(QByteArray::fromStdString(shellQuoted(argument.toStdString(), Shell::Cmd)), cmd);
    }

    void environmentsAreSetAsEachShellDoes() {
        Scenario scenario = question("Ollama", "Qwen/Qwen3-14B", "Q4_K_M", {{"RTX 4090", 1}});
        scenario.kvCache = {"q8_0", "q8_0"};
        QCOMPARE(textOf(scenario, CommandKind::Environment),
                 u"OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=1 OLLAMA_KV_CACHE_TYPE=q8_0 ollama serve"_s);
        QCOMPARE(textOf(scenario, CommandKind::Environment, Shell::PowerShell),
                 u"$env:OLLAMA_CONTEXT_LENGTH=8192; $env:OLLAMA_NUM_PARALLEL=1; "
                 "$env:OLLAMA_KV_CACHE_TYPE='q8_0'; ollama serve"_s);
        QCOMPARE(textOf(scenario, CommandKind::Environment, Shell::Cmd),
                 u"set OLLAMA_CONTEXT_LENGTH=8192&& set OLLAMA_NUM_PARALLEL=1&& "
                 "set OLLAMA_KV_CACHE_TYPE=q8_0&& ollama serve"_s);
        QCOMPARE(textOf(scenario, CommandKind::Environment).toStdString(), answered(scenario).command);
    }

    void jsonReachesTheProgram() {
        Scenario scenario = question("vLLM", "Qwen/Qwen3.5-27B", "BF16", {{"H200", 1}});
        scenario.extras.mtp = true;
        scenario.extras.mtpTokens = 2;
        const std::string posix = commandOf(scenario).section(u"--speculative-config "_s, 1).toStdString();
        QCOMPARE(bySh(posix), QByteArray("[{\"method\": \"mtp\", \"num_speculative_tokens\": 2}]"));
        QVERIFY(textOf(scenario, CommandKind::Server, Shell::Cmd)
                    .endsWith(u" ^\"{\\^\"method\\^\": \\^\"mtp\\^\", \\^\"num_speculative_tokens\\^\": 2}^\""_s));
        scenario.runtime.name = "TensorRT-LLM";
        QVERIFY(textOf(scenario, CommandKind::Server, Shell::PowerShell)
                    .startsWith(u"Set-Content options.yaml '{\"speculative_config\": {\"decoding_type\": \"MTP\", "
                                "\"num_nextn_predict_layers\": 2}}'; trtllm-serve "_s));
        QVERIFY(textOf(scenario, CommandKind::Server, Shell::Cmd).startsWith(u"echo {^\"speculative_config^\": {"_s));
    }

    void llamaCppGetsThePlacement() {
        Scenario scenario = llama("Q4_K_M", {{"RTX 4090", 2}});
        const QString model = u" -m Qwen3-14B-Q4_K_M.gguf -c 8192"_s;
        QCOMPARE(commandOf(scenario), u"llama-server"_s + model + u" -np 1 -ngl 41"_s);
        QCOMPARE(textOf(scenario, CommandKind::Cli), u"llama-cli"_s + model + u" -ngl 41"_s);
        PlacementChoice& choice = scenario.placement;
        choice.kvInRam = true;
        choice.rowSplit = true;
        choice.ratios = {3, 1.5};
        choice.mainGpu = 1;
        QVERIFY(commandOf(scenario).endsWith(u" -ngl 41 -nkvo -sm row -ts 3,1.5 -mg 1"_s));
        QVERIFY(textOf(scenario, CommandKind::Server, Shell::PowerShell).contains(u" -ts '3,1.5' "_s));
        QVERIFY(answered(scenario).command.ends_with(" -ngl 41 -nkvo -sm row -ts 3,1.5 -mg 1"));
        scenario.batch = 2; // several sequences are no conversation in a terminal
        QVERIFY(textOf(scenario, CommandKind::Cli).isEmpty());
        // One card has nothing to split.
        scenario.machine.gpus = {{"RTX 4090", 1}};
        QVERIFY(commandOf(scenario).endsWith(u" -ngl 41 -nkvo"_s));
    }

    void loadingHasOneOption_data() {
        QTest::addColumn<bool>("mmap");
        QTest::addColumn<bool>("mlock");
        QTest::addColumn<QString>("option");
        QTest::newRow("usual") << true << false << u""_s;
        QTest::newRow("locked") << true << true << u" -lm mmap+mlock"_s;
        QTest::newRow("read") << false << false << u" -lm none"_s;
        QTest::newRow("read and locked") << false << true << u" -lm mlock"_s;
    }

    void loadingHasOneOption() {
        QFETCH(const bool, mmap);
        QFETCH(const bool, mlock);
        QFETCH(const QString, option);
        Scenario scenario = llama("Q4_K_M", {{"RTX 4090", 1}});
        scenario.placement.mmap = mmap;
        scenario.placement.mlock = mlock;
        QVERIFY(commandOf(scenario).endsWith(u" -ngl 41"_s + option));
    }

    void threadsWhereSomethingIsInRam() {
        Scenario scenario = llama("Q4_K_M", {{"RTX 4090", 1}});
        scenario.machine.cpuCores = 12;
        QVERIFY(!commandOf(scenario).contains(u" -t "_s));
        scenario.placement.gpuLayers = 20;
        QVERIFY(commandOf(scenario).endsWith(u" -ngl 20 -t 12"_s));
        scenario.placement = {};
        scenario.placement.kvInRam = true;
        QVERIFY(commandOf(scenario).endsWith(u" -ngl 41 -nkvo -t 12"_s));
        scenario.placement = {};
        scenario.placement.cpuExperts = 10; // a dense model has none
        QVERIFY(commandOf(scenario).endsWith(u" -ngl 41"_s));
        scenario.model = CatalogName{"Qwen/Qwen3-30B-A3B"};
        QVERIFY(commandOf(scenario).contains(u" --n-cpu-moe 10 -t 12"_s));
        scenario = llama("Q4_K_M", {});
        scenario.machine.cpuCores = 12;
        QVERIFY(commandOf(scenario).endsWith(u" -ngl 0 -t 12"_s));
        scenario.machine.cpuCores.reset();
        QVERIFY(commandOf(scenario).endsWith(u" -ngl 0"_s));
    }

    void theFormatIsMadeFirst() {
        Scenario scenario = llama("Q4_K_M", {{"RTX 4090", 1}});
        const auto steps = [&] { return textOf(scenario, CommandKind::Quantize).split(u'\n'); };
        QCOMPARE(steps(), QStringList({u"hf download Qwen/Qwen3-14B --local-dir Qwen3-14B"_s,
                                       u"python convert_hf_to_gguf.py Qwen3-14B --outfile Qwen3-14B-BF16.gguf "
                                       "--outtype bf16"_s,
                                       u"llama-quantize Qwen3-14B-BF16.gguf Qwen3-14B-Q4_K_M.gguf Q4_K_M"_s}));
        scenario.quantizer.importanceMatrix = true;
        QCOMPARE(steps().mid(2),
                 QStringList({u"llama-imatrix -m Qwen3-14B-BF16.gguf -f CALIBRATION.txt -o Qwen3-14B-imatrix.gguf"_s,
                              u"llama-quantize --imatrix Qwen3-14B-imatrix.gguf Qwen3-14B-BF16.gguf "
                              "Qwen3-14B-Q4_K_M.gguf Q4_K_M"_s}));
        scenario.quantizer.importanceMatrix = false;
        scenario.weights = "IQ2_XXS"; // refused without a matrix
        QVERIFY(steps().at(2).startsWith(u"llama-imatrix "_s));
        scenario.weights = "F16"; // the converter writes it
        scenario.machine.gpus = {{"H100", 1}};
        QCOMPARE(steps().mid(1), QStringList({u"python convert_hf_to_gguf.py Qwen3-14B --outfile Qwen3-14B-F16.gguf "
                                              "--outtype f16"_s}));
        scenario.model = CatalogName{"openai/gpt-oss-20b"}; // its experts are MXFP4 already
        scenario.weights = "MXFP4_MOE";
        QCOMPARE(steps().mid(1), QStringList({u"python convert_hf_to_gguf.py gpt-oss-20b --outfile "
                                              "gpt-oss-20b-MXFP4_MOE.gguf --outtype auto"_s}));
        scenario.model = ModelSize{7'000'000'000};
        scenario.weights = "Q4_K_M";
        QCOMPARE(steps(), QStringList({u""_s}));
        QVERIFY(commandOf(scenario).startsWith(u"llama-server -m MODEL.gguf "_s));
    }

    void filesAreMadeFromWhatThereIs() {
        const Scenario scenario = llama("Q4_K_M", {{"RTX 4090", 1}});
        const auto steps = [&](const char* path, const char* container, const char* format) {
            return textOf(commandsFor(fromFile(scenario, path, container, format), Shell::Posix),
                          CommandKind::Quantize);
        };
        QCOMPARE(steps("/m/Big-F16.gguf", "GGUF", "F16"),
                 u"llama-quantize /m/Big-F16.gguf Big-F16-Q4_K_M.gguf Q4_K_M"_s);
        QCOMPARE(steps("/m/Big-Q8_0.gguf", "GGUF", "Q8_0"),
                 u"llama-quantize --allow-requantize /m/Big-Q8_0.gguf Big-Q8_0-Q4_K_M.gguf Q4_K_M"_s);
        QCOMPARE(steps("/m/-my model/model.safetensors", "safetensors", "BF16"),
                 u"python convert_hf_to_gguf.py '/m/-my model' --outfile './-my model-BF16.gguf' --outtype bf16\n"
                 "llama-quantize './-my model-BF16.gguf' './-my model-Q4_K_M.gguf' Q4_K_M"_s);
        // A repository's file is fetched by the runtime itself.
        const auto fetched =
            commandsFor(fromFile(scenario, "hf:org/name-GGUF:x-Q4_K_M.gguf", "GGUF", "Q4_K_M"), Shell::Posix);
        QCOMPARE(fetched.front().text, "llama-server -hf org/name-GGUF -hff x-Q4_K_M.gguf -c 8192 -np 1 -ngl 41");
        QCOMPARE(
            commandsFor(fromFile(scenario, "hf:org/name-GGUF:Q4_K_M", "GGUF", "Q4_K_M"), Shell::Posix).front().text,
            "llama-server -hf org/name-GGUF:Q4_K_M -c 8192 -np 1 -ngl 41");
    }

    void ollamaHasAModelfile() {
        Scenario scenario = question("Ollama", "Qwen/Qwen3-14B", "Q4_K_M", {{"RTX 4090", 1}});
        scenario.machine.cpuCores = 8;
        QCOMPARE(textOf(scenario, CommandKind::Modelfile), u"FROM ./Qwen3-14B-Q4_K_M.gguf\nPARAMETER num_ctx 8192"_s);
        QCOMPARE(textOf(scenario, CommandKind::Cli), u"ollama create qwen3-14b -f Modelfile\nollama run qwen3-14b"_s);
        scenario.placement.gpuLayers = 20;
        scenario.placement.mmap = false;
        QCOMPARE(textOf(scenario, CommandKind::Modelfile),
                 u"FROM ./Qwen3-14B-Q4_K_M.gguf\nPARAMETER num_ctx 8192\nPARAMETER num_gpu 20\n"
                 "PARAMETER num_thread 8\nPARAMETER use_mmap false"_s);
        const auto from = [&](const char* path) {
            return textOf(commandsFor(fromFile(scenario, path, "GGUF", "Q4_K_M"), Shell::Posix), CommandKind::Modelfile)
                .section(u"\nPARAMETER"_s, 0, 0);
        };
        QCOMPARE(from("/m/it's a \"b\".gguf"), u"FROM /m/it's a \"b\".gguf"_s); // read to the line's end
        QCOMPARE(from("/m/a\nFROM x"), u"FROM \"/m/a\nFROM x\""_s);
        QCOMPARE(from("/m/a\n\"b"), u"FROM \"\"\"/m/a\n\"b\"\"\""_s);
        QCOMPARE(from("hf:org/name-GGUF:Q4_K_M"), u"FROM hf.co/org/name-GGUF:Q4_K_M"_s);
    }

    void serversGetTheDegrees() {
        Scenario scenario = question("vLLM", "Qwen/Qwen3-30B-A3B", "BF16", {{"H100", 8}});
        const auto options = [&] { return commandOf(scenario).section(u" --max-num-seqs 1"_s, 1); };
        QCOMPARE(options(), u" --tensor-parallel-size 8"_s);
        PlacementChoice& choice = scenario.placement;
        choice.tensorParallel = 2;
        choice.pipelineParallel = 2;
        choice.dataParallel = 2;
        QCOMPARE(options(), u" --tensor-parallel-size 2 --pipeline-parallel-size 2 --data-parallel-size 2"_s);
        choice = {};
        choice.tensorParallel = 4;
        choice.dataParallel = 2;
        choice.expertParallel = true;
        QCOMPARE(options(), u" --tensor-parallel-size 4 --data-parallel-size 2 --enable-expert-parallel"_s);
        scenario.runtime.name = "SGLang";
        QVERIFY(commandOf(scenario).endsWith(u" --context-length 8192 --tp 4 --dp-size 2 --ep-size 4"_s));
        choice.dataParallel.reset();
        choice.pipelineParallel = 2;
        QVERIFY(commandOf(scenario).endsWith(u" --context-length 8192 --tp 4 --pp-size 2 --ep-size 4"_s));
        scenario.runtime.name = "TensorRT-LLM";
        QVERIFY(commandOf(scenario).endsWith(u" --max_seq_len 8192 --tp_size 4 --pp_size 2 --ep_size 4"_s));
        // Each replica has its part of the sequences.
        scenario.runtime.name = "vLLM";
        choice = {};
        choice.dataParallel = 8;
        scenario.batch = 16;
        QVERIFY(commandOf(scenario).endsWith(u" --max-num-seqs 2 --data-parallel-size 8"_s));
        QCOMPARE(answered(scenario).command, commandOf(scenario).toStdString());
        // A dense model refuses expert parallelism.
        scenario = question("vLLM", "Qwen/Qwen3-14B", "BF16", {{"H100", 2}});
        scenario.placement.expertParallel = true;
        QVERIFY(!commandOf(scenario).contains(u"expert"_s));
    }

    void transformersHasAScript() {
        Scenario scenario = question("Transformers", "Qwen/Qwen3-14B", "BF16", {{"H100", 1}});
        const QString plain = textOf(scenario, CommandKind::Python);
        QVERIFY(plain.contains(u"name = \"Qwen/Qwen3-14B\"\n"_s));
        QVERIFY(plain.contains(u"    name,\n    torch_dtype=torch.bfloat16,\n    device_map=\"auto\",\n)"_s));
        QVERIFY(!plain.contains(u"max_memory"_s) && !plain.contains(u"BitsAndBytes"_s));
        scenario.weights = "NF4-DQ";
        scenario.kvCache = {"quanto-int4", "quanto-int4"};
        scenario.machine.gpus = {{"RTX 4090", 1}, {"RTX 3090", 1}};
        const QString quantized = textOf(scenario, CommandKind::Python);
        QVERIFY(quantized.contains(u"AutoTokenizer, BitsAndBytesConfig\n"_s));
        QVERIFY(quantized.contains(u"bnb_4bit_quant_type=\"nf4\""_s));
        QVERIFY(quantized.contains(u"bnb_4bit_use_double_quant=True"_s));
        QVERIFY(quantized.contains(u"cache_config={\"backend\": \"quanto\", \"nbits\": 4}"_s));
        const QRegularExpression memory(u"max_memory=\\{0: \"(\\d+)MiB\", 1: \"(\\d+)MiB\"\\}"_s);
        const QRegularExpressionMatch match = memory.match(quantized);
        QVERIFY(match.hasMatch());
        // Room for weights: below what each card has, above what is placed there.
        const Report report = answered(scenario);
        for (int i = 0; i < 2; ++i) {
            const DeviceReport& device = report.devices[static_cast<std::size_t>(i)];
            const Bytes room = kMiB * match.captured(i + 1).toLongLong();
            QVERIFY(room < device.usable.low && room > device.parts.typical(MemoryPart::Weights));
        }
        // What waits in RAM is said: all of it but the margin.
        Scenario streamed = question("Transformers", "Qwen/Qwen3-14B", "BF16", {{"RTX 4090", 1}});
        QVERIFY(answered(streamed).verdict == Verdict::Offload);
        QVERIFY(textOf(streamed, CommandKind::Python).contains(u", \"cpu\": \"58982MiB\"}"_s)); // 0.9 of 64 GiB
        scenario.weights = "AWQ"; // no such checkpoint is named
        QVERIFY(textOf(scenario, CommandKind::Python).contains(u"# a checkpoint of it in AWQ\n"_s));
        QCOMPARE(pythonQuoted("a\"b\\c\nd"), "\"a\\\"b\\\\c\\x0ad\"");
    }

    void windowsShowTheirSettings() {
        Scenario scenario = question("LM Studio", "Qwen/Qwen3-30B-A3B", "Q4_K_M", {{"RTX 4090", 1}});
        scenario.kvCache = {"q8_0", "q8_0"};
        scenario.placement.gpuLayers = 40;
        scenario.placement.cpuExperts = 8;
        scenario.placement.mlock = true;
        scenario.machine.cpuCores = 16;
        QCOMPARE(textOf(scenario, CommandKind::Settings),
                 u"Model: Qwen3-30B-A3B-Q4_K_M.gguf\nContext Length: 8192\nGPU Offload: 40\nCPU Thread Pool Size: 16\n"
                 "Max Concurrent Predictions: 1\nUnified KV Cache: Off\nOffload KV Cache to GPU Memory: On\n"
                 "Keep Model in Memory: On\nTry mmap(): On\n"
                 "Number of layers for which to force MoE weights onto CPU: 8\nFlash Attention: On\n"
                 "K Cache Quantization Type: Q8_0\nV Cache Quantization Type: Q8_0"_s);
        scenario.runtime.name = "text-generation-webui";
        scenario.batch = 2;
        scenario.kvCache = {"f16", "q8_0"};
        QCOMPARE(textOf(scenario, CommandKind::Settings),
                 u"Model: Qwen3-30B-A3B-Q4_K_M.gguf\nModel loader: llama.cpp\ngpu-layers: 40\nctx-size: 16384\n"
                 "cache-type: fp16\nparallel: 2\nthreads: 16\nbatch_size: 2048\nubatch_size: 512\n"
                 "no_kv_offload: Off\nno-mmap: Off\nmlock: On\nextra-flags: --n-cpu-moe 8 --cache-type-v q8_0"_s);
    }

    void mlxConvertsFirst() {
        Scenario scenario = question("MLX", "Qwen/Qwen3-14B", "MLX 4-bit g64", {{"Apple M4 Max 64GB", 1}});
        QCOMPARE(textOf(scenario, CommandKind::Quantize),
                 u"mlx_lm.convert --hf-path Qwen/Qwen3-14B --mlx-path Qwen3-14B-mlx-4bit-g64 -q --q-bits 4 "
                 "--q-group-size 64"_s);
        QCOMPARE(textOf(scenario, CommandKind::Cli), u"mlx_lm.generate --model Qwen3-14B-mlx-4bit-g64"_s);
        QCOMPARE(textOf(scenario, CommandKind::Server), u"mlx_lm.server --model Qwen3-14B-mlx-4bit-g64"_s);
        scenario.kvCache = {"4-bit", "4-bit"}; // which the server cannot be told
        QVERIFY(textOf(scenario, CommandKind::Server).isEmpty());
    }

    void nothingForWhatDoesNotRun() {
        Scenario scenario = llama("Q4_K_M", {{"RTX 4060 8GB", 1}});
        scenario.machine.ramGib = 2;
        QVERIFY(answered(scenario).verdict == Verdict::No);
        QVERIFY(commandsFor(resolvedOf(scenario), Shell::Posix).empty());
        scenario = llama("BF16", {{"H100", 1}});
        scenario.runtime.name = "Transformers";
        scenario.task = Task::Lora;
        const Resolved training = resolvedOf(scenario);
        QVERIFY(commandsFor(training, Shell::Posix).empty() && checkStepsFor(training).empty());
    }

    void everyRuntimeHasCommandsAndChecks_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("card");
        for (const char* runtime : {"llama.cpp", "Ollama", "LM Studio", "text-generation-webui"}) {
            QTest::newRow(runtime) << QByteArray("Q4_K_M") << QByteArray("H100");
        }
        for (const char* runtime : {"vLLM", "SGLang", "TensorRT-LLM", "Transformers"}) {
            QTest::newRow(runtime) << QByteArray("BF16") << QByteArray("H100");
        }
        QTest::newRow("MLX") << QByteArray("MLX 4-bit g64") << QByteArray("Apple M4 Max 64GB");
        QTest::newRow("ExLlama") << QByteArray("EXL3 4.0 bpw") << QByteArray("H100");
    }

    void everyRuntimeHasCommandsAndChecks() {
        QFETCH(const QByteArray, format);
        QFETCH(const QByteArray, card);
        const Scenario scenario = question(QTest::currentDataTag(), "meta-llama/Llama-3.1-8B-Instruct",
                                           format.constData(), {{card.toStdString(), 1}});
        for (const Shell shell : {Shell::Posix, Shell::PowerShell, Shell::Cmd}) {
            const auto commands = commandsFor(resolvedOf(scenario), shell);
            QVERIFY(!commands.empty());
            QVERIFY(std::ranges::none_of(commands, [](const Command& command) { return command.text.empty(); }));
        }
        const auto steps = checksOf(scenario);
        QVERIFY(stepOf(steps, "check-card") != nullptr);
        QVERIFY(steps.front().code == (card.startsWith("Apple") ? "check-activity-monitor" : "check-nvidia-smi"));
    }

    void llamaCppsLogIsForetold() {
        Scenario scenario = llama("Q4_K_M", {{"RTX 4060 8GB", 1}});
        scenario.placement.gpuLayers = 11;
        const auto steps = checksOf(scenario);
        QVERIFY(has(steps, "check-verbosity", {"-lv 4"}));
        QVERIFY(has(steps, "check-layers", {"offloaded 11/41 layers to GPU"}));
        // Qwen3-14B: 8 heads of 128, keys and values of 2 bytes: 4 KiB a token and layer; 8,192 tokens: 32 MiB a
        // layer. The output layer is one of the 11.
        QVERIFY(has(steps, "check-sum", {"CUDA0 KV buffer size", "320.00"}));
        QVERIFY(has(steps, "check-sum", {"CPU KV buffer size", "960.00"}));
        const Report report = answered(scenario);
        const auto mib = [](Bytes bytes) { return QString::number(bytes.toMiB(), 'f', 2).toStdString(); };
        const PartSizes& parts = report.devices.front().parts;
        QVERIFY(
            has(steps, "check-line", {"CUDA0 model buffer size", mib(parts.typical(MemoryPart::Weights)) + " MiB"}));
        QVERIFY(has(steps, "check-line",
                    {"CUDA0 compute buffer size", mib(parts.typical(MemoryPart::Activations)) + " MiB"}));
        const ByteRange total = report.devices.front().total;
        QVERIFY(has(steps, "check-card",
                    {"0", "GeForce RTX 4060", std::to_string(total.low.count() / kMiB.count()),
                     std::to_string(total.high.count() / kMiB.count())}));
        // What lies beside the model has lines of its own.
        scenario.extras.lora = LoraChoice{};
        QVERIFY(has(checksOf(scenario), "check-line",
                    {"CUDA0 model buffer size", mib(parts.typical(MemoryPart::Weights)) + " MiB"}));
        // Cards that are alike are one step.
        const auto four = checksOf(llama("Q8_0", {{"RX 7900 XTX", 1}, {"RTX 4090", 1}}));
        QVERIFY(stepOf(four, "check-rocm-smi") != nullptr && stepOf(four, "check-nvidia-smi") != nullptr);
    }

    void theServersLogsAreForetold() {
        Scenario scenario = question("vLLM", "Qwen/Qwen3-14B", "BF16", {{"H100", 2}});
        auto steps = checksOf(scenario);
        const Report report = answered(scenario);
        const KvPool& pool = *report.devices.front().kvPool;
        const QString tokens = QLocale(QLocale::English).toString(static_cast<qlonglong>(pool.tokens));
        QVERIFY(has(steps, "check-line", {"GPU KV cache size:", tokens.toStdString() + " tokens"}));
        const QString times = QString::number(static_cast<double>(pool.tokens) / 8192.0, 'f', 2) + u"x"_s;
        QVERIFY(has(steps, "check-line", {"Maximum concurrency for 8,192 tokens per request:", times.toStdString()}));
        const CheckStep* const card = stepOf(steps, "check-card");
        QVERIFY(card != nullptr && card->arguments.front() == "0-1");
        // All that is reserved, and no more than the card has: 0.9 of it and what is not PyTorch's.
        QVERIFY(std::stoll(card->arguments[3]) > 70'000 && std::stoll(card->arguments[3]) < 81'559);
        scenario.runtime.name = "SGLang";
        steps = checksOf(scenario);
        const std::int64_t sglang = answered(scenario).devices.front().kvPool->tokens;
        QVERIFY(has(steps, "check-line", {"KV Cache is allocated.", "#tokens: " + std::to_string(sglang)}));
        scenario = question("Ollama", "Qwen/Qwen3-14B", "Q4_K_M", {{"RTX 4090", 1}});
        QVERIFY(has(checksOf(scenario), "check-ollama", {"ollama ps", "100% GPU", "8192"}));
        scenario.machine.gpus.clear();
        QVERIFY(has(checksOf(scenario), "check-ollama", {"ollama ps", "100% CPU", "8192"}));
    }

    void theCommandLineSaysThem() {
        const auto run = [](const QStringList& arguments, const QByteArray& input) {
            QProcess process;
            process.start(QStringLiteral(CLI_PROGRAM), arguments);
            process.write(input);
            process.closeWriteChannel();
            process.waitForFinished(60000);
            return std::pair(process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()));
        };
        const QByteArray scenario = R"([{"model": {"catalog": "Qwen/Qwen3-14B"}, "runtime": {"name": "Ollama"},
                                         "machine": {"gpus": [{"name": "RTX 4090"}]}},
                                        {"model": {"catalog": "no such model"}}])";
        const auto [code, answers] = run({"commands", "--shell", "powershell", "-"}, scenario);
        QCOMPARE(code, 1);
        QCOMPARE(answers[0]["shell"].toString(), u"powershell"_s);
        QStringList kinds;
        for (const QJsonValue& command : answers[0]["commands"].toArray()) {
            kinds.append(command["kind"].toString());
        }
        QCOMPARE(kinds, QStringList({u"quantize"_s, u"environment"_s, u"modelfile"_s, u"cli"_s}));
        QVERIFY(answers[0]["commands"][1]["text"].toString().startsWith(u"$env:"_s));
        for (const QJsonValue& check : answers[0]["checks"].toArray()) {
            QVERIFY(check["text"].toString() != check["code"].toString()); // every code has its sentence
        }
        QCOMPARE(answers[1]["error"]["code"].toString(), u"unknown-model"_s);
        QCOMPARE(run({"commands"}, R"({"model": {"catalog": "Qwen/Qwen3-14B"}})").first, 0);
        for (const QStringList& wrong : {QStringList{"commands", "--shell"},
                                         {"commands", "--shell", "fish"},
                                         {"commands", "a", "b"},
                                         {"commands", "--color"}}) {
            QCOMPARE(run(wrong, "{}").first, 2);
        }
    }
};

QTEST_APPLESS_MAIN(TestCommands)
#include "tst_commands.moc"
