// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/load_page.h"

#include "ui/steps/amount.h"
#include "ui/steps/amount_row.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

AmountKind tokens(std::int64_t most) {
    return {[](const QString& text) -> std::optional<double> {
                const std::optional<std::int64_t> count = parseTokens(text);
                return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
            },
            [](double count) { return formatTokens(static_cast<std::int64_t>(count)); }, 1, static_cast<double>(most),
            false};
}

AmountKind amount(double least, double most, bool optional) {
    return {&parseAmount, &formatPlain, least, most, optional};
}

} // namespace

LoadPage::LoadPage(QWidget* parent)
    : StepsPage(parent),
      m_heading(new QLabel),
      m_context(new AmountRow(u"stepsContext"_s, tokens(kMostContext))),
      m_sequences(new AmountRow(u"stepsSequences"_s, tokens(kMostBatch))),
      m_speed(new AmountRow(u"stepsSpeed"_s, amount(0.1, 1e5, true))),
      m_wait(new AmountRow(u"stepsWait"_s, amount(0.01, 1e5, true))),
      m_margin(new AmountRow(u"stepsMargin"_s, amount(0, 90, false))) {
    m_heading->setObjectName(kHeadingName);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacing);
    layout->addWidget(m_heading);
    for (AmountRow* row : {m_context, m_sequences, m_speed, m_wait, m_margin}) {
        layout->addWidget(row);
    }
    layout->addStretch(1);
    connect(m_context, &AmountRow::amountChosen, this, [this](std::optional<double> count) {
        emit edited(
            [&count](StepsQuestion& question) { question.context = static_cast<std::int64_t>(count.value_or(1)); });
    });
    connect(m_sequences, &AmountRow::amountChosen, this, [this](std::optional<double> count) {
        emit edited(
            [&count](StepsQuestion& question) { question.batch = static_cast<std::int64_t>(count.value_or(1)); });
    });
    connect(m_speed, &AmountRow::amountChosen, this, [this](std::optional<double> speed) {
        emit edited([&speed](StepsQuestion& question) { question.target.decodeTokensPerSecond = speed; });
    });
    connect(m_wait, &AmountRow::amountChosen, this, [this](std::optional<double> seconds) {
        emit edited([&seconds](StepsQuestion& question) { question.target.firstTokenSeconds = seconds; });
    });
    connect(m_margin, &AmountRow::amountChosen, this, [this](std::optional<double> percent) {
        emit edited([&percent](StepsQuestion& question) { question.machine.marginPercent = percent.value_or(0); });
    });
}

void LoadPage::setView(const StepsView& view) {
    const bool trains = taskOf(view.question.purpose) != Task::Inference;
    if (m_trains != trains) {
        m_trains = trains;
        nameCounts();
    }
    m_context->showAmount(static_cast<double>(view.question.context));
    m_sequences->showAmount(static_cast<double>(view.question.batch));
    m_speed->showAmount(view.question.target.decodeTokensPerSecond);
    m_wait->showAmount(view.question.target.firstTokenSeconds);
    m_margin->showAmount(view.question.machine.marginPercent);
    m_speed->setVisible(!trains);
    m_wait->setVisible(!trains);
    const std::optional<std::int64_t> most =
        view.knowledge != nullptr ? view.knowledge->model.maxContext : std::nullopt;
    const bool longer = most && *most > 0 && view.question.context > *most;
    m_context->setHint(longer ? tr("The model was made for %1 tokens at most").arg(formatTokens(*most)) : QString(),
                       HintKind::Warning);
}

void LoadPage::nameCounts() {
    const QString wrong = tr("A number of tokens, such as 8192 or 32k");
    if (m_trains) {
        m_context->setTexts(tr("Sequence &length"), tr("Tokens of one training sequence"), {}, wrong);
        m_sequences->setTexts(tr("M&icro-batch"), tr("Sequences of one forward and backward pass on one card"), {},
                              tr("A whole number, 1 or more"));
    } else {
        m_context->setTexts(tr("&Context"), tr("Tokens that one conversation can hold: 8192, 32k"), {}, wrong);
        m_sequences->setTexts(tr("At the same &time"), tr("Conversations that are answered at the same time"), {},
                              tr("A whole number, 1 or more"));
    }
    FieldRow::alignLabels(*this);
}

void LoadPage::retranslate() {
    m_heading->setText(tr("How much does it have to hold, and how fast must it be?"));
    m_speed->setTexts(tr("Tokens a &second, at least"), tr("For each user, while an answer is written"), tr("any"),
                      tr("A number above 0, or nothing"));
    m_wait->setTexts(tr("&Wait for the first token, at most"), tr("Seconds until an answer begins"), tr("any"),
                     tr("A number of seconds above 0, or nothing"));
    m_margin->setTexts(tr("Safety &margin (%)"), tr("Share of the usable memory that stays free"), {},
                       tr("A share from 0 to 90 %"));
    nameCounts();
}

QWidget* LoadPage::firstControl() const { return m_context->field(); }

} // namespace vram::ui
