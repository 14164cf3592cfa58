// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_json.h"
#include "core/source/gguf/gguf_model.h"
#include "fuzz/claimed_source.h"
#include "fuzz/harness.h"

#include <array>

// The header of a GGUF and the model that it describes: once as it is, once as the beginning of a file that claims to
// be huge, as a server or a sparse file may.

using namespace vram;

namespace {

void describe(std::span<const GgufFile> parts) {
    Result<ModelDescription> model = describeGguf(parts);
    if (!model) {
        fuzz::require(!model.error().where.empty() || model.error().code == ErrorCode::Overflow);
        return;
    }
    fuzz::answer(std::move(model).value());
}

/// Whether the file ends too early.
bool readAs(std::string_view bytes, std::uint64_t size) {
    fuzz::ClaimedSource source(bytes, size);
    const Result<GgufFile> file = readGguf(source);
    if (!file) {
        fuzz::require(file.error().where.starts_with("byte "));
        return file.error().code == ErrorCode::EndsEarly;
    }
    (void)ggufToJson(*file).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    describe({&*file, 1});
    describe(std::array{*file, *file});
    return false;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text(data, size);
    if (readAs(bytes, bytes.size())) {
        readAs(bytes, fuzz::kHuge);
    }
    return 0;
}
