// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/explain.h"
#include "core/report/report.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace vram {

/// Words for codes, supplied by the front end: the core has none.
struct Wording {
    std::function<std::string(const Note&)> note;
    std::function<std::string(const Error&)> error;
};

/// What the question could grow to, where it was looked for (core/advice/limits.h).
struct ReportLimits {
    std::optional<std::int64_t> context;
    std::optional<std::int64_t> batch;
};

/// Report JSON, schema 1 (docs/schema.md): bytes are integers; what is not known is absent.
[[nodiscard]] nlohmann::ordered_json reportToJson(const Report& report, const Wording& wording,
                                                  const ReportLimits& limits = {});
/// Explanations of every part: [{"part", "formula", "operands": [{"id", "value", "unit", "source", "detail"}],
/// "bytes"...}]
[[nodiscard]] nlohmann::ordered_json explanationsToJson(const Resolved& resolved);
/// {"error": {"code", "where", "message"}}
[[nodiscard]] nlohmann::ordered_json errorToJson(const Error& error, const Wording& wording);

} // namespace vram
