// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/table_column.h"

#include <QHeaderView>
#include <QStyleOptionHeader>

namespace vram::ui {

/// Headers with the side room of the cells below them.
class RoomyHeader : public QHeaderView {
public:
    explicit RoomyHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override {
        QHeaderView::initStyleOptionForIndex(option, section);
        const QString room(QChar(0x2002)); // an en space
        const bool number = tableColumns()[static_cast<std::size_t>(section)].number;
        option->text = number ? option->text + room : room + option->text;
    }
};

} // namespace vram::ui
