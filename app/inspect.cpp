// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect.h"

#include "app/english.h"
#include "core/report/report.h"
#include "core/source/catalog_match.h"
#include "core/source/gguf/gguf_json.h"
#include "core/source/gguf/gguf_model.h"
#include "core/source/model_json.h"
#include "core/source/safetensors/safetensors_json.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
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
Result<Json> inspectFilesAlone(const std::string& path, const ModelDescription& description) {
    if (description.container != "GGUF") {
        const Result<Checkpoint> checkpoint = readCheckpoint(pathFromUtf8(path));
        return checkpoint ? Result<Json>(checkpointToJson(*checkpoint)) : Result<Json>(Json::object());
    }
    std::error_code failure;
    if (std::filesystem::is_directory(pathFromUtf8(path), failure)) {
        return Json::object(); // the parts of one model, each of which can be asked for
    }
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

/// A file that belongs beside a model, or holds a part of one: what stands in it, and what it is for.
std::optional<Json> inspectOther(const std::string& path) {
    constexpr std::array<std::string_view, 5> kPurposes{"model", "projector", "adapter", "vocabulary", "other"};
    FileSource source(pathFromUtf8(path));
    const Result<GgufFile> file = source.error() ? Result<GgufFile>(*source.error()) : readGguf(source);
    if (file) {
        Json json{{"purpose", kPurposes.at(static_cast<std::size_t>(ggufPurpose(*file)))}};
        json.update(ggufToJson(*file));
        json["parameters"] = json["elements"];
        json["warnings"] = Json::array();
        return json;
    }
    const Result<Checkpoint> checkpoint = readCheckpoint(pathFromUtf8(path));
    if (!checkpoint || !checkpoint->adapter) {
        return std::nullopt;
    }
    Json json{{"purpose", "adapter"}};
    json.update(checkpointToJson(*checkpoint));
    return json;
}

} // namespace

Json describedJson(ModelDescription description, const std::string& path, bool useCatalog,
                   const std::shared_ptr<const Catalog>& catalog, const std::shared_ptr<ModelReader>& reader) {
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
    return json;
}

void addMissing(Json& json, const Json& more) {
    for (const auto& [key, value] : more.items()) {
        if (!json.contains(key)) {
            json[key] = value;
        }
    }
}

Result<Json> inspectFile(const std::string& path, bool useCatalog, const std::shared_ptr<const Catalog>& catalog) {
    const auto reader = std::make_shared<LocalModelReader>();
    const Result<std::shared_ptr<const ModelDescription>> read = reader->read(path);
    if (!read) {
        const bool other = read.error().code == ErrorCode::NotThisKind;
        std::optional<Json> json = other ? inspectOther(path) : std::nullopt;
        return json ? Result<Json>(*std::move(json)) : Result<Json>(read.error());
    }
    Json json = describedJson(**read, path, useCatalog, catalog, reader);
    const Result<Json> file = inspectFilesAlone(path, **read);
    if (!file) {
        return file.error();
    }
    addMissing(json, *file);
    return json;
}

} // namespace vram::cli
