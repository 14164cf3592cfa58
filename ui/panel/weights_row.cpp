// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/weights_row.h"

#include "ui/store/runtime_switch.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace vram::ui {
namespace {

QString formatBits(const WeightFormat& format) { return QLocale().toString(bitsPerWeight(format), 'g', 3); }

/// Rise of the perplexity with its sign, or nothing where none is known.
QString perplexityText(const WeightFormat& format, int digits) {
    if (!format.perplexityDelta) {
        return {};
    }
    const QString number = QLocale().toString(*format.perplexityDelta, 'f', digits);
    return *format.perplexityDelta < 0 ? number : QLocale().positiveSign() + number;
}

bool needsMatrix(const WeightFormat& format) {
    const std::optional<GgufMix> mix = findGgufMix(format.ggufMix);
    return mix && needsImportanceMatrix(*mix);
}

} // namespace

WeightsRow::WeightsRow(ScenarioStore& store, QWidget* parent)
    : SliderRow(QStringLiteral("weights"), Box::List, parent),
      m_store(store) {
    slider()->setPageStep(4);
    list()->setMaxVisibleItems(24);
    connect(this, &SliderRow::stopChosen, this, &WeightsRow::choose);
    connect(this, &SliderRow::markChosen, this, [this](std::int64_t position) { choose(static_cast<int>(position)); });
    connect(list(), &QComboBox::activated, this, &WeightsRow::chooseEntry);
    connect(this, &SliderRow::textEntered, this, &WeightsRow::parse);
}

void WeightsRow::choose(int position) {
    const std::string id = m_formats[static_cast<std::size_t>(position)]->id;
    m_store.edit([&id](Scenario& scenario) { scenario.weights = id; });
    setSnapshot(m_store.snapshot()); // the list's text, where nothing changed
}

void WeightsRow::showZones(const ShownZones& shown) {
    const bool known =
        shown.zones && !shown.zones->runs.empty() && shown.zones->runs.back().last + 1 == m_formats.size();
    SliderTrack track =
        trackOf(known ? shown : ShownZones{}, [](std::int64_t stop) { return static_cast<double>(stop); });
    const QString format = track.mark ? shownText(m_formats[static_cast<std::size_t>(track.markValue)]->id) : QString();
    const QString text = markText(track, format, shown.card);
    showTrack(std::move(track), text);
}

void WeightsRow::chooseEntry(int index) {
    if (!m_ownFile) {
        choose(index);
    } else if (index > 0) {
        choose(index - 1);
    } else {
        m_store.edit([](Scenario& scenario) { scenario.weights = kAsStored; });
        setSnapshot(m_store.snapshot());
    }
}

QString WeightsRow::asStoredText() { return tr("As stored"); }

void WeightsRow::parse(const QString& text) {
    if (m_ownFile && (text.toLower().toStdString() == kAsStored || text == asStoredText())) {
        chooseEntry(0);
        return;
    }
    const std::string name = text.toStdString();
    const Catalog& catalog = m_store.catalog();
    const WeightFormat* format = catalog.findWeightFormat(name);
    if (format == nullptr || !format->offered) {
        std::vector<std::string> arguments = catalog.nearestWeightFormats(name);
        arguments.insert(arguments.begin(), name);
        reject(errorText({ErrorCode::UnknownWeightFormat, {}, std::move(arguments)}));
    } else if (loadsFormat(*m_runtime, *format) && !startsFrom(m_task, *format)) {
        reject(
            tr("%1 starts from quantized weights. With %2 it is LoRA.").arg(taskName(m_task), shownText(format->id)));
    } else if (std::ranges::find(m_formats, format) == m_formats.end()) {
        reject(tr("%1 cannot load %2.").arg(runtimeName(*m_runtime), shownText(format->id)));
    } else {
        m_store.edit([format](Scenario& scenario) { scenario.weights = format->id; });
    }
}

void WeightsRow::announceMove(const QString& oldFormat, bool byTask) {
    m_movedFrom = oldFormat;
    m_movedTo.clear();
    m_movedByTask = byTask;
}

void WeightsRow::setFormats(const RuntimeProfile& runtime, Task task, bool ownFile) {
    m_runtime = &runtime;
    m_task = task;
    m_ownFile = ownFile;
    m_formats = loadableFormats(m_store.catalog(), runtime, task);
    std::vector<double> stops;
    const QSignalBlocker quiet(list());
    list()->clear();
    if (ownFile) {
        list()->addItem(asStoredText());
    }
    for (const WeightFormat* format : m_formats) {
        stops.push_back(bitsPerWeight(*format));
        list()->addItem(shownText(format->id));
        list()->setItemData(list()->count() - 1, plainToolTip(describe(*format)), Qt::ToolTipRole);
    }
    slider()->setStops(std::move(stops));
}

