// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/finder_json.h"

#include <optional>

namespace vram {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

Json modelRow(const FinderTable& table, const FinderRow& row, const Catalog& catalog) {
    const CatalogModel& model = catalog.models()[row.model];
    const WeightFormat& format = table.formats[row.format];
    Json json{{"model", model.id},
              {"name", model.name},
              {"family", model.family},
              {"release", model.release},
              {"license", model.license},
              {"license_kind", licenceKindId(licenceKind(model.license))},
              {"parameters", model.parameters},
              {"active_parameters", model.activeParameters},
              {"format", format.id},
              {"bits", effectiveBits(format)},
              {"verdict", row.verdict ? Json(verdictId(*row.verdict)) : Json()},
              {"need_bytes", row.need.count()},
              {"headroom_bytes", row.headroom.count()}};
    if (row.looked) {
        json["decode_tokens_per_second"] = row.decode > 0 ? Json(row.decode) : Json();
        json["gpu_layers"] = row.gpuLayers;
        json["layers"] = row.layers;
    }
    return json;
}

Json hardwareRow(const HardwareRow& row, const Catalog& catalog) {
    Json json{{"gpu", catalog.gpus()[row.gpu].name}, {"count", row.count}};
    if (row.instance) {
        const CloudInstance& instance = catalog.instances()[*row.instance];
        json["cloud"] = instance.cloud;
        json["instance"] = instance.type;
    }
    json["verdict"] = verdictId(row.verdict);
    json["memory_bytes"] = row.memory.count();
    json["need_bytes"] = row.need.count();
    json["headroom_bytes"] = row.headroom.count();
    json["launch_price_usd"] = orNull(row.price);
    json["tdp_watts"] = orNull(row.watts);
    json["tokens_per_second"] = orNull(row.tokensPerSecond);
    json["tokens_per_second_per_watt"] = orNull(row.tokensPerJoule);
    return json;
}

} // namespace

Json modelsFoundToJson(const FinderTable& table, const std::vector<std::size_t>& rows, const Catalog& catalog) {
    Json list = Json::array();
    for (const std::size_t index : rows) {
        list.push_back(modelRow(table, table.rows[index], catalog));
    }
    return {{"judged", table.rows.size()}, {"formats", table.formats.size()}, {"rows", std::move(list)}};
}

Json hardwareFoundToJson(const HardwareTable& table, const Catalog& catalog) {
    const HardwarePicks picks = picksOf(table);
    const auto place = [](const std::optional<std::size_t>& index) { return index ? Json(*index) : Json(); };
    Json list = Json::array();
    for (const HardwareRow& row : table.rows) {
        list.push_back(hardwareRow(row, catalog));
    }
    return {{"smallest", place(picks.smallest)},
            {"cheapest", place(picks.cheapest)},
            {"most_efficient", place(picks.mostEfficient)},
            {"smallest_instance", place(picks.instance)},
            {"gpus_that_fit", picks.fitting},
            {"gpus_that_fit_without_price", picks.unpriced},
            {"instances_left_out", table.unsizedInstances},
            {"rows", std::move(list)}};
}

std::string productToCsv(const FinderProduct& product, const Catalog& catalog, double leastBits) {
    std::string csv = "gpu,model,format,verdict\r\n";
    const std::vector<WeightFormat>& formats = product.formats();
    for (std::size_t gpu = 0; gpu < catalog.gpus().size(); ++gpu) {
        for (std::size_t model = 0; model < catalog.models().size(); ++model) {
            std::optional<std::size_t> best;
            const auto better = [&](std::size_t a, std::size_t b) {
                const Verdict left = product.verdict(model, a, gpu);
                const Verdict right = product.verdict(model, b, gpu);
                const CatalogModel& entry = catalog.models()[model];
                return left != right
                           ? left < right
                           : qualityBits(formats[a], entry, catalog) > qualityBits(formats[b], entry, catalog);
            };
            for (std::size_t format = 0; format < formats.size(); ++format) {
                const bool runs = product.verdict(model, format, gpu) <= Verdict::Offload;
                if (runs && effectiveBits(formats[format]) >= leastBits && (!best || better(format, *best))) {
                    best = format;
                }
            }
            if (best) {
                csv += '"' + catalog.gpus()[gpu].name + "\",\"" + catalog.models()[model].id + "\",\"" +
                       formats[*best].id + "\"," + std::string(verdictId(product.verdict(model, *best, gpu))) + "\r\n";
            }
        }
    }
    return csv;
}

} // namespace vram
