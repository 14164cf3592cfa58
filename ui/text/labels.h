// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/report.h"
#include "core/scenario/scenario.h"
#include "core/units/result.h"

#include <cstdint>
#include <string_view>

namespace vram::ui {

// Words for the core's codes, translated when called (never cached across a language switch).
[[nodiscard]] QString partLabel(MemoryPart part);
[[nodiscard]] QString taskName(Task task);           ///< "Inference"
[[nodiscard]] QString verdictLabel(Verdict verdict); ///< "Fits"
/// The verdict's word for one row: "Fits", "Offload 33/41", "Not supported".
[[nodiscard]] QString verdictLabel(const Report& report);
[[nodiscard]] QString verdictIcon(Verdict verdict); ///< a glyph that every bundled font has: "✔", "▲", "⇄", "✘", "?"
[[nodiscard]] QString errorText(const Error& error); ///< what, where, what to do
[[nodiscard]] QString noteText(const Note& note);    ///< empty for a code that has no words
/// The note's sentence that says why the verdict is not about size (unsupported, unknown layout); empty: there is none.
[[nodiscard]] QString blockingNote(const Report& report);
/// The runtime cannot use the card or the weights: a "no" that says nothing about size.
[[nodiscard]] bool isUnsupported(const Report& report);
[[nodiscard]] bool hasNote(const Report& report, std::string_view code);
[[nodiscard]] QString rowLabel(const GpuChoice& choice,
                               const Report* report = nullptr); ///< "2× RTX 4090 24 GB"; short product name
/// "GeForce RTX 3060 12GB" -> "RTX 3060 12 GB": without product line and remarks in brackets.
[[nodiscard]] QString shortGpuName(const QString& name);
[[nodiscard]] QString vendorLabel(Vendor vendor);
[[nodiscard]] QString gpuClassLabel(GpuClass gpuClass);
/// Whether a token uses clearly fewer parameters than there are: a mixture of experts, not a dense model whose count
/// includes a vision part.
[[nodiscard]] bool isSparse(std::int64_t parameters, std::int64_t active);
[[nodiscard]] QString modelLabel(const ResolvedModel& model); ///< "Qwen3 14B" or "Generic 7.0 B model"

} // namespace vram::ui
