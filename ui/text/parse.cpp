// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <span>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

struct Suffix {
    QStringView text; ///< lower case
    double factor;
};

// k and m of tokens are binary, as runtimes and model cards use them (32k = 32,768).
constexpr std::array kTokenSuffixes{
    Suffix{u"", 1},     Suffix{u"k", 1024}, Suffix{u"m", 1048576}, Suffix{u"千", 1e3},
    Suffix{u"万", 1e4}, Suffix{u"萬", 1e4}, Suffix{u"百万", 1e6},  Suffix{u"百萬", 1e6},
};

constexpr std::array kParameterSuffixes{
    Suffix{u"k", 1e3},  Suffix{u"m", 1e6},     Suffix{u"b", 1e9},     Suffix{u"bn", 1e9},   Suffix{u"t", 1e12},
    Suffix{u"万", 1e4}, Suffix{u"萬", 1e4},    Suffix{u"百万", 1e6},  Suffix{u"百萬", 1e6}, Suffix{u"亿", 1e8},
    Suffix{u"億", 1e8}, Suffix{u"万亿", 1e12}, Suffix{u"萬億", 1e12},
};

/// Full-width forms to plain ones, lower case, without spaces and other characters that only group digits.
QString plain(const QString& text) {
    QString result;
    const QString folded = text.normalized(QString::NormalizationForm_KC).toLower();
    result.reserve(folded.size());
    for (const QChar c : folded) {
        const bool groups = c.isSpace() || c == u'_' || c == u'\'' || c == u'\u2019';
        if (!groups) {
            result += c == u'。' ? QChar(u'.') : c;
        }
    }
    return result;
}

/// Digits with `group` between threes and at most one `decimal`.
std::optional<double> parseGrouped(const QString& text, QChar group, QChar decimal) {
    const QString g = QRegularExpression::escape(group);
    const QString d = QRegularExpression::escape(decimal);
    const QRegularExpression pattern(u"^(\\d{1,3}(?:"_s + g + u"\\d{3})+|\\d+)?(?:"_s + d + u"(\\d*))?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || (match.captured(1).isEmpty() && match.captured(2).isEmpty())) {
        return std::nullopt;
    }
    QString digits = match.captured(1);
    digits.remove(group);
    bool ok = false;
    const double value = QString(digits + u'.' + match.captured(2) + u'0').toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

QChar first(const QString& text, QChar fallback) { return text.isEmpty() ? fallback : text.front(); }

/// The readings of a number, best first: as the language writes it, as English does, as the other half of Europe does.
std::vector<double> readings(const QString& text) {
    const QLocale locale;
    const QChar decimal = first(locale.decimalPoint(), u'.');
    QChar group = first(locale.groupSeparator(), u',');
    if (group == decimal || group.isSpace()) {
        group = decimal == u',' ? u'.' : u',';
    }
    std::vector<double> values;
    for (const auto& [g, d] :
         {std::pair{group, decimal}, std::pair{QChar(u','), QChar(u'.')}, std::pair{QChar(u'.'), QChar(u',')}}) {
        if (const auto value = parseGrouped(text, g, d)) {
            values.push_back(*value);
        }
    }
    return values;
}

/// Splits "7.5b" into its number and the factor of its suffix.
struct Split {
    QString number;
    std::optional<double> factor; ///< absent: unknown suffix
    bool bare = false;
};

Split splitSuffix(const QString& text, std::span<const Suffix> suffixes) {
    qsizetype end = text.size();
    while (end > 0 && !text.at(end - 1).isDigit() && text.at(end - 1) != u'.' && text.at(end - 1) != u',') {
        --end;
    }
    Split result{text.left(end), std::nullopt, end == text.size()};
    const QStringView tail = QStringView(text).mid(end);
    for (const Suffix& suffix : suffixes) {
        if (suffix.text == tail) {
            result.factor = suffix.factor;
        }
    }
    return result;
}

std::optional<std::int64_t> whole(double value) {
    constexpr double kMost = 9.0e18;
    if (!(value >= 0) || value > kMost) {
        return std::nullopt;
    }
    return std::llround(value);
}

} // namespace

std::optional<std::int64_t> parseTokens(const QString& text) {
    QString typed = plain(text);
    static const QRegularExpression kWord(u"(tokens?|tok|词元|個|个)$"_s);
    typed.remove(kWord);
    const Split split = splitSuffix(typed, kTokenSuffixes);
    if (!split.factor) {
        return std::nullopt;
    }
    for (const double reading : readings(split.number)) {
        const double value = reading * *split.factor;
        // "8,192" is no number of tokens where the comma is the decimal sign: the next reading is.
        if (split.bare && value != std::floor(value)) {
            continue;
        }
        return whole(value);
    }
    return std::nullopt;
}

std::optional<std::int64_t> parseParameters(const QString& text) {
    constexpr double kBillion = 1e9;
    constexpr double kLeastCount = 10'000; // below it a bare number means billions
    const Split split = splitSuffix(plain(text), kParameterSuffixes);
    const std::vector<double> values = readings(split.number);
    if (values.empty()) {
        return std::nullopt;
    }
    if (split.bare) {
        return whole(values.front() < kLeastCount ? values.front() * kBillion : values.front());
    }
    return split.factor ? whole(values.front() * *split.factor) : std::nullopt;
}

} // namespace vram::ui
