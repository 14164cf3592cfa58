// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sides/sides_dialog.h"

#include "ui/sides/sides_model.h"
#include "ui/sides/sides_text.h"
#include "ui/sides/subject_picker.h"
#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/theme/theme.h"
#include "ui/window/scenario_document.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostSides = 4;
constexpr QSize kFirstSize{980, 720};

/// The chosen row and its neighbour.
std::vector<SideChoice> usualSides(const Snapshot& snapshot) {
    std::vector<SideChoice> sides{ChosenRow{}};
    const std::size_t rows = snapshot.rows.size();
    if (rows > 1) {
        const Row& row = snapshot.rows[snapshot.focusedRow + 1 < rows ? snapshot.focusedRow + 1 : rows - 2];
        sides.push_back(row.question != nullptr ? SideChoice(QuestionRow{rowTitle(row)}) : SideChoice(row.choice));
    }
    return sides;
}

} // namespace

SidesDialog::SidesDialog(ScenarioStore& store, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_resolver(store.sharedCatalog(), store.sharedModels()),
      m_model(new SidesModel(this)),
      m_headline(new QLabel),
      m_reasons(new QLabel),
      m_trouble(new QLabel),
      m_table(new QTableView),
      m_hideEqual(new QCheckBox),
      m_bars(new QPushButton),
      m_copy(new QPushButton) {
    setObjectName(u"sidesDialog"_s);
    build();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &SidesDialog::compute);
    connect(&m_store, &ScenarioStore::changed, this, &SidesDialog::follow);
    connect(m_hideEqual, &QCheckBox::toggled, this, [this](bool hidden) {
        m_model->setEqualHidden(hidden);
        arrangeTable();
    });
    connect(m_bars, &QPushButton::clicked, this, &SidesDialog::compareAsBars);
    connect(m_copy, &QPushButton::clicked, this, &SidesDialog::copy);
    retranslate();
    setSides(usualSides(m_store.snapshot()));
}

void SidesDialog::build() {
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    for (int i = 0; i < kMostSides; ++i) {
        auto* picker = new SubjectPicker(m_store.catalog(), i + 1);
        m_pickers.push_back(picker);
        top->addWidget(picker, 1);
        connect(picker, &SubjectPicker::chosen, this, &SidesDialog::compute);
        connect(picker, &SubjectPicker::fileWanted, this, [this, i] { askFile(i); });
    }
    m_headline->setObjectName(u"sidesHeadline"_s);
    m_reasons->setObjectName(u"sidesReasons"_s);
    m_trouble->setObjectName(u"sidesTrouble"_s);
    QFont heading = font();
    constexpr double kHeading = 1.25;
    heading.setPointSizeF(heading.pointSizeF() * kHeading);
    heading.setBold(true);
    m_headline->setFont(heading);
    for (QLabel* text : {m_headline, m_reasons, m_trouble}) {
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
    }
    m_trouble->hide();
    m_table->setObjectName(u"sidesTable"_s);
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_hideEqual->setObjectName(u"hideEqual"_s);
    m_bars->setObjectName(u"compareAsBars"_s);
    m_copy->setObjectName(u"copySides"_s);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // Fusion's is black on black in the dark theme
    for (QPushButton* button : {m_bars, m_copy, buttons->button(QDialogButtonBox::Close)}) {
        button->setAutoDefault(false);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* below = new QHBoxLayout;
    below->setSpacing(10);
    below->addWidget(m_hideEqual);
    below->addStretch(1);
    below->addWidget(m_bars);
    below->addWidget(m_copy);
    below->addWidget(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_trouble);
    column->addWidget(m_headline);
    column->addWidget(m_reasons);
    column->addWidget(m_table, 1);
    column->addLayout(below);
    resize(kFirstSize);
}

void SidesDialog::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    m_model->setByteUnit(unit);
    arrangeTable();
    showConclusion();
}

std::vector<SideChoice> SidesDialog::sides() const {
    std::vector<SideChoice> sides;
    for (const SubjectPicker* picker : m_pickers) {
        if (!std::holds_alternative<std::monostate>(picker->side())) {
            sides.push_back(picker->side());
        }
    }
    return sides;
}

