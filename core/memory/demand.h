// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/layout.h"
#include "core/memory/part_sizes.h"
#include "core/runtime/runtime.h"
#include "core/scenario/resolve.h"
#include "core/units/bytes.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace vram {

class LlamaCppBuffers;
class LoadedTensors;
struct ExtrasDemand;
struct TrainingDemand;

/// What a model, a format and a workload ask for, whatever the card: computed once and placed on many machines.
/// Sums over layers [a, b) are those before b less those before a.
struct Demand {
    /// Of blocks 0..i-1.
    struct Before {
        Bytes weights;
        Bytes experts; ///< routed ones, part of the weights
        Bytes kv;
        Bytes recurrent;
    };
    std::vector<Before> before; ///< size layers + 1
    double weightsLow = 1;      ///< ends of the range of weights as factors of the typical figure
    double weightsHigh = 1;
    Bytes tokenEmbedding;
    Bytes outputLayer; ///< matrix (a tied one as its own copy where the engine makes one) and norm
    Bytes other;       ///< rope factors, position table, vision and audio towers
    bool cacheKnown = true;
    Bytes kvPerToken;                               ///< growth of one sequence per token once the windows are full
    std::int64_t poolTokenBytes = 0;                ///< bytes that a paged pool spends on one token (0: no pool)
    std::shared_ptr<const LoadedTensors> loaded;    ///< PyTorch runtimes only: the large tensors as they are allocated
    std::shared_ptr<LlamaCppBuffers> llamaCpp;      ///< llama.cpp only: its compute buffers by layout
    std::shared_ptr<const ExtrasDemand> extras;     ///< beside the model; null: nothing
    std::shared_ptr<const TrainingDemand> training; ///< null: inference

    [[nodiscard]] std::int64_t layers() const { return static_cast<std::int64_t>(before.size()) - 1; }
    [[nodiscard]] Bytes weights(std::int64_t first, std::int64_t end) const {
        return at(end).weights - at(first).weights;
    }
    [[nodiscard]] Bytes experts(std::int64_t first, std::int64_t end) const {
        return end > first ? at(end).experts - at(first).experts : Bytes{};
    }
    [[nodiscard]] Bytes kv(std::int64_t first, std::int64_t end) const { return at(end).kv - at(first).kv; }
    [[nodiscard]] Bytes recurrent(std::int64_t first, std::int64_t end) const {
        return at(end).recurrent - at(first).recurrent;
    }
    /// A weight figure with the format's range.
    [[nodiscard]] ByteRange weightRange(Bytes typical) const {
        return weightsLow == 1 && weightsHigh == 1
                   ? ByteRange::exact(typical)
                   : ByteRange{Bytes::fromDouble(static_cast<double>(typical.count()) * weightsLow), typical,
                               Bytes::fromDouble(static_cast<double>(typical.count()) * weightsHigh)};
    }

private:
    [[nodiscard]] const Before& at(std::int64_t layer) const { return before[static_cast<std::size_t>(layer)]; }
};

[[nodiscard]] Demand demandOf(const Resolved& resolved);

struct Loads {
    std::vector<PartSizes> devices;
    PartSizes host;
};

/// What a runtime reserves for KV instead of what the scenario needs (vLLM).
struct KvPool {
    Bytes bytes;
    std::int64_t tokens = 0;   ///< whole blocks; of several cards the fewest
    std::int64_t requests = 0; ///< requests of the scenario's context that fit in at once

    /// What `bytes` is made of. `shareOfRest`: the share is of what the others leave, not of the whole.
    struct Terms {
        Bytes whole; ///< of the card, as the runtime counts it
        double share = 1;
        bool shareOfRest = false;
        Bytes weights; ///< each of the following is taken off
        Bytes work;
        Bytes overhead;
        Bytes states;
    };
    Terms terms = {};
};

/// Bytes by part on every device and on the host for this layout. `cards` has one entry a device.
[[nodiscard]] Loads modelLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                               std::span<const Gpu* const> cards);
/// The same with what is loaded beside the model.
[[nodiscard]] Loads loadsOf(const Resolved& resolved, const Demand& demand, const Layout& layout,
                            std::span<const Gpu* const> cards);

/// The pool of one device where the runtime takes all that is left of `usable`; nothing for other runtimes.
[[nodiscard]] std::optional<KvPool> poolOf(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                           std::size_t device, const PartSizes& parts, const Gpu& card, Bytes usable);

} // namespace vram
