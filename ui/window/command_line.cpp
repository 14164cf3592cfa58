// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/command_line.h"

#include "ui/language/language_switcher.h"
#include "ui/takeaway/report_writer.h"
#include "vram_version.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace vram::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kLeastSide = 320;
constexpr int kMostSide = 8192;
constexpr double kMostScale = 4;

QString words(const char* text) { return QCoreApplication::translate("CommandLine", text); }

/// One row an option; `value` is the placeholder of its value in the help, null for a switch.
struct OptionRow {
    const char16_t* name;
    const char16_t* shortName;
    const char16_t* value;
    const char* help;
};
constexpr std::array kOptions{
    OptionRow{u"scenario", nullptr, u"FILE",
              QT_TRANSLATE_NOOP("CommandLine", "Open this scenario (*.vram.json, or a link vram-sizer:?…).")},
    OptionRow{u"language", nullptr, u"L", QT_TRANSLATE_NOOP("CommandLine", "Language: zh_TW, zh_CN or en.")},
    OptionRow{u"theme", nullptr, u"T", QT_TRANSLATE_NOOP("CommandLine", "Theme: light or dark.")},
    OptionRow{u"size", nullptr, u"WxH",
              QT_TRANSLATE_NOOP("CommandLine", "Size of the window or chart, such as 1280x800.")},
    OptionRow{u"scale", nullptr, u"N",
              QT_TRANSLATE_NOOP("CommandLine", "Pixels of the exported chart for each point, 1 to 4.")},
    OptionRow{u"export", nullptr, u"FILE.png",
              QT_TRANSLATE_NOOP("CommandLine", "Write the chart as PNG and exit; needs no display.")},
    OptionRow{u"report", nullptr, u"FILE",
              QT_TRANSLATE_NOOP("CommandLine",
                                "Write a report and exit; needs no display. The ending decides: pdf, html, md, csv, "
                                "json, svg or png.")},
    OptionRow{u"unit", nullptr, u"U", QT_TRANSLATE_NOOP("CommandLine", "Unit of memory: GiB or GB.")},
    OptionRow{u"version", u"v", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Show the version.")},
    OptionRow{u"help", u"h", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Show this help.")},
};

void addOptions(QCommandLineParser& parser) {
    for (const OptionRow& row : kOptions) {
        QStringList names{QString::fromUtf16(row.name)};
        if (row.shortName) {
            names.prepend(QString::fromUtf16(row.shortName));
        }
        parser.addOption({names, words(row.help), row.value ? QString::fromUtf16(row.value) : QString()});
    }
    parser.addPositionalArgument(u"scenario"_s, words(QT_TRANSLATE_NOOP("CommandLine", "The same as --scenario.")),
                                 u"[FILE]"_s);
}

std::optional<QSize> parseSize(const QString& text) {
    static const QRegularExpression pattern(u"^(\\d{1,5})[xX×](\\d{1,5})$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool good = match.hasMatch() && size.width() >= kLeastSide && size.height() >= kLeastSide &&
                      size.width() <= kMostSide && size.height() <= kMostSide;
    return good ? std::optional(size) : std::nullopt;
}

QString readTheme(const QString& value, CommandLine& line) {
    if (value != u"light"_s && value != u"dark"_s) {
        return words(QT_TRANSLATE_NOOP("CommandLine", "--theme: “%1” is no theme. Choose light or dark.")).arg(value);
    }
    line.theme = value == u"dark"_s ? Theme::Dark : Theme::Light;
    return {};
}

QString readLanguage(const QString& value, CommandLine& line) {
    line.language = LanguageSwitcher::codeForName(value);
    return line.language.isEmpty()
               ? words(
                     QT_TRANSLATE_NOOP("CommandLine", "--language: “%1” is not available. Choose zh_TW, zh_CN or en."))
                     .arg(value)
               : QString();
}

QString readSize(const QString& value, CommandLine& line) {
    line.size = parseSize(value);
    return line.size ? QString()
                     : words(QT_TRANSLATE_NOOP(
                                 "CommandLine",
                                 "--size: “%1” is no size. Give width and height from %2 to %3, such as 1280x800."))
                           .arg(value, QString::number(kLeastSide), QString::number(kMostSide));
}

QString readScale(const QString& value, CommandLine& line) {
    bool good = false;
    const double scale = value.toDouble(&good);
    if (!good || !(scale >= 1) || scale > kMostScale) {
        return words(QT_TRANSLATE_NOOP("CommandLine", "--scale: “%1” is no scale. Give a number from 1 to 4."))
            .arg(value);
    }
    line.scale = scale;
    return {};
}

QString readUnit(const QString& value, CommandLine& line) {
    for (const ByteUnit unit : {ByteUnit::GiB, ByteUnit::GB}) {
        if (value.compare(unitName(unit), Qt::CaseInsensitive) == 0) {
            line.unit = unit;
            return {};
        }
    }
    return words(QT_TRANSLATE_NOOP("CommandLine", "--unit: “%1” is no unit. Choose GiB or GB.")).arg(value);
}

QString readReport(const QString& value, CommandLine& line) {
    line.reportFile = value;
    return reportKind(value)
               ? QString()
               : words(QT_TRANSLATE_NOOP("CommandLine", "--report: “%1” does not say what to write. Let it end in %2."))
                     .arg(value, reportEndings().join(u", "_s));
}

/// Reads the values that are there; the first complaint.
QString readValues(const QCommandLineParser& parser, CommandLine& line) {
    struct Reader {
        const char16_t* name;
        QString (*read)(const QString&, CommandLine&);
    };
    constexpr std::array kReaders{Reader{u"language", &readLanguage}, Reader{u"theme", &readTheme},
                                  Reader{u"size", &readSize},         Reader{u"scale", &readScale},
                                  Reader{u"unit", &readUnit},         Reader{u"report", &readReport}};
    for (const Reader& reader : kReaders) {
        const QString name = QString::fromUtf16(reader.name);
        if (parser.isSet(name)) {
            if (QString complaint = reader.read(parser.value(name), line); !complaint.isEmpty()) {
                return complaint;
            }
        }
    }
    return {};
}

} // namespace

CommandLine parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    addOptions(parser);
    CommandLine line;
    const bool parsed = parser.parse(arguments);
    line.action = parser.isSet(u"help"_s)                                  ? Action::PrintHelp
                  : parser.isSet(u"version"_s)                             ? Action::PrintVersion
                  : parser.isSet(u"export"_s) || parser.isSet(u"report"_s) ? Action::Export
                                                                           : Action::ShowWindow;
    line.error = parsed ? readValues(parser, line) : parser.errorText();
    if (!parsed || line.action == Action::PrintHelp || line.action == Action::PrintVersion) {
        return line;
    }
    const QStringList files = parser.values(u"scenario"_s) + parser.positionalArguments();
    if (line.error.isEmpty() && files.size() > 1) {
        line.error =
            words(QT_TRANSLATE_NOOP("CommandLine", "One scenario at a time: %1 were given.")).arg(files.size());
    }
    line.scenarioFile = files.value(0);
    // A desktop hands over an address where a link may come as well.
    if (const QUrl url(line.scenarioFile); url.isLocalFile()) {
        line.scenarioFile = url.toLocalFile();
    }
    line.exportFile = parser.value(u"export"_s);
    if (line.action == Action::Export && line.error.isEmpty() && line.exportFile.isEmpty() &&
        parser.isSet(u"export"_s)) {
        line.error = words(QT_TRANSLATE_NOOP("CommandLine", "--export: the name of the file is missing."));
    } else if (!parser.isSet(u"export"_s) && line.error.isEmpty() && line.scale) {
        line.error = words(QT_TRANSLATE_NOOP("CommandLine", "--scale needs --export."));
    } else if (line.action != Action::Export && line.error.isEmpty() && line.unit) {
        line.error = words(QT_TRANSLATE_NOOP("CommandLine", "--unit needs --export or --report."));
    }
    return line;
}

QString helpText() {
    QCommandLineParser parser;
    addOptions(parser);
    parser.setApplicationDescription(words(
        QT_TRANSLATE_NOOP("CommandLine", "How much memory a large language model needs, and which GPUs can hold it.")));
    return parser.helpText();
}

QString versionText() {
    return u"vram-sizer "_s + QString::fromUtf8(kVersion.data(), static_cast<qsizetype>(kVersion.size()));
}

} // namespace vram::ui
