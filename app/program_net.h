// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/net_settings.h"

namespace vram::app {

/// As both programs ask repositories: by the user's environment, with one cache. Needs an application and its name.
[[nodiscard]] net::NetSettings programNetSettings();

} // namespace vram::app
