// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accuracy/figures.h"

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace vram::accuracy {

/// A figure with its cases.
struct Outcome {
    const FigureRow* figure = nullptr;
    std::vector<Sample> samples;
    Statistics statistics;
};

/// Everything that was asked: what the tables show and what is compared with the record.
struct Outcomes {
    std::vector<Outcome> figures;
    std::map<std::string, std::size_t> cases;   ///< by file
    std::map<std::string, std::size_t> refused; ///< by file; files that are not modelled are left out
};

/// The table for a terminal, with the worst `worst` cases of each figure that is not exact.
void writeText(std::ostream& stream, const Outcomes& outcomes, std::size_t worst);
/// The same table for docs/accuracy.md.
void writeMarkdown(std::ostream& stream, const Outcomes& outcomes);

/// What --record writes and --check compares with; shares as percent, to 0.0001.
[[nodiscard]] Json recordOf(const Outcomes& outcomes);
/// A sentence for each figure that is worse than recorded, missing, or has fewer cases; none: all hold.
[[nodiscard]] std::vector<std::string> worseThan(const Json& recorded, const Outcomes& outcomes);

/// "1.23 %", with more digits for small shares.
[[nodiscard]] std::string percent(double share);

} // namespace vram::accuracy
