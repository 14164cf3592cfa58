// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/buffer_program.h"
#include "core/memory/layout.h"
#include "core/memory/llamacpp_graph.h"
#include "core/scenario/resolve.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vram {

/// What llama.cpp's working buffers depend on besides context and batch.
struct BufferFamilyKey {
    std::shared_ptr<const Architecture> architecture;
    std::shared_ptr<const WeightSizes> weights;
    std::string ggufArchitecture;
    ElementLayout keyLayout = kF16;
    ElementLayout valueLayout = kF16;
    bool flashAttention = true;
    bool unified = false;
    friend bool operator==(const BufferFamilyKey&, const BufferFamilyKey&) = default;
};

/// Plans of all questions that differ in context, batch and machine alone. A layout is reduced to the layers that
/// decide the peak, so that placements which differ only in how many alike layers lie on a card share one. Not
/// thread-safe.
class BufferFamily {
public:
    BufferFamily(BufferFamilyKey key, std::shared_ptr<PlanStore> plans);
    BufferFamily(const BufferFamily&) = delete; // settings point into this object
    BufferFamily& operator=(const BufferFamily&) = delete;

    [[nodiscard]] const BufferFamilyKey& key() const { return m_key; }
    [[nodiscard]] const GraphTraits& traits() const { return m_settings[kAsWritten].traits; }
    [[nodiscard]] PlanStore& plans() { return *m_plans; }
    /// Positions that the layers with a sliding window see; 0: there are none.
    [[nodiscard]] std::int64_t window() const { return m_window; }
    [[nodiscard]] std::int64_t heads() const { return m_heads; }

    /// Files whose positions are rotated, or not, where llama.cpp goes by what the file says.
    enum Variant : std::uint8_t { kAsWritten, kUnrotated };
    static constexpr std::size_t kVariants = 2;
    [[nodiscard]] GraphSettings settings(Variant variant, const GraphWorkload& load) const;

    /// The segments of a question, built when first asked for.
    struct Question {
        GraphWorkload load;
        WorkloadKind kind;
        WorkloadTerms terms{};
        bool countable = true; ///< false: figures beyond 64 bits
        int searches = 2;      ///< laws and regions that may be looked for: no step of a slider takes long
        struct Built {
            GraphSettings settings;
            std::unique_ptr<LlamaCppSegments> segments;
        };
        std::array<std::unique_ptr<Built>, kVariants> built;
    };

    /// Where a layout puts the segments.
    struct Placed {
        struct Put {
            std::uint16_t part = 0;
            std::int16_t backend = 0;
            friend bool operator==(const Put&, const Put&) = default;
        };
        GraphBackends backends;
        std::vector<SegmentName> parts; ///< the different ones
        std::vector<Put> puts;          ///< in order of execution
        std::array<std::vector<std::unique_ptr<BufferProgram>>, kVariants> programs;
    };
    /// The reference holds until the next call.
    [[nodiscard]] Placed& placed(const Layout& layout);
    /// Bytes of each backend's buffer; the reference holds until the next call.
    [[nodiscard]] const std::vector<std::int64_t>& peaks(Placed& placed, Variant variant, Question& question);

    struct Program {
        BufferProgram* program = nullptr;
        SizeLaws::Built built;
    };
    /// The program for the question's own segments.
    [[nodiscard]] Program programOf(Placed& placed, Variant variant, Question& question);

private:
    struct Known {
        std::vector<Layout::Device> devices;
        bool allOnDevices = false;
        std::int64_t cpuExperts = 0;
        bool kvInRam = false;
        bool rowSplit = false;
        Placed* placed = nullptr;

        [[nodiscard]] bool isOf(const Layout& layout) const {
            return allOnDevices == layout.allOnDevices() && cpuExperts == layout.cpuExperts &&
                   kvInRam == layout.kvInRam && rowSplit == layout.rowSplit && devices == layout.devices;
        }
    };
    [[nodiscard]] Placed place(const Layout& layout) const;
    [[nodiscard]] Placed& placedAnew(const Layout& layout);

    BufferFamilyKey m_key;
    std::shared_ptr<PlanStore> m_plans;
    StoredLayers m_noMatrices; ///< stands in for weights that are no GGUF
    std::array<GraphSettings, kVariants> m_settings;
    std::int64_t m_window = 0;
    std::int64_t m_heads = 1;
    std::vector<std::unique_ptr<Placed>> m_placed;
    std::vector<Known> m_known;
};

} // namespace vram
