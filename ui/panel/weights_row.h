// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/slider_row.h"
#include "ui/store/scenario_store.h"

#include <vector>

namespace vram::ui {

/// The weight formats that the runtime can load, from the fewest bits to the most.
class WeightsRow : public SliderRow {
    Q_OBJECT

public:
    explicit WeightsRow(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void showZones(const ShownZones& shown);
    /// The next snapshot is the result of a change of runtime, or of task, that `oldFormat` did not survive.
    void announceMove(const QString& oldFormat, bool byTask = false);

private:
    void setFormats(const RuntimeProfile& runtime, Task task, bool ownFile);
    void chooseEntry(int index);
    /// What the list calls the model's file as it is.
    [[nodiscard]] static QString asStoredText();
    void choose(int position);
    void parse(const QString& text);
    void updateHint(const Snapshot& snapshot);
    void updateToolTip();
    static QString bitsText(const Snapshot& snapshot);
    static QString shortNote(const WeightFormat& format);
    static QString describe(const WeightFormat& format);
    ScenarioStore& m_store;
    std::vector<const WeightFormat*> m_formats;
    const RuntimeProfile* m_runtime = nullptr;
    Task m_task = Task::Inference;
    bool m_ownFile = false;                    ///< the first entry of the list is the model's file as it is stored
    QString m_stored;                          ///< the format that it comes nearest to
    const WeightFormat* m_described = nullptr; ///< what the tooltip speaks of
    QString m_movedFrom;
    std::string m_movedTo;
    bool m_movedByTask = false;
};

} // namespace vram::ui
