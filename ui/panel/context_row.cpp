// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/context_row.h"

#include "ui/text/format.h"

namespace vram::ui {

ContextRow::ContextRow(QWidget* parent) : CountRow(QStringLiteral("context"), contextKind(), parent) {
    keepHintLine(); // a generic model has no limit
}

void ContextRow::setSnapshot(const Snapshot& snapshot) {
    if (!snapshot.resolved) {
        return;
    }
    const std::int64_t context = snapshot.scenario.context;
    const std::int64_t limit = snapshot.resolved->model.maxContext.value_or(0);
    showCount(context);
    if (limit <= 0) {
        slider()->setLimit(std::nullopt);
        setHint({});
        return;
    }
    slider()->setLimit(static_cast<double>(limit));
    if (context > limit) {
        setHint(tr("Beyond what the model was made for: %1 tokens").arg(formatTokens(limit)), HintKind::Warning);
    } else {
        setHint(tr("Made for up to %1 tokens").arg(formatTokens(limit)));
    }
}

void ContextRow::setTrains(bool trains) {
    if (trains) {
        setTexts(tr("Sequen&ce length"),
                 tr("Tokens of one training sequence, padded or packed to this length; 2k can be typed. "
                    "The mark is the length that the model was made for."));
    } else {
        setTexts(tr("&Context"), tr("Tokens of one sequence, prompt and answer together; 32k can be typed. The mark is "
                                    "the length that the model was made for."));
    }
}

} // namespace vram::ui
