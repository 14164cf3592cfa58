// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/runtime/runtime.h"
#include "core/scenario/scenario.h"

#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// Bits per weight over a whole file where that is known, else of the quantized tensors; 0 where neither is.
[[nodiscard]] double bitsPerWeight(const WeightFormat& format);

/// Whether the task starts from weights in such a format: QLoRA from quantized ones, full training from the others.
[[nodiscard]] bool startsFrom(Task task, const WeightFormat& format);

/// Formats that the runtime can load, that are offered and that the task starts from, from the fewest bits per weight
/// to the most. The pointers live as long as the catalogue.
[[nodiscard]] std::vector<const WeightFormat*> loadableFormats(const Catalog& catalog, const RuntimeProfile& runtime,
                                                               Task task = Task::Inference);

/// The one of `formats` nearest to `format` in bits per weight (the smaller one of two equally near); nullptr only
/// for an empty list.
[[nodiscard]] const WeightFormat* nearestFormat(const std::vector<const WeightFormat*>& formats,
                                                const WeightFormat& format);

/// KV formats of the runtime whose layout is known, in catalogue order.
[[nodiscard]] std::vector<const KvFormat*> kvChoices(const Catalog& catalog, const RuntimeProfile& runtime);

/// What a change of runtime did besides changing the runtime.
struct RuntimeSwitch {
    Scenario scenario;
    std::string oldFormat; ///< id; empty when the format stayed
    bool kvReset = false;  ///< the KV types went back to the new runtime's default
};

/// `scenario` under another runtime: the format moves to the nearest that the new one loads, KV types that it does
/// not know go back to its default, options of the old runtime are dropped.
[[nodiscard]] RuntimeSwitch switchRuntime(const Scenario& scenario, const RuntimeProfile& runtime,
                                          const Catalog& catalog);

} // namespace vram
