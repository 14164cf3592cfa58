// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/explain.h"

#include "core/memory/demand.h"

#include <optional>
#include <utility>
#include <vector>

namespace vram {

/// What the explanations of one question share: the placement that `Report::need` is made of.
struct ExplainContext {
    const Resolved& resolved;
    Demand demand;
    Cards cards;
    Layout layout;
    Loads loads;             ///< the model's own
    Loads extras = {};       ///< beside the model
    bool hostCounts = false; ///< the host's share is part of the need

    [[nodiscard]] std::optional<ByteRange> need(MemoryPart part) const { return need(part, loads); }
    [[nodiscard]] std::optional<ByteRange> need(MemoryPart part, const Loads& of) const;
    /// Whether layer `index` is part of the need.
    [[nodiscard]] bool counts(std::int64_t index) const;
};

/// Cards with the same figure: how many, and one of them.
struct EqualCards {
    std::int64_t count = 0;
    std::size_t first = 0;
    ByteRange each;
};

[[nodiscard]] inline Operand operand(std::string_view id, std::int64_t value, OperandUnit unit, OperandSource source,
                                     std::string detail = {}) {
    return {id, static_cast<double>(value), unit, source, std::move(detail)};
}

[[nodiscard]] inline ByteRange times(const ByteRange& range, std::int64_t count) {
    return {range.low * count, range.typical * count, range.high * count};
}

/// Cards that hold something of `part`, grouped by their figure.
[[nodiscard]] std::vector<EqualCards> equalCards(const ExplainContext& context, MemoryPart part);

[[nodiscard]] std::vector<Explanation> explainActivations(const ExplainContext& context);

} // namespace vram
