// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/finder.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// What a licence allows, in three words. By the name that the catalogue gives; no legal advice.
enum class LicenceKind : std::uint8_t {
    Open,          ///< Apache-2.0, MIT: any use
    Conditions,    ///< commercial use under conditions (Llama, Gemma ...), and whatever is not known
    NonCommercial, ///< research or private use alone
};
constexpr std::size_t kLicenceKinds = 3;
[[nodiscard]] LicenceKind licenceKind(std::string_view licence);
[[nodiscard]] std::string_view licenceKindId(LicenceKind kind); ///< "open", "conditions", "non-commercial"

enum class Modality : std::uint8_t { Any, Text, Vision };

/// Which models and rows are wanted; all conditions together. An empty one wants everything.
struct FinderFilter {
    std::vector<std::string> words; ///< each in name, id, family or licence, whatever the case
    std::string family;
    std::optional<std::int64_t> leastParameters;
    std::optional<std::int64_t> mostParameters;
    std::optional<std::int64_t> mostActive;    ///< parameters that a token uses
    std::optional<LicenceKind> loosestLicence; ///< this one or a freer one
    std::string since;                         ///< "2025-04"
    Modality modality = Modality::Any;
    double leastBits = 0;             ///< effective bits a weight of the format
    double leastDecode = 0;           ///< tokens a second of one sequence
    Verdict worst = Verdict::Unknown; ///< this verdict or a better one; Unknown: any
    bool everyFormat = false;         ///< else each model in its best format
    friend bool operator==(const FinderFilter&, const FinderFilter&) = default;
};

[[nodiscard]] bool matches(const CatalogModel& model, const FinderFilter& filter);

/// Bits a weight, typical of a whole file: the format's effective bits, else its bits a weight.
[[nodiscard]] double effectiveBits(const WeightFormat& format);
/// What is left of a model's quality, by the one measure that there is for all: bits a weight, but no more than the
/// published checkpoint has. (The catalogue has no benchmark scores.)
[[nodiscard]] double qualityBits(const WeightFormat& format, const CatalogModel& model, const Catalog& catalog);

/// Asks report() about a row: ModelFinder::look(). False: stopped.
using FinderLook = std::function<bool(FinderRow& row)>;

/// The rows that a filter wants, the largest model first: each model in its best format (one that fits before one that
/// is tight before one that needs RAM; then the most quality; then the least memory), or every row. Rows whose verdict
/// or speed is wanted and not known yet are looked at, and no others. Nothing where it was stopped.
[[nodiscard]] std::optional<std::vector<std::size_t>> filtered(FinderTable& table, const Catalog& catalog,
                                                               const FinderFilter& filter, const FinderLook& look);

} // namespace vram
