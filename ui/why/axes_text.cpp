// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/axes_text.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace vram::ui {

namespace {

/// A row that can be one side of the pair.
struct Side {
    std::size_t row = 0;
    const Gpu* gpu = nullptr;
    bool holds = false;
};

std::optional<Side> sideOf(const Snapshot& snapshot, std::size_t index, const Catalog& catalog) {
    const Row& row = snapshot.rows[index];
    const Gpu* const gpu = catalog.findGpu(row.choice.name);
    const bool one = !row.value && row.choice.count == 1 && gpu != nullptr && gpu->shaderCores;
    if (!one || !row.report.ok() || isUnsupported(row.report.value())) {
        return std::nullopt;
    }
    const Verdict verdict = row.report->verdict;
    if (verdict == Verdict::Unknown) {
        return std::nullopt;
    }
    return Side{index, gpu, verdict == Verdict::Fits || verdict == Verdict::Tight};
}

/// Cores compare within one vendor alone.
bool isPair(const Side& many, const Side& holds) {
    return !many.holds && holds.holds && many.gpu->vendor == holds.gpu->vendor &&
           *many.gpu->shaderCores > *holds.gpu->shaderCores;
}

QString why(const char* text) { return QCoreApplication::translate("Why", text); }

} // namespace

std::optional<AxesPair> axesPair(const Snapshot& snapshot, std::size_t focused, const Catalog& catalog) {
    const auto own = focused < snapshot.rows.size() ? sideOf(snapshot, focused, catalog) : std::nullopt;
    if (!own) {
        return std::nullopt;
    }
    std::optional<Side> best;
    for (std::size_t i = 0; i < snapshot.rows.size(); ++i) {
        const auto other = sideOf(snapshot, i, catalog);
        const bool pairs = other && (own->holds ? isPair(*other, *own) : isPair(*own, *other));
        // The most cores that do not help, or the smallest card that does.
        const auto better = [&] {
            return own->holds ? *other->gpu->shaderCores > *best->gpu->shaderCores
                              : other->gpu->memory < best->gpu->memory;
        };
        if (pairs && (!best || better())) {
            best = other;
        }
    }
    if (!best) {
        return std::nullopt;
    }
    return own->holds ? AxesPair{best->row, own->row} : AxesPair{own->row, best->row};
}

QString axesText(const Snapshot& snapshot, std::size_t focused, const Catalog& catalog) {
    const auto pair = axesPair(snapshot, focused, catalog);
    if (!pair) {
        return {};
    }
    const Row& many = snapshot.rows[pair->many];
    const Row& holds = snapshot.rows[pair->holds];
    const Gpu& manyGpu = *catalog.findGpu(many.choice.name);
    const Gpu& holdsGpu = *catalog.findGpu(holds.choice.name);
    //: two cards: the first has more cores (number against number), but its memory does not hold the model; the
    //: second's does
    QString text = substitute(why(QT_TRANSLATE_NOOP("Why", "%1 has more cores (%3 against %4), but its %5 do not hold "
                                                           "this model; the %6 of %2 do.")),
                              {rowTitle(many), rowTitle(holds), formatTokens(*manyGpu.shaderCores),
                               formatTokens(*holdsGpu.shaderCores), formatCapacity(manyGpu.memory),
                               formatCapacity(holdsGpu.memory)});
    const auto& speed = holds.report->speed;
    if (speed && speed->limit == SpeedLimit::MemoryBandwidth && holdsGpu.bandwidth.value > 0) {
        //: the card, its bandwidth in GB/s
        text += QStringLiteral(" ") +
                substitute(why(QT_TRANSLATE_NOOP("Why", "And there each token waits for the memory (%2 GB/s), not for "
                                                        "the cores: %1 would gain little from more of them.")),
                           {rowTitle(holds), formatTokens(static_cast<std::int64_t>(holdsGpu.bandwidth.value))});
    }
    return text;
}

} // namespace vram::ui
