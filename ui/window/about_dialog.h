// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/catalog/catalog.h"

class QDialogButtonBox;
class QLabel;

namespace vram::ui {

/// Version, the date of the facts, what it is made with, and the licences.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(const Catalog& catalog, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    const Catalog& m_catalog;
    QLabel* m_name;
    QLabel* m_text;
    QDialogButtonBox* m_buttons;
};

} // namespace vram::ui
