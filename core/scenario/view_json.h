// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/json_fields.h"
#include "core/scenario/scenario.h"

#include <string>
#include <vector>

namespace vram {

/// The words of `task`, as in `view.values` where tasks are compared.
constexpr Words<Task, 4> kTaskWords{
    {{"inference", Task::Inference}, {"lora", Task::Lora}, {"qlora", Task::Qlora}, {"full", Task::Full}}};

[[nodiscard]] ViewChoice readView(const Json& value, const std::string& path, std::vector<Error>& errors);
[[nodiscard]] Json viewToJson(const ViewChoice& view);

} // namespace vram
