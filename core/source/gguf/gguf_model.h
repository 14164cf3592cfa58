// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/gguf/gguf_file.h"
#include "core/source/model_description.h"
#include "core/units/result.h"

#include <cstdint>
#include <span>

namespace vram {

/// What a GGUF is for.
enum class GgufPurpose : std::uint8_t {
    Model,
    Projector,  ///< vision or audio encoder beside a model (mmproj)
    Adapter,    ///< LoRA
    Vocabulary, ///< tokenizer alone
    Other,      ///< importance matrix and the like
};
[[nodiscard]] GgufPurpose ggufPurpose(const GgufFile& file);

/// Describes the model of a GGUF: `parts` are all its files in the order of their numbers, one where it is not split.
/// Reads what the file itself says; what older files leave out comes from tables (`layoutSource`). NotThisKind for
/// projectors, adapters and vocabularies; Inconsistent, Duplicate, EndsEarly where parts do not belong together.
[[nodiscard]] Result<ModelDescription> describeGguf(std::span<const GgufFile> parts);

/// Id of the catalogue's format that a file is mostly stored in: by "general.file_type" where its tensors agree, else
/// by the type that takes most bytes; empty: none of the catalogue's.
[[nodiscard]] std::string ggufStoredFormat(std::span<const GgufFile> parts);

} // namespace vram
