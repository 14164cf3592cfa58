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

#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

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
    : Drawer(u"run"_s, parent),
      m_store(store),
      m_why(addButton(u"runWhy"_s)),
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
    connect(m_why, &QToolButton::clicked, this, &RunDrawer::whyRequested);
    connect(m_commands, &CommandList::shellChosen, this, &RunDrawer::shellChosen);

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
    setPage(m_area);
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

void RunDrawer::setShell(Shell shell) { m_commands->setShell(shell); }

void RunDrawer::refresh() {
    const Row* const row = m_snapshot ? focusedRow(*m_snapshot) : nullptr;
    //: title of the drawer with commands; the row
    setTitle(row != nullptr ? substitute(tr("How to run it · %1"), {rowTitle(*row)}) : tr("How to run it"));
    showCommands(row);
    const Report* const report = row != nullptr && row->report.ok() ? &row->report.value() : nullptr;
    const bool trains = row != nullptr && m_snapshot->scenario.task != Task::Inference;
    m_targetHeading->setVisible(!trains);
    m_targets->setVisible(!trains);
    m_targets->setAnswer(m_store.scenario(), report);
    m_seen->setAnswer(m_store.scenario(), report, m_unit);
    FieldRow::alignLabels(*this);
}

void RunDrawer::showCommands(const Row* row) {
    const QString sentence = insteadOfCommands(row);
    const std::optional<Resolved> question =
        row != nullptr && sentence.isEmpty() ? questionOf(*row, *m_snapshot, m_store.catalog()) : std::nullopt;
    // Placed once for both: it is the larger part of the work.
    std::optional<PlacedQuestion> placed = question ? std::optional(placedQuestion(*question)) : std::nullopt;
    QStringList steps;
    if (placed) {
        for (const CheckStep& step : checkStepsFor(placed->settled, placed->placement)) {
            steps += checkText(step);
        }
        // Commands have the options as asked: what the runtime settles by itself need not be said.
        placed->settled.scenario.runtime = question->scenario.runtime;
    }
    steps.removeAll(QString());
    for (QString& step : steps) {
        step.prepend(u"• "_s);
    }
    m_checks->setText(steps.join(u'\n'));
    m_checkHeading->setVisible(!steps.isEmpty());
    m_checks->setVisible(!steps.isEmpty());
    m_commands->setQuestion(std::move(placed), sentence);
}

QString RunDrawer::insteadOfCommands(const Row* row) const {
    if (row == nullptr) {
        return tr("No row is chosen.");
    }
    if (!row->report.ok()) {
        return errorText(row->report.error());
    }
    if (row->report->verdict != Verdict::No) {
        return {};
    }
    const QString blocking = blockingNote(*row->report);
    return blocking.isEmpty() ? tr("It does not fit, so there is nothing to start. The verdict offers ways out.")
                              : blocking;
}

void RunDrawer::retranslate() {
    //: button: from the commands to the explanation of the figures
    m_why->setText(tr("Why?"));
    m_why->setToolTip(tr("Where the figures come from"));
    setCloseName(tr("Close the commands"));
    m_targetHeading->setText(tr("What I aim at"));
    m_checkHeading->setText(tr("Check it on the machine"));
    m_seenHeading->setText(tr("What I saw"));
    m_commands->retranslate();
    m_targets->retranslate();
    m_seen->retranslate();
    refresh();
}

} // namespace vram::ui
