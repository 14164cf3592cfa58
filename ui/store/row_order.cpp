// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/row_order.h"

#include "core/advice/axis.h"
#include "core/advice/runtime_switch.h"
#include "core/advice/task_question.h"
#include "ui/store/row_machine.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <utility>

namespace vram::ui {
namespace {

using Key = std::optional<RowSortKey>;

Key figure(double first, double second = 0) { return RowSortKey{{}, first, second}; }

double count(Bytes bytes) { return static_cast<double>(bytes.count()); }

Key memoryKey(const Row& row, const Gpu*) {
    return row.report.ok() ? figure(count(row.report->capacity)) : std::nullopt;
}

Key verdictKey(const Row& row, const Gpu*) {
    // Among equals the smallest card first: the cheapest way to the same answer.
    return row.report.ok() ? figure(static_cast<double>(row.report->verdict), count(row.report->capacity))
                           : std::nullopt;
}

Key valueKey(const AxisValue& value) {
    if (const auto* const task = std::get_if<Task>(&value)) {
        return figure(static_cast<double>(std::ranges::find(kComparedTasks, *task) - kComparedTasks.begin()));
    }
    if (const auto* const context = std::get_if<ContextValue>(&value)) {
        return figure(static_cast<double>(context->tokens));
    }
    if (const auto* const batch = std::get_if<BatchValue>(&value)) {
        return figure(static_cast<double>(batch->sequences));
    }
    return RowSortKey{normaliseName(axisOf(value).text(value))};
}

Key nameKey(const Row& row, const Gpu*) {
    if (row.value) { // by what they are, in every language alike
        return valueKey(*row.value);
    }
    return RowSortKey{normaliseName(cardOf(row)), static_cast<double>(row.choice.count)};
}

template <MemoryPart part>
Key partKey(const Row& row, const Gpu*) {
    const Report* report = sized(row);
    const auto bytes = report != nullptr ? report->need.get(part) : std::nullopt;
    return bytes ? figure(count(bytes->typical)) : std::nullopt;
}

Key totalKey(const Row& row, const Gpu*) {
    const Report* report = sized(row);
    return report != nullptr ? figure(count(report->needTotal.typical)) : std::nullopt;
}

Key usableKey(const Row& row, const Gpu*) {
    return row.report.ok() && row.report->usable > Bytes{} ? figure(count(row.report->usable)) : std::nullopt;
}

Key leftKey(const Row& row, const Gpu*) {
    const Report* report = sized(row);
    return report != nullptr && report->usable > Bytes{} ? figure(count(report->headroom)) : std::nullopt;
}

Key decodeKey(const Row& row, const Gpu*) {
    const bool known = row.report.ok() && row.report->speed;
    return known ? figure(row.report->speed->decode.typical) : std::nullopt;
}

Key prefillKey(const Row& row, const Gpu*) {
    const bool known = row.report.ok() && row.report->speed && row.report->speed->prefill;
    return known ? figure(row.report->speed->prefill->typical) : std::nullopt;
}

Key firstTokenKey(const Row& row, const Gpu*) {
    const bool known = row.report.ok() && row.report->speed && row.report->speed->firstToken;
    return known ? figure(row.report->speed->firstToken->typical) : std::nullopt;
}

Key bandwidthKey(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->bandwidth.value > 0 ? figure(gpu->bandwidth.value) : std::nullopt;
}

Key coresKey(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->shaderCores ? figure(static_cast<double>(*gpu->shaderCores)) : std::nullopt;
}

Key yearKey(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->releaseYear ? figure(*gpu->releaseYear) : std::nullopt;
}

Key tdpKey(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->tdpWatts ? figure(*gpu->tdpWatts) : std::nullopt;
}

Key priceKey(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->launchPriceUsd ? figure(*gpu->launchPriceUsd) : std::nullopt;
}

template <std::optional<RowLimits::Count> RowLimits::*member>
Key countLimit(const RowLimits& limits, const Catalog&) {
    const std::optional<RowLimits::Count>& count = limits.*member;
    return count && count->value ? figure(static_cast<double>(*count->value)) : std::nullopt;
}

Key weightsLimit(const RowLimits& limits, const Catalog& catalog) {
    const WeightFormat* const format = limits.weights ? catalog.findWeightFormat(limits.weights->id) : nullptr;
    return format != nullptr ? figure(bitsPerWeight(*format)) : std::nullopt;
}

constexpr RowOrder limitOrder(std::string_view id, const char* label, Key (*limit)(const RowLimits&, const Catalog&)) {
    return {id, label, true, nullptr, false, limit};
}

constexpr std::array kOrders{
    RowOrder{"", QT_TRANSLATE_NOOP("RowOrder", "As added"), false, nullptr},
    RowOrder{"memory", QT_TRANSLATE_NOOP("RowOrder", "Memory"), false, &memoryKey, true},
    RowOrder{"verdict", QT_TRANSLATE_NOOP("RowOrder", "Verdict"), false, &verdictKey},
    RowOrder{"name", QT_TRANSLATE_NOOP("RowOrder", "Name"), false, &nameKey},
    RowOrder{"total", QT_TRANSLATE_NOOP("RowOrder", "Total"), false, &totalKey},
    RowOrder{"left", QT_TRANSLATE_NOOP("RowOrder", "Left"), true, &leftKey},
    RowOrder{"usable", QT_TRANSLATE_NOOP("RowOrder", "Usable"), true, &usableKey, true},
    RowOrder{"weights", QT_TRANSLATE_NOOP("RowOrder", "Weights"), false, &partKey<MemoryPart::Weights>},
    RowOrder{"kv_cache", QT_TRANSLATE_NOOP("RowOrder", "KV cache"), false, &partKey<MemoryPart::KvCache>},
    RowOrder{"recurrent_state", QT_TRANSLATE_NOOP("RowOrder", "Recurrent state"), false,
             &partKey<MemoryPart::RecurrentState>},
    RowOrder{"activations", QT_TRANSLATE_NOOP("RowOrder", "Activations"), false, &partKey<MemoryPart::Activations>},
    RowOrder{"overhead", QT_TRANSLATE_NOOP("RowOrder", "Overhead"), false, &partKey<MemoryPart::Overhead>},
    RowOrder{"gradients", QT_TRANSLATE_NOOP("RowOrder", "Gradients"), false, &partKey<MemoryPart::Gradients>},
    RowOrder{"optimizer", QT_TRANSLATE_NOOP("RowOrder", "Optimizer states"), false, &partKey<MemoryPart::Optimizer>},
    RowOrder{"adapter", QT_TRANSLATE_NOOP("RowOrder", "LoRA adapter"), false, &partKey<MemoryPart::Adapter>},
    RowOrder{"decode", QT_TRANSLATE_NOOP("RowOrder", "Decode speed"), true, &decodeKey},
    RowOrder{"prefill", QT_TRANSLATE_NOOP("RowOrder", "Prefill speed"), true, &prefillKey},
    RowOrder{"first_token", QT_TRANSLATE_NOOP("RowOrder", "Time to first token"), false, &firstTokenKey},
    limitOrder("max_context", QT_TRANSLATE_NOOP("RowOrder", "Largest context"), &countLimit<&RowLimits::context>),
    limitOrder("max_users", QT_TRANSLATE_NOOP("RowOrder", "Most users"), &countLimit<&RowLimits::users>),
    limitOrder("best_weights", QT_TRANSLATE_NOOP("RowOrder", "Best weights"), &weightsLimit),
    limitOrder("most_layers", QT_TRANSLATE_NOOP("RowOrder", "Most GPU layers"), &countLimit<&RowLimits::layers>),
    RowOrder{"bandwidth", QT_TRANSLATE_NOOP("RowOrder", "Bandwidth"), true, &bandwidthKey, true},
    RowOrder{"cores", QT_TRANSLATE_NOOP("RowOrder", "Cores"), true, &coresKey, true},
    RowOrder{"year", QT_TRANSLATE_NOOP("RowOrder", "Year"), true, &yearKey, true},
    RowOrder{"tdp", QT_TRANSLATE_NOOP("RowOrder", "TDP"), false, &tdpKey, true},
    RowOrder{"price", QT_TRANSLATE_NOOP("RowOrder", "Launch price"), false, &priceKey, true},
};

// What a scenario may say and what the window can do are the same words.
static_assert(kOrders.size() == kRowSorts.size());
static_assert(std::ranges::all_of(kOrders, [](const RowOrder& order) {
    return std::ranges::find(kRowSorts, order.id) != kRowSorts.end();
}));

} // namespace

std::span<const RowOrder> rowOrders() { return kOrders; }

const RowOrder* findRowOrder(std::string_view sort) {
    const std::string_view id = sort.starts_with('-') ? sort.substr(1) : sort;
    const auto* known = std::ranges::find(kOrders, id, &RowOrder::id);
    return known == kOrders.end() || (id.empty() && !sort.empty()) ? nullptr : known;
}

bool ordersByAny(const RowOrder& order, std::span<const RowLimits> limits, const Catalog& catalog) {
    return order.limit != nullptr &&
           std::ranges::any_of(limits, [&](const RowLimits& row) { return order.limit(row, catalog).has_value(); });
}

void keepOrder(std::vector<Row>& rows, const std::vector<Row>& before) {
    std::vector<std::pair<std::size_t, std::size_t>> places; // the former one, the present one
    places.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto former =
            std::ranges::find_if(before, [&row = rows[i]](const Row& other) { return sameSubject(other, row); });
        places.emplace_back(static_cast<std::size_t>(former - before.begin()), i);
    }
    std::ranges::sort(places);
    std::vector<Row> kept;
    kept.reserve(rows.size());
    for (const auto& [former, from] : places) {
        kept.push_back(std::move(rows[from]));
    }
    rows = std::move(kept);
}

void sortRows(std::vector<Row>& rows, std::string_view sort, const Catalog& catalog,
              std::span<const RowLimits> limits) {
    const RowOrder* order = findRowOrder(sort);
    if (order == nullptr || (order->key == nullptr && limits.size() != rows.size())) {
        std::stable_partition(rows.begin(), rows.end(), [](const Row& row) { return isMachineRow(row.choice); });
        return;
    }
    const bool descending = sort.starts_with('-');
    std::vector<std::pair<Key, std::size_t>> keys;
    keys.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        keys.emplace_back(order->limit != nullptr ? order->limit(limits[i], catalog)
                                                  : order->key(rows[i], catalog.findGpu(cardOf(rows[i]))),
                          i);
    }
    std::ranges::stable_sort(keys, [descending](const auto& a, const auto& b) {
        if (!a.first || !b.first) {
            return a.first.has_value() && !b.first.has_value();
        }
        return descending ? *b.first < *a.first : *a.first < *b.first;
    });
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (const auto& [key, from] : keys) {
        sorted.push_back(std::move(rows[from]));
    }
    rows = std::move(sorted);
}

} // namespace vram::ui
