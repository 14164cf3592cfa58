// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/speed.h"

#include "core/speed/roofline.h"
#include "core/speed/speed_constants.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

constexpr std::array<std::string_view, 4> kLimitIds{"memory bandwidth", "compute", "PCIe", "RAM bandwidth"};
constexpr std::array<std::string_view, 4> kTargetIds{"unset", "met", "maybe", "missed"};

bool isComputable(const Resolved& resolved, const Cards& cards) {
    return resolved.scenario.task == Task::Inference && resolved.model.activeParameters > 0 &&
           std::ranges::all_of(cards.gpus, [](const Gpu* gpu) { return gpu->bandwidth.value > 0; });
}

bool isKnown(const Resolved& resolved, const Cards& cards, Verdict verdict) {
    const bool holds = verdict == Verdict::Fits || verdict == Verdict::Tight || verdict == Verdict::Offload;
    return holds && isComputable(resolved, cards);
}

/// At the three ends; `value` gives one.
template <typename Value>
SpeedRange rangeOf(const Value& value) {
    return {value(SpeedEnd::Low), value(SpeedEnd::Typical), value(SpeedEnd::High)};
}

TargetVerdict verdictOf(bool metAtWorst, bool metAtBest) {
    return metAtWorst ? TargetVerdict::Met : metAtBest ? TargetVerdict::Maybe : TargetVerdict::Missed;
}

void judgeTargets(Speed& speed, const TargetChoice& target) {
    if (target.firstTokenSeconds && speed.firstToken) {
        speed.firstTokenTarget = verdictOf(speed.firstToken->high <= *target.firstTokenSeconds,
                                           speed.firstToken->low <= *target.firstTokenSeconds);
    }
    if (target.decodeTokensPerSecond) {
        speed.decodeTarget = verdictOf(speed.decodeFull.low >= *target.decodeTokensPerSecond,
                                       speed.decode.high >= *target.decodeTokensPerSecond);
    }
}

} // namespace

std::string_view speedLimitId(SpeedLimit limit) { return kLimitIds[static_cast<std::size_t>(limit)]; }

std::string_view targetVerdictId(TargetVerdict verdict) { return kTargetIds[static_cast<std::size_t>(verdict)]; }

std::optional<Speed> speedOf(const Resolved& resolved, const Demand& demand, const Cards& cards,
                             const Placement& placement) {
    if (!isKnown(resolved, cards, placement.verdict)) {
        return std::nullopt;
    }
    const Roofline roofline(resolved, demand, cards, placement.layout);
    Speed speed;
    speed.decode = rangeOf([&](SpeedEnd end) { return 1 / roofline.decode(end, 0).total(); });
    speed.decodeFull = rangeOf([&](SpeedEnd end) { return 1 / roofline.decode(end, 1).total(); });
    speed.limit = roofline.decode(SpeedEnd::Typical, 0).limit;

    const Scenario& scenario = resolved.scenario;
    const PromptWork prompt = promptWork(resolved, promptTokens(scenario));
    if (const auto typical = roofline.prefill(SpeedEnd::Typical, prompt)) {
        speed.prefillLimit = typical->limit;
        const SpeedRange seconds =
            rangeOf([&](SpeedEnd end) { return roofline.prefill(end, prompt).value_or(*typical).total(); });
        speed.prefill = {prompt.tokens / seconds.low, prompt.tokens / seconds.typical, prompt.tokens / seconds.high};
        // Seconds are the lower, the higher the speed.
        const double depth =
            std::min(1.0, prompt.tokens / static_cast<double>(std::max<std::int64_t>(scenario.context, 1)));
        speed.firstToken = {seconds.high + roofline.decode(SpeedEnd::High, depth).total(),
                            seconds.typical + roofline.decode(SpeedEnd::Typical, depth).total(),
                            seconds.low + roofline.decode(SpeedEnd::Low, depth).total()};
    }
    judgeTargets(speed, scenario.target);
    return speed;
}

SpeedRange togetherOf(const SpeedRange& perSequence, std::int64_t batch) {
    const auto sequences = static_cast<double>(batch);
    return {perSequence.low * sequences, perSequence.typical * sequences, perSequence.high * sequences};
}

SpeedTerms decodeTerms(const Resolved& resolved, const Demand& demand, const Cards& cards, const Layout& layout,
                       double depth) {
    return Roofline(resolved, demand, cards, layout).decode(SpeedEnd::Typical, depth);
}

std::optional<SpeedTerms> prefillTerms(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                       const Layout& layout) {
    return Roofline(resolved, demand, cards, layout)
        .prefill(SpeedEnd::Typical, promptWork(resolved, promptTokens(resolved.scenario)));
}

std::optional<SpeedRange> diskTokensPerSecond(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                              const Layout& layout, Bytes inRam, Bytes missing) {
    if (missing.count() <= 0 || !isComputable(resolved, cards)) {
        return std::nullopt;
    }
    const Roofline roofline(resolved, demand, cards, layout);
    const auto named =
        resolved.machine.diskGbPerSecond ? resolved.machine.diskGbPerSecond : resolved.scenario.machine.diskGbPerSecond;
    const SpeedRange disk = named ? SpeedRange{*named * kDiskShareLow, *named, *named}
                                  : SpeedRange{kDiskGbPerSecondLow, kDiskGbPerSecond, kDiskGbPerSecondHigh};
    // What was read longest ago is dropped first, and in a loop over the layers that is what is needed next: mostly all
    // of it is read again, and only what finds no room where the system keeps the rest.
    return rangeOf([&](SpeedEnd end) {
        const double rate = end == SpeedEnd::Low ? disk.low : end == SpeedEnd::High ? disk.high : disk.typical;
        const Bytes read = end == SpeedEnd::High ? missing : std::max(inRam, missing);
        const double gigabytes = static_cast<double>(read.count()) * roofline.usedShareOfRam() / 1e9;
        return 1 / (gigabytes / rate + roofline.decode(end, 0).total());
    });
}

} // namespace vram
