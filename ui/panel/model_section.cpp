// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/model_section.h"

#include "ui/panel/count_row.h"
#include "ui/panel/field_row.h"
#include "ui/panel/model_picker.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QVBoxLayout>

namespace vram::ui {

ModelSection::ModelSection(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_picker(new ModelPicker(store.sharedCatalog())),
      m_pickerRow(new FieldRow(m_picker)),
      m_size(new CountRow(QStringLiteral("size"), sizeKind())) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    layout->addWidget(m_pickerRow);
    layout->addWidget(m_size);

    connect(m_picker, &ModelPicker::modelChosen, this, [this](const QString& id) {
        m_store.edit([&id](Scenario& scenario) { scenario.model = CatalogName{id.toStdString()}; });
    });
    connect(m_picker, &ModelPicker::nothingFound, this, [this](const QString& text) {
        m_pickerRow->setComplaint(text.isEmpty() ? QString() : tr("No model has “%1” in its name.").arg(text.left(40)));
    });
    connect(m_size, &CountRow::countChosen, this, [this](std::int64_t parameters) {
        const Snapshot& now = m_store.snapshot();
        if (now.resolved && now.resolved->model.source != ArchitectureSource::Generic) {
            m_left = modelLabel(now.resolved->model);
        }
        m_store.edit([parameters](Scenario& scenario) { scenario.model = ModelSize{parameters}; });
    });
}

void ModelSection::setSnapshot(const Snapshot& snapshot) {
    if (!snapshot.resolved) {
        return; // what is wrong stands in the message bar; the controls keep the last good state
    }
    const ResolvedModel& model = snapshot.resolved->model;
    const bool generic = model.source == ArchitectureSource::Generic;
    const auto* name = std::get_if<CatalogName>(&snapshot.scenario.model);
    m_picker->showModel(modelLabel(model), name ? QString::fromStdString(name->name) : QString());
    m_size->showCount(model.parameters);
    if (!generic) {
        m_left.clear();
        const bool sparse = model.activeParameters > 0 && model.activeParameters < model.parameters * 9 / 10;
        m_size->setHint(sparse ? tr("%1 active per token").arg(formatParameters(model.activeParameters)) : QString());
    } else if (m_left.isEmpty()) {
        m_size->setHint(tr("Generic model: a typical layout of this size"));
    } else {
        m_size->setHint(tr("Generic model instead of %1: a typical layout of this size").arg(m_left),
                        HintKind::Warning);
    }
}

void ModelSection::retranslate() {
    m_pickerRow->setLabel(tr("&Model"));
    m_pickerRow->setComplaint({});
    m_size->setTexts(tr("&Size"), tr("Parameters of the model, such as 7b or 70 B. Moving the slider leaves the chosen "
                                     "model for a generic one of that size."));
    m_picker->retranslate();
}

} // namespace vram::ui
