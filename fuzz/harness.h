// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_json.h"
#include "core/scenario/resolve.h"
#include "core/source/model_json.h"
#include "core/source/model_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

// What the fuzz targets share. A target fails by a crash, a sanitizer's finding, a time-out, or `require`.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace vram::fuzz {

inline std::string_view text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// What must hold of every answer.
inline void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

inline const std::shared_ptr<const Catalog>& shippedCatalog() {
    static const std::shared_ptr<const Catalog> kCatalog = loadCatalog().catalog;
    return kCatalog;
}

inline const Wording& codes() {
    static const Wording kCodes{[](const Note& note) { return std::string(note.code); },
                                [](const Error& error) { return std::string(errorCodeId(error.code)); }};
    return kCodes;
}

/// The report and its explanation, written out; a figure is never negative and never wrapped.
inline void answer(const Resolved& resolved) {
    const Result<Report> answer = report(resolved);
    if (!answer) {
        (void)errorToJson(answer.error(), codes()).dump();
        return;
    }
    require(answer->needTotal.low >= Bytes{} && answer->needTotal.low <= answer->needTotal.high);
    require(answer->tensorBytes >= Bytes{} && answer->parameters >= 0);
    (void)reportToJson(*answer, codes()).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    (void)explanationsToJson(resolved).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

/// Gives one model, whatever path is asked for: no target reads files of this machine.
class GivenModel : public ModelReader {
public:
    explicit GivenModel(ModelDescription model) : m_model(std::make_shared<const ModelDescription>(std::move(model))) {}
    [[nodiscard]] Result<std::shared_ptr<const ModelDescription>> read(const std::string&) override { return m_model; }

private:
    std::shared_ptr<const ModelDescription> m_model;
};

/// What a model that was read from its files needs, as stored and in another format.
inline void answer(ModelDescription model) {
    require(model.architecture != nullptr && model.parameters >= 0);
    require(model.activeParameters >= 0 && model.activeParameters <= model.parameters);
    require(model.stored == nullptr || model.stored->total.low >= Bytes{});
    (void)descriptionToJson(model).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    Resolver resolver(shippedCatalog(), std::make_shared<GivenModel>(std::move(model)));
    Scenario scenario;
    scenario.model = ModelFile{"model"};
    scenario.machine.gpus = {{"RTX 4090", 2}};
    for (const char* weights : {"file", "Q4_K_M"}) {
        scenario.weights = weights;
        if (const Result<Resolved> resolved = resolver.resolve(scenario)) {
            answer(*resolved);
        }
    }
}

} // namespace vram::fuzz
