// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include "core/scenario/resolve.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

namespace vram::ui {

/// The figures of the guide's section by name, computed by the core: of the present scenario where it can show the
/// thing, else of a fixed example. Nothing for a section without figures.
[[nodiscard]] QMap<QString, QString> guideFigures(const QString& section, Resolver& resolver, const Snapshot& snapshot,
                                                  ByteUnit unit);

} // namespace vram::ui
