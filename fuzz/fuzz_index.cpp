// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/safetensors/checkpoint_index.h"
#include "fuzz/checkpoint_files.h"
#include "fuzz/harness.h"
#include "fuzz/json_mutator.h"

// The index of a sharded checkpoint, beside two shards without tensors and as the index of PyTorch files.

using namespace vram;

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t mostSize, unsigned seed) {
    return fuzz::JsonMutator(seed, 0).mutate(data, size, mostSize);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text(data, size);
    fuzz::ClaimedSource source(bytes, bytes.size());
    if (const Result<CheckpointIndex> index = readCheckpointIndex(source)) {
        for (const std::string& shard : index->shards) {
            fuzz::require(isPlainFileName(shard));
        }
    }
    static constexpr std::string_view kEmptyShard{"\x02\0\0\0\0\0\0\0{}", 10};
    for (const std::string kind : {"model.safetensors", "pytorch_model.bin"}) {
        const std::string stem = kind.substr(0, kind.rfind('.'));
        const std::string ending = kind.substr(kind.rfind('.'));
        (void)fuzz::describe(
            fuzz::MemoryFiles({{kind + ".index.json", {bytes, bytes.size()}},
                               {stem + "-00001-of-00002" + ending, {kEmptyShard, kEmptyShard.size()}},
                               {stem + "-00002-of-00002" + ending, {kEmptyShard, kEmptyShard.size()}}}),
            {});
    }
    return 0;
}
