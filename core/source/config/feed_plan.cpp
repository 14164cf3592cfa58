// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/feed_plan.h"

#include "core/model/limits.h"
#include "core/units/bytes.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <sstream>
#include <string>

namespace vram {

namespace {

using Plans = std::vector<LayerPlan>;

void planWhere(Plans& plans, const std::function<bool(std::int64_t)>& hasExperts) {
    for (std::size_t i = 0; i < plans.size(); ++i) {
        plans[i].feed = hasExperts(static_cast<std::int64_t>(i)) ? Feed::Experts : Feed::Dense;
    }
}

void planByWords(const ConfigContext& context, Plans& plans) {
    const auto words = context.keys.texts({"mlp_layer_types"});
    if (!words || !hasEntryPerLayer(context, {"mlp_layer_types"}, words->size())) {
        return;
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const std::string& word = (*words)[i];
        const bool experts = word == "sparse" || word == "moe" || word == "hash_moe";
        if (!experts && word != "dense") {
            context.keys.fail(ErrorCode::UnknownValue, {"mlp_layer_types"}, {abbreviate(word), "dense", "sparse"});
            return;
        }
        plans[i].feed = experts ? Feed::Experts : Feed::Dense;
    }
}

/// moe_layers_enum of Step 3.5: the layers' numbers, as "3,4,5".
void planByEnumeration(const ConfigContext& context, Plans& plans) {
    planWhere(plans, [](std::int64_t) { return false; });
    std::istringstream numbers(context.keys.text({"moe_layers_enum"}).value_or(""));
    std::string number;
    while (std::getline(numbers, number, ',')) {
        const bool digits =
            !number.empty() && number.size() <= 4 && number.find_first_not_of("0123456789") == std::string::npos;
        if (!digits || std::stoll(number) >= context.layers) {
            context.keys.fail(ErrorCode::OutOfRange, {"moe_layers_enum"},
                              {abbreviate(number), "0", std::to_string(context.layers - 1)});
            return;
        }
        plans[static_cast<std::size_t>(std::stoll(number))].feed = Feed::Experts;
    }
}

void planByMembers(const ConfigContext& context, const KeyNames& names, Plans& plans, bool membersHaveExperts) {
    const auto members = context.keys.wholes(names, 0, context.layers - 1);
    if (!members) {
        return;
    }
    if (membersHaveExperts) {
        planWhere(plans, [](std::int64_t) { return false; });
    }
    for (const std::int64_t member : *members) {
        plans[static_cast<std::size_t>(member)].feed = membersHaveExperts ? Feed::Experts : Feed::Dense;
    }
}

void planByMarks(const ConfigContext& context, const KeyNames& names, Plans& plans) {
    const auto marks = context.keys.wholes(names, 0, 1);
    if (marks && hasEntryPerLayer(context, names, marks->size())) {
        planWhere(plans, [&](std::int64_t layer) { return (*marks)[static_cast<std::size_t>(layer)] == 1; });
    }
}

} // namespace

std::int64_t roundedFeedWidth(double width, std::int64_t multiple, double factor) {
    const double whole = std::floor(std::floor(2 * width / 3) * factor);
    const double most = static_cast<double>(kMostWidth) / 2;
    return roundUp(std::max<std::int64_t>(static_cast<std::int64_t>(std::clamp(whole, 1.0, most)), 1), multiple);
}

void planFeeds(ConfigContext& context, std::vector<LayerPlan>& plans) {
    const ConfigKeys& keys = context.keys;
    const bool block = context.flag({"enable_moe_block"}, true); // Gemma 4 writes it where a model has no experts
    const std::int64_t experts = context.number(kExpertKeys, 0, kMostExperts);
    if (experts <= 1 || !block) {
        return; // one expert or none: an ordinary feed-forward
    }
    const Json* freq = keys.raw({"moe_layer_freq"});
    const std::int64_t dense =
        context.number({"first_k_dense_replace", "num_dense_layers", "moe_layer_start_index"}, 0, kMostLayers);
    if (keys.has({"mlp_layer_types"})) {
        planByWords(context, plans);
    } else if (keys.has({"moe_layers_enum"})) {
        planByEnumeration(context, plans);
    } else if (const Json* layers = keys.raw({"moe_layers"}); layers != nullptr && layers->is_array()) {
        planByMembers(context, {"moe_layers"}, plans, true);
    } else if (freq != nullptr && freq->is_array()) {
        planByMarks(context, {"moe_layer_freq"}, plans);
    } else if (keys.has({"expert_layer_period"})) {
        const std::int64_t period = keys.need({"expert_layer_period"}, 1, kMostLayers);
        const std::int64_t offset = context.number({"expert_layer_offset"}, 0, kMostLayers);
        planWhere(plans, [&](std::int64_t layer) { return period > 0 && layer % period == offset; });
    } else if (keys.has({"interleave_moe_layer_step"}) || keys.has({"decoder_sparse_step"})) {
        const std::int64_t step = keys.need({"interleave_moe_layer_step", "decoder_sparse_step"}, 1, kMostLayers);
        planWhere(plans, [&](std::int64_t layer) { return step > 0 && (layer + 1) % step == 0; });
    } else {
        const std::int64_t every = std::max<std::int64_t>(context.number({"moe_layer_freq"}, 1, kMostLayers, 1), 1);
        const std::int64_t interval =
            std::max<std::int64_t>(context.number({"moe_layer_interval"}, 1, kMostLayers, 1), 1);
        const std::int64_t end = context.number({"moe_layer_end_index"}, -1, kMostLayers, -1);
        planWhere(plans, [&](std::int64_t layer) {
            return layer >= dense && layer % every == 0 && (layer + 1) % interval == 0 && (end < 0 || layer <= end);
        });
    }
    if (keys.has({"mlp_only_layers"})) {
        planByMembers(context, {"mlp_only_layers"}, plans, false);
    }
}

} // namespace vram
