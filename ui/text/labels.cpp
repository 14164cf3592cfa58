// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/labels.h"

#include "ui/store/row_machine.h"
#include "ui/text/format.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

// Ordered by enum value; translated at the call.
constexpr std::array<const char*, kMemoryParts> kParts{
    QT_TRANSLATE_NOOP("Part", "Weights"),          QT_TRANSLATE_NOOP("Part", "KV cache"),
    QT_TRANSLATE_NOOP("Part", "Recurrent state"),  QT_TRANSLATE_NOOP("Part", "Activations"),
    QT_TRANSLATE_NOOP("Part", "Overhead"),         QT_TRANSLATE_NOOP("Part", "Gradients"),
    QT_TRANSLATE_NOOP("Part", "Optimizer states"), QT_TRANSLATE_NOOP("Part", "LoRA adapter"),
};

struct VerdictWords {
    Verdict verdict;
    const char* label;
    QStringView icon;
};

constexpr std::array kVerdicts{
    VerdictWords{Verdict::Fits, QT_TRANSLATE_NOOP("Verdict", "Fits"), u"✔"},
    VerdictWords{Verdict::Tight, QT_TRANSLATE_NOOP("Verdict", "Tight"), u"▲"},
    VerdictWords{Verdict::Offload, QT_TRANSLATE_NOOP("Verdict", "Needs offload"), u"⇄"},
    VerdictWords{Verdict::No, QT_TRANSLATE_NOOP("Verdict", "Does not fit"), u"✘"},
    VerdictWords{Verdict::Unknown, QT_TRANSLATE_NOOP("Verdict", "Unknown"), u"?"},
};

constexpr bool verdictsAreInOrder() {
    for (std::size_t i = 0; i < kVerdicts.size(); ++i) {
        if (static_cast<std::size_t>(kVerdicts.at(i).verdict) != i) {
            return false;
        }
    }
    return true;
}
static_assert(verdictsAreInOrder());

constexpr std::array<const char*, 5> kVendors{
    QT_TRANSLATE_NOOP("Vendor", "NVIDIA"), QT_TRANSLATE_NOOP("Vendor", "AMD"),   QT_TRANSLATE_NOOP("Vendor", "Intel"),
    QT_TRANSLATE_NOOP("Vendor", "Apple"),  QT_TRANSLATE_NOOP("Vendor", "Other"),
};

constexpr std::array<const char*, 5> kGpuClasses{
    QT_TRANSLATE_NOOP("GpuClass", "Consumer"),       QT_TRANSLATE_NOOP("GpuClass", "Laptop"),
    QT_TRANSLATE_NOOP("GpuClass", "Workstation"),    QT_TRANSLATE_NOOP("GpuClass", "Data centre"),
    QT_TRANSLATE_NOOP("GpuClass", "System on chip"),
};

/// Notes that turn a verdict from "too small" into something else.
constexpr std::array<std::string_view, 4> kBlockingNotes{"unsupported-runtime", "unsupported-format", "no-gguf",
                                                         "cache-unknown"};

template <typename Enum, std::size_t n>
QString translated(const char* context, const std::array<const char*, n>& table, Enum value) {
    return QCoreApplication::translate(context, table.at(static_cast<std::size_t>(value)));
}

const VerdictWords& words(Verdict verdict) { return kVerdicts.at(static_cast<std::size_t>(verdict)); }

} // namespace

QString partLabel(MemoryPart part) { return translated("Part", kParts, part); }

QString verdictLabel(Verdict verdict) { return QCoreApplication::translate("Verdict", words(verdict).label); }

QString verdictLabel(const Report& report) {
    if (isUnsupported(report)) {
        return QCoreApplication::translate("Verdict", "Not supported");
    }
    if (report.verdict == Verdict::Offload && report.layersTotal > 0) {
        //: verdict of one row: 33 of 41 layers lie on the card, the others in system memory; keep it short
        return QCoreApplication::translate("Verdict", "Offload %1/%2")
            .arg(formatTokens(report.gpuLayers), formatTokens(report.layersTotal));
    }
    return verdictLabel(report.verdict);
}

QString verdictIcon(Verdict verdict) { return words(verdict).icon.toString(); }

bool hasNote(const Report& report, std::string_view code) {
    return std::any_of(report.notes.begin(), report.notes.end(),
                       [code](const Note& note) { return note.code == code; });
}

bool isUnsupported(const Report& report) {
    return report.verdict == Verdict::No &&
           (hasNote(report, "unsupported-runtime") || hasNote(report, "unsupported-format"));
}

QString taskName(Task task) {
    static constexpr std::array<const char*, 4> kNames{
        QT_TRANSLATE_NOOP("Task", "Inference"), QT_TRANSLATE_NOOP("Task", "LoRA"), QT_TRANSLATE_NOOP("Task", "QLoRA"),
        QT_TRANSLATE_NOOP("Task", "Full training")};
    return QCoreApplication::translate("Task", kNames.at(static_cast<std::size_t>(task)));
}

QString blockingNote(const Report& report) {
    for (const std::string_view code : kBlockingNotes) {
        for (const Note& note : report.notes) {
            if (note.code == code) {
                return noteText(note);
            }
        }
    }
    return {};
}

QString shortGpuName(const QString& name) {
    static const QRegularExpression kRemark(u"\\s*\\([^)]*\\)"_s);
    static const QRegularExpression kLine(u"^(?:NVIDIA |AMD |Intel )?(?:GeForce |Radeon (?=RX )|Instinct )?"_s);
    static const QRegularExpression kPlain(u"(?<=Blackwell) Workstation$"_s); // the others are Max-Q and Server
    static const QRegularExpression kMemory(u"(\\d)\\s?GB\\b"_s);
    QString result = name;
    result.remove(kRemark);
    result.remove(kLine);
    result.remove(kPlain);
    result.replace(kMemory, u"\\1\u00A0GB"_s);
    return result.trimmed();
}

QString rowLabel(const GpuChoice& choice, const Report* report) {
    if (isMachineRow(choice)) {
        return QCoreApplication::translate("Row", "My machine");
    }
    QString name = shortGpuName(shownText(choice.name));
    if (name.isEmpty() || isCpuRow(choice)) {
        return QCoreApplication::translate("Row", "CPU only");
    }
    static const QRegularExpression kHasMemory(u"\\d\u00A0GB\\b"_s);
    if (report != nullptr && !report->devices.empty() && !name.contains(kHasMemory)) {
        name += u' ' + formatCapacity(report->devices.front().capacity);
    }
    if (choice.count == 1) {
        return name;
    }
    //: several equal cards: count, name
    return QCoreApplication::translate("Row", "%1× %2").arg(formatTokens(choice.count), name);
}

QString vendorLabel(Vendor vendor) { return translated("Vendor", kVendors, vendor); }

QString gpuClassLabel(GpuClass gpuClass) { return translated("GpuClass", kGpuClasses, gpuClass); }

bool isSparse(std::int64_t parameters, std::int64_t active) { return active > 0 && active < parameters / 10 * 9; }

QString modelLabel(const ResolvedModel& model) {
    if (!model.name.empty()) {
        return shownText(model.name);
    }
    //: a model known only by its number of parameters ("7.0 B")
    return QCoreApplication::translate("Row", "Generic %1 model").arg(formatParameters(model.parameters));
}

} // namespace vram::ui
