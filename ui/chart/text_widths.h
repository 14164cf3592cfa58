// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QString>

namespace vram::ui {

/// Widths of texts in one font, remembered: most texts of a chart are the same at the next step of a slider, and
/// measuring one costs as much as painting it.
class TextWidths {
public:
    explicit TextWidths(const QFont& font = {}) : m_font(font), m_metrics(font) {}

    void setFont(const QFont& font) {
        if (font != m_font) {
            *this = TextWidths(font);
        }
    }
    [[nodiscard]] const QFontMetricsF& metrics() const { return m_metrics; }
    [[nodiscard]] double of(const QString& text) {
        const auto known = m_widths.constFind(text);
        if (known != m_widths.cend()) {
            return *known;
        }
        constexpr qsizetype kMost = 2000;
        if (m_widths.size() >= kMost) {
            m_widths.clear();
        }
        return *m_widths.insert(text, m_metrics.horizontalAdvance(text));
    }

private:
    QFont m_font;
    QFontMetricsF m_metrics;
    QHash<QString, double> m_widths;
};

} // namespace vram::ui
