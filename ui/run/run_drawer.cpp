// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_drawer.h"

#include "ui/panel/field_row.h"
#include "ui/run/command_list.h"
#include "ui/run/seen_editor.h"
#include "ui/run/target_editor.h"
#include "ui/store/row_machine.h"
#include "ui/text/check_text.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/substitute.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

const Row* focusedRow(const std::optional<Snapshot>& snapshot) {
    return snapshot && snapshot->focusedRow < snapshot->rows.size() ? &snapshot->rows[snapshot->focusedRow] : nullptr;
}

/// The row's own question, on its own machine; nothing where it has no answer.
std::optional<Resolved> questionOf(const Row& row, const Snapshot& snapshot, const Catalog& catalog) {
    if (!row.report.ok() || !snapshot.resolved) {
        return std::nullopt;
    }
    Result<Resolved> question = rowQuestion(row, snapshot, catalog);
    return question ? std::optional(std::move(question).value()) : std::nullopt;
}

} // namespace

RunDrawer::RunDrawer(ScenarioStore& store, QWidget* parent)
    : QFrame(parent),
      m_store(store),
      m_title(new QLabel(this)),
      m_why(new QToolButton(this)),
      m_close(new QToolButton(this)),
      m_area(new QScrollArea(this)),
      m_commands(new CommandList),
      m_checks(new QLabel),
      m_targets(new TargetEditor(store)),
      m_seen(new SeenEditor(store)) {
    build();
    retranslate();
}

QLabel* RunDrawer::addHeading(QWidget& page, const QString& name) {
    auto* const heading = new QLabel;
    heading->setObjectName(name);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    page.layout()->addWidget(heading);
    return heading;
}

void RunDrawer::build() {
    setObjectName(u"runDrawer"_s);
    setFrameShape(QFrame::NoFrame);
    m_title->setObjectName(u"runTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_why->setObjectName(u"runWhy"_s);
    m_why->setAutoRaise(true);
    m_close->setObjectName(u"runClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    connect(m_why, &QToolButton::clicked, this, &RunDrawer::whyRequested);
    connect(m_close, &QToolButton::clicked, this, &RunDrawer::closed);

    auto* const page = new QWidget;
    page->setObjectName(u"runPage"_s);
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(10, 4, 10, 10);
    column->setSpacing(kRowSpacing);
    column->addWidget(m_commands);
    m_targetHeading = addHeading(*page, u"targetHeading"_s);
    column->addWidget(m_targets);
    m_checkHeading = addHeading(*page, u"checkHeading"_s);
    m_checks->setObjectName(u"checkSteps"_s);
    m_checks->setTextFormat(Qt::PlainText);
    m_checks->setWordWrap(true);
    m_checks->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_checks);
    m_seenHeading = addHeading(*page, u"seenHeading"_s);
    column->addWidget(m_seen);
    column->addStretch(1);
    m_area->setObjectName(u"runArea"_s);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(page);

    auto* const top = new QHBoxLayout;
    top->setContentsMargins(10, 6, 6, 2);
    top->addWidget(m_title, 1);
    top->addWidget(m_why, 0, Qt::AlignTop);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_area, 1);
}

void RunDrawer::setSnapshot(const Snapshot& snapshot) {
    m_snapshot = snapshot;
    if (isVisible()) {
        refresh();
    }
}

void RunDrawer::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    refresh();
}

QSize RunDrawer::sizeHint() const { return {380, 480}; }

QSize RunDrawer::minimumSizeHint() const { return {260, 160}; }

void RunDrawer::refresh() {
    const Row* const row = focusedRow(m_snapshot);
    //: title of the drawer with commands; the row
    m_title->setText(row != nullptr ? substitute(tr("How to run it · %1"), {rowTitle(*row)}) : tr("How to run it"));
    const Report* const report = row != nullptr && row->report.ok() ? &row->report.value() : nullptr;
    std::optional<Resolved> question =
        row != nullptr ? questionOf(*row, *m_snapshot, m_store.catalog()) : std::optional<Resolved>();
    QString sentence;
    if (report == nullptr) {
        sentence = row != nullptr ? errorText(row->report.error()) : tr("No row is chosen.");
    } else if (report->verdict == Verdict::No) {
        const QString blocking = blockingNote(*report);
        sentence = blocking.isEmpty()
                       ? tr("It does not fit, so there is nothing to start. The verdict offers ways out.")
                       : blocking;
    }
    QStringList steps;
    if (question && sentence.isEmpty()) {
        for (const CheckStep& step : checkStepsFor(*question)) {
            steps += checkText(step);
        }
    }
    steps.removeAll(QString());
    for (QString& step : steps) {
        step.prepend(u"• "_s);
    }
    m_checks->setText(steps.join(u'\n'));
    m_checkHeading->setVisible(!steps.isEmpty());
    m_checks->setVisible(!steps.isEmpty());
    m_commands->setQuestion(sentence.isEmpty() ? std::move(question) : std::nullopt, sentence);
    const bool trains = row != nullptr && m_snapshot->scenario.task != Task::Inference;
    m_targetHeading->setVisible(!trains);
    m_targets->setVisible(!trains);
    m_targets->setAnswer(m_store.scenario(), report);
    m_seen->setAnswer(m_store.scenario(), report, m_unit);
    FieldRow::alignLabels(*this);
}

void RunDrawer::retranslate() {
    //: button: from the commands to the explanation of the figures
    m_why->setText(tr("Why?"));
    m_why->setToolTip(tr("Where the figures come from"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the commands"));
    m_targetHeading->setText(tr("What I aim at"));
    m_checkHeading->setText(tr("Check it on the machine"));
    m_seenHeading->setText(tr("What I saw"));
    m_commands->retranslate();
    m_targets->retranslate();
    m_seen->retranslate();
    refresh();
}

void RunDrawer::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        retranslate();
        break;
    default:
        break;
    }
    QFrame::changeEvent(event);
}

void RunDrawer::showEvent(QShowEvent* event) {
    refresh();
    QFrame::showEvent(event);
}

void RunDrawer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace vram::ui
