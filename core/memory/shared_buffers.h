// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"

#include <memory>

namespace vram {

/// demandOf() of a llama.cpp question with working buffers that were planned for the same model and workload in another
/// weight format. They are the same to the byte as long as every layer is computed where it lies: how a matrix is
/// stored matters only where it is copied to a card. Not for layers in RAM beside a card.
[[nodiscard]] Demand demandWithBuffers(const Resolved& resolved, std::shared_ptr<LlamaCppBuffers> buffers);

} // namespace vram
