// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextStream>

#include "core/catalog/catalog.h"
#include "ui/settings/settings.h"
#include "ui/window/command_line.h"

#include <memory>

namespace vram::ui {

/// `vram-sizer --export` and `--report`: reads the scenario (the first start's without one), writes chart and report,
/// says on `errors` what went wrong. Unit and patterns are as remembered. The exit status: 0 written, 1 not.
[[nodiscard]] int runExport(const CommandLine& line, std::shared_ptr<const Catalog> catalog, const Settings& settings,
                            QTextStream& errors);

} // namespace vram::ui
