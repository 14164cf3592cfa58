// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_adapter.h"

#include <array>
#include <string_view>

namespace vram {

namespace {

struct Target {
    std::string_view tensor; ///< part of the name of the matrix that is adapted
    std::string_view id;     ///< in a scenario
};
constexpr std::array kTargets{Target{"attn_q.", "q"},      Target{"attn_k.", "k"},         Target{"attn_v.", "v"},
                              Target{"attn_output.", "o"}, Target{"ffn_gate", "gate"},     Target{"ffn_up", "up"},
                              Target{"ffn_down", "down"},  Target{"token_embd.", "embed"}, Target{"output.", "head"}};

} // namespace

Result<GgufAdapter> readGgufAdapter(const GgufFile& file) {
    GgufAdapter adapter;
    std::array<bool, kTargets.size()> found{};
    for (const GgufTensor& tensor : file.tensors) {
        if (!tensor.name.ends_with(".lora_a")) {
            continue;
        }
        const std::int64_t rank = tensor.dimensions[1];
        if (adapter.rank != 0 && adapter.rank != rank) {
            return Error{
                ErrorCode::Inconsistent,
                "tensor " + tensor.name,
                {"all matrices of an adapter must have one rank", std::to_string(adapter.rank), std::to_string(rank)}};
        }
        adapter.rank = rank;
        adapter.f32 = tensor.type->type == GgmlType::F32;
        for (std::size_t i = 0; i < kTargets.size(); ++i) {
            const bool outer = kTargets.at(i).id == "head" && !tensor.name.starts_with("output.");
            found.at(i) = found.at(i) || (!outer && tensor.name.find(kTargets.at(i).tensor) != std::string::npos);
        }
    }
    for (std::size_t i = 0; i < kTargets.size(); ++i) {
        if (found.at(i)) {
            adapter.targets += adapter.targets.empty() ? "" : ",";
            adapter.targets += kTargets.at(i).id;
        }
    }
    if (adapter.rank == 0 || adapter.targets.empty()) {
        return Error{ErrorCode::NotThisKind, {}, {"LoRA", "something else"}};
    }
    return adapter;
}

} // namespace vram
