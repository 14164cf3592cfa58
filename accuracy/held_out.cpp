// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/held_out.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace vram::accuracy {

namespace {

constexpr double kStep = 1e-3; ///< of the difference quotient; the estimates are linear in most constants
constexpr double kRidge = 1e-9;

bool isTraining(const MeasuredCase& item, std::size_t without) { return partOf(item.model, kParts) != without; }

std::vector<double> errorsOf(const FigureRow& figure, const std::vector<MeasuredCase>& cases,
                             const std::shared_ptr<const Catalog>& catalog, const Fitted& constants) {
    const AnsweredFile file{cases,
                            answerAll(cases, catalog, {.fitted = &constants, .withoutGraphs = figure.withoutGraphs})};
    std::vector<double> errors;
    for (const Sample& sample : samplesOf(figure, file)) {
        errors.push_back(sample.error());
    }
    return errors;
}

/// One over the root of how many cases a model has: eleven starts of one model are one model.
std::vector<double> weightsOf(const FigureRow& figure, const std::vector<MeasuredCase>& cases,
                              const std::shared_ptr<const Catalog>& catalog) {
    const AnsweredFile file{cases, answerAll(cases, catalog)};
    const std::vector<Sample> samples = samplesOf(figure, file);
    std::map<std::string, double> counts;
    for (const Sample& sample : samples) {
        counts[sample.model] += 1;
    }
    std::vector<double> weights;
    weights.reserve(samples.size());
    for (const Sample& sample : samples) {
        weights.push_back(1 / std::sqrt(counts[sample.model]));
    }
    return weights;
}

/// Solves a x = b by Gaussian elimination with pivots; a is square and small.
std::vector<double> solve(std::vector<std::vector<double>> a, std::vector<double> b) {
    const std::size_t size = b.size();
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < size; ++row) {
            pivot = std::abs(a[row][column]) > std::abs(a[pivot][column]) ? row : pivot;
        }
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        if (a[column][column] == 0) {
            continue;
        }
        for (std::size_t row = 0; row < size; ++row) {
            if (row == column) {
                continue;
            }
            const double factor = a[row][column] / a[column][column];
            for (std::size_t k = column; k < size; ++k) {
                a[row][k] -= factor * a[column][k];
            }
            b[row] -= factor * b[column];
        }
    }
    std::vector<double> x(size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        x[i] = a[i][i] == 0 ? 0 : b[i] / a[i][i];
    }
    return x;
}

/// One step of Gauss and Newton for the constants of one figure.
void fitFigure(const FigureRow& figure, const std::vector<const FittedConstant*>& constants,
               const std::vector<MeasuredCase>& cases, const std::shared_ptr<const Catalog>& catalog, Fitted& fitted) {
    const std::vector<double> errors = errorsOf(figure, cases, catalog, fitted);
    const std::vector<double> weights = weightsOf(figure, cases, catalog);
    std::vector<std::vector<double>> slopes;
    for (const FittedConstant* constant : constants) {
        Fitted moved = fitted;
        const double step = std::max(std::abs(fitted.*constant->value), 0.01) * kStep;
        moved.*constant->value += step;
        std::vector<double> column = errorsOf(figure, cases, catalog, moved);
        for (std::size_t i = 0; i < column.size(); ++i) {
            column[i] = (column[i] - errors[i]) / step;
        }
        slopes.push_back(std::move(column));
    }
    const std::size_t size = constants.size();
    std::vector<std::vector<double>> normal(size, std::vector<double>(size, 0));
    std::vector<double> right(size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t row = 0; row < errors.size(); ++row) {
            const double weight = weights[row] * weights[row];
            for (std::size_t j = 0; j < size; ++j) {
                normal[i][j] += weight * slopes[i][row] * slopes[j][row];
            }
            right[i] -= weight * slopes[i][row] * errors[row];
        }
        normal[i][i] += kRidge;
    }
    const std::vector<double> change = solve(std::move(normal), std::move(right));
    for (std::size_t i = 0; i < size; ++i) {
        fitted.*constants[i]->value += change[i];
    }
}

} // namespace

Fitted refit(const std::vector<MeasuredCase>& transformers, const std::vector<MeasuredCase>& vllm,
             const std::shared_ptr<const Catalog>& catalog, std::size_t without) {
    Fitted fitted;
    const auto all = fittedConstants();
    for (std::size_t i = 0; i < all.size();) {
        std::vector<const FittedConstant*> group;
        const std::string_view id = all[i].figure;
        for (; i < all.size() && all[i].figure == id; ++i) {
            group.push_back(&all[i]);
        }
        const FigureRow* figure = findFigure(id);
        if (figure == nullptr) {
            continue;
        }
        std::vector<MeasuredCase> training;
        const auto& cases = figure->file == "vllm" ? vllm : transformers;
        std::copy_if(cases.begin(), cases.end(), std::back_inserter(training),
                     [without](const MeasuredCase& item) { return isTraining(item, without); });
        fitFigure(*figure, group, training, catalog, fitted);
    }
    return fitted;
}

AnsweredFile answerHeldOut(const std::vector<MeasuredCase>& cases, const std::shared_ptr<const Catalog>& catalog,
                           const std::array<Fitted, kParts>& constants, bool withoutGraphs) {
    AnsweredFile result;
    for (std::size_t part = 0; part < kParts; ++part) {
        std::vector<MeasuredCase> held;
        std::copy_if(cases.begin(), cases.end(), std::back_inserter(held),
                     [part](const MeasuredCase& item) { return !isTraining(item, part); });
        std::vector<Result<Report>> answers =
            answerAll(held, catalog, {.fitted = &constants[part], .withoutGraphs = withoutGraphs});
        std::move(held.begin(), held.end(), std::back_inserter(result.cases));
        std::move(answers.begin(), answers.end(), std::back_inserter(result.answers));
    }
    return result;
}

Width widthOf(const std::vector<Sample>& samples, double share) {
    constexpr double kTooFew = 1.5;
    std::vector<double> below;
    std::vector<double> above;
    for (const Sample& sample : samples) {
        const double off = sample.typical > 0 ? sample.measured / sample.typical - 1 : 0;
        below.push_back(std::max(0.0, -off));
        above.push_back(std::max(0.0, off));
    }
    // Half of what may lie outside on each side.
    const double side = (1 + share) / 2;
    const auto end = [side](const std::vector<double>& values) {
        const auto worst = std::max_element(values.begin(), values.end());
        return safeQuantile(values, side).value_or(worst == values.end() ? 0 : *worst * kTooFew);
    };
    return {end(below), end(above)};
}

double heldOutCoverage(const std::vector<Sample>& samples, double share, double tolerance) {
    std::size_t inside = 0;
    for (std::size_t part = 0; part < kParts; ++part) {
        std::vector<Sample> training;
        std::vector<Sample> held;
        for (const Sample& sample : samples) {
            (partOf(sample.model, kParts) == part ? held : training).push_back(sample);
        }
        const Width width = widthOf(training, share);
        for (const Sample& sample : held) {
            inside += sample.measured >= sample.typical * (1 - width.below) - tolerance &&
                              sample.measured <= sample.typical * (1 + width.above) + tolerance
                          ? 1
                          : 0;
        }
    }
    return samples.empty() ? 0 : static_cast<double>(inside) / static_cast<double>(samples.size());
}

} // namespace vram::accuracy
