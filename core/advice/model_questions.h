// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_sizer.h"
#include "core/memory/demand.h"
#include "core/placement/cards.h"
#include "core/scenario/resolve.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace vram {

/// One catalogue model under one scenario in many formats: names are looked up, tensors listed and llama.cpp's working
/// buffers planned once for all of them.
class ModelQuestions {
public:
    /// `model` answers the scenario in the first format to be asked.
    ModelQuestions(Resolver& resolver, Resolved model, const Machine& machine);
    ModelQuestions(const ModelQuestions&) = delete;
    ModelQuestions& operator=(const ModelQuestions&) = delete;

    /// Whether questions of this scenario may be shared out like that: inference with nothing beside the model, and
    /// with everything on the cards unless they are too small.
    [[nodiscard]] static bool shares(const Scenario& scenario);

    struct Asked {
        const Resolved* question = nullptr;
        Demand demand;
    };
    /// The question in another format.
    void ask(const WeightFormat& format);
    /// The question asked last, as the runtime settles it on these cards. Valid until the next call.
    [[nodiscard]] const Asked& on(const Cards& cards);
    /// The same with what a search for layers needs, asked of the resolver. Valid until ask().
    [[nodiscard]] Resolved& searchable();

private:
    struct Buffers {
        std::optional<std::int64_t> logicalBatch;
        std::int64_t batch = 0;
        std::shared_ptr<LlamaCppBuffers> buffers;
    };
    [[nodiscard]] std::shared_ptr<LlamaCppBuffers> buffersOf(const Resolved& question);

    Resolver& m_resolver;
    std::shared_ptr<const WeightSizes> m_firstWeights; ///< with what plans need
    Resolved m_question;
    WeightSizer m_sizer;
    std::vector<Buffers> m_buffers;
    std::optional<Resolved> m_settled;
    Asked m_asked;
    bool m_demandKnown = false; ///< of m_question itself
    std::optional<Resolved> m_searchable;
};

} // namespace vram
