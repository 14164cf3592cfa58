// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"

namespace vram {

/// The layers that predict the token after next (multi-token prediction) as a model of their own: blocks alone, with
/// the model's embedding and output matrix, which runtimes share. No layers where the model has none.
[[nodiscard]] Architecture nextTokenArchitecture(const Architecture& architecture);

} // namespace vram
