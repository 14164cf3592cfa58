// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/remedies.h"

namespace vram::ui {

class CardBar;
class ScenarioPanel;
class ScenarioStore;

/// Does what an offer says, as one edit or by opening the control concerned. Reset is the window's own.
void applyOffer(const Offer& offer, ScenarioStore& store, ScenarioPanel& panel, CardBar& cards);

} // namespace vram::ui
