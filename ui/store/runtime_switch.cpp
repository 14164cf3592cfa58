// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/runtime_switch.h"

namespace vram::ui {

QString runtimeName(const RuntimeProfile& runtime) {
    return QString::fromUtf8(runtime.name.data(), static_cast<qsizetype>(runtime.name.size()));
}

} // namespace vram::ui
