// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/machine/own_machine.h"

#include <array>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace vram::ui {

class AssumedBadge;

/// System memory, link, processor and disk of the user's own machine. An edit takes effect at once; the bandwidth is
/// what type and channels give, until another is typed.
class MachineFields : public QWidget {
    Q_OBJECT

public:
    explicit MachineFields(OwnMachine& machine, QWidget* parent = nullptr);
    void showMachine();
    void retranslate();
    /// Of the labels' column, so that other rows can be in line with it.
    [[nodiscard]] int labelWidth() const;
    void setLabelWidth(int width);

private:
    static constexpr std::size_t kRows = 8;
    void build();
    void addRow(std::size_t row, QWidget* first, QWidget* second = nullptr);
    void connectControls();
    void fillTypes();
    void showLink(const std::string& pcie);
    void takeLink();
    void showReasons();
    OwnMachine& m_machine;
    QGridLayout* m_grid;
    std::array<QLabel*, kRows> m_labels{};
    std::array<AssumedBadge*, kRows> m_badges{};
    QDoubleSpinBox* m_ram;
    QComboBox* m_type;
    QComboBox* m_channels;
    QDoubleSpinBox* m_speed;
    QComboBox* m_generation;
    QComboBox* m_lanes;
    QSpinBox* m_cores;
    QDoubleSpinBox* m_disk;
    QLabel* m_desktop;
};

} // namespace vram::ui
