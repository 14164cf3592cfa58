// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/slider_track.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRect>

#include <algorithm>

namespace vram::ui {

namespace {

/// Where one run ends and the next begins: at the exact value where it is known, else between the stops.
double border(const Zones& zones, std::size_t run, const std::function<double(std::int64_t)>& position) {
    const auto last = static_cast<double>(zones.runs[run].last);
    for (const std::optional<std::int64_t>& value : {zones.fits, zones.tight}) {
        if (value && position(*value) >= last && position(*value) < last + 1) {
            return position(*value);
        }
    }
    constexpr double kBetween = 0.5;
    return last + kBetween;
}

QString words(const char* text) { return QCoreApplication::translate("SliderTrack", text); }

/// Pixels drawn and left out in turn; none left out: solid.
struct Dashes {
    int on = 0;
    int off = 0;
    int height = 0;
};

Dashes dashesOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Fits:
        return {1, 0, 3};
    case Verdict::Tight:
        return {4, 2, 3};
    case Verdict::Offload:
        return {2, 3, 2};
    case Verdict::No:
        return {1, 0, 1};
    case Verdict::Unknown:
        break;
    }
    return {};
}

} // namespace

SliderTrack trackOf(const ShownZones& shown, const std::function<double(std::int64_t)>& position) {
    SliderTrack track;
    if (!shown.zones || shown.zones->runs.empty()) {
        return track;
    }
    const Zones& zones = *shown.zones;
    track.current = shown.current;
    double from = 0;
    for (std::size_t run = 0; run < zones.runs.size(); ++run) {
        const bool last = run + 1 == zones.runs.size();
        const double to = last ? static_cast<double>(zones.runs[run].last) : border(zones, run, position);
        track.parts.push_back({from, to, zones.runs[run].verdict});
        from = to;
    }
    track.markFits = std::ranges::find(zones.runs, Verdict::Fits, &Zone::verdict) != zones.runs.end();
    if (const std::optional<std::int64_t> value = track.markFits ? zones.fits : zones.tight) {
        track.mark = position(*value);
        track.markValue = *value;
    }
    return track;
}

QString markText(const SliderTrack& track, const QString& value, const QString& card) {
    if (!track.mark || !track.current) {
        return {};
    }
    if (card.isEmpty()) {
        return (track.markFits ? words(QT_TRANSLATE_NOOP("SliderTrack", "Fits up to %1."))
                               : words(QT_TRANSLATE_NOOP("SliderTrack", "Tight up to %1.")))
            .arg(value);
    }
    //: %1 is a value of a slider with its unit, %2 a card: "Fits up to 41,216 tokens on RTX 4090."
    return (track.markFits ? words(QT_TRANSLATE_NOOP("SliderTrack", "Fits up to %1 on %2."))
                           : words(QT_TRANSLATE_NOOP("SliderTrack", "Tight up to %1 on %2.")))
        .arg(value, card);
}

void paintZone(QPainter& painter, const QRect& area, Verdict verdict, bool dark) {
    const Dashes dashes = dashesOf(verdict);
    if (dashes.height == 0) {
        return;
    }
    const QColor colour = verdictColour(verdict, dark);
    const int top = area.top() + (area.height() - dashes.height) / 2;
    if (dashes.off == 0) {
        painter.fillRect(area.left(), top, area.width(), dashes.height, colour);
        return;
    }
    for (int x = area.left(); x <= area.right(); x += dashes.on + dashes.off) {
        painter.fillRect(x, top, std::min(dashes.on, area.right() - x + 1), dashes.height, colour);
    }
}

} // namespace vram::ui
