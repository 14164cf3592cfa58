// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/extras_json.h"

#include "core/scenario/json_fields.h"
#include "core/scenario/scenario.h"

#include <utility>

namespace vram {

namespace {

LoraChoice readLora(const Json& value, const std::string& path, std::vector<Error>& errors) {
    LoraChoice lora;
    ObjectReader reader(value, path, errors);
    assign(lora.rank, reader.integer("rank", 1, kMostLoraRank));
    assign(lora.targets, reader.string("targets"));
    assign(lora.count, reader.integer("count", 1, kMostAdapters));
    if (const auto type = reader.string("type")) {
        lora.f32 = *type == "f32";
        if (*type != "f16" && *type != "f32") {
            reader.fail(ErrorCode::UnknownValue, "type", {*type, "f16", "f32"});
        }
    }
    reader.finish();
    return lora;
}

DraftChoice readDraft(const Json& value, const std::string& path, std::vector<Error>& errors) {
    DraftChoice draft;
    ObjectReader reader(value, path, errors);
    reader.require("model");
    assign(draft.model, reader.string("model"));
    assign(draft.weights, reader.string("weights"));
    draft.context = reader.integer("context", 1, kMostContext);
    if (const Json* cache = reader.object("kv_cache")) {
        ObjectReader types(*cache, reader.pathOf("kv_cache"), errors);
        assign(draft.k, types.string("k"));
        assign(draft.v, types.string("v"));
        types.finish();
    }
    reader.finish();
    return draft;
}

} // namespace

namespace {

/// `true` or how many tokens are drafted at a time; `false` and 0: not at all.
void readMtp(ObjectReader& reader, ExtrasChoice& extras) {
    const Json* const value = reader.raw("mtp");
    if (value != nullptr && value->is_boolean()) {
        extras.mtp = value->get<bool>();
    } else if (const auto tokens = reader.integer("mtp", 0, kMostDraftedTokens); tokens && *tokens > 0) {
        extras.mtp = true;
        extras.mtpTokens = tokens;
    }
}

} // namespace

ExtrasChoice readExtras(const Json& value, const std::string& path, std::vector<Error>& errors) {
    ExtrasChoice extras;
    ObjectReader reader(value, path, errors);
    assign(extras.vision, reader.boolean("vision"));
    if (const Json* lora = reader.object("lora")) {
        extras.lora = readLora(*lora, reader.pathOf("lora"), errors);
    }
    if (const Json* draft = reader.object("draft")) {
        extras.draft = readDraft(*draft, reader.pathOf("draft"), errors);
    }
    readMtp(reader, extras);
    reader.finish();
    return extras;
}

Json extrasToJson(const ExtrasChoice& extras) {
    Json json = Json::object();
    if (extras.vision) {
        json["vision"] = true;
    }
    if (extras.lora) {
        json["lora"] = {{"rank", extras.lora->rank},
                        {"targets", extras.lora->targets},
                        {"count", extras.lora->count},
                        {"type", extras.lora->f32 ? "f32" : "f16"}};
    }
    if (extras.draft) {
        Json draft = {{"model", extras.draft->model}};
        if (!extras.draft->weights.empty()) {
            draft["weights"] = extras.draft->weights;
        }
        if (extras.draft->context) {
            draft["context"] = *extras.draft->context;
        }
        Json cache = Json::object();
        for (const auto& [key, type] : {std::pair{"k", &extras.draft->k}, std::pair{"v", &extras.draft->v}}) {
            if (!type->empty()) {
                cache[key] = *type;
            }
        }
        if (!cache.empty()) {
            draft["kv_cache"] = std::move(cache);
        }
        json["draft"] = std::move(draft);
    }
    if (extras.mtp) {
        json["mtp"] = extras.mtpTokens ? Json(*extras.mtpTokens) : Json(true);
    }
    return json;
}

} // namespace vram
