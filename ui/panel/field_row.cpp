// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/field_row.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace vram::ui {
namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() == QEvent::Wheel && widget != nullptr && !widget->hasFocus()) {
            event->ignore(); // the panel scrolls instead
            return true;
        }
        return false;
    }
};

} // namespace

FieldRow::FieldRow(QWidget* control, QWidget* focus, QWidget* parent)
    : QWidget(parent),
      m_grid(new QGridLayout(this)),
      m_label(new QLabel(this)),
      m_hint(new QLabel(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(2);
    m_grid->addWidget(m_label, 0, 0);
    m_grid->addWidget(control, 0, 1);
    m_grid->addWidget(m_hint, 1, 1);
    m_grid->setColumnStretch(1, 1);
    m_label->setBuddy(focus ? focus : control);
    m_label->setTextFormat(Qt::PlainText);
    // Names of models and formats come from files.
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setObjectName(QStringLiteral("hint"));
    updateHint();
}

void FieldRow::setLabel(const QString& text) { m_label->setText(text); }
void FieldRow::leaveKeysToOthers() { m_label->setBuddy(nullptr); }
QString FieldRow::label() const { return m_label->text(); }
QString FieldRow::hint() const { return m_complaint.isEmpty() ? m_text : m_complaint; }

void FieldRow::keepHintLine() {
    m_keepsLine = true;
    updateHint();
}

void FieldRow::setHint(const QString& text, HintKind kind) {
    if (kind != m_kind || text != m_text) {
        m_kind = kind;
        m_text = text;
        updateHint();
    }
}

void FieldRow::setComplaint(const QString& text) {
    if (text != m_complaint) {
        m_complaint = text;
        updateHint();
    }
}

void FieldRow::updateHint() {
    const HintKind kind = m_complaint.isEmpty() ? m_kind : HintKind::Error;
    const bool dark = isDark(palette());
    QPalette colours = palette();
    const QColor colour = kind == HintKind::Plain   ? themeColours(dark).mutedText
                          : kind == HintKind::Error ? verdictColour(Verdict::No, dark)
                                                    : verdictColour(Verdict::Tight, dark);
    colours.setColor(QPalette::WindowText, colour);
    m_hint->setPalette(colours);
    const bool empty = hint().isEmpty();
    m_hint->setText(empty ? QString(QChar::Nbsp) : hint()); // as high as any text
    m_hint->setVisible(!empty || m_keepsLine);
}

int FieldRow::labelWidth() const { return m_label->sizeHint().width(); }

void FieldRow::alignLabels(const QWidget& parent) {
    const QList<FieldRow*> rows = parent.findChildren<FieldRow*>();
    int width = 0;
    for (const FieldRow* row : rows) {
        width = std::max(width, row->labelWidth());
    }
    for (const FieldRow* row : rows) {
        row->m_grid->setColumnMinimumWidth(0, width);
    }
}

void FieldRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        updateHint();
    }
    QWidget::changeEvent(event);
}

void guardWheel(QWidget* widget) {
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(new WheelGuard(widget));
}

} // namespace vram::ui
