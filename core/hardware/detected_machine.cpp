// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hardware/detected_machine.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

struct TroubleId {
    MachineTroubleCode code;
    std::string_view id;
};

constexpr std::array kTroubleIds{
    TroubleId{MachineTroubleCode::NoGpu, "no-gpu"},
    TroubleId{MachineTroubleCode::NoNvidiaSmi, "no-nvidia-smi"},
    TroubleId{MachineTroubleCode::ProgramFailed, "program-failed"},
    TroubleId{MachineTroubleCode::ProgramTimedOut, "program-timed-out"},
    TroubleId{MachineTroubleCode::ProgramAnswerUnread, "program-answer-unread"},
    TroubleId{MachineTroubleCode::UnknownGpu, "unknown-gpu"},
    TroubleId{MachineTroubleCode::GpuMemoryDiffers, "gpu-memory-differs"},
    TroubleId{MachineTroubleCode::GpuMemoryUnknown, "gpu-memory-unknown"},
    TroubleId{MachineTroubleCode::GpuPartitioned, "gpu-partitioned"},
    TroubleId{MachineTroubleCode::FileUnreadable, "file-unreadable"},
    TroubleId{MachineTroubleCode::ValueOutOfRange, "value-out-of-range"},
    TroubleId{MachineTroubleCode::RamUnknown, "ram-unknown"},
    TroubleId{MachineTroubleCode::RamTypeUnknown, "ram-type-unknown"},
    TroubleId{MachineTroubleCode::RamTypeNeedsRoot, "ram-type-needs-root"},
    TroubleId{MachineTroubleCode::RamMixed, "ram-mixed"},
    TroubleId{MachineTroubleCode::CoresUnknown, "cores-unknown"},
};

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < kTroubleIds.size(); ++i) {
        if (static_cast<std::size_t>(kTroubleIds[i].code) != i) {
            return false;
        }
    }
    return static_cast<std::size_t>(MachineTroubleCode::CoresUnknown) + 1 == kTroubleIds.size();
}
static_assert(isInOrder());

} // namespace

std::string_view machineTroubleId(MachineTroubleCode code) { return kTroubleIds.at(static_cast<std::size_t>(code)).id; }

} // namespace vram
