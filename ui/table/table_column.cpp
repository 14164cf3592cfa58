// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/table_column.h"

#include "core/advice/axis.h"
#include "ui/text/axis_text.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

template <MemoryPart part>
CellValue partCell(const Row& row, const Gpu*) {
    const Report* report = sized(row);
    const auto bytes = report != nullptr ? report->need.get(part) : std::nullopt;
    return bytes ? CellValue(bytes->typical) : CellValue();
}

CellValue cardCell(const Row& row, const Gpu*) { return rowTitle(row); }

CellValue totalCell(const Row& row, const Gpu*) {
    const Report* report = sized(row);
    return report != nullptr ? CellValue(report->needTotal.typical) : CellValue();
}

CellValue rangeCell(const Row& row, const Gpu*) {
    const Report* report = sized(row);
    return report != nullptr ? CellValue(report->needTotal) : CellValue();
}

CellValue usableCell(const Row& row, const Gpu*) {
    return row.report.ok() && row.report->usable > Bytes{} ? CellValue(row.report->usable) : CellValue();
}

CellValue leftCell(const Row& row, const Gpu*) {
    const Report* report = sized(row);
    return report != nullptr && report->usable > Bytes{} ? CellValue(report->headroom) : CellValue();
}

CellValue verdictCell(const Row& row, const Gpu*) {
    return row.report.ok() ? VerdictCell{row.report->verdict, verdictLabel(row.report.value())}
                           : VerdictCell{Verdict::Unknown, verdictLabel(Verdict::Unknown)};
}

CellValue decodeCell(const Row& row, const Gpu*) {
    return row.report.ok() && row.report->speed ? CellValue(SpeedCell{row.report->speed->decode.typical}) : CellValue();
}

CellValue prefillCell(const Row& row, const Gpu*) {
    const bool known = row.report.ok() && row.report->speed && row.report->speed->prefill;
    return known ? CellValue(SpeedCell{row.report->speed->prefill->typical}) : CellValue();
}

CellValue firstTokenCell(const Row& row, const Gpu*) {
    const bool known = row.report.ok() && row.report->speed && row.report->speed->firstToken;
    return known ? CellValue(SecondsCell{row.report->speed->firstToken->typical}) : CellValue();
}

CellValue trainCell(const Row& row, const Gpu*) {
    const bool known = row.report.ok() && row.report->trainTokensPerSecond;
    return known ? CellValue(SpeedCell{row.report->trainTokensPerSecond->typical}) : CellValue();
}

/// The glyph as well: a colour alone would say nothing.
CellValue targetCell(const Row& row, const Gpu*) {
    const auto target = row.report.ok() ? targetWord(row.report.value()) : std::nullopt;
    return target ? CellValue(QString(verdictIcon(target->sign) + u' ' + target->word)) : CellValue();
}

CellValue bandwidthCell(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->bandwidth.value > 0 ? CellValue(RateCell{gpu->bandwidth.value}) : CellValue();
}

CellValue coresCell(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->shaderCores ? CellValue(*gpu->shaderCores) : CellValue();
}

CellValue yearCell(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->releaseYear ? CellValue(YearCell{*gpu->releaseYear}) : CellValue();
}

CellValue tdpCell(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->tdpWatts ? CellValue(WattCell{*gpu->tdpWatts}) : CellValue();
}

CellValue priceCell(const Row&, const Gpu* gpu) {
    return gpu != nullptr && gpu->launchPriceUsd ? CellValue(PriceCell{*gpu->launchPriceUsd}) : CellValue();
}

CellValue textCell(const std::string& text) { return text.empty() ? CellValue() : CellValue(shownText(text)); }

CellValue memoryTypeCell(const Row&, const Gpu* gpu) {
    return gpu != nullptr ? textCell(gpu->memoryType) : CellValue();
}

CellValue architectureCell(const Row&, const Gpu* gpu) {
    return gpu != nullptr ? textCell(gpu->architecture) : CellValue();
}

