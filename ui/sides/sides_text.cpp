// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sides/sides_text.h"

#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kNoBreakSpace(0x00A0);

struct Words {
    const char* label;
    const char* tip;
};

// Ordered by property; translated at the call.
constexpr std::array<Words, kSideProperties> kProperties{{
    {QT_TRANSLATE_NOOP("Sides", "Verdict"), QT_TRANSLATE_NOOP("Sides", "Whether everything lies on the cards")},
    {QT_TRANSLATE_NOOP("Sides", "Need"), QT_TRANSLATE_NOOP("Sides", "With everything on the cards, and its range")},
    {QT_TRANSLATE_NOOP("Sides", "Left over"),
     QT_TRANSLATE_NOOP("Sides", "On the fullest card; negative: what is missing")},
    {QT_TRANSLATE_NOOP("Sides", "Longest context"),
     QT_TRANSLATE_NOOP("Sides", "That fits with the safety margin, up to what the model was made for")},
    {QT_TRANSLATE_NOOP("Sides", "Layers on the GPU"),
     QT_TRANSLATE_NOOP("Sides", "As placed, the output layer included")},
    {QT_TRANSLATE_NOOP("Sides", "Generating (decode)"),
     QT_TRANSLATE_NOOP("Sides", "For one user, at the beginning of the context")},
    {QT_TRANSLATE_NOOP("Sides", "Prompt (prefill)"), QT_TRANSLATE_NOOP("Sides", "Speed of reading the prompt")},
    {QT_TRANSLATE_NOOP("Sides", "First token"),
     QT_TRANSLATE_NOOP("Sides", "Time from the prompt to the first token of the answer")},
    {QT_TRANSLATE_NOOP("Sides", "Training"), QT_TRANSLATE_NOOP("Sides", "All cards together")},
    {QT_TRANSLATE_NOOP("Sides", "Speed per watt"),
     QT_TRANSLATE_NOOP("Sides", "Generating for all users together, by the cards' thermal design power")},
    {QT_TRANSLATE_NOOP("Sides", "Cores"),
     QT_TRANSLATE_NOOP("Sides", "Shader cores of all cards; only the same vendor's compare")},
    {QT_TRANSLATE_NOOP("Sides", "Memory bandwidth"), QT_TRANSLATE_NOOP("Sides", "Of one card, the slowest one")},
    {QT_TRANSLATE_NOOP("Sides", "VRAM"), QT_TRANSLATE_NOOP("Sides", "Of all cards, as sold")},
    {QT_TRANSLATE_NOOP("Sides", "Usable"), QT_TRANSLATE_NOOP("Sides", "What a process can have of all cards together")},
    {QT_TRANSLATE_NOOP("Sides", "Compute"),
     QT_TRANSLATE_NOOP("Sides", "16-bit matrix operations of all cards together, without sparsity")},
    {QT_TRANSLATE_NOOP("Sides", "TDP"), QT_TRANSLATE_NOOP("Sides", "Thermal design power of all cards together")},
    {QT_TRANSLATE_NOOP("Sides", "Launch price"),
     QT_TRANSLATE_NOOP("Sides", "Of all cards in US dollars when they were released, where it is known")},
    {QT_TRANSLATE_NOOP("Sides", "Price per GB"), QT_TRANSLATE_NOOP("Sides", "Launch price by VRAM")},
    {QT_TRANSLATE_NOOP("Sides", "Year"), QT_TRANSLATE_NOOP("Sides", "Release year of the oldest card")},
    {QT_TRANSLATE_NOOP("Sides", "Machine"), QT_TRANSLATE_NOOP("Sides", "Its cards")},
    {QT_TRANSLATE_NOOP("Sides", "Model"), QT_TRANSLATE_NOOP("Sides", "What is asked about")},
    {QT_TRANSLATE_NOOP("Sides", "Task"), QT_TRANSLATE_NOOP("Sides", "What is asked about")},
    {QT_TRANSLATE_NOOP("Sides", "Weight format"), QT_TRANSLATE_NOOP("Sides", "What is asked about")},
    {QT_TRANSLATE_NOOP("Sides", "Context"), QT_TRANSLATE_NOOP("Sides", "Tokens of one sequence")},
    {QT_TRANSLATE_NOOP("Sides", "Sequences at once"),
     QT_TRANSLATE_NOOP("Sides", "Concurrent requests; in training the micro-batch")},
    {QT_TRANSLATE_NOOP("Sides", "KV cache format"), QT_TRANSLATE_NOOP("Sides", "What is asked about")},
    {QT_TRANSLATE_NOOP("Sides", "Runtime"), QT_TRANSLATE_NOOP("Sides", "What is asked about")},
}};

