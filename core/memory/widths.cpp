// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/engines.h"

#include <algorithm>
#include <variant>

namespace vram {

namespace {

struct AttentionWidths {
    Widths& widths;
    void operator()(const std::monostate&) const {}
    void operator()(const CompressedAttention& attention) const {
        widths.heads = std::max(widths.heads, attention.heads);
    }
    void operator()(const GroupedAttention& attention) const {
        widths.heads = std::max(widths.heads, attention.heads);
        widths.query = std::max(widths.query, attention.queryWidth());
        widths.key = std::max(widths.key, attention.keyWidth());
        widths.attentionOut = std::max(widths.attentionOut, attention.heads * attention.valueDim);
        if (attention.windowKind == WindowKind::Full) {
            widths.fullAttention = true;
        } else {
            widths.window = std::max(widths.window, attention.window);
        }
    }
    void operator()(const LatentAttention& attention) const {
        widths.heads = std::max(widths.heads, attention.heads);
        widths.query = std::max(widths.query, attention.heads * (attention.nopeDim + attention.ropeDim));
        widths.key = std::max(widths.key, attention.kvRank + attention.ropeDim);
        widths.attentionOut = std::max(widths.attentionOut, attention.heads * attention.valueDim);
        widths.latent = true;
        widths.fullAttention = true;
    }
};

struct FeedForwardWidths {
    Widths& widths;
    void operator()(const std::monostate&) const {}
    void operator()(const DenseFeedForward& part) const {
        widths.feedForward = std::max(widths.feedForward, part.width);
    }
    void operator()(const MixtureOfExperts& part) const {
        widths.experts = std::max(widths.experts, part.usedExperts * part.expertWidth);
        widths.usedExperts = std::max(widths.usedExperts, part.usedExperts);
        widths.sharedExperts = std::max(widths.sharedExperts, part.sharedWidth);
        widths.feedForward = std::max({widths.feedForward, part.denseWidth, part.sharedWidth});
    }
};

} // namespace

Widths widthsOf(const Architecture& architecture) {
    Widths widths;
    widths.hidden = architecture.hiddenSize;
    for (const Block& block : architecture.blocks) {
        std::visit(AttentionWidths{widths}, block.attention);
        std::visit(FeedForwardWidths{widths}, block.feedForward);
        widths.recurrent = widths.recurrent || block.recurrent.has_value();
    }
    return widths;
}

} // namespace vram
