// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_json.h"
#include "core/scenario/scenario_link.h"
#include "fuzz/harness.h"

// A link as it comes by a chat or a web page: what is read makes the same scenario again when it is written.

using namespace vram;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view link = findLink(fuzz::text(data, size));
    const Result<Scenario> scenario = scenarioFromLink(link);
    if (!scenario) {
        return 0;
    }
    const Result<ScenarioLink> written = linkOf(*scenario);
    if (!written) { // escapes take three bytes where the link had one
        fuzz::require(written.error().code == ErrorCode::TooLarge);
        return 0;
    }
    const Result<Scenario> again = scenarioFromLink(written->text);
    fuzz::require(!written->leftOutFolder && again.ok());
    // A JSON that keeps nothing of what is usual may say less than the link did.
    fuzz::require(scenarioToJson(*again) == scenarioToJson(*scenario));
    return 0;
}
