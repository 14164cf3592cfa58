// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/field_row.h"

#include <functional>
#include <optional>

class QLineEdit;

namespace vram::ui {

/// What a row of an amount takes and how it shows it.
struct AmountKind {
    std::function<std::optional<double>(const QString&)> parse;
    std::function<QString(double)> format;
    double least = 0;
    double most = 0;
    bool optional = true; ///< an empty field is an answer: no limit
};

/// A label and a field that takes what people type and answers at every key that makes sense; what makes none is said
/// when the field is left.
class AmountRow : public FieldRow {
    Q_OBJECT

public:
    AmountRow(const QString& name, AmountKind kind, QWidget* parent = nullptr);
    [[nodiscard]] QLineEdit* field() const { return m_field; }
    /// `placeholder`: what an empty field means; `complaint`: what would be right.
    void setTexts(const QString& label, const QString& toolTip, const QString& placeholder, const QString& complaint);
    void showAmount(std::optional<double> amount);

signals:
    void amountChosen(std::optional<double> amount);

private:
    AmountRow(const QString& name, AmountKind kind, QLineEdit* field, QWidget* parent);
    void take(const QString& text);
    void finish();
    [[nodiscard]] bool reads(const QString& text, std::optional<double>& amount) const;
    AmountKind m_kind;
    QLineEdit* m_field;
    QString m_wrong;
    std::optional<double> m_amount;
};

} // namespace vram::ui
