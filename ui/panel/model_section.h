// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/store/scenario_store.h"

class QToolButton;

namespace vram::ui {

class CountRow;
class FieldRow;
class ModelPicker;
struct ShownZones;

/// Which model: one of the catalogue, or a size alone. Choosing a model sets the size slider; moving the slider
/// leaves the model for a generic one of that size and says so.
class ModelSection : public QWidget {
    Q_OBJECT

public:
    explicit ModelSection(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void pickModel(); ///< opens the list
    void showZones(const ShownZones& shown);

private:
    void showNothingFound(const QString& text);
    void chooseSize(std::int64_t parameters);
    ScenarioStore& m_store;
    ModelPicker* m_picker;
    FieldRow* m_pickerRow;
    QWidget* m_nothing; ///< ways on where no model has the words
    QToolButton* m_useSize;
    QToolButton* m_clear;
    CountRow* m_size;
    std::int64_t m_typedSize = 0;
    QString m_left; ///< name of the model that the size slider left
};

} // namespace vram::ui
