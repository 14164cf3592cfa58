// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/plan_graph.h"

#include <cstddef>
#include <vector>

namespace vram {

/// A graph in execution order with the copies between backends put in.
struct GraphSchedule {
    /// What the scheduler goes by when it comes to a segment, besides the segments around it.
    struct Entry {
        int backend = 0;
        std::size_t inputs = 0; ///< of the part so far
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    std::vector<TensorId> order;
    std::vector<TensorId> permanent; ///< copies of inputs that live throughout (pipeline)
    std::vector<Entry> entries;      ///< by segment
};

/// Gives every node a backend and redirects sources to copies where they lie elsewhere
/// (ggml_backend_sched_split_graph).
[[nodiscard]] GraphSchedule scheduleGraph(PlanGraph& graph, const GraphBackends& backends);

} // namespace vram
