// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>
#include <QString>

#include "ui/panel/slider_track.h"

#include <optional>
#include <vector>

namespace vram::ui {

/// A horizontal slider over a table of stops. It takes the wheel only while focused, tells assistive technology the
/// value behind the stop rather than the index, and can mark a limit that part of the range lies beyond. A track along
/// the groove says what fits; its mark, between stops too, holds the handle when it is dragged near (not with Shift),
/// stops the arrow keys once and can be clicked.
class StopSlider : public QSlider {
    Q_OBJECT

public:
    explicit StopSlider(QWidget* parent = nullptr);

    /// The figures behind the positions 0, 1, ...; ascending. Keeps the position where it can, without a signal.
    void setStops(std::vector<double> numbers);
    [[nodiscard]] const std::vector<double>& stops() const { return m_stops; }
    [[nodiscard]] double number() const;

    /// The current value in words ("32,768 tokens"), for screen readers.
    void setValueText(const QString& text);
    [[nodiscard]] const QString& valueText() const { return m_valueText; }

    /// Marks the value `number` (between stops too); nullopt removes the mark.
    void setLimit(std::optional<double> number);
    [[nodiscard]] std::optional<double> limit() const { return m_limit; }

    /// What fits along the groove.
    void setTrack(SliderTrack track);
    [[nodiscard]] const SliderTrack& track() const { return m_track; }
    /// Where the value itself lies, between stops where it was typed or is the mark; a change of the position ends it.
    void setExactPosition(double position) { m_exact = position; }
    /// Fractional position of a figure.
    [[nodiscard]] double positionOf(double number) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The handle, for drags.
    [[nodiscard]] QRect handleRect() const;
    /// Where the middle of the handle would be for a figure between the stops.
    [[nodiscard]] int pixelOf(double number) const { return pixelAt(positionOf(number)); }
    [[nodiscard]] int pixelAt(double position) const;

signals:
    /// The handle was dragged to the mark, moved over it by a key, or the mark was clicked.
    void markChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void stepExactly(int action);
    void paintLimit(QPainter& painter) const;
    void paintTrack(QPainter& painter) const;
    [[nodiscard]] bool hasMark() const { return m_track.mark && m_track.current && isEnabled(); }
    [[nodiscard]] bool isAtMark(int x, int reach) const;
    std::vector<double> m_stops{0};
    SliderTrack m_track;
    double m_exact = 0;
    int m_grab = 0;      ///< from the middle of the handle to where it was taken
    bool m_held = false; ///< the mark holds the handle
    QString m_valueText;
    std::optional<double> m_limit;
};

} // namespace vram::ui
