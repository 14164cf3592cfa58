// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/repository_files.h"
#include "fuzz/harness.h"
#include "fuzz/json_mutator.h"

// A host's answer to "which files are there". The first byte says which host.

using namespace vram;

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t mostSize, unsigned seed) {
    return fuzz::JsonMutator(seed, 1).mutate(data, size, mostSize);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const RepositoryHost host = data[0] % 2 == 0 ? RepositoryHost::HuggingFace : RepositoryHost::ModelScope;
    Result<std::vector<RepositoryFile>> files = readRepositoryListing(host, fuzz::text(data + 1, size - 1));
    if (!files) {
        return 0;
    }
    for (const RepositoryFile& file : *files) {
        fuzz::require(file.size >= Bytes{} && !file.path.starts_with('/') && !file.path.starts_with("../") &&
                      file.path.find("/../") == std::string::npos);
    }
    const RepositoryContents contents = groupRepositoryFiles(std::move(files).value());
    for (const char* name : {"", "Q4_K_M", "model.gguf"}) {
        (void)findRepositoryChoice(contents, name);
    }
    return 0;
}
