// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/advice/zones.h"
#include "ui/store/snapshot.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vram::ui {

/// Which slider a zone belongs to.
enum class ZoneKind : std::uint8_t { Size, Weights, Context, Batch, Rank };
inline constexpr std::array kZoneKinds{ZoneKind::Size, ZoneKind::Weights, ZoneKind::Context, ZoneKind::Batch,
                                       ZoneKind::Rank};

/// The verdicts along a slider, whether they answer the present question, and the card that they are of.
struct ShownZones {
    std::optional<Zones> zones; ///< nothing: not known
    bool current = false;
    QString card; ///< empty: the row is no card
};

/// What a row can still hold; an entry that is absent has not been looked for yet, or is for another question.
struct RowLimits {
    struct Count {
        std::optional<std::int64_t> value; ///< nothing: not even the smallest, or the runtime has no such choice
        friend bool operator==(const Count&, const Count&) = default;
    };
    struct Format {
        std::string id; ///< empty: none
        friend bool operator==(const Format&, const Format&) = default;
    };
    std::optional<Count> context;
    std::optional<Count> users;
    std::optional<Count> layers;
    std::optional<Format> weights;
    friend bool operator==(const RowLimits&, const RowLimits&) = default;
};

/// A row's question as far as verdicts depend on it.
struct LimitQuestion {
    Scenario scenario;                                   ///< without view, aims and what was seen
    GpuChoice choice;                                    ///< the row's; with the scenario's machine it names the cards
    std::shared_ptr<const ModelDescription> description; ///< of a model that is no catalogue's
    friend bool operator==(const LimitQuestion&, const LimitQuestion&) = default;
};

/// Of a row of a resolved snapshot. `ofSliders`: the panel's own question where the row asks another question.
[[nodiscard]] LimitQuestion limitQuestion(const Row& row, const Snapshot& snapshot, bool ofSliders);

} // namespace vram::ui
