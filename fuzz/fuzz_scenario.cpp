// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/generic.h"
#include "core/scenario/scenario_json.h"
#include "fuzz/harness.h"
#include "fuzz/json_mutator.h"

// A scenario as the command line and saved files have it, answered with the shipped catalogue.

using namespace vram;

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t mostSize, unsigned seed) {
    return fuzz::JsonMutator(seed, 0).mutate(data, size, mostSize);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Result<Scenario> scenario = scenarioFromText(fuzz::text(data, size), "fuzz");
    if (!scenario) {
        return 0;
    }
    const Result<Scenario> again = scenarioFromJson(scenarioToJson(*scenario));
    fuzz::require(again.ok() && *again == *scenario);
    constexpr std::int64_t kParameters = 7'000'000'000;
    ModelDescription model; // of whatever file the scenario names
    model.architecture =
        std::make_shared<const Architecture>(genericArchitecture(kParameters, fuzz::shippedCatalog()->shapePoints()));
    model.parameters = kParameters;
    model.activeParameters = kParameters;
    model.cacheKnown = true;
    Resolver resolver(fuzz::shippedCatalog(), std::make_shared<fuzz::GivenModel>(std::move(model)));
    const Result<Resolved> resolved = resolver.resolve(*scenario);
    if (resolved) {
        fuzz::answer(*resolved);
    }
    return 0;
}
