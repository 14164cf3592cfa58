// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/best_fit_allocator.h"
#include "core/memory/graph_scheduler.h"

namespace vram {

namespace {

constexpr std::int64_t kCpuAlignment = 32;  // TENSOR_ALIGNMENT; the CUDA host buffer has the CPU's
constexpr std::int64_t kGpuAlignment = 128; // ggml-cuda
constexpr std::int64_t kQuantizedRow = 512; // MATRIX_ROW_PADDING: quantized rows on a card are padded to it

/// Gives every computed tensor of the ordered graph a place and frees it after its last use (ggml_gallocr).
class Planner {
public:
    Planner(const ComputeGraph& graph, const GraphBackends& backends)
        : m_graph(graph),
          m_backends(backends),
          m_states(graph.size()) {
        m_buffers.assign(static_cast<std::size_t>(backends.gpus), BestFitAllocator(kGpuAlignment));
        m_buffers.emplace_back(kCpuAlignment);
    }

    std::vector<std::int64_t> run(const std::vector<TensorId>& order, const std::vector<TensorId>& permanent) {
        for (const TensorId id : permanent) {
            state(id).permanent = true;
            allocate(id);
        }
        for (const TensorId id : m_graph.leafs()) {
            allocate(id);
        }
        for (const TensorId id : order) {
            const GraphTensor& node = m_graph[id];
            if (node.isView() && node.op != GraphOp::None) {
                ++state(node.viewOf).views;
            }
            for (const TensorId source : node.sources) {
                if (source != kNoTensor) {
                    ++state(source).children;
                }
            }
        }
        for (const TensorId id : order) {
            allocate(id);
            for (const TensorId source : m_graph[id].sources) {
                if (source != kNoTensor) {
                    leave(source);
                }
            }
        }
        std::vector<std::int64_t> peaks;
        for (const BestFitAllocator& buffer : m_buffers) {
            peaks.push_back(buffer.peak());
        }
        return peaks;
    }

private:
    struct State {
        std::int32_t children = 0;
        std::int32_t views = 0;
        std::int64_t offset = 0;
        bool allocated = false;
        bool permanent = false;
        std::int16_t buffer = 0;
    };
    State& state(TensorId id) { return m_states[static_cast<std::size_t>(id)]; }

    [[nodiscard]] std::int64_t sizeIn(std::int16_t buffer, const GraphTensor& tensor) const {
        std::int64_t bytes = tensor.bytes();
        if (buffer == m_backends.cpu()) {
            return bytes;
        }
        if (tensor.gpuExtra > 0) {
            bytes = (bytes + kGpuAlignment - 1) / kGpuAlignment * kGpuAlignment + tensor.gpuExtra;
        }
        const std::int64_t rest = tensor.shape[0] % kQuantizedRow;
        if (tensor.layout.quantized() && rest != 0) {
            bytes += (kQuantizedRow - rest) / tensor.layout.blockValues * tensor.layout.blockBytes;
        }
        return bytes;
    }

    [[nodiscard]] static bool canOverwrite(GraphOp op) { return op == GraphOp::InPlace || op == GraphOp::Rope; }

    bool overwrite(TensorId id) {
        const GraphTensor& node = m_graph[id];
        for (const TensorId parentId : node.sources) {
            if (parentId == kNoTensor) {
                continue;
            }
            const GraphTensor& parent = m_graph[parentId];
            State& of = state(parentId);
            if (!of.allocated || of.permanent || parent.kept || of.children != 1 || of.views != 0 ||
                parent.layout != node.layout || parent.shape != node.shape || parent.stride != node.stride) {
                continue;
            }
            State& own = state(id);
            own.buffer = of.buffer;
            own.offset = of.offset;
            of.allocated = false;
            const BestFitAllocator& buffer = m_buffers[static_cast<std::size_t>(of.buffer)];
            const std::int64_t had = buffer.aligned(sizeIn(of.buffer, parent));
            const std::int64_t needs = buffer.aligned(sizeIn(own.buffer, node));
            if (had > needs) {
                m_buffers[static_cast<std::size_t>(of.buffer)].release(of.offset + needs, had - needs);
            }
            return true;
        }
        return false;
    }

    void allocate(TensorId id) {
        const GraphTensor& tensor = m_graph[id];
        State& own = state(id);
        if (own.allocated || tensor.external() || tensor.isView()) {
            return;
        }
        own.allocated = true;
        if (canOverwrite(tensor.op) && overwrite(id)) {
            return;
        }
        own.buffer = tensor.backend;
        own.offset = m_buffers[static_cast<std::size_t>(own.buffer)].allocate(sizeIn(own.buffer, tensor));
    }

    void leave(TensorId id) {
        State& own = state(id);
        --own.children;
        if (own.children != 0 || own.views != 0) {
            return;
        }
        const GraphTensor& tensor = m_graph[id];
        if (!tensor.isView()) {
            release(id);
            return;
        }
        State& root = state(tensor.viewOf);
        --root.views;
        if (root.views == 0 && root.children == 0) {
            release(tensor.viewOf);
        }
    }

    void release(TensorId id) {
        State& own = state(id);
        if (!own.allocated || own.permanent || m_graph[id].kept) {
            return;
        }
        m_buffers[static_cast<std::size_t>(own.buffer)].release(own.offset, sizeIn(own.buffer, m_graph[id]));
        own.allocated = false;
    }

    const ComputeGraph& m_graph;
    GraphBackends m_backends;
    std::vector<State> m_states;
    std::vector<BestFitAllocator> m_buffers;
};

} // namespace

std::vector<std::int64_t> planMemory(ComputeGraph& graph, const GraphBackends& backends) {
    const GraphSchedule schedule = scheduleGraph(graph, backends);
    return Planner(graph, backends).run(schedule.order, schedule.permanent);
}

} // namespace vram
