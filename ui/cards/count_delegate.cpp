// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/count_delegate.h"

#include "ui/cards/counts_text.h"
#include "ui/cards/gpu_table.h"

#include <QComboBox>
#include <QLineEdit>
#include <QValidator>

namespace vram::ui {
namespace {

class CountsValidator : public QValidator {
public:
    using QValidator::QValidator;
    State validate(QString& text, int&) const override { return parseCounts(text) ? Acceptable : Intermediate; }
};

} // namespace

QWidget* CountDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
    auto* list = new QComboBox(parent);
    list->setEditable(true);
    list->setInsertPolicy(QComboBox::NoInsert);
    for (const int count : {1, 2, 3, 4, 6, 8, 16}) {
        list->addItem(QString::number(count));
    }
    list->addItem(formatCounts({1, 2, 4}));
    list->setValidator(new CountsValidator(list));
    return list;
}

void CountDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* list = static_cast<QComboBox*>(editor);
    list->setCurrentText(index.data(GpuTable::CountsRole).toString());
    list->lineEdit()->selectAll();
}

void CountDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    model->setData(index, static_cast<QComboBox*>(editor)->currentText(), Qt::EditRole);
}

} // namespace vram::ui
