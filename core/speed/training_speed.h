// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/speed/speed.h"

#include <optional>

namespace vram {

/// Floating-point operations of one trained token: forward, backward and what is recomputed; attention's share at the
/// scenario's sequence length included. 2 operations an active parameter and pass (Kaplan et al. 2020, arXiv
/// 2001.08361); without gradients of the base (adapters) a pass less.
[[nodiscard]] double trainingFlopsPerToken(const Resolved& resolved);

/// Tokens a second that all cards train together: a roofline on dense 16-bit throughput with the share that published
/// runs achieve (core/speed/training_speed.cpp). Nothing where a card's throughput is not known.
[[nodiscard]] std::optional<SpeedRange> trainingSpeed(const Resolved& resolved, const Cards& cards);

} // namespace vram
