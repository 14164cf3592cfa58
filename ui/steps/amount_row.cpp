// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/amount_row.h"

#include "ui/access/spoken.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <utility>

namespace vram::ui {

namespace {

constexpr int kFieldWidth = 220;

/// A figure needs little room: the field stands at the left of its column.
QWidget* atTheLeft(QLineEdit* field) {
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    field->setMaximumWidth(kFieldWidth);
    layout->addWidget(field, 1);
    layout->addStretch(1);
    return line;
}

} // namespace

AmountRow::AmountRow(const QString& name, AmountKind kind, QWidget* parent)
    : AmountRow(name, std::move(kind), new QLineEdit, parent) {}

AmountRow::AmountRow(const QString& name, AmountKind kind, QLineEdit* field, QWidget* parent)
    : FieldRow(atTheLeft(field), field, parent),
      m_kind(std::move(kind)),
      m_field(field) {
    m_field->setObjectName(name);
    connect(m_field, &QLineEdit::textEdited, this, &AmountRow::take);
    connect(m_field, &QLineEdit::editingFinished, this, &AmountRow::finish);
}

void AmountRow::setTexts(const QString& label, const QString& toolTip, const QString& placeholder,
                         const QString& complaint) {
    setLabel(label);
    m_field->setToolTip(toolTip);
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(withoutMnemonic(label));
    m_wrong = complaint;
    setComplaint({});
    showAmount(m_amount);
}

bool AmountRow::reads(const QString& text, std::optional<double>& amount) const {
    if (text.trimmed().isEmpty()) {
        amount.reset();
        return m_kind.optional;
    }
    amount = m_kind.parse(text);
    return amount && *amount >= m_kind.least && *amount <= m_kind.most;
}

void AmountRow::showAmount(std::optional<double> amount) {
    m_amount = amount;
    std::optional<double> typed;
    // What is being typed stays as it is typed.
    if (m_field->hasFocus() && reads(m_field->text(), typed) && typed == amount) {
        return;
    }
    const QString text = amount ? m_kind.format(*amount) : QString();
    if (!m_field->hasFocus() || !m_field->isModified() || reads(m_field->text(), typed)) {
        m_field->setText(text);
        setComplaint({});
    }
}

void AmountRow::take(const QString& text) {
    std::optional<double> amount;
    if (reads(text, amount)) {
        setComplaint({});
        if (amount != m_amount) {
            m_amount = amount;
            emit amountChosen(amount);
        }
    }
}

void AmountRow::finish() {
    std::optional<double> amount;
    if (!reads(m_field->text(), amount)) {
        setComplaint(m_wrong);
        return;
    }
    setComplaint({});
    m_field->setText(amount ? m_kind.format(*amount) : QString());
}

} // namespace vram::ui
