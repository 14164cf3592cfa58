// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/model_description.h"
#include "core/source/safetensors/checkpoint.h"

#include <optional>

namespace vram {

/// What a checkpoint's headers say of the model: weights to the byte, by where runtimes put them, and parameters as
/// unpacked. `configured` is what its config.json says; without one, or with one whose layout is unknown, the
/// architecture holds only what the tensors make certain, and the caches are unknown.
///
/// Layers that predict further tokens are not counted (warning "draft-heads"), nor is an output matrix that the
/// configuration ties to the embedding counted as parameters (its bytes are). Warnings besides: "parameters-differ",
/// "layers-missing", "bits-assumed", "layout-unknown", and those of `checkpoint`. An adapter is refused: NotThisKind.
[[nodiscard]] Result<ModelDescription> describeCheckpoint(const Checkpoint& checkpoint,
                                                          std::optional<ModelDescription> configured);

} // namespace vram
