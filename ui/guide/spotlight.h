// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace vram::ui {

/// A frame around a control for a moment, so that the eye finds it. It takes no clicks and goes by itself.
class Spotlight : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMilliseconds = 1800;

    /// On the window of `target`; one at a time.
    static void show(QWidget& target);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit Spotlight(QWidget& target);
    void follow();
    QWidget& m_target;
};

} // namespace vram::ui
