// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/command_list.h"

#include "ui/access/spoken.h"
#include "ui/panel/field_row.h"
#include "ui/run/command_box.h"
#include "ui/run/run_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kShells{Shell::Posix, Shell::PowerShell, Shell::Cmd};

} // namespace

CommandList::CommandList(QWidget* parent)
    : QWidget(parent),
      m_shell(new QComboBox),
      m_shellLabel(new QLabel),
      m_shellRow(new QWidget(this)),
      m_sentence(new QLabel(this)),
      m_layout(new QVBoxLayout(this)) {
    m_shell->setObjectName(u"shellList"_s);
    guardWheel(m_shell);
    for (const Shell shell : kShells) {
        m_shell->addItem(QString(), static_cast<int>(shell));
    }
    m_shell->setCurrentIndex(m_shell->findData(static_cast<int>(usualShell())));
    connect(m_shell, &QComboBox::activated, this, [this] {
        refresh();
        emit shellChosen(shell());
    });
    m_sentence->setObjectName(u"runSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);

    auto* const line = new QHBoxLayout(m_shellRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_shellLabel);
    line->addWidget(m_shell, 1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kRowSpacing);
    m_layout->addWidget(m_sentence);
    m_layout->addWidget(m_shellRow);
    retranslate();
}

Shell CommandList::shell() const { return static_cast<Shell>(m_shell->currentData().toInt()); }

void CommandList::setShell(Shell shell) {
    m_shell->setCurrentIndex(m_shell->findData(static_cast<int>(shell)));
    refresh();
}

void CommandList::setQuestion(std::optional<PlacedQuestion> question, const QString& sentence) {
    m_question = std::move(question);
    m_instead = sentence;
    refresh();
}

std::vector<CommandBox*> CommandList::boxes() const {
    std::vector<CommandBox*> shown;
    for (CommandBox* const box : m_boxes) {
        if (!box->isHidden()) {
            shown.push_back(box);
        }
    }
    return shown;
}

void CommandList::refresh() {
    // Of a model whose size is not known nobody can say how it is started.
    const bool known = m_question && m_question->placement.verdict != Verdict::Unknown;
    const std::vector<Command> commands =
        known ? commandsFor(m_question->settled, m_question->placement, shell()) : std::vector<Command>{};
    while (m_boxes.size() < commands.size()) {
        auto* const box = new CommandBox(this);
        box->setObjectName(u"commandBox%1"_s.arg(m_boxes.size()));
        m_layout->addWidget(box);
        // Made later than what stands below it.
        setTabOrder(m_boxes.empty() ? m_shell : m_boxes.back()->lastControl(), box->firstControl());
        setTabOrder(box->firstControl(), box->lastControl());
        m_boxes.push_back(box);
    }
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (i < commands.size()) {
            m_boxes[i]->setCommand(commandHeading(commands[i].kind), QString::fromStdString(commands[i].text));
        }
        m_boxes[i]->setVisible(i < commands.size());
    }
    m_shellRow->setVisible(!commands.empty());
    m_sentence->setText(m_question && commands.empty() ? tr("There is no command for this runtime and task.")
                                                       : m_instead);
    m_sentence->setVisible(!m_sentence->text().isEmpty());
}

void CommandList::retranslate() {
    m_shellLabel->setText(tr("Shell"));
    m_shell->setToolTip(tr("Where the commands are entered: each shell quotes and breaks lines in its own way"));
    nameControl(*m_shell, tr("Shell"));
    for (int i = 0; i < m_shell->count(); ++i) {
        m_shell->setItemText(i, shellName(static_cast<Shell>(m_shell->itemData(i).toInt())));
    }
    refresh();
}

} // namespace vram::ui
