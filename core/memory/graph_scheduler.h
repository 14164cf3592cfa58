// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/plan_graph.h"

#include <vector>

namespace vram {

/// A graph in execution order with the copies between backends put in.
struct GraphSchedule {
    std::vector<TensorId> order;
    std::vector<TensorId> permanent; ///< copies of inputs that live throughout (pipeline)
};

/// Gives every node a backend and redirects sources to copies where they lie elsewhere
/// (ggml_backend_sched_split_graph).
[[nodiscard]] GraphSchedule scheduleGraph(PlanGraph& graph, const GraphBackends& backends);

} // namespace vram
