// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/gguf_header.h"

#include "core/model/gguf_names.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vram {

namespace {

/// What the key-values of published files take: file size less the tensors and their list. Mostly tokens, their types
/// and scores or merges; chat template and the publisher's own keys differ by a few kilobytes.
struct KnownTokenizer {
    std::int64_t least = 0; ///< rows of the token embedding, fillers included
    std::int64_t most = 0;
    std::int64_t rows = 0; ///< of the files that were measured
    std::int64_t bytes = 0;
};

// From published_file_bytes of tests/measured/gguf_sizes.jsonl.
constexpr std::array kTokenizers{
    KnownTokenizer{32'000, 32'768, 32'000, 723'738},       // SentencePiece: Llama 2 7B and 13B, Mistral 7B v0.3
    KnownTokenizer{100'277, 100'352, 100'352, 3'541'076},  // cl100k with merges: Phi-4
    KnownTokenizer{128'256, 128'264, 128'256, 7'822'854},  // Llama 3: Llama 3.1 8B, 3.2 1B
    KnownTokenizer{151'643, 152'064, 151'936, 5'933'878},  // Qwen2: Qwen2.5 0.5B to 32B, Qwen3 0.6B to 32B
    KnownTokenizer{201'088, 201'088, 201'088, 12'980'902}, // o200k: gpt-oss 20B
    KnownTokenizer{262'144, 262'400, 262'144, 6'512'983},  // Gemma 3 1B and 12B
};
// The published Gemma 3 27B has 4.4 % more than the other two; everything else lies within 0.1 %.
constexpr double kKnownLow = 0.995;
constexpr double kKnownHigh = 1.05;
// Bytes a token of tokenizers that were not measured: 22.6 to 64.6 for those above.
constexpr double kUnknownLow = 20;
constexpr double kUnknownTypical = 40;
constexpr double kUnknownHigh = 70;
/// Magic, version, two counts.
constexpr std::int64_t kFixedHeader = 4 + 4 + 8 + 8;

ByteRange keyValueBytes(std::int64_t rows) {
    const auto* const known = std::find_if(kTokenizers.begin(), kTokenizers.end(), [rows](const KnownTokenizer& row) {
        return row.least <= rows && rows <= row.most;
    });
    const auto tokens = static_cast<double>(rows);
    if (known == kTokenizers.end()) {
        return {Bytes::fromDouble(tokens * kUnknownLow), Bytes::fromDouble(tokens * kUnknownTypical),
                Bytes::fromDouble(tokens * kUnknownHigh)};
    }
    const double bytes = static_cast<double>(known->bytes) * tokens / static_cast<double>(known->rows);
    return {Bytes::fromDouble(bytes * kKnownLow), Bytes::fromDouble(std::round(bytes)),
            Bytes::fromDouble(bytes * kKnownHigh)};
}

/// Dimensions that the file gives a tensor.
std::int64_t dimensionsOf(const Architecture& architecture, const Tensor& tensor, std::string_view name) {
    if (tensor.slices > 1) {
        return 3;
    }
    if (tensor.rows > 1) {
        return 2;
    }
    // Mamba-2 stores A and D as one column.
    const bool column = (name == "ssm_a" || name == "ssm_d") && architecture.layer(tensor.layer).recurrent &&
                        architecture.layer(tensor.layer).recurrent->kind == RecurrentKind::Mamba2;
    return column ? 2 : 1;
}

constexpr std::int64_t digits(std::int64_t number) {
    std::int64_t count = 1;
    for (; number >= 10; number /= 10) {
        ++count;
    }
    return count;
}

} // namespace

Bytes ggufTensorInfoBytes(const Architecture& architecture, const std::vector<Tensor>& inventory) {
    // Length and name, number of dimensions, dimensions, type, offset (the GGUF specification).
    constexpr std::int64_t kFixed = 8 + 4 + 4 + 8;
    GgufNames names(architecture);
    std::int64_t bytes = 0;
    for (const Tensor& tensor : inventory) {
        const std::string_view name = names.nextSuffix(tensor);
        const std::int64_t prefix = tensor.layer < 0 ? 0 : digits(tensor.layer) + 5; // "blk." and "."
        bytes +=
            kFixed + prefix + static_cast<std::int64_t>(name.size()) + 8 * dimensionsOf(architecture, tensor, name);
    }
    return Bytes{bytes};
}

ByteRange ggufHeaderBytes(const Architecture& architecture, const std::vector<Tensor>& inventory) {
    const Bytes rest = Bytes{kFixedHeader} + ggufTensorInfoBytes(architecture, inventory);
    const ByteRange keyValues = keyValueBytes(architecture.ggufRows());
    const auto padded = [&](Bytes bytes) { return Bytes{roundUp((bytes + rest).count(), kGgufAlignment)}; };
    return {padded(keyValues.low), padded(keyValues.typical), padded(keyValues.high)};
}

} // namespace vram
