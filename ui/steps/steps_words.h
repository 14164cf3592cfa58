// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/advice/steps.h"
#include "ui/text/format.h"

namespace vram::ui {

/// The sentences of the path, translated when called.
class StepsWords {
    Q_DECLARE_TR_FUNCTIONS(vram::ui::StepsWords)

public:
    [[nodiscard]] static QString purpose(Purpose purpose);
    [[nodiscard]] static QString purposeDetails(Purpose purpose); ///< what it needs memory for
    [[nodiscard]] static QString quality(Quality quality);
    [[nodiscard]] static QString qualityDetails(Quality quality);
    /// "as published (BF16)", "Q4_K_M".
    [[nodiscard]] static QString weights(const StepsKnowledge& knowledge, const std::string& weights);
    [[nodiscard]] static QString machine(const StepsCandidate& candidate); ///< "2× RTX 3090 24 GB"
    /// "Fits", "Too slow", "Tight" ...
    [[nodiscard]] static QString verdict(const StepsCandidate& candidate);
    [[nodiscard]] static QString price(const StepsCandidate& candidate); ///< "US$ 1,299"; "not known"

    // What is known after each step.
    [[nodiscard]] static QString afterTask(const StepsKnowledge& knowledge, ByteUnit unit);
    [[nodiscard]] static QString afterQuality(const StepsKnowledge& knowledge, ByteUnit unit);
    [[nodiscard]] static QString afterLoad(const StepsQuestion& question, const StepsKnowledge& knowledge,
                                           ByteUnit unit);
    /// The recommendation with its reason, or that there is none.
    [[nodiscard]] static QString recommendation(const StepsQuestion& question, const StepsKnowledge& knowledge,
                                                const StepsAnswer& answer, ByteUnit unit);
    /// What was looked through, and what was left out.
    [[nodiscard]] static QString scope(const StepsQuestion& question, const StepsAnswer& answer);
    [[nodiscard]] static QString giveWay(const StepsGiveWay& way, const StepsKnowledge& knowledge);
};

} // namespace vram::ui
