// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/config_reader.h"
#include "fuzz/harness.h"
#include "fuzz/json_mutator.h"

// A config.json as Transformers reads it, and what the model that it describes needs.

using namespace vram;

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t mostSize, unsigned seed) {
    return fuzz::JsonMutator(seed, 0).mutate(data, size, mostSize);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Result<ModelDescription> model = describeConfig(fuzz::text(data, size), "config.json");
    if (model) {
        fuzz::answer(std::move(model).value());
    } else {
        fuzz::require(model.error().where.starts_with("config.json"));
    }
    return 0;
}
