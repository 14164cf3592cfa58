// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/remedy.h"

#include <optional>
#include <vector>

namespace vram {

/// The question that remedies are tried on, with its answer.
class RemedyQuestion {
public:
    /// Nothing where it has no answer.
    static std::optional<RemedyQuestion> of(Resolver& resolver, const Scenario& scenario, const Machine& machine);

    [[nodiscard]] const Scenario& scenario() const { return *m_scenario; }
    [[nodiscard]] const Machine& machine() const { return m_now.machine; }
    [[nodiscard]] const Resolved& now() const { return m_now; }
    [[nodiscard]] const Report& answer() const { return m_answer; }
    [[nodiscard]] const Catalog& catalog() const { return *m_resolver->catalog(); }

    /// What report() says afterwards; nothing where it cannot.
    [[nodiscard]] std::optional<Report> after(const Remedy& remedy) const;
    [[nodiscard]] std::optional<Report> after(const Scenario& changed) const;
    /// The verdict of everything on the cards: that of report() where it is `fits` or `tight`, and free of the search
    /// for layers that report() makes elsewhere.
    [[nodiscard]] Verdict onCards(const Remedy& remedy) const;
    [[nodiscard]] bool fits(const Remedy& remedy) const { return onCards(remedy) == Verdict::Fits; }
    /// The question as onCards() asks it.
    [[nodiscard]] Scenario allOnCards(Scenario changed) const;

    /// Of remedies from the mildest to the hardest the first that fits; before it the first that is tight, where the
    /// answer now is worse. Where none does, the last.
    [[nodiscard]] std::vector<Remedy> mildest(const std::vector<Remedy>& ladder) const;
    /// The largest number of whole steps up to `most` that fits as `kind`, by halving: less never needs more.
    [[nodiscard]] std::optional<std::int64_t> mostSteps(Remedy remedy, std::int64_t step, std::int64_t most) const;

private:
    RemedyQuestion(Resolver& resolver, const Scenario& scenario, Resolved now, Report answer);
    [[nodiscard]] std::optional<Report> ask(const Scenario& changed, const Machine& machine) const;
    Resolver* m_resolver;
    const Scenario* m_scenario;
    Resolved m_now;
    Report m_answer;
};

} // namespace vram
