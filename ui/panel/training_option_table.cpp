// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/training_option_table.h"

#include "core/catalog/training_table.h"

#include <QtGlobal>

#include <algorithm>

namespace vram::ui {

namespace {

using Option = TrainingOption;
using Choice = Option::Choice;
using Training = TrainingChoice;
using When = Option::When;

constexpr int kMostCount = 4096; // of a box; a file may ask for more

constexpr auto kOwn = QT_TRANSLATE_NOOP("TrainingOption", "Default");

std::vector<Choice> optimizers() {
    std::vector<Choice> choices;
    for (const OptimizerRow& row : optimizerTable()) {
        choices.push_back({std::string(row.id), row.name.data(), false});
    }
    return choices;
}

template <std::string Training::*Member>
Option::Words words(std::vector<Choice> (*choices)(), std::string (*own)(const TrainingFramework&) = nullptr) {
    return {choices, [](const Training& training) { return training.*Member; },
            [](Training& training, const std::string& value) { training.*Member = value; }, own};
}

std::vector<Choice> methods() {
    return {{"sft", QT_TRANSLATE_NOOP("TrainingOption", "Fine-tuning (SFT)")},
            {"pretrain", QT_TRANSLATE_NOOP("TrainingOption", "Pre-training")},
            {"dpo", "DPO", false},
            {"grpo", "GRPO", false},
            {"ppo", "PPO", false}};
}

std::vector<Choice> precisions() {
    return {{"bf16-mixed", QT_TRANSLATE_NOOP("TrainingOption", "BF16 mixed, FP32 master")},
            {"bf16", QT_TRANSLATE_NOOP("TrainingOption", "Pure BF16")},
            {"fp16-mixed", QT_TRANSLATE_NOOP("TrainingOption", "FP16 mixed, FP32 master")},
            {"fp32", "FP32", false},
            {"fp8-mixed", QT_TRANSLATE_NOOP("TrainingOption", "FP8 mixed")}};
}

std::vector<Choice> checkpoints() {
    return {{"", kOwn},
            {"none", QT_TRANSLATE_NOOP("TrainingOption", "Off: keep everything")},
            {"selective", QT_TRANSLATE_NOOP("TrainingOption", "Selective")},
            {"full", QT_TRANSLATE_NOOP("TrainingOption", "Every layer")},
            {"offloaded", QT_TRANSLATE_NOOP("TrainingOption", "Every layer, kept in RAM")}};
}
std::string ownCheckpointing(const TrainingFramework& framework) {
    return framework.recompute == Recompute::Selective   ? "selective"
           : framework.recompute == Recompute::Full      ? "full"
           : framework.recompute == Recompute::Offloaded ? "offloaded"
                                                         : "none";
}
std::string checkpointing(const Training& training) { return training.checkpointing ? training.recompute : "none"; }
void setCheckpointing(Training& training, const std::string& value) {
    training.checkpointing = value != "none";
    training.recompute = value == "none" ? std::string() : value;
}

std::vector<Choice> targets() {
    return {{"all-linear", QT_TRANSLATE_NOOP("TrainingOption", "All linear layers")},
            {"attention", QT_TRANSLATE_NOOP("TrainingOption", "Attention (q, k, v, o)")},
            {"qkv", "q, k, v", false},
            {"qv", "q, v", false},
            {"gate,up,down", QT_TRANSLATE_NOOP("TrainingOption", "Feed-forward")},
            {"experts", QT_TRANSLATE_NOOP("TrainingOption", "Experts")},
            {"all-linear,embed,head", QT_TRANSLATE_NOOP("TrainingOption", "All linear, embedding and head")}};
}

std::vector<Choice> shardings() {
    return {{"none", QT_TRANSLATE_NOOP("TrainingOption", "None: a copy on each card (DDP)")},
            {"zero1", "ZeRO-1", false},
            {"zero2", "ZeRO-2", false},
            {"zero3", "ZeRO-3", false},
            {"fsdp", "FSDP", false}};
}

std::vector<Choice> losses() {
    return {{"", kOwn},
            {"full", QT_TRANSLATE_NOOP("TrainingOption", "All logits at once")},
            {"chunked", QT_TRANSLATE_NOOP("TrainingOption", "In chunks")},
            {"fused", QT_TRANSLATE_NOOP("TrainingOption", "Fused with the head (Liger)")}};
}

std::string ownLoss(const TrainingFramework& framework) {
    return framework.loss == LossKind::Full ? "full" : framework.loss == LossKind::Chunked ? "chunked" : "fused";
}

std::vector<Choice> offloads() {
    return {{"none", QT_TRANSLATE_NOOP("TrainingOption", "Nothing")},
            {"optimizer", QT_TRANSLATE_NOOP("TrainingOption", "Optimizer")},
            {"parameters", QT_TRANSLATE_NOOP("TrainingOption", "Optimizer and parameters")}};
}

std::vector<Choice> kernels() {
    return {{"", kOwn},
            {"on", QT_TRANSLATE_NOOP("TrainingOption", "On")},
            {"off", QT_TRANSLATE_NOOP("TrainingOption", "Off")}};
}
std::string ownKernels(const TrainingFramework& framework) { return framework.fusedKernels ? "on" : "off"; }
std::string fusedKernels(const Training& training) {
    return !training.fusedKernels ? "" : *training.fusedKernels ? "on" : "off";
}
void setFusedKernels(Training& training, const std::string& value) {
    training.fusedKernels = value.empty() ? std::nullopt : std::optional(value == "on");
}

const std::vector<Option>& table() {
    static const std::vector<Option> options{
        {"lora_rank", false, When::Adapters, Option::Slider{&Training::loraRank, &rankKind},
         QT_TRANSLATE_NOOP("TrainingOption", "LoRA rank"),
         QT_TRANSLATE_NOOP("TrainingOption", "Width of the adapter; its size, gradients and states grow with it. Any "
                                             "whole number can be typed.")},
        {"lora_targets", false, When::Adapters, words<&Training::loraTargets>(&targets),
         QT_TRANSLATE_NOOP("TrainingOption", "Targets"),
         QT_TRANSLATE_NOOP("TrainingOption", "The matrices that get an adapter: the more and the larger they are, the "
                                             "more memory it takes, and the more inputs are kept")},
        {"dora", false, When::Adapters, &Training::dora, "DoRA",
         QT_TRANSLATE_NOOP("TrainingOption", "Weight-decomposed adapters: a magnitude for every row more")},
        {"precision", false, When::Full, words<&Training::precision>(&precisions),
         QT_TRANSLATE_NOOP("TrainingOption", "Precision"),
         QT_TRANSLATE_NOOP("TrainingOption", "Mixed precision keeps 32-bit parameters beside the 16-bit ones: 16 to 20 "
                                             "bytes a parameter with AdamW; pure BF16 takes 8 to 10")},
        {"optimizer", false, When::Always, words<&Training::optimizer>(&optimizers),
         QT_TRANSLATE_NOOP("TrainingOption", "Optimizer"),
         QT_TRANSLATE_NOOP("TrainingOption", "AdamW keeps two states for every trained parameter, 8-bit AdamW a byte "
                                             "each, Lion one, Adafactor nearly none")},
        {"checkpointing", false, When::Always,
         Option::Words{&checkpoints, &checkpointing, &setCheckpointing, &ownCheckpointing},
         QT_TRANSLATE_NOOP("TrainingOption", "Checkpointing"),
         QT_TRANSLATE_NOOP("TrainingOption", "Keeps only the input of each layer and computes the rest again in the "
                                             "backward pass: much less memory, about a third more time")},
        {"gradient_accumulation", false, When::Always, &Training::gradientAccumulation,
         QT_TRANSLATE_NOOP("TrainingOption", "Accumulation"),
         QT_TRANSLATE_NOOP("TrainingOption", "Micro-batches whose gradients are summed before one step: a larger batch "
                                             "without more activations"),
         kMostCount},
        {"sharding", false, When::Always, words<&Training::sharding>(&shardings),
         QT_TRANSLATE_NOOP("TrainingOption", "Several cards"),
         QT_TRANSLATE_NOOP("TrainingOption", "What data-parallel cards share out: optimizer states (ZeRO-1), gradients "
                                             "(ZeRO-2), parameters too (ZeRO-3, FSDP)")},
        {"optimizer_rank", true, When::LowRankOptimizer, &Training::optimizerRank,
         QT_TRANSLATE_NOOP("TrainingOption", "Optimizer rank"),
         QT_TRANSLATE_NOOP("TrainingOption", "Rank of the space in which GaLore and APOLLO keep their states; the "
                                             "states grow with it"),
         kMostCount},
        {"method", true, When::Always, words<&Training::method>(&methods),
         QT_TRANSLATE_NOOP("TrainingOption", "Method"),
         QT_TRANSLATE_NOOP("TrainingOption", "Preference and reinforcement methods load further models and generate; "
                                             "their estimates are wider")},
        {"flash_attention", true, When::Always, &Training::flashAttention,
         QT_TRANSLATE_NOOP("TrainingOption", "Flash attention"),
         QT_TRANSLATE_NOOP("TrainingOption", "Without it scores grow with the square of the sequence")},
        {"loss", true, When::Always, words<&Training::loss>(&losses, &ownLoss),
         QT_TRANSLATE_NOOP("TrainingOption", "Loss"),
         QT_TRANSLATE_NOOP("TrainingOption", "How the logits over the vocabulary become the loss: often the largest "
                                             "share of the activations")},
        {"fused_kernels", true, When::Always, Option::Words{&kernels, &fusedKernels, &setFusedKernels, &ownKernels},
         QT_TRANSLATE_NOOP("TrainingOption", "Fused kernels"),
         QT_TRANSLATE_NOOP("TrainingOption", "Norms and activation functions in one kernel each (Liger, Unsloth): "
                                             "fewer values are kept")},
        {"compile", true, When::Always, &Training::compile, QT_TRANSLATE_NOOP("TrainingOption", "Compile"),
         QT_TRANSLATE_NOOP("TrainingOption", "torch.compile: compiled layers keep fewer values for the backward pass")},
        {"lora_dropout", true, When::Adapters, &Training::loraDropout,
         QT_TRANSLATE_NOOP("TrainingOption", "LoRA dropout"),
         QT_TRANSLATE_NOOP("TrainingOption", "Above 0 every adapter keeps a mask of its input")},
        {"adapters", true, When::Adapters, &Training::adapters, QT_TRANSLATE_NOOP("TrainingOption", "Adapters"),
         QT_TRANSLATE_NOOP("TrainingOption", "Held at once; one of them is trained"), kMostCount},
        {"train_embeddings", true, When::Full, &Training::trainEmbeddings,
         QT_TRANSLATE_NOOP("TrainingOption", "Train embedding"),
         QT_TRANSLATE_NOOP("TrainingOption", "Off: embedding and head are frozen, without gradients and states")},
        {"optimizer_in_backward", true, When::Full, &Training::optimizerInBackward,
         QT_TRANSLATE_NOOP("TrainingOption", "Step in backward"),
         QT_TRANSLATE_NOOP("TrainingOption", "Each layer is updated as its gradient arrives: one layer's gradient "
                                             "instead of all")},
        {"offload", true, When::Always, words<&Training::offload>(&offloads),
         QT_TRANSLATE_NOOP("TrainingOption", "Offload to RAM"),
         QT_TRANSLATE_NOOP("TrainingOption", "Moved to system memory and back in every step: slow, and much RAM")},
        {"checkpoint_every", true, When::Always, &Training::checkpointEvery,
         QT_TRANSLATE_NOOP("TrainingOption", "Layers a checkpoint"),
         QT_TRANSLATE_NOOP("TrainingOption", "One checkpoint for so many layers, which are computed again together"),
         kMostCount},
        {"tensor_parallel", true, When::Always, &Training::tensorParallel,
         QT_TRANSLATE_NOOP("TrainingOption", "Tensor parallel"),
         QT_TRANSLATE_NOOP("TrainingOption", "Cards that share every matrix; the degrees multiplied have to divide the "
                                             "number of cards"),
         kMostCount},
        {"sequence_parallel", true, When::TensorParallel, &Training::sequenceParallel,
         QT_TRANSLATE_NOOP("TrainingOption", "Sequence parallel"),
         QT_TRANSLATE_NOOP("TrainingOption", "Norms and residuals are shared too, not only the matrices")},
        {"context_parallel", true, When::Always, &Training::contextParallel,
         QT_TRANSLATE_NOOP("TrainingOption", "Context parallel"),
         QT_TRANSLATE_NOOP("TrainingOption", "Cards that share a sequence"), kMostCount},
        {"pipeline_parallel", true, When::Always, &Training::pipelineParallel,
         QT_TRANSLATE_NOOP("TrainingOption", "Pipeline parallel"),
         QT_TRANSLATE_NOOP("TrainingOption", "Stages of layers; the first one keeps a micro-batch for every stage"),
         kMostCount},
        {"expert_parallel", true, When::Always, &Training::expertParallel,
         QT_TRANSLATE_NOOP("TrainingOption", "Expert parallel"),
         QT_TRANSLATE_NOOP("TrainingOption", "Cards that share the experts"), kMostCount},
    };
    return options;
}

} // namespace

std::span<const TrainingOption> trainingOptions() { return table(); }

bool TrainingOption::matters(const Scenario& scenario) const {
    switch (when) {
    case When::Always:
        return true;
    case When::Adapters:
        return scenario.task != Task::Full;
    case When::Full:
        return scenario.task == Task::Full;
    case When::LowRankOptimizer: {
        const OptimizerRow* const optimizer = findOptimizer(scenario.training.optimizer);
        return optimizer != nullptr && optimizer->shape == StateShape::LowRank;
    }
    case When::TensorParallel:
        return scenario.training.tensorParallel > 1;
    }
    return true;
}

} // namespace vram::ui
