// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include "core/advice/axis.h"

#include <memory>
#include <string>
#include <vector>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace vram::ui {

/// Chooses the values of an axis that are compared: a list with check marks and a search, or counts that are typed.
class ValuePicker : public QDialog {
    Q_OBJECT

public:
    /// For the axis that `scenario` shows.
    ValuePicker(std::shared_ptr<const Catalog> catalog, Scenario scenario, const ResolvedModel* model,
                QWidget* parent = nullptr);
    /// For `view.values`: empty where they are the usual ones.
    [[nodiscard]] std::vector<std::string> values() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] AxisQuestion question() const;
    [[nodiscard]] bool isTyped() const { return m_list == nullptr; }
    /// Without the scenario's own value where it was put in: that one follows the slider.
    [[nodiscard]] std::vector<AxisValue> named() const;
    void build();
    void show(const std::vector<AxisValue>& values);
    void fill(const std::vector<AxisValue>& chosen);
    void filter(const QString& text);
    void update();
    void retranslate();

    std::shared_ptr<const Catalog> m_catalog;
    Scenario m_scenario;
    ResolvedModel m_model;
    bool m_hasModel;
    const Axis* m_axis;
    std::vector<AxisValue> m_offered;
    QLineEdit* m_line; ///< the search, or the counts
    QListWidget* m_list = nullptr;
    QLabel* m_summary;
    QDialogButtonBox* m_buttons;
};

} // namespace vram::ui
