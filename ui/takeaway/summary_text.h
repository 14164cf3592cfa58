// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <cstddef>

namespace vram::ui {

/// The question and the verdict of every row in short lines, then the link: to paste into a message.
[[nodiscard]] QString summaryText(Snapshot snapshot, ByteUnit unit);

/// One row's line of it.
[[nodiscard]] QString rowText(Snapshot snapshot, std::size_t row, ByteUnit unit);

} // namespace vram::ui
