// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"
#include "core/memory/training_activations.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vram {

/// Bytes that training spends on one value, by precision and framework.
struct TrainingBytes {
    double weight = 2;   ///< of a parameter as it is held
    double cast = 0;     ///< its 16- or 8-bit copy that lives beside it
    double compute = 2;  ///< while a layer of a sharded model is gathered
    double gradient = 2; ///< of a trained value
    double master = 0;   ///< f32 copy with the optimizer
    double state = 2;    ///< of an optimizer state without a size of its own
};
/// Whether data-parallel ranks share the parameters too and gather them layer by layer.
[[nodiscard]] bool gathersParameters(const TrainingChoice& choice);
[[nodiscard]] TrainingBytes trainingBytes(const Resolved& resolved);

/// Something that lies in a layer, routed experts apart: expert parallelism shares out only those.
struct WithExperts {
    double plain = 0;
    double experts = 0;
    WithExperts& operator+=(const WithExperts& other) {
        plain += other.plain;
        experts += other.experts;
        return *this;
    }
    [[nodiscard]] double sum() const { return plain + experts; }
};

/// One layer, or what lies outside the layers.
struct TrainedPart {
    WithExperts weights; ///< bytes of the base parameters as held
    WithExperts live;    ///< bytes while gathered (ZeRO-3, FSDP)
    WithExperts trained; ///< values: parameters, or those of the adapter
    WithExperts states;  ///< bytes of the optimizer, without the master copy
    TrainedPart& operator+=(const TrainedPart& other) {
        weights += other.weights;
        live += other.live;
        trained += other.trained;
        states += other.states;
        return *this;
    }
};

/// What training asks for, whatever the cards.
struct TrainingDemand {
    TrainingBytes bytes;
    std::vector<TrainedPart> layers;
    std::vector<BlockActivations> blocks; ///< by the architecture's kinds; adapters included
    TrainedPart embedding;                ///< token embedding, position tables, towers
    TrainedPart head;                     ///< output matrix and norm
    double headCopy = 0;                  ///< bytes of a tied head where it does not lie with the embedding
    double largestTensor = 0;             ///< trained values of the largest tensor
    double lossBytes = 0;                 ///< of a token's logits and what the loss makes of them
    double tokens = 0;                    ///< of a micro-batch on one rank
    double referenceBytes = 0;            ///< models loaded beside the trained one, per byte of a 16-bit copy
    bool adapters = false;
};
[[nodiscard]] TrainingDemand trainingDemandOf(const Resolved& resolved);

/// How the cards share the work. Stages are runs of cards.
struct ParallelDegrees {
    std::int64_t tensor = 1;
    std::int64_t context = 1;
    std::int64_t pipeline = 1;
    std::int64_t expert = 1;
    std::int64_t data = 1; ///< replicas, sharded or not
    bool divides = true;   ///< the degrees divide the cards, layers and experts
    [[nodiscard]] std::int64_t shards() const { return data * context; }
    /// The stage of card `index` of `cards`.
    [[nodiscard]] std::int64_t stageOf(std::int64_t index, std::int64_t cards) const {
        return index * pipeline / cards;
    }
};
[[nodiscard]] ParallelDegrees parallelDegrees(const Resolved& resolved, std::int64_t cards);

/// One rank of a stage, bytes. `explain()` words the same figures.
struct TrainingRank {
    double weights = 0;
    double live = 0;   ///< gathered layers, part of weights
    double upcast = 0; ///< embedding and head in f32, part of weights
    double others = 0; ///< reference, reward and value models, part of weights
    double adapter = 0;
    double gradients = 0;
    double buckets = 0; ///< copies that are being sent, part of gradients
    double states = 0;  ///< on the card
    double master = 0;
    double kept = 0; ///< activations between the passes, all micro-batches in flight
    double work = 0; ///< of the layer whose gradient is computed
    double loss = 0;
    double temporaries = 0; ///< of the optimizer's step
    double generation = 0;  ///< cache of what is being generated (PPO, GRPO)
    double base = 0;
    double hostBytes = 0; ///< in RAM for this rank
    std::int64_t inFlight = 1;

    [[nodiscard]] double forward() const { return kept + work + loss + generation; }
    /// Beyond weights, gradients, optimizer and adapter: the worst of the backward pass and the step.
    [[nodiscard]] double activations(bool adapters, bool keepsGradients) const;
};
[[nodiscard]] TrainingRank trainingRank(const Resolved& resolved, const TrainingDemand& demand,
                                        const ParallelDegrees& degrees, std::int64_t stage);

/// Whether gradients of earlier micro-batches or layers lie there while the forward pass runs.
[[nodiscard]] bool keepsGradients(const Resolved& resolved);

[[nodiscard]] Layout trainingLayout(const Resolved& resolved, std::int64_t cards);
[[nodiscard]] Loads trainingLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                  std::span<const Gpu* const> cards);

} // namespace vram