void SidesDialog::setSides(const std::vector<SideChoice>& sides) {
    for (std::size_t i = 0; i < m_pickers.size(); ++i) {
        m_pickers[i]->setSide(i < sides.size() ? sides[i] : SideChoice());
    }
    compute();
}

void SidesDialog::follow() {
    for (SubjectPicker* picker : m_pickers) {
        picker->setSnapshot(m_store.snapshot());
    }
    // Pale until the scenario has come to rest.
    m_table->setEnabled(false);
    m_headline->setEnabled(false);
    m_reasons->setEnabled(false);
    m_timer.start();
}

void SidesDialog::compute() {
    m_timer.stop();
    const Snapshot& snapshot = m_store.snapshot();
    std::vector<Scenario> questions;
    QStringList titles;
    for (SubjectPicker* picker : m_pickers) {
        picker->setSnapshot(snapshot);
        if (std::optional<Scenario> scenario = sideScenario(picker->side(), snapshot)) {
            questions.push_back(std::move(*scenario));
            titles += sideTitle(picker->side(), snapshot, m_store.catalog());
        }
    }
    if (questions != m_answered || titles != m_titles) {
        m_model->setSides(sideBySide(m_resolver, questions), titles);
        m_answered = std::move(questions);
        m_titles = titles;
        arrangeTable();
        showConclusion();
    }
    m_table->setEnabled(true);
    m_headline->setEnabled(true);
    m_reasons->setEnabled(true);
    m_bars->setEnabled(!m_answered.empty());
    m_copy->setEnabled(!m_answered.empty());
}

void SidesDialog::showConclusion() {
    QStringList sentences = sideConclusionText(m_model->sides().conclusion, m_model->names(), m_unit);
    for (std::size_t i = 0; i < m_model->sides().reports.size(); ++i) {
        if (const Result<Report>& report = m_model->sides().reports[i]; !report) {
            sentences += m_model->names().value(static_cast<qsizetype>(i)) + u": "_s + errorText(report.error());
        }
    }
    if (m_model->names().size() < 2) {
        sentences = {tr("Choose at least two sides.")};
    }
    m_headline->setText(sentences.isEmpty() ? QString() : sentences.takeFirst());
    m_reasons->setText(sentences.join(u'\n'));
    m_reasons->setVisible(!sentences.isEmpty());
}

void SidesDialog::arrangeTable() {
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isGroup(row)) {
            m_table->setSpan(row, 0, 1, m_model->columnCount());
        }
    }
    QHeaderView& header = *m_table->horizontalHeader();
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setHighlightSections(false);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        header.setSectionResizeMode(column, column < SidesModel::FirstSide ? QHeaderView::ResizeToContents
                                                                           : QHeaderView::Stretch);
    }
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

void SidesDialog::askFile(int side) {
    auto* dialog =
        new QFileDialog(this, tr("Choose a scenario"), QString(), tr("Scenarios (*.vram.json *.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, side](const QString& path) { openFile(side, path); });
    dialog->open();
}

void SidesDialog::openFile(int side, const QString& path) {
    const Result<Scenario> scenario = readOrdinaryFile(path, m_store.sharedCatalog());
    m_trouble->setVisible(!scenario);
    if (!scenario) {
        m_trouble->setText(errorText(scenario.error()));
        return;
    }
    m_pickers.at(static_cast<std::size_t>(side))->setSide(ScenarioFile{path, *scenario});
    compute();
}

void SidesDialog::compareAsBars() { emit rowsChosen(rowsOf(sides(), m_store.snapshot())); }

void SidesDialog::copy() { QGuiApplication::clipboard()->setText(m_model->asText()); }

void SidesDialog::retranslate() {
    setWindowTitle(tr("Side by side"));
    m_table->setAccessibleName(tr("Properties of the sides"));
    m_hideEqual->setText(tr("&Hide what is equal"));
    m_bars->setText(tr("Compare these as &bars"));
    m_bars->setToolTip(tr("Makes these machines the rows of the window"));
    m_copy->setText(tr("&Copy as text"));
    for (SubjectPicker* picker : m_pickers) {
        picker->retranslate();
    }
    m_model->setDark(isDark(palette()));
}

void SidesDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        retranslate();
        m_titles.clear();
        compute();
    } else if (event->type() == QEvent::PaletteChange) {
        m_model->setDark(isDark(palette()));
        arrangeTable();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
