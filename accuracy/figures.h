// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accuracy/cases.h"
#include "accuracy/statistics.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vram::accuracy {

/// What a figure should reach, as shares; absent: not asked.
struct Goal {
    std::optional<double> exact{};
    std::optional<double> median{};
    std::optional<double> mean{};
    std::optional<double> p95{};
    std::optional<double> worst{};
    std::optional<double> within30{};
    [[nodiscard]] bool metBy(const Statistics& statistics) const;
};

/// One figure that sources report and reports answer: a row of the table.
struct FigureRow {
    struct Range {
        double low = 0;
        double typical = 0;
        double high = 0;
    };
    std::string_view id;
    std::string_view file;
    std::string_view title;
    double tolerance = 0;
    bool (*applies)(const Json& measured, const Report& report) = nullptr;
    double (*measured)(const Json& measured) = nullptr;
    Range (*answered)(const Json& measured, const Report& report) = nullptr;
    Goal goal;
    bool withoutGraphs = false; ///< asked without CUDA graphs: what else is outside PyTorch
};
[[nodiscard]] std::span<const FigureRow> figureRows();
[[nodiscard]] const FigureRow* findFigure(std::string_view id);

/// The measured files, in the order of the report; the last ones are not modelled.
struct FileRow {
    std::string_view name;
    std::string_view notModelled; ///< why; empty where figures are taken from the file
};
[[nodiscard]] std::span<const FileRow> fileRows();

/// All cases of one file with their answers.
struct AnsweredFile {
    std::vector<MeasuredCase> cases;
    std::vector<Result<Report>> answers;
    [[nodiscard]] std::size_t refused() const;
};
[[nodiscard]] std::vector<Sample> samplesOf(const FigureRow& figure, const AnsweredFile& file);

} // namespace vram::accuracy
