// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/measured_cases.h"

#include <utility>

namespace vram::test {

/// The question with the shipped catalogue; an error ends the test program with its code and place.
inline Resolved resolvedOf(const Scenario& scenario) {
    auto resolved = resolve(scenario, shippedCatalog());
    if (!resolved) {
        qFatal("%s", words(resolved.error()).constData());
    }
    return std::move(resolved).value();
}

/// The answer, with the same end where there is none.
inline Report answered(const Resolved& resolved) {
    auto result = report(resolved);
    if (!result) {
        qFatal("%s", words(result.error()).constData());
    }
    return std::move(result).value();
}
inline Report answered(const Scenario& scenario) { return answered(resolvedOf(scenario)); }

} // namespace vram::test
