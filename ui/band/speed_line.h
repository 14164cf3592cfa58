// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include "ui/text/speed_text.h"

#include <array>
#include <vector>

class QToolButton;

namespace vram::ui {

class ElidedLabel;
class TargetLabel;

/// The band's line about speed: whether the user's targets are reached, what limits the speed and how long the first
/// token takes, and the way to the commands. As high without text as with it.
class SpeedLine : public QWidget {
    Q_OBJECT

public:
    explicit SpeedLine(QWidget* parent = nullptr);

    void setText(const QString& details, const std::vector<TargetText>& targets);
    /// There is a row whose commands can be asked for.
    void setRunnable(bool runnable);

signals:
    void runRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void look();
    std::array<TargetLabel*, 2> m_targets{};
    ElidedLabel* m_details;
    QToolButton* m_run;
};

} // namespace vram::ui
