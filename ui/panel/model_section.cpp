// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/model_section.h"

#include "ui/panel/count_row.h"
#include "ui/panel/field_row.h"
#include "ui/panel/model_picker.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QDir>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace vram::ui {

namespace {

/// Where a model comes from that is not the catalogue's; empty for the others.
QString pathOf(const ModelSource& source) {
    const auto* file = std::get_if<ModelFile>(&source);
    return file == nullptr ? QString() : shownText(QDir::toNativeSeparators(QString::fromStdString(file->path)));
}

/// As much of a name as the line below the slider has room for.
QString shortName(const QString& name) {
    constexpr qsizetype kLongest = 18;
    return name.size() > kLongest ? QString(name.left(kLongest - 1) + QChar(0x2026)) : name;
}

} // namespace

ModelSection::ModelSection(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_picker(new ModelPicker(store.sharedCatalog())),
      m_pickerRow(new FieldRow(m_picker)),
      m_nothing(new QWidget),
      m_useSize(new QToolButton),
      m_clear(new QToolButton),
      m_size(new CountRow(QStringLiteral("size"), sizeKind())) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    layout->addWidget(m_pickerRow);
    layout->addWidget(m_nothing);
    layout->addWidget(m_size);
    m_size->keepHintLine();
    auto* ways = new QHBoxLayout(m_nothing);
    ways->setContentsMargins(0, 0, 0, 0);
    ways->addStretch(1);
    m_useSize->setObjectName(QStringLiteral("useAsSize"));
    m_clear->setObjectName(QStringLiteral("clearModelSearch"));
    for (QToolButton* button : {m_useSize, m_clear}) {
        // The search would end with the picker's focus, and the button go before it is clicked. The keys of the picker
        // do the same: Enter, Escape, Down.
        button->setFocusPolicy(Qt::ClickFocus);
        button->setFocusProxy(m_picker);
        ways->addWidget(button);
    }
    m_nothing->hide();

    connect(m_picker, &ModelPicker::modelChosen, this, [this](const QString& id) {
        m_store.edit([&id](Scenario& scenario) { scenario.model = CatalogName{id.toStdString()}; });
    });
    connect(m_picker, &ModelPicker::nothingFound, this, &ModelSection::showNothingFound);
    connect(m_picker, &ModelPicker::enteredUnknown, m_useSize, [this] {
        if (m_typedSize > 0) {
            m_useSize->click();
        }
    });
    connect(m_useSize, &QToolButton::clicked, this, [this] {
        const std::int64_t parameters = m_typedSize; // the picker forgets it
        m_picker->clearSearch();
        chooseSize(parameters);
    });
    connect(m_clear, &QToolButton::clicked, m_picker, &ModelPicker::openAll);
    connect(m_size, &CountRow::countChosen, this, &ModelSection::chooseSize);
}

void ModelSection::chooseSize(std::int64_t parameters) {
    const Snapshot& now = m_store.snapshot();
    if (now.resolved && now.resolved->model.source != ArchitectureSource::Generic) {
        m_left = modelLabel(now.resolved->model);
    }
    m_store.edit([parameters](Scenario& scenario) { scenario.model = ModelSize{parameters}; });
}

void ModelSection::showNothingFound(const QString& text) {
    if (text.isEmpty()) { // as at every step of a slider
        m_pickerRow->setComplaint({});
        m_typedSize = 0;
        m_nothing->hide();
        return;
    }
    m_pickerRow->setComplaint(tr("No model has “%1” in its name.").arg(text.left(40)));
    const std::optional<std::int64_t> size = parseParameters(text);
    const bool usable = size && *size >= kGenericLeast && *size <= kGenericMost;
    m_typedSize = usable ? *size : 0;
    m_useSize->setText(tr("Use %1 as the size").arg(formatParameters(m_typedSize)));
    m_useSize->setVisible(usable);
    m_nothing->show();
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
    m_picker->setPath(pathOf(snapshot.scenario.model));
    if (!generic) {
        m_left.clear();
        const bool sparse = isSparse(model.parameters, model.activeParameters);
        const QString active = tr("%1 active per token").arg(formatParameters(model.activeParameters));
        const QString file =
            model.description ? tr("From a file: %1").arg(shownText(model.description->architectureName)) : QString();
        m_size->setHint(file.isEmpty() ? sparse ? active : QString() : sparse ? tr("%1, %2").arg(file, active) : file);
    } else if (m_left.isEmpty()) {
        m_size->setHint(tr("Generic model: a typical layout of this size"));
    } else {
        m_size->setHint(tr("Generic, not %1").arg(shortName(m_left)), HintKind::Warning);
    }
}

void ModelSection::showZones(const ShownZones& shown) { m_size->showZones(shown); }

void ModelSection::pickModel() { m_picker->openAll(); }

void ModelSection::retranslate() {
    m_pickerRow->setLabel(tr("&Model"));
    showNothingFound({});
    m_useSize->setText(tr("Use %1 as the size").arg(formatParameters(m_typedSize)));
    m_useSize->setToolTip(tr("A generic model of this size; Enter does the same"));
    m_clear->setText(tr("Show all models"));
    m_clear->setToolTip(tr("Clears the search; Escape goes back to the model in use"));
    m_size->setTexts(tr("&Size"), tr("Parameters of the model, such as 7b or 70 B. Moving the slider leaves the chosen "
                                     "model for a generic one of that size."));
    m_picker->retranslate();
}

} // namespace vram::ui
