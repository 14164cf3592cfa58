// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/field_row.h"
#include "ui/panel/stop_slider.h"

#include <QString>

#include <cstdint>
#include <optional>

class QComboBox;
class QLineEdit;

namespace vram::ui {

/// Label, slider over stops, and a box that shows the value and accepts what people type. The box is a line or an
/// editable list. Writing to a row emits nothing; its signals are the user's edits alone.
class SliderRow : public FieldRow {
    Q_OBJECT

public:
    enum class Box : std::uint8_t { Line, List };

    /// `name`: the slider's objectName is name + "Slider", the box's name + "Box".
    SliderRow(const QString& name, Box box, QWidget* parent = nullptr);

    [[nodiscard]] StopSlider* slider() const { return m_slider; }
    [[nodiscard]] QLineEdit* lineEdit() const { return m_line; }
    [[nodiscard]] QComboBox* list() const { return m_list; } ///< null for Box::Line

    /// Label and tooltip of all parts, and what a screen reader calls them.
    void setTexts(const QString& label, const QString& toolTip);
    /// `spoken`: the value as a screen reader says it. `exact`: where the value lies if not at the position.
    void showValue(int position, const QString& text, const QString& spoken, std::optional<double> exact = {});
    /// What fits along the slider; `text` says the mark, for the tooltip and screen readers.
    void showTrack(SliderTrack track, const QString& text);
    /// Answers textEntered: what was typed is no value. The text stays for correction until the focus leaves.
    void reject(const QString& complaint);

signals:
    void stopChosen(int position);
    void markChosen(std::int64_t value);
    void textEntered(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    SliderRow(const QString& name, StopSlider* slider, QComboBox* list, QLineEdit* line, QWidget* parent);
    void finishEditing();
    void describeSlider();
    void revert();
    StopSlider* m_slider;
    QComboBox* m_list;
    QLineEdit* m_line;
    QString m_toolTip;
    QString m_markText;
    QString m_shown;
    QString m_rejected;
};

} // namespace vram::ui
