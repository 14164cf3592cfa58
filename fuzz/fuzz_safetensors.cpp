// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/checkpoint_files.h"
#include "fuzz/harness.h"

// The header of a safetensors file and the model that it describes, once as it is and once as the beginning of a file
// that claims to be huge.

using namespace vram;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text(data, size);
    const std::string name = "model.safetensors";
    if (!fuzz::describe(fuzz::MemoryFiles({{name, {bytes, bytes.size()}}}), name)) {
        (void)fuzz::describe(fuzz::MemoryFiles({{name, {bytes, fuzz::kHuge}}}), name);
    }
    return 0;
}