void WeightsRow::setSnapshot(const Snapshot& snapshot) {
    if (!snapshot.resolved) {
        return;
    }
    const ModelDescription* const file = snapshot.resolved->model.description.get();
    const Task task = snapshot.scenario.task;
    // Training starts from what the framework loads, however the file stores it.
    const bool ownFile = file != nullptr && file->stored != nullptr && task == Task::Inference;
    const QString stored = ownFile ? QString::fromStdString(file->storedFormat) : QString();
    if (m_runtime != snapshot.resolved->runtime || m_task != task || m_ownFile != ownFile || m_stored != stored) {
        m_stored = stored;
        setFormats(*snapshot.resolved->runtime, task, ownFile);
    }
    const WeightFormat& format = snapshot.resolved->format;
    const WeightFormat* shown = nearestFormat(m_formats, format);
    const auto position = static_cast<int>(std::ranges::find(m_formats, shown) - m_formats.begin());
    const bool asStored = ownFile && snapshot.scenario.weights == kAsStored;
    const QString id = asStored ? asStoredText() : shownText(format.id);
    const int first = ownFile ? 1 : 0;
    {
        const QSignalBlocker quiet(list());
        list()->setCurrentIndex(asStored ? 0 : shown && shown->id == format.id ? position + first : -1);
    }
    showValue(position, id, tr("%1, %2 bits per weight").arg(id, bitsText(snapshot)));
    updateHint(snapshot);
    const WeightFormat* const offered = m_store.catalog().findWeightFormat(format.id);
    if (m_described != offered) {
        m_described = offered;
        updateToolTip();
    }
}

QString WeightsRow::bitsText(const Snapshot& snapshot) {
    const Resolved& resolved = *snapshot.resolved;
    if (snapshot.scenario.weights == kAsStored && resolved.model.description && resolved.model.parameters > 0) {
        const auto bits = 8.0 * static_cast<double>(resolved.weights->total.typical.count());
        return QLocale().toString(bits / static_cast<double>(resolved.model.parameters), 'g', 3);
    }
    return formatBits(resolved.format);
}

void WeightsRow::updateHint(const Snapshot& snapshot) {
    const WeightFormat& format = snapshot.resolved->format;
    const QString runtime = runtimeName(*m_runtime);
    const QString id = shownText(format.id);
    if (!m_movedFrom.isEmpty() && m_movedTo.empty()) {
        m_movedTo = format.id;
    }
    if (m_movedTo != format.id) {
        m_movedFrom.clear();
        m_movedTo.clear();
    }
    if (!m_movedFrom.isEmpty() && m_movedByTask) {
        setHint(tr("Moved with the task: %1 to %2 (%3 bits per weight)").arg(m_movedFrom, id, formatBits(format)),
                HintKind::Warning);
    } else if (!m_movedFrom.isEmpty()) {
        setHint(tr("%1 cannot load %2: moved to the nearest, %3 (%4 bits per weight)")
                    .arg(runtime, m_movedFrom, id, formatBits(format)),
                HintKind::Warning);
    } else if (!loadsFormat(*m_runtime, format)) {
        setHint(tr("%1 cannot load %2.").arg(runtime, id), HintKind::Warning);
    } else if (m_ownFile && snapshot.scenario.weights == kAsStored) {
        setHint(tr("%1 as the file stores it, %2 bits per weight").arg(m_stored, bitsText(snapshot)));
    } else {
        setHint(shortNote(format));
    }
}

QString WeightsRow::shortNote(const WeightFormat& format) {
    constexpr int kDigits = 2;
    if (format.perplexityDelta) {
        return tr("%1 bits per weight, perplexity %2").arg(formatBits(format), perplexityText(format, kDigits));
    }
    return needsMatrix(format) ? tr("%1 bits per weight, needs an imatrix").arg(formatBits(format))
                               : tr("%1 bits per weight").arg(formatBits(format));
}

QString WeightsRow::describe(const WeightFormat& format) {
    constexpr int kDigits = 4;
    QStringList lines{tr("%1 bits per weight").arg(formatBits(format))};
    if (format.perplexityDelta) {
        lines += tr("Perplexity %1 against the unquantized model, measured on %2 (source: %3).")
                     .arg(perplexityText(format, kDigits), shownText(format.perplexityModel),
                          shownText(format.perplexitySource));
    }
    if (needsMatrix(format)) {
        lines += tr("llama.cpp makes it only with an importance matrix.");
    }
    return lines.join(u'\n');
}

void WeightsRow::updateToolTip() {
    const QString general = tr("Format of the weights, from the fewest bits to the most. Only formats that the runtime "
                               "can load are offered; a name such as q4_k_m can be typed.");
    setTexts(tr("&Weights"), m_described ? QString(general + u'\n' + describe(*m_described)) : general);
}

void WeightsRow::retranslate() {
    updateToolTip();
    if (m_runtime) {
        for (int i = 0; i < list()->count(); ++i) {
            if (m_ownFile && i == 0) {
                list()->setItemText(i, asStoredText());
            } else {
                const int position = i - (m_ownFile ? 1 : 0);
                list()->setItemData(i, plainToolTip(describe(*m_formats[static_cast<std::size_t>(position)])),
                                    Qt::ToolTipRole);
            }
        }
    }
}

} // namespace vram::ui
