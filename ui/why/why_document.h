// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/report/explain.h"
#include "core/report/explain_speed.h"
#include "core/report/rule_figures.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <vector>

namespace vram::ui {

/// A part with its explanations.
struct PartReasons {
    MemoryPart part{};
    ByteRange total;
    std::vector<Explanation> explanations;
};

/// What the drawer shows of one row.
struct WhyContent {
    std::vector<PartReasons> parts;
    std::optional<Explanation> pool;   ///< with the cache: what the runtime reserves for it
    std::optional<SpeedReasons> speed; ///< of the whole row
    std::optional<InferenceRule> rule; ///< of thumb, where one speaks of the whole row's question
    Scenario scenario;                 ///< of the row
    bool brief = false;                ///< formulas alone: all parts at once
    QString sentence;                  ///< instead of parts: why there are none
    QString axes;                      ///< why cores alone do not help: of the whole row
    QStringList purpose;               ///< what training and inference keep and want: of training and compared tasks
};

/// The row's parts explained on its own cards; only `part` where one is chosen.
[[nodiscard]] WhyContent whyContent(const Snapshot& snapshot, std::size_t row, std::optional<MemoryPart> part,
                                    const Catalog& catalog);

/// As HTML for a text browser. `dark`: of the palette that it is shown with.
[[nodiscard]] QString whyHtml(const WhyContent& content, const Row& row, ByteUnit unit, bool dark);

} // namespace vram::ui
