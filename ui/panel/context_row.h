// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/count_row.h"
#include "ui/store/snapshot.h"

namespace vram::ui {

/// Tokens of one sequence, with the model's own limit marked.
class ContextRow : public CountRow {
    Q_OBJECT

public:
    explicit ContextRow(QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    /// Names the row and its value: a context, or the sequences that are trained on.
    void setTrains(bool trains);
};

} // namespace vram::ui
