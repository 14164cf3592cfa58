// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/card_classes.h"
#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace vram {

/// How far a search is; it stops where this says false.
using FinderProgress = std::function<bool(std::size_t done, std::size_t all)>;

/// One model in one format on one machine.
struct FinderRow {
    std::uint16_t model = 0;        ///< place in Catalog::models()
    std::uint16_t format = 0;       ///< place in FinderTable::formats
    std::optional<Verdict> verdict; ///< of report(); absent: layers have to be searched to tell offload from no
    Bytes need;                     ///< upper end
    Bytes headroom;
    bool looked = false; ///< report() was asked: what follows is known as far as it can be
    double decode = 0;   ///< tokens a second of one sequence; 0: not known
    std::int64_t gpuLayers = 0;
    std::int64_t layers = 0;
};

struct FinderTable {
    std::vector<WeightFormat> formats; ///< as the runtime loads them
    std::vector<FinderRow> rows;       ///< model by model, every format of each
    bool complete = false;             ///< false: stopped before the end
};

/// Verdicts of every model and format on one card of every kind.
class FinderProduct {
public:
    FinderProduct() = default;
    FinderProduct(const Catalog& catalog, std::vector<WeightFormat> formats, const MachineChoice& machine);

    [[nodiscard]] const std::vector<WeightFormat>& formats() const { return m_formats; }
    [[nodiscard]] const CardClasses& classes() const { return m_classes; }
    [[nodiscard]] Verdict verdict(std::size_t model, std::size_t format, std::size_t gpu) const {
        return m_verdicts[place(model, format, m_classes.classOf[gpu])];
    }
    void set(std::size_t model, std::size_t format, std::size_t cardClass, Verdict verdict) {
        m_verdicts[place(model, format, cardClass)] = verdict;
    }

private:
    [[nodiscard]] std::size_t place(std::size_t model, std::size_t format, std::size_t cardClass) const {
        return (model * m_formats.size() + format) * m_classes.representative.size() + cardClass;
    }
    std::vector<WeightFormat> m_formats;
    CardClasses m_classes;
    std::vector<Verdict> m_verdicts;
};

/// Formats that a runtime loads of those that are offered, one of each name.
[[nodiscard]] std::vector<WeightFormat> loadableFormats(const Catalog& catalog, const RuntimeProfile& runtime);

/// "What can this machine run?" Every model of the catalogue in every format that the scenario's runtime loads;
/// context, batch, task and options are the scenario's, its own model and format do not matter. Verdicts are those of
/// report(). What does not depend on the card, nor on the format, is worked out once a model. One object per thread.
class ModelFinder {
public:
    explicit ModelFinder(std::shared_ptr<const Catalog> catalog);

    /// An error where the scenario itself cannot be answered (unknown runtime, cache type ...).
    [[nodiscard]] Result<FinderTable> find(const Scenario& asked, const Machine& machine,
                                           const FinderProgress& progress = {});
    /// Asks report(): verdict, speed and layers of one row.
    [[nodiscard]] std::optional<Report> look(const Scenario& scenario, const Machine& machine,
                                             const std::vector<WeightFormat>& formats, FinderRow& row);
    /// Judges models [first, end) on one card of each class. Disjoint ranges of one product may be judged at once by
    /// finders of their own. False: stopped.
    bool judge(const Scenario& asked, FinderProduct& product, std::size_t first, std::size_t end,
               const FinderProgress& progress = {});

private:
    std::shared_ptr<const Catalog> m_catalog;
    Resolver m_resolver;
};

/// The catalogue's model and this format in place of the scenario's.
[[nodiscard]] Scenario withModel(Scenario scenario, const CatalogModel& model, const WeightFormat& format);

} // namespace vram
