// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace vram {

/// Low-rank adapters loaded beside the model for inference.
struct LoraChoice {
    std::int64_t rank = 16;
    std::string targets = "all-linear"; ///< as training.lora_targets
    std::int64_t count = 1;             ///< adapters of that size held at once
    bool f32 = false;                   ///< "type": "f16" | "f32"
    friend bool operator==(const LoraChoice&, const LoraChoice&) = default;
};

/// A smaller model that drafts tokens for the model to verify.
struct DraftChoice {
    std::string model;                   ///< of the catalogue
    std::string weights;                 ///< empty: the scenario's
    std::optional<std::int64_t> context; ///< absent: the scenario's
    std::string k;                       ///< cache types; empty: the runtime's default
    std::string v;
    friend bool operator==(const DraftChoice&, const DraftChoice&) = default;
};

/// What is loaded beside the model.
struct ExtrasChoice {
    bool vision = false; ///< llama.cpp: the projector file (mmproj); others load it with the model
    std::optional<LoraChoice> lora;
    std::optional<DraftChoice> draft;
    bool mtp = false;                      ///< the model's own layers of multi-token prediction
    std::optional<std::int64_t> mtpTokens; ///< that they draft at a time; absent: the runtime's own
    friend bool operator==(const ExtrasChoice&, const ExtrasChoice&) = default;
};

constexpr std::int64_t kMostLoraRank = 65536;
constexpr std::int64_t kMostAdapters = 10000;
constexpr std::int64_t kMostDraftedTokens = 64;

} // namespace vram
