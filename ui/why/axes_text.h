// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/catalog/catalog.h"
#include "ui/store/snapshot.h"

#include <cstddef>
#include <optional>

namespace vram::ui {

/// Two compared cards of one vendor, of which the one with more cores does not hold the model and the other does.
struct AxesPair {
    std::size_t many = 0;  ///< row with more cores, too small
    std::size_t holds = 0; ///< row with fewer cores that holds the model
};
/// With the row at `focused` on its side; nothing where the rows have no such pair. Single cards only: several share
/// the work in ways of their own.
[[nodiscard]] std::optional<AxesPair> axesPair(const Snapshot& snapshot, std::size_t focused, const Catalog& catalog);

/// "RTX 4080 16 GB has more cores (9,728 against 5,888), but its 16 GB do not hold this model ..."; empty without a
/// pair.
[[nodiscard]] QString axesText(const Snapshot& snapshot, std::size_t focused, const Catalog& catalog);

} // namespace vram::ui
