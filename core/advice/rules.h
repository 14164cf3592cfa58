// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/rule_reasons.h"
#include "core/advice/rule_tables.h"
#include "core/catalog/catalog.h"
#include "core/report/rule_figures.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace vram {

/// Where the program's figure lies from the article's range.
enum class Agreement : std::uint8_t { Within, Above, Below };
/// A rule of one figure is met within a twentieth of it; a range is met between its ends.
[[nodiscard]] Agreement agreementOf(double figure, double low, double high);
[[nodiscard]] std::string_view agreementId(Agreement agreement); ///< "within", "above", "below"

/// A rule at one of its conditions.
struct RuleRow {
    const RuleFigure* rule = nullptr;
    Scenario scenario;
    double figure = 0; ///< the program's, in the rule's unit
    Agreement agreement{};
    std::vector<RuleExplanation> reasons; ///< where it disagrees
};

/// What an article says of a card, and what report() says.
struct ClaimRow {
    const CardClaim* claim = nullptr;
    Scenario scenario;
    Verdict verdict{};
    Bytes need;            ///< upper end
    Bytes usable;          ///< of the cards
    Agreement agreement{}; ///< Within: as it says; Above: it needs more than the claim has it; Below: less
    std::vector<RuleExplanation> reasons; ///< `without`: the need's upper end in bytes
};

/// A size that cards are sold in, by a usual card.
struct CardSize {
    std::string_view card;
    std::int64_t count = 1;
};
struct SizeVerdict {
    CardSize size;
    Bytes capacity; ///< all cards
    Verdict verdict{};
};

/// A recommendation of the reference table against what the question needs.
struct ReferenceRow {
    const Recommendation* recommendation = nullptr;
    Scenario scenario;
    ByteRange need;
    Bytes tight;       ///< size of a card on which it is tight
    Bytes comfortable; ///< ... and on which it fits with the margin
    std::vector<SizeVerdict> sizes;
    std::optional<std::size_t> smallestFits; ///< index into `sizes`; nothing: none of them
    /// Within: between tight and comfortable lies a recommended size; Above: the recommendation is too small; Below: it
    /// is generous.
    Agreement agreement{};
    std::vector<RuleExplanation> reasons; ///< `without`: size of a card in bytes
    std::vector<ClaimRow> remarks;
};

/// Many cores with little memory against fewer with more.
struct ContestRow {
    Scenario scenario;
    std::string card;
    std::int64_t cores = 0;
    Bytes memory;
    Verdict verdict{};
    std::optional<double> tokensPerSecond; ///< decode, as it can be run there
    bool wins = false;                     ///< the better verdict; with equal ones the faster
};

struct RuleTables {
    std::vector<RuleRow> rules;
    std::vector<ReferenceRow> reference;
    std::vector<ClaimRow> cards;
    std::vector<ContestRow> contest;
};
/// Every row asked of report(). A row whose model or card the catalogue does not have is left out. Ends early, with
/// what there is, once `stop` is set.
[[nodiscard]] RuleTables computeRules(const std::shared_ptr<const Catalog>& catalog,
                                      const std::atomic<bool>* stop = nullptr);

} // namespace vram
