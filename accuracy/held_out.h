// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accuracy/figures.h"

#include <array>
#include <memory>
#include <vector>

namespace vram::accuracy {

/// Each model belongs to one of four parts; what is fitted for a part is fitted on the other three.
constexpr std::size_t kParts = 4;

/// The fitted constants from the cases of all parts but `without` (kParts: from all cases), in the order of the table,
/// each group by relative least squares with every model weighing the same.
[[nodiscard]] Fitted refit(const std::vector<MeasuredCase>& transformers, const std::vector<MeasuredCase>& vllm,
                           const std::shared_ptr<const Catalog>& catalog, std::size_t without);

/// Every case of `cases` answered with the constants that its model was held out of.
[[nodiscard]] AnsweredFile answerHeldOut(const std::vector<MeasuredCase>& cases,
                                         const std::shared_ptr<const Catalog>& catalog,
                                         const std::array<Fitted, kParts>& constants, bool withoutGraphs);

/// How far measured figures lie from the typical ones, as shares of the typical one: the ends of a range that holds
/// `share` of cases like these (safeQuantile). Where there are too few for that, the worst one and a half times over.
struct Width {
    double below = 0;
    double above = 0;
};
[[nodiscard]] Width widthOf(const std::vector<Sample>& samples, double share);

/// Share of samples inside the width that the other parts' models give.
[[nodiscard]] double heldOutCoverage(const std::vector<Sample>& samples, double share, double tolerance);

} // namespace vram::accuracy
