// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/placement_option_table.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace vram::ui {

namespace {

using Option = PlacementOption;
using Choice = PlacementChoice;
using When = Option::When;
using Name = std::string_view;

// llama.cpp's flags; the programs around it offer some of them.
constexpr std::array kWithFlags{Name{"llama.cpp"}, Name{"text-generation-webui"}};
constexpr std::array kWithSettings{Name{"llama.cpp"}, Name{"text-generation-webui"}, Name{"LM Studio"}};
constexpr std::array kGguf{Name{"llama.cpp"}, Name{"text-generation-webui"}, Name{"LM Studio"}, Name{"Ollama"}};
constexpr std::array kBudgeted{Name{"llama.cpp"}, Name{"text-generation-webui"}, Name{"LM Studio"},
                               Name{"Ollama"},    Name{"Transformers"},          Name{"ExLlama"}};
constexpr std::array kServers{Name{"vLLM"}, Name{"SGLang"}, Name{"TensorRT-LLM"}};

constexpr std::array kOptions{
    Option{kBudgeted, "vram_budget_mib", When::Always, Option::Budget{&Choice::vramBudgetMib},
           QT_TRANSLATE_NOOP("PlacementOption", "Use at most"),
           QT_TRANSLATE_NOOP("PlacementOption", "Memory of every card that the model may take, such as 11.5 GiB of a "
                                                "card that the desktop needs as well")},
    Option{kWithSettings, "cpu_experts", When::Experts, Option::Layers{&Choice::cpuExperts},
           QT_TRANSLATE_NOOP("PlacementOption", "Experts in RAM"),
           QT_TRANSLATE_NOOP("PlacementOption", "Layers whose experts lie in RAM while the rest of the layer is on the "
                                                "card (--n-cpu-moe): a token uses few of the experts, so that they "
                                                "are what costs least speed there")},
    Option{kWithSettings, "offload", When::AutomaticExperts,
           Option::Either{&Choice::expertsFirst, QT_TRANSLATE_NOOP("PlacementOption", "Whole layers"),
                          QT_TRANSLATE_NOOP("PlacementOption", "Experts")},
           QT_TRANSLATE_NOOP("PlacementOption", "To RAM first"),
           QT_TRANSLATE_NOOP("PlacementOption",
                             "What goes to RAM where the cards do not hold all: whole layers, or the "
                             "experts of as few layers as need be")},
    Option{kWithSettings, "kv", When::Always,
           Option::Either{&Choice::kvInRam, QT_TRANSLATE_NOOP("PlacementOption", "VRAM"),
                          QT_TRANSLATE_NOOP("PlacementOption", "RAM")},
           QT_TRANSLATE_NOOP("PlacementOption", "KV cache in"),
           QT_TRANSLATE_NOOP("PlacementOption", "In RAM (-nkvo) the cache leaves the card to more layers; a long "
                                                "context becomes slow")},
    Option{kWithFlags, "split", When::SeveralCards,
           Option::Either{&Choice::rowSplit, QT_TRANSLATE_NOOP("PlacementOption", "By layer"),
                          QT_TRANSLATE_NOOP("PlacementOption", "By row")},
           QT_TRANSLATE_NOOP("PlacementOption", "Split"),
           QT_TRANSLATE_NOOP("PlacementOption", "Several cards: whole layers on each in turn, or the rows of every "
                                                "matrix on all of them (-sm)")},
    Option{kWithFlags, "ratios", When::SeveralCards, Option::Ratios{&Choice::ratios},
           QT_TRANSLATE_NOOP("PlacementOption", "Ratios"),
           QT_TRANSLATE_NOOP("PlacementOption", "Shares of the cards in their order, such as 3,1 (-ts)")},
    Option{kWithFlags, "main_gpu", When::Rows, Option::Card{&Choice::mainGpu},
           QT_TRANSLATE_NOOP("PlacementOption", "Main GPU"),
           QT_TRANSLATE_NOOP("PlacementOption", "The card that holds what is not split into rows (-mg)")},
    Option{kGguf, "mmap", When::Always, Option::Switch{&Choice::mmap},
           QT_TRANSLATE_NOOP("PlacementOption", "Memory mapping"),
           QT_TRANSLATE_NOOP("PlacementOption", "Weights in RAM are pages of the file, which the system may drop and "
                                                "read again; off (-lm none) they are a copy")},
    Option{kWithSettings, "mlock", When::Always, Option::Switch{&Choice::mlock},
           QT_TRANSLATE_NOOP("PlacementOption", "Lock in RAM"),
           QT_TRANSLATE_NOOP("PlacementOption", "The system may neither drop nor swap the weights in RAM (-lm mlock)")},
    Option{kServers, "tensor_parallel", When::SeveralCards, Option::Degree{&Choice::tensorParallel},
           QT_TRANSLATE_NOOP("PlacementOption", "Tensor parallel"),
           QT_TRANSLATE_NOOP("PlacementOption", "Cards that share every matrix; the degrees multiplied are at most "
                                                "the number of cards")},
    Option{kServers, "pipeline_parallel", When::SeveralCards, Option::Degree{&Choice::pipelineParallel},
           QT_TRANSLATE_NOOP("PlacementOption", "Pipeline parallel"),
           QT_TRANSLATE_NOOP("PlacementOption", "Stages of whole layers, one after the other")},
    Option{kServers, "data_parallel", When::SeveralCards, Option::Degree{&Choice::dataParallel},
           QT_TRANSLATE_NOOP("PlacementOption", "Data parallel"),
           QT_TRANSLATE_NOOP("PlacementOption", "Copies of the model, each of which answers a part of the requests")},
    Option{kServers, "expert_parallel", When::SeveralCardsAndExperts, Option::Switch{&Choice::expertParallel},
           QT_TRANSLATE_NOOP("PlacementOption", "Expert parallel"),
           QT_TRANSLATE_NOOP("PlacementOption", "Whole experts on each card instead of a part of every expert")},
};

} // namespace

std::span<const PlacementOption> placementOptions() { return kOptions; }

bool PlacementOption::isOf(std::string_view runtime) const {
    return std::ranges::find(runtimes, runtime) != runtimes.end();
}

bool PlacementOption::matters(const PlacementFacts& facts, const PlacementChoice& chosen) const {
    if (!isOf(facts.runtime)) {
        return false;
    }
    switch (when) {
    case When::Always:
        return true;
    case When::Experts:
        return facts.experts;
    case When::AutomaticExperts:
        return facts.experts && !chosen.gpuLayers && !chosen.cpuExperts;
    case When::SeveralCards:
        return facts.mostCards > 1;
    case When::Rows:
        return facts.mostCards > 1 && chosen.rowSplit;
    case When::SeveralCardsAndExperts:
        return facts.mostCards > 1 && facts.experts;
    }
    return true;
}

} // namespace vram::ui
