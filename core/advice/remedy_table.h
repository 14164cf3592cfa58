// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/remedy_proposals.h"

#include <span>

namespace vram {

/// One kind of remedy.
struct RemedyRow {
    enum class Of : std::uint8_t { Inference, Training, Both };
    /// What has to be true before it is asked about.
    enum class When : std::uint8_t {
        Always,
        NothingFits, ///< no setting alone makes it fit
    };
    RemedyKind kind{};
    Of of{};
    When when{};
    bool setting = false;   ///< a setting of the question, not of placement, program or hardware
    bool placement = false; ///< where things lie: worth it only for a better verdict or speed, whatever it saves
    propose::Proposals (*proposals)(const RemedyQuestion& asked) = nullptr;
    void (*apply)(Scenario& scenario, const Remedy& remedy, const Catalog& catalog) = nullptr;

    [[nodiscard]] bool isFor(Task task) const {
        return of == Of::Both || (of == Of::Inference) == (task == Task::Inference);
    }
};
/// In the order of RemedyKind.
[[nodiscard]] std::span<const RemedyRow> remedyTable();

} // namespace vram
