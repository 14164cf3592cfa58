// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/finder_filter.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

namespace vram {

namespace {

struct LicenceRow {
    std::string_view name; ///< as the catalogue has it
    LicenceKind kind;
};

// The licences' own texts. Every other one allows commercial use under conditions, or was not read for this table.
constexpr std::array kLicences{
    LicenceRow{"Apache-2.0", LicenceKind::Open},
    LicenceRow{"MIT", LicenceKind::Open},
    LicenceRow{"CC-BY-NC-4.0", LicenceKind::NonCommercial},
    LicenceRow{"Mistral Research", LicenceKind::NonCommercial}, // research and private use
    LicenceRow{"MNPL", LicenceKind::NonCommercial},             // Mistral Non-Production
    LicenceRow{"Qwen Research", LicenceKind::NonCommercial},
    LicenceRow{"EXAONE 1.2 NC", LicenceKind::NonCommercial},
};

constexpr std::array<std::string_view, kLicenceKinds> kLicenceIds{"open", "conditions", "non-commercial"};

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return lower;
}

/// Fits, tight, offload, no, unknown: the best first.
int rank(Verdict verdict) { return static_cast<int>(verdict); }

bool wanted(Verdict verdict, const FinderFilter& filter) { return rank(verdict) <= rank(filter.worst); }

/// What of a row is asked for.
class Rows {
public:
    Rows(FinderTable& table, const FinderFilter& filter, const FinderLook& look)
        : m_table(table),
          m_filter(filter),
          m_look(look) {}

    /// Whether the row is wanted; nothing where it was stopped.
    [[nodiscard]] std::optional<bool> wants(std::size_t index) {
        FinderRow& row = m_table.rows[index];
        // Offload or no, if it is not known: neither is wanted by those who want no worse than tight.
        if (!row.verdict && rank(m_filter.worst) < rank(Verdict::Offload)) {
            return false;
        }
        if (row.verdict && !wanted(*row.verdict, m_filter)) {
            return false;
        }
        const bool open = !row.verdict || m_filter.leastDecode > 0;
        if (open && !row.looked && !m_look(row)) {
            return std::nullopt;
        }
        return row.verdict && wanted(*row.verdict, m_filter) && row.decode >= m_filter.leastDecode;
    }

private:
    FinderTable& m_table;
    const FinderFilter& m_filter;
    const FinderLook& m_look;
};

} // namespace

LicenceKind licenceKind(std::string_view licence) {
    const auto* const found = std::ranges::find(kLicences, licence, &LicenceRow::name);
    return found == kLicences.end() ? LicenceKind::Conditions : found->kind;
}

std::string_view licenceKindId(LicenceKind kind) { return kLicenceIds.at(static_cast<std::size_t>(kind)); }

bool matches(const CatalogModel& model, const FinderFilter& filter) {
    const bool vision = model.multimodal || model.architecture->visionParameters > 0;
    const bool fits = (filter.family.empty() || model.family == filter.family) &&
                      (!filter.leastParameters || model.parameters >= *filter.leastParameters) &&
                      (!filter.mostParameters || model.parameters <= *filter.mostParameters) &&
                      (!filter.mostActive || model.activeParameters <= *filter.mostActive) &&
                      (!filter.loosestLicence || licenceKind(model.license) <= *filter.loosestLicence) &&
                      model.release >= filter.since &&
                      (filter.modality == Modality::Any || vision == (filter.modality == Modality::Vision));
    if (!fits || filter.words.empty()) {
        return fits;
    }
    const std::string text = lowered(model.name + ' ' + model.id + ' ' + model.family + ' ' + model.license);
    return std::ranges::all_of(filter.words,
                               [&](const std::string& word) { return text.find(lowered(word)) != std::string::npos; });
}

double effectiveBits(const WeightFormat& format) {
    return format.effectiveBits.value_or(format.bitsPerWeight.value_or(format.restBytes * 8));
}

double qualityBits(const WeightFormat& format, const CatalogModel& model, const Catalog& catalog) {
    const WeightFormat* const published = catalog.findWeightFormat(model.nativeFormat);
    const double most = published == nullptr ? 16 : effectiveBits(*published);
    return std::min(effectiveBits(format), most);
}

std::optional<std::vector<std::size_t>> filtered(FinderTable& table, const Catalog& catalog, const FinderFilter& filter,
                                                 const FinderLook& look) {
    const std::vector<CatalogModel>& models = catalog.models();
    Rows rows(table, filter, look);
    std::vector<std::size_t> found;
    const std::size_t formats = table.formats.size();
    for (std::size_t begin = 0; begin < table.rows.size(); begin += formats) {
        const CatalogModel& model = models[table.rows[begin].model];
        if (!matches(model, filter)) {
            continue;
        }
        std::vector<std::size_t> candidates;
        for (std::size_t i = begin; i < std::min(begin + formats, table.rows.size()); ++i) {
            if (effectiveBits(table.formats[table.rows[i].format]) >= filter.leastBits) {
                candidates.push_back(i);
            }
        }
        // Where the verdict is open it is offload or no.
        const auto key = [&](std::size_t i) {
            const FinderRow& row = table.rows[i];
            const int verdict = rank(row.verdict.value_or(Verdict::Offload));
            const double quality = qualityBits(table.formats[row.format], model, catalog);
            // Of what does not fit at all the smallest says most.
            return std::tuple(verdict, verdict <= rank(Verdict::Offload) ? -quality : 0, row.need);
        };
        std::ranges::stable_sort(candidates, std::less{}, key);
        std::optional<std::size_t> best;
        for (const std::size_t i : candidates) {
            if (best && !filter.everyFormat && rank(*table.rows[*best].verdict) <= std::get<0>(key(i))) {
                break; // nothing better comes
            }
            const std::optional<bool> wants = rows.wants(i);
            if (!wants) {
                return std::nullopt;
            }
            if (*wants && filter.everyFormat) {
                found.push_back(i);
            } else if (*wants && (!best || rank(*table.rows[i].verdict) < rank(*table.rows[*best].verdict))) {
                best = i;
            }
        }
        if (best) {
            found.push_back(*best);
        }
    }
    std::ranges::stable_sort(found, std::greater{},
                             [&](std::size_t i) { return models[table.rows[i].model].parameters; });
    return found;
}

} // namespace vram
