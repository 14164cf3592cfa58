// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/rule_text.h"

#include "ui/text/substitute.h"
#include "ui/why/explanation_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace vram::ui {

QString inferenceRuleText(const InferenceRule& rule, Bytes need, ByteUnit unit) {
    const auto factor = [](std::string_view id) { return QLocale().toString(ruleFigure(id).high, 'g', 3); };
    if (rule.rules[1].empty()) {
        //: what the weights are multiplied by, the product, this program's need
        return substitute(QCoreApplication::translate("Why", "Rule of thumb: weights × %1 = %2, here %3."),
                          {factor(rule.rules[0]), fineBytes(rule.byRule, unit), fineBytes(need, unit)});
    }
    //: two factors, the product, this program's need
    return substitute(
        QCoreApplication::translate("Why", "Rule of thumb: weights × %1 × %2 = %3, here %4."),
        {factor(rule.rules[0]), factor(rule.rules[1]), fineBytes(rule.byRule, unit), fineBytes(need, unit)});
}

} // namespace vram::ui
