// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/count_row.h"

#include "core/model/generic.h"
#include "core/scenario/scenario.h"
#include "ui/panel/stops.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <vector>

namespace vram::ui {
namespace {

constexpr std::int64_t kMostRank = 65'536; // as in a scenario

QString words(const char* text) { return QCoreApplication::translate("CountRow", text); }

int plural(std::int64_t count) {
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

QString speakSize(std::int64_t count) {
    return words(QT_TRANSLATE_NOOP("CountRow", "%1 parameters")).arg(formatParameters(count));
}
QString speakTokens(std::int64_t count) {
    return QCoreApplication::translate("CountRow", "%n token(s)", nullptr, plural(count));
}
QString speakSequences(std::int64_t count) {
    return QCoreApplication::translate("CountRow", "%n sequence(s)", nullptr, plural(count));
}

QString complainSize(const QString& typed) {
    return words(QT_TRANSLATE_NOOP("CountRow", "“%1” is no model size. Type one from %2 to %3, such as 7b or 70 B."))
        .arg(typed.left(40), formatParameters(kGenericLeast), formatParameters(kGenericMost));
}
QString complainContext(const QString& typed) {
    return words(QT_TRANSLATE_NOOP("CountRow", "“%1” is no length. Type a number of tokens, such as 8192, 32k or 1m."))
        .arg(typed.left(40));
}
QString complainBatch(const QString& typed) {
    return words(QT_TRANSLATE_NOOP("CountRow", "“%1” is no batch size. Type a whole number from %2 to %3."))
        .arg(typed.left(40), QLocale().toString(1), QLocale().toString(static_cast<qlonglong>(kMostBatch)));
}

QString complainRank(const QString& typed) {
    return words(QT_TRANSLATE_NOOP("CountRow", "“%1” is no rank. Type a whole number from %2 to %3."))
        .arg(typed.left(40), QLocale().toString(1), QLocale().toString(static_cast<qlonglong>(kMostRank)));
}

QString formatCount(std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); }

} // namespace

const CountKind& sizeKind() {
    static const CountKind kind{sizeStops(),      kGenericLeast,     kGenericMost, 10,
                                &parseParameters, &formatParameters, &speakSize,   &complainSize};
    return kind;
}

const CountKind& contextKind() {
    static const CountKind kind{contextStops(),  1, kMostContext, 4, &parseTokens, &formatTokens, &speakTokens,
                                &complainContext};
    return kind;
}

const CountKind& batchKind() {
    static const CountKind kind{batchStops(),  1, kMostBatch, 4, &parseTokens, &formatCount, &speakSequences,
                                &complainBatch};
    return kind;
}

const CountKind& rankKind() {
    static const CountKind kind{rankStops(), 1, kMostRank, 2, &parseTokens, &formatCount, &formatCount, &complainRank};
    return kind;
}

CountRow::CountRow(const QString& name, const CountKind& kind, QWidget* parent)
    : SliderRow(name, Box::Line, parent),
      m_kind(kind) {
    slider()->setStops(std::vector<double>(kind.stops.begin(), kind.stops.end()));
    slider()->setPageStep(kind.pageStep);
    connect(this, &SliderRow::stopChosen, this,
            [this](int position) { emit countChosen(m_kind.stops[static_cast<std::size_t>(position)]); });
    connect(this, &SliderRow::markChosen, this, &CountRow::countChosen);
    connect(this, &SliderRow::textEntered, this, &CountRow::parse);
}

void CountRow::showCount(std::int64_t count) {
    showValue(nearestStop(m_kind.stops, count), m_kind.format(count), m_kind.speak(count),
              slider()->positionOf(static_cast<double>(count)));
}

void CountRow::showZones(const ShownZones& shown) {
    SliderTrack track =
        trackOf(shown, [this](std::int64_t count) { return slider()->positionOf(static_cast<double>(count)); });
    const QString text = markText(track, m_kind.speak(track.markValue), shown.card);
    showTrack(std::move(track), text);
}

void CountRow::parse(const QString& text) {
    const std::optional<std::int64_t> count = m_kind.parse(text);
    if (count && *count >= m_kind.least && *count <= m_kind.most) {
        emit countChosen(*count);
    } else {
        reject(m_kind.complain(text));
    }
}

} // namespace vram::ui
