// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <cstdint>

class QGridLayout;
class QLabel;

namespace vram::ui {

constexpr int kRowSpacing = 10; ///< pixels between rows of the panel

enum class HintKind : std::uint8_t { Plain, Warning, Error };

/// A line of the panel: label, control, and below the control a line of text when there is something to say.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    /// `control` becomes a child; the label's mnemonic focuses `focus` (the control itself when null).
    explicit FieldRow(QWidget* control, QWidget* focus = nullptr, QWidget* parent = nullptr);

    void setLabel(const QString& text);
    /// The label is no way to the control: its text has no letter for Alt.
    void leaveKeysToOthers();
    [[nodiscard]] QString label() const;
    void setHint(const QString& text, HintKind kind = HintKind::Plain);
    /// Stands in for the hint until it is cleared with an empty text.
    void setComplaint(const QString& text);
    /// The hint has a line also while it is empty, so that nothing below moves when it comes and goes.
    void keepHintLine();
    /// What is to be read below the control now.
    [[nodiscard]] QString hint() const;

    [[nodiscard]] int labelWidth() const;
    /// Gives all rows below `parent` a label column of the same width.
    static void alignLabels(const QWidget& parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateHint();
    QGridLayout* m_grid;
    QLabel* m_label;
    QLabel* m_hint;
    QString m_text;
    QString m_complaint;
    HintKind m_kind = HintKind::Plain;
    bool m_keepsLine = false;
};

/// Keeps the wheel from changing a combo or spin box that the pointer only passes over.
void guardWheel(QWidget* widget);

} // namespace vram::ui
