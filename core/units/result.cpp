// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units/result.h"

#include <array>
#include <cstddef>

namespace vram {

namespace {

struct CodeName {
    ErrorCode code;
    std::string_view id;
};

constexpr std::array kCodeNames{
    CodeName{ErrorCode::NotJson, "not-json"},
    CodeName{ErrorCode::UnknownKey, "unknown-key"},
    CodeName{ErrorCode::MissingKey, "missing-key"},
    CodeName{ErrorCode::WrongType, "wrong-type"},
    CodeName{ErrorCode::OutOfRange, "out-of-range"},
    CodeName{ErrorCode::NotFinite, "not-finite"},
    CodeName{ErrorCode::UnknownValue, "unknown-value"},
    CodeName{ErrorCode::UnknownModel, "unknown-model"},
    CodeName{ErrorCode::UnknownGpu, "unknown-gpu"},
    CodeName{ErrorCode::UnknownWeightFormat, "unknown-weight-format"},
    CodeName{ErrorCode::UnknownKvFormat, "unknown-kv-format"},
    CodeName{ErrorCode::UnknownRuntime, "unknown-runtime"},
    CodeName{ErrorCode::UnsupportedSchema, "unsupported-schema"},
    CodeName{ErrorCode::UnsupportedTask, "unsupported-task"},
    CodeName{ErrorCode::UnsupportedRuntime, "unsupported-runtime"},
    CodeName{ErrorCode::UnsupportedSource, "unsupported-source"},
    CodeName{ErrorCode::Overflow, "overflow"},
    CodeName{ErrorCode::Duplicate, "duplicate"},
    CodeName{ErrorCode::Inconsistent, "inconsistent"},
    CodeName{ErrorCode::NotThisKind, "not-this-kind"},
    CodeName{ErrorCode::EndsEarly, "ends-early"},
    CodeName{ErrorCode::BigEndian, "big-endian"},
    CodeName{ErrorCode::FileUnreadable, "file-unreadable"},
    CodeName{ErrorCode::TooLarge, "too-large"},
    CodeName{ErrorCode::StillReading, "still-reading"},
    CodeName{ErrorCode::LayoutUnknown, "layout-unknown"},
    CodeName{ErrorCode::BadAddress, "bad-address"},
    CodeName{ErrorCode::NoNetwork, "no-network"},
    CodeName{ErrorCode::NotFound, "not-found"},
    CodeName{ErrorCode::AccessGated, "access-gated"},
    CodeName{ErrorCode::TokenMissing, "token-missing"},
    CodeName{ErrorCode::TokenRefused, "token-refused"},
    CodeName{ErrorCode::ServerError, "server-error"},
    CodeName{ErrorCode::ServerWithoutRanges, "server-without-ranges"},
    CodeName{ErrorCode::Timeout, "timeout"},
    CodeName{ErrorCode::RedirectRefused, "redirect-refused"},
    CodeName{ErrorCode::MalformedAnswer, "malformed-answer"},
    CodeName{ErrorCode::Cancelled, "cancelled"},
    CodeName{ErrorCode::NoModelFiles, "no-model-files"},
    CodeName{ErrorCode::ChoiceNeeded, "choice-needed"},
    CodeName{ErrorCode::NotReadYet, "not-read-yet"},
    CodeName{ErrorCode::BadLink, "bad-link"},
};

constexpr bool isIndexedByCode() {
    for (std::size_t i = 0; i < kCodeNames.size(); ++i) {
        if (static_cast<std::size_t>(kCodeNames[i].code) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isIndexedByCode());

} // namespace

std::string_view errorCodeId(ErrorCode code) { return kCodeNames.at(static_cast<std::size_t>(code)).id; }

} // namespace vram
