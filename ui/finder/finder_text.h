// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/advice/finder_filter.h"
#include "core/advice/hardware_finder.h"
#include "ui/finder/finder_worker.h"
#include "ui/text/format.h"

#include <optional>

namespace vram::ui {

/// "✔ Fits", "⇄ Offload 33/41"; "…" where it has to be searched for yet.
[[nodiscard]] QString foundVerdict(std::optional<Verdict> verdict, std::int64_t gpuLayers, std::int64_t layers);
[[nodiscard]] QString licenceKindLabel(LicenceKind kind);
[[nodiscard]] QString priceText(double dollars); ///< "US$ 1,499"
[[nodiscard]] QString wattsText(double watts);   ///< "450 W"
/// "2× RTX 4090 24 GB", "AWS g5.xlarge (A10G 24 GB)"
[[nodiscard]] QString hardwareName(const HardwareRow& row, const Catalog& catalog);

/// How many models were found, and the largest that fits.
[[nodiscard]] QString modelsSummary(const ModelsFound& found, const Catalog& catalog);
/// The smallest, cheapest and most efficient that fit, and how many have no price.
[[nodiscard]] QString hardwareSummary(const HardwareTable& table, const Catalog& catalog);

} // namespace vram::ui