CellValue noCell(const Row&, const Gpu*) { return {}; }

template <std::optional<RowLimits::Count> RowLimits::*member>
CellValue countLimit(const RowLimits& limits) {
    const std::optional<RowLimits::Count>& count = limits.*member;
    return count && count->value ? CellValue(*count->value) : CellValue();
}

CellValue weightsLimit(const RowLimits& limits) { return limits.weights ? textCell(limits.weights->id) : CellValue(); }

constexpr TableColumn limitColumn(std::string_view id, const char* header, const char* tip,
                                  CellValue (*limit)(const RowLimits&), bool number = true) {
    return {id, header, tip, id, true, number, false, std::nullopt, &noCell, false, false, limit};
}

template <MemoryPart part>
constexpr TableColumn partColumn(std::string_view id, const char* header, const char* tip) {
    return {id, header, tip, id, false, true, true, part, &partCell<part>};
}

constexpr std::array kColumns{
    TableColumn{"card", QT_TRANSLATE_NOOP("RowTable", "Card"), QT_TRANSLATE_NOOP("RowTable", "What is compared"),
                "name", false, false, true, std::nullopt, &cardCell},
    // The answer stands first, so that a narrow window does not hide it.
    TableColumn{"verdict", QT_TRANSLATE_NOOP("RowTable", "Verdict"),
                QT_TRANSLATE_NOOP("RowTable", "Whether it fits, and how many layers lie on the card"), "verdict", false,
                false, true, std::nullopt, &verdictCell},
    TableColumn{"left", QT_TRANSLATE_NOOP("RowTable", "Left"),
                QT_TRANSLATE_NOOP("RowTable", "What stays free on the fullest card; negative: what is missing"), "left",
                true, true, true, std::nullopt, &leftCell},
    TableColumn{"total", QT_TRANSLATE_NOOP("RowTable", "Total"),
                QT_TRANSLATE_NOOP("RowTable", "What the question needs with everything on the cards"), "total", false,
                true, true, std::nullopt, &totalCell},
    TableColumn{"range", QT_TRANSLATE_NOOP("RowTable", "Range"),
                QT_TRANSLATE_NOOP("RowTable", "The total lies in this interval; the verdict goes by its upper end"), "",
                false, true, true, std::nullopt, &rangeCell},
    TableColumn{"decode", QT_TRANSLATE_NOOP("RowTable", "Decode"),
                QT_TRANSLATE_NOOP("RowTable", "Speed of generating for one user, at the beginning of the context"),
                "decode", true, true, true, std::nullopt, &decodeCell, false, true},
    TableColumn{"train", QT_TRANSLATE_NOOP("RowTable", "Training"),
                QT_TRANSLATE_NOOP("RowTable", "Speed of training, all cards together"), "", true, true, true,
                std::nullopt, &trainCell, false, true},
    partColumn<MemoryPart::Weights>("weights", QT_TRANSLATE_NOOP("RowTable", "Weights"),
                                    QT_TRANSLATE_NOOP("RowTable", "The model's weights in the chosen format")),
    partColumn<MemoryPart::KvCache>("kv_cache", QT_TRANSLATE_NOOP("RowTable", "KV cache"),
                                    QT_TRANSLATE_NOOP("RowTable", "Keys and values of the whole context")),
    partColumn<MemoryPart::RecurrentState>(
        "recurrent_state", QT_TRANSLATE_NOOP("RowTable", "Recurrent state"),
        QT_TRANSLATE_NOOP("RowTable", "State of the layers that keep no cache; it does not grow with the context")),
    partColumn<MemoryPart::Activations>("activations", QT_TRANSLATE_NOOP("RowTable", "Activations"),
                                        QT_TRANSLATE_NOOP("RowTable", "Working memory of the computation")),
    partColumn<MemoryPart::Overhead>(
        "overhead", QT_TRANSLATE_NOOP("RowTable", "Overhead"),
        QT_TRANSLATE_NOOP("RowTable", "The driver's and the runtime's own share of every card")),
    partColumn<MemoryPart::Gradients>("gradients", QT_TRANSLATE_NOOP("RowTable", "Gradients"),
                                      QT_TRANSLATE_NOOP("RowTable", "Gradients of the trained weights")),
    partColumn<MemoryPart::Optimizer>(
        "optimizer", QT_TRANSLATE_NOOP("RowTable", "Optimizer states"),
        QT_TRANSLATE_NOOP("RowTable", "What the optimizer keeps for the trained weights")),
    partColumn<MemoryPart::Adapter>("adapter", QT_TRANSLATE_NOOP("RowTable", "LoRA adapter"),
                                    QT_TRANSLATE_NOOP("RowTable", "The adapter's own weights")),
    limitColumn(
        "max_context", QT_TRANSLATE_NOOP("RowTable", "Largest context"),
        QT_TRANSLATE_NOOP("RowTable", "The longest context that fits with the margin free, up to the model's own"),
        &countLimit<&RowLimits::context>),
    limitColumn("max_users", QT_TRANSLATE_NOOP("RowTable", "Most users"),
                QT_TRANSLATE_NOOP("RowTable", "Sequences of this context at once that fit with the margin free"),
                &countLimit<&RowLimits::users>),
    limitColumn(
        "best_weights", QT_TRANSLATE_NOOP("RowTable", "Best weights"),
        QT_TRANSLATE_NOOP("RowTable", "The weight format of most bits, from 3 to 16, that fits with the margin free"),
        &weightsLimit, false),
    limitColumn(
        "most_layers", QT_TRANSLATE_NOOP("RowTable", "Most GPU layers"),
        QT_TRANSLATE_NOOP("RowTable", "Layers that the cards hold with the margin free, the rest in RAM (llama.cpp)"),
        &countLimit<&RowLimits::layers>),
    TableColumn{"usable", QT_TRANSLATE_NOOP("RowTable", "Usable"),
                QT_TRANSLATE_NOOP("RowTable", "What a process can have of all cards together"), "usable", true, true,
                true, std::nullopt, &usableCell},
    TableColumn{"prefill", QT_TRANSLATE_NOOP("RowTable", "Prefill"),
                QT_TRANSLATE_NOOP("RowTable", "Speed of reading the prompt"), "prefill", true, true, true, std::nullopt,
                &prefillCell, false, true},
    TableColumn{"first_token", QT_TRANSLATE_NOOP("RowTable", "First token"),
                QT_TRANSLATE_NOOP("RowTable", "Time from the prompt to the first token of the answer"), "first_token",
                false, true, true, std::nullopt, &firstTokenCell, false, true},
    TableColumn{"target", QT_TRANSLATE_NOOP("RowTable", "Target"),
                QT_TRANSLATE_NOOP("RowTable", "Whether the speed reaches what you aim at"), "", false, false, true,
                std::nullopt, &targetCell, false, true},
    TableColumn{"bandwidth", QT_TRANSLATE_NOOP("RowTable", "Bandwidth"),
                QT_TRANSLATE_NOOP("RowTable", "VRAM bandwidth of one card; it limits the speed of generating"),
                "bandwidth", true, true, true, std::nullopt, &bandwidthCell, true},
    TableColumn{"cores", QT_TRANSLATE_NOOP("RowTable", "Cores"),
                QT_TRANSLATE_NOOP("RowTable", "Shader cores of one card; only the same vendor's compare"), "cores",
                true, true, true, std::nullopt, &coresCell, true},
    TableColumn{"year", QT_TRANSLATE_NOOP("RowTable", "Year"), QT_TRANSLATE_NOOP("RowTable", "Release year"), "year",
                true, true, true, std::nullopt, &yearCell, true},
    TableColumn{"tdp", QT_TRANSLATE_NOOP("RowTable", "TDP"),
                QT_TRANSLATE_NOOP("RowTable", "Thermal design power of one card"), "tdp", false, true, true,
                std::nullopt, &tdpCell, true},
    TableColumn{"memory-type", QT_TRANSLATE_NOOP("RowTable", "Memory type"),
                QT_TRANSLATE_NOOP("RowTable", "Kind of the card's memory"), "", false, false, false, std::nullopt,
                &memoryTypeCell, true},
    TableColumn{"price", QT_TRANSLATE_NOOP("RowTable", "Launch price"),
                QT_TRANSLATE_NOOP("RowTable", "Price of one card in US dollars when it was released"), "price", false,
                true, false, std::nullopt, &priceCell, true},
    TableColumn{"architecture", QT_TRANSLATE_NOOP("RowTable", "Architecture"),
                QT_TRANSLATE_NOOP("RowTable", "The card's own architecture"), "", false, false, false, std::nullopt,
                &architectureCell, true},
};

