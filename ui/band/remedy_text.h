// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/catalog/catalog.h"
#include "ui/store/remedies.h"
#include "ui/text/format.h"

#include <optional>

namespace vram::ui {

/// What a button says, and in the tooltip what it does.
struct OfferText {
    QString label; ///< "KV cache in q8_0 (−9.0 GiB)"
    QString toolTip;
    std::optional<Verdict> verdict; ///< afterwards, where it is known
    QString outcome;                ///< "Fits · 52 tok/s"; empty: not known
};

/// `catalog`: for what a card costs; null: nothing is said of it.
[[nodiscard]] OfferText offerText(const Offer& offer, const Snapshot& snapshot, const Catalog* catalog,
                                  ByteUnit unit = ByteUnit::GiB);

} // namespace vram::ui
