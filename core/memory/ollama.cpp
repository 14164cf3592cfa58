// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/ollama.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <variant>

namespace vram {

namespace {

/// A batch that Ollama tries from a context on: the share of the cards that its prediction may take, and what it adds
/// for the batch (server/sched.go, 0.32).
struct Step {
    std::int64_t aboveContext;
    std::int64_t batch;
    int mostPercent;
    Bytes surcharge;
};
constexpr std::array kSteps{
    Step{32768, 2048, 60, kGiB * 2},
    Step{4096, 1024, 75, kMiB * 768},
};
constexpr std::int64_t kBatch = 512;
constexpr int kFullPercent = 80; ///< of the cards, with the surcharge; also for one card alone
constexpr std::int64_t kConstrainedBatch = 256;
constexpr std::int64_t kConstrainedContext = 4096;
constexpr Bytes kConstrainedCard = kGiB * 8;
constexpr int kSchedulingVersion = 30; ///< 0.30: every GGUF runs in llama-server

Bytes percent(Bytes bytes, int share) { return Bytes{bytes.count() / 100 * share}; }

struct HeadsOf {
    std::int64_t operator()(const GroupedAttention& attention) const { return attention.heads; }
    std::int64_t operator()(const LatentAttention& attention) const { return attention.heads; }
    std::int64_t operator()(const CompressedAttention& attention) const { return attention.heads; }
    std::int64_t operator()(const std::monostate&) const { return 0; }
};

} // namespace

bool ollamaSchedules(const Resolved& resolved) {
    if (resolved.runtime->name != "Ollama") {
        return false;
    }
    const std::string_view version = resolved.scenario.runtime.version;
    const std::size_t dot = version.find('.');
    int minor = 0;
    if (dot == std::string_view::npos) {
        return false;
    }
    std::from_chars(version.data() + dot + 1, version.data() + version.size(), minor);
    return version.substr(0, dot) != "0" || minor >= kSchedulingVersion;
}

Bytes ollamaPrediction(const Resolved& resolved) {
    const Architecture& architecture = *resolved.model.architecture;
    std::int64_t most = 0;
    std::int64_t least = 0;
    for (const Block& block : architecture.blocks) {
        most = std::max(most, std::visit(HeadsOf{}, block.attention));
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            least = least == 0 ? grouped->kvHeads : std::min(least, grouped->kvHeads);
        }
    }
    constexpr std::int64_t kKeyAndValue = 4; // two of 2 bytes
    const std::int64_t head = most > 0 ? architecture.hiddenSize / most : 0;
    const std::int64_t perToken = kKeyAndValue * architecture.layerCount() * std::max<std::int64_t>(least, 1) * head;
    const std::int64_t context = saturatingMultiply(resolved.scenario.context, resolved.scenario.batch);
    return resolved.weights->total.typical + Bytes{saturatingMultiply(perToken, context)};
}

std::optional<std::int64_t> ollamaBatch(const Resolved& resolved, Bytes available, const Gpu& card) {
    const Scenario& scenario = resolved.scenario;
    if (!ollamaSchedules(resolved) || scenario.runtime.ubatch || scenario.runtime.logicalBatch) {
        return std::nullopt;
    }
    const std::int64_t context = saturatingMultiply(scenario.context, scenario.batch);
    if (!scenario.runtime.flashAttention.value_or(true) && card.vendor == Vendor::Nvidia) {
        return context > kConstrainedContext && card.memory <= kConstrainedCard ? kConstrainedBatch : kBatch;
    }
    const Bytes predicted = ollamaPrediction(resolved);
    const Bytes threshold = percent(available, kFullPercent);
    for (const Step& step : kSteps) {
        if (context > step.aboveContext && predicted <= percent(available, step.mostPercent) &&
            predicted + step.surcharge <= threshold) {
            return step.batch;
        }
    }
    return kBatch;
}

bool ollamaTakesOneCard(const Resolved& resolved, Bytes available) {
    return ollamaSchedules(resolved) && ollamaPrediction(resolved) <= percent(available, kFullPercent);
}

} // namespace vram