QString whole(double value) { return QLocale().toString(value, 'f', 0); }

struct Worded {
    ByteUnit unit;
    QString operator()(const std::monostate&) const { return {}; }
    QString operator()(Bytes bytes) const { return formatBytes(bytes, unit); }
    QString operator()(const ByteRange& range) const { return formatRange(range, unit); }
    QString operator()(const VerdictCell& cell) const { return cell.word; }
    QString operator()(const RateCell& cell) const { return whole(cell.value) + u"\u00A0GB/s"_s; }
    QString operator()(const SpeedCell& cell) const { return formatSpeed(cell.value); }
    QString operator()(const SecondsCell& cell) const { return formatSeconds(cell.value); }
    QString operator()(const WattCell& cell) const { return whole(cell.value) + u"\u00A0W"_s; }
    QString operator()(const PriceCell& cell) const { return u"US$\u00A0"_s + whole(cell.value); }
    QString operator()(const YearCell& cell) const { return QString::number(cell.value); }
    QString operator()(std::int64_t count) const { return formatTokens(count); }
    QString operator()(const QString& text) const { return text; }
};

struct Raw {
    QVariant operator()(const std::monostate&) const { return {}; }
    QVariant operator()(Bytes bytes) const { return static_cast<qlonglong>(bytes.count()); }
    QVariant operator()(const ByteRange& range) const { return static_cast<qlonglong>(range.high.count()); }
    QVariant operator()(const VerdictCell& cell) const { return static_cast<int>(cell.verdict); }
    QVariant operator()(const RateCell& cell) const { return cell.value; }
    QVariant operator()(const SpeedCell& cell) const { return cell.value; }
    QVariant operator()(const SecondsCell& cell) const { return cell.value; }
    QVariant operator()(const WattCell& cell) const { return cell.value; }
    QVariant operator()(const PriceCell& cell) const { return cell.value; }
    QVariant operator()(const YearCell& cell) const { return cell.value; }
    QVariant operator()(std::int64_t count) const { return static_cast<qlonglong>(count); }
    QVariant operator()(const QString& text) const { return text; }
};

} // namespace

std::span<const TableColumn> tableColumns() { return kColumns; }

QString columnTitle(const TableColumn& column, const Row* row) {
    return &column == kColumns.data() && row != nullptr && row->value
               ? axisName(axisOf(*row->value).id)
               : QCoreApplication::translate("RowTable", column.header);
}

std::optional<int> tableColumn(std::string_view id) {
    const auto* const found = std::ranges::find(kColumns, id, &TableColumn::id);
    return found == kColumns.end() ? std::nullopt : std::optional(static_cast<int>(found - kColumns.begin()));
}

QString cellText(const CellValue& value, ByteUnit unit) { return std::visit(Worded{unit}, value); }

QVariant cellSortKey(const CellValue& value) { return std::visit(Raw{}, value); }

} // namespace vram::ui
