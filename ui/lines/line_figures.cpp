// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lines/line_figures.h"

#include "ui/chart/chart_geometry.h"
#include "ui/lines/line_text.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPointer>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace vram::ui {

namespace {

constexpr int kPreferredWidth = 400;

/// One sentence. It has no object of its own: the list's interface owns it.
class SentenceInterface : public QAccessibleInterface {
public:
    SentenceInterface(LineFigures* list, qsizetype index) : m_list(list), m_index(index) {}

    [[nodiscard]] bool isValid() const override { return m_list && m_index < m_list->sentences().size(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return m_list ? m_list->window()->windowHandle() : nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_list);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        return isValid() && kind == QAccessible::Name ? m_list->sentences().at(m_index) : QString();
    }
    [[nodiscard]] QRect rect() const override {
        return m_list ? QRect(m_list->mapToGlobal(QPoint()), m_list->size()) : QRect();
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.readOnly = 1;
        state.invalid = isValid() ? 0 : 1;
        state.invisible = m_list && m_list->isVisible() ? 0 : 1;
        return state;
    }

private:
    QPointer<LineFigures> m_list;
    qsizetype m_index;
};

class FiguresInterface : public QAccessibleWidget {
public:
    explicit FiguresInterface(LineFigures* list) : QAccessibleWidget(list, QAccessible::List), m_list(list) {}
    ~FiguresInterface() override {
        for (const QAccessible::Id id : m_items) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }
    Q_DISABLE_COPY_MOVE(FiguresInterface)

    [[nodiscard]] int childCount() const override { return static_cast<int>(m_list->sentences().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        const auto item = static_cast<std::size_t>(index);
        while (m_items.size() <= item) {
            // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): Qt's registry owns it
            m_items.push_back(QAccessible::registerAccessibleInterface(
                new SentenceInterface(m_list, static_cast<qsizetype>(m_items.size()))));
        }
        return QAccessible::accessibleInterface(m_items[item]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        const auto found = std::ranges::find_if(
            m_items, [child](QAccessible::Id id) { return QAccessible::accessibleInterface(id) == child; });
        return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
    }

private:
    LineFigures* m_list;
    mutable std::vector<QAccessible::Id> m_items;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* const list = qobject_cast<LineFigures*>(object);
    return list != nullptr ? new FiguresInterface(list) : nullptr;
}

} // namespace

std::vector<LegendEntry> lineLegend(const LineChartData& data, const SeriesPoint& point) {
    std::vector<LegendEntry> entries;
    for (const MemoryPart part : data.parts) {
        entries.push_back({LegendEntry::Sample::Colour, partColour(part), partFigure(data, point, part),
                           data.patterns ? std::optional(part) : std::nullopt});
    }
    if (data.hasRange()) {
        entries.push_back(
            {LegendEntry::Sample::Range, {}, QCoreApplication::translate("Lines", "Upper end of the estimate"), {}});
    }
    return entries;
}

LineFigures::LineFigures(QWidget* parent) : QWidget(parent) {
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(&makeAccessible); });
    setObjectName(QStringLiteral("lineFigures"));
    setLayoutDirection(Qt::LeftToRight); // as the legend of the bars
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LineFigures::setData(const LineChartData& lines, const SeriesPoint& point) {
    const std::size_t before = m_entries.size();
    m_entries = lines.sentence.isEmpty() ? lineLegend(lines, point) : std::vector<LegendEntry>{};
    m_sentences.clear();
    if (lines.sentence.isEmpty()) {
        for (const MemoryPart part : lines.parts) {
            m_sentences += partFigure(lines, point, part);
        }
        for (const CapacityMark& mark : lines.marks) {
            m_sentences += markSentence(lines, mark);
        }
    }
    if (m_entries.size() != before) {
        updateGeometry();
    }
    update();
}

QSize LineFigures::sizeHint() const { return {kPreferredWidth, heightForWidth(std::max(width(), kPreferredWidth))}; }

QSize LineFigures::minimumSizeHint() const { return {0, static_cast<int>(QFontMetricsF(font()).height()) + 8}; }

int LineFigures::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(legendHeight(m_entries, font(), width - 2 * ChartGeometry::kMargin)));
}

void LineFigures::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool dark = isDark(palette());
    painter.fillRect(rect(), themeColours(dark).background);
    paintLegend(painter, m_entries, font(), dark,
                QRectF(rect()).adjusted(ChartGeometry::kMargin, 0, -ChartGeometry::kMargin, 0));
}

} // namespace vram::ui
