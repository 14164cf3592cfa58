// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/json_reader.h"
#include "core/memory/fitted.h"
#include "core/report/report.h"
#include "core/scenario/resolve.h"
#include "core/units/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vram::accuracy {

/// One line of a measured file: what a run was asked and what it reported.
struct MeasuredCase {
    std::string id;
    Json scenario;
    Json measured;
    std::string model;  ///< base model, without publisher and variant: "Qwen2.5-7B"
    std::string family; ///< of the catalogue: "Qwen"
};

/// All cases of one file. FileUnreadable, or NotJson with the line.
[[nodiscard]] Result<std::vector<MeasuredCase>> loadCases(const std::filesystem::path& file, const Catalog& catalog);

/// A model's name without publisher and variant ("-Instruct", "-it", "-Chat"), so that variants of one model share a
/// part.
[[nodiscard]] std::string baseModel(std::string_view catalogName);

/// Which of `parts` a model belongs to, by a hash of its base name that is the same everywhere (FNV-1a, 64 bits).
[[nodiscard]] std::size_t partOf(std::string_view baseName, std::size_t parts);

/// How cases are answered.
struct AnswerOptions {
    const Fitted* fitted = nullptr; ///< null: the shipped constants
    bool withoutGraphs = false;     ///< vLLM: without CUDA graphs
    bool withoutTraits = false;     ///< llama.cpp: as a model without a row in the table of graph traits
};

/// The report of each case, or why there is none.
[[nodiscard]] std::vector<Result<Report>> answerAll(const std::vector<MeasuredCase>& cases,
                                                    const std::shared_ptr<const Catalog>& catalog,
                                                    const AnswerOptions& options = {});

} // namespace vram::accuracy
