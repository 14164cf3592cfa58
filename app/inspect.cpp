// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect.h"

#include "app/english.h"
#include "core/report/report.h"
#include "core/source/catalog_match.h"
#include "core/source/gguf/gguf_json.h"
#include "core/source/gguf/gguf_model.h"
#include "core/source/model_json.h"

#include <string>
#include <utility>
#include <vector>

namespace vram::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Cache and state as llama.cpp takes them for one sequence of 8,192 tokens, where the layout is known.
void addCache(Json& json, const std::string& path, Resolver& resolver) {
    Scenario scenario;
    scenario.model = ModelFile{path};
    scenario.weights = "file";
    const Result<Resolved> resolved = resolver.resolve(scenario);
    const Result<Report> answer = resolved ? report(*resolved) : Result<Report>(resolved.error());
    if (!answer || !answer->kvBytesPerToken) {
        return;
    }
    Json cache{
        {"context", scenario.context}, {"type", "f16"}, {"kv_bytes_per_token", answer->kvBytesPerToken->count()}};
    for (const auto& [part, key] :
         {std::pair{MemoryPart::KvCache, "kv_cache"}, std::pair{MemoryPart::RecurrentState, "recurrent_state"}}) {
        if (const auto bytes = answer->memory.get(part)) {
            cache[key] = bytes->typical.count();
        }
    }
    json["cache"] = std::move(cache);
}

void addTexts(Json& warnings) {
    for (Json& warning : warnings) {
        std::vector<std::string> arguments = warning.value("arguments", std::vector<std::string>{});
        arguments.insert(arguments.begin(), warning.value("where", std::string{}));
        warning["text"] = noteSentence({warning["code"].get_ref<const std::string&>(), std::move(arguments)});
    }
}

/// Projectors, adapters and others have no layout of a model, only what stands in them.
Result<Json> inspectGgufAlone(const std::string& path) {
    FileSource source(pathFromUtf8(path));
    if (source.error()) {
        return *source.error();
    }
    const Result<GgufFile> file = readGguf(source);
    if (!file) {
        return file.error();
    }
    return ggufToJson(*file);
}

} // namespace

Result<Json> inspectFile(const std::string& path, bool useCatalog, const std::shared_ptr<const Catalog>& catalog) {
    const auto reader = std::make_shared<LocalModelReader>();
    const Result<std::shared_ptr<const ModelDescription>> read = reader->read(path);
    if (!read) {
        return read.error();
    }
    ModelDescription description = **read;
    if (useCatalog) {
        completeFromCatalog(description, *catalog);
    }
    Json json = descriptionToJson(description);
    if (const CatalogModel* const known = useCatalog ? sameLayout(description, *catalog) : nullptr) {
        json["catalog"] = known->id;
    }
    addTexts(json["warnings"]);
    Resolver resolver(catalog, reader);
    resolver.setUseCatalog(useCatalog);
    addCache(json, path, resolver);
    Result<Json> file = inspectGgufAlone(path);
    if (!file) {
        return file.error();
    }
    for (const auto& [key, value] : file->items()) {
        if (!json.contains(key)) {
            json[key] = value;
        }
    }
    return json;
}

} // namespace vram::cli
