// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/task_page.h"

#include "ui/access/spoken.h"
#include "ui/panel/model_picker.h"
#include "ui/steps/amount_row.h"
#include "ui/steps/steps_words.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

AmountKind sizeAmount() {
    return {[](const QString& text) -> std::optional<double> {
                const std::optional<std::int64_t> count = parseParameters(text);
                return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
            },
            [](double count) { return formatParameters(static_cast<std::int64_t>(count)); }, 1e6, 1e13, false};
}

} // namespace

TaskPage::TaskPage(std::shared_ptr<const Catalog> catalog, QWidget* parent)
    : StepsPage(parent),
      m_catalog(std::move(catalog)),
      m_heading(new QLabel),
      m_purposes(new QButtonGroup(this)),
      m_details(new QLabel),
      m_picker(new ModelPicker(m_catalog)),
      m_pickerRow(new FieldRow(m_picker)),
      m_size(new AmountRow(u"stepsSize"_s, sizeAmount())) {
    m_heading->setObjectName(kHeadingName);
    m_picker->setObjectName(u"stepsModel"_s);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    for (std::size_t i = 0; i < kPurposes; ++i) {
        auto* button = new QRadioButton;
        button->setObjectName(u"purpose%1"_s.arg(i));
        m_purposes->addButton(button, static_cast<int>(i));
        grid->addWidget(button, static_cast<int>(i) % 3, static_cast<int>(i) / 3);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    layout->addWidget(m_heading);
    layout->addLayout(grid);
    layout->addWidget(m_details);
    layout->addSpacing(kRowSpacing);
    layout->addWidget(m_pickerRow);
    layout->addWidget(m_size);
    layout->addStretch(1);
    connect(m_purposes, &QButtonGroup::idClicked, this, [this](int id) { choosePurpose(static_cast<Purpose>(id)); });
    connect(m_picker, &ModelPicker::modelChosen, this, [this](const QString& id) {
        emit edited([&id](StepsQuestion& question) { question.model = CatalogName{id.toStdString()}; });
    });
    connect(m_picker, &ModelPicker::nothingFound, this, [this](const QString& text) { m_searched = text; });
    connect(m_picker, &ModelPicker::enteredUnknown, this, [this] {
        if (const std::optional<std::int64_t> count = parseParameters(m_searched)) {
            emit edited([&count](StepsQuestion& question) { question.model = ModelSize{*count}; });
        }
    });
    connect(m_size, &AmountRow::amountChosen, this, [this](std::optional<double> count) {
        emit edited([&count](StepsQuestion& question) {
            question.model = ModelSize{static_cast<std::int64_t>(count.value_or(0))};
        });
    });
}

void TaskPage::choosePurpose(Purpose purpose) {
    if (purpose == m_purpose) {
        return;
    }
    emit edited([this, purpose](StepsQuestion& question) {
        question = withPurpose(std::move(question), purpose);
        // A usual length that the model was never made for helps nobody.
        if (const auto* name = std::get_if<CatalogName>(&question.model)) {
            if (const CatalogModel* model = m_catalog->findModel(name->name);
                model != nullptr && model->maxContext > 0) {
                question.context = std::min(question.context, model->maxContext);
            }
        }
    });
}

void TaskPage::setView(const StepsView& view) {
    m_purpose = view.question.purpose;
    m_purposes->button(static_cast<int>(m_purpose))->setChecked(true);
    m_details->setText(StepsWords::purposeDetails(m_purpose));
    const auto* name = std::get_if<CatalogName>(&view.question.model);
    const CatalogModel* const model = name != nullptr ? m_catalog->findModel(name->name) : nullptr;
    if (view.knowledge != nullptr) {
        m_picker->showModel(modelLabel(view.knowledge->model),
                            model != nullptr ? QString::fromStdString(model->id) : QString());
        m_size->showAmount(static_cast<double>(view.knowledge->model.parameters));
    }
    m_pickerRow->setHint(view.problem, HintKind::Error);
}

void TaskPage::retranslate() {
    m_heading->setText(tr("What is the model for?"));
    for (std::size_t i = 0; i < kPurposes; ++i) {
        QAbstractButton* const button = m_purposes->button(static_cast<int>(i));
        button->setText(StepsWords::purpose(static_cast<Purpose>(i)));
        button->setToolTip(StepsWords::purposeDetails(static_cast<Purpose>(i)));
    }
    m_pickerRow->setLabel(tr("&Model"));
    m_picker->retranslate();
    nameControl(*m_picker, tr("Model"));
    m_size->setTexts(tr("or its &size"), tr("Parameters of a model that is not decided yet: 7b, 0.5B, 70 B"), {},
                     tr("A number of parameters, such as 7b"));
    FieldRow::alignLabels(*this);
}

QWidget* TaskPage::firstControl() const { return m_purposes->checkedButton(); }

} // namespace vram::ui
