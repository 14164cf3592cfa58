// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

enum class OperandSource : std::uint8_t { Scenario, Architecture, Catalog, Measured, Rule, Assumption };
enum class OperandUnit : std::uint8_t { None, Bytes, Tokens, Elements, BitsPerWeight, BytesPerElement };

/// A number in a formula and where it came from.
struct Operand {
    std::string_view id; ///< stable: "layers-full", "cells", "key-width" ...
    double value = 0;
    OperandUnit unit{};
    OperandSource source{};
    std::string detail; ///< file, paper or measurement; empty where the source says it all
    friend bool operator==(const Operand&, const Operand&) = default;
};

/// How one part of the answer came about; `formula` is a stable id that the front ends word. Some operands stand beside
/// the formula to say where another one came from (the window behind the cells).
struct Explanation {
    MemoryPart part{};
    std::string_view formula; ///< such as "weights-tensors", "kv-llamacpp", "activations-llamacpp-logits"
    std::vector<Operand> operands;
    ByteRange result;
};

/// Explanations of one part of what `Report::need` shows: everything on the machine's cards together (with the host's
/// share where cards and host have one memory, and alone without a card). Several where the part is a sum (full and
/// sliding layers, unlike cards); their results add up to the part. Empty for a part that is absent.
[[nodiscard]] std::vector<Explanation> explain(const Resolved& resolved, MemoryPart part);

/// What the runtime reserves for its cache on the card that has room for the fewest tokens, against what the question
/// needs there; nothing where the runtime reserves nothing. No part of the need: `part` is the cache's.
[[nodiscard]] std::optional<Explanation> explainPool(const Resolved& resolved);

} // namespace vram
