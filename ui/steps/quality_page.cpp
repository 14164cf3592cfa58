// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/quality_page.h"

#include "ui/panel/field_row.h"
#include "ui/steps/steps_words.h"
#include "ui/text/shown_text.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { Format, Bits, Memory, Allowed, ColumnCount };

QTableWidgetItem* cell(const QString& text, bool number, const QColor& colour) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setTextAlignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    item->setForeground(colour);
    return item;
}

} // namespace

QualityPage::QualityPage(QWidget* parent)
    : StepsPage(parent),
      m_heading(new QLabel),
      m_choices(new QWidget),
      m_qualities(new QButtonGroup(this)),
      m_details(new QLabel),
      m_table(new QTableWidget) {
    m_heading->setObjectName(kHeadingName);
    auto* choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(6);
    for (std::size_t i = 0; i < kQualities; ++i) {
        auto* button = new QRadioButton;
        button->setObjectName(u"quality%1"_s.arg(i));
        m_qualities->addButton(button, static_cast<int>(i));
        choices->addWidget(button);
    }
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_table->setObjectName(u"stepsFormats"_s);
    m_table->setColumnCount(ColumnCount);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Format, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    layout->addWidget(m_heading);
    layout->addWidget(m_choices);
    layout->addWidget(m_details);
    layout->addWidget(m_table, 1);
    connect(m_qualities, &QButtonGroup::idClicked, this, [this](int id) {
        emit edited([id](StepsQuestion& question) { question.quality = static_cast<Quality>(id); });
    });
}

void QualityPage::setView(const StepsView& view) {
    m_trains = taskOf(view.question.purpose) != Task::Inference;
    m_qualities->button(static_cast<int>(view.question.quality))->setChecked(true);
    m_choices->setVisible(!m_trains);
    m_details->setText(m_trains ? tr("Training decides it: QLoRA works over weights of 4 bits, LoRA and full training "
                                     "over weights of 16 bits.")
                                : StepsWords::qualityDetails(view.question.quality));
    showFormats(view);
}

void QualityPage::showFormats(const StepsView& view) {
    m_table->setRowCount(0);
    if (view.knowledge == nullptr) {
        return;
    }
    const ThemeColours& colours = themeColours(isDark(palette()));
    for (const StepsFormat& format : view.knowledge->formats) {
        const int row = m_table->rowCount();
        const QColor colour = format.allowed ? colours.text : colours.mutedText;
        m_table->insertRow(row);
        m_table->setItem(row, Format, cell(StepsWords::weights(*view.knowledge, format.weights), false, colour));
        m_table->setItem(row, Bits, cell(QLocale().toString(format.bits, 'f', 2), true, colour));
        m_table->setItem(row, Memory, cell(formatBytes(format.bytes, view.unit), true, colour));
        m_table->setItem(row, Allowed, cell(format.allowed ? tr("yes") : tr("no"), false, colour));
    }
}

void QualityPage::retranslate() {
    m_heading->setText(tr("How good must the weights be?"));
    for (std::size_t i = 0; i < kQualities; ++i) {
        QAbstractButton* const button = m_qualities->button(static_cast<int>(i));
        button->setText(StepsWords::quality(static_cast<Quality>(i)));
        button->setToolTip(StepsWords::qualityDetails(static_cast<Quality>(i)));
    }
    m_table->setAccessibleName(tr("Formats of the weights"));
    m_table->setHorizontalHeaderLabels({tr("Format"), tr("Bits a parameter"), tr("Weights"), tr("Good enough")});
    for (const int column : {Format, Bits, Memory, Allowed}) {
        const bool number = column == Bits || column == Memory;
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter |
                                                                (number ? Qt::AlignRight : Qt::AlignLeft));
    }
}

QWidget* QualityPage::firstControl() const {
    return m_trains ? static_cast<QWidget*>(m_table) : m_qualities->checkedButton();
}

} // namespace vram::ui
