// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/slider_row.h"

#include "ui/access/spoken.h"
#include "ui/text/shown_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <utility>

namespace vram::ui {
namespace {

constexpr int kBoxWidth = 118; ///< all boxes of the panel, so that the sliders end at one line

QWidget* sideBySide(QWidget* slider, QWidget* box) {
    auto* pair = new QWidget;
    auto* layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(slider, 1);
    layout->addWidget(box);
    box->setFixedWidth(kBoxWidth);
    return pair;
}

QComboBox* makeList() {
    auto* list = new QComboBox;
    list->setEditable(true);
    list->setInsertPolicy(QComboBox::NoInsert);
    guardWheel(list);
    return list;
}

} // namespace

SliderRow::SliderRow(const QString& name, Box box, QWidget* parent)
    : SliderRow(name, new StopSlider, box == Box::List ? makeList() : nullptr, nullptr, parent) {}

SliderRow::SliderRow(const QString& name, StopSlider* slider, QComboBox* list, QLineEdit* line, QWidget* parent)
    : FieldRow(sideBySide(slider, list ? static_cast<QWidget*>(list) : (line = new QLineEdit)), slider, parent),
      m_slider(slider),
      m_list(list),
      m_line(list ? list->lineEdit() : line) {
    m_slider->setObjectName(name + QStringLiteral("Slider"));
    (m_list ? static_cast<QWidget*>(m_list) : m_line)->setObjectName(name + QStringLiteral("Box"));
    m_line->installEventFilter(this);
    if (m_list) {
        m_list->installEventFilter(this); // it has the focus on behalf of its line
    } else {
        m_line->setAlignment(Qt::AlignRight);
    }
    connect(m_slider, &QSlider::valueChanged, this, &SliderRow::stopChosen);
    connect(m_slider, &StopSlider::markChosen, this, [this] { emit markChosen(m_slider->track().markValue); });
    connect(m_line, &QLineEdit::editingFinished, this, &SliderRow::finishEditing);
}

void SliderRow::setTexts(const QString& label, const QString& toolTip) {
    setLabel(label);
    const QString plain = withoutMnemonic(label);
    QWidget* const box = m_list ? static_cast<QWidget*>(m_list) : m_line;
    m_toolTip = toolTip;
    describeSlider();
    box->setToolTip(plainToolTip(toolTip));
    box->setAccessibleDescription(toolTip);
    //: screen reader: the box beside a slider, where its value can be typed; %1 is the slider's name
    const QString typed = tr("%1, typed value").arg(plain);
    m_slider->setAccessibleName(plain);
    nameControl(*box, typed);
    m_line->setAccessibleName(typed);
}

void SliderRow::describeSlider() {
    const QString text = m_markText.isEmpty() ? m_toolTip : QString(m_markText + u'\n' + m_toolTip);
    m_slider->setToolTip(plainToolTip(text));
    m_slider->setAccessibleDescription(text);
}

void SliderRow::showTrack(SliderTrack track, const QString& text) {
    m_slider->setTrack(std::move(track));
    if (text != m_markText) {
        m_markText = text;
        describeSlider();
    }
}

void SliderRow::showValue(int position, const QString& text, const QString& spoken, std::optional<double> exact) {
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(position);
    }
    m_slider->setExactPosition(exact.value_or(position));
    m_slider->setValueText(spoken);
    m_rejected.clear();
    setComplaint({});
    if (text != m_shown || text != m_line->text()) {
        m_shown = text;
        revert();
    }
}

void SliderRow::reject(const QString& complaint) {
    m_rejected = m_line->text();
    setComplaint(complaint);
    m_line->selectAll();
}

void SliderRow::revert() {
    setComplaint({});
    const QSignalBlocker quietLine(m_line);
    m_line->setText(m_shown);
    m_line->setCursorPosition(0);
}

void SliderRow::finishEditing() {
    const QString text = m_line->text();
    if (text == m_shown) {
        return;
    }
    if (text.trimmed().isEmpty()) {
        revert();
        return;
    }
    if (text != m_rejected) {
        emit textEntered(text.trimmed());
    }
    if (m_rejected.isEmpty()) {
        // Accepted: the value may read differently from what was typed, or be the one that was there.
        revert();
    }
}

bool SliderRow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut && !m_rejected.isEmpty() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        m_rejected.clear();
        revert();
    }
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && m_line->text() != m_shown) {
            m_rejected.clear();
            revert();
            return true;
        }
        if (!m_list && (key == Qt::Key_Up || key == Qt::Key_Down)) {
            m_slider->triggerAction(key == Qt::Key_Up ? QAbstractSlider::SliderSingleStepAdd
                                                      : QAbstractSlider::SliderSingleStepSub);
            return true;
        }
    }
    return FieldRow::eventFilter(watched, event);
}

} // namespace vram::ui
