// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/amount.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kNoBreakSpace(0x00A0);
constexpr int kDecimals = 2;

} // namespace

std::optional<double> parseAmount(const QString& text) {
    QString typed = text.normalized(QString::NormalizationForm_KC).toLower();
    static const QRegularExpression spaces(u"[\\s_'\u2019]"_s);
    typed.remove(spaces);
    static const QRegularExpression before(u"^(us\\$|usd|\\$|美元|美金)"_s);
    static const QRegularExpression after(
        u"(usd|us\\$|\\$|美元|美金|tok(en)?s?/s|t/s|词元/秒|w|watts?|瓦|s|sec|seconds?|秒|%|gib|gb|cards?|張|张|片|块|塊)$"_s);
    typed.remove(before).remove(after);
    double factor = 1;
    static const QRegularExpression suffix(u"(k|千|万|萬)$"_s);
    if (const QRegularExpressionMatch match = suffix.match(typed); match.hasMatch()) {
        const QString word = match.captured(1);
        factor = word == u"k"_s || word == u"千"_s ? 1e3 : 1e4;
        typed.remove(suffix);
    }
    // Commas before threes of digits group; another comma is a decimal sign.
    static const QRegularExpression grouped(u"^\\d{1,3}(,\\d{3})+(\\.\\d+)?$"_s);
    if (grouped.match(typed).hasMatch()) {
        typed.remove(u',');
    }
    typed.replace(u',', u'.');
    static const QRegularExpression number(u"^(\\d+(\\.\\d*)?|\\.\\d+)$"_s);
    if (!number.match(typed).hasMatch()) {
        return std::nullopt;
    }
    const double value = QLocale::c().toDouble(typed) * factor;
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString formatDollars(double dollars) { return u"US$\u00A0"_s + QLocale().toString(std::round(dollars), 'f', 0); }

QString formatWatts(double watts) { return QLocale().toString(std::round(watts), 'f', 0) + kNoBreakSpace + u'W'; }

QString formatPlain(double amount) {
    const bool whole = std::abs(amount - std::round(amount)) < 0.005;
    return QLocale().toString(amount, 'f', whole ? 0 : kDecimals);
}

} // namespace vram::ui
