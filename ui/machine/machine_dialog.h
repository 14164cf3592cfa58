// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/machine/own_machine.h"

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace vram::ui {

class MachineCards;
class MachineDetector;
class MachineFields;

/// The user's own machine: found, taken from a cloud's list, or put together by hand. Every change takes effect at
/// once.
class MachineDialog : public QDialog {
    Q_OBJECT

public:
    /// `detector`: null where this computer cannot be asked.
    MachineDialog(OwnMachine& machine, MachineDetector* detector, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fillInstances();
    void useInstance(int index);
    void detect();
    void setFound(const DetectedMachine& detected);
    void showMachine();
    void showTroubles();
    void retranslate();
    OwnMachine& m_machine;
    MachineDetector* m_detector;
    QPushButton* m_detect;
    QLabel* m_status;
    QLabel* m_instanceLabel;
    QComboBox* m_instances;
    QLabel* m_cardsLabel;
    MachineCards* m_cards;
    MachineFields* m_fields;
    QLabel* m_troubles;
    QLabel* m_hint;
    bool m_looking = false;
    std::optional<DetectedMachine> m_found;
};

} // namespace vram::ui
