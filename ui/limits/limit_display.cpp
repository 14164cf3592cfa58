// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limit_display.h"

#include "ui/panel/scenario_panel.h"
#include "ui/panel/stops.h"
#include "ui/table/row_table.h"
#include "ui/window/comparison.h"

#include <QEvent>

namespace vram::ui {

namespace {

/// In the order of ZoneKind; weights have formats instead.
SliderStops sliderStops() { return {sizeStops(), {}, contextStops(), batchStops(), rankStops()}; }

} // namespace

LimitDisplay::LimitDisplay(const FeatureContext& context)
    : Feature(&context.window),
      m_store(context.store),
      m_panel(context.panel),
      m_comparison(context.comparison),
      m_advisor(new LimitAdvisor(context.store, sliderStops(), this)) {
    m_advisor->setWanted([this] { return wanted(); });
    connect(m_advisor, &LimitAdvisor::zonesChanged, this,
            [this](ZoneKind kind) { m_panel.showZones(kind, m_advisor->zones(kind)); });
    connect(m_advisor, &LimitAdvisor::rowLimitsChanged, this, &LimitDisplay::showLimits);
    connect(m_advisor, &LimitAdvisor::rowLimitsSettled, this, [this] {
        if (wanted().any()) {
            m_store.setLimits(m_advisor->rowLimits());
        }
    });
    connect(&m_comparison.table(), &RowTable::columnsChanged, m_advisor, &LimitAdvisor::wantedChanged);
    m_comparison.table().installEventFilter(this);
}

void LimitDisplay::retranslate() {
    for (const ZoneKind kind : kZoneKinds) {
        m_panel.showZones(kind, m_advisor->zones(kind));
    }
}

bool LimitDisplay::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show) {
        m_advisor->wantedChanged();
    }
    return Feature::eventFilter(watched, event);
}

WantedLimits LimitDisplay::wanted() const {
    const RowTable& table = m_comparison.table();
    QStringList columns = table.isVisible() ? table.columns() : QStringList();
    // An order goes by its figures where they are not seen, too; "-" in front turns it round.
    const QString sort = QString::fromStdString(m_store.scenario().view.sort);
    columns += sort.startsWith(u'-') ? sort.mid(1) : sort;
    const auto has = [&columns](const char* id) { return columns.contains(QLatin1StringView(id)); };
    return {has("max_context"), has("max_users"), has("most_layers"), has("best_weights")};
}

void LimitDisplay::showLimits() {
    if (wanted().any() && m_comparison.table().isVisible()) {
        m_comparison.table().model().setLimits(m_advisor->rowLimits());
    }
}

} // namespace vram::ui
