// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/memory_bar.h"

#include "ui/access/spoken.h"
#include "ui/text/labels.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 22;
constexpr int kMark = 2; ///< pixels of the line at the usable memory

std::vector<std::pair<MemoryPart, Bytes>> filled(const PartSizes& parts) {
    std::vector<std::pair<MemoryPart, Bytes>> list;
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        const auto part = static_cast<MemoryPart>(i);
        if (const Bytes bytes = parts.typical(part); bytes > Bytes{}) {
            list.emplace_back(part, bytes);
        }
    }
    return list;
}

} // namespace

MemoryBar::MemoryBar(QWidget* parent) : QWidget(parent) {
    setObjectName(u"memoryBar"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    speakAs(*this, QAccessible::Graphic, [this] { return text(); });
}

void MemoryBar::setData(const MemoryBarData& data, ByteUnit unit) {
    if (m_data != data || m_unit != unit) {
        m_data = data;
        m_unit = unit;
        update();
    }
}

QString MemoryBar::text() const {
    QStringList words;
    for (const auto& [part, bytes] : filled(m_data.parts)) {
        words += partLabel(part) + u' ' + formatBytes(bytes, m_unit);
    }
    if (m_data.withMargin > Bytes{}) {
        words += tr("with margin %1").arg(formatBytes(m_data.withMargin, m_unit));
    }
    return QLocale().createSeparatedList(words);
}

QString MemoryBar::legendHtml() const {
    QStringList words;
    for (const auto& [part, bytes] : filled(m_data.parts)) {
        words += u"<span style='color:"_s + partColour(part).name() + u"'>■</span>&nbsp;"_s +
                 partLabel(part).toHtmlEscaped() + u"&nbsp;"_s + formatBytes(bytes, m_unit).toHtmlEscaped();
    }
    if (m_data.withMargin > Bytes{}) {
        words += u"▨&nbsp;"_s + tr("with margin %1").arg(formatBytes(m_data.withMargin, m_unit)).toHtmlEscaped();
    }
    return words.join(u" &nbsp; "_s);
}

QSize MemoryBar::sizeHint() const { return {400, kHeight + 6}; }
QSize MemoryBar::minimumSizeHint() const { return {120, kHeight + 6}; }

void MemoryBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const ThemeColours& colours = themeColours(isDark(palette()));
    const QRectF track(0, 3, width(), kHeight);
    painter.fillRect(track, colours.track);
    const auto axis = static_cast<double>(m_data.axis.count());
    if (axis <= 0) {
        return;
    }
    const auto at = [this, axis](Bytes bytes) {
        return std::min(1.0, static_cast<double>(bytes.count()) / axis) * width();
    };
    Bytes sum;
    for (const auto& [part, bytes] : filled(m_data.parts)) {
        const double left = at(sum);
        sum += bytes;
        painter.fillRect(QRectF(left, track.top(), at(sum) - left, track.height()), partColour(part));
        painter.fillRect(QRectF(at(sum) - 1, track.top(), 1, track.height()), colours.separator);
    }
    if (m_data.withMargin > sum) {
        const QRectF margin(at(sum), track.top(), at(m_data.withMargin) - at(sum), track.height());
        painter.fillRect(margin, QBrush(colours.mutedText, Qt::BDiagPattern));
        painter.setPen(colours.border);
        painter.drawRect(margin.adjusted(0, 0.5, -1, -0.5));
    }
    if (m_data.usable) {
        painter.fillRect(QRectF(std::min(at(*m_data.usable), width() - 1.0 * kMark), 0, kMark, height()),
                         colours.usableMark);
    }
}

} // namespace vram::ui
