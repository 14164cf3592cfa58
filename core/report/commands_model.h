// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/shell_quote.h"
#include "core/scenario/resolve.h"

#include <string>
#include <vector>

namespace vram {

/// What stands for the model where a checkpoint is loaded: its repository, its folder, or "MODEL".
[[nodiscard]] std::string checkpointName(const Resolved& resolved);

/// The last component of a repository's or file's name, without the endings of model files.
[[nodiscard]] std::string modelStem(const Resolved& resolved);

/// The GGUF of a question and how to come by it.
struct GgufModel {
    std::string file;              ///< its path; "MODEL.gguf" where nothing is known
    std::string repository = {};   ///< on Hugging Face, where the runtime fetches it; empty: a file of this machine
    std::string quantization = {}; ///< of the repository, where no file of it is named
    std::vector<std::string> steps = {}; ///< lines that make the file first; empty: it is there
};
[[nodiscard]] GgufModel ggufModel(const Resolved& resolved, Shell shell);

/// The same for MLX: the folder, and the line that converts the checkpoint.
struct MlxModel {
    std::string folder;
    std::string step; ///< empty: it is there
};
[[nodiscard]] MlxModel mlxModel(const Resolved& resolved, Shell shell);

} // namespace vram
