// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/model_reader.h"

#include "core/catalog/architecture_reader.h"
#include "core/catalog/entry_readers.h"
#include "core/model/inventory.h"

#include <memory>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kMostParameters = std::int64_t{1} << 50;
constexpr std::int64_t kMostContext = std::int64_t{1} << 40;

/// The published count may be left out; where it stands it must be what the shapes give.
void readCounts(ObjectReader& reader, CatalogModel& model) {
    const auto stated = reader.integer("parameters", 1, kMostParameters);
    const auto active = reader.integer("active_parameters", 1, kMostParameters);
    if (!model.architecture) {
        return;
    }
    model.parameters = parameterCount(*model.architecture);
    model.activeParameters = active.value_or(activeParameterCount(*model.architecture));
    if (stated && *stated != model.parameters) {
        reader.fail(ErrorCode::Inconsistent, "parameters",
                    {"the architecture gives another number of parameters", std::to_string(*stated),
                     std::to_string(model.parameters)});
    }
    if (model.activeParameters > model.parameters) {
        reader.fail(ErrorCode::Inconsistent, "active_parameters",
                    {"active_parameters must not exceed parameters", std::to_string(model.activeParameters),
                     std::to_string(model.parameters)});
    }
}

} // namespace

std::optional<CatalogModel> readModel(const Json& entry, const std::string& where, std::vector<Error>& errors) {
    const std::size_t before = errors.size();
    ObjectReader reader(entry, where + ": ", errors);
    CatalogModel model;
    reader.require("id");
    model.id = reader.string("id").value_or("");
    model.name = reader.string("name").value_or(model.id);
    model.family = reader.string("family").value_or("");
    model.release = reader.string("release").value_or("");
    model.aliases = reader.strings("aliases");
    model.hfArchitectures = reader.strings("hf_architectures");
    model.ggufArchitecture = reader.string("gguf_architecture").value_or("");
    reader.require("architecture");
    if (const Json* value = reader.object("architecture")) {
        if (auto architecture = readArchitecture(*value, reader.pathOf("architecture"), errors)) {
            model.architecture = std::make_shared<const Architecture>(std::move(*architecture));
        }
    }
    readCounts(reader, model);
    reader.require("max_context");
    model.maxContext = reader.integer("max_context", 1, kMostContext).value_or(0);
    model.nativeFormat = reader.string("native_format").value_or("BF16");
    model.license = reader.string("license").value_or("");
    model.multimodal = reader.boolean("multimodal").value_or(false);
    model.cacheKnown = reader.boolean("cache_known").value_or(true);
    model.confidence = readConfidence(reader);
    model.note = reader.string("note").value_or("");
    model.source = reader.string("source").value_or("");
    reader.finish();
    if (model.id.empty() && errors.size() == before) {
        reader.fail(ErrorCode::MissingKey, "id", {"id"});
    }
    if (errors.size() != before) {
        return std::nullopt;
    }
    return model;
}

} // namespace vram
