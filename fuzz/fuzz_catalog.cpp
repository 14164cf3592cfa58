// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_builder.h"
#include "fuzz/harness.h"
#include "fuzz/json_mutator.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <vector>

// A user's own catalogue file beside the shipped formats. The first byte says which file it is; what is read of it is
// used for a report.

using namespace vram;

namespace {

constexpr std::size_t kMostAnswers = 3;

struct Shipped {
    std::string_view name;
    std::string_view list;
    std::vector<std::string_view> ids;
    std::string text;
};

/// The few formats that the questions below need: reading all of them would take most of the time.
const std::array<Shipped, 2>& shippedFormats() {
    static const std::array<Shipped, 2> kShipped = [] {
        std::array<Shipped, 2> files{Shipped{"weight_formats.json", "weight_formats", {"Q4_K_M", "BF16"}, {}},
                                     Shipped{"kv_formats.json", "kv_formats", {"f16"}, {}}};
        for (Shipped& file : files) {
            std::ifstream stream(CATALOG_DIR "/" + std::string(file.name));
            Json json = Json::parse(stream);
            Json few = Json::array();
            for (const Json& entry : json[std::string(file.list)]) {
                if (std::ranges::find(file.ids, entry.at("id").get<std::string>()) != file.ids.end()) {
                    few.push_back(entry);
                }
            }
            json[std::string(file.list)] = std::move(few);
            file.text = json.dump();
        }
        return files;
    }();
    return kShipped;
}

} // namespace

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t mostSize, unsigned seed) {
    return fuzz::JsonMutator(seed, 1).mutate(data, size, mostSize);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view kind = CatalogBuilder::kFileNames.at(data[0] % CatalogBuilder::kFileNames.size());
    CatalogBuilder builder;
    for (const Shipped& file : shippedFormats()) {
        builder.addFile(file.name, file.name, file.text);
    }
    builder.addFile(kind, "fuzz", fuzz::text(data + 1, size - 1));
    const CatalogLoad load = builder.build();
    const Catalog& catalog = *load.catalog;
    (void)catalog.nearestModels("qwen");
    Scenario scenario;
    scenario.model = ModelSize{7'000'000'000};
    if (!catalog.gpus().empty()) {
        scenario.machine.gpus = {{catalog.gpus().front().name, 2}};
    }
    if (!catalog.weightFormats().empty() && kind == "weight_formats.json") {
        scenario.weights = catalog.weightFormats().back().id;
    }
    Resolver resolver(load.catalog);
    if (const Result<Resolved> resolved = resolver.resolve(scenario)) {
        fuzz::answer(*resolved);
    }
    for (std::size_t i = 0; i < std::min(kMostAnswers, catalog.models().size()); ++i) {
        scenario.model = CatalogName{catalog.models()[i].id};
        if (const Result<Resolved> resolved = resolver.resolve(scenario)) {
            fuzz::answer(*resolved);
        }
    }
    return 0;
}