constexpr std::array<const char*, 3> kGroups{QT_TRANSLATE_NOOP("Sides", "Answer"),
                                             QT_TRANSLATE_NOOP("Sides", "Hardware"),
                                             QT_TRANSLATE_NOOP("Sides", "Question")};

QString words(const char* text) { return QCoreApplication::translate("Sides", text); }

QString whole(double value) { return QLocale().toString(value, 'f', 0); }

QString figure(double value, SideProperty property) {
    switch (property) {
    case SideProperty::Bandwidth:
        return whole(value) + kNoBreakSpace + u"GB/s"_s;
    case SideProperty::Compute:
        return formatFigure(value) + kNoBreakSpace + u"Tflop/s"_s;
    case SideProperty::Tdp:
        return whole(value) + kNoBreakSpace + u'W';
    case SideProperty::Price:
        return u"US$\u00A0"_s + whole(value);
    case SideProperty::PricePerGb:
        return u"US$\u00A0"_s + formatFigure(value);
    default:
        return formatFigure(value) + kNoBreakSpace + u"tok/s/W"_s;
    }
}

struct ValueText {
    SideProperty property;
    const Result<Report>& report;
    ByteUnit unit;

    QString operator()(std::monostate) const { return u"–"_s; }
    QString operator()(const std::string& text) const { return shownText(text); }
    QString operator()(std::int64_t count) const {
        if (property == SideProperty::Year) {
            return QString::number(count);
        }
        if (property == SideProperty::Model) {
            ResolvedModel generic;
            generic.parameters = count;
            return modelLabel(generic);
        }
        if (property == SideProperty::LargestContext && count == 0) {
            return words(QT_TRANSLATE_NOOP("Sides", "none"));
        }
        const bool tokens = property == SideProperty::Context || property == SideProperty::LargestContext;
        return tokens ? substitute(words(QT_TRANSLATE_NOOP("Sides", "%1 tokens")), {formatTokens(count)})
                      : formatTokens(count);
    }
    QString operator()(double value) const { return figure(value, property); }
    QString operator()(Bytes bytes) const {
        return property == SideProperty::Memory ? formatCapacity(bytes) : formatBytes(bytes, unit);
    }
    QString operator()(const ByteRange& range) const { return formatRange(range, unit); }
    QString operator()(const SpeedRange& range) const {
        return property == SideProperty::FirstToken ? formatSeconds(range.typical) : formatSpeed(range);
    }
    QString operator()(const SideLayers& layers) const {
        //: layers on the cards, layers of the model: "33 of 41"
        return substitute(words(QT_TRANSLATE_NOOP("Sides", "%1 of %2")),
                          {formatTokens(layers.onCards), formatTokens(layers.all)});
    }
    QString operator()(Verdict verdict) const { return report ? verdictLabel(*report) : verdictLabel(verdict); }
    QString operator()(Task task) const { return taskName(task); }
    QString operator()(const std::vector<GpuChoice>& cards) const {
        QStringList names;
        for (const GpuChoice& card : cards) {
            names += rowLabel(card);
        }
        return names.isEmpty() ? QCoreApplication::translate("Row", "CPU only") : names.join(u" + "_s);
    }
};

} // namespace

QString sidePropertyLabel(SideProperty property) {
    return words(kProperties.at(static_cast<std::size_t>(property)).label);
}

QString sidePropertyTip(SideProperty property) { return words(kProperties.at(static_cast<std::size_t>(property)).tip); }

QString sideGroupLabel(SideGroup group) { return words(kGroups.at(static_cast<std::size_t>(group))); }

QString sideValueText(const SideRow& row, std::size_t subject, const Result<Report>& report, ByteUnit unit) {
    return std::visit(ValueText{row.property, report, unit}, row.values.at(subject));
}

} // namespace vram::ui
