// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/hardware/detected_machine.h"
#include "ui/machine/own_machine.h"

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace vram::ui {

class AssumedBadge;

/// The cards of the user's own machine: a line for each kind with its count, what of its memory is free where that was
/// found, and a way to take it out; below them the list to choose from.
class MachineCards : public QWidget {
    Q_OBJECT

public:
    explicit MachineCards(OwnMachine& machine, QWidget* parent = nullptr);
    /// Shows the machine as it is; `detected`: what was found of it, or null.
    void showMachine(const DetectedMachine* detected);
    void setReason(const QString& reason); ///< why the cards are a guess; empty: they are none
    void retranslate();

private:
    struct Line {
        QSpinBox* count;
        QLabel* name;
        QLabel* free;
        QPushButton* remove;
    };
    void pick();
    void addLine();
    void removeLines(std::size_t keep);
    void setCount(std::size_t line, std::int64_t count);
    void remove(std::size_t line);
    OwnMachine& m_machine;
    QGridLayout* m_grid;
    QLabel* m_none;
    QPushButton* m_choose;
    AssumedBadge* m_badge;
    std::vector<Line> m_lines;
};

} // namespace vram::ui
